"""Four programs write into one branch without a pause: each waits its turn, and no officer hears of it."""

import time
from collections.abc import Sequence
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from app.errors import LoketError
from app.members.nik import Nik
from app.paths import Paths
from app.ports import UnitOfWork
from app.settings import Settings
from main import compose, system_clock
from tests.builders import visitors
from tests.faults.counter_worker import register
from tests.faults.fault_run import FaultRun
from tests.faults.killed import programs
from tests.faults.long_day import FRONTLINER, PASSWORD, begin_long_day, branch_in
from tests.faults.soundness import unsound
from tests.faults.tray_printer import TrayPrinter

_WRITERS = 4
_LONGEST = 1.0
"""Seconds that 99 of 100 changes may wait at most."""

_Told = tuple[list[tuple[str, int]], list[float], str]
"""NIK and number of each visitor, how long each change waited, and the error that ended it all."""


def four_writers(base: Path, seconds: int) -> FaultRun:
    """I7: no error reaches an officer, and 99 of 100 changes wait less than a second; I1 and I2: every
    visitor is stored with a number of their own, in order and without a gap; I5 and I6."""
    allotted = begin_long_day(base).allotted
    told = _played(base, seconds)
    stored = dict(one for writer, _, _ in told for one in writer)
    waits = sorted(wait for _, waited, _ in told for wait in waited)
    wrong = [f"I7 {error}" for _, _, error in told if error]
    if waits[len(waits) * 99 // 100] >= _LONGEST:
        wrong.append(f"I7 of {len(waits)} changes one in 100 waited {waits[len(waits) * 99 // 100]:.2f} s")
    if sorted(stored.values()) != list(allotted[: len(stored)]):
        wrong.append("I2 the numbers given are not those allotted, in order and once each")
    branch = branch_in(base)
    branch.vault.open(FRONTLINER.id, PASSWORD)
    with branch.look() as work:
        wrong += [f"I1 {nik} is lost" for nik in stored if work.members.by_nik(Nik(nik)) is None]
    wrong += unsound(branch.file)
    branch.vault.close()
    return FaultRun(len(waits), len(stored), tuple(wrong))


def _played(base: Path, seconds: int) -> Sequence[_Told]:
    context = programs()
    ends = [context.Pipe(duplex=False) for _ in range(_WRITERS)]
    writers = [
        context.Process(target=write_on, args=(base, (running, seconds), say))
        for running, (_, say) in enumerate(ends)
    ]
    for writer in writers:
        writer.start()
    told = [hear.recv() for hear, _ in ends]
    for writer in writers:
        writer.join()
    return told


def write_on(base: Path, fact: tuple[int, int], say: Connection) -> None:
    """Register visitor after visitor, then tell of them all."""
    running, seconds = fact
    stored, waited, error = list[tuple[str, int]](), list[float](), ""
    branch = branch_in(base)
    branch.vault.open(FRONTLINER.id, PASSWORD)
    told = replace(branch, begin=lambda: _Timed(branch.file.begin(), waited))
    parts = compose(told, Paths(base), Settings(), system_clock, TrayPrinter(base / "tray"))
    ends = time.monotonic() + seconds
    try:
        for member, membership in visitors(100_000, seed=700 + running):
            registered = register(parts, FRONTLINER, member, membership)
            assert registered.membership.kpj is not None
            stored.append((member.nik.digits, int(registered.membership.kpj.text)))
            if time.monotonic() > ends:
                break
    except LoketError as told_to_the_officer:
        error = repr(told_to_the_officer)
    branch.vault.close()
    say.send((stored, waited, error))


class _Timed:
    """A unit of work that notes how long it waited for its turn."""

    def __init__(self, work: UnitOfWork, waited: list[float]) -> None:
        self._work, self._waited = work, waited

    def __enter__(self) -> Self:
        began = time.monotonic()
        self._work.__enter__()
        self._waited.append(time.monotonic() - began)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._work.__exit__(kind, error, trace)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._work, name)
