"""Write a CSV file in which no cell is a formula, whatever it begins with."""

import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO

from app.exchange.plain_text import plain
from app.exchange.write_workbook import Cell

_BEGIN_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(titles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """As Indonesian Excel opens it: semicolons, marked as UTF-8. A text that would begin a formula gets an
    apostrophe before it. Excel cuts long numbers even so: who needs identifiers takes the workbook."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(map(_field, titles))
    writer.writerows(map(_field, row) for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _field(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, int):
        return str(cell)
    return f"'{plain(cell)}" if cell.startswith(_BEGIN_A_FORMULA) else plain(cell)
