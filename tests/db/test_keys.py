"""The key lies in one file, is drawn once, and is never replaced while a database needs it."""

import os
import stat
from pathlib import Path

import pytest

from app.errors import Problem, YourEnvironment
from db.keys import key_of


@pytest.fixture
def key_file(file: Path) -> Path:
    return file.with_name("loket.key")


def test_the_first_start_draws_a_key_and_every_later_one_finds_it(file: Path, key_file: Path) -> None:
    drawn = key_of(file, key_file)
    assert key_of(file, key_file) == drawn
    assert (len(drawn.secret), len(drawn.salt)) == (32, 16)


@pytest.mark.skipif(os.name == "nt", reason="Windows guards the file by the user's profile, not by a mode")
def test_only_its_owner_may_read_the_key(file: Path, key_file: Path) -> None:
    key_of(file, key_file)
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600


def test_two_branches_draw_different_keys(tmp_path: Path) -> None:
    keys = {key_of(tmp_path / name / "loket.db", tmp_path / name / "loket.key").literal for name in "ab"}
    assert len(keys) == 2


@pytest.mark.parametrize("left", [None, "", "zz" * 48, "00" * 47, "00" * 49])
def test_no_new_key_is_drawn_over_a_database(file: Path, key_file: Path, left: str | None) -> None:
    file.write_bytes(b"something encrypted")
    if left is not None:
        key_file.write_text(left)
    with pytest.raises(YourEnvironment) as refused:
        key_of(file, key_file)
    assert refused.value.problem is Problem.KEY_MISSING
    assert (key_file.read_text() if key_file.exists() else None) == left


def test_a_damaged_key_is_not_replaced_even_before_the_first_database(file: Path, key_file: Path) -> None:
    key_file.write_text("half a ke")
    with pytest.raises(YourEnvironment):
        key_of(file, key_file)
    assert key_file.read_text() == "half a ke"


def test_a_key_shows_itself_to_nobody_who_prints_it(file: Path, key_file: Path) -> None:
    key = key_of(file, key_file)
    assert key.secret.hex() not in repr(key)
    assert repr(key.secret) not in repr(key)
    assert repr(key.salt) not in repr(key)


def test_a_folder_that_cannot_be_written_is_said_to_be_the_cause(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    with pytest.raises(YourEnvironment) as refused:
        key_of(tmp_path / "taken" / "loket.db", tmp_path / "taken" / "loket.key")
    assert refused.value.problem is Problem.FILE_NOT_WRITTEN
