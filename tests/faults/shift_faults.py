"""A counter whose blanks are booked and counted by programs that are killed, and what an auditor finds."""

from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from app.cards.card_stock import UsedFor
from app.cards.shift import BlankCount
from tests.faults.fault_run import FaultRun
from tests.faults.killed import killed_at_random
from tests.faults.long_day import SUPERVISOR, begin_long_day, opened
from tests.faults.soundness import unsound

RECEIVED, USED, COUNTED = "received", "used", "counted"


def kill_counts(base: Path, kills: int, seed: int = 4) -> FaultRun:
    """I1 nothing acknowledged is lost, I4 every shift adds up and begins with what the one before came to,
    I6 every page sound."""
    begin_long_day(base)
    chance, told = Random(seed), []
    for turn in range(kills):
        told += killed_at_random(count_until_killed, base, turn, chance, longest=0.6)[1:]
    file, parts, _ = opened(base, SUPERVISOR)
    now = parts.rooms.supplies().read_shift(SUPERVISOR)
    with file.look() as work:
        shifts = work.stock.shifts(parts.cards.blanks.counter, 1_000_000)
    wrong = unsound(file)
    file.close()
    running, *past = shifts
    ended = [shift.end for shift in past if shift.end is not None]
    if running.end is not None or len(ended) != len(past) or running != now.running:
        wrong.append(f"I4 {len(past) - len(ended) + (running.end is None)} shifts run at once")
    for later, earlier in pairwise(shifts):
        if earlier.end is None or later.opening != earlier.end.count.counted + earlier.end.level.held:
            wrong.append(f"I4 shift {later.id} does not begin with the count of shift {earlier.id}")
    levels = [end.level for end in ended] + [now.use.level]
    booked = {
        RECEIVED: sum(level.received for level in levels),
        USED: sum(level.spoiled for level in levels),
        COUNTED: len(ended),
    }
    for what, stored in booked.items():
        # a program killed between commit and word leaves one that nobody heard of
        acknowledged = sum(quantity for each, quantity in told if each == what)
        most = acknowledged + kills * (1 if what == COUNTED else _MOST)
        if not acknowledged <= stored <= most:
            wrong.append(f"I1 {stored} {what} where {acknowledged} were acknowledged")
    return FaultRun(kills, len(told), tuple(wrong))


_MOST = 9


def count_until_killed(base: Path, seed: int, say: Connection) -> None:
    """Book, use up and count blanks, saying each only once it is stored."""
    _, parts, _ = opened(base, SUPERVISOR)
    chance, supplies = Random(seed), parts.rooms.supplies()
    say.send(0)
    while True:
        quantity = chance.randint(1, _MOST)
        supplies.blanks.receive(quantity, SUPERVISOR, "SJ-118")
        say.send((RECEIVED, quantity))
        quantity = chance.randint(1, _MOST)
        supplies.blanks.use_up(quantity, UsedFor.CLEANING, SUPERVISOR)
        say.send((USED, quantity))
        there = supplies.blanks(SUPERVISOR).remaining + chance.randint(-2, 2)
        supplies.count(BlankCount(there, "tercecer"), SUPERVISOR)
        say.send((COUNTED, 1))
