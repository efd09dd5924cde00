"""A button in a row of fields: level with their editors, whatever is said below those."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import HAIR
from ui.widgets.label import Label


def add_beside_fields(row: QHBoxLayout, button: QWidget) -> None:
    column = QVBoxLayout()
    column.setSpacing(HAIR - 1)
    column.addWidget(Label(" ", grade="small"))  # as high as the fields' labels
    column.addWidget(button)
    column.addStretch()
    row.addLayout(column)
    row.setAlignment(column, Qt.AlignmentFlag.AlignTop)
