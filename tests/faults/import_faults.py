"""Lists staged and accepted by programs that are killed: each is taken whole, once, or not at all."""

import hashlib
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from app.findings import Severity, worst
from app.members.npp import Npp
from app.ports import UnitOfWork
from app.reference import Reference
from app.training.invented_people import Series, invented_companies
from app.workers.worker_file import FilePurpose, RowState, WorkerRow
from main import RESOURCES
from tests.company_lists import as_csv, sheet_of, tidy_lines
from tests.faults.fault_run import FaultRun
from tests.faults.killed import killed_at_random
from tests.faults.long_day import FRONTLINER, begin_long_day, opened
from tests.faults.soundness import unsound

_ROWS = 40
_COMPANY: Npp = invented_companies(Series.CROWD, 1)[0].npp


def kill_imports(base: Path, kills: int, seed: int = 3) -> FaultRun:
    """I1 a list said to be taken is taken; no list half staged or half taken; I2 no number skipped."""
    day, chance = begin_long_day(base), Random(seed)
    lists = _lists(base, kills)
    acknowledged: set[str] = set()
    for _ in range(kills):
        owed = lists[max(0, len(acknowledged) - 1) :]  # the last one is offered once more
        acknowledged.update(killed_at_random(take_until_killed, base, owed, chance, longest=2.0))
    file, _, _ = opened(base)
    with file.look() as work:
        wrong = [found for each in lists for found in _half_done(work, each, each.name in acknowledged)]
        taken = sum(len(_taken(work, each)) for each in lists)
        waiting = sum(each.unprinted for each in work.batches.waiting("", 10))
        level, following = work.number_blocks.level(), work.number_blocks.peek()
    if following is None or int(following.text) != day.allotted[taken] or level.total - level.left != taken:
        wrong.append(f"I2 {taken} rows were taken and {following} is the next number")
    if waiting != taken:
        wrong.append(f"I1 {taken} rows were taken and {waiting} members wait for a card")
    wrong += unsound(file)
    file.close()
    return FaultRun(kills, len(acknowledged), tuple(wrong))


def take_until_killed(base: Path, lists: Sequence[Path], say: Connection) -> None:
    """Read and accept list after list, also those that were taken before; says each that is."""
    _, parts, _ = opened(base)
    may = parts.rooms.companies().lists
    for each in lists:
        staged = may.stage(each, _COMPANY, FilePurpose.REGISTRATION, FRONTLINER)
        if all(count.state is RowState.OPEN for count in staged.counts):
            may.accept(staged.file.id, FRONTLINER)
        say.send(each.name)


def _lists(base: Path, count: int) -> list[Path]:
    lines = tidy_lines(count * _ROWS, Reference.load(RESOURCES / "reference"), seed=11)
    files = []
    for place in range(count):
        file = base / f"daftar-{place:03d}.csv"
        file.write_bytes(as_csv(sheet_of(lines[place * _ROWS : (place + 1) * _ROWS])))
        files.append(file)
    return files


def _half_done(work: UnitOfWork, each: Path, acknowledged: bool) -> Iterator[str]:
    rows, taken = _rows(work, each), _taken(work, each)
    if len(rows) not in (0, _ROWS):
        yield f"I1 {len(rows)} rows of {each.name} are staged"
    if acknowledged and not taken:
        yield f"I1 {each.name} was said to be taken"
    # who looks like somebody taken before stays behind with a finding; everybody else goes together
    left = [
        row for row in rows if row.state is RowState.OPEN and worst(row.findings) in (None, Severity.NOTE)
    ]
    if taken and left:
        yield f"I1 {len(taken)} rows of {each.name} are taken and {len(left)} are not"


def _rows(work: UnitOfWork, each: Path) -> tuple[WorkerRow, ...]:
    sha256 = hashlib.sha256(each.read_bytes()).hexdigest()
    file = work.worker_files.same(sha256, FilePurpose.REGISTRATION, _COMPANY)
    return () if file is None else work.worker_files.rows(file.id)


def _taken(work: UnitOfWork, each: Path) -> list[WorkerRow]:
    return [row for row in _rows(work, each) if row.state is RowState.TAKEN]
