"""Carries the list of the room "Perusahaan": searches, saves, and asks for a company's cards."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.companies.company_form import CompanyForm, form_of_company
from app.companies.find_companies import CompaniesFound, CompanyView
from app.companies.save_company import SavedCompany
from app.errors import LoketError, Problem
from app.members.npp import Npp
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from app.workers.worker_file import FilePurpose, WorkerFile
from ui.background import Background
from ui.companies.companies_room import CompaniesRoom
from ui.companies.list_presenter import ListPresenter
from ui.company_parts import CompanyParts
from ui.problems import Problems
from ui.tone import Tone

T = TypeVar("T")


class CompaniesPresenter(QObject):
    """``batch_asked(npp)`` when a company's cards are to be printed; ``problem`` carries an error no page has
    words for. The lists of workers are carried by ``lists``."""

    batch_asked = Signal(object)
    problem = Signal(object)

    def __init__(self, room: CompaniesRoom, parts: CompanyParts, background: Background) -> None:
        super().__init__(room)
        self._room, self._page = room, room.companies
        self._parts, self._background = parts, background
        page = self._page
        self.lists = ListPresenter(room, parts.lists, background, page.name_of)
        self._problems = Problems(page.notice, self)
        self._officer: Officer | None = None
        self._typed = ""
        page.shown.connect(self.refresh)
        page.asked.connect(self._search)
        page.company_shown.connect(self._read)
        page.saved.connect(self._save)
        page.cards_asked.connect(self.batch_asked)
        page.workers_asked.connect(lambda npp: self.lists.choose(npp, FilePurpose.REGISTRATION))
        page.numbers_asked.connect(lambda: self.lists.choose(None, FilePurpose.ACCEPTANCE))
        page.list_taken_up.connect(self.lists.take_up)
        room.dropped.connect(self._read_dropped)
        self.lists.finished.connect(self._show_finished)
        self.lists.discarded.connect(self._offer_discarded)
        self.lists.problem.connect(self.problem)

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter."""
        self._officer = officer if may(officer.role, Right.KEEP_COMPANIES) else None
        self._page.clear()
        self.lists.start(officer)
        if self._page.isVisible():
            self.refresh()

    def refresh(self) -> None:
        typed, find = self._typed, self._parts.find
        self._do(lambda by: find(typed, by), lambda found: self._show_found(typed, found))
        self._do(
            self._parts.lists.files,
            lambda files: self._page.show_unfinished(self.lists.waiting(files)),
        )

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

    def _read_dropped(self, file: Path) -> None:
        """On the list it is the workers of the company that is shown; over another list it is not taken."""
        npp = self._page.current()
        if self._room.currentWidget() is not self._page:
            return
        if npp is None:
            self._page.notice.say(self.tr("Choose the company first whose list this is."), Tone.WARN)
            return
        self.lists.read(file, npp, FilePurpose.REGISTRATION)

    def _show_finished(self, file: WorkerFile | None, words: str) -> None:
        """Back among the companies, at the one the list was of."""
        self._room.show_companies()
        if file is not None and file.npp is not None:
            self._page.select(file.npp)
        if words:
            self._page.notice.say(words, Tone.INFO if file is None else Tone.OK)

    def _offer_discarded(self, file: WorkerFile) -> None:
        self._show_finished(file, "")
        words = self.tr("{name} is discarded.").format(name=file.name)
        self._page.notice.offer_undo(words, self.lists.bring_back)

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
