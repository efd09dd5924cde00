"""The disk is full, or may not be written: said in words, nothing half-stored, and the work goes on."""

from pathlib import Path

import pytest

from tests.faults.closed_disk import read_only
from tests.faults.full_disk import in_great_works, in_visits
from tests.faults.on_watched_disk import played
from tests.faults.watched_disk import why_not

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(why_not()), reason=why_not())]


def test_a_full_disk_in_any_step_of_a_visit_loses_nothing_and_the_same_key_works_once_there_is_room(
    tmp_path: Path,
) -> None:
    run = played(in_visits, tmp_path, 8)
    assert run.violations == ()
    assert run.done > 4, "the disk was full only after the visits"


def test_a_full_disk_leaves_the_old_branch_or_the_new_one_whatever_was_being_made(tmp_path: Path) -> None:
    run = played(in_great_works, tmp_path, 3)
    assert run.violations == ()
    assert run.done > 8


def test_a_disk_closed_to_writing_is_told_as_that_and_loses_nothing(tmp_path: Path) -> None:
    run = played(read_only, tmp_path, 3)
    assert run.violations == ()
    assert run.done > 30
