"""Whoever brings a file that is not taken hears why, and what to do with it."""

import pytest

from app.errors import FileRefused, Problem
from app.exchange.file_flaw import FileFlaw
from ui.wording.problem_words import problem_words


@pytest.mark.parametrize("flaw", FileFlaw)
def test_every_reason_says_what_to_do(flaw: FileFlaw) -> None:
    refused = FileRefused(Problem.WORKBOOK_UNREADABLE, why=flaw, most="50000", kind="xls", cell="XFD1")
    told = problem_words(refused).next_step
    assert ":" in told
    assert told.endswith("Nothing was taken from it.")
    assert "…" not in told


def test_no_two_reasons_share_their_words() -> None:
    told = {problem_words(FileRefused(Problem.SCAN_TOO_LARGE, why=flaw)).next_step for flaw in FileFlaw}
    assert len(told) == len(FileFlaw)


def test_a_reason_names_the_cell_or_the_figure() -> None:
    far = FileRefused(Problem.WORKBOOK_TOO_LARGE, why="far_cell", cell="C900000", most="50000")
    assert problem_words(far).next_step.startswith("Cell C900000 is filled")
    rows = FileRefused(Problem.WORKBOOK_TOO_LARGE, why="rows", most="50000")
    assert "more than 50.000 rows" in problem_words(rows).next_step


def test_a_password_needs_no_further_reason() -> None:
    assert problem_words(FileRefused(Problem.WORKBOOK_LOCKED)).next_step.startswith("Open it in Excel")
