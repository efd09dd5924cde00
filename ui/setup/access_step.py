"""A new way in, after the recovery code opened the data: the administrator's password on this PC."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.errors import RuleBroken
from app.trust.officer import Officer, Role
from ui.setup.administrator_step import Judge
from ui.setup.wizard import WizardStep
from ui.widgets.choice import Choice
from ui.widgets.field import Field, enter_moves_on
from ui.widgets.new_password import NewPassword
from ui.wording.problem_words import problem_words


class AccessStep(WizardStep):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("The administrator's new password"),
            self.tr(
                "Passwords belong to the PC they were chosen on. The administrator chooses a new one now; "
                "every officer whose password opens nothing here gets a one-time password on the next page."
            ),
        )
        self.next_text = self.tr("Save password")
        self._officers: dict[str, Officer] = {}
        self._choice = Choice(self.tr("Administrator"))
        self._who = Field(self.tr("Administrator"), self._choice)
        self.password = NewPassword()
        self.body.addWidget(self._who)
        self.body.addWidget(self.password)
        self.body.addStretch()
        enter_moves_on([self._who, *self.password.fields], self.go_on.emit)
        self.begin_at(self._who)

    def set_judge(self, judge: Judge) -> None:
        self.password.set_check(lambda password: judge(self._choice.currentText(), password))

    def offer(self, officers: Sequence[Officer]) -> None:
        """Those who keep the branch; there is always one."""
        keepers = [officer for officer in officers if officer.role is Role.ADMINISTRATOR]
        self._officers = {str(officer.id): officer for officer in keepers}
        self._choice.offer([(code, officer.name) for code, officer in self._officers.items()])
        self._choice.setCurrentIndex(0)

    def filled(self) -> tuple[Officer, str] | None:
        """``None`` after saying beside the field what is wrong."""
        password = self.password.accepted()
        return None if password is None else (self._officers[self._choice.code()], password)

    def refuse(self, error: RuleBroken) -> None:
        words = problem_words(error)
        self.password.refuse(f"{words.what}. {words.next_step}")
