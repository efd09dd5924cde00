"""Wages as officers type or paste them."""

import pytest

from app.errors import InputRejected
from app.findings import FindingCode
from app.visit.read_wage import read_wage


@pytest.mark.parametrize(
    "typed",
    [
        "4961753",
        "4.961.753",
        "Rp 4.961.753",
        "Rp4.961.753,-",
        "rp. 4.961.753,00",
        "IDR 4961753",
        "4961753,00",
        "4961753.00",
        "4,961,753",
        "4,961,753.00",
        "4 961 753",
        " 4\u00a0961\u00a0753 ",
    ],
)
def test_one_wage_is_read_however_it_is_written(typed: str) -> None:
    assert read_wage(typed) == 4_961_753


@pytest.mark.parametrize(
    ("typed", "rupiah"), [("4.961", 4_961), ("4,961", 4_961), ("100,5", 101), ("100,49", 100)]
)
def test_three_digits_behind_a_mark_are_thousands_and_fewer_are_sen(typed: str, rupiah: int) -> None:
    assert read_wage(typed) == rupiah


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Rp",
        "-4961753",
        "4.96.1753",
        "4.9617",
        "4.961,753",
        "4961753,001",
        "5 juta",
        "1e6",
        "٤٩٦١",
        "9" * 13,
    ],
)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(InputRejected) as refusal:
        read_wage(typed)
    assert refusal.value.code is FindingCode.WAGE_UNREADABLE


@pytest.mark.parametrize("typed", ["0", "Rp 0", "000", "0,4"])
def test_no_wage_is_no_amount_to_count_with(typed: str) -> None:
    with pytest.raises(InputRejected) as refusal:
        read_wage(typed)
    assert refusal.value.code is FindingCode.WAGE_ZERO
