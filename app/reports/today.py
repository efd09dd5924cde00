"""The day so far at one counter, for the line at the foot of the window."""

from dataclasses import dataclass

from app.clock import Clock
from app.ports import Begin
from app.reports.daily_tally import CounterDay
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class TodaySoFar:
    begin: Begin
    clock: Clock
    counter: str

    def __call__(self, by: Officer) -> CounterDay:
        permit(by, Right.READ_TALLY)
        with self.begin() as work:
            return work.tally.of_counter(self.clock().date(), self.counter)
