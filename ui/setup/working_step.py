"""The step in which the program works and the officer looks on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.trust.backup import BackupProgress, BackupStage
from ui.setup.wizard import WizardStep
from ui.widgets.progress import Progress
from ui.wording.names import name_of


class WorkingStep(WizardStep):
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = Progress()
        self._progress.cancelled.connect(self.cancelled)
        self.body.addWidget(self._progress)
        self.body.addStretch()

    def start(self, title: str, lead: str) -> None:
        self.say(title, lead)
        self._progress.start(title)

    def show_progress(self, progress: BackupProgress) -> None:
        """Once the new data is being put in place it is done to the end."""
        self._progress.allow_cancel(progress.stage is not BackupStage.PUTTING_BACK)
        self._progress.show_done(name_of(progress.stage), progress.done, progress.total)
