"""From the first window to work: the database opens while the officer looks for their name."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.trust.officer import Officer
from ui.background import Background, Lane
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
    """``ready`` once the names can be chosen, ``seated`` once the counter can be worked at.

    A name chosen before everything is open is kept until it is. What went wrong is told on the page, and
    choosing a name again tries again.
    """

    ready = Signal()
    seated = Signal()

    def __init__(
        self,
        window: MainWindow,
        choose: ChooseOfficer,
        background: Background,
        *,
        read_names: Callable[[], tuple[Officer, ...]],
        check_file: Callable[[], None],
        load_parts: Callable[[], None],
        open_counter: Callable[[], Opened],
    ) -> None:
        """``read_names`` finds none while there is no database; then they come with ``open_counter``."""
        super().__init__(window)
        self._window, self._choose, self._background = window, choose, background
        self._read_names, self._open_counter = read_names, open_counter
        self._before_opening = {Lane.DATABASE: check_file, Lane.PAPER: load_parts}
        self._awaited: set[Lane] = set()
        self._shown: tuple[Officer, ...] = ()
        self._chosen: int | None = None
        self._failed = False
        self._opened: Opened | None = None
        self._sit_down: Callable[[Officer], None] | None = None
        self.problems = Problems(choose.notice, self)
        choose.chosen.connect(self._choose_officer)
        choose.back.connect(window.uncover)

    def begin(self) -> None:
        self._window.cover(self._choose)
        self._choose.show_busy(True)
        self._window.show()
        self._background.run(
            self._window, self._read_names, then=self._begin_to_open, otherwise=self._tell_failure
        )

    def _begin_to_open(self, officers: tuple[Officer, ...]) -> None:
        if officers:
            self._show_officers(officers)
        self._open()

    def _show_officers(self, officers: tuple[Officer, ...]) -> None:
        self._shown = officers
        self._choose.show_officers(officers)
        self._choose.show_busy(False)
        self._choose.setFocus()
        self.ready.emit()

    def _open(self) -> None:
        """The file is checked and the parts are loaded side by side; only then is it opened for work."""
        self._failed, self._awaited = False, set(self._before_opening)
        for lane, work in self._before_opening.items():
            self._background.run(
                self._window,
                work,
                then=partial(self._open_after, lane),
                otherwise=self._tell_failure,
                lane=lane,
            )

    def _open_after(self, lane: Lane, _done: None) -> None:
        if lane in self._awaited:
            self._awaited.remove(lane)
            if not self._awaited:
                self._background.run(
                    self._window, self._open_counter, then=self._take_over, otherwise=self._tell_failure
                )

    def _take_over(self, opened: Opened) -> None:
        self._opened, self._sit_down = opened, opened.fill()
        if opened.officers != self._shown:
            self._show_officers(opened.officers)
        elif self._chosen is not None:
            self._journal_choice(opened, self._chosen)

    def _choose_officer(self, officer_id: int) -> None:
        self._chosen = officer_id
        self._choose.notice.close_notice()
        self._choose.show_busy(True)
        if self._opened is not None:
            self._journal_choice(self._opened, officer_id)
        elif self._failed:
            self._open()

    def _journal_choice(self, opened: Opened, officer_id: int) -> None:
        self._background.run(
            self._window, lambda: opened.choose(officer_id), then=self._seat, otherwise=self._tell_failure
        )

    def _seat(self, officer: Officer) -> None:
        self._choose.show_busy(False)
        if self._sit_down is not None:
            self._sit_down(officer)
            self.seated.emit()

    def _tell_failure(self, error: Exception) -> None:
        self._failed, self._chosen = True, None
        self._choose.show_busy(False)
        if not self._shown:
            self._choose.show_officers(())
        self.problems.tell(error)
