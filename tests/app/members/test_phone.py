"""Telephone numbers as dictated: stored as E.164, letters blocked, oddness only told."""

import pytest

from app.errors import InputRejected
from app.findings import FindingCode
from app.members.phone import Phone


@pytest.mark.parametrize(
    "typed",
    [
        "081234567890",
        "0812-3456-7890",
        "(0812) 3456 7890",
        "0812.3456.7890",
        "0812/34567890",
        "62812 3456 7890",
        "+62 812-3456-7890",
        "0062 812 3456 7890",
        "812 3456 7890",
        "+62 812\u20113456\u20117890",
    ],
)
def test_every_way_to_say_a_number_is_stored_alike(typed: str) -> None:
    assert Phone.parse(typed) == Phone("+6281234567890")
    assert Phone.parse(typed).odd is None


@pytest.mark.parametrize(
    "typed", ["0812 345 678O", "081234567890 (ibu)", "WA 081234567890", "08l2345678", "٠٨١٢٣٤٥٦٧٨٩٠", "08+12"]
)
def test_letters_are_blocked(typed: str) -> None:
    with pytest.raises(InputRejected) as refusal:
        Phone.parse(typed)
    assert refusal.value.code is FindingCode.PHONE_HAS_LETTERS


@pytest.mark.parametrize(
    ("typed", "odd"),
    [
        ("081234", FindingCode.PHONE_LENGTH_ODD),
        ("081234567890123", FindingCode.PHONE_LENGTH_ODD),
        ("0812345678901234567", FindingCode.PHONE_LENGTH_ODD),
        ("0812", FindingCode.PHONE_LENGTH_ODD),
        ("0999 1234 5678", FindingCode.PHONE_PREFIX_ODD),
        ("+999 123", FindingCode.PHONE_PREFIX_ODD),
        ("031 567 8901", None),
        ("+60 12-345 6789", None),
    ],
)
def test_an_unusual_number_is_kept_and_told(typed: str, odd: FindingCode | None) -> None:
    assert Phone.parse(typed).odd is odd


@pytest.mark.parametrize("typed", ["", "0", "+", "+62", "00", "0812345678901234567890", "+0812345678"])
def test_what_can_be_no_telephone_number_is_refused(typed: str) -> None:
    with pytest.raises(InputRejected) as refusal:
        Phone.parse(typed)
    assert refusal.value.code is FindingCode.PHONE_LENGTH_ODD
