"""One row of a list beside the table: its fields with what is wrong below each, and the answers it wants."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.member import MaritalStatus
from app.members.membership import RiskClass, Segment
from app.members.nik import Sex
from app.members.regions import Regions
from app.trust.officer import Officer
from app.visit.member_form import KpjSource, MemberForm
from app.workers.worker_file import RowDecision, RowState, WorkerRow
from ui.companies.row_words import TO_MEND, open_findings, state_cell, where
from ui.formats import tidy_date, tidy_kpj, tidy_nik, tidy_rupiah
from ui.shortcuts import Key
from ui.theme import SMALL
from ui.tone import Tone
from ui.visit.region_picks import RegionPicks
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.finding_row import FindingRow
from ui.widgets.label import Label
from ui.widgets.page import scrolling
from ui.widgets.panel import Panel
from ui.widgets.tick import Tick
from ui.wording.finding_words import finding_words
from ui.wording.names import choices, name_of

_ALWAYS = (MemberField.NIK, MemberField.NAME, MemberField.BIRTH_DATE)
_CHOICES = {
    MemberField.SEX: Sex,
    MemberField.MARITAL_STATUS: MaritalStatus,
    MemberField.SEGMENT: Segment,
    MemberField.RISK_CLASS: RiskClass,
}
_TIDY = {
    MemberField.NIK: tidy_nik,
    MemberField.BIRTH_DATE: tidy_date,
    MemberField.START_DATE: tidy_date,
    MemberField.WAGE: tidy_rupiah,
    MemberField.KPJ: tidy_kpj,
}
_FIELDS = tuple(field for field in MemberField if field is not MemberField.SEARCH)


class RowPanel(Panel):
    """``entered()`` on Enter in a field; ``decided(key, reason)``; ``compare_asked()``;
    ``approval_asked(key, officer_id, password, reason)``.

    What is typed is the row's as soon as the row is left; the page sees to it.
    """

    entered = Signal()
    decided = Signal(str, str)
    approval_asked = Signal(str, int, str, str)
    compare_asked = Signal()

    def __init__(self, regions: Regions, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._row: WorkerRow | None = None
        self._stored = MemberForm()
        self._answers: dict[str, FindingRow] = {}
        self._supervisors: tuple[Officer, ...] = ()
        self._places = RegionPicks(regions, self)
        self.fields: dict[MemberField, Field] = {at: self._field(at) for at in _FIELDS}
        self._state = Label(grade="small", weight="strong", wrap=True)
        self._all = Tick(self.tr("Show every field"))
        self._compare = ActionButton(self.tr("Compare"), Key.COMPARE)
        self._list = QVBoxLayout()
        self._arrange()
        self._all.toggled.connect(lambda _on: self._show_fields())
        self._compare.triggered.connect(self.compare_asked)
        for field in self.fields.values():
            field.entered.connect(self.entered)
            field.edited.connect(field.clear_finding)

    def offer_supervisors(self, supervisors: Sequence[Officer]) -> None:
        self._supervisors = tuple(supervisors)

    def show_row(self, row: WorkerRow | None) -> None:
        """The row as it is stored, in place of whatever was typed."""
        self._row = row
        self.setEnabled(row is not None)
        if row is None:
            self.set_title(self.tr("No row is chosen"))
            self._state.setText("")
            return
        self.set_title(self.tr("Row {number}").format(number=row.number))
        cell = state_cell(row)
        self._state.say(cell.text, cell.tone)
        self._stored = row.form
        for at, field in self.fields.items():
            self._set(at, getattr(row.form, at.value))
            field.setEnabled(row.state is RowState.OPEN)
        self._stored = self.typed()  # as the fields write it, so that only a hand makes a difference
        self._show_findings(row)
        self._show_fields()

    def typed(self) -> MemberForm:
        """The form with what stands in the fields; a KPJ that is typed counts as one."""
        texts = {at.value: self._text(at) for at in _FIELDS}
        form = replace(self._row.form if self._row else MemberForm(), **texts)
        if form.kpj and form.kpj != self._stored.kpj:
            form = replace(form, kpj_source=KpjSource.TYPED.value)
        return form

    @property
    def dirty(self) -> bool:
        return self._row is not None and self._row.state is RowState.OPEN and self.typed() != self._stored

    @property
    def number(self) -> int | None:
        return self._row.number if self._row else None

    def shows_other(self, row: WorkerRow) -> bool:
        """Whether it is this row, as it stood before, and nobody is typing into it."""
        return (
            self._row is not None and self._row.number == row.number and self._row != row and not self.dirty
        )

    def focus_first(self) -> None:
        """To the first thing that is to be mended or answered."""
        if self._row is None:
            return
        for finding in open_findings(self._row):
            if finding.key in self._answers:
                self._answers[finding.key].focus_answer()
                return
            if finding.field in self.fields and finding.severity in TO_MEND:
                self._focus(finding.field)
                return
        self._focus(MemberField.NIK)

    def refuse_approval(self, finding_key: str, text: str) -> None:
        if finding_key in self._answers:
            self._answers[finding_key].refuse(text)

    def _focus(self, at: MemberField) -> None:
        editor = self.fields[at].editor
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if not isinstance(editor, Choice):
            editor.selectAll()

    def _show_findings(self, row: WorkerRow) -> None:
        for field in self.fields.values():
            field.clear_finding()
        for answer in self._answers.values():
            answer.hide()
            answer.deleteLater()
        self._answers.clear()
        decisions = {decision.finding_key: decision for decision in row.decisions}
        pairs = False
        for finding in sorted(row.findings, key=lambda one: list(Severity).index(one.severity), reverse=True):
            if finding.code is FindingCode.PERSON_POSSIBLY_DUPLICATE and finding.key not in decisions:
                pairs = True
            elif finding.severity in (Severity.WARN, Severity.APPROVE) and row.state is RowState.OPEN:
                self._add_answer(finding, decisions.get(finding.key))
            elif finding.field in self.fields:
                words = finding_words(finding)
                text = f"{words.what}. {words.remedy}"
                self.fields[finding.field].show_finding(finding.severity, text)
        self._compare.setVisible(pairs)
        blocks = [f for f in row.findings if f.severity is Severity.BLOCK and f.field not in self.fields]
        if blocks and row.state is RowState.OPEN:
            words = finding_words(blocks[0])
            self._state.say(f"{words.what}. {words.remedy}", Tone.ERROR)

    def _add_answer(self, finding: Finding, decision: RowDecision | None) -> None:
        words = finding_words(finding)
        people = {officer.id: officer.name for officer in self._supervisors}
        answer = FindingRow(
            finding.severity,
            f"{where(finding)}{words.what}",
            words.why,
            words.remedy,
            supervisors=tuple(people.items()),
            has_field=False,
        )
        if decision is not None and decision.approved_by is not None:
            answer.show_approved(people.get(decision.approved_by, ""), decision.reason)
        elif decision is not None:
            answer.set_reason(decision.reason)
        answer.approval_asked.connect(partial(self.approval_asked.emit, finding.key))
        if (field := answer.reason_field()) is not None:
            field.entered.connect(partial(self._decide, finding.key, answer))
        self._answers[finding.key] = answer
        self._list.addWidget(answer)
        answer.show()

    def _decide(self, finding_key: str, answer: FindingRow) -> None:
        if answer.reason():
            self.decided.emit(finding_key, answer.reason())

    def _show_fields(self) -> None:
        """Those that say who it is and those something is wrong with; the others on request."""
        wanted: Collection[MemberField | None] = _FIELDS
        if not self._all.isChecked() and self._row is not None:
            wanted = {*_ALWAYS, *(finding.field for finding in self._row.findings)}
        for at, field in self.fields.items():
            field.setVisible(at in wanted)

    def _field(self, at: MemberField) -> Field:
        if at in self._places.fields:
            return self._places.fields[at]
        label = name_of(at)
        if at in _CHOICES:
            choice = Choice(label)
            choice.offer([("", "—"), *choices(_CHOICES[at])])
            return Field(label, choice)
        return Field(label, tidy=_TIDY.get(at))

    def _set(self, at: MemberField, text: str) -> None:
        if at in self._places.fields:
            self._places.set_code(at, text)
            return
        tidy = _TIDY.get(at)
        self.fields[at].set_text(tidy(text) if tidy else text)

    def _text(self, at: MemberField) -> str:
        if at in self._places.fields:
            return self._places.code(at)
        text = self.fields[at].text()
        if not text and at in _CHOICES and self._row is not None:
            return str(getattr(self._row.form, at.value))  # what the file says, where it is no choice
        return text

    def _arrange(self) -> None:
        self.add(self._state)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SMALL, 0)
        column.setSpacing(SMALL)
        self._list.setSpacing(SMALL)
        column.addLayout(self._list)
        row = QHBoxLayout()
        row.addWidget(self._compare)
        row.addStretch()
        column.addLayout(row)
        for field in self.fields.values():
            column.addWidget(field)
        column.addStretch(1)
        self.body.addWidget(scrolling(inside), 1)
        self.add(self._all)
