"""One officer's day in a process of its own: visit after visit through the real window, and its memory.

``python -m tests.bench.working_day BASE VISITS`` prints ``rss VISITS MIB`` after the sign-in, after a third
of the visits and at the end.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication

from app.settings import Settings
from tests.counter_day import play
from tests.counter_day.counter import Counter
from tests.counter_day.visitor import SITI, Visitor


class BusyCounter(Counter):
    """Fingers that do not wait for what goes on behind them."""

    def type_in(self, text: str) -> None:
        self.keys.type(text)
        QCoreApplication.processEvents()


def strangers(count: int) -> Iterator[Visitor]:
    """Whose names resemble nobody's, so that no visit stops at a comparison."""
    chance = Random(7)
    for running in range(count):
        born = date(1960, 1, 1) + timedelta(chance.randrange(15_000))
        names = (
            "".join(
                chance.choice("BDFGKLMNPRSTVWZ") + chance.choice("AEIOU") for _ in range(chance.randint(3, 4))
            )
            for _ in range(3)
        )
        nik = f"357801{born:%d%m%y}{9000 - running:04d}"
        yield replace(SITI, nik=nik, name=" ".join(names))


def resident_mib() -> float:
    """Of this process, as the kernel counts it (proc(5))."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_048_576


def main(base: str, visits: str) -> None:
    counter = BusyCounter(Path(base), Settings())
    counter.sit_down()
    _tell(0)
    for number, visitor in enumerate(strangers(int(visits)), 1):
        play.register(counter, visitor)
        play.print_card(counter)
        play.close(counter)
        if number in (int(visits) // 3, int(visits)):
            _tell(number)
    counter.close()


def _tell(visits: int) -> None:
    print("rss", visits, round(resident_mib(), 1), flush=True)  # noqa: T201 - heard by the bench


if __name__ == "__main__":
    main(*sys.argv[1:])
