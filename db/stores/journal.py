"""The journal as a chain: each entry is bound to the one before in the same change that writes it."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, insert, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.ports import JournalWish, StoredEntry
from app.trust.journal import BEFORE_THE_FIRST, THE_PROGRAM, ChainHead, Entry, following
from db.tables import JournalMemberRow, JournalRow


class SqlJournal:
    """``added`` is the head its own entries lead to, ``None`` while there are none: what the file outside
    is told once they are committed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.added: ChainHead | None = None

    def add(self, entry: Entry) -> None:
        # the write lock is held since the change began: nobody else moves the head meanwhile
        head = self.added = following(self.added or self.head(), entry)
        connection = self._session.connection()
        connection.execute(
            insert(JournalRow),
            {
                "id": head.length,
                "at": entry.at,
                "day": entry.at.date(),
                "officer_id": None if entry.officer_id == THE_PROGRAM else entry.officer_id,
                "action": entry.action,
                "subject": entry.subject,
                "facts": dict(entry.facts),
                "members": list(entry.members),
                "sha256": head.sha256,
            },
        )
        touched = [{"member_id": each, "number": head.length} for each in dict.fromkeys(entry.members)]
        if touched:
            connection.execute(insert(JournalMemberRow), touched)

    def head(self) -> ChainHead:
        last = self._session.execute(
            select(col(JournalRow.id), col(JournalRow.sha256)).order_by(col(JournalRow.id).desc()).limit(1)
        ).first()
        return BEFORE_THE_FIRST if last is None else ChainHead(last[0], last[1])

    def find(self, wish: JournalWish, limit: int, before: int | None = None) -> tuple[StoredEntry, ...]:
        # the numbers alone are sought first: indexes hold them, and only what is shown is read whole
        numbers = select(col(JournalRow.id)).where(*_wished(wish))
        if wish.member_id is not None:
            numbers = numbers.join(
                JournalMemberRow, col(JournalMemberRow.number) == col(JournalRow.id)
            ).where(col(JournalMemberRow.member_id) == wish.member_id)
        if before is not None:
            numbers = numbers.where(col(JournalRow.id) < before)
        numbers = numbers.order_by(col(JournalRow.id).desc()).limit(limit)
        rows = self._session.scalars(
            select(JournalRow).where(col(JournalRow.id).in_(numbers)).order_by(col(JournalRow.id).desc())
        )
        return _entries(rows)

    def from_number(self, number: int, limit: int) -> tuple[StoredEntry, ...]:
        rows = self._session.scalars(
            select(JournalRow).where(col(JournalRow.id) >= number).order_by(col(JournalRow.id)).limit(limit)
        )
        return _entries(rows)


def _wished(wish: JournalWish) -> Sequence[ColumnElement[bool]]:
    conditions = []
    if wish.since is not None:
        conditions.append(col(JournalRow.day) >= wish.since)
    if wish.until is not None:
        conditions.append(col(JournalRow.day) <= wish.until)
    if wish.officer_id is not None:
        program = wish.officer_id == THE_PROGRAM
        conditions.append(
            col(JournalRow.officer_id).is_(None) if program else col(JournalRow.officer_id) == wish.officer_id
        )
    if wish.actions:
        conditions.append(col(JournalRow.action).in_(wish.actions))
    if wish.subject:
        conditions.append(col(JournalRow.subject) == wish.subject)
    return conditions


def _entries(rows: Iterable[JournalRow]) -> tuple[StoredEntry, ...]:
    return tuple(StoredEntry(row.id, _entry(row), row.sha256) for row in rows)


def _entry(row: JournalRow) -> Entry:
    return Entry(
        row.at,
        THE_PROGRAM if row.officer_id is None else row.officer_id,
        row.action,
        row.subject,
        row.facts,
        tuple(row.members),
    )
