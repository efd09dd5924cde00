"""The key card (F1): every key and what it does, on one page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.shortcuts import Key, Place, key_meanings, place_name
from ui.theme import GAP, SECTION, SMALL
from ui.widgets.action_button import ActionButton
from ui.widgets.key_cap import KeyCap
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.panel import Panel


class KeyCard(Page):
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Keys"))
        self._close = ActionButton(self.tr("Back to work"), Key.BACK, primary=True)
        self._close.triggered.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, SECTION)
        column.setSpacing(GAP)
        column.addWidget(Label(self.tr("Keys"), grade="status"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for place in Place:
            row.addWidget(_keys_of(place), 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addStretch()
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self._close)


def _keys_of(place: Place) -> Panel:
    panel, grid = Panel(place_name(place)), QGridLayout()
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(SMALL)
    grid.setColumnStretch(1, 1)
    for row, entry in enumerate(entry for entry in key_meanings() if entry.place is place):
        grid.addWidget(KeyCap(entry.key), row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(entry.meaning, wrap=True), row, 1)
    panel.body.addLayout(grid)
    return panel
