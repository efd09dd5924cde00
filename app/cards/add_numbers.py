"""KPJ numbers from the centre: a block is looked at, added, and taken back while none of it was given."""

from dataclasses import dataclass

from app.cards.number_block import BlockLevel, NumberBlock, block_of
from app.clock import Clock
from app.ports import Begin
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class NumbersNow:
    """``blocks`` in the order in which they are used."""

    level: BlockLevel
    blocks: tuple[NumberBlock, ...]


@dataclass(frozen=True, slots=True)
class ReadNumbers:
    look: Begin

    def __call__(self, by: Officer) -> NumbersNow:
        permit(by, Right.KEEP_NUMBERS)
        with self.look() as work:
            return NumbersNow(work.number_blocks.level(), work.number_blocks.all())


@dataclass(frozen=True, slots=True)
class LookAtNumbers:
    """What would be added, for whoever compares it with the centre's letter."""

    look: Begin

    def __call__(self, first: str, last: str, by: Officer) -> NumberBlock:
        """Raises what :class:`AddNumbers` would."""
        permit(by, Right.KEEP_NUMBERS)
        block = block_of(first, last)
        with self.look() as work:
            work.number_blocks.check(block)
        return block


@dataclass(frozen=True, slots=True)
class AddNumbers:
    """``first`` and ``last`` as typed from the centre's letter. ``RuleBroken``: ``NUMBER_BLOCK_ODD``,
    ``NUMBER_BLOCK_OVERLAPS``."""

    begin: Begin
    clock: Clock

    def __call__(self, first: str, last: str, by: Officer) -> NumberBlock:
        permit(by, Right.KEEP_NUMBERS)
        block = block_of(first, last)
        with self.begin() as work:
            added = work.number_blocks.add(block)
            facts = {"numbers": str(added.total), "block": str(added)}
            work.journal.add(Entry(self.clock(), by.id, Action.NUMBERS_ADDED, facts=facts))
            work.commit()
        return added


@dataclass(frozen=True, slots=True)
class TakeBackNumbers:
    """A block added by mistake."""

    begin: Begin
    clock: Clock

    def __call__(self, block_id: int, by: Officer) -> None:
        """Raises ``RuleBroken(NUMBER_BLOCK_USED)`` once a number of it was given."""
        permit(by, Right.KEEP_NUMBERS)
        with self.begin() as work:
            block = work.number_blocks.take_back(block_id)
            facts = {"numbers": str(block.total), "block": str(block)}
            work.journal.add(Entry(self.clock(), by.id, Action.NUMBERS_TAKEN_BACK, facts=facts))
            work.commit()
