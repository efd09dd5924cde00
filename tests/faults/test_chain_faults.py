"""What was written and then changed is found, a short run of each; the bench `faults` plays the whole."""

from pathlib import Path

import pytest

from tests.faults.chain_faults import replay_older, spoil_head, tamper_with_journal


@pytest.mark.slow
def test_every_older_page_log_or_file_put_back_is_found(tmp_path: Path) -> None:
    run = replay_older(tmp_path, 20)
    assert (run.done, run.violations) == (20, ())


@pytest.mark.slow
def test_whoever_has_the_key_is_found_at_the_entry_they_touched(tmp_path: Path) -> None:
    run = tamper_with_journal(tmp_path, 40)
    assert (run.done, run.violations) == (40, ())


def test_a_spoilt_head_is_told_and_a_torn_record_is_not_missed(tmp_path: Path) -> None:
    assert spoil_head(tmp_path, 15).violations == ()
