"""Where the journal stood last, kept outside the database: an older database, or an older page put back into
it, does not agree with that."""

import logging
from pathlib import Path

from app.errors import Problem, StorageUnavailable, YourEnvironment
from app.ports import JournalStore
from app.trust.check_chain import head_doubts
from app.trust.journal import BEFORE_THE_FIRST, ChainHead, HeadDoubt
from db.head_file import HeadFile, KeptHead
from db.keys import DatabaseKey
from db.page_tags import page_tags

_log = logging.getLogger(__name__)


def head_file(database: Path) -> Path:
    return database.with_suffix(".head")


class ChainHeadOutside:
    """Made before the database is opened, which must be shut for it, and kept as long as it stands open.

    What it cannot find: that the whole folder, this file with it, was put back as it was, which the heads on
    paper and in the backups tell; and an older page where the program was not ended in order, unless it
    is one of the journal's.
    """

    def __init__(self, database: Path, key: DatabaseKey) -> None:
        self._database = database
        self._file = HeadFile(head_file(database), key)
        self._found = self._file.read()
        try:
            self._pages_differ = self._found is not None and not _is_as_shut(database, self._found)
        except OSError as error:
            raise StorageUnavailable(Problem.DATABASE_UNREADABLE, file=database.name) from error
        self.doubts: tuple[HeadDoubt, ...] = ()

    def compare(self, journal: JournalStore, *, begins: bool) -> None:
        """Find the doubts. ``begins``: the journal has only become a chain, so nothing need be kept yet.

        Without a doubt, what is kept is that the database stands open from now on; with one it stays as it
        is until the next entry, so that nobody who ends the program now takes the doubt away.
        """
        if self._found is None and begins:
            found: tuple[HeadDoubt, ...] = ()
        else:
            found = self._compared(journal)
        self.doubts = (*found, HeadDoubt.PAGES) if self._pages_differ else found
        if not self.doubts:
            self._file.settle(KeptHead(journal.head()))

    def keep(self, head: ChainHead) -> None:
        self._file.keep(head)

    def kept(self) -> ChainHead | None:
        kept = self._file.read()
        return None if kept is None else kept.head

    def shut(self, head: ChainHead) -> None:
        """The database is shut, with nothing left in its log: from now on each of its pages is known."""
        if not self._file.is_right:
            return
        try:
            self._file.settle(KeptHead(head, page_tags(self._database)))
        except (YourEnvironment, OSError) as error:  # then the pages are not compared at the next start
            _log.warning("the pages of the shut database are not kept: %s", type(error).__name__)

    def _compared(self, journal: JournalStore) -> tuple[HeadDoubt, ...]:
        if self._found is None:
            if journal.head() == BEFORE_THE_FIRST:
                return ()
            missing = not head_file(self._database).exists()
            return (HeadDoubt.MISSING if missing else HeadDoubt.UNREADABLE,)
        return head_doubts(self._found.head, journal)


def _is_as_shut(database: Path, kept: KeptHead) -> bool:
    """True also where the program was not ended in order, so that nothing of the pages is known."""
    if kept.pages is None:
        return True
    log = database.with_name(database.name + "-wal")
    left_over = log.exists() and log.stat().st_size > 0  # an older log would be played into the file
    return not left_over and page_tags(database) == kept.pages
