"""Carries the day close: what stands, the paper, and the backup after it."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from app.cards.shift import BlankCount
from app.errors import LoketError, Problem
from app.reports.day_close import DayClosed
from app.trust.officer import Officer
from ui.background import Background, Lane
from ui.keeping_parts import DayCloseParts
from ui.problems import Problems
from ui.reports.day_close_page import DayClosePage


class DayClosePresenter(QObject):
    """``closed()`` once the paper lies there: then a backup is due. ``problem`` carries an error no page has
    words for."""

    problem = Signal(object)
    closed = Signal()

    def __init__(self, page: DayClosePage, parts: DayCloseParts, background: Background) -> None:
        super().__init__(page)
        self._page, self._parts, self._background = page, parts, background
        self._problems = Problems(page.notice, self)
        self._officer: Officer | None = None
        self._day = date.min
        page.close_asked.connect(self._close)

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter."""
        self._officer = officer
        self._page.start()

    def show_day(self, day: date) -> None:
        self._day = day
        self._page.notice.close_notice()
        self.refresh()

    def refresh(self) -> None:
        by, day, read = self._officer, self._day, self._parts.read
        if by is not None:
            self._background.run(
                self._page, lambda: read(day, by), then=self._page.show_day, otherwise=self._tell
            )

    def _close(self, reason: str, count: BlankCount | None) -> None:
        by, day, close = self._officer, self._day, self._parts.close
        if by is None:
            return
        self._page.show_busy(True)
        self._background.run(
            self._page,
            lambda: close(day, by, reason, count),
            then=self._show_closed,
            otherwise=self._refuse,
            lane=Lane.PAPER,
        )

    def _show_closed(self, closed: DayClosed) -> None:
        self._page.show_busy(False)
        self.refresh()
        self._page.show_closed(closed)
        self.closed.emit()

    def _refuse(self, error: Exception) -> None:
        self._page.show_busy(False)
        if isinstance(error, LoketError) and error.problem is Problem.DAY_NOT_READY:
            self.refresh()
            self._page.ask_for_reason()
        elif isinstance(error, LoketError) and error.problem is Problem.BLANKS_DIFFER:
            self._page.count.show_difference(error)
        else:
            self._tell(error)

    def _tell(self, error: Exception) -> None:
        self._page.show_busy(False)
        if isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)
