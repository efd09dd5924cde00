"""How the branch and this counter are called."""

from PySide6.QtWidgets import QWidget

from app.findings import FindingCode, Severity
from ui.setup.wizard import WizardStep
from ui.widgets.field import Field
from ui.wording.finding_words import words_of_code


class BranchStep(WizardStep):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Branch and counter"), self.tr("Both names stand on receipts and in the daily tally.")
        )
        self.branch = Field(
            self.tr("Branch"),
            hint=self.tr("As on the letterhead, such as Kantor Cabang Surabaya Karimunjawa"),
        )
        self.counter = Field(
            self.tr("This counter"),
            hint=self.tr(
                "Such as Loket 1, each PC its own. It cannot be changed later: blanks, drafts and cards "
                "belong to it."
            ),
        )
        for field in (self.branch, self.counter):
            field.edited.connect(field.clear_finding)
        self.add_fields([self.branch, self.counter])
        self.body.addStretch()

    def show_names(self, branch: str, counter: str) -> None:
        self.branch.set_text(branch)
        self.counter.set_text(counter)

    def ask_other_counter(self, taken: str) -> None:
        """A further PC needs a name of its own."""
        self.counter.show_finding(
            Severity.BLOCK,
            self.tr("{counter} is the PC this backup comes from. Give this PC another name.").format(
                counter=taken
            ),
        )
        self.counter.setFocus()

    def names(self) -> tuple[str, str] | None:
        """Both, tidied; ``None`` after saying beside the field what is missing."""
        typed = [(field, " ".join(field.text().split())) for field in (self.branch, self.counter)]
        missing = [field for field, text in typed if not text]
        for field, text in typed:
            if text:
                field.clear_finding()
                field.set_text(text)
            else:
                field.show_finding(Severity.BLOCK, words_of_code(FindingCode.REQUIRED, {}).what)
        if missing:
            missing[0].setFocus()
            return None
        return typed[0][1], typed[1][1]
