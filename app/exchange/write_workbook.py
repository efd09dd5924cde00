"""Write a workbook (.xlsx) in which text stays text and nothing is a live formula."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import BytesIO

import xlsxwriter

from app.exchange.plain_text import plain
from app.exchange.workbook import EXCEL_DIGITS


class Mark(StrEnum):
    """How a cell is coloured, to be seen at once by who gets the workbook."""

    WRONG = "wrong"
    DOUBTFUL = "doubtful"


class Marked(str):
    """A text in a coloured cell."""

    mark: Mark

    def __new__(cls, text: str, mark: Mark) -> "Marked":
        marked = super().__new__(cls, text)
        marked.mark = mark
        return marked


Cell = str | int | date

_FIRST_SURE_DAY = date(1900, 3, 1)
"""Excel believes in a 29 February 1900, and knows no day before that year."""

_COLOURS = {Mark.WRONG: "#FDECEA", Mark.DOUBTFUL: "#FFF4DB"}
_SHEET_NAME = 31
_EXCELS_OWN = {"history"}


@dataclass(frozen=True, slots=True)
class Column:
    """``counts`` marks a column of numbers: its heading stands over them at the right."""

    title: str
    width: float
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under a heading row; a str is written as text, an int as a number, a date as a date.

    ``name`` becomes what Excel allows: 31 characters without ``[]:*?/\\``, and none twice in a workbook.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]


def workbook_bytes(sheets: Sequence[Sheet]) -> bytes:
    """The whole .xlsx. Identifiers must come as str: they become text cells, never numbers. A number of more
    digits than Excel keeps becomes text, too."""
    content = BytesIO()
    book = xlsxwriter.Workbook(
        content,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    looks = {"bold": True, "bottom": 1, "bg_color": "#E3F1EC", "text_wrap": True}
    heading, right = book.add_format(looks), book.add_format({**looks, "align": "right"})
    text = book.add_format({"num_format": "@"})
    marked = {
        mark: book.add_format({"num_format": "@", "bg_color": colour, "text_wrap": True})
        for mark, colour in _COLOURS.items()
    }
    number = book.add_format({"num_format": "#,##0"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
    taken: set[str] = set()
    for sheet in sheets:
        page = book.add_worksheet(_sheet_name(sheet.name, taken))
        page.freeze_panes(1, 0)
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)
            page.write_string(0, place, plain(column.title), right if column.counts else heading)
        for line, row in enumerate(sheet.rows, start=1):
            for place, cell in enumerate(row):
                if isinstance(cell, date) and cell >= _FIRST_SURE_DAY:
                    page.write_datetime(line, place, cell, day)
                elif isinstance(cell, Marked):
                    page.write_string(line, place, plain(cell), marked[cell.mark])
                elif isinstance(cell, int) and abs(cell) < 10**EXCEL_DIGITS:
                    page.write_number(line, place, cell, number)
                else:
                    page.write_string(line, place, _text(cell), text)
    book.close()
    return content.getvalue()


def _text(cell: Cell) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else plain(str(cell))


def _sheet_name(wanted: str, taken: set[str]) -> str:
    allowed = re.sub(r"[\[\]:*?/\\\n]", " ", plain(wanted)).strip(" '") or "Lembar"
    name, again = _beginning(allowed, _SHEET_NAME), 1
    while name.casefold() in taken or name.casefold() in _EXCELS_OWN:
        again += 1
        name = f"{_beginning(allowed, _SHEET_NAME - len(f' ({again})'))} ({again})"
    taken.add(name.casefold())
    return name


def _beginning(text: str, units: int) -> str:
    """As far as so many of Excel's characters reach, of which an emoji takes two."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore").rstrip(" '")
