"""Eight hours at a counter in one program: it gets no larger, keeps no file open, and its log stays small."""

import os
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from app.members.member import Member
from app.members.membership import Membership
from tests.builders import visitors
from tests.faults.counter_worker import print_card, register
from tests.faults.fault_run import FaultRun
from tests.faults.killed import programs
from tests.faults.long_day import FRONTLINER, begin_long_day, opened
from tests.faults.soundness import unsound
from tests.faults.tray_printer import TrayPrinter
from ui.parts import Parts

_WARMED_UP = 20
"""Visits after which every library is loaded and every cache has begun."""

_MB = 1 << 20
_GROWTH, _LOG = 50 * _MB, 64 * _MB


@dataclass(frozen=True, slots=True)
class _Size:
    memory: int
    handles: int

    @classmethod
    def now(cls) -> "_Size":
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return cls(pages * os.sysconf("SC_PAGE_SIZE"), len(list(Path("/proc/self/fd").iterdir())))


def busy_day(base: Path, visits: int) -> FaultRun:
    """I1 and I6 after so many whole visits; memory grows by less than 50 MB, no handle leaks, the log of the
    database stays below 64 MB."""
    begin_long_day(base)
    context = programs()
    hear, say = context.Pipe(duplex=False)
    program = context.Process(target=work_all_day, args=(base, visits, say))
    program.start()
    grown, handles, longest_log, wrong = hear.recv()
    program.join()
    if grown >= _GROWTH:
        wrong.append(f"memory grew by {grown / _MB:.0f} MB")
    if handles > 0:
        wrong.append(f"{handles} handles were left open")
    if longest_log >= _LOG:
        wrong.append(f"the log of the database grew to {longest_log / _MB:.0f} MB")
    return FaultRun(visits, round(grown / _MB), tuple(wrong))


def work_all_day(base: Path, visits: int, say: Connection) -> None:
    file, parts, printer = opened(base)
    log, longest_log = file.file.with_name(file.file.name + "-wal"), 0
    people = list(visitors(_WARMED_UP + visits, seed=12))
    for person in people[:_WARMED_UP]:
        _visit(parts, printer, *person)
    before = _Size.now()
    for person in people[_WARMED_UP:]:
        _visit(parts, printer, *person)
        longest_log = max(longest_log, log.stat().st_size)
    after = _Size.now()
    with file.look() as work:
        lost = [f"I1 {member.nik} is lost" for member, _ in people if work.members.by_nik(member.nik) is None]
    say.send(
        (after.memory - before.memory, after.handles - before.handles, longest_log, lost + unsound(file))
    )
    file.close()


def _visit(parts: Parts, printer: TrayPrinter, member: Member, membership: Membership) -> None:
    registered = register(parts, FRONTLINER, member, membership)
    print_card(parts, printer, registered.membership.id, FRONTLINER)
    printed = parts.visit.finish_print(registered.visit, FRONTLINER)
    parts.visit.write_receipt(printed, FRONTLINER)
    parts.visit.close(printed, FRONTLINER)
