"""Write a workbook (.xlsx) in which text stays text and nothing is a live formula."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

import xlsxwriter

Cell = str | int | date


@dataclass(frozen=True, slots=True)
class Column:
    """``counts`` marks a column of numbers: its heading stands over them at the right."""

    title: str
    width: float
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under a heading row; a str is written as text, an int as a number, a date as a date."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]


def workbook_bytes(sheets: Sequence[Sheet]) -> bytes:
    """The whole .xlsx. Identifiers must come as str: they become text cells, never numbers."""
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
    number = book.add_format({"num_format": "#,##0"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        page.freeze_panes(1, 0)
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)
            page.write_string(0, place, column.title, right if column.counts else heading)
        for line, row in enumerate(sheet.rows, start=1):
            for place, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(line, place, cell, day)
                elif isinstance(cell, int):
                    page.write_number(line, place, cell, number)
                else:
                    page.write_string(line, place, cell, text)
    book.close()
    return content.getvalue()
