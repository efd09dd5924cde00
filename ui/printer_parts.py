"""What may be done in the room "Printer", handed in by ``main``."""

from dataclasses import dataclass

from app.cards.set_up_printer import PrintTestTicket, ReadPrinters, SetUpPrinter
from app.cards.try_printer import PrintTrialCard


@dataclass(frozen=True, slots=True)
class PrinterParts:
    read: ReadPrinters
    set_up: SetUpPrinter
    try_out: PrintTrialCard
    test_ticket: PrintTestTicket
