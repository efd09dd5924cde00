"""A workbook that came from outside, as plain values: what its cells hold, never what they were meant to."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from app.errors import Problem
from app.exchange.file_flaw import FileKind
from app.exchange.outside_file import FileLimits

WORKBOOK = FileKind("app.exchange.workbook_child", Problem.WORKBOOK_UNREADABLE, Problem.WORKBOOK_TOO_LARGE)

EXCEL_DIGITS = 15
"""Excel keeps that many digits of a number and turns the rest into noughts."""

_FIRST_UNSURE = 10**EXCEL_DIGITS
_LAST_EXACT = 2**53  # above it, not every whole number is a float
_IN_POWERS = re.compile(r"\d(?:[.,]\d+)?E\+\d\d")


@dataclass(frozen=True, slots=True)
class Number:
    """A figure: in every workbook a float, so leading noughts are gone, and the last digits may be."""

    value: float

    @property
    def digits(self) -> str | None:
        """The figures of a whole number, for an identifier that was stored as one; else ``None``."""
        return str(int(self.value)) if self.value == int(self.value) else None

    @property
    def digits_kept(self) -> bool:
        """Whether every digit typed is still there.

        Of 16 digits Excel keeps 15 and ends the number with a nought. A last digit that is none was
        therefore written by a program that keeps them all; a nought may be right and may be Excel's.
        """
        size = abs(self.value)
        return size < _FIRST_UNSURE or (size <= _LAST_EXACT and size % 10 != 0)


@dataclass(frozen=True, slots=True)
class CellError:
    """A formula that gives no value: ``#REF!``, ``#N/A``… or nothing yet, where no Excel ever reckoned it."""

    text: str


NOT_RECKONED = CellError("")

Cell = str | Number | bool | date | datetime | time | CellError | None
"""Text is in Unicode's NFC and otherwise untouched; ``None`` is an empty cell."""


def digits_lost(cell: Cell) -> bool:
    """Whether a long number in this cell has been cut by Excel, or may have been: it must be asked for.

    In a CSV file such a number is the text ``3,57802E+15``.
    """
    if isinstance(cell, Number):
        return not cell.digits_kept
    return isinstance(cell, str) and _IN_POWERS.fullmatch(cell.strip()) is not None


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something; ``number`` is the one Excel shows, ``cells`` begin at column A."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Worksheet:
    name: str
    hidden: bool
    rows: tuple[Row, ...]


class WorkbookKind(StrEnum):
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"


class CsvDoubt(StrEnum):
    """What a CSV file does not say, and where guessing went two ways."""

    DELIMITER = "delimiter"
    ENCODING = "encoding"


@dataclass(frozen=True, slots=True)
class Workbook:
    kind: WorkbookKind
    sheets: tuple[Worksheet, ...]
    doubts: frozenset[CsvDoubt] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookLimits(FileLimits):
    """What a company's list never needs more of.

    ``tightest`` is how many times larger a part may become when unpacked, ``text`` the characters of one
    cell; ``cells`` those of all sheets.
    """

    file_bytes: int = 20_000_000
    memory_bytes: int = 768_000_000
    seconds: int = 20
    answer_bytes: int = 64_000_000
    frame_bytes: int = 32_000_000
    parts: int = 1_000
    unpacked_bytes: int = 100_000_000
    tightest: int = 300
    sheets: int = 50
    rows: int = 50_000
    columns: int = 256
    cells: int = 600_000
    text: int = 32_767
