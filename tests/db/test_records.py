"""Companies, receipts and officers of the branch."""

from dataclasses import replace
from datetime import date

import pytest

from app.companies.company import Company
from app.errors import Problem, RuleBroken
from app.members.npp import Npp
from app.ports import Begin
from app.trust.officer import Officer, Role
from app.visit.visit import Visit
from tests.db.conftest import NOW, TODAY


def test_a_company_is_found_by_the_beginning_of_its_npp_or_any_part_of_its_name(
    begin: Begin, textile_mill: Company
) -> None:
    percent = replace(textile_mill, npp=Npp("18000002"), name="CV UNTUNG 100% JAYA", division="002")
    with begin() as work:
        work.companies.add(textile_mill)
        work.companies.add(percent)
        work.commit()
    with begin() as work:
        assert work.companies.by_npp(textile_mill.npp) == textile_mill
        assert work.companies.by_npp(Npp("99999999")) is None
        assert work.companies.like("1700", 5) == (textile_mill,)
        assert work.companies.like("laut tek", 5) == (textile_mill,)
        assert work.companies.like("100%", 5) == (percent,)
        assert work.companies.like("0000", 5) == ()
        assert work.companies.like("", 1) == (percent,)


def test_a_second_company_cannot_take_an_npp(begin: Begin, textile_mill: Company) -> None:
    with begin() as work:
        work.companies.add(textile_mill)
        work.commit()
    with begin() as work, pytest.raises(RuleBroken):
        work.companies.add(replace(textile_mill, name="PT LAIN"))


def test_receipts_are_numbered_within_the_year_without_a_gap(begin: Begin, visit: Visit) -> None:
    given = []
    for day in (date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 2), date(2027, 1, 3)):
        with begin() as work:
            abandoned = work.receipts.next_number(day)
        with begin() as work:
            given.append(work.receipts.next_number(day))
            assert given[-1] == abandoned
            work.receipts.add(given[-1], visit.id, "ab" * 32, NOW)
            work.commit()
    assert given == ["TT-2026-000001", "TT-2026-000002", "TT-2027-000001", "TT-2027-000002"]


def test_an_officer_who_left_works_here_no_more_and_is_still_known_by_name(
    begin: Begin, rina: Officer
) -> None:
    with begin() as work:
        sri = work.officers.add(Officer("Sri Wahyuni", Role.SUPERVISOR))
        left = replace(rina, name="Rina Pratiwi Santoso", removed_on=TODAY)
        work.officers.save(left)
        work.commit()
    with begin() as work:
        assert work.officers.all() == (sri,)
        assert work.officers.ever() == (left, sri)
        assert work.officers.by_id(rina.id) == left


def test_officers_come_back_with_their_roles(begin: Begin, rina: Officer) -> None:
    with begin() as work:
        sri = work.officers.add(Officer("Sri Wahyuni", Role.SUPERVISOR))
        assert work.officers.all() == (rina, sri)
        assert work.officers.by_id(sri.id) == sri
        with pytest.raises(RuleBroken) as refused:
            work.officers.by_id(99)
    assert refused.value.problem is Problem.NOT_FOUND
