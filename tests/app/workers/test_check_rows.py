"""A company's list passes every rule of the counter, and its rows are compared with one another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.cards.card_face import CardFace
from app.companies.company import Company
from app.exchange.read_workbook import read_workbook
from app.findings import Finding, FindingCode, Severity, worst
from app.member_fields import MemberField as Field
from app.members.membership import RiskClass, Segment
from app.members.npp import Npp
from app.reference import Reference
from app.workers.check_rows import CheckRows, changed
from app.workers.columns import columns_of
from app.workers.knowledge import Knowledge
from app.workers.read_rows import rows_of
from app.workers.worker_file import FilePurpose, RowState, WorkerRow
from tests.company_lists import HEADINGS, Line, as_xlsx, sheet_of, tidy_lines

MILL = Company(Npp("13007478"), "PT SUMBER REJEKI ABADI", "007", Segment.PU, RiskClass.LOW)
ON = date(2026, 11, 20)
WITH_CITY = {**HEADINGS, Field.REGENCY: "Kota/Kabupaten"}


def fits(face: CardFace) -> tuple[Finding, ...]:
    """A card that has room for forty letters."""
    if len(face.name) <= 40:
        return ()
    return (Finding(FindingCode.NAME_OVERFLOWS_CARD, Severity.BLOCK, Field.NAME, {"length": "60"}),)


Read = Callable[..., tuple[WorkerRow, ...]]


@pytest.fixture
def rules(reference: Reference) -> CheckRows:
    return CheckRows(reference, fits, "Cabang Surabaya")


@pytest.fixture
def read(tmp_path: Path, reference: Reference, rules: CheckRows) -> Read:
    """The checked rows of a workbook of these lines, from row 2 on."""

    def checked(
        lines: list[Line], headings: dict[Field, str] = WITH_CITY, company: Company | None = MILL
    ) -> tuple[WorkerRow, ...]:
        file = tmp_path / "daftar.xlsx"
        file.write_bytes(as_xlsx(sheet_of(lines, headings)))
        workbook = read_workbook(file)
        mapping = columns_of(workbook, FilePurpose.REGISTRATION, reference.headings).mapping
        rows = rows_of(workbook, mapping, FilePurpose.REGISTRATION, ON).rows
        return rules(rows, mapping.columns.values(), company, ON, lambda _: Knowledge())

    return checked


@pytest.fixture
def lines(reference: Reference) -> list[Line]:
    return tidy_lines(4, reference)


def codes(row: WorkerRow) -> list[FindingCode]:
    return [finding.code for finding in row.findings]


def test_a_tidy_list_has_nothing_to_say(read: Read, lines: list[Line]) -> None:
    assert [(row.number, row.findings) for row in read(lines)] == [(2, ()), (3, ()), (4, ()), (5, ())]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        (Field.NIK, "357801550892000", FindingCode.NIK_NOT_16_DIGITS),
        (Field.NIK, "3578013502920004", FindingCode.NIK_DAY_IMPOSSIBLE),
        (Field.NIK, "3578015508920000", FindingCode.NIK_SERIAL_ZERO),
        (Field.NIK, 3578015508920010.0, FindingCode.DIGITS_LOST),
        (Field.NIK, None, FindingCode.REQUIRED),
        (Field.NAME, "B" * 61, FindingCode.NAME_TOO_LONG),
        (Field.NAME, "B" * 60, FindingCode.NAME_OVERFLOWS_CARD),
        (Field.NAME, "BUDI 2", FindingCode.NAME_ODD_CHARACTER),
        (Field.PHONE, None, FindingCode.REQUIRED),
        (Field.WAGE, "UMK", FindingCode.WAGE_UNREADABLE),
        (Field.START_DATE, "besok", FindingCode.DATE_UNREADABLE),
        (Field.SEX, "X", FindingCode.CHOICE_UNKNOWN),
        (Field.SEX, True, FindingCode.CELL_UNREADABLE),
    ],
)
def test_what_the_counter_blocks_is_blocked_in_its_row_alone(
    read: Read, lines: list[Line], field: Field, value: str | float | None, code: FindingCode
) -> None:
    lines[1][field] = value
    first, second, *others = read(lines)
    blocked = [(found.code, found.field) for found in second.findings if found.severity is Severity.BLOCK]
    assert blocked == [(code, field)]
    assert worst(first.findings) is None
    assert all(row.findings == () for row in others)


def test_a_number_excel_has_cut_is_neither_checked_nor_compared(read: Read, lines: list[Line]) -> None:
    """Two people of one district and birthday have the same fifteen digits."""
    lines[0][Field.NIK] = lines[1][Field.NIK] = 3578015508920010.0
    rows = read(lines)
    assert codes(rows[0]) == codes(rows[1]) == [FindingCode.DIGITS_LOST]


def test_both_rows_with_one_nik_name_each_other(read: Read, lines: list[Line]) -> None:
    lines[2][Field.NIK] = lines[0][Field.NIK]
    rows = read(lines)
    twice = {
        row.number: found.facts["row"]
        for row in rows
        for found in row.findings
        if found.code is FindingCode.NIK_TWICE_IN_FILE
    }
    assert twice == {2: "4", 4: "2"}


def test_the_same_person_under_two_niks_is_asked_about_in_both_rows(read: Read, lines: list[Line]) -> None:
    nik = str(lines[0][Field.NIK])
    lines[3] = {**lines[0], Field.NIK: f"{nik[:-1]}{(int(nik[-1]) + 1) % 10}"}
    first, *_, last = read(lines)
    assert codes(first) == codes(last) == [FindingCode.PERSON_TWICE_IN_FILE]
    assert (first.findings[0].facts["row"], last.findings[0].facts["row"]) == ("5", "2")
    assert first.findings[0].severity is Severity.WARN


def test_one_kpj_cannot_stand_in_two_rows(read: Read, lines: list[Line]) -> None:
    for line in lines[:2]:
        line[Field.KPJ] = "26004187326"
    first, second, *_ = read(lines, {**WITH_CITY, Field.KPJ: "No. Peserta"})
    assert FindingCode.KPJ_TWICE_IN_FILE in codes(first)
    assert FindingCode.KPJ_TWICE_IN_FILE in codes(second)


def test_a_row_left_out_is_nobodys_twin(read: Read, rules: CheckRows, lines: list[Line]) -> None:
    lines[1] = dict(lines[0])
    first, second, *_ = read(lines)
    assert FindingCode.NIK_TWICE_IN_FILE in codes(first)
    left_out = replace(second, state=RowState.LEFT_OUT)
    again = rules([first, left_out], WITH_CITY, MILL, ON, lambda _: Knowledge())
    assert codes(again[0]) == []


def test_a_list_of_one_person_is_told_without_telling_every_pair(read: Read, lines: list[Line]) -> None:
    rows = read([dict(lines[0]) for _ in range(300)])
    assert sum(len(row.findings) for row in rows) < 700


def test_what_the_list_has_no_column_for_is_not_asked(read: Read, lines: list[Line]) -> None:
    """Form 2a, on which companies report, has no place for it either."""
    few = {Field.NIK: "NIK", Field.NAME: "Nama", Field.WAGE: "Upah"}
    for row in read(lines, few):
        assert worst(row.findings) is Severity.NOTE
        filled = [found.field for found in row.findings if found.code is FindingCode.FILLED_FROM_NIK]
        assert filled == [Field.BIRTH_DATE, Field.SEX]
        assert codes(row)[-1] is FindingCode.START_DATE_TAKEN


def test_company_defaults_are_what_a_worker_inherits(rules: CheckRows, read: Read, lines: list[Line]) -> None:
    (row, *_) = read(lines)
    worker = rules.read(row, WITH_CITY, MILL, ON)
    membership = worker.read.membership
    assert membership is not None
    assert (membership.npp, membership.company_name, membership.division) == (MILL.npp, MILL.name, "007")
    assert (membership.segment, membership.risk_class) == (Segment.PU, RiskClass.LOW)
    assert row.form.npp == ""


def test_a_row_of_another_company_is_held_back(read: Read, lines: list[Line]) -> None:
    for line in lines:
        line[Field.NPP] = "13007478"
    lines[1][Field.NPP] = "99007478"
    rows = read(lines, {**WITH_CITY, Field.NPP: "NPP"})
    assert [codes(row) for row in rows] == [[], [FindingCode.NPP_OF_ANOTHER_COMPANY], [], []]


def test_a_district_nobody_knows_is_no_block(read: Read, lines: list[Line]) -> None:
    lines[0][Field.DISTRICT] = "Kecamatan Antah Berantah"
    (row, *_) = read(lines)
    assert [(found.code, found.severity) for found in row.findings] == [
        (FindingCode.DISTRICT_NOT_FOUND, Severity.WARN)
    ]


def test_without_a_company_nothing_is_said_of_companies(read: Read, lines: list[Line]) -> None:
    assert all(row.findings == () for row in read(lines, WITH_CITY, None))


def test_a_corrected_field_is_no_longer_doubted(read: Read, rules: CheckRows, lines: list[Line]) -> None:
    right = str(lines[0][Field.NIK])
    lines[0][Field.NIK] = 3578015508920010.0
    (row, *_) = read(lines)
    typed = changed(row, replace(row.form, name="SITI BARU"))
    assert codes(typed) == [FindingCode.DIGITS_LOST]
    typed = changed(row, replace(row.form, nik=right))
    (again,) = rules([typed], WITH_CITY, MILL, ON, lambda _: Knowledge())
    assert again.findings == ()
