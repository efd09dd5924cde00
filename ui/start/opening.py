"""From the first window to work: the database opens while the officer looks for their name."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.trust.officer import Officer
from ui.background import Background
from ui.main_window import MainWindow
from ui.problems import Problems
from ui.start.choose_officer import ChooseOfficer


@dataclass(frozen=True, slots=True)
class Opened:
    """``choose`` journals who sits down and gives the officer back."""

    officers: tuple[Officer, ...]
    choose: Callable[[int], Officer]
    fill: Callable[[], "Callable[[Officer], None]"]
    """Called on the window's thread: fills the window and gives what lets an officer sit down."""


class Opening(QObject):
    """``ready`` once the names can be chosen, ``seated`` once the counter can be worked at."""

    ready = Signal()
    seated = Signal()

    def __init__(
        self,
        window: MainWindow,
        choose: ChooseOfficer,
        background: Background,
        open_counter: Callable[[], Opened],
    ) -> None:
        super().__init__(window)
        self._window, self._choose, self._background = window, choose, background
        self._open_counter = open_counter
        self._opened: Opened | None = None
        self._sit_down: Callable[[Officer], None] | None = None
        self.problems = Problems(choose.notice, self)
        choose.chosen.connect(self._chosen)
        choose.back.connect(window.uncover)

    def begin(self) -> None:
        self._window.cover(self._choose)
        self._choose.show_busy(True)
        self._window.show()
        self._background.run(
            self._window, self._open_counter, then=self._show_officers, otherwise=self.problems.tell
        )

    def _show_officers(self, opened: Opened) -> None:
        self._opened = opened
        self._choose.show_officers(opened.officers)
        self._choose.show_busy(False)
        self._choose.setFocus()
        self.ready.emit()

    def _chosen(self, officer_id: int) -> None:
        if self._opened is None:
            return
        choose = self._opened.choose
        self._choose.show_busy(True)
        self._background.run(self._window, lambda: choose(officer_id), then=self._seat, otherwise=self._stay)

    def _seat(self, officer: Officer) -> None:
        self._choose.show_busy(False)
        if self._sit_down is None and self._opened is not None:
            self._sit_down = self._opened.fill()
        if self._sit_down is not None:
            self._sit_down(officer)
            self.seated.emit()

    def _stay(self, error: Exception) -> None:
        self._choose.show_busy(False)
        self.problems.tell(error)
