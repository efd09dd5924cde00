"""Read a workbook from outside (.xlsx, .xls, .ods, .csv) in a child process that may fall without harm."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from datetime import date, datetime, time
from math import isfinite
from pathlib import Path
from typing import Any

from app.errors import FileRefused, Problem
from app.exchange.limited_child import ChildDied, ChildLimits, Death, Frame, Stop, child_asked
from app.exchange.workbook import (
    Cell,
    CellError,
    CsvDoubt,
    Number,
    Row,
    Workbook,
    WorkbookFlaw,
    WorkbookKind,
    WorkbookLimits,
    Worksheet,
)

CHILD = "app.exchange.workbook_child"

_ENOUGH = WorkbookLimits()
_PATIENCE = 3  # times the seconds of computing: the counter's PC does other things too

_DEATHS = {
    Death.MEMORY: (Problem.WORKBOOK_TOO_LARGE, WorkbookFlaw.MEMORY),
    Death.TIME: (Problem.WORKBOOK_TOO_LARGE, WorkbookFlaw.TIME),
    Death.FELL: (Problem.WORKBOOK_UNREADABLE, WorkbookFlaw.READER_FELL),
}


def read_workbook(file: Path, limits: WorkbookLimits = _ENOUGH, stop: Stop | None = None) -> Workbook:
    """Everything the file holds, or ``FileRefused`` with the reason; nothing in between.

    ``WORKBOOK_UNREADABLE``, ``WORKBOOK_TOO_LARGE`` and ``WORKBOOK_LOCKED`` carry a :class:`WorkbookFlaw`
    as ``why``. ``stop`` pressed on another thread ends the reading with ``Stopped``.
    """
    content = _content(file, limits.file_bytes)
    says = file.suffix.lower().removeprefix(".")
    child_limits = ChildLimits(
        limits.memory_bytes, limits.seconds, limits.seconds * _PATIENCE, limits.answer_bytes * 2
    )
    try:
        with child_asked(
            CHILD, {"says": says, "limits": asdict(limits)}, content, child_limits, stop
        ) as frames:
            return _workbook(WorkbookKind(says), frames)
    except ChildDied as died:
        problem, why = _DEATHS[died.death]
        raise FileRefused(problem, why=why.value) from died


def _content(file: Path, most: int) -> bytes:
    try:
        if not file.is_file():  # a device never ends
            raise FileNotFoundError(file)
        with file.open("rb") as source:
            content = source.read(most + 1)
    except OSError as error:
        raise FileRefused(Problem.WORKBOOK_UNREADABLE, why=WorkbookFlaw.NOT_OPENED.value) from error
    if len(content) > most:
        raise FileRefused(Problem.WORKBOOK_TOO_LARGE, why=WorkbookFlaw.FILE_BYTES.value, most=str(most))
    return content


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
