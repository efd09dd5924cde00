"""Which printer, and how it is: its state in words and what to do about it.

``PrinterChoice()``; ``show_printers(found, address)``; ``address()``; ``chosen(address)`` when a hand chose.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.findings import Severity
from app.ports import CardPrinter, PrinterName, PrinterState
from ui.cards.card_words import printer_words
from ui.tone import Tone
from ui.widgets.choice import Choice
from ui.widgets.field import Field


@dataclass(frozen=True, slots=True)
class PrinterFound:
    name: PrinterName
    state: PrinterState


def look_for_printers(printer: CardPrinter) -> tuple[PrinterFound, ...]:
    """Asks every printer how it is; slow where one does not answer, so never on the window's thread."""
    return tuple(PrinterFound(name, printer.status(name.address)) for name in printer.list())


class PrinterChoice(QWidget):
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: dict[str, PrinterFound] = {}
        self._list = Choice(self.tr("Card printer"))
        self._field = Field(self.tr("Card printer"), self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        self.setFocusProxy(self._field)
        self._list.chosen.connect(self._choose)

    def show_printers(self, found: Sequence[PrinterFound], address: str) -> None:
        """A printer that is set but not there stays in the list, so that its absence is seen."""
        self._found = {printer.name.address: printer for printer in found}
        choices = [(printer.name.address, printer.name.label) for printer in found]
        if address not in self._found:
            choices.insert(0, (address, address.partition(":")[2] or address))
        if [(self._list.itemData(i), self._list.itemText(i)) for i in range(self._list.count())] != choices:
            self._list.offer(choices)
        self._list.set_code(address)
        self._show_state()

    def address(self) -> str:
        return self._list.code()

    def state(self) -> str:
        """What is said about the chosen printer now."""
        return self._field.message()

    def _choose(self, address: str) -> None:
        self._show_state()
        self.chosen.emit(address)

    def _show_state(self) -> None:
        found = self._found.get(self._list.code())
        if found is None:
            self._field.show_finding(Severity.WARN, self.tr("This printer is not found. Choose another one."))
            return
        words, tone = printer_words(found.state)
        if tone is Tone.OK:
            self._field.show_ok(words)
        else:
            self._field.show_finding(Severity.WARN, words)
