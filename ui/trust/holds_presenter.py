"""Carries the room "Tahan data"."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.errors import InputRejected, LoketError
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from app.visit.step_1_verify import Verification
from ui.background import Background
from ui.keeping_parts import HoldParts
from ui.problems import Problems
from ui.trust.holds_page import HoldsPage
from ui.wording.finding_words import finding_words

T = TypeVar("T")


class HoldsPresenter(QObject):
    """``problem`` carries an error no page has words for."""

    problem = Signal(object)

    def __init__(self, page: HoldsPage, parts: HoldParts, background: Background) -> None:
        super().__init__(page)
        self._page, self._parts, self._background = page, parts, background
        self._problems = Problems(page.notice, self)
        self._officer: Officer | None = None
        page.shown.connect(self.refresh)
        page.looked_up.connect(self._look_up)
        page.placed.connect(self._place)
        page.lifted.connect(self._lift)

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter: nothing of the one before is left on the page."""
        self._officer = officer if may(officer.role, Right.HOLD_RECORDS) else None
        self._page.clear()
        self._page.show_holds(())
        self._page.notice.hide()

    def refresh(self) -> None:
        standing = self._parts.standing
        self._do(standing, self._page.show_holds)

    def _look_up(self, typed: str) -> None:
        find = self._parts.find_person
        self._do(lambda by: find(typed, by), self._show_found)

    def _show_found(self, found: Verification) -> None:
        self._page.show_people(found.people)

    def _place(self, member_id: int, reason: str) -> None:
        place = self._parts.place
        self._do(lambda by: place(member_id, reason, by), lambda _hold: self._after(self._page.show_placed))

    def _lift(self, hold_id: int) -> None:
        lift = self._parts.lift
        self._do(lambda by: lift(hold_id, by), lambda _done: self._after(self._page.show_lifted))

    def _after(self, tell: Callable[[], None]) -> None:
        tell()
        self.refresh()

    def _do(self, work: Callable[[Officer], T], then: Callable[[T], None]) -> None:
        by = self._officer
        if by is not None:
            self._background.run(self._page, lambda: work(by), then=then, otherwise=self._tell)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, InputRejected):
            self._page.show_rejected(finding_words(error))
        elif isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)
