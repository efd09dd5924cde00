"""Whatever happens at a counter, in whatever order and wherever it is killed, every blank is told (I4)."""

import shutil
import tempfile
from collections.abc import Callable
from itertools import count, pairwise
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Engine

from app.cards.ask_for_card import Reprint, approval_subject
from app.cards.card_stock import UsedFor
from app.cards.count_blanks import CountBlanks, ReadShift
from app.cards.print_job import CardJob, CardState, ReprintReason, SpoiledReason
from app.cards.shift import BlankCount
from app.errors import Problem, RuleBroken
from app.members.membership import Membership
from app.ports import Begin, UnitOfWork
from db.unit_of_work import SqlUnitOfWork
from tests.app.cards.desk import MORNING, SEALS, CardDesk, ScriptedPrinter, fresh_database

ANSWERS = st.sampled_from([CardState.GOOD, CardState.SPOILED, CardState.NOT_PRINTED])
FEW = st.integers(1, 30)
_NEW = count(1)


class Killed(BaseException):
    """The program ends here and now."""


class Branch:
    """One database for all counters of the run: each run is another counter of it."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.engine: Engine = fresh_database(self.folder)

    def begin(self) -> UnitOfWork:
        return SqlUnitOfWork(self.engine, str.upper)


class Counter(RuleBasedStateMachine):
    """``feeder`` is what lies there in truth: it loses a blank when a card is sent and gets it back when the
    card is found not to have come out, and somebody may lose or find one."""

    def __init__(self, branch: Branch) -> None:
        super().__init__()
        self.branch = branch
        number = next(_NEW)
        self.printer = ScriptedPrinter()
        self.desk = CardDesk(self.branch.begin, self.printer, f"Loket {number}")
        self.feeder = 50  # received when the desk was set up
        self.in_doubt: list[CardJob] = []
        self.carried: list[Membership] = []
        self.read = ReadShift(self.branch.begin, self.desk.counter)

    def counting(self, begin: Begin | None = None) -> CountBlanks:
        return CountBlanks(begin or self.branch.begin, lambda: MORNING, self.desk.counter)

    # blanks come and go

    @rule(quantity=FEW)
    def receive(self, quantity: int) -> None:
        self.desk.blanks.receive(quantity, self.desk.wati, "SJ-118")
        self.feeder += quantity

    @rule(quantity=FEW, used_for=st.sampled_from([None, *UsedFor]))
    def take_out(self, quantity: int, used_for: UsedFor | None) -> None:
        def book() -> None:
            if used_for is None:
                self.desk.blanks.give_back(quantity, self.desk.wati)
            else:
                self.desk.blanks.use_up(quantity, used_for, self.desk.wati)

        if quantity > self.feeder:
            refused(Problem.BLANKS_TOO_FEW, book)
        else:
            book()
            self.feeder -= quantity

    # cards are printed

    @precondition(lambda self: self.feeder)
    @rule(killed=st.booleans(), jams=st.booleans())
    def print_a_card(self, killed: bool, jams: bool) -> None:
        self._print(self.desk.member(next(_NEW)), killed, jams)

    @precondition(lambda self: self.feeder and self.carried)
    @rule(killed=st.booleans())
    def print_a_second_copy(self, killed: bool) -> None:
        self._print(self.carried.pop(), killed, jams=False)

    @precondition(lambda self: not self.feeder)
    @rule()
    def print_without_a_blank(self) -> None:
        job = self.desk.asked(self.desk.member(next(_NEW)))
        refused(Problem.BLANKS_EMPTY, lambda: self.desk.send(job.id, self.desk.rina))

    @precondition(lambda self: self.in_doubt)
    @rule(answer=ANSWERS, killed=st.booleans(), reason=st.sampled_from(SpoiledReason))
    def answer(self, answer: CardState, killed: bool, reason: SpoiledReason) -> None:
        job = self.in_doubt[-1]
        spoiled = reason if answer is CardState.SPOILED else None

        def store() -> None:
            self.desk.answer(job.id, answer, self.desk.rina, spoiled)

        if killed:
            self.printer.on_cancel = _die
            dies(store)
            self.printer.on_cancel = lambda: None
            return
        store()
        self.in_doubt.pop()
        self.feeder += answer is CardState.NOT_PRINTED
        if answer is CardState.GOOD:
            with self.branch.begin() as work:
                self.carried.append(work.members.membership(job.membership_id))

    @rule()
    def start_again(self) -> None:
        self.desk.to_check.after_start()

    # blanks are counted

    @rule(off_by=st.integers(-3, 3), killed=st.booleans())
    def end_the_shift(self, off_by: int, killed: bool) -> None:
        there = max(0, self.feeder + off_by)
        if there != self.feeder:
            refused(Problem.BLANKS_DIFFER, lambda: self.counting()(BlankCount(there, " "), self.desk.rina))
        count = BlankCount(there, "tercecer")
        if killed:
            dies(lambda: self.counting(self._dying_at_the_commit)(count, self.desk.rina))
            return
        self.counting()(count, self.desk.rina)
        self.feeder = there

    @invariant()
    def every_blank_is_told(self) -> None:
        now = self.read(self.desk.rina)
        level = now.use.level
        assert level.remaining == self.feeder
        assert level.held == len(self.in_doubt)
        assert level.spoiled == sum(now.use.spoiled.values())
        assert 0 <= now.use.reprinted <= level.good
        for later, earlier in pairwise((*((now.running,) if now.running else ()), *now.past)):
            assert earlier.end is not None
            assert later.opening == earlier.end.count.counted + earlier.end.level.held

    def _print(self, membership: Membership, killed: bool, jams: bool) -> None:
        copy = len([job for job in self.desk.jobs(membership) if job.state is CardState.GOOD]) + 1
        approval = SEALS.seal(self.desk.hadi, approval_subject(membership.id, copy), "hilang", MORNING)
        reprint = Reprint(ReprintReason.LOST, approval) if copy > 1 else None
        job = self.desk.ask(membership.id, "test:satu", self.desk.rina, reprint=reprint)
        if killed:
            self.printer.on_submit = _die
            dies(lambda: self.desk.send(job.id, self.desk.rina))
            self.printer.on_submit = lambda: None
        else:
            self.desk.send(job.id, self.desk.rina)
            if jams:
                self.printer.jam()
            self.desk.poll(job.id, self.desk.rina)
        self.feeder -= 1
        self.in_doubt.append(job)

    def _dying_at_the_commit(self) -> UnitOfWork:
        work = SqlUnitOfWork(self.branch.engine, str.upper)
        work.commit = _die  # type: ignore[method-assign]
        return work


def _die() -> None:
    raise Killed


def dies(work: Callable[[], object]) -> None:
    with pytest.raises(Killed):
        work()


def refused(problem: Problem, work: Callable[[], object]) -> None:
    with pytest.raises(RuleBroken) as broken:
        work()
    assert broken.value.problem is problem


def test_every_blank_is_told_whatever_happens() -> None:
    branch = Branch()
    examples = max(12, settings().max_examples // 20)

    class AtThisBranch(Counter):
        def __init__(self) -> None:
            super().__init__(branch)

    try:
        run_state_machine_as_test(
            AtThisBranch, settings=settings(max_examples=examples, stateful_step_count=30)
        )
    finally:
        branch.engine.dispose()
        shutil.rmtree(branch.folder)
