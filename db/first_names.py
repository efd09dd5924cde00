"""The officers for the first window, read before anything heavy is loaded."""

from contextlib import closing
from pathlib import Path

import sqlcipher3

from app.trust.officer import Officer, Role
from db.connection import connect
from db.keys import key_of


def first_names(database: Path, key_file: Path) -> tuple[Officer, ...]:
    """Empty where they cannot be read yet; whatever is wrong is found and told by the full opening."""
    if not database.exists():
        return ()
    try:
        with closing(connect(database, key_of(database, key_file))) as connection:
            rows = connection.execute("SELECT name, role, id FROM officer ORDER BY id").fetchall()
        return tuple(Officer(name, Role(role), officer_id) for name, role, officer_id in rows)
    except (sqlcipher3.Error, ValueError):  # no such table yet; a role only a newer Loket knows
        return ()
