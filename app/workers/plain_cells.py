"""A cell as an officer sees it: its text and its name."""

from datetime import date, datetime, time

from app.exchange.workbook import Cell, CellError, Number, Row

_NOTHING = frozenset(
    {"-", "--", "---", "–", "—", ".", "_", "n/a", "na", "n.a", "n.a.", "nihil", "null", "none", "nan"}
    | {"kosong", "tidak ada", "tdk ada", "belum ada", "blm ada", "tidak punya", "belum punya"}
)
_COUNTED = 3  # columns that make a row of their numbers
_LONGEST_NOTHING = max(map(len, _NOTHING))


def said(cell: Cell) -> str:
    """The cell in one line, whatever it holds; empty where it only says that there is nothing."""
    if not isinstance(cell, str):
        return _said_otherwise(cell)
    text = cell.strip() if cell.isprintable() and "  " not in cell else " ".join(cell.split())
    if len(text) <= _LONGEST_NOTHING and text.lower() in _NOTHING:
        return ""
    return text.lstrip("'`")  # an apostrophe in front makes Excel keep a number as text


def _said_otherwise(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "TRUE" if cell else "FALSE"
        case Number():
            return cell.digits or f"{cell.value:.15g}".replace(".", ",")
        case datetime() if cell.time() != time():
            return f"{cell.day:02d}-{cell.month:02d}-{cell.year:04d} {cell:%H:%M}"
        case date():
            return f"{cell.day:02d}-{cell.month:02d}-{cell.year:04d}"
        case CellError():
            return cell.text or "="
        case time():
            return f"{cell:%H:%M}"
    return str(cell)


def cell_name(place: int, row: int) -> str:
    """``C12``, as Excel calls it; ``place`` 0 is column A."""
    return f"{column_letter(place)}{row}"


def column_letter(place: int) -> str:
    letters, left = "", place + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def said_of(row: Row) -> dict[int, str]:
    """What a row says, by column."""
    return {place: text for place, cell in enumerate(row.cells) if (text := said(cell))}


def counts_columns(row: Row) -> bool:
    """``(1) (2) (3)`` under the headings, as official forms have it."""
    told = [text.strip("()[] .") for text in said_of(row).values()]
    if len(told) < _COUNTED or not all(text.isdecimal() and len(text) < 3 for text in told):
        return False
    return [int(text) - int(told[0]) for text in told] == list(range(len(told)))
