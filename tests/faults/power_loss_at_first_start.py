"""The power fails while this version takes over an old branch: its data is there, and a whole copy of it."""

from collections.abc import Iterator
from pathlib import Path

from app.errors import LoketError
from app.paths import Paths
from app.ports import VaultState
from db.connection import check_every_page
from db.engine import open_database
from db.keys import DatabaseKey
from db.migrate import VERSION, version_of
from tests.faults.fault_run import FaultRun
from tests.faults.kill_first_start import take_over
from tests.faults.long_day import branch_in
from tests.faults.old_branch import leave_old_branch, what_an_old_branch_says
from tests.faults.recording import Crash, Recording


def power_losses_at_first_start(base: Path, crashes: int, seed: int = 4) -> FaultRun:
    """I1: no row of the old branch is lost, before the migration has its safety copy nothing is changed, and
    a second start ends what was begun; I5 and I6: it is sound then."""
    leave_old_branch(base / "old")
    says = what_an_old_branch_says(base / "old")
    start = Recording.made(base / "recorded", "tests.faults.recorded_first_start")
    wrong, begun = list[str](), 0
    for crash in start.crashes(crashes, seed):
        if crash.promised("old key")[0] is not None:
            begun += 1
            wrong += [f"step {crash.step}: {each}" for each in _violations(crash, says)]
    return FaultRun(crashes, begun, tuple(wrong))


def _violations(crash: Crash, says: str) -> Iterator[str]:
    try:
        done = branch_in(crash.folder).vault.state() is VaultState.READY
        if crash.promised("taken over")[0] is not None and not done:
            yield "I1 what was taken over is an old branch again"
        if what_an_old_branch_says(crash.folder) != says:
            yield "I1 not what the old branch said"
        yield from _copies_not_whole(crash)
        take_over(crash.folder, None, None)
        if (said := what_an_old_branch_says(crash.folder)) != says:
            yield f"I1 after a second start: {said}"
    except LoketError as error:
        yield f"I1 {error!r}"


def _copies_not_whole(crash: Crash) -> Iterator[str]:
    """Once the tables are new ones, the copy taken before must be there and whole."""
    old_key, paths = crash.promised("old key")[0], Paths(crash.folder)
    assert old_key is not None
    key = DatabaseKey.unpacked(bytes.fromhex(old_key))
    if branch_in(crash.folder).vault.state() is VaultState.OPEN_KEY_FILE:
        engine = open_database(paths.database, key)
        stands_at = version_of(engine)
        engine.dispose()
        if stands_at != VERSION:
            return
    copies = list(paths.copies.glob("*.db"))
    if not copies:
        yield "I1 the tables are new ones, and no copy of the old ones is there"
    for copy in copies:
        check_every_page(copy, key)
