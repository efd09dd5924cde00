"""The power fails at random moments of a recorded day, and the branch is opened on what the disk held."""

import json
import shutil
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePath
from random import Random

from app.errors import LoketError, Problem, RuleBroken
from app.paths import Paths
from app.ports import Vault, VaultState
from app.settings import Settings
from app.trust.lock_out import FREE_TRIES
from app.trust.officer import Officer
from db.branch_file import BranchFile
from db.swap_in import finish_interrupted_restore
from main import Branch, compose, system_clock
from tests.builders import visitors
from tests.faults.branch_backups import unsound_backups
from tests.faults.contents import connection_of, contents, rows
from tests.faults.counter_worker import register
from tests.faults.fault_run import FaultRun
from tests.faults.long_day import ADMINISTRATOR, FRONTLINER, PASSWORD, SUPERVISOR, branch_in
from tests.faults.lost_power import DeafTo, Disk, nothing
from tests.faults.recorded_day import MEDIUM, SAID
from tests.faults.soundness import unsound
from tests.faults.tray_printer import TrayPrinter
from tests.faults.watched_disk import Step, WatchedDisk, steps

_WORKED_ON = 10
"""After every so many crashes a visitor is registered on what is left."""


def power_losses(base: Path, crashes: int, seed: int = 3) -> FaultRun:
    """I1: after each crash the branch says exactly what it said before or after some commit, and at least
    all that was acknowledged; I5 and I6: it is sound; and work goes on."""
    return Recording.made(base, visits=max(8, crashes // 8)).crashed(crashes, seed)


@dataclass(frozen=True, slots=True)
class Promises:
    """What the program said was done, with the step of the record from which on it must hold."""

    said: Mapping[str, Sequence[tuple[int, str]]]

    def at(self, step: int, what: str) -> tuple[str | None, str | None]:
        """What must hold after that step, and what may hold already; ``None`` where nothing was said."""
        told = self.said[what]
        past = bisect_right(told, step, key=lambda each: each[0])
        return (told[past - 1][1] if past else None, told[past][1] if past < len(told) else None)

    def moments(self) -> list[int]:
        return sorted(step for told in self.said.values() for step, _ in told)


@dataclass(frozen=True, slots=True)
class _Crash:
    """The folder as one power failure left it, after that step of the record."""

    folder: Path
    step: int
    promises: Promises

    def violations(self, *, work_on: bool) -> list[str]:
        finish_interrupted_restore(Paths(self.folder))
        branch = branch_in(self.folder)
        file, vault = branch.file, branch.vault
        try:
            wrong = [
                *self._of_the_branch(file, vault),
                *self._of_the_settings(),
                *self._of_the_lock_out(),
                *self._of_the_backups(branch),
            ]
            if work_on and vault.is_open and not wrong:
                self._work_on(branch)
        except LoketError as error:
            wrong = [f"I1 {error!r}"]
        finally:
            vault.close()
        return [f"step {self.step}: {each}" for each in wrong]

    def _of_the_branch(self, file: BranchFile, vault: Vault) -> Iterator[str]:
        said, may = self.promises.at(self.step, "password")
        if said is None and (vault.state() is VaultState.EMPTY or _opens(vault, ADMINISTRATOR, PASSWORD)):
            return  # founded or not, as long as it is one of the two
        if not any(_opens(vault, FRONTLINER, password) for password in (said, may) if password):
            yield f"I1 nobody can sign in any more: {vault.state()}"
            return
        if contents(file.look) not in self.promises.at(self.step, "contents"):
            yield "I1 the branch stands neither before nor after the commit under way"
        yield from unsound(file)
        with file.look() as work:
            for number, written in rows(connection_of(work), "SELECT number, document_sha256 FROM receipt"):
                paper = self.folder / "keluaran" / "tanda-terima" / f"{number}.pdf"
                if not paper.exists() or sha256(paper.read_bytes()).hexdigest() != written:
                    yield f"I1 the paper of receipt {number} is not what was recorded"

    def _of_the_settings(self) -> Iterator[str]:
        said, may = self.promises.at(self.step, "settings")
        standing = str(Settings.load(Paths(self.folder).settings).visit_minutes)
        if standing not in (said or str(Settings().visit_minutes), may):
            yield f"I1 the settings say {standing}, not {said}"

    def _of_the_lock_out(self) -> Iterator[str]:
        said, may = self.promises.at(self.step, "tries left")
        file = Paths(self.folder).lock_out
        tries = json.loads(file.read_bytes())["tries"] if file.exists() else {}
        left = str(FREE_TRIES - tries[str(SUPERVISOR.id)][0] if tries else FREE_TRIES)
        if left not in (said or str(FREE_TRIES), may):
            yield f"I1 {left} tries are left, not {said}: wrong passwords were forgotten"

    def _of_the_backups(self, branch: Branch) -> Iterator[str]:
        said, _ = self.promises.at(self.step, "backup")
        medium = self.folder / MEDIUM
        if said is not None and not (medium / said).exists():
            yield f"I1 the backup {said} is gone"
        yield from unsound_backups(branch, Paths(self.folder), medium)

    def _work_on(self, branch: Branch) -> None:
        [visitor] = visitors(1, seed=4711)
        printer = TrayPrinter(self.folder / "tray")
        parts = compose(branch, Paths(self.folder), Settings(), system_clock, printer)
        register(parts, FRONTLINER, *visitor)


def _opens(vault: Vault, officer: Officer, password: str) -> bool:
    try:
        vault.open(officer.id, password)
    except RuleBroken as refused:
        if refused.problem in (Problem.WRONG_PASSWORD, Problem.NOT_FOUND):
            return False
        raise
    return True


@dataclass(frozen=True, slots=True)
class Recording:
    """All that a program did to its files, from the founding of its branch to the end of a day."""

    base: Path
    steps: Sequence[Step]
    promises: Promises

    @classmethod
    def made(cls, base: Path, visits: int) -> "Recording":
        """``base`` is empty or not there yet."""
        day, record = base / "day", base / "steps"
        day.mkdir(parents=True)
        with WatchedDisk(day, base / "control", record) as watched:
            watched.run("tests.faults.recorded_day", day, visits)
        disk, taken, said = Disk(), tuple(steps(record)), defaultdict[str, list[tuple[int, str]]](list)
        for running, step in enumerate(taken):
            if disk.take(step) == day / SAID:
                what, value = json.loads(step.content)
                said[what].append((running, value))
        return cls(base, taken, Promises(said))

    def crashed(self, times: int, seed: int, deaf_to: DeafTo = nothing) -> FaultRun:
        """``deaf_to``: see :class:`Disk`."""
        wrong: list[str] = []
        for running, crash in enumerate(self._crashes(times, Random(seed), deaf_to), 1):
            wrong += crash.violations(work_on=running % _WORKED_ON == 0)
        return FaultRun(times, len(self.promises.said["contents"]), tuple(wrong))

    def _crashes(self, times: int, chance: Random, deaf_to: DeafTo) -> Iterator[_Crash]:
        """Half of them anywhere, half at the worst moment: something was just acknowledged."""
        moments, disk, reached = self.promises.moments(), Disk(deaf_to), 0
        at = [
            chance.choice(moments) if turn % 2 else chance.randrange(len(self.steps)) for turn in range(times)
        ]
        for moment in sorted(at):
            for step in self.steps[reached : moment + 1]:
                disk.take(step)
            reached = moment + 1
            folder = self.base / "crashed"
            _lay_out(disk.without_power(chance), self.base / "day", folder)
            yield _Crash(folder, moment, self.promises)
            shutil.rmtree(folder)


def _lay_out(files: Mapping[PurePath, bytes], day: Path, folder: Path) -> None:
    folder.mkdir()
    for name, content in files.items():
        if name != day / SAID:
            place = folder / name.relative_to(day)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
