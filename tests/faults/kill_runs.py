"""Two long days of killed programs, and what an auditor finds wrong with them afterwards."""

from collections import Counter
from pathlib import Path
from random import Random

from app.cards.print_job import CardState
from app.members.nik import Nik
from tests.builders import visitors
from tests.faults.counter_worker import (
    answer_what_is_in_doubt,
    print_until_killed,
    register,
    register_until_killed,
)
from tests.faults.fault_run import FaultRun
from tests.faults.killed import killed_at_random
from tests.faults.long_day import FRONTLINER, begin_long_day, opened
from tests.faults.soundness import unsound


def kill_registrations(base: Path, kills: int, seed: int = 1) -> FaultRun:
    """I1 no acknowledged record lost, I2 no number given twice and none skipped, I6 every page sound."""
    day, chance = begin_long_day(base), Random(seed)
    acknowledged: dict[str, str] = {}
    for turn in range(kills):
        acknowledged.update(killed_at_random(register_until_killed, base, turn, chance, longest=0.3))
    file, _, _ = opened(base)
    with file.look() as work:
        stored = {nik: work.members.by_nik(Nik(nik)) for nik in acknowledged}
        given = {
            nik: {
                membership.kpj.text for membership in work.members.memberships_of(member.id) if membership.kpj
            }
            for nik, member in stored.items()
            if member is not None
        }
        blocks, following = work.number_blocks.all(), work.number_blocks.peek()
    taken = sum(block.total - block.left for block in blocks)
    wrong = unsound(file)
    wrong += [f"I1 {nik} is lost" for nik, kpj in acknowledged.items() if kpj not in given.get(nik, ())]
    wrong += [
        f"I2 {kpj} was given twice" for kpj, times in Counter(acknowledged.values()).items() if times > 1
    ]
    strangers = {int(kpj) for kpj in acknowledged.values()} - set(day.allotted[:taken])
    wrong += [f"I2 {kpj} is out of order" for kpj in strangers]
    if following is None or int(following.text) != day.allotted[taken]:
        wrong.append("I2 the block stands at the wrong number")
    # a program killed between commit and word leaves a number that was given and never heard of
    if not 0 <= taken - len(acknowledged) <= kills:
        wrong.append(f"I2 {taken} numbers taken for {len(acknowledged)} memberships")
    file.close()
    return FaultRun(kills, len(acknowledged), tuple(wrong))


def kill_printing(base: Path, kills: int, seed: int = 2) -> FaultRun:
    """I3 no card twice, I4 blanks: what lies in the tray is what was answered for, I6 every page sound."""
    begin_long_day(base)
    file, parts, printer = opened(base)
    people = visitors(kills * 5, seed=5000 + seed)
    membership_ids = [register(parts, FRONTLINER, *person).membership.id for person in people]
    file.close()
    chance, there = Random(seed), 0
    for _ in range(kills):
        owed = membership_ids[there:]
        there += len(killed_at_random(print_until_killed, base, owed, chance, longest=0.3)[1:])
    file, parts, printer = opened(base)
    parts.cards.to_check.after_start()
    answer_what_is_in_doubt(parts, printer, FRONTLINER)
    fallen = Counter(printer.fallen())
    jobs = [job for each in membership_ids for job in parts.cards.of_membership(each, FRONTLINER)]
    good = [job for job in jobs if job.state is CardState.GOOD]
    blanks = parts.cards.blanks(FRONTLINER)
    wrong = unsound(file)
    wrong += [f"I3 {name} came out {times} times" for name, times in fallen.items() if times > 1]
    wrong += [
        f"I3 membership {membership} has {times} cards"
        for membership, times in Counter(job.membership_id for job in good).items()
        if times > 1
    ]
    wrong += [
        f"I3 {name} lies in the tray unanswered" for name in set(fallen) - {job.document_name for job in good}
    ]
    if blanks.opening + blanks.received - fallen.total() != blanks.remaining or blanks.held:
        wrong.append(f"I4 {blanks} with {fallen.total()} cards in the tray")
    file.close()
    return FaultRun(kills, len(good), tuple(wrong))
