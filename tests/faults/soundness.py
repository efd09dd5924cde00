"""What must hold of every branch database, whatever was done to the program that kept it."""

from collections.abc import Iterator

from app.errors import LoketError, StorageUnavailable
from app.trust.journal import BEFORE_THE_FIRST, following
from db.branch_file import BranchFile
from tests.faults.contents import connection_of, rows


def unsound(file: BranchFile) -> list[str]:
    """The invariants broken: I5 the journal's chain and its head outside, I6 pages, references, indexes."""
    try:
        file.check_every_page()
        return [*_loose_ends(file), *_broken_chain(file)]
    except LoketError as error:
        return [f"I6 {error!r}"]


def _loose_ends(file: BranchFile) -> Iterator[str]:
    with file.begin() as work:
        connection = connection_of(work)
        yield from (
            f"I6 row {row} of {table} leads nowhere"
            for table, row, *_ in rows(connection, "PRAGMA foreign_key_check")
        )
        try:
            rows(connection, "INSERT INTO name_word(name_word, rank) VALUES ('integrity-check', 1)")
        except StorageUnavailable:
            yield "I6 the index of names does not fit the members"


def _broken_chain(file: BranchFile) -> Iterator[str]:
    yield from (f"I5 the head outside is in doubt: {doubt}" for doubt in file.doubts)
    head = BEFORE_THE_FIRST
    with file.look() as work:
        for link in work.journal.links(1, limit=1_000_000):
            if link.entry is None or (head := following(head, link.entry)).sha256 != link.sha256:
                yield f"I5 entry {link.number} does not follow the one before"
                return
    kept = file.kept()
    if kept is None or kept.length > head.length:
        yield f"I5 the head outside says {kept}, the journal {head}"
