"""A file is written whole or not at all, and the officer is told why not."""

import errno
import os
from pathlib import Path

import pytest

from app.errors import Problem, YourEnvironment
from app.files import refusal_of, write_whole
from app.paths import Paths


def _told(problem: Problem) -> "pytest.RaisesExc[YourEnvironment]":
    return pytest.raises(YourEnvironment, check=lambda error: error.problem is problem)


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "rekap" / "hari.xlsx"
    write_whole(file, b"pagi")
    write_whole(file, b"sore")
    assert file.read_bytes() == b"sore"
    assert [left.name for left in file.parent.iterdir()] == ["hari.xlsx"]


def test_a_full_disk_leaves_the_old_file_and_no_half_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = tmp_path / "hari.xlsx"
    write_whole(file, b"pagi")
    monkeypatch.setattr(os, "fsync", full)
    with _told(Problem.DISK_FULL):
        write_whole(file, b"sore")
    assert file.read_bytes() == b"pagi"
    assert [left.name for left in tmp_path.iterdir()] == ["hari.xlsx"]


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "loket").write_text("a file stands where the folder should be")
    with _told(Problem.FILE_NOT_WRITTEN):
        Paths(tmp_path / "loket").prepare()


def test_something_in_the_way_of_the_papers_does_not_keep_the_counter_closed(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    paths.out.write_text("a file where the folder should be")
    paths.prepare()
    with _told(Problem.FILE_NOT_WRITTEN):
        write_whole(paths.out / "rekap.xlsx", b"")


def test_a_folder_is_asked_by_trying_whether_it_takes_a_file(tmp_path: Path) -> None:
    assert refusal_of(tmp_path) is None
    assert list(tmp_path.iterdir()) == []
    gone = refusal_of(tmp_path / "gone")
    assert gone is not None
    assert gone.errno == errno.ENOENT


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folder from others by itself")
def test_nobody_else_on_the_machine_looks_into_the_data(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "loket")
    paths.prepare()
    assert paths.base.stat().st_mode & 0o077 == 0
