"""The list is found in a company's workbook, wherever its headings stand."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import Problem, RuleBroken
from app.exchange.read_workbook import read_workbook
from app.exchange.workbook import Workbook
from app.member_fields import MemberField as Field
from app.reference import Reference
from app.workers.columns import SheetColumns, columns_of, with_columns
from app.workers.worker_file import FilePurpose
from tests.company_lists import HEADINGS, Line, Sheet, as_xlsx, letterhead, sheet_of, tidy_lines


@pytest.fixture(scope="module")
def lines(reference: Reference) -> list[Line]:
    return tidy_lines(3, reference)


def book(tmp_path: Path, *sheets: Sheet) -> Workbook:
    file = tmp_path / "daftar.xlsx"
    file.write_bytes(as_xlsx(*sheets))
    return read_workbook(file)


def found(tmp_path: Path, reference: Reference, *sheets: Sheet) -> SheetColumns:
    return columns_of(book(tmp_path, *sheets), FilePurpose.REGISTRATION, reference.headings)


def table(headings: Sequence[str], *rows: Sequence[str], name: str = "Peserta") -> Sheet:
    return Sheet([headings], rows, name=name)


def test_each_column_is_told_with_its_heading_field_and_first_values(
    tmp_path: Path, reference: Reference, lines: list[Line]
) -> None:
    columns = found(tmp_path, reference, sheet_of(lines, HEADINGS))
    assert columns.mapping.headings == (1,)
    assert dict(columns.mapping.columns) == dict(enumerate(HEADINGS))
    nik = columns.columns[0]
    assert (nik.letter, nik.heading, nik.field, nik.sure) == ("A", "NIK", Field.NIK, True)
    assert nik.samples == tuple(str(line[Field.NIK]) for line in lines)
    assert Field.KPJ in columns.missing
    assert Field.NIK not in columns.missing


def test_headings_stand_below_title_rows_in_two_rows_and_merged(
    tmp_path: Path, reference: Reference, lines: list[Line]
) -> None:
    columns = found(tmp_path, reference, letterhead(lines))
    assert columns.mapping.headings == (4, 5)
    assert [(column.letter, column.field) for column in columns.columns if column.field] == [
        ("B", Field.NIK),
        ("C", Field.NAME),
        ("D", Field.BIRTH_PLACE),
        ("E", Field.BIRTH_DATE),
        ("F", Field.SEX),
        ("G", Field.ADDRESS),
        ("H", Field.DISTRICT),
        ("I", Field.REGENCY),
        ("J", Field.PHONE),
        ("K", Field.WAGE),
        ("L", Field.START_DATE),
    ]


def test_the_sheet_with_the_list_is_chosen_and_the_others_are_named(
    tmp_path: Path, reference: Reference, lines: list[Line]
) -> None:
    few = table(["NIK", "Nama"], ["3578015508920004", "SITI"], name="Kantor")
    cover = table(["Kepada Yth"], ["BPJS Ketenagakerjaan"], name="Surat")
    columns = found(tmp_path, reference, cover, few, sheet_of(lines, HEADINGS))
    assert columns.mapping.sheet == "Peserta"
    assert columns.other_sheets == ("Kantor",)


def test_a_hidden_sheet_is_only_taken_when_no_other_has_a_list(
    tmp_path: Path, reference: Reference, lines: list[Line]
) -> None:
    hidden = replace(sheet_of(lines, HEADINGS), name="Lama", hidden=True)
    shown = table(["NIK", "Nama"], ["3578015508920004", "SITI"])
    assert found(tmp_path, reference, shown, hidden).mapping.sheet == "Peserta"
    cover = table(["Kepada Yth"], ["BPJS Ketenagakerjaan"], name="Surat")
    assert found(tmp_path, reference, cover, hidden).mapping.sheet == "Lama"


def test_of_two_columns_for_one_field_the_better_named_is_taken(tmp_path: Path, reference: Reference) -> None:
    sheet = table(["NIK", "Nama", "Alamat Domisili", "Alamat KTP"], ["3578015508920004", "SITI", "A", "B"])
    columns = found(tmp_path, reference, sheet)
    assert columns.mapping.columns == {0: Field.NIK, 1: Field.NAME, 3: Field.ADDRESS}


def test_without_headings_the_officer_chooses(tmp_path: Path, reference: Reference) -> None:
    columns = found(tmp_path, reference, table(["3578015508920004", "SITI"], ["3578011705900001", "BUDI"]))
    assert columns.mapping.headings == ()
    assert not columns.can_be_read(FilePurpose.REGISTRATION)
    chosen = with_columns(columns, {0: Field.NIK, 1: Field.NAME})
    assert chosen.can_be_read(FilePurpose.REGISTRATION)
    assert [column.field for column in chosen.columns] == [Field.NIK, Field.NAME]


def test_the_same_headings_are_remembered_as_the_same_whatever_stands_above_and_below(
    tmp_path: Path, reference: Reference, lines: list[Line]
) -> None:
    november = found(tmp_path, reference, sheet_of(lines, HEADINGS))
    december = found(tmp_path, reference, sheet_of(lines[:1], HEADINGS, above=[["DESEMBER"], []]))
    other = found(tmp_path, reference, sheet_of(lines, {**HEADINGS, Field.PHONE: "Telepon"}))
    assert november.headings_sha256 == december.headings_sha256 != other.headings_sha256


def test_an_empty_workbook_is_refused_in_words(tmp_path: Path, reference: Reference) -> None:
    with pytest.raises(RuleBroken) as refused:
        found(tmp_path, reference, Sheet([], []))
    assert refused.value.problem is Problem.WORKER_FILE_EMPTY


def test_a_sheet_that_is_not_there_is_told(tmp_path: Path, reference: Reference, lines: list[Line]) -> None:
    workbook = book(tmp_path, sheet_of(lines, HEADINGS))
    with pytest.raises(RuleBroken) as refused:
        columns_of(workbook, FilePurpose.REGISTRATION, reference.headings, "Februari")
    assert refused.value.problem is Problem.NOT_FOUND
