"""The power fails at random moments of a recorded day, and the branch is opened on what the disk held."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

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
from tests.faults.lost_power import DeafTo, nothing
from tests.faults.recorded_day import MEDIUM
from tests.faults.recording import Crash, Recording
from tests.faults.soundness import unsound
from tests.faults.tray_printer import TrayPrinter

_WORKED_ON = 10
"""After every so many crashes a visitor is registered on what is left."""


def power_losses(base: Path, crashes: int, seed: int = 3) -> FaultRun:
    """I1: after each crash the branch says exactly what it said before or after some commit, and at least
    all that was acknowledged; I5 and I6: it is sound; and work goes on."""
    return crashed_days(recorded_day(base, visits=max(8, crashes // 8)), crashes, seed)


def recorded_day(base: Path, visits: int) -> Recording:
    return Recording.made(base, "tests.faults.recorded_day", visits)


def crashed_days(day: Recording, times: int, seed: int, deaf_to: DeafTo = nothing) -> FaultRun:
    wrong: list[str] = []
    for running, crash in enumerate(day.crashes(times, seed, deaf_to), 1):
        wrong += _violations(crash, work_on=running % _WORKED_ON == 0)
    return FaultRun(times, len(day.promises.said["contents"]), tuple(wrong))


def _violations(crash: Crash, *, work_on: bool) -> list[str]:
    finish_interrupted_restore(Paths(crash.folder))
    branch = branch_in(crash.folder)
    file, vault = branch.file, branch.vault
    try:
        wrong = [
            *_of_the_branch(crash, file, vault),
            *_of_the_settings(crash),
            *_of_the_lock_out(crash),
            *_of_the_backups(crash, branch),
        ]
        if work_on and vault.is_open and not wrong:
            _work_on(crash, branch)
    except LoketError as error:
        wrong = [f"I1 {error!r}"]
    finally:
        vault.close()
    return [f"step {crash.step}: {each}" for each in wrong]


def _of_the_branch(crash: Crash, file: BranchFile, vault: Vault) -> Iterator[str]:
    said, may = crash.promised("password")
    if said is None and (vault.state() is VaultState.EMPTY or _opens(vault, ADMINISTRATOR, PASSWORD)):
        return  # founded or not, as long as it is one of the two
    if not any(_opens(vault, FRONTLINER, password) for password in (said, may) if password):
        yield f"I1 nobody can sign in any more: {vault.state()}"
        return
    if contents(file.look) not in crash.promised("contents"):
        yield "I1 the branch stands neither before nor after the commit under way"
    yield from unsound(file)
    with file.look() as work:
        for number, written in rows(connection_of(work), "SELECT number, document_sha256 FROM receipt"):
            paper = crash.folder / "keluaran" / "tanda-terima" / f"{number}.pdf"
            if not paper.exists() or sha256(paper.read_bytes()).hexdigest() != written:
                yield f"I1 the paper of receipt {number} is not what was recorded"


def _of_the_settings(crash: Crash) -> Iterator[str]:
    said, may = crash.promised("settings")
    standing = str(Settings.load(Paths(crash.folder).settings).visit_minutes)
    if standing not in (said or str(Settings().visit_minutes), may):
        yield f"I1 the settings say {standing}, not {said}"


def _of_the_lock_out(crash: Crash) -> Iterator[str]:
    said, may = crash.promised("tries left")
    file = Paths(crash.folder).lock_out
    tries = json.loads(file.read_bytes())["tries"] if file.exists() else {}
    left = str(FREE_TRIES - tries[str(SUPERVISOR.id)][0] if tries else FREE_TRIES)
    if left not in (said or str(FREE_TRIES), may):
        yield f"I1 {left} tries are left, not {said}: wrong passwords were forgotten"


def _of_the_backups(crash: Crash, branch: Branch) -> Iterator[str]:
    said, _ = crash.promised("backup")
    medium = crash.folder / MEDIUM
    if said is not None and not (medium / said).exists():
        yield f"I1 the backup {said} is gone"
    yield from unsound_backups(branch, Paths(crash.folder), medium)


def _work_on(crash: Crash, branch: Branch) -> None:
    [visitor] = visitors(1, seed=4711)
    printer = TrayPrinter(crash.folder / "tray")
    parts = compose(branch, Paths(crash.folder), Settings(), system_clock, printer)
    register(parts, FRONTLINER, *visitor)


def _opens(vault: Vault, officer: Officer, password: str) -> bool:
    try:
        vault.open(officer.id, password)
    except RuleBroken as refused:
        if refused.problem in (Problem.WRONG_PASSWORD, Problem.NOT_FOUND):
            return False
        raise
    return True
