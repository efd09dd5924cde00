"""kill -9 at random in registration and in printing: nothing lost, no number twice, no card twice."""

import os
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from app.cards.print_job import CardState
from app.members.nik import Nik
from db.engine import check_every_page
from tests.builders import visitors
from tests.faults.counter_worker import (
    answer_what_is_in_doubt,
    opened,
    print_until_killed,
    register,
    register_until_killed,
)
from tests.faults.killed import killed_at_random

KILLS = int(os.environ.get("LOKET_KILLS", "50"))
"""`dev.py bench faults` kills more often."""


def test_a_registration_killed_at_any_moment_loses_nothing_and_wastes_no_number(demo_branch: Path) -> None:
    chance, acknowledged = Random(1), {}
    for round_number in range(KILLS):
        said = killed_at_random(register_until_killed, demo_branch, round_number, chance, longest=0.3)
        acknowledged.update(said)

    branch, parts, _ = opened(demo_branch)
    check_every_page(branch.engine)
    with branch.look() as work:
        stored = {nik: work.members.by_nik(Nik(nik)) for nik in acknowledged}
        lost = [nik for nik, member in stored.items() if member is None]
        level = work.number_blocks.level()
        following = work.number_blocks.peek()
        given = [
            membership.kpj.text
            for member in stored.values()
            if member
            for membership in work.members.memberships_of(member.id)
            if membership.kpj
        ]
    assert len(acknowledged) > KILLS / 2, "the programs were killed before they did anything"
    assert lost == []
    assert sorted(given) == sorted(acknowledged.values())
    assert following is not None
    taken = level.total - level.left
    first = int(following.text) - taken
    # whoever was killed between commit and word has a number nobody acknowledged, but no number is skipped
    unheard = taken - len(given)
    assert 0 <= unheard <= KILLS
    assert {int(kpj) for kpj in given} <= set(range(first, first + taken))


def test_printing_killed_at_any_moment_prints_no_card_twice_and_no_blank_goes_astray(
    demo_branch: Path,
) -> None:
    _, parts, printer = opened(demo_branch)
    officer = parts.officers()[0]
    parts.cards.blanks.receive(500, officer)
    membership_ids = [
        register(parts, officer, member, membership).membership.id
        for member, membership in visitors(40, seed=5000)
    ]
    chance = Random(2)
    for _ in range(KILLS):
        killed_at_random(print_until_killed, demo_branch, membership_ids, chance, longest=0.12)

    branch, parts, printer = opened(demo_branch)
    parts.cards.to_check.after_start()
    before = parts.cards.blanks()
    answer_what_is_in_doubt(parts, printer, officer)

    fallen = Counter(printer.fallen())
    jobs = [job for each in membership_ids for job in parts.cards.of_membership(each)]
    good = [job for job in jobs if job.state is CardState.GOOD]
    assert len(fallen) > 5, "nothing was printed before the kills"
    assert max(fallen.values()) == 1, "a document was sent twice"
    assert {job.document_name for job in good} == set(fallen), (
        "a card lies in the tray that nobody answered for"
    )
    assert max(Counter(job.membership_id for job in good).values()) == 1
    after = parts.cards.blanks()
    assert after.good - before.good <= before.held
    assert before.opening + before.received - len(fallen) == after.remaining
    check_every_page(branch.engine)
