"""A company's list goes back: its rows as they came, what is wrong coloured, and beside it what to do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.clock import Clock
from app.companies.batch_papers import FOLDER
from app.exchange import workbook as read
from app.exchange.read_workbook import read_workbook_content
from app.exchange.write_workbook import Cell, Column, Mark, Marked, Sheet, workbook_bytes
from app.files import write_whole
from app.findings import Finding, Severity
from app.member_fields import MemberField
from app.ports import Begin
from app.reports.list_remarks import remarks
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.workers.accept_workers import in_entries
from app.workers.check_list import CheckList
from app.workers.columns import SheetColumn, SheetColumns, sheet_named
from app.workers.plain_cells import said
from app.workers.stage_workers import staged_columns, subject_of, unsettled
from app.workers.worker_file import RowState, WorkerRow

_REMARKS = "Keterangan"
_STATES = {
    RowState.TAKEN: "Sudah didaftarkan.",
    RowState.KNOWN: "Sudah terdaftar sebelumnya.",
    RowState.LEFT_OUT: "Tidak diproses.",
}
_WELL = "Lengkap."
_MARKS = {Severity.BLOCK: Mark.WRONG, Severity.APPROVE: Mark.DOUBTFUL, Severity.WARN: Mark.DOUBTFUL}
_NARROWEST, _WIDEST, _FOR_REMARKS = 8.0, 34.0, 70.0


@dataclass(frozen=True, slots=True)
class WriteAnnotated:
    """Writes the workbook into the folder of the papers, in place of that list's own of the same day."""

    begin: Begin
    look: Begin
    clock: Clock
    check: CheckList
    out: Path

    def __call__(self, file_id: int, by: Officer) -> Path:
        """``RuleBroken(WORKER_FILE_SETTLED)`` once the file is accepted or discarded, and its text gone;
        ``YourEnvironment`` where the folder takes no file."""
        permit(by, Right.IMPORT_WORKERS)
        now = self.clock()
        with self.look() as work:  # read and drawn while others store: seconds for 10,000 rows
            file = unsettled(work, file_id)
            rows = work.worker_files.rows(file_id)
            book = read_workbook_content(file.name, work.worker_files.content(file_id))
        columns = staged_columns(book, file, self.check)
        cells = {row.number: row.cells for row in sheet_named(book, columns.mapping.sheet).rows}
        content = workbook_bytes([_sheet(columns, rows, cells)])
        whose = file.npp.text if file.npp else "daftar"
        target = self.out / FOLDER / f"{whose}_{now:%Y-%m-%d}_perbaikan-{file.id}.xlsx"
        told = {"rows": str(len(rows)), "npp": file.npp.text if file.npp else ""}
        with self.begin() as work:
            unsettled(work, file_id)
            write_whole(target, content)
            for some in in_entries(row.member_id for row in rows if row.member_id is not None) or [()]:
                work.journal.add(Entry(now, by.id, Action.WORKER_FILE_RETURNED, subject_of(file), told, some))
            work.commit()
        return target


def _sheet(
    columns: SheetColumns, rows: Sequence[WorkerRow], cells: Mapping[int, tuple[read.Cell, ...]]
) -> Sheet:
    headings = {
        column.field: column.heading.strip()
        for column in columns.columns
        if column.field is not None and column.heading.strip()
    }
    lines = [_line(columns.columns, row, cells.get(row.number, ()), headings) for row in rows]
    return Sheet(
        columns.mapping.sheet or "Daftar",
        (
            Column("Baris", _NARROWEST, counts=True),
            *(Column(column.heading, _width(column)) for column in columns.columns),
            Column(_REMARKS, _FOR_REMARKS),
        ),
        lines,
    )


def _line(
    columns: Iterable[SheetColumn],
    row: WorkerRow,
    cells: tuple[read.Cell, ...],
    headings: Mapping[MemberField, str],
) -> tuple[Cell, ...]:
    open_findings = row.findings if row.state is RowState.OPEN else ()
    marks = _marks(open_findings)
    shown = [
        _cell(column, cells[column.place] if column.place < len(cells) else None, marks) for column in columns
    ]
    remark = remarks(open_findings, headings) or _STATES.get(row.state, _WELL)
    worst = next((mark for mark in Mark if mark in marks.values()), None)
    return (row.number, *shown, Marked(remark, worst) if worst else remark)


def _marks(findings: Iterable[Finding]) -> dict[MemberField | None, Mark]:
    """The gravest for each field."""
    marks: dict[MemberField | None, Mark] = {}
    for finding in findings:
        mark = _MARKS.get(finding.severity)
        if mark is not None and marks.get(finding.field) is not Mark.WRONG:
            marks[finding.field] = mark
    return marks


def _cell(column: SheetColumn, cell: read.Cell, marks: Mapping[MemberField | None, Mark]) -> Cell:
    """As it came: a number that names somebody stays text, a date a date."""
    mark = marks.get(column.field) if column.field is not None else None
    if mark is not None:
        return Marked(said(cell), mark)
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if column.field is MemberField.WAGE and isinstance(cell, read.Number) and cell.digits is not None:
        return int(cell.digits)
    return said(cell)


def _width(column: SheetColumn) -> float:
    longest = max(map(len, (column.heading, *column.samples)), default=0)
    return min(max(longest + 2.0, _NARROWEST), _WIDEST)
