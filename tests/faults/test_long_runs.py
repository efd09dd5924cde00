"""A whole day in one program, a printer that fails at every card, and an old branch killed as it starts."""

import sys
from pathlib import Path

import pytest

from tests.card_printer.simulated import why_not
from tests.faults.busy_day import busy_day
from tests.faults.kill_first_start import kill_first_starts
from tests.faults.printer_faults import FAULTS, faults_at_every_card

pytestmark = pytest.mark.slow


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory and handles are read from /proc")
def test_a_program_that_works_all_day_gets_no_larger_and_leaks_no_handle(tmp_path: Path) -> None:
    assert busy_day(tmp_path, 40).violations == ()


def test_a_printer_that_fails_at_every_card_prints_one_for_each_visitor(tmp_path: Path) -> None:
    pytest.importorskip("cups", reason="the optional part pycups is not installed")
    if reason := why_not():
        pytest.skip(reason)
    run = faults_at_every_card(tmp_path, len(FAULTS))
    assert run.violations == ()
    assert run.done == len(FAULTS)


def test_the_first_start_on_an_old_branch_killed_at_any_moment_is_simply_started_again(
    tmp_path: Path,
) -> None:
    run = kill_first_starts(tmp_path, 8)
    assert run.violations == ()
    assert run.done > 0, "no program was killed after it had begun"
