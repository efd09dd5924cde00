"""Files from outside made to hurt, a short run of each; the bench `faults` plays the whole."""

from pathlib import Path

import pytest

from app.archive.attachment import ScanLimits
from tests.faults import scan_bombs, workbook_bombs
from tests.faults.attachment_faults import kill_keeping
from tests.faults.list_faults import malformed_lists, staged_bombs
from tests.faults.outside_faults import (
    cut_workbooks,
    hostile_scans,
    malformed_workbooks,
    odd_names,
    workbook_bombs_all,
)

SIZE = 120_000_000
"""Bytes the largest unpack to; the bench takes a gigabyte."""


@pytest.mark.slow
def test_no_workbook_takes_the_program_with_it(tmp_path: Path) -> None:
    run = workbook_bombs_all(tmp_path, len(workbook_bombs.bombs(SIZE)), SIZE)
    assert run.violations == ()
    assert run.done > 45


@pytest.mark.slow
def test_no_picture_or_pdf_takes_the_program_with_it(tmp_path: Path) -> None:
    run = hostile_scans(tmp_path, len(scan_bombs.bombs(SIZE)), SIZE, ScanLimits(seconds=2, longest_px=1_000))
    assert run.violations == ()
    assert run.done > 40


def test_of_a_list_cut_off_on_its_way_nothing_is_taken(tmp_path: Path) -> None:
    run = cut_workbooks(tmp_path, 30)
    assert run.violations == ()
    assert run.done >= 29, "hardly a cut was noticed"


@pytest.mark.slow
def test_a_bent_list_is_read_the_same_twice_or_refused(tmp_path: Path) -> None:
    assert malformed_workbooks(tmp_path, 4).violations == ()


def test_an_odd_name_is_refused_found_or_printed_and_comes_back_from_a_workbook(tmp_path: Path) -> None:
    run = odd_names(tmp_path, 120)
    assert run.violations == ()
    assert 30 < run.done < 90, "names are all taken or all refused"


@pytest.mark.slow
def test_papers_kept_until_the_program_is_killed_are_whole_or_not_there(tmp_path: Path) -> None:
    run = kill_keeping(tmp_path, 15)
    assert run.violations == ()
    assert run.done > 15, "the programs were killed before they kept anything"


@pytest.mark.slow
def test_a_bent_list_of_workers_is_staged_whole_or_not_at_all_and_accepted_once(tmp_path: Path) -> None:
    run = malformed_lists(tmp_path, 8, rows=300)
    assert run.violations == ()
    assert 0 < run.done < 8, "all lists were read, or none"


@pytest.mark.slow
def test_a_bomb_brought_as_a_list_of_workers_stores_nothing(tmp_path: Path) -> None:
    run = staged_bombs(tmp_path, 12, SIZE)
    assert run.violations == ()
    assert run.done > 8
