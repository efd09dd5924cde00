"""Where backups go: a folder on another disk, or later."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.choose_folder import choose_folder
from ui.setup.wizard import WizardStep
from ui.theme import GAP
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.panel import Panel


class BackupStep(WizardStep):
    """``folder_chosen(folder)``; an empty one goes on without a backup for now."""

    folder_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Backups"),
            self.tr(
                "An encrypted copy goes there every 50 registrations and at day close, and is opened to see "
                "whether it is whole. Best is a disk or USB stick that is not this PC's own."
            ),
        )
        self.folder = Field.fixed(self.tr("Folder for backups"))
        self._pick = ActionButton(self.tr("Choose folder …"), icon="folder-open")
        self._pick.triggered.connect(self._ask)
        self._told = Panel()
        self._words = Label(grade="small", wrap=True)
        self._told.add(self._words)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.folder, 1)
        row.addWidget(self._pick, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.body.addWidget(self._told)
        self.body.addStretch()
        self.begin_at(self._pick)
        self.show_none()

    def show_none(self) -> None:
        """The next step can be taken, but everybody sees in red that nothing is backed up."""
        self.folder.set_text("")
        self.next_text = self.tr("Skip for now")
        self._tell(
            self.tr("Without a backup"),
            self.tr(
                "If this PC breaks, everything since the founding is lost. The status line stays red until a "
                "folder is chosen in the room Backup."
            ),
            Tone.WARN,
        )

    def show_folder(self, folder: Path, *, same_disk: bool) -> None:
        self.folder.set_text(str(folder))
        self.next_text = self.tr("Back up now")
        if same_disk:
            self._tell(
                self.tr("This folder lies on the disk of the data"),
                self.tr("If the disk breaks, data and backup are lost together. Better: a USB stick."),
                Tone.WARN,
            )
        else:
            self._tell(
                self.tr("Another disk than the data's"),
                self.tr("The first backup is made now, to see that the folder takes it."),
                Tone.OK,
            )

    def show_done(self, folder: Path) -> None:
        self.folder.set_text(str(folder))
        self.next_text = self.tr("Next")
        self._tell(
            self.tr("The first backup is made and verified"),
            self.tr("It was opened and compared. Take a USB stick home or lock it away, not beside the PC."),
            Tone.OK,
        )

    def _tell(self, title: str, words: str, tone: Tone) -> None:
        self._told.set_title(title)
        self._told.set_tone(tone)
        self._words.setText(words)

    def _ask(self) -> None:
        choose_folder(self, self.tr("Folder for backups"), self.folder.text(), self.folder_chosen.emit)
