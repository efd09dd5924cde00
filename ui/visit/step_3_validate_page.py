"""Step 3 on the screen: every finding with its reason or its way back to the field, answered in place."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.findings import Finding, FindingCode, Severity
from app.trust.approval import Approval
from app.trust.officer import Officer
from ui.shortcuts import Key
from ui.theme import GAP, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.finding_row import FindingRow
from ui.widgets.label import Label
from ui.widgets.page import Page, scrolling
from ui.widgets.panel import Panel
from ui.wording.finding_words import finding_words
from ui.wording.names import name_of


class ValidatePage(Page):
    go_to_field = Signal(object)
    compare = Signal()
    register = Signal()
    approval_asked = Signal(str, int, str, str)
    stepped_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Finding, FindingRow]] = []
        self._undecided = 0
        self.missing = Label("", "muted", grade="small", wrap=True)
        self.back = ActionButton(self.tr("Back"), Key.BACK)
        self.save = ActionButton(self.tr("Save and go on to print"), Key.GO_ON, primary=True)
        self._duplicates = Panel(tone=Tone.WARN)
        self._compare = ActionButton(self.tr("Compare"), Key.COMPARE)
        self._all_well = Panel(self.tr("No findings: everything fits"), tone=Tone.OK)
        self._list = QVBoxLayout()
        self._arrange()
        self._to_field = QShortcut(QKeySequence(Key.TO_FIELD), self, autoRepeat=False)
        self._to_field.activated.connect(self._go_from_focus)
        self._to_missing = QShortcut(QKeySequence(Key.GO_ON), self, autoRepeat=False)
        self._to_missing.activated.connect(self.focus_first_missing)
        self._compare.triggered.connect(self.compare)
        self.save.triggered.connect(self.register)
        self.back.triggered.connect(self.stepped_back)

    def show_findings(
        self,
        findings: Sequence[Finding],
        undecided: int,
        supervisors: Sequence[Officer],
        answers: Mapping[str, str | Approval],
    ) -> None:
        """``undecided`` counts possible duplicates; they are answered by comparing, not by a reason.
        ``answers`` are those given before, by the finding's key."""
        self._undecided = undecided
        self._duplicates.set_title(self._pairs(undecided))
        self._duplicates.setVisible(undecided > 0)
        self._empty_list()
        people = {supervisor.id: supervisor.name for supervisor in supervisors}
        shown = [one for one in findings if one.code is not FindingCode.PERSON_POSSIBLY_DUPLICATE]
        for severity in Severity:
            group = [finding for finding in shown if finding.severity is severity]
            if group:
                head = f"{name_of(severity)} ({len(group)})"
                self._list.addWidget(Label(head, "muted", grade="small", weight="strong"))
            if group and severity is Severity.APPROVE:
                note = self.tr("The supervisor comes to your counter and signs in here; you stay signed in.")
                self._list.addWidget(Label(note, "muted", grade="small", wrap=True))
            for finding in group:
                self._add_row(finding, people, answers.get(finding.key))
        self._all_well.setVisible(not shown and not undecided)
        self._show_missing()

    def reasons(self) -> dict[str, str]:
        """The officer's own, by the finding's key."""
        return {finding.key: row.reason() for finding, row in self._rows if row.reason()}

    def refuse_approval(self, finding_key: str, text: str) -> None:
        for row in self._rows_of(finding_key):
            row.refuse(text)

    def show_approved(self, finding_key: str, name: str, reason: str) -> None:
        for row in self._rows_of(finding_key):
            row.show_approved(name, reason)
        self.focus_first_missing()

    def _rows_of(self, finding_key: str) -> list[FindingRow]:
        return [row for finding, row in self._rows if finding.key == finding_key]

    @property
    def ready(self) -> bool:
        return not self._undecided and all(row.settled for _finding, row in self._rows)

    def focus_first_missing(self) -> None:
        """To the first thing still to be answered; with nothing left, to the primary action."""
        if self._undecided:
            self._compare.setFocus(Qt.FocusReason.TabFocusReason)
            return
        for _finding, row in self._rows:
            if not row.settled:
                self._focus_row(row)
                return
        self.save.setFocus(Qt.FocusReason.TabFocusReason)

    def show_busy(self, busy: bool) -> None:
        self.save.set_busy(busy, self.tr("Saving …"))
        self.back.setDisabled(busy)
        self._area.setDisabled(busy)
        if not busy:
            self._show_missing()

    def _add_row(self, finding: Finding, people: Mapping[int, str], answer: str | Approval | None) -> None:
        words = finding_words(finding)
        what = f"{name_of(finding.field)}: {words.what}" if finding.field else words.what
        row = FindingRow(
            finding.severity,
            what,
            words.why,
            words.remedy,
            supervisors=tuple(people.items()),
            has_field=finding.field is not None,
        )
        if isinstance(answer, Approval):
            row.show_approved(people.get(answer.supervisor_id, ""), answer.reason)
        elif answer is not None:
            row.set_reason(answer)
        row.go_to_field.connect(lambda: self.go_to_field.emit(finding.field))
        row.answered.connect(self._show_missing)
        row.approval_asked.connect(partial(self.approval_asked.emit, finding.key))
        if (field := row.reason_field()) is not None:
            field.entered.connect(lambda row=row: self._answered(row))
        self._rows.append((finding, row))
        self._list.addWidget(row)
        row.show()  # at once, so that it can take the focus

    def _answered(self, row: FindingRow) -> None:
        """Enter goes to what is still open: first in this row, then below."""
        if not row.settled:
            row.focus_answer()
            return
        self.focus_first_missing()

    def _focus_row(self, row: FindingRow) -> None:
        if row.severity in (Severity.WARN, Severity.APPROVE):
            row.focus_answer()
        else:
            buttons = row.findChildren(ActionButton)
            (buttons[0] if buttons else self.back).setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(row, 0, GAP)

    def _go_from_focus(self) -> None:
        """F2 leads to the field of the finding that has the focus, else of the first that is open."""
        focus = QApplication.focusWidget()
        held = [finding for finding, row in self._rows if focus and row.isAncestorOf(focus)]
        still_open = [finding for finding, row in self._rows if not row.settled]
        for finding in (*held, *still_open, *(finding for finding, _row in self._rows)):
            if finding.field is not None:
                self.go_to_field.emit(finding.field)
                return

    def _show_missing(self) -> None:
        counts = {
            severity: sum(
                1 for finding, row in self._rows if finding.severity is severity and not row.settled
            )
            for severity in Severity
        }
        parts = []
        if counts[Severity.BLOCK]:
            parts.append(self.tr("to correct: {count}").format(count=counts[Severity.BLOCK]))
        if self._undecided:
            parts.append(self._pairs(self._undecided))
        if counts[Severity.APPROVE]:
            parts.append(self.tr("for the supervisor: {count}").format(count=counts[Severity.APPROVE]))
        if counts[Severity.WARN]:
            parts.append(self.tr("reasons to give: {count}").format(count=counts[Severity.WARN]))
        still = self.tr("Still missing: {what}").format(what=", ".join(parts))
        self.missing.setText(still if parts else self.tr("Everything is answered."))
        self.save.setEnabled(not parts)
        self._to_missing.setEnabled(bool(parts))

    def _pairs(self, count: int) -> str:
        if count == 1:
            return self.tr("1 possible duplicate to decide")
        return self.tr("{count} possible duplicates to decide").format(count=count)

    def _empty_list(self) -> None:
        self._rows = []
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _arrange(self) -> None:
        explain = Label(
            self.tr("Somebody like this is stored already. Decide whether it is the same person."),
            grade="small",
            wrap=True,
        )
        self._duplicates.add(explain)
        row = QHBoxLayout()
        row.addWidget(self._compare)
        row.addStretch()
        self._duplicates.body.addLayout(row)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(SMALL)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._all_well)
        column.addWidget(self._duplicates)
        column.addLayout(self._list)
        column.addStretch(1)
        self._area = scrolling(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SMALL)
        whole.addWidget(self._area, 1)
        bar = QHBoxLayout()
        bar.setSpacing(GAP)
        bar.addWidget(self.missing, 1)
        bar.addWidget(self.back)
        bar.addWidget(self.save)
        whole.addLayout(bar)
