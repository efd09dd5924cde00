"""One complete registration, and one company batch, through the real window: how long the officer waits for
the machine, and what the keys themselves cost (keystroke-level model, Card, Moran and Newell 1980)."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, Qt

from app.settings import Settings
from tests.bench.waiting_company import company_waits
from tests.counter_day import play
from tests.counter_day.counter import Counter, Demo
from tests.counter_day.visitor import KETUT, SITI, Visitor

KEY, MIND = 0.20, 1.35
"""Seconds for a key and for a decision. Nothing is pointed at: the visit is played by a keyboard alone, and
would not come to its end otherwise."""

WORKERS, PAPERS = 25, 4
BATCH_DECISIONS = 4
"""Which company, nothing is in the way of it, all of its cards are good, and its papers may be written."""

DECISIONS = 6
"""What a routine officer decides rather than types: the KTP matches, a new member, the data is right, print,
the card is good, done. Copying from the paper form is taken as typing; a stricter reading of the model that
puts a decision before every field would add 1.35 s for each."""


class TimedCounter(Counter):
    """Adds up how long the officer waits: while a key is taken in, and from a key that asks for something
    until it is on the screen. What the program does behind typing fingers keeps nobody waiting."""

    machine = 0.0
    keys_pressed = 0

    def type_in(self, text: str) -> None:
        self.keys_pressed += len(text)
        began = time.monotonic()
        self.keys.type(text)
        QCoreApplication.processEvents()
        self.machine += time.monotonic() - began
        self.settle()  # fingers are slower than this

    def press(self, *key: Any) -> None:
        self.keys_pressed += len(key)  # a key with a modifier is two
        began = time.monotonic()
        self.keys.press(*key)
        QCoreApplication.processEvents()
        self.machine += time.monotonic() - began

    def until(self, holds: Callable[[], bool], what: str, seconds: float = 30) -> None:
        began = time.monotonic()
        super().until(holds, what, seconds)
        self.machine += time.monotonic() - began


def run(quick: bool) -> Iterator[dict[str, Any]]:
    visitors = [SITI, KETUT] if quick else [SITI, KETUT] * 3
    machine, keys = [], []
    began = time.monotonic()
    for at in range(0, len(visitors), 2):
        with tempfile.TemporaryDirectory() as base:
            counter = TimedCounter(Path(base), Settings())
            counter.sit_down()
            for visitor in visitors[at : at + 2]:
                counter.machine, counter.keys_pressed = 0.0, 0
                _one_visit(counter, visitor)
                machine.append(counter.machine)
                keys.append(counter.keys_pressed)
            counter.close()
    seconds = round(time.monotonic() - began, 1)
    waited = sorted(machine)[len(machine) // 2]
    pressed = max(keys)
    yield _line(
        "machine_seconds_per_registration", round(waited, 3), "<= 0.5", waited <= 0.5, len(machine), seconds
    )
    cost = pressed * KEY + DECISIONS * MIND
    sides = {"ours": f"{pressed} keys, {DECISIONS} decisions"}
    yield _line("keystroke_level_seconds", round(cost, 1), "<= 40", cost <= 40, len(keys), seconds) | sides
    yield _company_batch()


def _company_batch() -> dict[str, Any]:
    """What a company of 25 costs the officer's hands, with receipt, log and files: while its cards are
    printed the officer is free. By hand, in three programs, it is 50 s of keys and pointing."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as base:
        counter = TimedCounter(Path(base), Settings())
        counter.sit_down(Demo.CARD_OPERATOR)
        assert counter._program.branch is not None
        company_waits(counter._program.branch.begin, WORKERS)
        counter.press(Qt.Key.Key_F6)
        counter.press(Qt.Key.Key_F6)  # the list is read again
        counter.machine, counter.keys_pressed = 0.0, 0
        play.print_company(counter)
        papers = [file.name for file in (Path(base) / "keluaran" / "badan-usaha").iterdir()]
        printed = _good_cards(counter)
        counter.close()
    assert (len(papers), printed) == (PAPERS, WORKERS)
    cost = counter.keys_pressed * KEY + BATCH_DECISIONS * MIND
    sides = {"ours": f"{counter.keys_pressed} keys, {BATCH_DECISIONS} decisions", "by_hand": "50 s"}
    seconds = round(time.monotonic() - began, 1)
    return _line("company_batch_keystroke_s", round(cost, 1), "<= 8", cost <= 8, WORKERS, seconds) | sides


def _good_cards(counter: Counter) -> int:
    assert counter._program.branch is not None
    with counter._program.branch.look() as work:
        return work.batches.good_cards(work.batches.latest(1)[0].id)


def _one_visit(counter: Counter, visitor: Visitor) -> None:
    play.register(counter, visitor)
    play.print_card(counter)
    play.close(counter)


def _line(measure: str, value: float, goal: str, met: bool, n: int, seconds: float) -> dict[str, Any]:
    return {
        "bench": "visit",
        "measure": measure,
        "value": value,
        "goal": goal,
        "met": met,
        "n": n,
        "seconds": seconds,
    }
