"""Open the encrypted branch database with every safety switch SQLite leaves off.

SQL that only SQLite understands stands here and in ``db/search.py``, nowhere else.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import QueuePool

from app.errors import Problem, StorageUnavailable
from db.keys import DatabaseKey

_SWITCHES = (
    "busy_timeout = 5000",  # milliseconds a second writer waits its turn
    "journal_mode = WAL",  # readers and one writer do not wait for each other
    "synchronous = FULL",  # an acknowledged record survives a power cut
    "foreign_keys = ON",
    "cache_size = -262144",  # KiB: decrypted pages are kept, which takes away the price of encryption
    "trusted_schema = OFF",
    "recursive_triggers = ON",  # else INSERT OR REPLACE slips past the append-only triggers
)

_PROBLEMS = {
    sqlcipher3.SQLITE_BUSY: Problem.DATABASE_BUSY,
    sqlcipher3.SQLITE_LOCKED: Problem.DATABASE_BUSY,
    sqlcipher3.SQLITE_READONLY: Problem.DATABASE_READ_ONLY,
    sqlcipher3.SQLITE_FULL: Problem.DISK_FULL,
    sqlcipher3.SQLITE_CORRUPT: Problem.DATABASE_DAMAGED,
    sqlcipher3.SQLITE_NOTADB: Problem.DATABASE_UNREADABLE,
    sqlcipher3.SQLITE_CANTOPEN: Problem.DATABASE_UNREADABLE,
    sqlcipher3.SQLITE_IOERR: Problem.DATABASE_UNREADABLE,
    sqlcipher3.SQLITE_PERM: Problem.DATABASE_UNREADABLE,
}
_TAKEN = "UNIQUE constraint failed"  # the driver tells constraints apart by their message alone

_TRANSACTION = "loket_transaction"
"""Execution option that names how a connection begins; without it a change begins."""


class AlreadyStored(Exception):
    """A row repeats what may stand only once; the store that wrote it knows which rule that breaks."""


def open_database(file: Path, key: DatabaseKey) -> Engine:
    """An engine over ``file``, which is created when it is not there.

    Raises ``StorageUnavailable``: ``DATABASE_UNREADABLE`` for a key that does not fit,
    ``DATABASE_DAMAGED`` for an emptied or torn file. Each later call of the engine raises the same
    error for a busy, full, read-only or broken disk; no other place translates them.
    """
    if file.exists() and file.stat().st_size == 0:
        # to begin afresh here would hand out every number a second time
        raise StorageUnavailable(Problem.DATABASE_DAMAGED, file=file.name)
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        module=sqlcipher3.dbapi2,
        # by its own choice SQLAlchemy might take a pool made for memory databases
        poolclass=QueuePool,
        # a page cache belongs to one connection: the warm one is taken first, and few are kept
        pool_use_lifo=True,
        pool_size=2,
        max_overflow=8,
        connect_args={"isolation_level": None},  # the driver must not begin or commit by itself
        hide_parameters=True,  # names and NIK would travel in error messages
    )
    event.listen(engine, "handle_error", _say_what_is_wrong)
    event.listen(engine, "begin", _begin)

    @event.listens_for(engine, "connect")
    def _switch_on(connection: sqlcipher3.dbapi2.Connection, _record: object) -> None:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f'PRAGMA key = "{key.literal}"')
        for switch in _SWITCHES:
            connection.execute(f"PRAGMA {switch}")

    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    return engine


def for_reading(engine: Engine) -> Engine:
    """The same database for looking only: its transactions neither wait for a writer nor hold one up."""
    return engine.execution_options(**{_TRANSACTION: "BEGIN DEFERRED"})


def check_every_page(engine: Engine) -> None:
    """Find bit rot and torn pages before anyone works on them: 0.65 s at 1.2 million members.

    Raises ``StorageUnavailable(DATABASE_DAMAGED)``. A page replaced by its own older state passes.
    """
    with for_reading(engine).connect() as connection:
        wrong = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
    if wrong:
        raise StorageUnavailable(Problem.DATABASE_DAMAGED, pages=str(len(wrong)))


def copy_database(engine: Engine, to: Path, key: DatabaseKey) -> None:
    """A consistent copy under the same key, proven by opening it. ``to`` must not exist yet."""
    to.parent.mkdir(parents=True, exist_ok=True)
    with _outside_transactions(engine).connect() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(to),))
    copy = open_database(to, key)
    try:
        check_every_page(copy)
    finally:
        copy.dispose()


def shrink_log(engine: Engine) -> None:
    """Move a large change out of the write-ahead log, which would keep its size until the last close."""
    with _outside_transactions(engine).connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


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


def _say_what_is_wrong(context: ExceptionContext) -> None:
    error = context.original_exception
    if isinstance(error, sqlcipher3.IntegrityError) and str(error).startswith(_TAKEN):
        raise AlreadyStored from error
    code = getattr(error, "sqlite_errorcode", None)  # the driver's own complaints carry none
    if code in _PROBLEMS:
        raise StorageUnavailable(_PROBLEMS[code]) from error
