"""One finding and its answer: what, why, how to mend it, and what is asked of the officer.

``FindingRow(severity, what, why, remedy, supervisors=[(id, name)], parent)``. A ``warn`` asks for a reason,
an ``approve`` for a supervisor and a reason, a ``block`` only offers to go to the field.
``go_to_field()`` when the officer wants to mend it; ``answered()`` whenever the answer changed;
``reason()``, ``approver()`` (officer number or ``None``) and ``settled`` tell the answer;
``set_answer(reason, approver)`` restores one.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.findings import Severity
from ui.theme import GAP, HAIR, WIDE
from ui.tone import SEVERITY_ICONS, SEVERITY_TONES, Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.mark import mark


class FindingRow(QFrame):
    go_to_field = Signal()
    answered = Signal()

    def __init__(
        self,
        severity: Severity,
        what: str,
        why: str,
        remedy: str,
        *,
        supervisors: Sequence[tuple[int, str]] = (),
        has_field: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._severity = severity
        self._icon = Icon(SEVERITY_ICONS[severity], SEVERITY_TONES[severity])
        self._reason: Field | None = None
        self._approver: Field | None = None
        self.setAccessibleName(what)
        self.setAccessibleDescription(f"{why} {remedy}")
        mark(self, tone=SEVERITY_TONES[severity].value)
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, GAP, WIDE, GAP)
        row.setSpacing(GAP)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(HAIR)
        words.addWidget(Label(what, weight="strong", wrap=True))
        words.addWidget(Label(why, "muted", grade="small", wrap=True))
        words.addWidget(Label(remedy, grade="small", wrap=True))
        self._add_answer(words, supervisors)
        row.addLayout(words, 1)
        if has_field and severity is not Severity.NOTE:
            self._go = ActionButton(self.tr("Go to field"), icon="pencil")
            self._go.setAccessibleName(self.tr("Go to field: {what}").format(what=what))
            self._go.triggered.connect(self.go_to_field)
            row.addWidget(self._go, 0, Qt.AlignmentFlag.AlignTop)
        self._show_settled()

    @property
    def severity(self) -> Severity:
        return self._severity

    @property
    def settled(self) -> bool:
        """Whether nothing more is asked here; a ``block`` is settled only by mending the field."""
        if self._severity is Severity.BLOCK:
            return False
        if self._severity is Severity.NOTE:
            return True
        approved = self._severity is Severity.WARN or self.approver() is not None
        return approved and bool(self.reason())

    def reason(self) -> str:
        return self._reason.text().strip() if self._reason else ""

    def approver(self) -> int | None:
        code = self._approver.text() if self._approver else ""
        return int(code) if code else None

    def set_answer(self, reason: str, approver: int | None = None) -> None:
        if self._reason:
            self._reason.set_text(reason)
        if self._approver:
            self._approver.set_text("" if approver is None else str(approver))
        self._show_settled()

    def focus_answer(self) -> None:
        """Put the cursor where the officer has to answer."""
        for field in (self._approver, self._reason):
            if field is not None and not field.text():
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def answer_fields(self) -> list[Field]:
        """In the order Enter walks them."""
        return [field for field in (self._approver, self._reason) if field is not None]

    def _add_answer(self, words: QVBoxLayout, supervisors: Sequence[tuple[int, str]]) -> None:
        if self._severity not in (Severity.WARN, Severity.APPROVE):
            return
        row = QHBoxLayout()
        row.setSpacing(GAP)
        if self._severity is Severity.APPROVE:
            choice = Choice(self.tr("Supervisor"))
            choice.offer([("", "—"), *((str(number), name) for number, name in supervisors)])
            self._approver = Field(self.tr("Supervisor"), choice)
            row.addWidget(self._approver, 1)
        self._reason = Field(self.tr("Reason"))
        row.addWidget(self._reason, 2)
        words.addLayout(row)
        for field in self.answer_fields():
            field.edited.connect(self._on_edited)

    def _on_edited(self, _text: str) -> None:
        self._show_settled()
        self.answered.emit()

    def _show_settled(self) -> None:
        open_question = self._severity in (Severity.WARN, Severity.APPROVE)
        if open_question and self.settled:
            self._icon.show_icon("check", Tone.OK)
        else:
            self._icon.show_icon(SEVERITY_ICONS[self._severity], SEVERITY_TONES[self._severity])
        mark(self, settled="true" if self.settled else "false")
