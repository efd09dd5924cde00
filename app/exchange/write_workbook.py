"""Write a workbook (.xlsx) in which text stays text and nothing is a live formula."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import BytesIO
from math import ceil

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

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
_UPRIGHT = 130.0  # characters that are still read on an A4 sheet standing upright
_LINE_HEIGHT = 15.0
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
    looks, taken = _Looks(book), set[str]()
    for sheet in sheets:
        _write(book.add_worksheet(_sheet_name(sheet.name, taken)), sheet, looks)
    book.close()
    return content.getvalue()


class _Looks:
    """How the cells of a workbook look."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        head = {"bold": True, "bottom": 1, "bg_color": "#E3F1EC", "text_wrap": True}
        body = {"num_format": "@", "valign": "top"}
        self.heading, self.heading_right = book.add_format(head), book.add_format({**head, "align": "right"})
        self.text = book.add_format(body)
        self.number = book.add_format({**body, "num_format": "#,##0"})
        self.day = book.add_format({**body, "num_format": "dd/mm/yyyy", "align": "left"})
        self.marked = {
            mark: book.add_format({**body, "bg_color": colour, "text_wrap": True})
            for mark, colour in _COLOURS.items()
        }


def _write(page: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    page.freeze_panes(1, 0)
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    if sum(column.width for column in sheet.columns) > _UPRIGHT:
        page.set_landscape()
    page.repeat_rows(0)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        look = looks.heading_right if column.counts else looks.heading
        page.write_string(0, place, plain(column.title), look)
    for line, row in enumerate(sheet.rows, start=1):
        if (tall := _lines(row, sheet.columns)) > 1:
            page.set_row(line, _LINE_HEIGHT * tall)
        for place, cell in enumerate(row):
            _write_cell(page, line, place, cell, looks)


def _write_cell(page: Worksheet, line: int, place: int, cell: Cell, looks: _Looks) -> None:
    if isinstance(cell, date) and cell >= _FIRST_SURE_DAY:
        page.write_datetime(line, place, cell, looks.day)
    elif isinstance(cell, int) and abs(cell) < 10**EXCEL_DIGITS:
        page.write_number(line, place, cell, looks.number)
    else:
        look = looks.marked[cell.mark] if isinstance(cell, Marked) else looks.text
        page.write_string(line, place, _text(cell), look)


def _text(cell: Cell) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else plain(str(cell))


def _lines(row: Sequence[Cell], columns: Sequence[Column]) -> int:
    """Only a coloured cell is broken into lines; not every program finds out by itself how high that is."""
    return max(
        (
            sum(ceil(max(len(part), 1) / column.width) for part in cell.split("\n"))
            for cell, column in zip(row, columns, strict=True)
            if isinstance(cell, Marked)
        ),
        default=1,
    )


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
