"""Write the whole database anew under another key, beside it, proven before it takes the old one's place."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import sqlcipher3

from app.errors import Problem, StorageUnavailable
from app.files import not_written, sync_folder
from app.trust.backup import BackupStage
from db.backup_pace import Pace
from db.connection import check_every_page, connect, explained
from db.keys import DatabaseKey

_PAGES_AT_ONCE = 1_000

_ROOM_LEFT = 64 << 20
"""Bytes that must stay free beside the second copy: nobody is locked out because the disk is full."""


def re_encrypted(file: Path) -> Path:
    """Where the new copy grows; what lies there after a crash is worth nothing."""
    return file.with_name(file.name + ".rekeyed")


def re_encrypt(file: Path, old: DatabaseKey, new: DatabaseKey, pace: Pace) -> None:
    """A copy of the shut database under ``new``, at :func:`re_encrypted`; the old one stays as it is.

    Raises ``StorageUnavailable``: ``DISK_FULL`` before anything was written, ``DATABASE_BUSY`` while
    anybody has the database open, ``DATABASE_DAMAGED`` where the copy is not the same;
    :class:`~app.trust.backup.Cancelled` when whoever watches wants no more of it.
    """
    copy = re_encrypted(file)
    drop(copy)
    need_room(file)
    try:
        with closing(_alone(file, old)) as source, closing(connect(copy, new)) as target:
            _copy(source, target, file.stat().st_size, pace)
            if _rows(source) != _rows(target):
                raise StorageUnavailable(Problem.DATABASE_DAMAGED, file=file.name)
        check_every_page(copy, new)
    except sqlcipher3.Error as error:
        drop(copy)
        raise explained(error, file) or error from error
    except BaseException:
        drop(copy)
        raise


def put_in_place(copy: Path, file: Path) -> None:
    """``copy`` becomes ``file`` in one step. No log of the old database may be left to meet the new one."""
    for log in (file.with_name(file.name + "-wal"), file.with_name(file.name + "-journal")):
        if log.exists() and log.stat().st_size:
            raise StorageUnavailable(Problem.DATABASE_BUSY)
    try:
        with copy.open("rb+") as whole:
            os.fsync(whole.fileno())
        copy.replace(file)
        sync_folder(file.parent)
    except OSError as error:
        raise not_written(file, error) from error


def drop(copy: Path) -> None:
    """Take away an unfinished database with its logs."""
    try:
        for suffix in ("", "-wal", "-shm", "-journal", ".new", ".new-wal", ".new-shm", ".new-journal"):
            copy.with_name(copy.name + suffix).unlink(missing_ok=True)
    except OSError as error:
        raise not_written(copy, error) from error


def need_room(file: Path) -> None:
    """Raises ``StorageUnavailable(DISK_FULL)`` where a second copy would fill the disk."""
    needed = file.stat().st_size + _ROOM_LEFT
    free = shutil.disk_usage(file.parent).free
    if free < needed:
        raise StorageUnavailable(
            Problem.DISK_FULL,
            file=file.name,
            folder=str(file.parent),
            needed_mb=str(needed >> 20),
            free_mb=str(free >> 20),
        )


def _alone(file: Path, key: DatabaseKey) -> sqlcipher3.dbapi2.Connection:
    """The only connection there is: leaving the write-ahead log empties it and needs everybody else gone."""
    connection = connect(file, key)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        # held until it is closed; inside a transaction of its own nothing could be copied
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _copy(
    source: sqlcipher3.dbapi2.Connection, target: sqlcipher3.dbapi2.Connection, size: int, pace: Pace
) -> None:
    pace.begin(BackupStage.COPYING, size)
    told = 0

    def tell(_status: int, remaining: int, pages: int) -> None:
        nonlocal told
        done = size * (pages - remaining) // pages
        pace.add(done - told)
        told = done

    source.backup(target, pages=_PAGES_AT_ONCE, progress=tell)
    pace.begin(BackupStage.VERIFYING, size)


def _rows(connection: sqlcipher3.dbapi2.Connection) -> dict[str, int]:
    """How many rows stand in each table."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # names of our own tables
        for (name,) in tables
    }
