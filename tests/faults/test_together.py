"""Programs beside each other: one window for a branch, and writers that wait their turn."""

from pathlib import Path

import pytest

from tests.faults.four_writers import four_writers
from tests.faults.second_starts import second_starts

pytestmark = pytest.mark.slow


def test_a_second_start_raises_the_first_window_and_ends(tmp_path: Path) -> None:
    run = second_starts(tmp_path, 2)
    assert run.violations == ()
    assert run.done == 3


def test_four_programs_that_write_without_a_pause_wait_their_turn(tmp_path: Path) -> None:
    run = four_writers(tmp_path, 5)
    assert run.violations == ()
    assert run.done > 20, "they hardly wrote"
