"""How many blank cards the counter has left, and how they come and go without being a member's card."""

from dataclasses import dataclass

from app.cards.card_stock import BlankLevel, BlankMovement, StockMove, UsedFor
from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.ports import Begin
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class Blanks:
    """The counter's blank cards: how many are left, and how they are booked in and out.

    ``note`` is what is typed with it, such as the number of a delivery note. More than should be there
    cannot leave: ``RuleBroken(BLANKS_TOO_FEW)``.
    """

    begin: Begin
    clock: Clock
    counter: str

    def __call__(self, by: Officer) -> BlankLevel:
        permit(by, Right.PRINT_CARD)
        with self.begin() as work:
            return work.stock.level(self.counter)

    def receive(self, quantity: int, by: Officer, note: str = "") -> BlankLevel:
        permit(by, Right.KEEP_BLANKS)
        return self._book(StockMove.RECEIVED, quantity, by, note)

    def give_back(self, quantity: int, by: Officer, note: str = "") -> BlankLevel:
        """To the branch's store, or to another counter, which receives them."""
        permit(by, Right.KEEP_BLANKS)
        return self._book(StockMove.GIVEN_BACK, quantity, by, note)

    def use_up(self, quantity: int, used_for: UsedFor, by: Officer, note: str = "") -> BlankLevel:
        """Spoiled without ever being a member's card."""
        permit(by, Right.KEEP_BLANKS)
        return self._book(StockMove.USED_UP, quantity, by, note, used_for)

    def _book(
        self, move: StockMove, quantity: int, by: Officer, note: str, used_for: UsedFor | None = None
    ) -> BlankLevel:
        now = self.clock()
        moved = BlankMovement(self.counter, move, quantity, now, by.id, note.strip(), used_for)
        facts = {move.value: str(quantity)} | ({"used_for": used_for.value} if used_for else {})
        with self.begin() as work:
            if move is not StockMove.RECEIVED and quantity > work.stock.level(self.counter).remaining:
                raise RuleBroken(Problem.BLANKS_TOO_FEW)
            work.stock.add(moved)
            work.journal.add(Entry(now, by.id, Action.BLANKS_MOVED, facts=facts))
            level = work.stock.level(self.counter)
            work.commit()
        return level
