"""Backups killed, on full media, with rotten bits, a short run of each; the bench `faults` plays all."""

from pathlib import Path

import pytest

from tests.faults.backup_faults import (
    backups_on_a_full_medium,
    flip_bits_in_backups,
    kill_backups,
    kill_restores,
)
from tests.faults.on_watched_disk import played
from tests.faults.watched_disk import why_not


@pytest.mark.slow
def test_backups_killed_at_any_moment_are_whole_or_not_there(tmp_path: Path) -> None:
    run = kill_backups(tmp_path, 5)
    assert run.violations == ()
    assert run.done > 2, "the programs were killed before they did anything"


@pytest.mark.slow
def test_restores_killed_at_any_moment_leave_the_old_or_the_new(tmp_path: Path) -> None:
    run = kill_restores(tmp_path, 5)
    assert run.violations == ()


def test_a_flipped_bit_in_a_backup_is_found(tmp_path: Path) -> None:
    run = flip_bits_in_backups(tmp_path, 30)
    assert (run.done, run.violations) == (30, ())


@pytest.mark.slow
@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_a_full_medium_leaves_no_half_backup(tmp_path: Path) -> None:
    run = played(backups_on_a_full_medium, tmp_path, 5)
    assert run.violations == ()
    assert run.done > 3
