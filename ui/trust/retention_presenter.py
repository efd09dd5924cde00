"""Carries the room "Retensi"."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.errors import LoketError, Problem
from app.trust.kept_records import RecordKind
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from app.trust.retention import SUBJECT, Erased, KindReview
from ui.background import Background
from ui.keeping_parts import RetentionParts
from ui.problems import Problems
from ui.trust.retention_page import RetentionPage
from ui.wording.problem_words import problem_words

_AT_THE_PASSWORD = (
    Problem.WRONG_PASSWORD,
    Problem.LOCKED_OUT,
    Problem.PASSWORD_MUST_CHANGE,
    Problem.REASON_MISSING,
)


@dataclass(frozen=True, slots=True)
class _Seen:
    kinds: tuple[KindReview, ...]
    supervisors: tuple[Officer, ...]


class RetentionPresenter(QObject):
    """``problem`` carries an error no page has words for."""

    problem = Signal(object)

    def __init__(self, page: RetentionPage, parts: RetentionParts, background: Background) -> None:
        super().__init__(page)
        self._page, self._parts, self._background = page, parts, background
        self._problems = Problems(page.notice, self)
        self._officer: Officer | None = None
        page.shown.connect(self.refresh)
        page.period_chosen.connect(self._set)
        page.approval_asked.connect(self._erase)

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter."""
        self._officer = officer if may(officer.role, Right.ERASE_RECORDS) else None
        self._page.supervisor.clear()
        self._page.notice.hide()

    def refresh(self) -> None:
        by, parts = self._officer, self._parts
        if by is None:
            return
        self._background.run(
            self._page,
            lambda: _Seen(parts.review(by), parts.approvers()),
            then=self._show,
            otherwise=self._tell,
        )

    def _show(self, seen: _Seen) -> None:
        self._page.offer_supervisors(seen.supervisors)
        self._page.show_kinds(seen.kinds)

    def _set(self, kind: RecordKind, months: int | None) -> None:
        by, parts = self._officer, self._parts
        if by is None:
            return
        self._background.run(
            self._page,
            lambda: parts.set(kind, months, by),
            then=lambda _done: self.refresh(),
            otherwise=self._tell,
        )

    def _erase(self, supervisor_id: int, password: str, reason: str) -> None:
        by, parts = self._officer, self._parts
        if by is None:
            return

        def approve_and_erase() -> Erased:
            return parts.erase(parts.approve(supervisor_id, password, SUBJECT, reason), by)

        self._page.supervisor.show_busy(True)
        self._background.run(
            self._page, approve_and_erase, then=self._show_erased, otherwise=self._refuse_erasure
        )

    def _show_erased(self, erased: Erased) -> None:
        self._page.supervisor.show_busy(False)
        count = sum(kind.due for kind in erased.kinds)
        self._page.show_erased(count, erased.certificate, more=erased.more)
        self.refresh()

    def _refuse_erasure(self, error: Exception) -> None:
        if isinstance(error, LoketError) and error.problem in _AT_THE_PASSWORD:
            words = problem_words(error)
            self._page.supervisor.refuse(f"{words.what}. {words.next_step}")
            return
        self._page.supervisor.show_busy(False)
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)
