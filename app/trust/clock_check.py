"""Whether the PC's clock can be believed, told by the journal: every paper and every day hangs on it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MADE_IN = 2026
"""The year of this Loket: no clock is right that shows an earlier one."""

_BACK, _AHEAD = timedelta(minutes=5), timedelta(days=45)


class ClockFault(StrEnum):
    BEHIND = "behind"  # earlier than the last entry of the journal
    AHEAD = "ahead"  # so long after it that no branch rests that long
    BEFORE_LOKET = "before_loket"


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """``last`` is the last entry of the journal, where there is one."""

    fault: ClockFault
    now: datetime
    last: datetime | None


def clock_doubt(now: datetime, last: datetime | None) -> ClockDoubt | None:
    """What speaks against the clock; work is not stopped by it."""
    if now.year < MADE_IN:
        return ClockDoubt(ClockFault.BEFORE_LOKET, now, last)
    if last is not None and now < last - _BACK:
        return ClockDoubt(ClockFault.BEHIND, now, last)
    if last is not None and now > last + _AHEAD:
        return ClockDoubt(ClockFault.AHEAD, now, last)
    return None
