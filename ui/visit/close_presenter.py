"""Ends a visit: shows what was done, writes its receipt once, and closes it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.errors import LoketError
from app.ports import PageImage
from app.trust.officer import Officer
from app.visit.step_5_close import VisitSummary
from app.visit.visit import Visit
from ui.background import Background, Lane
from ui.parts import Parts
from ui.problems import Problems
from ui.visit.step_5_close_page import ClosePage

_PREVIEW_WIDTH = 900


class ClosePresenter(QObject):
    """``finished`` carries the closed visit, ``problem`` an error no page has words for."""

    finished = Signal(object)
    problem = Signal(object)

    def __init__(self, page: ClosePage, parts: Parts, background: Background, visit_minutes: int) -> None:
        """``visit_minutes`` is the branch's own standard for one visit."""
        super().__init__(page)
        self._page, self._parts, self._background = page, parts, background
        self._problems = Problems(page.notice, self)
        self._standard_seconds = visit_minutes * 60
        self._visit: Visit | None = None
        self._officer: Officer | None = None
        self._busy = False
        page.receipt_asked.connect(self._write_receipt)
        page.close_asked.connect(self._close)

    def start(self, visit: Visit, officer: Officer) -> None:
        self._visit, self._officer = visit, officer
        self._set_busy(False)
        self._page.begin()
        summarise, rates, today = self._parts.visit.summarise, self._parts.rates, self._parts.clock().date()

        def sum_up() -> tuple[VisitSummary, int]:
            summary = summarise(visit, officer)
            held = summary.membership
            if held is None:
                return summary, 0
            due = rates.contributions(held.segment, held.programmes, held.wage, held.risk_class, today)
            return summary, sum(one.paid for one in due if one.contract_months is None)

        self._background.run(self._page, sum_up, then=self._show_summary, otherwise=self._on_problem)

    def take_over(self, officer: Officer) -> None:
        """Another officer sits down and closes the visit."""
        self._officer = officer

    def _show_summary(self, summed_up: tuple[VisitSummary, int]) -> None:
        summary, monthly = summed_up
        if self._visit is not None and summary.visit.id == self._visit.id:
            self._page.show_summary(summary, monthly, self._standard_seconds)

    def _write_receipt(self) -> None:
        visit, officer = self._visit, self._officer
        write, preview = self._parts.visit.write_receipt, self._parts.cards.preview
        if visit is None or officer is None or self._busy:
            return

        def write_receipt() -> tuple[Path, PageImage]:
            file = write(visit, officer)
            return file, preview(file.read_bytes(), 0, _PREVIEW_WIDTH)

        self._set_busy(True, self.tr("Writing …"))
        self._background.run(
            self._page, write_receipt, then=self._show_receipt, otherwise=self._on_problem, lane=Lane.PAPER
        )

    def _show_receipt(self, written: tuple[Path, PageImage]) -> None:
        self._set_busy(False)
        self._page.show_receipt(*written)

    def _close(self) -> None:
        visit, officer, close = self._visit, self._officer, self._parts.visit.close
        if visit is None or officer is None or self._busy:
            return
        self._set_busy(True)
        self._background.run(
            self._page, lambda: close(visit, officer), then=self._on_closed, otherwise=self._on_problem
        )

    def _on_closed(self, visit: Visit) -> None:
        self._visit = None
        self._set_busy(False)
        self.finished.emit(visit)

    def _set_busy(self, busy: bool, saying: str = "") -> None:
        self._busy = busy
        self._page.show_busy(busy, saying)

    def _on_problem(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)
