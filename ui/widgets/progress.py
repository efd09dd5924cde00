"""How far long work is: what it does, a bar, how fast, how long still, and a way to stop it.

``Progress()`` starts hidden; ``start(words)``; ``show_done(words, done, total)`` in bytes, unless another
``unit`` words them; ``stop()``;
``cancelled()`` on its button, which ``allow_cancel(False)`` takes away where stopping is no longer possible.
"""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.formats import minutes, size
from ui.shortcuts import Key
from ui.theme import GAP, HAIR
from ui.widgets.action_button import ActionButton
from ui.widgets.bar import Bar
from ui.widgets.label import Label

_FIRST_GUESS_MS = 1500
"""Before that a rate is no more than a guess."""


class Progress(QFrame):
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(weight="strong")
        self._figures = Label(tone="muted", grade="small")
        self._bar = Bar()
        self._cancel = ActionButton(self.tr("Cancel"), Key.BACK)
        self._cancel.triggered.connect(self._ask_to_stop)
        self._since = QElapsedTimer()
        self._stage = ""
        column = QVBoxLayout()
        column.setSpacing(HAIR)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        column.addWidget(self._figures)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addLayout(column, 1)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def start(self, words: str) -> None:
        self._cancel.set_busy(False)
        self._cancel.show()
        self._stage = ""
        self.show_done(words, 0, 0)
        self.show()

    def stop(self) -> None:
        self.hide()

    def allow_cancel(self, allowed: bool) -> None:
        self._cancel.setVisible(allowed)

    def show_done(self, words: str, done: int, total: int, unit: Callable[[int], str] = size) -> None:
        """``total`` 0 while nothing is known but that it works."""
        if words != self._stage:
            self._stage = words
            self._since.restart()
        self._words.setText(words)
        self._bar.show_share(done / total if total else 0.0)
        self._figures.setText(self._told(done, total, unit))
        self.setAccessibleName(words)
        self.setAccessibleDescription(self._figures.text())

    def _told(self, done: int, total: int, unit: Callable[[int], str]) -> str:
        if not total:
            return ""
        told = self.tr("{done} of {total}").format(done=unit(done), total=unit(total))
        passed = self._since.elapsed()
        if passed < _FIRST_GUESS_MS or not 0 < done < total:
            return told
        left = round((total - done) * passed / done / 1000)
        return self.tr("{told} · {rate} a second · {left} left").format(
            told=told, rate=unit(done * 1000 // passed), left=minutes(left)
        )

    def _ask_to_stop(self) -> None:
        self._cancel.set_busy(True, self.tr("Stopping …"))
        self.cancelled.emit()
