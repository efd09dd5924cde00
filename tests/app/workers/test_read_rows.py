"""Rows of workers are read as they would be typed; what is no worker is set aside."""

from datetime import date

import pytest

from app.errors import Problem, RuleBroken
from app.exchange.workbook import Cell, Number, Row, Workbook, WorkbookKind, Worksheet
from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField as Field
from app.workers.read_rows import SheetRows, rows_of
from app.workers.worker_file import ColumnMapping, FilePurpose

SITI: tuple[Cell, ...] = ("3578015508920004", "SITI", "Surabaya, 15-08-1992", "P", Number(4_500_000.0))
BUDI: tuple[Cell, ...] = ("3578011705900001", "BUDI", "17/5/90", "L", Number(4_500_000.0))
COLUMNS = {1: Field.NIK, 2: Field.NAME, 3: Field.BIRTH_DATE, 4: Field.SEX, 5: Field.WAGE}
HEADINGS = ("No", "NIK", "Nama", "TTL", "L/P", "Upah")


def read(*rows: tuple[Cell, ...]) -> SheetRows:
    """``rows`` stand from row 2 on, below the headings."""
    told = tuple(Row(number, cells) for number, cells in enumerate((HEADINGS, *rows), start=1) if cells)
    workbook = Workbook(WorkbookKind.XLSX, (Worksheet("Peserta", False, told),))
    return rows_of(
        workbook, ColumnMapping("Peserta", (1,), COLUMNS), FilePurpose.REGISTRATION, date(2026, 11, 20)
    )


def test_a_row_is_read_as_an_officer_would_type_it() -> None:
    (row,) = read((Number(1.0), *SITI)).rows
    form = row.form
    assert (row.number, form.nik, form.name, form.sex) == (2, "3578015508920004", "SITI", "female")
    assert (form.birth_place, form.birth_date, form.wage) == ("Surabaya", "15-08-1992", "4500000")
    assert row.findings == ()


def test_a_cell_that_cannot_be_read_is_named_as_excel_names_it() -> None:
    (row,) = read((Number(1.0), Number(3578015508920000.0), *SITI[1:])).rows
    facts = {"cell": "B2", "holds": "3578015508920000"}
    assert row.findings == (Finding(FindingCode.DIGITS_LOST, Severity.BLOCK, Field.NIK, facts),)
    assert row.form.nik == "3578015508920000"


@pytest.mark.parametrize(
    "other",
    [
        HEADINGS,
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        (None, None, "JUMLAH", None, None, Number(9e6)),
        ("Bagian Produksi",),
        (Number(7.0),),
        (Number(8.0), None, None, None, None, Number(0.0)),
    ],
)
def test_what_is_no_worker_is_set_aside(other: tuple[Cell, ...]) -> None:
    told = read((Number(1.0), *SITI), other, (Number(2.0), *BUDI))
    assert [row.number for row in told.rows] == [2, 4]
    assert told.aside == (3,)


def test_notes_and_signatures_below_the_list_are_set_aside() -> None:
    told = read(("1", *SITI), (), (None, None, "Surabaya, 20 November 2026"), (None, None, "RUDI, HRD"))
    assert [row.number for row in told.rows] == [2]
    assert told.aside == (4, 5)


def test_a_worker_without_a_nik_is_one_all_the_same() -> None:
    told = read(("1", *SITI), (None, None, "BUDI"), ("3", *BUDI))
    assert [row.form.name for row in told.rows] == ["SITI", "BUDI", "BUDI"]
    numbered = read(("1", *SITI), ("2", None, "BUDI"))
    assert [row.form.name for row in numbered.rows] == ["SITI", "BUDI"]


def test_a_sheet_without_workers_is_refused() -> None:
    with pytest.raises(RuleBroken) as refused:
        read((None, None, "belum ada pekerja baru"))
    assert refused.value.problem is Problem.WORKER_FILE_EMPTY


def test_columns_no_row_can_do_without_are_asked_for() -> None:
    workbook = Workbook(WorkbookKind.CSV, (Worksheet("", False, (Row(1, SITI),)),))
    with pytest.raises(RuleBroken) as refused:
        rows_of(
            workbook, ColumnMapping("", (), {1: Field.NAME}), FilePurpose.REGISTRATION, date(2026, 11, 20)
        )
    assert refused.value.problem is Problem.COLUMNS_NOT_FOUND
