"""The power fails at any moment: what was acknowledged is there, and nothing is half there."""

from collections.abc import Iterator
from pathlib import Path, PurePath
from random import Random

import pytest

from tests.faults.lost_power import DeafTo, Disk
from tests.faults.power_loss import crashed_days, recorded_day
from tests.faults.power_loss_at_first_start import power_losses_at_first_start
from tests.faults.recording import Recording
from tests.faults.watched_disk import Did, Step, why_not

needs_a_watched_disk = pytest.mark.skipif(bool(why_not()), reason=why_not())

CRASHES = 25
"""The bench `faults` crashes eight times as often."""


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    return recorded_day(tmp_path_factory.mktemp("recorded") / "base", visits=8)


@pytest.mark.slow
@needs_a_watched_disk
def test_a_power_failure_at_any_moment_loses_nothing_that_was_acknowledged(recording: Recording) -> None:
    assert crashed_days(recording, CRASHES, seed=1).violations == ()


@pytest.mark.slow
@needs_a_watched_disk
def test_a_power_failure_while_an_old_branch_is_taken_over_loses_none_of_it(tmp_path: Path) -> None:
    run = power_losses_at_first_start(tmp_path, 12)
    assert run.violations == ()
    assert run.done > 4, "the power failed before anything was begun"


def _database(file: PurePath) -> bool:
    return file.name.startswith("loket.db")


def _key_slots(file: PurePath) -> bool:
    return file.name.startswith("loket.keys")


def _head(file: PurePath) -> bool:
    return file.name.startswith("loket.head")


def _settings(file: PurePath) -> bool:
    return file.name.startswith("settings.json")


def _receipts(file: PurePath) -> bool:
    return file.parent.name == "tanda-terima"


def _folders(file: PurePath) -> bool:
    return not file.suffix


@pytest.mark.slow
@needs_a_watched_disk
@pytest.mark.parametrize("forgotten", [_database, _key_slots, _head, _settings, _receipts, _folders])
def test_a_sync_that_is_left_out_is_noticed(recording: Recording, forgotten: DeafTo) -> None:
    assert crashed_days(recording, CRASHES, seed=2, deaf_to=forgotten).violations != ()


DAY = PurePath("/day")
FILE, FRESH = DAY / "kartu", DAY / "kartu.new"


def _did(did: Did, *, handle: int = 3, place: int = 0, content: bytes = b"") -> Step:
    return Step(did, handle, place, content)


def _written(content: bytes, *, synced: bool) -> Iterator[Step]:
    yield _did(Did.OPEN, place=1, content=bytes(FRESH.as_posix(), "ascii"))
    yield _did(Did.WRITE, content=content)
    if synced:
        yield _did(Did.SYNC)
    yield _did(Did.CLOSE)
    yield _did(Did.RENAME, content=f"{FRESH}\0{FILE}".encode())


def _states(*steps: Step) -> set[frozenset[tuple[PurePath, bytes]]]:
    disk = Disk()
    for step in steps:
        disk.take(step)
    return {frozenset(disk.without_power(Random(seed)).items()) for seed in range(300)}


FOLDER_SYNCED = (
    _did(Did.OPEN, handle=4, content=b"/day"),
    _did(Did.SYNC, handle=4),
    _did(Did.CLOSE, handle=4),
)


def test_what_was_synced_with_its_folder_is_there_after_every_power_failure() -> None:
    assert _states(*_written(b"baik", synced=True), *FOLDER_SYNCED) == {frozenset({(FILE, b"baik")})}


def test_a_name_that_was_not_synced_is_the_old_one_the_new_one_or_none() -> None:
    assert _states(*_written(b"baik", synced=True)) == {
        frozenset(),
        frozenset({(FRESH, b"baik")}),
        frozenset({(FILE, b"baik")}),
    }


def test_of_what_was_not_synced_any_sector_may_be_missing() -> None:
    states = _states(*_written(b"a" * 512 + b"b" * 512, synced=False), *FOLDER_SYNCED)
    first, second, none = b"a" * 512, b"b" * 512, bytes(512)
    assert states == {frozenset({(FILE, content)}) for content in (b"", first, none + second, first + second)}
