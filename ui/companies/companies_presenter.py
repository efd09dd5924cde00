"""Carries the list of the room "Perusahaan": searches, saves, and asks for a company's cards."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.companies.company_form import CompanyForm, form_of_company
from app.companies.find_companies import CompaniesFound, CompanyView
from app.companies.save_company import SavedCompany
from app.errors import LoketError, Problem
from app.members.npp import Npp
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from ui.background import Background
from ui.companies.companies_page import CompaniesPage
from ui.companies.company_parts import CompanyParts
from ui.problems import Problems
from ui.tone import Tone

T = TypeVar("T")


class CompaniesPresenter(QObject):
    """``batch_asked(npp)`` when a company's cards are to be printed; ``problem`` carries an error no page has
    words for."""

    batch_asked = Signal(object)
    problem = Signal(object)

    def __init__(self, page: CompaniesPage, parts: CompanyParts, background: Background) -> None:
        super().__init__(page)
        self._page, self._parts, self._background = page, parts, background
        self._problems = Problems(page.notice, self)
        self._officer: Officer | None = None
        self._typed = ""
        page.shown.connect(self.refresh)
        page.asked.connect(self._search)
        page.company_shown.connect(self._read)
        page.saved.connect(self._save)
        page.cards_asked.connect(self.batch_asked)

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter."""
        self._officer = officer if may(officer.role, Right.KEEP_COMPANIES) else None
        self._page.clear()
        if self._page.isVisible():
            self.refresh()

    def refresh(self) -> None:
        typed, find = self._typed, self._parts.find
        self._do(lambda by: find(typed, by), lambda found: self._show_found(typed, found))

    def _search(self, typed: str) -> None:
        self._typed = typed
        self.refresh()

    def _show_found(self, typed: str, found: CompaniesFound) -> None:
        """An answer to an older question is dropped."""
        if typed == self._typed:
            self._page.show_companies(found)

    def _read(self, npp: Npp) -> None:
        read = self._parts.read
        self._do(lambda by: read(npp, by), self._show_read)

    def _show_read(self, view: CompanyView) -> None:
        if view.line.company.npp == self._page.current():
            self._page.company.show_batches(view)

    def _save(self, form: CompanyForm, known: Npp | None) -> None:
        self._page.company.show_busy(True)
        save = self._parts.save
        self._do(lambda by: save(form, known, by), self._show_saved, otherwise=self._refuse)

    def _show_saved(self, saved: SavedCompany) -> None:
        page = self._page
        page.company.show_busy(False)
        company, before = saved.read.company, saved.before
        if company is None:
            page.company.show_findings(saved.read.findings)
            return
        page.show_saved(company)
        page.company.show_findings(saved.read.findings)
        self.refresh()
        if before is not None and before != company:
            page.notice.offer_undo(
                self.tr("{company} is saved.").format(company=company.name),
                lambda: self._save(form_of_company(before), before.npp),
            )
        else:
            page.notice.say(self.tr("{company} is saved.").format(company=company.name), Tone.OK)

    def _refuse(self, error: Exception) -> None:
        self._page.company.show_busy(False)
        if isinstance(error, LoketError) and error.problem is Problem.COMPANY_ALREADY_STORED:
            self._page.company.refuse_npp(error)
        else:
            self._tell(error)

    def _do(
        self,
        work: Callable[[Officer], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        by = self._officer
        if by is not None:
            self._background.run(self._page, lambda: work(by), then=then, otherwise=otherwise or self._tell)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)
