"""The database's own key: never shown, never alike, and once left open beside the database."""

from pathlib import Path

import pytest

from app.errors import Problem, YourEnvironment
from db.keys import DatabaseKey, left_open
from tests.vaults import leave_key_open


def test_two_branches_draw_different_keys() -> None:
    drawn = [DatabaseKey.drawn() for _ in range(100)]
    assert len({key.literal for key in drawn}) == 100
    assert {(len(key.secret), len(key.salt)) for key in drawn} == {(32, 16)}


def test_a_key_shows_itself_to_nobody_who_prints_it() -> None:
    key = DatabaseKey.drawn()
    assert key.secret.hex() not in repr(key)
    assert repr(key.secret) not in repr(key)
    assert repr(key.salt) not in repr(key)


def test_the_key_an_older_branch_left_open_is_found(tmp_path: Path) -> None:
    key = leave_key_open(tmp_path / "loket.key")
    assert left_open(tmp_path / "loket.key") == key


@pytest.mark.parametrize("left", [None, "", "half a ke", "zz" * 48, "00" * 47, "00" * 49, "\xff"])
def test_a_missing_or_damaged_key_file_is_told_and_stays_as_it_is(tmp_path: Path, left: str | None) -> None:
    file = tmp_path / "loket.key"
    if left is not None:
        file.write_text(left, encoding="latin-1")
    with pytest.raises(YourEnvironment) as told:
        left_open(file)
    assert told.value.problem is Problem.KEY_MISSING
    assert (file.read_text(encoding="latin-1") if file.exists() else None) == left
