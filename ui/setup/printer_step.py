"""Which card printer stands on this desk."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.ports import PrinterName
from ui.setup.wizard import WizardStep
from ui.widgets.choice import Choice
from ui.widgets.field import Field


class PrinterStep(WizardStep):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("The card printer"),
            self.tr("Without one for now, cards are written as PDF files. It can be changed in Settings."),
        )
        self._choice = Choice(self.tr("Card printer"))
        self._field = Field(self.tr("Card printer"), self._choice)
        self.add_fields([self._field])
        self.body.addStretch()

    def show_printers(self, printers: Sequence[PrinterName], chosen: str) -> None:
        self._choice.offer([(printer.address, printer.label) for printer in printers])
        self._choice.set_code(self._choice.code() or chosen)

    @property
    def printer(self) -> str:
        return self._choice.code()
