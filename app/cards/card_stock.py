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


@dataclass(frozen=True, slots=True)
class BlankMovement:
    counter: str
    move: StockMove
    quantity: int
    at: datetime
    officer_id: int
    reason: str = ""

    def __post_init__(self) -> None:
        if self.quantity <= 0:
            raise RuleBroken(Problem.NOT_ALLOWED)


@dataclass(frozen=True, slots=True)
class BlankLevel:
    """Invariant I4: opening + received = good + spoiled + held + remaining, always."""

    opening: int
    received: int
    good: int
    spoiled: int
    held: int

    @property
    def remaining(self) -> int:
        return self.opening + self.received - self.good - self.spoiled - self.held
