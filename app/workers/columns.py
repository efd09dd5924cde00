"""Which sheet of a company's workbook holds the list, where its headings stand and what each column holds."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from app.errors import Problem, RuleBroken
from app.exchange.headings import HeadingRules, Meaning
from app.exchange.workbook import Number, Row, Workbook, Worksheet
from app.member_fields import MemberField
from app.workers.plain_cells import column_letter, counts_columns, said
from app.workers.worker_file import ColumnMapping, FilePurpose

NEEDED = {
    FilePurpose.REGISTRATION: frozenset({MemberField.NIK, MemberField.NAME}),
    FilePurpose.ACCEPTANCE: frozenset({MemberField.NIK, MemberField.KPJ}),
}
"""Without these no row of the list can be told apart."""

_LOOKED_THROUGH = 60  # rows that hold something; letterheads are shorter
_FEWEST = 2  # headings make a row of headings
_LONG_NUMBER = re.compile(r"[0-9]{6}")
_TALLEST = 3  # rows of headings, one over the other
_SAMPLES = 3
_WIDEST = 60  # characters of a sample


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column as the mapping is shown: ``place`` 0 is column A, ``heading`` as it stands in the file.

    ``field`` is what it is taken for, None for nothing; not ``sure`` where it is only likely. ``samples``
    are its first values.
    """

    place: int
    heading: str
    field: MemberField | None
    sure: bool
    samples: tuple[str, ...]

    @property
    def letter(self) -> str:
        """As Excel calls it."""
        return column_letter(self.place)


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """The list of a workbook. ``headings_sha256`` is the same for every list with these headings.

    ``missing`` are fields of the form that no column holds; ``other_sheets`` look like lists too.
    """

    mapping: ColumnMapping
    columns: tuple[SheetColumn, ...]
    missing: tuple[MemberField, ...]
    other_sheets: tuple[str, ...]
    headings_sha256: str

    def can_be_read(self, purpose: FilePurpose) -> bool:
        return has_needed(self.mapping, purpose)


def has_needed(mapping: ColumnMapping, purpose: FilePurpose) -> bool:
    return NEEDED[purpose] <= set(mapping.columns.values())


def columns_of(
    workbook: Workbook, purpose: FilePurpose, headings: HeadingRules, sheet: str | None = None
) -> SheetColumns:
    """The columns of the sheet that holds the list, or of the one named.

    A sheet that is shown goes before a hidden one. Where no headings are found, the mapping has none and
    the officer chooses. Raises ``RuleBroken``: ``WORKER_FILE_EMPTY`` when no sheet holds anything,
    ``NOT_FOUND`` when there is no such sheet.
    """
    filled = [each for each in workbook.sheets if each.rows]
    if not filled:
        raise RuleBroken(Problem.WORKER_FILE_EMPTY)
    found = [_headed(each, purpose, headings) for each in filled if sheet in (None, each.name)]
    if not found:
        raise RuleBroken(Problem.NOT_FOUND, sheet=sheet or "")
    chosen = max(found, key=lambda headed: headed.worth)
    others = tuple(each.sheet.name for each in found if each is not chosen and each.complete)
    return _told(chosen, others)


def sheet_named(workbook: Workbook, name: str) -> Worksheet:
    for sheet in workbook.sheets:
        if sheet.name == name:
            return sheet
    raise RuleBroken(Problem.NOT_FOUND, sheet=name)


def with_columns(found: SheetColumns, columns: Mapping[int, MemberField]) -> SheetColumns:
    """The same sheet with the columns an officer chose, or chose for such a list before."""
    shown = tuple(
        column
        if column.field is columns.get(column.place)
        else replace(column, field=columns.get(column.place), sure=True)
        for column in found.columns
    )
    return replace(
        found,
        mapping=replace(found.mapping, columns=columns),
        columns=shown,
        missing=_missing(columns),
    )


@dataclass(frozen=True, slots=True)
class _Headed:
    """A sheet with the rows taken for its headings, empty where there are none."""

    sheet: Worksheet
    rows: tuple[Row, ...]
    meanings: dict[int, Meaning]
    complete: bool

    @property
    def worth(self) -> tuple[bool, bool, int, int]:
        return self.complete, not self.sheet.hidden, len(_chosen(self.meanings)), len(self.sheet.rows)


def _headed(sheet: Worksheet, purpose: FilePurpose, headings: HeadingRules) -> _Headed:
    best: tuple[tuple[bool, int, int, int], tuple[Row, ...], dict[int, Meaning]] | None = None
    for rows in _blocks(sheet.rows[:_LOOKED_THROUGH]):
        meanings = _meanings(rows, headings)
        fields = {meaning.field for meaning in meanings.values() if meaning.field}
        if len(fields) < _FEWEST:
            continue
        worth = (NEEDED[purpose] <= fields, len(fields), sum(m.sure for m in meanings.values()), -len(rows))
        if best is None or worth > best[0]:
            best = worth, rows, meanings
    if best is None:
        return _Headed(sheet, (), {}, complete=False)
    return _Headed(sheet, best[1], best[2], complete=best[0][0])


def _blocks(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Every row alone and with those right below it, as headings may stand in more than one."""
    for first in range(len(rows)):
        for count in range(1, _TALLEST + 1):
            block = tuple(rows[first : first + count])
            if len(block) == count and all(_may_be_headings(row) for row in block):
                yield block


def _may_be_headings(row: Row) -> bool:
    """A row with a long number or a date is one of the list."""
    return not any(
        isinstance(cell, date | Number) or (isinstance(cell, str) and _LONG_NUMBER.search(cell))
        for cell in row.cells
    )


def _meanings(rows: Sequence[Row], headings: HeadingRules) -> dict[int, Meaning]:
    texts = [_heading_texts(row, over=row is not rows[-1]) for row in rows]
    found = {}
    for place in range(max(len(row.cells) for row in rows)):
        *upper, lowest = (text.get(place, "") for text in texts)
        meaning = headings.of(" ".join(filter(None, upper)), lowest)
        if meaning is not None:
            found[place] = meaning
    return found


def _heading_texts(row: Row, *, over: bool) -> dict[int, str]:
    """By column; a heading ``over`` others is merged over the empty cells to its right."""
    texts, last = {}, ""
    for place, cell in enumerate(row.cells):
        text = said(cell)
        last = text or last
        if text or over:
            texts[place] = text or last
    return texts


def _chosen(meanings: dict[int, Meaning]) -> dict[int, MemberField]:
    """For each field the column that says it best, the leftmost of equals."""
    best: dict[MemberField, int] = {}
    for place, meaning in sorted(meanings.items()):
        field = meaning.field
        if field is None:
            continue
        before = best.get(field)
        if before is None or _better(meaning, meanings[before]):
            best[field] = place
    return {place: field for field, place in sorted(best.items(), key=lambda item: item[1])}


def _better(one: Meaning, other: Meaning) -> bool:
    return (not one.sure, one.rank) < (not other.sure, other.rank)


def _told(headed: _Headed, others: tuple[str, ...]) -> SheetColumns:
    last = headed.rows[-1].number if headed.rows else 0
    below = islice((row for row in headed.sheet.rows if row.number > last), _LOOKED_THROUGH)
    body = [row for row in below if not counts_columns(row)]
    columns = _place_beside_date(_chosen(headed.meanings), headed, body)
    told = []
    for place in range(max((len(row.cells) for row in headed.sheet.rows), default=0)):
        heading = " ".join(dict.fromkeys(filter(None, (_at(row, place) for row in headed.rows))))
        samples = _samples(body, place)
        if heading or samples:
            field = columns.get(place)
            meaning = headed.meanings.get(place)
            sure = meaning is not None and meaning.sure and meaning.field is field
            told.append(SheetColumn(place, heading, field, sure, samples))
    said = "\n".join(f"{column.place}\t{' '.join(column.heading.lower().split())}" for column in told)
    return SheetColumns(
        ColumnMapping(headed.sheet.name, tuple(row.number for row in headed.rows), columns),
        tuple(told),
        _missing(columns),
        others,
        hashlib.sha256(said.encode()).hexdigest(),
    )


def _place_beside_date(
    columns: dict[int, MemberField], headed: _Headed, body: Sequence[Row]
) -> dict[int, MemberField]:
    """One heading "Tempat, tanggal lahir" merged over two columns: the place stands in the first."""
    first = next((place for place, field in columns.items() if field is MemberField.BIRTH_DATE), None)
    if first is None or MemberField.BIRTH_PLACE in columns.values():
        return columns
    second = first + 1
    headless = second not in columns and not any(_at(row, second) for row in headed.rows)
    if headless and not _has_figures(_samples(body, first)) and _has_figures(_samples(body, second)):
        return {**columns, first: MemberField.BIRTH_PLACE, second: MemberField.BIRTH_DATE}
    return columns


def _has_figures(samples: Sequence[str]) -> bool:
    return any(char.isdigit() for sample in samples for char in sample)


def _samples(body: Sequence[Row], place: int) -> tuple[str, ...]:
    found: list[str] = []
    for row in body:
        if text := _at(row, place):
            found.append(text[:_WIDEST])
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def _missing(columns: Mapping[int, MemberField]) -> tuple[MemberField, ...]:
    held = {MemberField.SEARCH, *columns.values()}
    return tuple(field for field in MemberField if field not in held)


def _at(row: Row, place: int) -> str:
    return said(row.cells[place]) if place < len(row.cells) else ""
