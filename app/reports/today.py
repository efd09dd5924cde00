"""The day so far at one counter, for the line at the foot of the window."""

from dataclasses import dataclass

from app.clock import Clock
from app.ports import Begin
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class Today:
    """Visits finished, good cards and spoiled cards."""

    visits: int
    good: int
    spoiled: int


@dataclass(frozen=True, slots=True)
class TodaySoFar:
    begin: Begin
    clock: Clock
    counter: str

    def __call__(self, by: Officer) -> Today:
        permit(by, Right.READ_TALLY)
        with self.begin() as work:
            return Today(*work.tally.good_and_spoiled(self.clock().date(), self.counter))
