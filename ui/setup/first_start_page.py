"""The first start of a branch, step by step; it collects and shows, the presenter carries."""

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from ui.setup.administrator_step import AdministratorStep
from ui.setup.backup_step import BackupStep
from ui.setup.branch_step import BranchStep
from ui.setup.done_step import DoneStep
from ui.setup.printer_step import PrinterStep
from ui.setup.recovery_step import ConfirmStep, RecoveryStep
from ui.setup.way_step import WayStep
from ui.setup.wizard import Wizard, WizardStep


class Place(StrEnum):
    """In their order."""

    WAY = "way"
    BRANCH = "branch"
    ADMINISTRATOR = "administrator"
    RECOVERY = "recovery"
    CONFIRM = "confirm"
    BACKUP = "backup"
    PRINTER = "printer"
    DONE = "done"


class FirstStartPage(Wizard):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_name(self.tr("First start"))
        self.way, self.branch, self.administrator = WayStep(), BranchStep(), AdministratorStep()
        self.recovery, self.confirm = RecoveryStep(), ConfirmStep()
        self.backup, self.printer, self.done = BackupStep(), PrinterStep(), DoneStep()
        self._at: dict[Place, WizardStep] = {
            Place.WAY: self.way,
            Place.BRANCH: self.branch,
            Place.ADMINISTRATOR: self.administrator,
            Place.RECOVERY: self.recovery,
            Place.CONFIRM: self.confirm,
            Place.BACKUP: self.backup,
            Place.PRINTER: self.printer,
            Place.DONE: self.done,
        }
        for step in self._at.values():
            self.add_step(step)

    def show_place(self, place: Place, *, back: bool) -> None:
        if place is Place.WAY:
            self.set_steps(())
            self.show_step(self.way, 0, back=False)
            self.show_only_back(False)
            return
        self.set_steps(
            (
                self.tr("Branch"),
                self.tr("Administrator"),
                self.tr("Recovery code"),
                self.tr("Backup"),
                self.tr("Card printer"),
                self.tr("Done"),
            )
        )
        self.show_step(self._at[place], _STEP_OF[place], back=back)


_STEP_OF = {
    Place.BRANCH: 0,
    Place.ADMINISTRATOR: 1,
    Place.RECOVERY: 2,
    Place.CONFIRM: 2,
    Place.BACKUP: 3,
    Place.PRINTER: 4,
    Place.DONE: 5,
}
