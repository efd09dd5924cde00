"""The encrypted branch database as SQLAlchemy's stores use it: its transactions, copies and bulk work.

SQL that only SQLite understands stands here, in ``db/connection.py`` and in ``db/search.py``, nowhere else.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import QueuePool

from app.errors import YourEnvironment
from app.files import not_written
from db.connection import check_every_page, connect, connect_untouched, explained, found
from db.keys import DatabaseKey

_TAKEN = "UNIQUE constraint failed"  # the driver tells constraints apart by their message alone

_TRANSACTION = "loket_transaction"
"""Execution option that names how a connection begins; without it a change begins."""


SORTED_BY_KEY = {"sqlite_with_rowid": False}
"""For a table that is nothing but its key: the rows themselves are the index, instead of lying beside it."""


class AlreadyStored(Exception):
    """A row repeats what may stand only once; the store that wrote it knows which rule that breaks."""


def open_database(file: Path, key: DatabaseKey) -> Engine:
    """An engine over ``file``, which is created when it is not there.

    Raises ``StorageUnavailable``: ``DATABASE_UNREADABLE`` for a key that does not fit,
    ``DATABASE_DAMAGED`` for an emptied or torn file. Each later call of the engine raises the same
    error for a busy, full, read-only or broken disk; no other place translates them.
    """
    engine = _engine(file, partial(connect, file, key))
    if not file.exists():
        found(file, key)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    return engine


def open_untouched(file: Path, key: DatabaseKey) -> Engine:
    """An engine that only looks, for a copy nobody writes to; neither the file nor its folder is changed."""
    return for_reading(_engine(file, partial(connect_untouched, file, key)))


def _engine(file: Path, creator: Callable[[], Any]) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        module=sqlcipher3.dbapi2,
        creator=creator,
        # by its own choice SQLAlchemy might take a pool made for memory databases
        poolclass=QueuePool,
        # a page cache belongs to one connection: the warm one is taken first, and few are kept
        pool_use_lifo=True,
        pool_size=2,
        max_overflow=8,
        hide_parameters=True,  # names and NIK would travel in error messages
    )
    event.listen(engine, "handle_error", lambda context: _say_what_is_wrong(context, file))
    event.listen(engine, "begin", _begin)
    return engine


def for_reading(engine: Engine) -> Engine:
    """The same database for looking only: its transactions neither wait for a writer nor hold one up."""
    return engine.execution_options(**{_TRANSACTION: "BEGIN DEFERRED"})


def copy_database(engine: Engine, to: Path, key: DatabaseKey) -> None:
    """A consistent copy under the same key, proven by opening it. ``to`` must not exist yet.

    Raises ``YourEnvironment`` where the disk does not take it; then no half copy stays.
    """
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(to.parent, error) from error
    try:
        with _outside_transactions(engine).connect() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(to),))
        check_every_page(to, key)
    except YourEnvironment:
        to.unlink(missing_ok=True)
        raise


def shrink_log(engine: Engine) -> bool:
    """Move a large change out of the write-ahead log, which would keep its size until the last close.

    False where somebody was still working and some of it had to stay there.
    """
    with _outside_transactions(engine).connect() as connection:
        busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    return not busy


@contextmanager
def without_indexes(connection: Connection, *tables: str) -> Iterator[None]:
    """Rows added inside go in without their indexes, which are built sorted at the end: many times
    faster. A row that repeats what may stand once is then refused at the end."""
    marks = ", ".join("?" * len(tables))
    indexes = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master "
        f"WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({marks})",
        tables,
    ).all()
    for name, _ in indexes:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    yield
    for _, sql in indexes:
        connection.exec_driver_sql(sql)


def refuse_changes(connection: Connection, table: str) -> None:
    """Make ``table`` append-only inside the database: whoever writes, rows are only ever added."""
    for change in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table}_refuses_{change.lower()} BEFORE {change} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def refuse_gaps(connection: Connection, table: str) -> None:
    """A new row's ``id`` must be the one after the last: nothing is put in between, nothing left out."""
    connection.exec_driver_sql(
        f"CREATE TRIGGER {table}_refuses_gap BEFORE INSERT ON {table} "
        f"WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM {table}) "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _outside_transactions(engine: Engine) -> Engine:
    return engine.execution_options(**{_TRANSACTION: ""})


def _begin(connection: Connection) -> None:
    """The write lock is taken at once, so what a change has read stays true until its commit.

    Taken later, two changes that both began by reading could only be ended by an error.
    """
    begin = connection.get_execution_options().get(_TRANSACTION, "BEGIN IMMEDIATE")
    connection.exec_driver_sql(f"PRAGMA query_only = {int(begin == 'BEGIN DEFERRED')}")
    if begin:
        connection.exec_driver_sql(begin)


def _say_what_is_wrong(context: ExceptionContext, file: Path) -> None:
    error = context.original_exception
    if isinstance(error, sqlcipher3.IntegrityError) and str(error).startswith(_TAKEN):
        raise AlreadyStored from error
    told = explained(error, file)
    if told is not None:
        raise told from error
