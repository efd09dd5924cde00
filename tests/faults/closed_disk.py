"""The disk may not be written any more: mounted read-only, closed to this user, or write-protected."""

import errno
from functools import partial

from app.errors import LoketError, Problem
from tests.builders import visitors
from tests.faults.fault_run import FaultRun
from tests.faults.long_day import FRONTLINER, PASSWORD, begin_long_day, branch_in
from tests.faults.stubborn_counter import StubbornCounter
from tests.faults.watched_disk import WatchedDisk

_WHY = (errno.EROFS, errno.EACCES, errno.EPERM)


def read_only(disk: WatchedDisk, times: int) -> FaultRun:
    """I7: told in words at the start and in the middle of a visit; I1: what failed changed nothing, and once
    the disk may be written again the same key does it."""
    begin_long_day(disk.folder)
    wrong, refused = list[str](), 0
    for why in _WHY[:times]:
        disk.close_to_writing(why)
        problem = _problem_at_the_start(disk)
        disk.mend()
        refused += problem is not None
        if problem is not Problem.DATABASE_READ_ONLY:
            wrong.append(f"I7 {problem} at a start with errno {why}")
    counter = StubbornCounter(disk, Problem.DATABASE_READ_ONLY, Problem.FILE_NOT_WRITTEN)
    people = list(visitors(times, seed=7))
    for person, why in zip(people, _WHY, strict=False):
        counter.before_each = partial(disk.close_to_writing, why)
        counter.visit(*person)
    disk.mend()
    return FaultRun(times, refused + counter.struck, (*wrong, *counter.wrong, *counter.lost(people)))


def _problem_at_the_start(disk: WatchedDisk) -> Problem | None:
    vault = branch_in(disk.folder).vault
    try:
        vault.open(FRONTLINER.id, PASSWORD)
    except LoketError as error:
        return error.problem
    finally:
        vault.close()
    return None
