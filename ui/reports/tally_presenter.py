"""Carries the room "Laporan": reads a day's tally and has its workbook written."""

from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.errors import LoketError
from app.reports.daily_tally import DailyTally
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from ui.background import Background, Lane
from ui.formats import tidy_date
from ui.parts import Parts
from ui.problems import Problems
from ui.reports.tally_page import TallyPage


class TallyPresenter(QObject):
    """``day_close_asked(day)`` for the day that is shown. ``problem`` carries an error no page has words
    for."""

    problem = Signal(object)
    day_close_asked = Signal(object)

    def __init__(self, page: TallyPage, parts: Parts, background: Background) -> None:
        super().__init__(page)
        self._page, self._parts, self._background = page, parts, background
        self._problems = Problems(page.notice, self)
        self._officer: Officer | None = None
        self._day = parts.clock().date()
        page.day_typed.connect(self._take_typed)
        page.day_stepped.connect(lambda days: self._take(self._day + timedelta(days=days)))
        page.write_asked.connect(self._write)
        page.close_day_asked.connect(lambda: self.day_close_asked.emit(self._day))
        page.shown.connect(self.refresh)

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter; the tally begins with today."""
        self._officer = officer if may(officer.role, Right.READ_TALLY) else None
        self._page.offer_day_close(may(officer.role, Right.CLOSE_DAY))
        self._take(self._parts.clock().date())

    def refresh(self) -> None:
        day, officer, read = self._day, self._officer, self._parts.read_tally
        self._page.show_day(day, today=self._parts.clock().date())
        if officer is None:
            return
        self._background.run(
            self._page, lambda: read(day, officer), then=self._show, otherwise=self._on_problem
        )

    def _show(self, tally: DailyTally) -> None:
        if tally.day == self._day:
            self._page.show_tally(tally)

    def _take_typed(self, typed: str) -> None:
        try:
            day = datetime.strptime(tidy_date(typed), "%d-%m-%Y").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            self._page.show_day_problem(self.tr("Type day, month and year, such as 20112026."))
            return
        self._take(day)

    def _take(self, day: date) -> None:
        if day > self._parts.clock().date():
            self._page.show_day_problem(self.tr("This day has not come yet."))
            return
        self._day = day
        self._page.notice.hide()
        self.refresh()

    def _write(self) -> None:
        day, officer, write = self._day, self._officer, self._parts.write_tally
        if officer is None:
            return
        self._page.show_busy(True)
        self._background.run(
            self._page,
            lambda: write(day, officer),
            then=self._show_written,
            otherwise=self._on_problem,
            lane=Lane.PAPER,
        )

    def _show_written(self, file: Path) -> None:
        self._page.show_busy(False)
        self._page.show_written(file)
        self.refresh()

    def _on_problem(self, error: Exception) -> None:
        self._page.show_busy(False)
        if isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)
