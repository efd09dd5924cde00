"""Long work: how far, how fast, how long still, and a way out that leaves nothing half-done.

``Progress(what)``; ``show_count(done, total, seconds)`` with the seconds it has taken so far;
``show_busy(text)`` when the length is not known; ``cancelled()`` when the officer had enough.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from ui.formats import number
from ui.theme import GAP, HAIR
from ui.widgets.action_button import ActionButton
from ui.widgets.label import Label


class Progress(QWidget):
    cancelled = Signal()

    def __init__(self, what: str, *, can_cancel: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(what)
        self._words = Label(what, "muted", grade="small")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HAIR)
        grid.addWidget(self._bar, 0, 0)
        grid.addWidget(self._words, 1, 0)
        if can_cancel:
            stop = ActionButton(self.tr("Cancel"))
            stop.triggered.connect(self.cancelled)
            grid.addWidget(stop, 0, 1, 2, 1)

    def show_busy(self, text: str) -> None:
        self._bar.setRange(0, 0)
        self._words.setText(text)

    def show_count(self, done: int, total: int, seconds: float) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        words = self.tr("{done} of {total}").format(done=number(done), total=number(total))
        if done and seconds > 0 and done < total:
            left = round(seconds / done * (total - done))
            words += " · " + self.tr("about {minutes}:{seconds} left").format(
                minutes=left // 60, seconds=f"{left % 60:02d}"
            )
        self._words.setText(words)
