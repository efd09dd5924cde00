"""Cards that try a printer and are nobody's: a specimen, or a card with lines to measure."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.cards.card_stock import BlankMovement, StockMove, UsedFor
from app.cards.printer_setup import PrinterSetup
from app.clock import Clock
from app.errors import NothingSent, Problem, RuleBroken, YourEnvironment
from app.ports import Begin, CardPrinter, SpoolReport
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


class TrialKind(StrEnum):
    SPECIMEN = "specimen"
    CALIBRATION = "calibration"


DrawTrialCard = Callable[[TrialKind, PrinterSetup], bytes]
"""As the printer's setup has it moved, with or without a back."""


@dataclass(frozen=True, slots=True)
class TrialSent:
    address: str
    document_name: str
    ticket: str
    kind: TrialKind


@dataclass(frozen=True, slots=True)
class PrintTrialCard:
    """No card job and no member: a test card can never be taken for a card somebody owns."""

    begin: Begin
    clock: Clock
    printer: CardPrinter
    draw: DrawTrialCard
    counter: str

    def __call__(self, address: str, kind: TrialKind, by: Officer) -> TrialSent:
        """Send one. Its blank counts as used up from the first byte on, whatever comes out.

        ``RuleBroken(BLANKS_EMPTY)``; ``NothingSent`` and no blank is gone; ``YourEnvironment`` and one is.
        """
        permit(by, Right.SET_UP_PRINTER)
        now = self.clock()
        name = f"loket-uji-{now:%Y%m%d-%H%M%S-%f}"
        with self.begin() as work:
            if work.stock.level(self.counter).remaining <= 0:
                raise RuleBroken(Problem.BLANKS_EMPTY)
            setup = work.printer_setups.of(self.counter, address)
            work.journal.add(Entry(now, by.id, Action.TEST_PRINTED, facts={"kind": kind.value}))
            work.commit()
        document = self.draw(kind, setup)
        try:
            ticket = self.printer.submit(address, document, name)
        except YourEnvironment as error:
            if not isinstance(error, NothingSent):  # in doubt: a blank may be lying in the tray
                self._use_up_a_blank(by)
            raise
        self._use_up_a_blank(by)
        return TrialSent(address, name, ticket, kind)

    def poll(self, sent: TrialSent, by: Officer) -> SpoolReport:
        permit(by, Right.SET_UP_PRINTER)
        return self.printer.poll(sent.address, sent.ticket)

    def forget(self, sent: TrialSent, by: Officer) -> None:
        """It has come out or it never shall: ``YourEnvironment(SPOOL_NOT_CLEARED)`` when unsure."""
        permit(by, Right.SET_UP_PRINTER)
        self.printer.cancel(sent.address, sent.document_name)

    def _use_up_a_blank(self, by: Officer) -> None:
        now = self.clock()
        used = BlankMovement(
            self.counter, StockMove.USED_UP, 1, now, by.id, "test card", used_for=UsedFor.TEST_CARD
        )
        facts = {StockMove.USED_UP.value: "1", "used_for": UsedFor.TEST_CARD.value}
        with self.begin() as work:
            work.stock.add(used)
            work.journal.add(Entry(now, by.id, Action.BLANKS_MOVED, facts=facts))
            work.commit()
