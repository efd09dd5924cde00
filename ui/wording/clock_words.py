"""What is said when the PC's clock cannot be believed."""

from PySide6.QtCore import QCoreApplication

from app.trust.clock_check import ClockDoubt, ClockFault
from ui.formats import clock_time, long_date

translate = QCoreApplication.translate


def clock_words(doubt: ClockDoubt) -> str:
    """Work goes on, but every paper and every day hangs on the clock."""
    what = {
        ClockFault.BEHIND: translate(
            "ClockWords", "The clock of this PC says {now}, but something was entered at {last} already."
        ),
        ClockFault.AHEAD: translate(
            "ClockWords", "The clock of this PC says {now}; the last entry was made at {last}, long before."
        ),
        ClockFault.BEFORE_LOKET: translate("ClockWords", "The clock of this PC says {now}, which cannot be."),
    }[doubt.fault]
    now, last = (
        f"{long_date(at)} {clock_time(at)}" if at is not None else "" for at in (doubt.now, doubt.last)
    )
    mend = translate("ClockWords", "Set the clock before you print anything or close the day.")
    return f"{what.format(now=now, last=last)} {mend}"
