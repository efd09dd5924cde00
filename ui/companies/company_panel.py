"""One company: what of its cards waits, and its form with a message beside each field."""

from collections.abc import Mapping
from dataclasses import asdict

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.companies.company_form import CompanyField, CompanyForm
from app.companies.find_companies import CompanyLine, CompanyView
from app.errors import LoketError
from app.findings import Finding, Severity
from app.members.membership import RiskClass, Segment
from app.members.npp import Npp
from ui.formats import number, short_date, tidy_date
from ui.shortcuts import Key
from ui.theme import GAP, SMALL, WIDE
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field, enter_moves_on
from ui.widgets.label import Label
from ui.widgets.mark import mark
from ui.widgets.page import scrolling
from ui.widgets.panel import Panel
from ui.widgets.password_field import PasswordField
from ui.wording.finding_words import finding_words
from ui.wording.names import choices, name_of
from ui.wording.problem_words import told_problem

_PLACES = (
    (CompanyField.NPP, 0, 0, 1),
    (CompanyField.DIVISION, 0, 1, 1),
    (CompanyField.NAME, 1, 0, 2),
    (CompanyField.RELATIONSHIP_OFFICER, 2, 0, 2),
    (CompanyField.EMAIL, 3, 0, 2),
    (CompanyField.ADDRESS, 4, 0, 2),
    (CompanyField.CONTRIBUTIONS_POSTED_ON, 5, 0, 1),
    (CompanyField.DATA_ENTERED_ON, 5, 1, 1),
    (CompanyField.SEGMENT, 6, 0, 1),
    (CompanyField.RISK_CLASS, 6, 1, 1),
    (CompanyField.PAPERS_PASSWORD, 7, 0, 2),
)
"""Field, row, column and how many columns it takes."""


class CompanyPanel(Panel):
    """``saved()`` and ``given_up()`` on their keys; ``edited()`` whenever a hand has changed something."""

    saved = Signal()
    given_up = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._of: Npp | None = None
        self._stored = CompanyForm()
        self._waits = Label(tone="muted", grade="small", wrap=True)
        self._batches = Label(tone="muted", grade="small", wrap=True)
        self.fields: dict[CompanyField, Field] = {at: _field(at) for at, *_place in _PLACES}
        self.save = ActionButton(self.tr("Save"), Key.GO_ON)
        self._give_up = ActionButton(self.tr("Do not save"), Key.BACK, quiet=True)
        self._arrange()
        self.save.triggered.connect(self.saved)
        self._give_up.triggered.connect(self.given_up)
        for field in self.fields.values():
            field.edited.connect(self._hear_edit)
            field.edited.connect(field.clear_finding)
            field.left.connect(self._show_dirty)  # tidied
        enter_moves_on(list(self.fields.values()), self.saved.emit)
        self.setFocusProxy(self.fields[CompanyField.NAME])

    def show_company(self, line: CompanyLine | None, stored: CompanyForm, typed: CompanyForm) -> None:
        """``stored`` is what the branch knows, ``typed`` what stands in the fields; no line for a new one."""
        of = None if line is None else line.company.npp
        if of != self._of:
            self._of = of
            self._batches.hide()
            self.clear_findings()
        self._stored = stored
        new = line is None
        self.set_title(self.tr("New company") if line is None else line.company.name)
        self._waits.setText(self._new_words() if line is None else self._waiting_words(line))
        npp = self.fields[CompanyField.NPP].editor
        assert not isinstance(npp, Choice)
        npp.setReadOnly(not new)
        npp.setFocusPolicy(Qt.FocusPolicy.StrongFocus if new else Qt.FocusPolicy.ClickFocus)
        mark(npp, readOnly=not new)
        self.setFocusProxy(self.fields[CompanyField.NPP if new else CompanyField.NAME])
        self.set_typed(typed)

    def show_batches(self, view: CompanyView) -> None:
        """What was printed for the company lately."""
        lines = [
            self.tr("{day} · batch {number} · {state}").format(
                day=short_date(batch.day), number=batch.number, state=name_of(batch.state)
            )
            + (f" · {batch.receipt_number}" if batch.receipt_number else "")
            for batch in view.batches
        ]
        self._batches.setText("\n".join([self.tr("Printed lately"), *lines]))
        self._batches.setVisible(bool(lines))

    def typed(self) -> CompanyForm:
        return CompanyForm(**{at.value: field.text() for at, field in self.fields.items()})

    def set_typed(self, form: CompanyForm) -> None:
        texts = asdict(form)
        for at, field in self.fields.items():
            field.set_text(texts[at.value])
        self._show_dirty()

    @property
    def dirty(self) -> bool:
        return self.typed() != self._stored

    def show_findings(self, findings: Mapping[CompanyField, Finding]) -> None:
        """Beside the fields; the first one gets the cursor."""
        self.clear_findings()
        for at, finding in findings.items():
            words = finding_words(finding)
            remedy = self.tr("Ask the company for it again.") if at is CompanyField.EMAIL else words.remedy
            self.fields[at].show_finding(finding.severity, f"{words.what}. {remedy}")
        blocking = [at for at, one in findings.items() if one.severity is Severity.BLOCK]
        first = next((at for at in self.fields if at in blocking), None)
        if first is not None:
            self.fields[first].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse_npp(self, error: LoketError) -> None:
        self.fields[CompanyField.NPP].show_finding(Severity.BLOCK, told_problem(error))
        self.fields[CompanyField.NPP].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_findings(self) -> None:
        for field in self.fields.values():
            field.clear_finding()

    def show_busy(self, busy: bool) -> None:
        self.save.set_busy(busy, self.tr("Saving …"))
        if not busy:
            self._show_dirty()

    def _hear_edit(self) -> None:
        self._show_dirty()
        self.edited.emit()

    def _show_dirty(self) -> None:
        dirty = self.dirty
        self.save.setEnabled(dirty and not self.save.busy)
        self._give_up.setVisible(dirty)
        mark(self.save, primary=dirty)

    def _new_words(self) -> str:
        return self.tr("NPP and name are enough to begin with.")

    def _waiting_words(self, line: CompanyLine) -> str:
        told = []
        if line.unprinted and line.since:
            told.append(
                self.tr("{count} cards wait, the first since {day}").format(
                    count=number(line.unprinted), day=short_date(line.since)
                )
            )
        if line.in_batch:
            told.append(self.tr("{count} in a batch").format(count=number(line.in_batch)))
        if line.without_number:
            told.append(self.tr("{count} without a number").format(count=number(line.without_number)))
        return " · ".join(told) or self.tr("No card waits.")

    def narrowest(self) -> int:
        """The width at which no field is cut, beside the bar that scrolls them; large text needs more."""
        return self._inside.minimumSizeHint().width() + self._bar.sizeHint().width() + 2 * WIDE + SMALL

    def _arrange(self) -> None:
        self.add(self._waits)
        self._inside = inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, SMALL, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(SMALL)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for at, row, column, wide in _PLACES:
            grid.addWidget(self.fields[at], row, column, 1, wide)
        grid.addWidget(self._batches, grid.rowCount(), 0, 1, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        area = scrolling(inside)
        self._bar = area.verticalScrollBar()
        self.body.addWidget(area, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch()
        buttons.addWidget(self._give_up)
        buttons.addWidget(self.save)
        self.body.addLayout(buttons)


def _field(at: CompanyField) -> Field:
    label = name_of(at)
    if at is CompanyField.PAPERS_PASSWORD:
        return PasswordField(label)
    if at in (CompanyField.SEGMENT, CompanyField.RISK_CLASS):
        choice = Choice(label)
        choice.offer(choices(Segment if at is CompanyField.SEGMENT else RiskClass))
        return Field(label, choice)
    if at in (CompanyField.CONTRIBUTIONS_POSTED_ON, CompanyField.DATA_ENTERED_ON):
        return Field(label, tidy=tidy_date)
    return Field(label)
