"""Read a workbook from outside (.xlsx, .xls, .ods, .csv) in a child process that may fall without harm."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from math import isfinite
from pathlib import Path
from typing import Any

from app.exchange.file_flaw import FileFlaw
from app.exchange.limited_child import ChildDied, Death, Frame, Stop
from app.exchange.outside_file import child_reads
from app.exchange.workbook import (
    WORKBOOK,
    Cell,
    CellError,
    CsvDoubt,
    Number,
    Row,
    Workbook,
    WorkbookKind,
    WorkbookLimits,
    Worksheet,
)

_ENOUGH = WorkbookLimits()


def read_workbook(file: Path, limits: WorkbookLimits = _ENOUGH, stop: Stop | None = None) -> Workbook:
    """Everything the file holds, or ``FileRefused`` with the reason; nothing in between.

    ``WORKBOOK_UNREADABLE`` and ``WORKBOOK_TOO_LARGE`` carry a :class:`FileFlaw` as ``why``, and there is
    ``WORKBOOK_LOCKED``. ``stop`` pressed on another thread ends the reading with ``Stopped``.
    """
    return _read(file.name, file, limits, stop)


def read_workbook_content(
    name: str, content: bytes, limits: WorkbookLimits = _ENOUGH, stop: Stop | None = None
) -> Workbook:
    """The same of a file whose bytes are here; its ``name`` says what it is."""
    return _read(name, content, limits, stop)


def _read(name: str, file: Path | bytes, limits: WorkbookLimits, stop: Stop | None) -> Workbook:
    kind = _kind(name)
    with child_reads(file, WORKBOOK, limits, stop, kind=kind.value) as frames:
        return _workbook(kind, frames)


def _kind(name: str) -> WorkbookKind:
    says = Path(name).suffix.lower().removeprefix(".")
    if says not in set(WorkbookKind):
        raise WORKBOOK.unreadable(FileFlaw.NO_SUCH_KIND, kind=says)
    return WorkbookKind(says)


def _workbook(kind: WorkbookKind, frames: Iterator[Frame]) -> Workbook:
    sheets: list[tuple[str, bool, list[Row]]] = []
    doubts: frozenset[CsvDoubt] = frozenset()
    try:
        for frame in frames:
            match frame:
                case ["sheet", str(name), bool(hidden)]:
                    sheets.append((_text(name), hidden, []))
                case ["rows", *rows]:
                    sheets[-1][2].extend(map(_row, rows))
                case ["doubts", *codes]:
                    doubts = frozenset(map(CsvDoubt, codes))
                case _:
                    raise ValueError("no frame of a workbook")
    except (ValueError, TypeError, IndexError, KeyError, OverflowError) as error:
        raise ChildDied(Death.FELL) from error
    return Workbook(
        kind, tuple(Worksheet(name, hidden, tuple(rows)) for name, hidden, rows in sheets), doubts
    )


def _row(told: Any) -> Row:
    number, cells = told
    if type(number) is not int:
        raise TypeError(number)
    return Row(number, tuple([_CELLS[type(cell)](cell) for cell in cells]))


def _text(told: str) -> str:
    if told.isascii():
        return told
    told.encode()  # half a character is none
    return unicodedata.normalize("NFC", told)


def _number(told: float) -> Number:
    value = float(told)
    if not isfinite(value):
        raise ValueError(told)
    return Number(value)


def _tagged(told: Any) -> Cell:
    tag, text = told
    return _TAGGED[tag](text)


_TAGGED: Mapping[str, Callable[[str], Cell]] = {
    "date": date.fromisoformat,
    "moment": datetime.fromisoformat,
    "time": time.fromisoformat,
    "error": lambda text: CellError(_text(text)),
}
_CELLS: Mapping[type, Callable[[Any], Cell]] = {
    str: lambda told: _text(told) or None,
    float: _number,
    int: _number,
    bool: bool,
    type(None): lambda _: None,
    list: _tagged,
}
