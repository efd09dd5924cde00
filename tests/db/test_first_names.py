"""The names for the first window are those of the stores, and looking for them changes nothing."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from app.errors import LoketError, Problem
from app.ports import Begin
from app.trust.officer import Officer, Role
from db.engine import open_database
from db.first_names import first_names
from db.keys import DatabaseKey, key_of


@pytest.fixture
def key_file(file: Path) -> Path:
    return file.with_name("loket.key")


def test_they_are_the_officers_the_branch_stored(begin: Begin, file: Path, key_file: Path) -> None:
    with begin() as work:
        for officer in (Officer("Sri Wahyuni", Role.SUPERVISOR), Officer("Budi Santoso", Role.SCREENING)):
            work.officers.add(officer)
        work.commit()
        stored = work.officers.all()
    assert [officer.name for officer in stored] == ["Sri Wahyuni", "Budi Santoso"]
    assert first_names(file, key_file) == stored


def test_where_there_is_no_branch_yet_none_is_begun(file: Path, key_file: Path) -> None:
    assert first_names(file, key_file) == ()
    assert list(file.parent.iterdir()) == []


def test_a_database_without_tables_has_none(file: Path, key: DatabaseKey, key_file: Path) -> None:
    open_database(file, key).dispose()
    assert first_names(file, key_file) == ()


def test_another_key_reads_none_and_leaves_the_telling_to_the_opening(
    engine: Engine, file: Path, tmp_path: Path
) -> None:
    engine.dispose()
    another = tmp_path / "another.key"
    key_of(tmp_path / "another.db", another)
    assert first_names(file, another) == ()


def test_a_role_only_a_newer_loket_knows_reads_none(engine: Engine, file: Path, key_file: Path) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO officer (name, role) VALUES ('Ni Luh Sari', 'auditor')"))
    assert first_names(file, key_file) == ()


def test_a_missing_key_is_told_at_once(engine: Engine, file: Path, key_file: Path) -> None:
    engine.dispose()
    key_file.unlink()
    with pytest.raises(LoketError) as told:
        first_names(file, key_file)
    assert told.value.problem is Problem.KEY_MISSING


def test_an_emptied_file_is_told_and_stays_as_it_is(engine: Engine, file: Path, key_file: Path) -> None:
    engine.dispose()
    file.write_bytes(b"")
    with pytest.raises(LoketError) as told:
        first_names(file, key_file)
    assert told.value.problem is Problem.DATABASE_DAMAGED
    assert file.read_bytes() == b""
