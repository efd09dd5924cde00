"""Very many rows into a table at once."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from db.tables import Row


def insert_many(connection: Connection, table: type[Row], rows: Sequence[dict[str, Any]]) -> None:
    """Left to the driver, which stores enums and dates alike: SQLAlchemy's care for each value would
    take half of the time. All rows have the same columns, in the same order; JSON is text already."""
    columns, marks = ", ".join(rows[0]), ", ".join("?" * len(rows[0]))
    connection.exec_driver_sql(
        f"INSERT INTO {table.__tablename__} ({columns}) VALUES ({marks})",
        [tuple(row.values()) for row in rows],
    )
