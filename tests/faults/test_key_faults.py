"""The keys under attack and under the axe, a short run of each; the bench `faults` plays the whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.fault_run import FaultRun
from tests.faults.key_faults import (
    guess_passwords,
    kill_at_file_steps,
    kill_foundings,
    kill_password_changes,
    kill_rekeys,
    kill_take_overs,
    lose_slots,
    tamper_with_slots,
)


def test_no_guess_opens_a_slot(tmp_path: Path) -> None:
    run = guess_passwords(tmp_path, 50)
    assert (run.done, run.violations) == (50, ())


def test_tampered_slots_open_nothing_and_are_told_in_words(tmp_path: Path) -> None:
    run = tamper_with_slots(tmp_path, 120)
    assert run.violations == ()
    assert run.done > 80, "hardly a change was found worth telling"


def test_lost_slots_are_brought_back_and_no_branch_is_begun_over_them(tmp_path: Path) -> None:
    assert lose_slots(tmp_path, 8).violations == ()


@pytest.mark.slow
@pytest.mark.parametrize("kill", [kill_rekeys, kill_foundings, kill_take_overs, kill_password_changes])
def test_keys_killed_at_any_moment_are_the_old_or_the_new(
    tmp_path: Path, kill: Callable[[Path, int], FaultRun]
) -> None:
    run = kill(tmp_path, 8)
    assert run.violations == ()
    assert run.done, "the programs were killed before they did anything"


@pytest.mark.slow
def test_keys_killed_before_a_file_is_synced_renamed_or_removed_are_the_old_or_the_new(
    tmp_path: Path,
) -> None:
    run = kill_at_file_steps(tmp_path, 24)
    assert run.violations == ()
    assert run.done >= 18
