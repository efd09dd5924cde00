"""kill -9 at random in registration, printing and imports: nothing lost, no number twice, no card twice."""

from pathlib import Path

import pytest

from tests.faults.import_faults import kill_imports
from tests.faults.kill_runs import kill_printing, kill_registrations
from tests.faults.shift_faults import kill_counts

KILLS = 15
"""The bench `faults` kills thirty times as often."""


@pytest.mark.slow
def test_registrations_killed_at_any_moment_lose_nothing_and_waste_no_number(tmp_path: Path) -> None:
    run = kill_registrations(tmp_path, KILLS)
    assert run.violations == ()
    assert run.done > KILLS / 2, "the programs were killed before they did anything"


@pytest.mark.slow
def test_printing_killed_at_any_moment_prints_no_card_twice_and_loses_no_blank(tmp_path: Path) -> None:
    run = kill_printing(tmp_path, KILLS)
    assert run.violations == ()
    assert run.done > KILLS / 4, "the programs were killed before they printed anything"


@pytest.mark.slow
def test_lists_of_workers_killed_at_any_moment_are_taken_whole_or_not_at_all(tmp_path: Path) -> None:
    run = kill_imports(tmp_path, KILLS // 2)
    assert run.violations == ()
    assert run.done > 1, "the programs were killed before they took anything"


@pytest.mark.slow
def test_blanks_counted_by_killed_programs_add_up_in_every_shift(tmp_path: Path) -> None:
    run = kill_counts(tmp_path, KILLS // 2)
    assert run.violations == ()
    assert run.done > KILLS / 2, "the programs were killed before they counted anything"
