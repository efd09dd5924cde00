"""How the branch's data is opened: with an officer's password, or with the recovery code."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.errors import LoketError, Problem
from app.findings import FindingCode, Severity
from app.ports import Slot
from app.trust.restore import BackupKey, ByPassword, ByRecoveryCode
from ui.setup.wizard import WizardStep
from ui.widgets.choice import Choice
from ui.widgets.field import Field, enter_moves_on
from ui.widgets.password_field import PasswordField
from ui.wording.finding_words import words_of_code
from ui.wording.problem_words import problem_words

_BY_CODE = "code"
_ABOUT_THE_KEY = (
    Problem.RECOVERY_CODE_WRONG,
    Problem.RECOVERY_CODE_MISTYPED,
    Problem.WRONG_PASSWORD,
    Problem.LOCKED_OUT,
)


class KeyStep(WizardStep):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = Choice(self.tr("Opened by"))
        self._by = Field(self.tr("Opened by"), self._choice)
        self.code = Field(
            self.tr("Recovery code"),
            hint=self.tr("All seven groups from the paper in the safe; it can also be scanned there."),
        )
        self.password = PasswordField(self.tr("Password"))
        self._by.edited.connect(lambda _code: self._show_editor())
        for field in (self.code, self.password):
            field.edited.connect(field.clear_finding)
            self.body.addWidget(field)
        self.body.insertWidget(2, self._by)
        self.body.addStretch()
        enter_moves_on([self._by, self.code, self.password], self.go_on.emit)
        self.offer(())

    def offer(self, slots: Sequence[Slot]) -> None:
        """``slots``: whose passwords may open it on this PC; none where it belongs to another one."""
        offered = [(str(slot.officer_id), slot.name) for slot in slots]
        self._choice.offer([*offered, (_BY_CODE, self.tr("Recovery code"))])
        self._choice.setCurrentIndex(0)
        self._by.setVisible(bool(slots))
        self._show_editor()

    def key(self) -> BackupKey | None:
        """``None`` after saying beside the field what is missing."""
        field = self._editor()
        text = field.text()
        if not text.strip():
            field.show_finding(Severity.BLOCK, words_of_code(FindingCode.REQUIRED, {}).what)
            field.setFocus()
            return None
        if self._choice.code() == _BY_CODE:
            return ByRecoveryCode(text)
        return ByPassword(int(self._choice.code()), text)

    def refuse(self, error: LoketError) -> bool:
        """Says it beside the field where it belongs there; what was typed stays."""
        if error.problem not in _ABOUT_THE_KEY:
            return False
        words = problem_words(error)
        field = self._editor()
        field.show_finding(Severity.BLOCK, f"{words.what}. {words.next_step}")
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def forget(self) -> None:
        self.code.set_text("")
        self.code.clear_finding()
        self.password.forget()

    def _editor(self) -> Field:
        return self.code if self._choice.code() == _BY_CODE else self.password

    def _show_editor(self) -> None:
        by_code = self._choice.code() == _BY_CODE
        self.code.setVisible(by_code)
        self.password.setVisible(not by_code)
        self.begin_at(self._by if self._by.isVisibleTo(self) else self._editor())
