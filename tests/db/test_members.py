"""Members and memberships are kept as they were entered and found again in every way asked for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.errors import Problem, RuleBroken
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership
from app.members.nik import Nik
from app.ports import Begin

Store = Callable[..., Membership]


def test_a_member_comes_back_exactly_as_stored(begin: Begin, siti: Member) -> None:
    with begin() as work:
        stored = work.members.add(siti)
        work.commit()
    with begin() as work:
        assert work.members.by_nik(siti.nik) == work.members.by_id(stored.id) == stored
    assert replace(stored, id=0) == siti


def test_a_membership_comes_back_exactly_as_stored(begin: Begin, siti: Member, store: Store) -> None:
    membership = store(siti, npp="17000001", company_name="PT SINAR LAUT TEKSTIL")
    with begin() as work:
        assert work.members.membership(membership.id) == membership
        assert membership.kpj is not None
        found = work.members.by_kpj(membership.kpj)
    assert found is not None
    assert found.nik == siti.nik


def test_nobody_is_found_by_numbers_nobody_has(begin: Begin) -> None:
    with begin() as work:
        assert work.members.by_nik(Nik("3578014105900009")) is None
        assert work.members.by_kpj(Kpj("26004187399")) is None
        with pytest.raises(RuleBroken) as refused:
            work.members.by_id(7)
    assert refused.value.problem is Problem.NOT_FOUND


def test_a_nik_is_stored_once(begin: Begin, siti: Member, store: Store) -> None:
    store(siti)
    with begin() as work, pytest.raises(RuleBroken) as refused:
        work.members.add(replace(siti, name="SITI LAIN"))
    assert refused.value.problem is Problem.NIK_ALREADY_STORED


def test_a_kpj_belongs_to_one_membership(begin: Begin, siti: Member, store: Store) -> None:
    store(siti, kpj="26004187326")
    with pytest.raises(RuleBroken) as refused:
        store(siti, kpj="26004187326")
    assert refused.value.problem is Problem.KPJ_ALREADY_STORED


def test_many_memberships_may_wait_for_their_number(begin: Begin, siti: Member, store: Store) -> None:
    waiting = [store(siti, kpj=None), store(siti, kpj=None)]
    with begin() as work:
        assert len(work.members.memberships_of(waiting[0].member_id)) == 2


def test_the_newest_membership_stands_first(begin: Begin, siti: Member, store: Store) -> None:
    old = store(siti)
    with begin() as work:
        new = work.members.add_membership(replace(old, id=0, kpj=None, start_date=date(2026, 11, 9)))
        assert work.members.memberships_of(old.member_id) == (new, old)


def test_people_of_a_name_alike_born_on_one_of_the_days_are_found(
    begin: Begin, siti: Member, store: Store
) -> None:
    for number, (name, day) in enumerate(
        [
            ("SITI RAHMAWATI", 1),
            ("SITI RACHMAWATI", 5),
            ("SITI RAHMA WATI", 5),
            ("AGUS", 5),
            ("SITI RAHMAWATI", 9),
        ]
    ):
        nik = Nik(f"357801410590000{number + 1}")
        store(replace(siti, nik=nik, name=name, birth_date=date(1990, 5, day)), kpj=None)
    with begin() as work:
        alike = work.members.alike("SITI RAHMAWATI", [date(1990, 5, 1), date(1990, 5, 5)])
    assert [person.name for person in alike] == ["SITI RAHMAWATI", "SITI RACHMAWATI", "SITI RAHMA WATI"]
    assert alike[1].birth_date == date(1990, 5, 5)
