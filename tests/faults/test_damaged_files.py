"""A flipped bit is found and a missing file is told; nobody goes on with another value unaware of it."""

from pathlib import Path

import pytest

from tests.faults.damaged_files import bit_flips, missing_files

FLIPS = 40
"""The bench `faults` flips a thousand."""


@pytest.mark.slow
def test_every_flipped_bit_is_found_before_anyone_works_with_it(tmp_path: Path) -> None:
    run = bit_flips(tmp_path, FLIPS)
    assert run.violations == ()
    assert run.done > FLIPS * 0.8


@pytest.mark.slow
def test_a_missing_file_is_told_and_everything_is_there_once_it_is_put_back(tmp_path: Path) -> None:
    assert missing_files(tmp_path, 1).violations == ()
