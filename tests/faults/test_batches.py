"""A company's batch survives its printer, a killed program and a second counter."""

from pathlib import Path

import pytest

from tests.card_printer.simulated import why_not
from tests.faults.batch_faults import batch_faults_at_every_card, kill_batches, race_for_batches
from tests.faults.printer_faults import FAULTS

KILLS = 12
"""The bench `faults` kills forty times as often."""


@pytest.mark.cups
@pytest.mark.slow
@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_a_batch_whose_printer_fails_at_every_card_is_printed_once_and_its_blanks_add_up(
    tmp_path: Path,
) -> None:
    run = batch_faults_at_every_card(tmp_path, len(FAULTS))
    assert run.violations == ()
    assert run.done >= len(FAULTS), "not every card came out"


@pytest.mark.slow
def test_batches_killed_at_any_moment_go_on_at_the_right_card(tmp_path: Path) -> None:
    run = kill_batches(tmp_path, KILLS)
    assert run.violations == ()
    assert run.done > KILLS / 4, "the programs were killed before they printed anything"


@pytest.mark.slow
def test_of_two_counters_that_take_up_a_batch_at_once_one_prints_it(tmp_path: Path) -> None:
    run = race_for_batches(tmp_path, 5)
    assert run.violations == ()
    assert run.done == 10
