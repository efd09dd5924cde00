"""One connection to the encrypted file, with every safety switch SQLite leaves off.

SQLAlchemy is not loaded here: the officers' names are read and the pages checked while it still loads.
"""

import errno
import random
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import sqlcipher3

from app.errors import Problem, StorageUnavailable
from app.files import not_written, refusal_of
from db.keys import DatabaseKey

_SWITCHES = (
    "journal_mode = WAL",  # readers and one writer do not wait for each other
    "synchronous = FULL",  # an acknowledged record survives a power cut
    "foreign_keys = ON",
    "cache_size = -262144",  # KiB: decrypted pages are kept, which takes away the price of encryption
    "trusted_schema = OFF",
    "secure_delete = ON",  # what is erased is overwritten, not only left unlinked
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

_PATIENCE = 5.0
"""Seconds a second writer waits its turn."""

_PAUSE = (0.001, 0.004)
"""Seconds, drawn anew each time. SQLite's own pauses grow to 0.1 s: of four writers that never rest, the one
that wrote last wrote again, and one change in a hundred waited for seconds."""

_OF_FILES = (sqlcipher3.SQLITE_CANTOPEN, sqlcipher3.SQLITE_IOERR)
_REFUSALS = {
    errno.ENOSPC: Problem.DISK_FULL,
    errno.EROFS: Problem.DATABASE_READ_ONLY,
    errno.EACCES: Problem.DATABASE_READ_ONLY,
    errno.EPERM: Problem.DATABASE_READ_ONLY,
}

_WRONG_PAGES = "PRAGMA cipher_integrity_check"

_OF_WHAT_IS_READ = frozenset(
    {sqlcipher3.SQLITE_CORRUPT, sqlcipher3.SQLITE_NOTADB, sqlcipher3.SQLITE_BUSY, sqlcipher3.SQLITE_LOCKED}
)
"""Errors that speak of the database that is copied; all others speak of the copy."""

_ASKED_EVERY = 100_000
"""Steps of SQLite's machine: some ten milliseconds."""


def found(file: Path, key: DatabaseKey) -> None:
    """Make an empty database in one step: killed half-way, it would be an emptied file for ever after."""
    fresh = file.with_name(file.name + ".new")
    try:
        fresh.unlink(missing_ok=True)
        connect(fresh, key).close()  # writes the first page
        if not file.exists():  # another program may have been quicker
            fresh.replace(file)
    except sqlcipher3.Error as error:
        raise explained(error, file) or error from error
    except OSError as error:
        raise not_written(file, error) from error


def connect(file: Path, key: DatabaseKey) -> sqlcipher3.dbapi2.Connection:
    """A connection any thread may use, one at a time; ``file`` is created when it is not there.

    Raises the driver's own errors, see :func:`explained`, and ``StorageUnavailable(DATABASE_DAMAGED)``
    for an emptied file: to begin afresh there would hand out every number a second time.
    """
    if file.exists() and file.stat().st_size == 0:
        raise StorageUnavailable(Problem.DATABASE_DAMAGED, file=file.name)
    # isolation_level: the driver must not begin or commit by itself
    connection = sqlcipher3.connect(str(file), isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f'PRAGMA key = "{key.literal}"')
        connection.set_busy_handler(_turn_by_turn())
        for switch in _SWITCHES:
            connection.execute(f"PRAGMA {switch}")
    except sqlcipher3.Error:
        connection.close()
        raise
    return connection


def _turn_by_turn() -> Callable[[int], bool]:
    """Whether to ask again for a lock somebody else holds, after a pause; told how often it was asked."""
    since = 0.0

    def again(asked: int) -> bool:
        nonlocal since
        if asked == 0:
            since = time.monotonic()
        time.sleep(random.uniform(*_PAUSE))
        return time.monotonic() - since < _PATIENCE

    return again


def connect_untouched(file: Path, key: DatabaseKey) -> sqlcipher3.dbapi2.Connection:
    """A connection that only looks, for a copy nobody writes to: neither the file nor its folder, which may
    be read-only, is changed by as much as a lock. Raises the driver's own errors."""
    place = quote(file.absolute().as_posix())
    connection = sqlcipher3.connect(
        f"file://{'' if place.startswith('/') else '/'}{place}?mode=ro&immutable=1",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f'PRAGMA key = "{key.literal}"')
        connection.execute("PRAGMA trusted_schema = OFF")
    except sqlcipher3.Error:
        connection.close()
        raise
    return connection


def copy_while_working(file: Path, key: DatabaseKey, to: Path, go_on: Callable[[], bool]) -> None:
    """A consistent copy of ``file`` under the same key, as it stood when the copy began.

    Readers and writers go on meanwhile. ``go_on`` is asked many times a second; its False ends the work
    with the driver's error ``SQLITE_INTERRUPT``. Raises ``StorageUnavailable`` for what is wrong with
    ``file``, and the driver's own errors for what is wrong where the copy goes; what there is of it then is
    the caller's to remove.
    """
    try:
        with closing(connect(file, key)) as connection:
            # as much again is taken for the copy: the counter's own connections keep the large cache
            connection.execute("PRAGMA cache_size = -16384")
            connection.set_progress_handler(lambda: 0 if go_on() else 1, _ASKED_EVERY)
            connection.execute("VACUUM INTO ?", (str(to),))
    except sqlcipher3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        raise (explained(error, file) if code in _OF_WHAT_IS_READ else None) or error from error


def explained(error: BaseException | None, file: Path) -> StorageUnavailable | None:
    """What an officer can be told about an error of the driver; ``None`` when it is our own mistake."""
    code = getattr(error, "sqlite_errorcode", None)  # the driver's own complaints carry none
    if code not in _PROBLEMS:
        return None
    # where no log can be made beside the file, the driver does not tell why
    refused = refusal_of(file.parent) if code in _OF_FILES else None
    if refused is not None and refused.errno in _REFUSALS:
        return StorageUnavailable(_REFUSALS[refused.errno])
    return StorageUnavailable(_PROBLEMS[code])


def check_untouched(file: Path, key: DatabaseKey) -> bool:
    """Whether every page of a copy nobody writes to is sound, and its tables and indexes hang together.

    Raises the driver's own errors.
    """
    with closing(connect_untouched(file, key)) as connection:
        wrong = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        return not wrong and connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]


def check_every_page(file: Path, key: DatabaseKey) -> None:
    """Find bit rot and torn pages before anyone works on them: 1 s at 1.2 million members.

    Raises ``StorageUnavailable(DATABASE_DAMAGED)``. A page replaced by its own older state passes.
    """
    try:
        with closing(connect(file, key)) as connection:
            wrong = connection.execute(_WRONG_PAGES).fetchall()
            if wrong:  # or only torn while the log, which still holds them, was played into the file
                connection.execute("PRAGMA wal_checkpoint(FULL)")
                wrong = connection.execute(_WRONG_PAGES).fetchall()
    except sqlcipher3.Error as error:
        raise explained(error, file) or error from error
    if wrong:
        raise StorageUnavailable(Problem.DATABASE_DAMAGED, pages=str(len(wrong)))
