"""Step 2: keeps every keystroke as a draft, asks the rules while one types, and goes on when they allow."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.companies.company import Company
from app.errors import InputRejected
from app.member_fields import MemberField
from app.members.npp import Npp
from app.trust.officer import Officer
from app.visit.member_form import MemberForm
from app.visit.step_1_verify import Query, QueryKind
from app.visit.step_2_input import held_back, with_company
from app.visit.step_3_validate import Checked
from app.visit.visit import Stage, Visit
from ui.background import Background
from ui.formats import clock_seconds
from ui.parts import Parts
from ui.tone import Tone
from ui.visit.known_facts import nik_says
from ui.visit.step_2_input_page import InputPage
from ui.widgets.notice import Notice

CHECK_MS = 150
DRAFT_MS = 600
"""Counted from the first keystroke that is not stored yet, so that a draft is never a second old."""


class InputPresenter(QObject):
    checked = Signal(object)
    finished = Signal(object, object, object)
    stepped_back = Signal()
    problem = Signal(object)

    def __init__(self, page: InputPage, notice: Notice, parts: Parts, background: Background) -> None:
        super().__init__(page)
        self._page, self._notice = page, notice
        self._parts, self._background = parts, background
        self._visit: Visit | None = None
        self._officer: Officer | None = None
        self._asked = 0
        self._busy = False
        self._companies: tuple[Company, ...] = ()
        self._check_pause = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._check_pause.timeout.connect(self._check)
        self._draft_pause = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._draft_pause.timeout.connect(self.save_draft)
        page.edited.connect(self._on_edited)
        page.nik_edited.connect(self._fill_from_nik)
        page.submitted.connect(self._submit)
        page.stepped_back.connect(self._step_back)
        page.draft_wanted.connect(self.save_draft)
        page.company_asked.connect(self._ask_companies)
        page.company_picked.connect(self._take_company)
        page.company_left.connect(self._settle_company)

    def take_over(self, officer: Officer) -> None:
        """Another officer goes on where this one stood."""
        self._officer = officer

    def start(
        self, visit: Visit, form: MemberForm, officer: Officer, focus: MemberField | None = None
    ) -> None:
        self._visit, self._officer, self._busy = visit, officer, False
        self._page.show_busy(False)
        self._page.show_form(form)
        self._fill_from_nik()
        if focus is None:
            self._page.focus_first()
        else:
            self._page.show_all_findings()
            self._page.focus_field(focus)
        self._check()

    def go_on_with(self, visit: Visit, form: MemberForm) -> None:
        """The comparison of two people may have changed both."""
        self._visit = visit
        self._page.update_form(form)
        self._page.focus_first()
        self._check()

    @property
    def form(self) -> MemberForm:
        return self._page.form()

    def save_draft(self) -> None:
        """At once: on F8, a pause in typing, before another visitor is served."""
        self._draft_pause.stop()
        visit, officer, save = self._visit, self._officer, self._parts.visit.save_draft
        if visit is None or officer is None:
            return
        form, at = self._page.form(), self._parts.clock()
        self._background.run(
            self,
            lambda: save(visit, form, officer),
            then=lambda _none: self._saved(at),
            otherwise=self._not_saved,
        )

    def leave(self) -> None:
        """Another visitor comes: what was typed is stored, and no late answer touches the page."""
        self.save_draft()
        self._check_pause.stop()
        self._asked += 1
        self._visit = None

    def scanned(self, text: str) -> None:
        """By its shape into NIK or KPJ, whatever field has the focus."""
        try:
            query = Query.parse(text)
        except InputRejected:
            query = None
        if query is not None and query.kind is QueryKind.NIK:
            self._page.fill_nik(query.text)
            self._notice.say(self.tr("The scanned number went into the NIK. Ctrl+Z there takes it back."))
        elif query is not None and query.kind is QueryKind.KPJ:
            self._page.fill_kpj(query.text)
            self._notice.say(self.tr("The scanned number went into the KPJ."))
        else:
            self._notice.say(
                self.tr("The scan is neither a NIK nor a KPJ; nothing was filled in."), Tone.WARN
            )

    def _on_edited(self) -> None:
        if not self._draft_pause.isActive():
            self._draft_pause.start()
        self._check_pause.start()

    def _fill_from_nik(self) -> None:
        suggested = self._parts.visit.suggestions(self._page.form_without_filled())
        self._page.fill_from_nik(suggested)

    def _saved(self, at: datetime) -> None:
        self._page.show_saved(self.tr("Saved as draft {time}").format(time=clock_seconds(at)))

    def _not_saved(self, error: Exception) -> None:
        self._page.show_saved(self.tr("Not saved yet"))
        self._draft_pause.start()
        self.problem.emit(error)

    def _check(self) -> None:
        visit, officer, check = self._visit, self._officer, self._parts.visit.check_form
        if visit is None or officer is None:
            return
        form = self._page.form()
        self._asked += 1
        asked = self._asked
        self._background.run(
            self,
            lambda: check(visit, form, officer),
            then=lambda checked: self._show_checked(asked, checked),
            otherwise=self.problem.emit,
        )

    def _show_checked(self, asked: int, checked: Checked) -> None:
        """An answer about a form that has changed since is dropped."""
        if asked == self._asked:
            self._page.show_checked(checked, nik_says(checked))
            self.checked.emit(checked)

    def _step_back(self) -> None:
        if self._busy:
            return
        self.save_draft()
        self.stepped_back.emit()

    # going on

    def _submit(self) -> None:
        visit, form, officer, use = self._visit, self._page.form(), self._officer, self._parts.visit
        if visit is None or officer is None or self._busy:
            return
        self._set_busy(True)
        self._check_pause.stop()
        self._draft_pause.stop()
        self._asked += 1

        def done() -> tuple[Visit, Checked]:
            return use.finish_input(visit, form, officer), use.check_form(visit, form, officer)

        self._background.run(self, done, then=lambda answer: self._go_on(form, *answer), otherwise=self._stop)

    def _go_on(self, form: MemberForm, visit: Visit, checked: Checked) -> None:
        self._set_busy(False)
        self._page.show_checked(checked, nik_says(checked))
        self._page.show_all_findings()
        self.checked.emit(checked)
        self._saved(self._parts.clock())
        if visit.stage is not Stage.INPUT:
            self._visit = None  # from here on the form is step 3's; no draft of it may come later
            self.finished.emit(visit, form, checked)
            return
        for finding in held_back(checked.findings):
            if finding.field is not None:
                self._page.focus_field(finding.field)
                return

    def _stop(self, error: Exception) -> None:
        self._set_busy(False)
        self.problem.emit(error)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._page.show_busy(busy)

    # the company

    def _ask_companies(self, typed: str) -> None:
        officer, suggest = self._officer, self._parts.visit.suggest_companies
        if officer is None:
            return
        self._background.run(
            self,
            lambda: suggest(typed, officer),
            then=lambda companies: self._offer(typed, companies),
            otherwise=self.problem.emit,
        )

    def _offer(self, typed: str, companies: tuple[Company, ...]) -> None:
        self._companies = companies
        self._page.offer_companies(typed, companies)

    def _take_company(self, npp: str) -> None:
        for company in self._companies:
            if company.npp.text == npp:
                self._apply(company)

    def _settle_company(self, typed: str) -> None:
        """A whole NPP typed without looking at the list brings the company's defaults as well."""
        officer, suggest = self._officer, self._parts.visit.suggest_companies
        try:
            npp = Npp.parse(typed)
        except InputRejected:
            return
        if officer is None:
            return

        def known() -> Company | None:
            return next((company for company in suggest(npp.text, officer) if company.npp == npp), None)

        self._background.run(
            self, known, then=lambda company: self._apply_settled(npp, company), otherwise=self.problem.emit
        )

    def _apply_settled(self, npp: Npp, company: Company | None) -> None:
        form = self._page.form()
        if company is not None and not form.company_name and form.npp.strip():
            self._apply(company)

    def _apply(self, company: Company) -> None:
        self._page.update_form(with_company(self._page.form(), company))
        self._on_edited()
