"""The four-column log of cards (tanggal, NPP, nama perusahaan, jumlah KPJ), written by the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.exchange.write_workbook import Cell, Column, Sheet, workbook_bytes

LOG_SHEET = "Log KPJ"
LOG_COLUMNS = (
    Column("Tanggal", 16),
    Column("NPP", 14),
    Column("Nama Perusahaan", 44),
    Column("Jumlah KPJ", 13, counts=True),
)


@dataclass(frozen=True, slots=True)
class LogRow:
    """One batch for which a receipt was written: ``cards`` came out well."""

    day: date
    npp: str
    company_name: str
    cards: int


def log_workbook(rows: Sequence[LogRow]) -> bytes:
    cells: list[tuple[Cell, ...]] = [(row.day, row.npp, row.company_name, row.cards) for row in rows]
    return workbook_bytes((Sheet(LOG_SHEET, LOG_COLUMNS, cells),))
