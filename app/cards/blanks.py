"""How many blank cards the counter has left, and how new ones are booked in."""

from dataclasses import dataclass

from app.cards.card_stock import BlankLevel, BlankMovement, StockMove
from app.clock import Clock
from app.ports import Begin
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class Blanks:
    """The counter's blank cards: how many are left, and how new ones are booked in."""

    begin: Begin
    clock: Clock
    counter: str

    def __call__(self, by: Officer) -> BlankLevel:
        permit(by, Right.PRINT_CARD)
        with self.begin() as work:
            return work.stock.level(self.counter)

    def receive(self, quantity: int, by: Officer) -> BlankLevel:
        permit(by, Right.KEEP_BLANKS)
        now = self.clock()
        with self.begin() as work:
            work.stock.add(BlankMovement(self.counter, StockMove.RECEIVED, quantity, now, by.id))
            work.journal.add(Entry(now, by.id, Action.BLANKS_MOVED, facts={"received": str(quantity)}))
            level = work.stock.level(self.counter)
            work.commit()
        return level
