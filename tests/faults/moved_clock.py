"""The PC's clock stands at another day, year or decade: told at the sign-in, and the work goes on unhurt."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from app.errors import Problem, RuleBroken
from app.paths import Paths
from app.settings import Settings
from main import Branch, compose
from tests.builders import MORNING, visitors
from tests.faults.counter_worker import print_card, register
from tests.faults.fault_run import FaultRun
from tests.faults.long_day import FRONTLINER, PASSWORD, SUPERVISOR, begin_long_day, branch_in
from tests.faults.soundness import unsound
from tests.faults.tray_printer import TrayPrinter
from ui.parts import Parts

_WRONG_TIMES = (
    MORNING - timedelta(days=1),
    MORNING.replace(year=1970, month=1, day=1),
    MORNING.replace(year=MORNING.year + 10),
)
_BEFORE, _MEANWHILE, _AFTERWARDS = 2, 3, 4
"""Visitors."""

_LONGEST_WAIT = 3600


def moved_clocks(base: Path, times: int) -> FaultRun:
    """I1: each visit is in the tally of the day the clock showed; I2: numbers go on in order; I7: the clock
    is doubted aloud, nobody is shut out beyond an hour and a backup falls due; I5 and I6."""
    wrong = list[str]()
    for turn, moved in enumerate(_WRONG_TIMES[:times]):
        played = _MovedClock(base / str(turn), turn)
        wrong += [f"{moved:%d-%m-%Y}: {each}" for each in played.violations(moved)]
    return FaultRun(min(times, len(_WRONG_TIMES)), times * (_BEFORE + _MEANWHILE + _AFTERWARDS), tuple(wrong))


class _MovedClock:
    def __init__(self, base: Path, seed: int) -> None:
        self._allotted = begin_long_day(base).allotted
        self._now, self._given = MORNING, list[int]()
        # older than any clock here: a birth date in the future is a finding, in words
        self._people = (person for person in visitors(500, 300 + seed) if person[0].birth_date.year < 1970)
        self._paths, self._printer = Paths(base), TrayPrinter(base / "tray")
        (base / "flash").mkdir()
        self._settings = replace(Settings(), backup_folder=str(base / "flash"))
        self._settings.save(self._paths.settings)

    def violations(self, moved: datetime) -> Iterator[str]:
        yield from self._before()
        self._now = moved
        yield from self._meanwhile()
        self._now = MORNING + timedelta(minutes=30)
        yield from self._afterwards(moved)

    def _before(self) -> Iterator[str]:
        branch, parts = self._begin()
        if self._sign_in(parts):
            yield "I7 a right clock was doubted"
        self._serve(parts, _BEFORE)
        parts.upkeep.back_up_when_due()
        branch.vault.close()

    def _meanwhile(self) -> Iterator[str]:
        branch, parts = self._begin()
        if not self._sign_in(parts):
            yield "I7 the clock was not doubted"
        self._serve(parts, _MEANWHILE)
        parts.upkeep.back_up_when_due.back_up(None)
        self._guess_until_locked_out(parts)
        branch.vault.close()

    def _afterwards(self, moved: datetime) -> Iterator[str]:
        branch, parts = self._begin()
        yield from self._shut_out_too_long(parts)
        self._sign_in(parts)
        self._serve(parts, _AFTERWARDS)
        yield from self._wrong_tally(parts, moved)
        if self._given != list(self._allotted[: len(self._given)]):
            yield f"I2 {self._given}"
        self._now += timedelta(hours=25)
        if not parts.upkeep.back_up_when_due.status().due:
            yield "I7 no backup falls due any more"
        yield from unsound(branch.file)
        branch.vault.close()

    def _begin(self) -> tuple[Branch, Parts]:
        branch = branch_in(self._paths.base)
        return branch, compose(branch, self._paths, self._settings, lambda: self._now, self._printer)

    def _sign_in(self, parts: Parts) -> bool:
        return parts.sign_in.sign_in(FRONTLINER.id, PASSWORD).clock_doubt is not None

    def _serve(self, parts: Parts, count: int) -> None:
        for _ in range(count):
            member, membership = next(self._people)
            registered = register(parts, FRONTLINER, member, membership)
            assert registered.membership.kpj is not None
            self._given.append(int(registered.membership.kpj.text))
            print_card(parts, self._printer, registered.membership.id, FRONTLINER)
            printed = parts.visit.finish_print(registered.visit, FRONTLINER)
            parts.visit.write_receipt(printed, FRONTLINER)
            parts.visit.close(printed, FRONTLINER)
            self._now += timedelta(minutes=2)

    def _guess_until_locked_out(self, parts: Parts) -> None:
        for _ in range(20):
            try:
                parts.sign_in.sign_in(SUPERVISOR.id, "bukan kata sandinya")
            except RuleBroken as refused:
                if refused.problem is Problem.LOCKED_OUT:
                    return
        raise AssertionError("a guesser was never shut out")

    def _shut_out_too_long(self, parts: Parts) -> Iterator[str]:
        try:
            parts.sign_in.sign_in(SUPERVISOR.id, PASSWORD)
        except RuleBroken as refused:
            if refused.problem is not Problem.LOCKED_OUT or int(refused.facts["seconds"]) > _LONGEST_WAIT:
                yield f"I7 {refused!r} of a guess in another year"

    def _wrong_tally(self, parts: Parts, moved: datetime) -> Iterator[str]:
        for day, visits in ((MORNING.date(), _BEFORE + _AFTERWARDS), (moved.date(), _MEANWHILE)):
            tally = parts.read_tally(day, SUPERVISOR)
            done = sum(kind.visits for kind in tally.visits)
            if done != visits:
                yield f"I1 the tally of {day} says {done} visits, not {visits}"
