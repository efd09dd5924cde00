"""The file is unreadable without its key, safe against a crash, and honest about what is wrong with it."""

import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sqlcipher3
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from app.errors import Problem, StorageUnavailable, YourEnvironment
from app.members.member import Address, Member
from app.members.membership import Membership
from app.ports import Begin
from db.connection import check_every_page
from db.engine import copy_database, for_reading, open_database
from db.keys import DatabaseKey
from db.unit_of_work import SqlUnitOfWork

Store = Callable[..., Membership]


@contextmanager
def _unavailable(problem: Problem) -> Iterator[None]:
    with pytest.raises(StorageUnavailable) as raised:
        yield
    assert raised.value.problem is problem


@contextmanager
def _opened(file: Path, key: DatabaseKey) -> Iterator[Engine]:
    engine = open_database(file, key)
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    ("switch", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("cache_size", -262144),
        ("trusted_schema", 0),
        ("recursive_triggers", 1),
        ("cipher_log_level", "NONE"),
        ("cipher_use_hmac", "1"),
    ],
)
def test_every_switch_is_really_on(engine: Engine, switch: str, value: object) -> None:
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {switch}").scalar() == value


def test_no_byte_on_the_disk_tells_a_name_or_a_number(
    engine: Engine, file: Path, siti: Member, store: Store
) -> None:
    store(siti)
    files = [path for path in file.parent.iterdir() if path.name.startswith("loket.db")]
    before = b"".join(path.read_bytes() for path in files)
    engine.dispose()  # the log is moved into the file
    after = file.read_bytes()
    for planted in (b"SITI", b"RAHMAWATI", siti.nik.digits.encode(), b"26004187326", b"SQLite format"):
        assert planted not in before + after
    assert len(files) > 1


def test_another_key_opens_nothing(engine: Engine, file: Path) -> None:
    engine.dispose()
    with _unavailable(Problem.DATABASE_UNREADABLE):
        open_database(file, DatabaseKey(bytes(32), bytes(16)))


@pytest.mark.parametrize("share", [0.0, 0.3, 0.5, 0.9])
def test_a_torn_file_is_not_taken_for_a_fresh_one(
    engine: Engine, file: Path, key: DatabaseKey, share: float
) -> None:
    engine.dispose()
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])
    with _unavailable(Problem.DATABASE_DAMAGED):
        open_database(file, key)


def test_every_flipped_bit_is_found(engine: Engine, file: Path, key: DatabaseKey) -> None:
    engine.dispose()
    whole, chance = file.read_bytes(), Random(7)
    for _ in range(40):
        place = chance.randrange(len(whole))
        file.write_bytes(
            whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :]
        )
        with pytest.raises(StorageUnavailable) as raised:
            check_every_page(file, key)
        assert raised.value.problem in (Problem.DATABASE_DAMAGED, Problem.DATABASE_UNREADABLE)
    file.write_bytes(whole)
    check_every_page(file, key)


def test_a_page_torn_while_the_log_was_played_into_the_file_is_no_damage(
    engine: Engine, file: Path, key: DatabaseKey, siti: Member, store: Store
) -> None:
    """The disk was full or the power failed in the middle of a checkpoint; the log holds the page whole."""
    store(siti)
    log = file.with_name(file.name + "-wal").read_bytes()
    page = int.from_bytes(log[_LOG_HEADER : _LOG_HEADER + 4])
    with file.open("r+b") as torn:
        torn.seek((page - 1) * _PAGE + 100)
        torn.write(bytes(512))
    check_every_page(file, key)
    engine.dispose()
    check_every_page(file, key)


_LOG_HEADER, _PAGE = 32, 4096


def test_a_file_nobody_may_write_is_said_to_be_read_only(key: DatabaseKey) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "loket.db")
        with _opened(file, key) as engine, engine.begin() as connection:
            connection.execute(text("CREATE TABLE kept (value TEXT)"))
        file.chmod(0o444)
        Path(folder).chmod(0o755)
        with _without_privileges(), _unavailable(Problem.DATABASE_READ_ONLY):
            open_database(file, key)


def test_a_full_disk_stores_nothing_and_says_so(begin: Begin, engine: Engine, siti: Member) -> None:
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with _unavailable(Problem.DISK_FULL), begin() as work:
        work.members.add(replace(siti, address=Address("JL. MELATI " * 100_000)))
    with begin() as work:
        assert work.members.by_nik(siti.nik) is None


def test_a_second_writer_waits_and_is_then_told_the_database_is_busy(
    engine: Engine, file: Path, key: DatabaseKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.connection._PATIENCE", 0.02)
    with _opened(file, key) as other, engine.begin(), _unavailable(Problem.DATABASE_BUSY):
        other.begin().__enter__()


def test_a_second_writer_gets_in_when_the_first_is_done(engine: Engine, file: Path, key: DatabaseKey) -> None:
    with _opened(file, key) as other, ThreadPoolExecutor(1) as second:
        with engine.begin() as first:
            first.execute(text("CREATE TABLE kept (value TEXT)"))
            seen = second.submit(lambda: _rows_of(other, "kept"))
            assert not seen.done()
        assert seen.result(timeout=30) == 0


def _rows_of(engine: Engine, table: str) -> int:
    with engine.begin() as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def test_looking_neither_waits_for_a_change_nor_sees_half_of_it(
    begin: Begin, engine: Engine, siti: Member
) -> None:
    with begin() as work:
        work.members.add(siti)
        with SqlUnitOfWork(for_reading(engine), str.upper) as look:
            assert look.members.by_nik(siti.nik) is None
        work.commit()
    with SqlUnitOfWork(for_reading(engine), str.upper) as look:
        assert look.members.by_nik(siti.nik) is not None


def test_who_only_looks_can_change_nothing(engine: Engine, begin: Begin, siti: Member) -> None:
    with pytest.raises(StorageUnavailable), SqlUnitOfWork(for_reading(engine), str.upper) as look:
        look.members.add(siti)
    with begin() as work:  # the same connection may write again
        work.members.add(siti)
        work.commit()


def test_an_error_names_no_person(engine: Engine, siti: Member) -> None:
    with pytest.raises(IntegrityError) as raised, engine.begin() as connection:
        connection.execute(
            text("INSERT INTO visit_step (visit_id, stage, seconds) VALUES (:visit, :stage, 1)"),
            {"visit": 999, "stage": siti.name},
        )
    assert siti.name not in str(raised.value)


def test_a_copy_holds_the_same_under_the_same_key_and_takes_nothing_away(
    engine: Engine, file: Path, key: DatabaseKey, siti: Member, store: Store
) -> None:
    store(siti)
    copy_database(engine, file.parent / "copies" / "copy.db", key)
    with (
        _opened(file.parent / "copies" / "copy.db", key) as copied,
        SqlUnitOfWork(copied, str.upper) as work,
    ):
        assert work.members.by_nik(siti.nik) is not None
    assert siti.name.encode() not in (file.parent / "copies" / "copy.db").read_bytes()


def test_a_copy_the_disk_does_not_take_leaves_no_half_copy(
    engine: Engine, file: Path, key: DatabaseKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(_file: Path, _key: DatabaseKey) -> None:
        raise StorageUnavailable(Problem.DATABASE_DAMAGED)

    monkeypatch.setattr("db.engine.check_every_page", torn)
    with _unavailable(Problem.DATABASE_DAMAGED):
        copy_database(engine, file.parent / "copies" / "copy.db", key)
    assert list((file.parent / "copies").iterdir()) == []


def test_a_folder_for_copies_that_cannot_be_made_is_told(
    engine: Engine, file: Path, key: DatabaseKey
) -> None:
    (file.parent / "copies").write_text("a file stands where the folder should be")
    with pytest.raises(YourEnvironment) as told:
        copy_database(engine, file.parent / "copies" / "copy.db", key)
    assert told.value.problem is Problem.FILE_NOT_WRITTEN


def test_a_first_start_never_shows_an_empty_file(
    file: Path, key: DatabaseKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between making the file and its first page, it would pass for an emptied one for ever."""
    sizes: list[int | None] = []
    connect = sqlcipher3.connect

    def watched(path: str, **how: Any) -> sqlcipher3.dbapi2.Connection:
        connection = connect(path, **how)
        sizes.append(file.stat().st_size if file.exists() else None)
        return connection

    monkeypatch.setattr("db.connection.sqlcipher3.connect", watched)
    open_database(file, key).dispose()
    assert None in sizes
    assert 0 not in sizes


@contextmanager
def _without_privileges() -> Iterator[None]:
    """The administrator of a machine may write read-only files, so the test steps down for a moment."""
    if os.name == "nt" or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
