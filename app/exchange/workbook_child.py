"""The child that reads a workbook: it looks first, lets calamine open it, and tells it row by row."""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import python_calamine as calamine

from app.exchange.dropped_cells import Dropped, dropped_from_ods, dropped_from_xlsx
from app.exchange.file_flaw import FileFlaw
from app.exchange.inside_child import Answer, Wish, answer
from app.exchange.look_at_workbook import look, opened
from app.exchange.read_csv import read_csv
from app.exchange.workbook import WORKBOOK, CellError, WorkbookKind, WorkbookLimits

_AT_ONCE = 200  # rows in a frame

_Cells = list[Any]

for _encoding in ("cp1252", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp437"):
    codecs.lookup(_encoding)  # each is a file of its own, and later no file opens any more


def main() -> int:
    return answer(_read)


def _read(wish: Wish, content: bytes, said: Answer) -> None:
    limits = WorkbookLimits(**wish["limits"])
    kind = WorkbookKind(wish["kind"])
    look(content, kind, limits)
    tell = _Teller(limits, said)
    if kind is WorkbookKind.CSV:
        text = read_csv(content, limits.text)
        tell.sheet("", False, enumerate(text.rows(), 1))
        said.values(["doubts", *text.doubts])
        return
    dropped: list[Dropped] = []
    if kind is WorkbookKind.XLSX:
        dropped = dropped_from_xlsx(opened(content), limits)
    elif kind is WorkbookKind.ODS:
        dropped = dropped_from_ods(opened(content))
    try:
        _tell_sheets(calamine.load_workbook(BytesIO(content)), dropped, tell)
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise WORKBOOK.unreadable(FileFlaw.DAMAGED) from error


def _tell_sheets(book: calamine.CalamineWorkbook, dropped: list[Dropped], tell: "_Teller") -> None:
    if len(book.sheets_metadata) > tell.limits.sheets:
        raise WORKBOOK.too_large(FileFlaw.SHEETS, tell.limits.sheets)
    for place, sheet in enumerate(book.sheets_metadata):
        if sheet.typ is calamine.SheetTypeEnum.WorkSheet:
            hidden = sheet.visible is not calamine.SheetVisibleEnum.Visible
            lost = dropped[place] if place < len(dropped) else {}
            tell.sheet(sheet.name, hidden, _rows(book.get_sheet_by_index(place), lost, tell.limits))


def _rows(
    sheet: calamine.CalamineSheet, lost: Dropped, limits: WorkbookLimits
) -> Iterator[tuple[int, _Cells]]:
    """Numbered as Excel does; the reader leaves out the columns before the first that holds something."""
    if sheet.end is not None and sheet.end[0] >= limits.rows:
        raise WORKBOOK.too_large(FileFlaw.ROWS, limits.rows)
    left_out = [None] * sheet.start[1] if sheet.start is not None else []
    for row, cells in enumerate(sheet.iter_rows()):
        yield row + 1, _with(lost.pop(row, {}), [*left_out, *cells])
    for row in sorted(lost):
        yield row + 1, _with(lost[row], [])


def _with(lost: dict[int, CellError], cells: _Cells) -> _Cells:
    if lost:
        cells += [None] * (max(lost) + 1 - len(cells))
    for column, error in lost.items():
        cells[column] = error
    return cells


@dataclass(slots=True)
class _Teller:
    """Tells the rows that hold something, as long as they are not too many."""

    limits: WorkbookLimits
    said: Answer
    cells: int = 0
    waiting: list[tuple[int, _Cells]] = field(default_factory=list)

    def sheet(self, name: str, hidden: bool, rows: Iterable[tuple[int, _Cells]]) -> None:
        self.said.values(["sheet", name, hidden])
        told = 0
        for number, cells in rows:
            while cells and cells[-1] in ("", None):
                cells.pop()
            if cells:
                told += 1
                self._check(told, cells)
                self.waiting.append((number, cells))
                if len(self.waiting) == _AT_ONCE:
                    self._tell()
        self._tell()

    def _check(self, rows: int, cells: _Cells) -> None:
        limits = self.limits
        self.cells += len(cells)
        if rows > limits.rows:
            raise WORKBOOK.too_large(FileFlaw.ROWS, limits.rows)
        if len(cells) > limits.columns:
            raise WORKBOOK.too_large(FileFlaw.COLUMNS, limits.columns)
        if self.cells > limits.cells:
            raise WORKBOOK.too_large(FileFlaw.CELLS, limits.cells)
        if any(type(cell) is str and len(cell) > limits.text for cell in cells):
            raise WORKBOOK.too_large(FileFlaw.TEXT, limits.text)

    def _tell(self) -> None:
        self.said.values(["rows", *self.waiting], default=_as_json)
        self.waiting = []
        if self.said.bytes > self.limits.frame_bytes:
            raise WORKBOOK.too_large(FileFlaw.UNPACKED_BYTES, self.limits.frame_bytes)


def _as_json(cell: date | time | timedelta | CellError) -> object:
    match cell:
        case datetime():
            return ["moment", cell.isoformat()]
        case date():
            return ["date", cell.isoformat()]
        case time():
            return ["time", cell.isoformat()]
        case timedelta():
            return cell / timedelta(days=1)  # [h]:mm is a number, shown in its own way
        case CellError():
            return ["error", cell.text]


if __name__ == "__main__":
    raise SystemExit(main())
