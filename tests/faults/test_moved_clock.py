"""The PC's clock is wrong by a day or by decades: told, and nothing lost or refused in silence."""

from pathlib import Path

import pytest

from tests.faults.moved_clock import moved_clocks


@pytest.mark.slow
def test_a_clock_that_is_a_day_decades_or_ten_years_off_is_doubted_and_loses_nothing(tmp_path: Path) -> None:
    assert moved_clocks(tmp_path, 3).violations == ()
