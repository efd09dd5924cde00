"""Dates in every form companies send them, and those nobody may guess."""

from datetime import date, datetime

import pytest

from app.exchange.workbook import Cell, Number
from app.findings import FindingCode
from app.workers.read_dates import DateColumn, with_place

FIRST, LAST = date(1926, 1, 1), date(2011, 12, 31)


def read(cell: Cell, *others: Cell, born: date | None = None) -> tuple[str, FindingCode | None]:
    """The text, and the doubt; ``others`` stand in the same column, ``born`` is what the NIK says."""
    agrees = (lambda day: day == born) if born else None
    text, doubt = DateColumn([cell, *others], FIRST, LAST).read(cell, agrees)
    return text, doubt.code if doubt else None


@pytest.mark.parametrize(
    "cell",
    [
        "17-08-1990",
        "17/8/90",
        "17.08.1990",
        "17 Agustus 1990",
        "17 Agt 1990",
        "17-Aug-90",
        "17Agustus1990",
        "17 agusuts 1990",
        "Agustus 17, 1990",
        "Jumat, 17 Agustus 1990",
        "17081990",
        "19900817",
        "1990-08-17",
        "1990/8/17",
        "1990-08-17 00:00:00",
        "17/08/1990 00:00",
        "'17-08-1990",
        " 17 - 08 - 1990 ",
        "08/17/1990",
        "33102",
        Number(33102.0),
        Number(17081990.0),
        date(1990, 8, 17),
        datetime.fromisoformat("1990-08-17"),
    ],
)
def test_every_form_of_a_date_is_read_as_that_day(cell: Cell) -> None:
    assert read(cell) == ("17-08-1990", None)


def test_a_nought_lost_in_front_of_the_day_comes_back() -> None:
    assert read(Number(7081990.0)) == ("07-08-1990", None)


@pytest.mark.parametrize("cell", ["31-02-1990", "17-13-1990", "besok", "1990", "Surabaya", "17-08"])
def test_what_is_no_date_stays_as_it_is_for_the_rule_to_say(cell: str) -> None:
    assert read(cell) == (cell, None)


def test_a_day_and_month_are_day_first_where_nothing_speaks_against_it() -> None:
    assert read("03/04/1990", "17/08/1990") == ("03-04-1990", None)


def test_a_column_that_is_month_first_elsewhere_is_asked_about() -> None:
    assert read("03/04/1990", "08/17/1990") == ("03/04/1990", FindingCode.DATE_AMBIGUOUS)


def test_the_nik_decides_where_the_column_stands_both_ways() -> None:
    turned = read("03/04/1990", "08/17/1990", born=date(1990, 3, 4))
    assert turned == ("04-03-1990", FindingCode.DATE_TURNED)
    assert read("03/04/1990", "08/17/1990", born=date(1990, 4, 3)) == ("03-04-1990", None)


def test_a_nik_that_says_neither_decides_nothing() -> None:
    asked = read("03/04/1990", "08/17/1990", born=date(1991, 1, 1))
    assert asked == ("03/04/1990", FindingCode.DATE_AMBIGUOUS)


def test_dates_an_english_excel_made_of_day_first_texts_are_asked_about() -> None:
    """It turned 03/04 into the fourth of March and left 17/08 as text."""
    assert read(date(1990, 3, 4), "17/08/1990") == ("04-03-1990", FindingCode.DATE_AMBIGUOUS)
    turned = read(date(1990, 3, 4), "17/08/1990", born=date(1990, 4, 3))
    assert turned == ("03-04-1990", FindingCode.DATE_TURNED)


def test_dates_of_a_column_that_excel_read_well_are_believed() -> None:
    assert read(date(1990, 3, 4), "17/08/1990", date(1991, 5, 28)) == ("04-03-1990", None)


def test_figures_that_may_be_a_counted_day_or_ddmmyy_are_asked_about() -> None:
    assert read(Number(30586.0), Number(170890.0)) == ("30586", FindingCode.DATE_AMBIGUOUS)
    assert read(Number(30586.0), Number(33102.0)) == ("27-09-1983", None)


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("Surabaya, 17-08-1990", "Surabaya", "17-08-1990"),
        ("KOTA BATU / 17 Agustus 1990", "KOTA BATU", "17 Agustus 1990"),
        ("Surabaya 17081990", "Surabaya", "17081990"),
        ("Jumat, 17-08-1990", "", "Jumat, 17-08-1990"),
        ("Agustus 17, 1990", "", "Agustus 17, 1990"),
        ("17-08-1990", "", "17-08-1990"),
        ("Surabaya", "", "Surabaya"),
    ],
)
def test_place_and_date_in_one_cell_part(text: str, place: str, day: str) -> None:
    assert with_place(text) == (place, day)


def test_truth_values_are_no_dates() -> None:
    assert read(True) == ("TRUE", FindingCode.CELL_UNREADABLE)
