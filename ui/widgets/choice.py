"""A choice from a short list, made with the keyboard: type the first letters, or arrows.

``Choice(label)``; ``offer([(code, label), …])``; ``code()`` and ``set_code(code)`` speak in codes,
``""`` for nothing chosen; ``chosen(code)`` fires only when a person chose.
"""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ui.icons import draw_icon
from ui.theme import HAIR

_PADDING = 10  # as in the style sheet


class Choice(QComboBox):
    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(lambda _index: self.chosen.emit(self.code()))

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Replace the list; what was chosen stays chosen if it is still offered."""
        kept = self.code()
        self.clear()
        for code, label in choices:
            self.addItem(label, code)
        self.set_code(kept)

    def code(self) -> str:
        return str(self.currentData() or "")

    def set_code(self, code: str) -> None:
        self.setCurrentIndex(self.findData(code) if code else self.findData(""))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change an answer under the pointer."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        side = self.fontMetrics().height() * 0.9
        room = self.width() - round(side) - 2 * _PADDING - HAIR
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        square = QRectF(self.width() - side - _PADDING, (self.height() - side) / 2, side, side)
        draw_icon(painter, "chevron-down", square, self.palette().color(QPalette.ColorRole.PlaceholderText))
