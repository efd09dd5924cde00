"""The first administrator: a name and a password of their own choosing, for there is no default one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.errors import RuleBroken
from app.findings import FindingCode, Severity
from ui.setup.wizard import WizardStep
from ui.tone import Tone
from ui.widgets.field import Field, enter_moves_on
from ui.widgets.label import Label
from ui.widgets.new_password import NewPassword
from ui.widgets.panel import Panel
from ui.wording.finding_words import words_of_code
from ui.wording.problem_words import problem_words

Judge = Callable[[str, str], None]
"""``judge(name, password)`` raises ``RuleBroken`` for a password the rules refuse."""


class AdministratorStep(WizardStep):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("The administrator"),
            self.tr(
                "Keeps officers, printers and backups, and sees no member. Whoever also serves visitors gets "
                "an account of their own for that afterwards."
            ),
        )
        self.next_text = self.tr("Found the branch")
        self._judge: Judge = _no_rules
        self.name = Field(self.tr("Name"), hint=self.tr("As the journal is to show it"))
        self.password = NewPassword(self.tr("Password"))
        self.password.set_check(lambda password: self._judge(self.name.text(), password))
        self._founded = Panel(self.tr("The branch is founded"), tone=Tone.OK)
        self._founded_words = Label(grade="small", wrap=True)
        self._founded.add(self._founded_words)
        self._founded.hide()
        self.body.addWidget(self._founded)
        self.body.addWidget(self.name)
        self.body.addWidget(self.password)
        self.body.addStretch()
        enter_moves_on([self.name, *self.password.fields], self.go_on.emit)
        self.name.edited.connect(self.name.clear_finding)
        self.begin_at(self.name)

    def set_judge(self, judge: Judge) -> None:
        self._judge = judge

    def filled(self) -> tuple[str, str] | None:
        """Name and password; ``None`` after saying beside the field what is wrong."""
        name = " ".join(self.name.text().split())
        if not name:
            self.name.show_finding(Severity.BLOCK, words_of_code(FindingCode.REQUIRED, {}).what)
            self.name.setFocus()
            return None
        self.name.clear_finding()
        self.name.set_text(name)
        password = self.password.accepted()
        return None if password is None else (name, password)

    def refuse(self, error: RuleBroken) -> None:
        words = problem_words(error)
        self.password.refuse(f"{words.what}. {words.next_step}")

    def show_founded(self, name: str) -> None:
        """From now on the password is held nowhere but behind itself, and is changed after signing in."""
        self.password.forget()
        self.password.hide()
        self.name.hide()
        self._founded_words.setText(
            self.tr(
                "{name} signs in with the password just chosen. Name and password can be changed once "
                "signed in."
            ).format(name=name)
        )
        self._founded.show()
        self.next_text = self.tr("Next")


def _no_rules(_name: str, _password: str) -> None:
    """Until the rules are handed in."""
