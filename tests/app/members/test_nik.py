"""NIK: what can be no NIK is blocked, and what it says of its owner is read rightly."""

from datetime import date

import pytest

from app.errors import InputRejected
from app.findings import FindingCode
from app.members.nik import Nik, Sex, age

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "typed",
    [
        "3578014105900001",
        "3578 0141 0590 0001",
        "35.78.01-410590-0001",
        " 3578014105900001\n",
        "3578\u20110141\u00a00590\u200b0001",
    ],
)
def test_a_nik_is_read_the_way_it_is_typed_or_pasted(typed: str) -> None:
    assert Nik.parse(typed).digits == "3578014105900001"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", FindingCode.NIK_NOT_16_DIGITS),
        ("357801410590001", FindingCode.NIK_NOT_16_DIGITS),
        ("35780141059000011", FindingCode.NIK_NOT_16_DIGITS),
        ("357801410590000A", FindingCode.NIK_NOT_16_DIGITS),
        ("3578O14105900001", FindingCode.NIK_NOT_16_DIGITS),
        ("٣٥٧٨٠١٤١٠٥٩٠٠٠٠١", FindingCode.NIK_NOT_16_DIGITS),
        ("３５７８０１４１０５９００００１", FindingCode.NIK_NOT_16_DIGITS),
        ("3578010005900001", FindingCode.NIK_DAY_IMPOSSIBLE),
        ("3578013205900001", FindingCode.NIK_DAY_IMPOSSIBLE),
        ("3578014005900001", FindingCode.NIK_DAY_IMPOSSIBLE),
        ("3578017205900001", FindingCode.NIK_DAY_IMPOSSIBLE),
        ("3578018105900001", FindingCode.NIK_DAY_IMPOSSIBLE),
        ("3578019905900001", FindingCode.NIK_DAY_IMPOSSIBLE),
        ("3578010100900001", FindingCode.NIK_NO_SUCH_DATE),
        ("3578010113900001", FindingCode.NIK_NO_SUCH_DATE),
        ("3578013104900001", FindingCode.NIK_NO_SUCH_DATE),
        ("3578013002000001", FindingCode.NIK_NO_SUCH_DATE),
        ("3578012902910001", FindingCode.NIK_NO_SUCH_DATE),
        ("3578010105900000", FindingCode.NIK_SERIAL_ZERO),
    ],
)
def test_what_can_be_no_nik_is_refused(typed: str, code: FindingCode) -> None:
    with pytest.raises(InputRejected) as refusal:
        Nik.parse(typed)
    assert refusal.value.code is code


@pytest.mark.parametrize("day", ["01", "31", "41", "71"])
def test_the_days_at_the_edges_are_accepted(day: str) -> None:
    assert Nik.parse(f"357801{day}05900001").sex is (Sex.MALE if int(day) < 40 else Sex.FEMALE)


def test_a_leap_day_of_2000_is_a_date_though_1900_had_none() -> None:
    assert Nik.parse("3578012902000001").birth_dates(TODAY) == (date(2000, 2, 29),)


@pytest.mark.parametrize("province", ["65", "92", "93", "95", "96", "99"])
def test_no_province_is_refused_because_codes_come_and_go(province: str) -> None:
    assert Nik.parse(f"{province}01014105900001").district == f"{province}0101"


@pytest.mark.parametrize(
    ("year", "dates"),
    [
        ("92", (1992,)),
        ("11", (2011,)),
        ("26", (1926,)),  # a hundred years old this month; 1 May 2026 would be half a year
        ("12", (1912, 2012)),  # 114 or 14: both implausible, so both are told
        ("20", (1920, 2020)),
    ],
)
def test_the_century_is_the_one_of_a_plausible_age(year: str, dates: tuple[int, ...]) -> None:
    nik = Nik.parse(f"3578010105{year}0001")
    assert [day.year for day in nik.birth_dates(TODAY)] == list(dates)


def test_a_birth_date_agrees_in_either_century_and_in_no_other_way() -> None:
    nik = Nik.parse("3578015508920004")
    assert nik.agrees_with(date(1992, 8, 15))
    assert not nik.agrees_with(date(1992, 8, 16))


def test_a_masked_nik_hides_birth_date_and_district() -> None:
    assert Nik.parse("3578015508920004").masked == "3578••••••••0004"


@pytest.mark.parametrize(
    ("born", "years"),
    [(date(2011, 11, 20), 15), (date(2011, 11, 21), 14), (date(2008, 2, 29), 18), (TODAY, 0)],
)
def test_an_age_is_counted_in_whole_years(born: date, years: int) -> None:
    assert age(born, TODAY) == years
