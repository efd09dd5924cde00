"""The branch's database file: shut until a key opens it, and used through ``begin`` and ``look`` alone."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeVar

from sqlalchemy import Engine
from sqlalchemy.pool import QueuePool

from app.errors import Problem, StorageUnavailable
from app.files import not_written
from app.trust.backup import Watch
from app.trust.journal import ChainHead, HeadDoubt
from db.backup_pace import Pace
from db.chain_head import ChainHeadOutside, head_file
from db.connection import check_every_page
from db.engine import for_reading, open_database, shrink_log
from db.head_file import HeadFile, KeptHead
from db.keys import DatabaseKey
from db.migrate import bring_up_to_date
from db.page_tags import read_ahead
from db.rekey import drop, need_room, put_in_place, re_encrypt, re_encrypted
from db.unit_of_work import SqlUnitOfWork

_log = logging.getLogger(__name__)

_Made = TypeVar("_Made")


class BranchFile:
    """Use cases hold on to ``begin`` and ``look`` while the file is opened, shut and opened again."""

    def __init__(self, file: Path, copies: Path, name_key: Callable[[str], str]) -> None:
        """``copies`` takes the safety copy before a migration, ``name_key`` makes the matching key of a
        name."""
        self.file = file
        self._copies = copies
        self._name_key = name_key
        self._engine: Engine | None = None
        self._key: DatabaseKey | None = None
        self._outside: ChainHeadOutside | None = None
        self._wanted, self._reading = threading.Event(), threading.Lock()

    @property
    def is_open(self) -> bool:
        return self._engine is not None

    @property
    def engine(self) -> Engine:
        """Raises ``StorageUnavailable(DATABASE_LOCKED)`` while shut."""
        if self._engine is None:
            raise StorageUnavailable(Problem.DATABASE_LOCKED)
        return self._engine

    def begin(self) -> SqlUnitOfWork:
        """Starts a change; ``StorageUnavailable(DATABASE_LOCKED)`` while shut."""
        return SqlUnitOfWork(self.engine, self._name_key, self._head_outside.keep)

    def look(self) -> SqlUnitOfWork:
        """The same for looking only: neither waits for a writer nor holds one up."""
        return SqlUnitOfWork(for_reading(self.engine), self._name_key)

    def open(self, key: DatabaseKey, *, begins: bool = False) -> None:
        """Open what is there and bring it up to date; never makes a database.

        ``begins``: a branch from before there were passwords, whose journal is a chain only now, or since a
        start that was killed.

        Raises ``StorageUnavailable``: ``DATABASE_MISSING``, ``DATABASE_UNREADABLE`` for a key that does
        not fit, and whatever else :func:`~db.engine.open_database` and the migrations tell.
        """
        if not self.file.exists():
            raise StorageUnavailable(Problem.DATABASE_MISSING, file=self.file.name)
        self._wanted.set()
        with self._reading:  # nobody else may have the file open now
            outside = ChainHeadOutside(self.file, key)
        engine = open_database(self.file, key)
        try:
            bring_up_to_date(engine, key, self._copies)
            with SqlUnitOfWork(for_reading(engine), self._name_key) as work:
                outside.compare(work.journal, begins=begins)
        except BaseException:
            engine.dispose()
            raise
        self._engine, self._key, self._outside = engine, key, outside

    def close(self) -> None:
        """Shut the file; quiet when it is shut already."""
        engine, outside = self._engine, self._outside
        self._engine = self._key = self._outside = None
        self._wanted.clear()
        if engine is None or outside is None:
            return
        try:
            with SqlUnitOfWork(for_reading(engine), self._name_key) as work:
                head = work.journal.head()
            nothing_left = not _in_use(engine) and shrink_log(engine)
        except StorageUnavailable as error:  # the log is played into the file at the next start
            _log.warning("the log of the database was left beside it: %s", error.problem)
            nothing_left = False
        finally:
            pool, engine.pool = engine.pool, QueuePool(_refuse)  # who took the engine in time comes too late
            pool.dispose()
        if nothing_left:
            outside.shut(head)

    def read_ahead(self) -> None:
        """While nobody has signed in yet: opening reads the whole file once, and need not wait for the disk
        then. Ends as soon as the file is wanted."""
        with self._reading:
            if self.file.exists() and not self._wanted.is_set():
                read_ahead(self.file, self._wanted.is_set)

    # The outside head, as the check of the chain asks for it.

    @property
    def doubts(self) -> tuple[HeadDoubt, ...]:
        """Raises ``StorageUnavailable(DATABASE_LOCKED)`` while shut, as :meth:`kept` does."""
        return self._head_outside.doubts

    def kept(self) -> ChainHead | None:
        return self._head_outside.kept()

    @property
    def _head_outside(self) -> ChainHeadOutside:
        if self._outside is None:
            raise StorageUnavailable(Problem.DATABASE_LOCKED)
        return self._outside

    def check_every_page(self) -> None:
        """Raises ``StorageUnavailable(DATABASE_DAMAGED)`` for bit rot and torn pages: 1 s at 1.2 million
        members, while others work."""
        if self._key is None:
            raise StorageUnavailable(Problem.DATABASE_LOCKED)
        check_every_page(self.file, self._key)

    # Founding: the database grows under another name and is no branch before it is put in its place.

    @property
    def founding(self) -> Path:
        return self.file.with_name(self.file.name + ".founding")

    def build(self, key: DatabaseKey, first: Callable[[SqlUnitOfWork], _Made]) -> _Made:
        """A database that holds what ``first`` stored, complete at :attr:`founding`."""
        drop(self.founding)
        growing = BranchFile(self.founding, self._copies, self._name_key)
        engine = open_database(self.founding, key)
        try:
            bring_up_to_date(engine, key, self._copies)
        finally:
            engine.dispose()
        growing.open(key)
        try:
            with growing.begin() as work:
                made = first(work)
                work.commit()
        finally:
            growing.close()
        return made

    def settle(self) -> None:
        """The database that was built becomes the branch's."""
        try:
            head_file(self.founding).replace(head_file(self.file))
        except OSError as error:
            raise not_written(head_file(self.file), error) from error
        put_in_place(self.founding, self.file)

    # A new key: the shut file is written anew beside itself.

    def prepare_to_re_encrypt(self) -> None:
        """Raises ``StorageUnavailable`` before anything has been touched: ``DATABASE_BUSY`` while somebody
        works on the open file, ``DISK_FULL``."""
        if self._engine is not None and _in_use(self._engine):
            raise StorageUnavailable(Problem.DATABASE_BUSY)
        need_room(self.file)

    def re_encrypt(self, old: DatabaseKey, new: DatabaseKey, watch: Watch) -> None:
        """Killed at any moment, the file opens with ``old`` or with ``new``."""
        outside = HeadFile(head_file(self.file), old)
        kept = outside.read()
        if kept is not None:
            outside.settle(KeptHead(kept.head))  # the old file is touched as well
        re_encrypt(self.file, old, new, Pace(watch))
        outside.hand_over(new)
        put_in_place(re_encrypted(self.file), self.file)

    def drop_unfinished(self) -> None:
        """What a killed re-key left."""
        drop(re_encrypted(self.file))


def _in_use(engine: Engine) -> bool:
    """Whether a unit of work is under way on any thread."""
    assert isinstance(engine.pool, QueuePool)
    return engine.pool.checkedout() > 0


def _refuse() -> NoReturn:
    raise StorageUnavailable(Problem.DATABASE_LOCKED)
