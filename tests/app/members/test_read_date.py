"""Dates as officers type them."""

from datetime import date

import pytest

from app.errors import InputRejected
from app.findings import FindingCode
from app.member_fields import MemberField
from app.members.read_date import read_date

EARLIEST, LATEST = date(1926, 1, 1), date(2011, 12, 31)


def read(typed: str) -> date:
    return read_date(typed, MemberField.BIRTH_DATE, EARLIEST, LATEST)


@pytest.mark.parametrize(
    "typed",
    [
        "17081990",
        "170890",
        "17-08-1990",
        "17/8/1990",
        "17.08.90",
        "17 8 1990",
        " 17 - 08 - 1990 ",
        "17 Agustus 1990",
        "17 agustus 90",
        "17-Agt-1990",
        "17 Aug 1990",
        "1990-08-17",
    ],
)
def test_every_usual_way_to_write_a_date_is_read(typed: str) -> None:
    assert read(typed) == date(1990, 8, 17)


MONTHS = ["Jan", "Peb", "Mar", "Apr", "Mei", "Juni", "Juli", "Agt", "Sept", "Okt", "Nop", "Des"]


def test_every_month_has_its_indonesian_name() -> None:
    assert [read(f"1 {name} 1990").month for name in MONTHS] == list(range(1, 13))


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "17",
        "1708",
        "32011990",
        "31041990",
        "29021990",
        "00011990",
        "01001990",
        "08/17/1990",
        "17 Agust 1990",
        "17 Ogos 1990",
        "1990/08/17",
        "17081990x",
        "17-08-199",
        "17081890",
        "17082190",
        "١٧٠٨١٩٩٠",
    ],
)
def test_what_is_no_date_is_refused_and_never_guessed(typed: str) -> None:
    with pytest.raises(InputRejected) as refusal:
        read(typed)
    assert (refusal.value.field, refusal.value.code) == (MemberField.BIRTH_DATE, FindingCode.DATE_UNREADABLE)


@pytest.mark.parametrize(("typed", "year"), [("010126", 1926), ("010111", 2011), ("311299", 1999)])
def test_two_digits_mean_the_year_in_the_window(typed: str, year: int) -> None:
    assert read(typed).year == year


@pytest.mark.parametrize("typed", ["010112", "01-01-25", "1 Jan 20"])
def test_two_digits_that_fit_no_century_are_asked_again(typed: str) -> None:
    with pytest.raises(InputRejected) as refusal:
        read(typed)
    assert refusal.value.code is FindingCode.CENTURY_UNCLEAR


def test_two_digits_that_fit_both_centuries_are_asked_again() -> None:
    with pytest.raises(InputRejected) as refusal:
        read_date("01-01-20", MemberField.START_DATE, date(1900, 1, 1), date(2099, 1, 1))
    assert refusal.value.code is FindingCode.CENTURY_UNCLEAR


def test_four_digits_are_believed_outside_the_window() -> None:
    assert read("01-01-2020") == date(2020, 1, 1)
