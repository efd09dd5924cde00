"""Count the blanks of a counter: the shift ends with the count, and the next begins with it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from app.cards.shift import BlankCount, Shift, ShiftEnd, ShiftUse
from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.ports import Begin, UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

PAST_SHIFTS = 100


@dataclass(frozen=True, slots=True)
class ShiftNow:
    """``past`` are the shifts that ended, newest first; ``names`` those of everybody who ever counted."""

    running: Shift | None
    use: ShiftUse
    past: tuple[Shift, ...]
    names: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Counted:
    """``ended`` is None at the very first count of a counter, with which nothing could be compared; ``use``
    is that of the shift that ended."""

    ended: Shift | None
    use: ShiftUse
    running: Shift


@dataclass(frozen=True, slots=True)
class ReadShift:
    look: Begin
    counter: str

    def __call__(self, by: Officer) -> ShiftNow:
        permit(by, Right.COUNT_BLANKS)
        with self.look() as work:
            past = work.stock.shifts(self.counter, PAST_SHIFTS)
            return ShiftNow(
                work.stock.shift(self.counter),
                work.stock.use(self.counter),
                tuple(shift for shift in past if shift.end is not None),
                {officer.id: officer.name for officer in work.officers.ever()},
            )


@dataclass(frozen=True, slots=True)
class CountBlanks:
    begin: Begin
    clock: Clock
    counter: str

    def __call__(self, count: BlankCount, by: Officer) -> Counted:
        """Raises ``RuleBroken(BLANKS_DIFFER)`` with what was expected and counted while a difference has no
        reason; the shift then goes on."""
        permit(by, Right.COUNT_BLANKS)
        with self.begin() as work:
            counted = change_shift(work, self.counter, count, by, self.clock())
            work.commit()
        return counted


def change_shift(work: UnitOfWork, counter: str, count: BlankCount, by: Officer, now: datetime) -> Counted:
    """Within the change of whoever counts: at the counter, or at the day close."""
    use, running = work.stock.use(counter), work.stock.shift(counter)
    expected = use.level.remaining
    ended = None
    if running is not None or not use.level.untouched:
        if count.counted != expected and not count.reason.strip():
            raise RuleBroken(
                Problem.BLANKS_DIFFER,
                expected=str(expected),
                counted=str(count.counted),
                held=str(use.level.held),
            )
        # blanks booked and used before the first shift are told as one that ends now
        shift = running or work.stock.open_shift(Shift(counter, use.level.opening, by.id, now))
        kept = replace(count, reason=count.reason.strip() if count.counted != expected else "")
        ended = replace(shift, end=ShiftEnd(use.level, use.reprinted, kept, by.id, now))
        work.stock.close_shift(ended)
    opened = work.stock.open_shift(Shift(counter, count.counted + use.level.held, by.id, now))
    facts = {"counted": str(count.counted), "held": str(use.level.held)}
    if ended is not None:
        facts["expected"] = str(expected)
    work.journal.add(Entry(now, by.id, Action.BLANKS_COUNTED, f"shift:{opened.id}", facts))
    return Counted(ended, use, opened)
