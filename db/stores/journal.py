"""The journal as a chain: each entry is bound to the one before in the same change that writes it."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, Text, insert, select, type_coerce
from sqlalchemy.orm import Session
from sqlmodel import col

from app.errors import Problem, StorageUnavailable
from app.ports import JournalWish, Link, StoredEntry
from app.trust.journal import BEFORE_THE_FIRST, THE_PROGRAM, Action, ChainHead, Entry, following
from db.tables import JournalMemberRow, JournalRow, Row

_NUMBER = col(JournalRow.id)
_LAST = "SELECT id, sha256 FROM journal ORDER BY id DESC LIMIT 1"


class SqlJournal:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._added: ChainHead | None = None

    def add(self, entry: Entry) -> None:
        # the write lock is held since the change began: nobody else moves the head meanwhile
        head = self._added = following(self._added or self.head(), entry)
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
        touched = [{"number": head.length, "member_id": each} for each in dict.fromkeys(entry.members)]
        if touched:
            connection.execute(insert(JournalMemberRow), touched)

    def committed(self) -> ChainHead | None:
        """The head that this change led to, told once; ``None`` where it added no entry."""
        head, self._added = self._added, None
        return head

    def head(self) -> ChainHead:
        # asked for by every entry: past the session, whose care takes three times as long
        last = self._session.connection().exec_driver_sql(_LAST).first()
        return BEFORE_THE_FIRST if last is None else ChainHead(last[0], last[1])

    def at(self, number: int) -> ChainHead | None:
        if number == BEFORE_THE_FIRST.length:
            return BEFORE_THE_FIRST
        sha256 = self._session.scalar(select(col(JournalRow.sha256)).where(col(JournalRow.id) == number))
        return None if sha256 is None else ChainHead(number, sha256)

    def find(self, wish: JournalWish, limit: int, before: int | None = None) -> tuple[StoredEntry, ...]:
        # the numbers alone are sought first: indexes hold them, and only what is shown is read whole
        numbers = select(_NUMBER).where(*_wished(wish))
        if wish.member_id is not None:
            numbers = numbers.join(JournalMemberRow, col(JournalMemberRow.number) == _NUMBER).where(
                col(JournalMemberRow.member_id) == wish.member_id
            )
        if before is not None:
            numbers = numbers.where(before > _NUMBER)
        numbers = numbers.order_by(_NUMBER.desc()).limit(limit)
        rows = self._rows(_AS_WRITTEN.where(_NUMBER.in_(numbers)).order_by(_NUMBER.desc()))
        return tuple(map(_stored, rows))

    def links(self, number: int, limit: int) -> tuple[Link, ...]:
        rows = self._rows(_AS_WRITTEN.where(number <= _NUMBER).order_by(_NUMBER).limit(limit))
        tagged: dict[int, list[int]] = {row["id"]: [] for row in rows}
        if rows:
            touched = self._session.execute(
                select(col(JournalMemberRow.number), col(JournalMemberRow.member_id)).where(
                    col(JournalMemberRow.number).between(rows[0]["id"], rows[-1]["id"])
                )
            )
            for of, member_id in touched:
                tagged.setdefault(of, []).append(member_id)
        return tuple(
            Link(row["id"], _entry(row), str(row["sha256"]), frozenset(tagged[row["id"]])) for row in rows
        )

    def _rows(self, entries: Select[*tuple[Any, ...]]) -> Sequence[RowMapping]:
        return self._session.execute(entries).mappings().all()


_JOURNAL = Row.metadata.tables["journal"]
_TEXTS = [column for column in _JOURNAL.c if column.name not in ("id", "officer_id")]
_AS_WRITTEN: Select[*tuple[Any, ...]] = select(
    _NUMBER, _JOURNAL.c.officer_id, *(type_coerce(column, Text).label(column.name) for column in _TEXTS)
)
"""Texts as they lie in the file: a row somebody wrote past the program may hold anything."""


def _wished(wish: JournalWish) -> Iterable[ColumnElement[bool]]:
    officer = col(JournalRow.officer_id)
    if wish.since is not None:
        yield col(JournalRow.day) >= wish.since
    if wish.until is not None:
        yield col(JournalRow.day) <= wish.until
    if wish.officer_id is not None:
        yield officer.is_(None) if wish.officer_id == THE_PROGRAM else officer == wish.officer_id
    if wish.actions:
        yield col(JournalRow.action).in_(wish.actions)
    if wish.subject:
        yield col(JournalRow.subject) == wish.subject


def _stored(row: RowMapping) -> StoredEntry:
    entry = _entry(row)
    if entry is None:
        raise StorageUnavailable(Problem.JOURNAL_BROKEN, number=str(row["id"]))
    return StoredEntry(row["id"], entry, row["sha256"])


def _entry(row: RowMapping) -> Entry | None:
    """None where the row is no entry of ours."""
    try:
        entry = Entry(
            datetime.fromisoformat(row["at"]),
            THE_PROGRAM if row["officer_id"] is None else row["officer_id"],
            Action(row["action"]),
            row["subject"],
            json.loads(row["facts"]),
            tuple(json.loads(row["members"])),
        )
    except (ValueError, TypeError, RecursionError):
        return None
    return entry if _could_be_written(row, entry) else None


def _could_be_written(row: RowMapping, entry: Entry) -> bool:
    """Also the ``day`` must be right, which the chain does not cover, and each text a text."""
    return (
        entry.at.tzinfo is not None
        and row["day"] == entry.at.date().isoformat()
        and row["officer_id"] != THE_PROGRAM
        and isinstance(entry.officer_id, int)
        and isinstance(entry.subject, str)
        and isinstance(row["sha256"], str)
        and isinstance(entry.facts, dict)
        and all(isinstance(value, str) for value in entry.facts.values())
        and all(isinstance(member_id, int) for member_id in entry.members)
    )
