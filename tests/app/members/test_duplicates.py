"""Possible duplicates: a near birth date and a name alike, unless an officer already decided."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.members.duplicates import (
    DuplicateDecision,
    NamedPerson,
    Verdict,
    near_dates,
    possible_duplicates,
)
from app.members.duplicates_in_one_file import duplicates_in_one_file
from app.members.nik import Nik
from app.reference import Reference

BORN = date(1992, 8, 5)
TYPED = Nik("3578014508920004")


@pytest.fixture
def stored(reference: Reference) -> NamedPerson:
    name = "SITI NURRAHAYU"
    return NamedPerson(7, Nik("3525014508920001"), name, reference.names.key(name), BORN)


def found(
    reference: Reference, stored: NamedPerson, *decided: DuplicateDecision, name: str = "Siti Nur Rahayu"
) -> list[int]:
    key = reference.names.key(name)
    return [match.person.member_id for match in possible_duplicates(TYPED, key, BORN, [stored], decided)]


def decision(verdict: Verdict, nik: Nik, other: Nik) -> DuplicateDecision:
    return DuplicateDecision(nik, other, verdict, "KTP dibandingkan", 1, datetime(2026, 11, 20, tzinfo=UTC))


@pytest.mark.parametrize(
    "near",
    [
        date(1992, 8, 5),
        date(1992, 5, 8),  # day and month swapped
        date(1992, 8, 6),
        date(1992, 8, 25),
        date(1992, 9, 5),
        date(1982, 8, 5),
        date(1993, 8, 5),
    ],
)
def test_a_slip_of_one_digit_or_a_swap_is_near(near: date) -> None:
    assert near in near_dates(BORN)


@pytest.mark.parametrize("far", [date(1992, 9, 6), date(1992, 8, 16), date(1983, 8, 5), date(1992, 6, 8)])
def test_two_slips_are_not_near(far: date) -> None:
    assert far not in near_dates(BORN)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_near_date_differs_by_one_digit_or_by_the_swap(born: date) -> None:
    dates = near_dates(born)
    assert born in dates
    assert len(dates) <= 1 + 1 + 8 * 9
    digits = f"{born:%d%m%Y}"
    for near in dates:
        differing = sum(one != other for one, other in zip(digits, f"{near:%d%m%Y}", strict=True))
        swapped = (near.day, near.month, near.year) == (born.month, born.day, born.year)
        assert differing <= 1 or swapped


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_nearness_goes_both_ways(born: date) -> None:
    assert all(born in near_dates(near) for near in near_dates(born))


def test_a_stored_person_with_a_like_name_is_found(reference: Reference, stored: NamedPerson) -> None:
    assert found(reference, stored) == [7]


def test_another_name_or_a_far_birth_date_is_nobody(reference: Reference, stored: NamedPerson) -> None:
    assert found(reference, stored, name="Dewi Lestari") == []
    assert found(reference, replace(stored, birth_date=date(1991, 8, 15))) == []


def test_the_same_nik_is_the_person_and_no_duplicate(reference: Reference, stored: NamedPerson) -> None:
    assert found(reference, replace(stored, nik=TYPED)) == []


def test_a_pair_decided_different_is_never_asked_again_either_way_round(
    reference: Reference, stored: NamedPerson
) -> None:
    different = Verdict.DIFFERENT_PERSON
    assert found(reference, stored, decision(different, TYPED, stored.nik)) == []
    assert found(reference, stored, decision(different, stored.nik, TYPED)) == []
    elsewhere = decision(different, TYPED, Nik("3525014508920002"))
    assert found(reference, stored, elsewhere) == [7]


def test_a_pair_decided_the_same_is_told_with_its_verdict(reference: Reference, stored: NamedPerson) -> None:
    same = decision(Verdict.SAME_PERSON, TYPED, stored.nik)
    key = reference.names.key("Siti Nur Rahayu")
    [match] = possible_duplicates(TYPED, key, BORN, [stored], [same])
    assert match.decided is Verdict.SAME_PERSON


def test_the_likeliest_comes_first(reference: Reference, stored: NamedPerson) -> None:
    key = reference.names.key("Siti Nur Rahayu")
    exact = replace(stored, member_id=9, nik=Nik("3525014508920003"), name_key=key)
    matches = possible_duplicates(TYPED, key, BORN, [stored, exact], [])
    assert [(match.person.member_id, match.percent) for match in matches] == [(9, 100), (7, 96)]


def test_two_rows_of_one_file_find_each_other(reference: Reference, stored: NamedPerson) -> None:
    rows = [
        replace(stored, member_id=2),
        replace(stored, member_id=3, nik=TYPED, birth_date=date(1992, 5, 8)),  # swapped date
        replace(stored, member_id=4, name="DEWI", name_key="DEWI"),  # row 2's NIK under another name
        replace(stored, member_id=5, nik=Nik("3525014508920009"), name="EKO", name_key="EKO"),
    ]
    pairs = [(earlier.member_id, later.member_id) for earlier, later in duplicates_in_one_file(rows)]
    assert pairs == [(2, 3), (2, 4)]
