"""Putting a backup back, step by step; it collects and shows, the presenter carries."""

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from ui.setup.access_step import AccessStep
from ui.setup.backups_step import BackupsStep
from ui.setup.branch_step import BranchStep
from ui.setup.done_step import DoneStep
from ui.setup.inside_step import InsideStep
from ui.setup.key_step import KeyStep
from ui.setup.slips_step import SlipsStep
from ui.setup.wizard import Wizard, WizardStep
from ui.setup.working_step import WorkingStep


class Place(StrEnum):
    """In their order; which of them come is the presenter's to say."""

    BACKUPS = "backups"
    KEY = "key"
    INSIDE = "inside"
    BRANCH = "branch"
    WORKING = "working"
    ACCESS = "access"
    SLIPS = "slips"
    DONE = "done"


class RestorePage(Wizard):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.backups, self.key, self.inside = BackupsStep(), KeyStep(), InsideStep()
        self.branch, self.working = BranchStep(), WorkingStep()
        self.access, self.slips, self.done = AccessStep(), SlipsStep(), DoneStep()
        self._at: dict[Place, WizardStep] = {
            Place.BACKUPS: self.backups,
            Place.KEY: self.key,
            Place.INSIDE: self.inside,
            Place.BRANCH: self.branch,
            Place.WORKING: self.working,
            Place.ACCESS: self.access,
            Place.SLIPS: self.slips,
            Place.DONE: self.done,
        }
        for step in self._at.values():
            self.add_step(step)

    def show_place(self, place: Place, *, back: bool) -> None:
        self.set_steps(
            (
                self.tr("Backup"),
                self.tr("Open"),
                self.tr("Look inside"),
                self.tr("Restore"),
                self.tr("Passwords"),
                self.tr("Done"),
            )
        )
        self.show_step(self._at[place], _STEP_OF[place], back=back)
        if place is Place.WORKING:
            self.show_only_back(False)


_STEP_OF = {
    Place.BACKUPS: 0,
    Place.KEY: 1,
    Place.INSIDE: 2,
    Place.BRANCH: 2,
    Place.WORKING: 3,
    Place.ACCESS: 4,
    Place.SLIPS: 4,
    Place.DONE: 5,
}
