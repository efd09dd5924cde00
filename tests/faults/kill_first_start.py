"""The first start of this version on an old branch, killed at any moment: the tables, the key and the slots
are the old ones or the new ones, and a second start ends what was begun."""

import shutil
import time
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from app.ports import VaultState
from tests.faults.fault_run import FaultRun
from tests.faults.killed import killed_at_random
from tests.faults.long_day import ADMINISTRATOR, PASSWORD, branch_in
from tests.faults.old_branch import leave_old_branch, what_an_old_branch_says


def kill_first_starts(base: Path, kills: int) -> FaultRun:
    """I1: no member, visit or journal entry of the old branch is lost; I5 and I6: what is left is sound."""
    old = base / "old"
    leave_old_branch(old)
    says, chance = what_an_old_branch_says(old), Random(11)
    longest = _seconds_it_takes(Path(shutil.copytree(old, base / "timed")))
    begun, wrong = 0, list[str]()
    for turn in range(kills):
        folder = Path(shutil.copytree(old, base / "killed"))
        killed_at_random(take_over, folder, None, chance, longest)
        begun += (folder / "salinan").exists()
        wrong += _wrong(turn, says, folder)
        take_over(folder, None, None)
        wrong += _wrong(turn, says, folder)
        if branch_in(folder).vault.state() is not VaultState.READY:
            wrong.append(f"I1 turn {turn}: the second start came to no end")
        shutil.rmtree(folder)
    return FaultRun(kills, begun, tuple(wrong))


def take_over(base: Path, _fact: object, say: Connection | None) -> None:
    vault = branch_in(base).vault
    if say is not None:
        say.send("begun")
    if vault.state() is VaultState.OPEN_KEY_FILE:
        vault.found(ADMINISTRATOR, PASSWORD, lambda _work, _administrator: None)
    vault.close()


def _seconds_it_takes(folder: Path) -> float:
    began = time.monotonic()
    take_over(folder, None, None)
    return time.monotonic() - began


def _wrong(turn: int, says: str, folder: Path) -> list[str]:
    said = what_an_old_branch_says(folder)
    return [] if said == says else [f"I1 turn {turn}: {said}"]
