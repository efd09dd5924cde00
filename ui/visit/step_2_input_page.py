"""Step 2 on the screen: form F1A in the order of the paper. It collects and shows; it decides nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.companies.company import Company
from app.findings import Finding, Severity
from app.member_fields import MemberField
from app.members.member import MaritalStatus
from app.members.membership import RiskClass, Segment
from app.members.nik import Sex
from app.members.regions import Regions
from app.services.contribution import Rates
from app.visit.member_form import KpjSource, MemberForm
from app.visit.read_form import WITH_COMPANY
from app.visit.step_3_validate import Checked
from ui.formats import tidy_date, tidy_nik, tidy_rupiah
from ui.shortcuts import Key
from ui.theme import GAP, HAIR, SMALL, WIDE
from ui.tone import TONE_ICONS, Tone
from ui.visit.kpj_choice import KpjChoice
from ui.visit.programme_ticks import ProgrammeTicks
from ui.visit.region_picks import RegionPicks
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.label import Elided
from ui.widgets.mark import mark
from ui.widgets.page import Page, scrolling
from ui.widgets.panel import Panel
from ui.widgets.suggest import Suggest
from ui.wording.finding_words import finding_words
from ui.wording.names import choices, name_of

F = MemberField
Row = Sequence[tuple[MemberField, int]]
COLUMNS = 24
_PERSON: Sequence[Row] = (
    ((F.NIK, 11), (F.NAME, 13)),
    ((F.BIRTH_PLACE, 8), (F.BIRTH_DATE, 6), (F.SEX, 5), (F.MARITAL_STATUS, 5)),
    ((F.MOTHER_NAME, 10), (F.FAMILY_CARD, 7), (F.NPWP, 7)),
    ((F.ADDRESS, 10), (F.PROVINCE, 7), (F.REGENCY, 7)),
    ((F.DISTRICT, 5), (F.VILLAGE, 5), (F.POSTAL_CODE, 3), (F.PHONE, 5), (F.EMAIL, 6)),
)
_MEMBERSHIP: Sequence[Row] = (
    ((F.SEGMENT, 7), (F.NPP, 6), (F.COMPANY_NAME, 8), (F.DIVISION, 3)),
    ((F.EMPLOYEE_NUMBER, 5), (F.START_DATE, 5), (F.WAGE, 6), (F.RISK_CLASS, 8)),
)
_REGIONS = (F.PROVINCE, F.REGENCY, F.DISTRICT)
_COMPANY = (F.NPP, F.COMPANY_NAME)
_AT_COMPANY = (*_COMPANY, F.DIVISION, F.EMPLOYEE_NUMBER)
_TIDY: Mapping[MemberField, Callable[[str], str]] = {
    F.NIK: tidy_nik,
    F.NAME: str.upper,
    F.BIRTH_PLACE: str.upper,
    F.BIRTH_DATE: tidy_date,
    F.MOTHER_NAME: str.upper,
    F.START_DATE: tidy_date,
    F.WAGE: tidy_rupiah,
}
"""As the KTP writes it, put right when the focus leaves."""
_CHOICES: Mapping[MemberField, type[StrEnum]] = {
    F.SEX: Sex,
    F.MARITAL_STATUS: MaritalStatus,
    F.SEGMENT: Segment,
    F.RISK_CLASS: RiskClass,
}
_ORDER = {severity: place for place, severity in enumerate(Severity)}


class InputPage(Page):
    edited = Signal()
    submitted = Signal()
    stepped_back = Signal()
    draft_wanted = Signal()
    company_asked = Signal(str)
    company_picked = Signal(str)
    company_left = Signal(str)
    nik_edited = Signal()
    told = Signal(object)

    def __init__(self, regions: Regions, rates: Rates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rates = rates
        self._regions = RegionPicks(regions, self)
        self._kpj = KpjChoice(self)
        self._programmes = ProgrammeTicks()
        self._fields: dict[MemberField, Field] = {}
        self._left: set[MemberField] = set()
        self._filled: set[MemberField] = set()
        self._unchecked: set[MemberField] = set()
        self._findings: tuple[Finding, ...] = ()
        self._nik_says = ""
        self._form = MemberForm()
        self.saved = Elided("", "muted", grade="small")
        self.summary = Elided("", Tone.ERROR, grade="small", weight="strong")
        self._summary_icon = Icon(TONE_ICONS[Tone.ERROR], Tone.ERROR, grade="small")
        self.draft = ActionButton(self.tr("Save draft"), Key.SAVE_DRAFT, quiet=True)
        self.back = ActionButton(self.tr("Back"), Key.BACK)
        self.submit = ActionButton(self.tr("Check data"), Key.GO_ON, primary=True)
        self._make_fields()
        for editor in (*self._fields.values(), self._kpj.source_field, self._kpj.number_field):
            mark(editor.editor, dense="true")
        self._walk: list[Field | ProgrammeTicks] = [
            *self._fields.values(),
            self._programmes,
            self._kpj.source_field,
            self._kpj.number_field,
        ]
        self._area = scrolling(self._paper())
        self._arrange()
        self._connect()
        self.show_form(MemberForm())

    # what was typed

    def form(self) -> MemberForm:
        """Everything as it stands on the screen."""
        typed = {field.value: editor.text() for field, editor in self._fields.items()}
        typed |= {place.value: self._regions.code(place) for place in _REGIONS}
        return replace(
            self._form,
            **typed,
            programmes=self._programmes.text(),
            kpj=self._kpj.typed(),
            kpj_source=self._kpj.source().value,
        )

    def form_without_filled(self) -> MemberForm:
        """As if what the NIK filled in had not been typed: a corrected NIK fills it anew."""
        return replace(self.form(), **{field.value: "" for field in self._filled})

    def show_form(self, form: MemberForm) -> None:
        """Begin with this form; nothing counts as left by the officer yet."""
        self._left.clear()
        self._unchecked = set(MemberField)  # until the rules have looked for the first time
        self._mark_filled((), "")
        self.show_findings((), "")
        self.saved.setText("")
        self.update_form(form)

    def update_form(self, form: MemberForm) -> None:
        """Show other values where they differ; findings and hints stay."""
        before = self.form().as_draft()
        changed = {field for field in self._filled if before[field.value] != getattr(form, field.value)}
        self._mark_filled(self._filled - changed, self.tr("from the NIK"))
        self._form = form
        for field, editor in self._fields.items():
            if field in _REGIONS:
                if self._regions.code(field) != getattr(form, field.value):
                    self._regions.set_code(field, getattr(form, field.value))
            else:
                editor.set_text(getattr(form, field.value))
        self._kpj.set(KpjSource(form.kpj_source), form.kpj)
        self._programmes.set_text(form.programmes)
        self._fit_to_segment(form.programmes)

    def fill_from_nik(self, values: Mapping[str, str]) -> None:
        """Put in what the NIK says where the field is empty or was filled by a NIK before."""
        for name, text in values.items():
            field = MemberField(name)
            if not self._fields[field].text() or field in self._filled:
                self._fields[field].set_text(text)
                self._mark_filled({*self._filled, field}, self.tr("from the NIK"))

    def fill_kpj(self, text: str) -> None:
        self._kpj.set(KpjSource.TYPED, text)
        self._left.add(F.KPJ)
        self.edited.emit()

    def fill_nik(self, text: str) -> None:
        """Replace the NIK as if typed, so that Ctrl+Z in the field brings the old one back."""
        line = self._fields[F.NIK].editor
        assert isinstance(line, QLineEdit)
        line.selectAll()
        line.insert(tidy_nik(text))
        self._left.add(F.NIK)
        self._on_edited(F.NIK)

    def offer_companies(self, asked: str, companies: Sequence[Company]) -> None:
        offers = [(company.npp.text, f"{company.npp.text} · {company.name}") for company in companies]
        for field in _COMPANY:
            line = self._fields[field].editor
            if isinstance(line, Suggest) and line.hasFocus():
                line.offer(offers, asked=asked)

    # what the rules say

    def show_checked(self, checked: Checked, nik_says: str) -> None:
        self._kpj.show_next(checked.kpj if self._kpj.source() is KpjSource.BLOCK else None, checked.block)
        self._programmes.show_contributions(checked.read.contributions)
        self._unchecked.clear()
        self.show_findings(checked.findings, nik_says)

    def show_findings(self, findings: Sequence[Finding], nik_says: str) -> None:
        """Beside each field that was left once; the summary counts what is shown."""
        self._findings, self._nik_says = tuple(findings), nik_says
        told = _worst_by_field(findings, self._left)
        for field, editor in self._shown_fields():
            if field in told:
                editor.show_finding(told[field].severity, finding_words(told[field]).what)
            else:
                editor.clear_finding()
        if nik_says and F.NIK not in told:
            self._fields[F.NIK].show_ok(nik_says)
        shown = [finding for finding in findings if finding.field in self._left]
        self._count(shown)
        self.told.emit(shown)

    def show_all_findings(self) -> None:
        """After the officer asked to go on, every field tells."""
        self._left = set(MemberField)
        self.show_findings(self._findings, self._nik_says)

    def focus_field(self, field: MemberField) -> None:
        self._left.add(field)
        editor = self._editor_of(field)
        self._focus(editor)
        if isinstance(editor, Field) and isinstance(editor.editor, QLineEdit):
            editor.editor.selectAll()

    def focus_first(self) -> None:
        """The first empty field of the paper, or the first of all."""
        empty = [editor for editor in self._fields.values() if not editor.text()]
        self._focus((empty or list(self._fields.values()))[0])

    def message(self, field: MemberField) -> str:
        """What stands beside the field now."""
        return dict(self._shown_fields())[field].message()

    @property
    def scrolls_by(self) -> int:
        """Pixels of the form that do not fit."""
        return self._area.verticalScrollBar().maximum()

    def contributions(self) -> Mapping[str, str]:
        return self._programmes.amounts()

    def show_saved(self, text: str) -> None:
        self.saved.setText(text)

    def show_busy(self, busy: bool) -> None:
        self.submit.set_busy(busy, self.tr("Checking …"))
        self.back.setDisabled(busy)

    # how it is made

    def _make_fields(self) -> None:
        for row in (*_PERSON, *_MEMBERSHIP):
            for field, _span in row:
                label = name_of(field)
                if field in _REGIONS:
                    self._fields[field] = self._regions.fields[field]
                elif field in _CHOICES:
                    choice = Choice(label)
                    none = [("", "—")] if field is not F.SEGMENT else []
                    choice.offer([*none, *choices(_CHOICES[field])])
                    self._fields[field] = Field(label, choice)
                elif field in _COMPANY:
                    self._fields[field] = Field(label, Suggest(label, free_text=field is F.COMPANY_NAME))
                else:
                    self._fields[field] = Field(label, tidy=_TIDY.get(field))

    def _paper(self) -> QWidget:
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for title, rows in (
            (self.tr("Identity as on the KTP, and contact"), _PERSON),
            (self.tr("Membership"), _MEMBERSHIP),
        ):
            panel, grid = Panel(title), _grid()
            panel.body.setContentsMargins(WIDE, HAIR + 2, WIDE, SMALL)
            panel.body.setSpacing(HAIR)
            for number, row in enumerate(rows):
                _put(grid, number, [(self._fields[field], span) for field, span in row])
            if rows is _MEMBERSHIP:
                last = [(self._programmes, 12), (self._kpj.source_field, 6), (self._kpj.number_field, 6)]
                _put(grid, len(rows), last)
            panel.body.addLayout(grid)
            column.addWidget(panel)
        column.addStretch(1)
        return paper

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._area, 1)
        bar = QHBoxLayout()
        bar.setSpacing(GAP)
        told = QGridLayout()
        told.setHorizontalSpacing(HAIR)
        told.setVerticalSpacing(0)
        told.addWidget(self.saved, 0, 0, 1, 2)
        told.addWidget(self._summary_icon, 1, 0)
        told.addWidget(self.summary, 1, 1)
        told.setColumnStretch(1, 1)
        bar.addLayout(told, 1)
        for button in (self.draft, self.back, self.submit):
            bar.addWidget(button)
        column.addLayout(bar)
        self._count(())

    def _connect(self) -> None:
        for field, editor in self._fields.items():
            editor.edited.connect(lambda _text, field=field: self._on_edited(field))
            editor.left.connect(lambda field=field: self._on_left(field))
        self._programmes.edited.connect(lambda _text: self._on_edited(F.PROGRAMMES))
        self._programmes.left.connect(lambda: self._on_left(F.PROGRAMMES))
        self._regions.edited.connect(self._on_edited)
        self._kpj.edited.connect(lambda: self._on_edited(F.KPJ))
        self._kpj.number_field.left.connect(lambda: self._on_left(F.KPJ))
        for walked in self._walk:
            walked.entered.connect(lambda walked=walked: self._advance(walked))
        for field in _COMPANY:
            line = self._fields[field].editor
            assert isinstance(line, Suggest)
            line.asked.connect(self.company_asked)
            line.picked.connect(self.company_picked)
            line.picked.connect(lambda _npp: self._focus_next_empty())
        self._fields[F.NPP].left.connect(lambda: self.company_left.emit(self._fields[F.NPP].text()))
        self.submit.triggered.connect(self.submitted)
        self.back.triggered.connect(self.stepped_back)
        self.draft.triggered.connect(self.draft_wanted)

    def _on_edited(self, field: MemberField) -> None:
        self._unchecked.add(field)
        if field in self._filled:
            self._mark_filled(self._filled - {field}, self.tr("from the NIK"))
        if field is F.NIK:
            self.nik_edited.emit()
        if field is F.SEGMENT:
            self._fit_to_segment("")
        self.edited.emit()

    def _on_left(self, field: MemberField) -> None:
        if field not in self._left:
            self._left.add(field)
        if field not in self._unchecked:
            self.show_findings(self._findings, self._nik_says)

    def _fit_to_segment(self, programmes: str) -> None:
        """Offer the segment's programmes; those the law requires are ticked until the officer says else."""
        code = self._fields[F.SEGMENT].text()
        segment = Segment(code) if code in set(Segment) else Segment.PU
        if not programmes:
            required = self._rates.mandatory(segment)
            self._programmes.set_text(" ".join(programme.value for programme in required))
        self._programmes.offer(self._rates.allowed(segment))

    def _mark_filled(self, fields: Iterable[MemberField], hint: str) -> None:
        fresh = set(fields)
        for field in fresh | self._filled:
            self._fields[field].set_filled(field in fresh)
            self._fields[field].set_hint(hint if field in fresh else "")
        self._filled = fresh

    def _count(self, findings: Sequence[Finding]) -> None:
        blocks = sum(finding.severity is Severity.BLOCK for finding in findings)
        asks = sum(finding.severity in (Severity.WARN, Severity.APPROVE) for finding in findings)
        parts = [self.tr("{count} to correct").format(count=blocks)] if blocks else []
        parts += [self.tr("{count} to explain").format(count=asks)] if asks else []
        tone = Tone.ERROR if blocks else Tone.WARN
        self.summary.say(" · ".join(parts), tone)
        self._summary_icon.show_icon(TONE_ICONS[tone], tone)
        for told in (self.summary, self._summary_icon):
            told.setVisible(bool(parts))

    def _advance(self, walked: Field | ProgrammeTicks) -> None:
        """Enter goes to what is still to be typed; Tab stops at what the NIK has filled as well, and at
        the company's fields of who works for no company."""
        passed = {self._fields[field] for field in self._filled}
        if self._fields[F.SEGMENT].text() not in WITH_COMPANY:
            passed |= {self._fields[field] for field in _AT_COMPANY if not self._fields[field].text()}
        for following in self._walk[self._walk.index(walked) + 1 :]:
            if self._target(following).isEnabled() and following not in passed:
                self._focus(following)
                return
        self.submit.click()

    def _focus_next_empty(self) -> None:
        """After the company brought its defaults: on to what it could not know."""
        walk = list(self._fields.items())
        after = [editor for field, editor in walk[list(self._fields).index(F.COMPANY_NAME) :]]
        self._focus(next((editor for editor in after if not editor.text()), self._programmes))

    def _focus(self, walked: QWidget) -> None:
        self._target(walked).setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(walked, 0, GAP))

    def _target(self, walked: QWidget) -> QWidget:
        if isinstance(walked, ProgrammeTicks):
            return walked.first
        assert isinstance(walked, Field)
        return walked.editor

    def _editor_of(self, field: MemberField) -> QWidget:
        if field is F.PROGRAMMES:
            return self._programmes
        if field is F.KPJ:
            number = self._kpj.number_field
            return number if number.editor.isEnabled() else self._kpj.source_field
        return self._fields.get(field, self._fields[F.NIK])

    def _shown_fields(self) -> list[tuple[MemberField, Field | ProgrammeTicks]]:
        return [*self._fields.items(), (F.PROGRAMMES, self._programmes), (F.KPJ, self._kpj.number_field)]


def _worst_by_field(findings: Sequence[Finding], left: set[MemberField]) -> dict[MemberField, Finding]:
    told: dict[MemberField, Finding] = {}
    for finding in findings:
        if finding.field is None or finding.field not in left:
            continue
        if finding.field not in told or _ORDER[finding.severity] < _ORDER[told[finding.field].severity]:
            told[finding.field] = finding
    return told


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SMALL)
    grid.setVerticalSpacing(HAIR)
    for column in range(COLUMNS):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, 0)
    return grid


def _put(grid: QGridLayout, row: int, cells: Sequence[tuple[QWidget, int]]) -> None:
    column = 0
    for widget, span in cells:
        grid.addWidget(widget, row, column, 1, span)
        column += span
