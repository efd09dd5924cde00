"""The workbook nobody typed: four columns exactly, text stays text, nothing is a live formula."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from app.cards.print_job import SpoiledReason
from app.findings import FindingCode, Severity
from app.reports.daily_tally import (
    CompanyCards,
    DailyTally,
    FindingCount,
    OfficerCards,
    SpoiledCount,
    VisitCount,
)
from app.reports.finding_names import FINDING_NAMES
from app.reports.paper_names import paper_name
from app.reports.write_tally import tally_sheets, tally_workbook
from app.visit.visit import VisitKind

DAY = date(2026, 11, 20)


def tally(
    company_cards: tuple[CompanyCards, ...] = (),
    visits: tuple[VisitCount, ...] = (),
    officer_cards: tuple[OfficerCards, ...] = (),
    findings: tuple[FindingCount, ...] = (),
) -> DailyTally:
    return DailyTally(DAY, "Kantor Cabang Contoh", company_cards, visits, officer_cards, findings)


def opened(tally: DailyTally) -> Workbook:
    return openpyxl.load_workbook(BytesIO(tally_workbook(tally)))


def test_the_log_has_exactly_the_four_columns_of_the_branch() -> None:
    book = opened(tally((CompanyCards(DAY, "13007478", "PT SUMBER REJEKI ABADI", 12),)))
    heading, row = book["Log KPJ"].iter_rows(values_only=True)
    assert heading == ("Tanggal", "NPP", "Nama Perusahaan", "Jumlah KPJ")
    assert (row[0].date(), *row[1:]) == (DAY, "13007478", "PT SUMBER REJEKI ABADI", 12)


@pytest.mark.parametrize("npp", ["00000017", "13007478", "0000001E"])
def test_an_npp_is_a_text_cell_with_its_zeros(npp: str) -> None:
    cell = opened(tally((CompanyCards(DAY, npp, "CV MAJU", 1),)))["Log KPJ"]["B2"]
    assert (cell.data_type, cell.value, cell.number_format) == ("s", npp, "@")


@pytest.mark.parametrize(
    "name", ["=SUM(A1)", "+62 TOKO", "-1", "@NAMA", "https://contoh.id", "1E5", '=HYPERLINK("x")']
)
def test_a_company_name_is_never_a_formula_a_link_or_a_number(name: str) -> None:
    cell = opened(tally((CompanyCards(DAY, "13007478", name, 1),)))["Log KPJ"]["C2"]
    assert (cell.data_type, cell.value) == ("s", name)
    assert cell.hyperlink is None


@given(
    st.lists(
        st.tuples(
            st.text("0123456789ABCDEF", min_size=8, max_size=8),
            st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), min_size=1, max_size=60),
            st.integers(1, 10_000),
        ),
        max_size=5,
    )
)
def test_whatever_stands_in_the_log_is_read_back_as_it_was(rows: list[tuple[str, str, int]]) -> None:
    book = opened(tally(tuple(CompanyCards(DAY, npp, name, cards) for npp, name, cards in rows)))
    found = [row[1:] for row in book["Log KPJ"].iter_rows(min_row=2, values_only=True)]
    assert found == rows


def test_visits_are_counted_by_kind_with_their_mean_time() -> None:
    book = opened(tally(visits=(VisitCount(VisitKind.NEW_MEMBER, 7, 6, 226),)))
    assert list(book["Kunjungan"].iter_rows(min_row=2, values_only=True)) == [("Peserta baru", 7, 6, "3:46")]


def test_the_log_tells_what_went_out_and_the_next_sheet_what_of_it_was_new() -> None:
    mill = CompanyCards(DAY, "13007478", "PT SUMBER REJEKI ABADI", 12, reprinted=2, spoiled=1)
    only_spoiled = CompanyCards(DAY, "13007479", "CV MAJU", 0, spoiled=3)
    book = opened(tally((mill, only_spoiled)))
    [logged] = book["Log KPJ"].iter_rows(min_row=2, values_only=True)
    assert logged[1:] == ("13007478", "PT SUMBER REJEKI ABADI", 12)
    assert list(book["Baru dan ulang"].iter_rows(min_row=2, values_only=True)) == [
        ("13007478", "PT SUMBER REJEKI ABADI", 10, 2, 1),
        ("13007479", "CV MAJU", 0, 0, 3),
    ]


@pytest.mark.parametrize("reason", SpoiledReason)
def test_spoiled_cards_are_counted_by_their_reason(reason: SpoiledReason) -> None:
    book = opened(replace(tally(), spoiled=(SpoiledCount(reason, 4),)))
    assert list(book["Kartu rusak"].iter_rows(min_row=2, values_only=True)) == [(paper_name(reason), 4)]


def test_new_and_reprinted_cards_are_counted_apart_by_officer() -> None:
    book = opened(tally(officer_cards=(OfficerCards("Rina Pratiwi", 8, 3, 1, 2),)))
    assert list(book["Kartu"].iter_rows(min_row=2, values_only=True)) == [("Rina Pratiwi", 7, 1, 3, 2)]


@pytest.mark.parametrize("code", FindingCode)
def test_every_finding_has_its_name_in_the_workbook(code: FindingCode) -> None:
    book = opened(tally(findings=(FindingCount(code, Severity.WARN, 4, 3),)))
    (row,) = book["Temuan"].iter_rows(min_row=2, values_only=True)
    assert row == (FINDING_NAMES[code], "Peringatan", 4, 3)


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_has_its_word(severity: Severity) -> None:
    (*_, findings) = tally_sheets(tally(findings=(FindingCount(FindingCode.REQUIRED, severity, 1, 0),)))
    assert findings.rows[0][1]


@pytest.mark.parametrize("kind", VisitKind)
def test_every_kind_of_visit_has_its_word(kind: VisitKind) -> None:
    _, _, visits, *_ = tally_sheets(tally(visits=(VisitCount(kind, 1, 1, 1),)))
    assert visits.rows[0][0]


def test_no_two_findings_share_a_name() -> None:
    assert len(set(FINDING_NAMES.values())) == len(FINDING_NAMES)


def test_an_empty_day_is_six_headed_sheets() -> None:
    book = opened(tally())
    assert book.sheetnames == ["Log KPJ", "Baru dan ulang", "Kunjungan", "Kartu", "Kartu rusak", "Temuan"]
    assert [sheet.max_row for sheet in book] == [1] * 6
