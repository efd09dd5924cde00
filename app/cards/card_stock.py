"""Blank cards (blangko) of a counter: every blank is good, spoiled, held in doubt or still there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.errors import Problem, RuleBroken


class StockMove(StrEnum):
    OPENING = "opening"
    RECEIVED = "received"
    GIVEN_BACK = "given_back"  # to the store or to another counter
    USED_UP = "used_up"  # spoiled outside a card job: a test card, a cleaning, found damaged


class UsedFor(StrEnum):
    """What used up a blank that never was a member's card."""

    TEST_CARD = "test_card"
    CLEANING = "cleaning"
    FOUND_DAMAGED = "found_damaged"


@dataclass(frozen=True, slots=True)
class BlankMovement:
    """``reason`` is what was typed with it, such as the number of a delivery note; ``used_for`` belongs to
    blanks used up, and to no other move."""

    counter: str
    move: StockMove
    quantity: int
    at: datetime
    officer_id: int
    reason: str = ""
    used_for: UsedFor | None = None

    def __post_init__(self) -> None:
        if self.quantity <= 0:
            raise RuleBroken(Problem.NOT_ALLOWED)
        if (self.move is StockMove.USED_UP) != (self.used_for is not None):
            raise RuleBroken(Problem.REASON_MISSING)


@dataclass(frozen=True, slots=True)
class BlankLevel:
    """Invariant I4: opening + received = good + spoiled + held + remaining, always."""

    opening: int
    received: int
    good: int
    spoiled: int
    held: int

    @property
    def untouched(self) -> bool:
        """No blank was ever booked here: the counter does not print, or has not begun to."""
        return not (self.opening or self.received or self.good or self.spoiled or self.held)

    @property
    def remaining(self) -> int:
        return self.opening + self.received - self.good - self.spoiled - self.held
