"""One finding and its answer: what, why, how to mend it, and what is asked of the officer.

``FindingRow(severity, what, why, remedy, supervisors=[(id, name)], parent)``. A ``warn`` asks for a reason,
an ``approve`` for a supervisor's own sign-in, a ``block`` only offers to go to the field.
``go_to_field()`` when the officer wants to mend it; ``answered()`` whenever the answer changed;
``approval_asked(officer_id, password, reason)``, then ``refuse(text)`` or ``show_approved(name, reason)``;
``reason()`` and ``settled`` tell the answer, ``set_reason(reason)`` restores one.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.findings import Severity
from ui.theme import GAP, HAIR, WIDE
from ui.tone import SEVERITY_ICONS, SEVERITY_TONES, Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.mark import mark
from ui.widgets.supervisor_sign_in import SupervisorSignIn


class FindingRow(QFrame):
    go_to_field = Signal()
    answered = Signal()
    approval_asked = Signal(int, str, str)

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
        self._supervisor: SupervisorSignIn | None = None
        self._approved = False
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
        if self._severity is Severity.APPROVE:
            return self._approved
        return bool(self.reason())

    def reason(self) -> str:
        return self._reason.text().strip() if self._reason else ""

    def set_reason(self, reason: str) -> None:
        if self._reason:
            self._reason.set_text(reason)
        self._show_settled()

    def refuse(self, text: str) -> None:
        """What was wrong about the supervisor's sign-in, said where it was typed."""
        if self._supervisor:
            self._supervisor.refuse(text)

    def show_approved(self, name: str, reason: str) -> None:
        self._approved = True
        if self._supervisor:
            self._supervisor.show_approved(name, reason)
        self._show_settled()
        self.answered.emit()

    def focus_answer(self) -> None:
        """Put the cursor where the officer has to answer."""
        if self._supervisor:
            self._supervisor.focus_missing()
        elif self._reason:
            self._reason.setFocus(Qt.FocusReason.TabFocusReason)

    def reason_field(self) -> Field | None:
        """Where a ``warn`` is answered."""
        return self._reason

    def _add_answer(self, words: QVBoxLayout, supervisors: Sequence[tuple[int, str]]) -> None:
        if self._severity is Severity.APPROVE:
            self._supervisor = SupervisorSignIn()
            self._supervisor.offer(supervisors)
            self._supervisor.asked.connect(self.approval_asked)
            words.addWidget(self._supervisor)
        elif self._severity is Severity.WARN:
            self._reason = Field(self.tr("Reason"))
            self._reason.edited.connect(self._on_edited)
            words.addWidget(self._reason)

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
