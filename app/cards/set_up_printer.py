"""The printers of a desk: how each is, and how it is set up for this counter."""

from dataclasses import dataclass, replace

from app.cards.printer_setup import Placement, PrinterSetup
from app.clock import Clock
from app.errors import YourEnvironment
from app.ports import Begin, CardPrinter, PrinterName, PrinterState, Slip, SlipPrinter
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class DeskPrinter:
    """``state`` is None for a printer that is set and not found."""

    name: PrinterName
    state: PrinterState | None
    setup: PrinterSetup


@dataclass(frozen=True, slots=True)
class ReadPrinters:
    """Asks every printer how it is: slow where one does not answer."""

    look: Begin
    counter: str
    printer: CardPrinter

    def __call__(self, chosen: str, by: Officer) -> tuple[DeskPrinter, ...]:
        """Everything that is found, and ``chosen`` in any case."""
        permit(by, Right.SET_UP_PRINTER)
        names = self.printer.list()
        told = [(name, self._state(name.address)) for name in names]
        if chosen not in {name.address for name in names}:
            told.insert(0, (PrinterName(chosen, chosen.partition(":")[2] or chosen), None))
        with self.look() as work:
            setups = work.printer_setups
            return tuple(
                DeskPrinter(name, state, setups.of(self.counter, name.address)) for name, state in told
            )

    def _state(self, address: str) -> PrinterState | None:
        try:
            return self.printer.status(address)
        except YourEnvironment:  # gone between being listed and being asked
            return None


@dataclass(frozen=True, slots=True)
class SetUpPrinter:
    begin: Begin
    clock: Clock
    counter: str

    def place(self, address: str, placement: Placement, by: Officer) -> PrinterSetup:
        """Print there from now on; gives the setup it takes the place of, for whoever takes it back."""
        permit(by, Right.SET_UP_PRINTER)
        with self.begin() as work:
            before = work.printer_setups.of(self.counter, address)
        return self(replace(before, placement=placement), by)

    def __call__(self, setup: PrinterSetup, by: Officer) -> PrinterSetup:
        """Gives the setup before. The journal keeps figures, not the address: it may hold a name."""
        permit(by, Right.SET_UP_PRINTER)
        with self.begin() as work:
            before = work.printer_setups.of(self.counter, setup.address)
            if setup != before:
                work.printer_setups.save(setup)
                work.journal.add(Entry(self.clock(), by.id, Action.PRINTER_SET_UP, facts=_facts(setup)))
                work.commit()
        return before


def _facts(setup: PrinterSetup) -> dict[str, str]:
    place = setup.placement
    return {
        "printer": setup.address.partition(":")[0],
        "right_mm": f"{place.right_mm:g}",
        "down_mm": f"{place.down_mm:g}",
        "scale_x": f"{place.scale_x:g}",
        "scale_y": f"{place.scale_y:g}",
        "double_sided": "yes" if setup.double_sided else "no",
    }


@dataclass(frozen=True, slots=True)
class PrintTestTicket:
    """A slip from the ticket printer, which shows that its address is right."""

    begin: Begin
    clock: Clock
    printer: SlipPrinter
    branch: str
    counter: str

    def __call__(self, address: str, by: Officer) -> None:
        permit(by, Right.SET_UP_PRINTER)
        now = self.clock()
        with self.begin() as work:
            work.journal.add(Entry(now, by.id, Action.TEST_PRINTED, facts={"kind": "ticket"}))
            work.commit()
        above, below = (self.branch, self.counter), (f"{now:%d-%m-%Y %H.%M}", "Tiket uji")
        self.printer.print_slip(address, Slip(above, "A000", below, "LOKET-UJI"))
