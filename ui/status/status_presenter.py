"""Carries the status check: one look-up at a time, and nobody left on the screen for the next officer."""

from PySide6.QtCore import QObject, Signal

from app.errors import InputRejected, LoketError
from app.trust.officer import Officer
from app.visit.step_1_verify import Verification
from ui.background import Background
from ui.parts import Parts
from ui.problems import Problems
from ui.status.status_page import StatusPage
from ui.wording.finding_words import finding_words


class StatusPresenter(QObject):
    """``problem`` carries an error no page has words for."""

    problem = Signal(object)

    def __init__(self, page: StatusPage, parts: Parts, background: Background) -> None:
        super().__init__(page)
        self._page, self._parts, self._background = page, parts, background
        self._problems = Problems(page.notice, self)
        self._officer: Officer | None = None
        page.asked.connect(self._look_up)
        page.person_picked.connect(page.show_person)

    def start(self, officer: Officer) -> None:
        self._officer = officer
        self._page.begin()

    def look_up(self, typed: str) -> None:
        """From a scanner, or from the box in the top bar."""
        self._page.look_up(typed)

    def _look_up(self, typed: str) -> None:
        officer, find = self._officer, self._parts.visit.find_person
        if officer is None:
            return
        self._page.show_busy(True)
        self._background.run(
            self._page,
            lambda: find(typed, officer),
            then=lambda found: self._show(found, officer),
            otherwise=self._explain,
        )

    def _show(self, found: Verification, asked_by: Officer) -> None:
        self._page.show_busy(False)
        self._page.notice.hide()
        if asked_by != self._officer:
            return
        if len(found.people) > 1:
            self._page.show_people(found.people)
        elif found.people:
            self._page.show_person(found.people[0])
        else:
            self._page.show_unknown(found.query.kind)

    def _explain(self, error: Exception) -> None:
        self._page.show_busy(False)
        if isinstance(error, InputRejected):
            self._page.show_rejected(finding_words(error))
        elif isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)
