"""All that a branch database says, in one line: two that say the same are the same for every officer."""

import hashlib

from sqlalchemy import Connection

from app.ports import Begin, UnitOfWork

_DERIVED = "name_word"
"""The full-text index of names; made from the members, and checked against them apart."""


def contents(look: Begin) -> str:
    with look() as work:
        return said_by(connection_of(work))


def said_by(connection: Connection) -> str:
    said = hashlib.sha256()
    for (table,) in rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"):
        if not str(table).startswith(_DERIVED):
            said.update(repr((table, sorted(map(repr, rows(connection, f"SELECT * FROM {table}"))))).encode())
    return said.hexdigest()


def connection_of(work: UnitOfWork) -> Connection:
    """Past the stores: a fault is looked for where they do not look."""
    connection = work._session.connection()  # type: ignore[attr-defined]
    assert isinstance(connection, Connection)
    return connection


def rows(connection: Connection, statement: str) -> list[tuple[object, ...]]:
    result = connection.exec_driver_sql(statement)
    return [tuple(row) for row in result] if result.returns_rows else []
