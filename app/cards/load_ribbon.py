"""A ribbon put into the printer, and what is left of it by our count and by the printer's own."""

from dataclasses import dataclass

from app.cards.ribbon import FEW_PANELS, RibbonKind, RibbonLevel, RibbonLoad
from app.clock import Clock
from app.errors import YourEnvironment
from app.ports import Begin, CardPrinter, PrinterState
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

ROUNDED = 2
"""So far may the two counts lie apart: a card is in the printer while both are read."""


@dataclass(frozen=True, slots=True)
class RibbonNow:
    """``level`` is None before the first ribbon was booked, ``printer`` while it does not answer."""

    level: RibbonLevel | None
    printer: PrinterState | None

    @property
    def told_left(self) -> int | None:
        """Cards left, as the printer says."""
        return self.printer.ribbon_left if self.printer is not None else None

    @property
    def told_used(self) -> int | None:
        """Cards the printer has counted since the ribbon was put in."""
        if self.level is None or self.printer is None:
            return None
        before, now = self.level.load.printer_counter, self.printer.cards_printed
        return None if before is None or now is None else now - before

    @property
    def differs(self) -> bool:
        """The printer's figures are not ours: cards were printed past Loket, or the ribbon is another."""
        if self.level is None:
            return False
        pairs = ((self.told_left, self.level.left), (self.told_used, self.level.used))
        return any(told is not None and abs(told - ours) > ROUNDED for told, ours in pairs)

    @property
    def low(self) -> bool:
        told = self.told_left
        return (self.level is not None and self.level.low) or (told is not None and told <= FEW_PANELS)


@dataclass(frozen=True, slots=True)
class ReadRibbon:
    look: Begin
    counter: str
    printer: CardPrinter

    def __call__(self, address: str, by: Officer) -> RibbonNow:
        permit(by, Right.COUNT_BLANKS)
        with self.look() as work:
            level = work.stock.ribbon(self.counter, address)
        return RibbonNow(level, _state(self.printer, address))


@dataclass(frozen=True, slots=True)
class LoadRibbon:
    begin: Begin
    clock: Clock
    counter: str
    printer: CardPrinter

    def __call__(self, kind: RibbonKind, panels: int, address: str, by: Officer) -> RibbonNow:
        """Raises ``RuleBroken(RIBBON_ODD)`` for a number no ribbon gives."""
        permit(by, Right.KEEP_BLANKS)
        state = _state(self.printer, address)
        now = self.clock()
        counted = state.cards_printed if state is not None else None
        load = RibbonLoad(self.counter, address, kind, panels, by.id, now, counted)
        with self.begin() as work:
            work.stock.load_ribbon(load)
            facts = {"ribbon": kind.value, "panels": str(panels)}
            work.journal.add(Entry(now, by.id, Action.RIBBON_LOADED, facts=facts))
            level = work.stock.ribbon(self.counter, address)
            work.commit()
        return RibbonNow(level, state)


def _state(printer: CardPrinter, address: str) -> PrinterState | None:
    """None where the printer does not answer: a ribbon is booked and counted all the same."""
    try:
        return printer.status(address)
    except YourEnvironment:
        return None
