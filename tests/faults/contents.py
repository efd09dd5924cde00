"""All that a branch database says, in one line: two that say the same are the same for every officer."""

import hashlib

from app.ports import Begin, UnitOfWork

_DERIVED = "name_word"
"""The full-text index of names; made from the members, and checked against them apart."""


def contents(look: Begin) -> str:
    with look() as work:
        return contents_seen_by(work)


def contents_seen_by(work: UnitOfWork) -> str:
    said = hashlib.sha256()
    for table in _tables(work):
        if not table.startswith(_DERIVED):
            said.update(repr((table, sorted(map(repr, rows(work, f"SELECT * FROM {table}"))))).encode())
    return said.hexdigest()


def rows(work: UnitOfWork, statement: str) -> list[tuple[object, ...]]:
    """Past the stores: a fault is looked for where they do not look."""
    connection = work._session.connection()  # type: ignore[attr-defined]
    result = connection.exec_driver_sql(statement)
    return [tuple(row) for row in result] if result.returns_rows else []


def _tables(work: UnitOfWork) -> list[str]:
    named = rows(work, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [str(name) for (name,) in named]
