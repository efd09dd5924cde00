"""A short question answered with one figure key: why is it spoiled, why is it given up.

``NumberedChoice()``; ``ask(question, [(code, label), …])``; ``chosen(code)``, or ``left()`` on Esc.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.shortcuts import Key
from ui.theme import SMALL
from ui.widgets.action_button import ActionButton
from ui.widgets.label import Label

_ACROSS = 3


class NumberedChoice(QWidget):
    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = Label(weight="strong", wrap=True)
        self._back = ActionButton(self.tr("Back"), Key.BACK, quiet=True)
        self._back.triggered.connect(self.left)
        self._grid = QGridLayout()
        self._grid.setSpacing(SMALL)
        self._buttons: list[ActionButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        head = QHBoxLayout()
        head.addWidget(self._question, 1)
        head.addWidget(self._back)
        column.addLayout(head)
        column.addLayout(self._grid)

    def ask(self, question: str, choices: Sequence[tuple[str, str]]) -> None:
        self._clear()
        self._question.setText(question)
        for place, (code, label) in enumerate(choices):
            button = ActionButton(label, str(place + 1))
            button.triggered.connect(lambda code=code: self.chosen.emit(code))
            self._buttons.append(button)
        across = self._across()
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, place // across, place % across)

    def _across(self) -> int:
        """As many beside each other as large text leaves room for."""
        widest = max(button.sizeHint().width() for button in self._buttons) + SMALL
        around = self.parentWidget() or self
        return max(1, min(_ACROSS, around.width() // widest))

    def _clear(self) -> None:
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
