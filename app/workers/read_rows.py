"""The rows of a company's list: each as an officer would have typed it, and what its cells cannot say."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.errors import Problem, RuleBroken
from app.exchange.workbook import Cell, Row, Workbook
from app.findings import Finding
from app.garbage import uncollected
from app.member_fields import MemberField
from app.members.nik import OLDEST, YOUNGEST
from app.visit.member_form import KpjSource, MemberForm
from app.workers.cell_doubt import CellDoubt, Reading
from app.workers.columns import has_needed, sheet_named
from app.workers.plain_cells import cell_name, counts_columns, said, said_of
from app.workers.read_cells import Reader, reader_of
from app.workers.read_dates import DateColumn, with_place
from app.workers.worker_file import ColumnMapping, FilePurpose, WorkerRow

_LONGEST_CAREER = 60  # years a start date of two digits may lie back
_TOTALS = frozenset(("jumlah", "total", "grand total", "sub total", "subtotal", "jumlah total", "total upah"))
_OF_THE_COMPANY = frozenset(
    {
        MemberField.NPP,
        MemberField.COMPANY_NAME,
        MemberField.DIVISION,
        MemberField.SEGMENT,
        MemberField.RISK_CLASS,
        MemberField.PROGRAMMES,
        MemberField.WAGE,
    }
)
"""Often filled down a form beyond its last worker."""

_NEARLY_A_NIK = 12  # digits
_OF_A_WORKER = 3  # filled fields below which a row under the list is a note or a signature


@dataclass(frozen=True, slots=True)
class SheetRows:
    """``aside`` are the numbers of filled rows that are no workers: totals, repeated headings, notes."""

    rows: tuple[WorkerRow, ...]
    aside: tuple[int, ...]


def rows_of(workbook: Workbook, mapping: ColumnMapping, purpose: FilePurpose, on: date) -> SheetRows:
    """Every worker of the sheet, in its order.

    Raises ``RuleBroken``: ``COLUMNS_NOT_FOUND`` while a column is missing that no row can do without,
    ``WORKER_FILE_EMPTY`` when no row is a worker's.
    """
    if not has_needed(mapping, purpose):
        raise RuleBroken(Problem.COLUMNS_NOT_FOUND, sheet=mapping.sheet)
    with uncollected():
        body, aside = _workers(sheet_named(workbook, mapping.sheet).rows, mapping)
        if not body:
            raise RuleBroken(Problem.WORKER_FILE_EMPTY, sheet=mapping.sheet)
        read = _RowReader(body, mapping, on)
        return SheetRows(tuple(map(read, body)), aside)


class _RowReader:
    """Knows what each column as a whole says about its cells."""

    def __init__(self, body: Sequence[Row], mapping: ColumnMapping, on: date) -> None:
        self._texts: list[tuple[int, MemberField, str, Reader]] = []
        self._dates: list[tuple[int, MemberField, DateColumn]] = []
        self._place_apart = MemberField.BIRTH_PLACE in mapping.columns.values()
        for place, field in mapping.columns.items():
            cells = partial(_column, body, place)
            if field is MemberField.BIRTH_DATE:
                first, last = date(on.year - OLDEST, 1, 1), date(on.year - YOUNGEST, 12, 31)
                self._dates.append((place, field, DateColumn(map(_without_place, cells()), first, last)))
            elif field is MemberField.START_DATE:
                first, last = date(on.year - _LONGEST_CAREER, 1, 1), date(on.year + 1, 12, 31)
                self._dates.append((place, field, DateColumn(cells(), first, last)))
            else:
                self._texts.append((place, field, field.value, reader_of(field, cells())))

    def __call__(self, row: Row) -> WorkerRow:
        cells, filled = row.cells, len(row.cells)
        texts: dict[str, str] = {}
        findings: list[Finding] = []
        for place, field, name, read in self._texts:
            if place < filled and cells[place] is not None:
                texts[name], doubt = read(cells[place])
                if doubt is not None:
                    findings.append(_finding(doubt, field, place, row))
        for place, field, column in self._dates:
            if place < filled and cells[place] is not None:
                texts[field.value], doubt = self._day(cells[place], field, column, texts)
                if doubt is not None:
                    findings.append(_finding(doubt, field, place, row))
        if texts.get("kpj"):
            texts["kpj_source"] = KpjSource.TYPED.value
        return WorkerRow(row.number, MemberForm(**texts), tuple(findings))

    def _day(self, cell: Cell, field: MemberField, column: DateColumn, texts: dict[str, str]) -> Reading:
        if field is MemberField.START_DATE:
            return column.read(cell)
        return column.read(self._birth(cell, texts), _agreeing(texts.get("nik", "")))

    def _birth(self, cell: Cell, texts: dict[str, str]) -> Cell:
        """The date alone, of a cell that may tell the place too."""
        if not isinstance(cell, str) or cell[:1].isdigit():
            return cell
        place, day = with_place(cell)
        if place and not (self._place_apart and texts.get("birth_place")):
            texts["birth_place"] = place
        return day


def _column(body: Sequence[Row], place: int) -> Iterator[Cell]:
    return (row.cells[place] for row in body if place < len(row.cells))


def _without_place(cell: Cell) -> Cell:
    return with_place(cell)[1] if isinstance(cell, str) and not cell[:1].isdigit() else cell


def _agreeing(nik: str) -> Callable[[date], bool] | None:
    """Whether the NIK has that birth date; None where none can be read from it."""
    if len(nik) != 16 or not nik.isdigit():
        return None
    day, rest = int(nik[6:8]) % 40, nik[8:12]

    def agrees(born: date) -> bool:
        return born.day == day and f"{born.month:02d}{born.year % 100:02d}" == rest

    return agrees


def _finding(doubt: CellDoubt, field: MemberField, place: int, row: Row) -> Finding:
    return doubt.finding(field, cell_name(place, row.number))


def _workers(rows: Sequence[Row], mapping: ColumnMapping) -> tuple[list[Row], tuple[int, ...]]:
    """The rows of workers below the headings, and the numbers of all others that hold something."""
    below = max(mapping.headings, default=0)
    headings = [said_of(row) for row in rows if row.number in mapping.headings]
    judge = _Judge(mapping)
    workers: list[Row] = []
    unsure: list[Row] = []  # rows that are workers only if the list goes on after them
    aside: list[int] = []
    for row in rows:
        if row.number <= below:
            continue
        match judge(row, headings):
            case True:
                workers += [*unsure, row]
                unsure = []
            case None:
                unsure.append(row)
            case False:
                aside.append(row.number)
    return workers, tuple(sorted([*aside, *(row.number for row in unsure)]))


class _Judge:
    """Tells a worker's row from titles, totals and notes; None where only the rows after it can tell."""

    def __init__(self, mapping: ColumnMapping) -> None:
        places = {field: place for place, field in mapping.columns.items()}
        self._nik, self._name = places.get(MemberField.NIK, -1), places.get(MemberField.NAME, -1)
        self._own = [place for field, place in places.items() if field not in _OF_THE_COMPANY]
        self._first = min(places.values())

    def __call__(self, row: Row, headings: Sequence[dict[int, str]]) -> bool | None:
        cells, filled = row.cells, len(row.cells)
        nik = cells[self._nik] if 0 <= self._nik < filled else None
        if isinstance(nik, str) and len(nik) >= _NEARLY_A_NIK and nik.isdigit():
            return True
        told = [place for place in self._own if place < filled and said(cells[place])]
        if not told or counts_columns(row) or said_of(row) in headings or _is_total(row):
            return False
        if nik is not None and len(told) > 1 and any(map(str.isdigit, said(nik))):
            return True
        if len(told) >= _OF_A_WORKER or self._is_numbered(row):
            return True
        return None if self._nik in told or self._name in told else False

    def _is_numbered(self, row: Row) -> bool:
        return any(said(cell).rstrip(".").isdigit() for cell in row.cells[: self._first])


def _is_total(row: Row) -> bool:
    told = [text.lower().rstrip(" :.") for text in said_of(row).values()]
    return bool(told) and (told[0] in _TOTALS or told[0].startswith(("jumlah ", "total ")))
