"""Dates, numbers and money read as the branch writes them."""

from datetime import date, datetime

import pytest

from ui import formats


def test_numbers_have_dots() -> None:
    assert formats.number(1234567) == "1.234.567"
    assert formats.number(-1200) == "-1.200"
    assert formats.rupiah(4961753) == "Rp\u00a04.961.753"


def test_dates_are_indonesian() -> None:
    assert formats.long_date(date(2026, 8, 17)) == "17 Agustus 2026"
    assert formats.weekday_date(date(2026, 11, 20)) == "Jumat, 20 November 2026"


def test_times_are_plain() -> None:
    at = datetime(2026, 11, 20, 9, 5, 7)  # noqa: DTZ001 - only its figures are shown
    assert (formats.clock_time(at), formats.clock_seconds(at)) == ("09:05", "09:05:07")
    assert (formats.minutes(161), formats.minutes(3723), formats.minutes(-4)) == ("02:41", "1:02:03", "00:00")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("16081992", "16-08-1992"),
        ("1/2/2003", "01-02-2003"),
        ("16 08 1992", "16-08-1992"),
        ("31021992", "31021992"),
        ("160892", "160892"),
        ("", ""),
        ("besok", "besok"),
    ],
)
def test_a_date_is_only_rewritten_when_it_is_one(typed: str, shown: str) -> None:
    assert formats.tidy_date(typed) == shown


def test_numbers_are_grouped_only_when_they_are_right() -> None:
    assert formats.tidy_nik("3578015508920004") == "3578 0155 0892 0004"
    assert formats.tidy_nik("357801550892") == "357801550892"
    assert formats.tidy_kpj("26004187326") == "26 0041 87326"
    assert formats.tidy_rupiah("4961753") == "4.961.753"
    assert formats.tidy_rupiah("4.961.753") == "4.961.753"
    assert formats.tidy_rupiah("lima juta") == "lima juta"
