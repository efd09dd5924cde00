"""The disk takes nothing more, at any moment of a visit and of every piece of work on the whole database."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app.errors import LoketError, Problem
from app.paths import Paths
from app.ports import VaultState
from db.swap_in import finish_interrupted_restore
from tests.builders import visitors
from tests.faults.branch_backups import back_up, backups_of, put_back, unsound_backups
from tests.faults.contents import connection_of, contents, rows
from tests.faults.counter_worker import register
from tests.faults.fault_run import FaultRun
from tests.faults.long_day import (
    ADMINISTRATOR,
    FRONTLINER,
    PASSWORD,
    SUPERVISOR,
    begin_long_day,
    branch_in,
    opened,
)
from tests.faults.old_branch import leave_old_branch, what_an_old_branch_says
from tests.faults.soundness import unsound
from tests.faults.stubborn_counter import StubbornCounter
from tests.faults.watched_disk import WatchedDisk


def in_visits(disk: WatchedDisk, times: int) -> FaultRun:
    """I1: what failed changed nothing, what was acknowledged stays, and with room again the same key does
    it; I3: each visitor has one card; I7: whatever failed, a full disk is what the officer is told."""
    begin_long_day(disk.folder)
    counter, chance = StubbornCounter(disk, Problem.DISK_FULL), Random(6)
    before = disk.asked
    people = list(visitors(times + 1, seed=6))
    counter.visit(*people[0])
    calls = disk.asked - before
    for person in people[1:]:
        disk.full_after(chance.randrange(calls))
        counter.visit(*person)
        disk.mend()
    return FaultRun(times, counter.struck, (*counter.wrong, *counter.lost(people)))


@dataclass(frozen=True, slots=True)
class _Work:
    """Work on a whole branch: ``prepare`` fills a folder, ``act`` may find the disk full there, and then
    ``says`` gives what the branch says, the same as before or as after it was done."""

    prepare: Callable[[Path], object]
    act: Callable[[Path], None]
    says: Callable[[Path], str]


def in_great_works(disk: WatchedDisk, times: int) -> FaultRun:
    """I1 and I7 for a founding, a migration, a backup, a restore, a new key."""
    wrong: list[str] = []
    struck = 0
    for name, work in _WORKS.items():
        prepared, folder = disk.folder / "prepared", disk.folder / "branch"
        prepared.mkdir()
        work.prepare(prepared)
        before, calls, after = _done(work, disk, prepared, folder)
        for point in range(times):
            shutil.copytree(prepared, folder)
            disk.full_after(calls * point // times)
            problem = _problem_of(work, folder)
            disk.mend()
            struck += problem is not None
            if problem not in (None, Problem.DISK_FULL):
                wrong.append(f"I7 {problem} for a full disk while {name}")
            said = work.says(folder)
            if said not in (before, after):
                wrong.append(f"I1 {name}, full at call {calls * point // times}, left: {said}")
            elif problem is not None:
                work.act(folder)
                if work.says(folder) != after:
                    wrong.append(f"I1 {name} came to another end at the second time")
            shutil.rmtree(folder)
        shutil.rmtree(prepared)
    return FaultRun(times * len(_WORKS), struck, tuple(wrong))


def _done(work: _Work, disk: WatchedDisk, prepared: Path, folder: Path) -> tuple[str, int, str]:
    """What the branch says before and after, and how often room is asked for meanwhile."""
    shutil.copytree(prepared, folder)
    before, asked = work.says(folder), disk.asked
    work.act(folder)
    calls = disk.asked - asked
    after = work.says(folder)
    shutil.rmtree(folder)
    return before, calls, after


def _problem_of(work: _Work, folder: Path) -> Problem | None:
    try:
        work.act(folder)
    except LoketError as error:
        return error.problem
    return None


def _found(folder: Path) -> None:
    vault = branch_in(folder).vault
    if vault.state() is not VaultState.READY:
        vault.found(ADMINISTRATOR, PASSWORD, lambda _work, _administrator: None)
    vault.close()


def _says_who_founded(folder: Path) -> str:
    branch = branch_in(folder)
    file, vault = branch.file, branch.vault
    if vault.state() is VaultState.EMPTY:
        return "nothing"
    vault.open(ADMINISTRATOR.id, PASSWORD)
    said = contents(file.look)
    vault.close()
    return said


def _rekey(folder: Path) -> None:
    vault = branch_in(folder).vault
    vault.open(FRONTLINER.id, PASSWORD)
    try:
        vault.rekey()
    finally:
        vault.close()


def _says_the_counter(folder: Path) -> str:
    branch = branch_in(folder)
    file, vault = branch.file, branch.vault
    vault.open(FRONTLINER.id, PASSWORD)
    said = "\n".join([contents(file.look), *unsound(file)])
    vault.close()
    return said


def _back_up(folder: Path) -> None:
    branch = branch_in(folder)
    branch.vault.open(SUPERVISOR.id, PASSWORD)
    try:
        back_up(branch, Paths(folder), folder / "flash")
    finally:
        branch.vault.close()


def _leave_backed_up(folder: Path) -> None:
    """One visitor is in the backup, the next one came later."""
    begin_long_day(folder)
    file, parts, _ = opened(folder)
    first, second = visitors(2)
    register(parts, FRONTLINER, *first)
    file.close()
    _back_up(folder)
    file, parts, _ = opened(folder)
    register(parts, FRONTLINER, *second)
    file.close()


def _put_back(folder: Path) -> None:
    paths = Paths(folder)
    if not finish_interrupted_restore(paths):
        branch = branch_in(folder)
        branch.vault.open(SUPERVISOR.id, PASSWORD)
        try:
            [backup] = backups_of(branch, paths).found(folder / "flash")
            put_back(branch, paths, backup)
        finally:
            branch.vault.close()


def _says_who_is_stored(folder: Path) -> str:
    finish_interrupted_restore(Paths(folder))
    branch = branch_in(folder)
    branch.vault.open(SUPERVISOR.id, PASSWORD)
    with branch.look() as work:
        said = str(rows(connection_of(work), "SELECT nik FROM member ORDER BY id"))
    wrong = unsound(branch.file)
    branch.vault.close()
    return "\n".join([said, *wrong])


def _says_the_medium(folder: Path) -> str:
    branch = branch_in(folder)
    branch.vault.open(SUPERVISOR.id, PASSWORD)
    wrong = unsound(branch.file) + unsound_backups(branch, Paths(folder), folder / "flash")
    branch.vault.close()
    return "\n".join(wrong)


_WORKS = {
    "founding": _Work(lambda _folder: None, _found, _says_who_founded),
    "the first start on an old branch": _Work(leave_old_branch, _found, what_an_old_branch_says),
    "backing up": _Work(begin_long_day, _back_up, _says_the_medium),
    "putting a backup back": _Work(_leave_backed_up, _put_back, _says_who_is_stored),
    "making a new key": _Work(begin_long_day, _rekey, _says_the_counter),
}
