"""The day's tally counts what happened, once, on the branch's own day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.cards.print_job import CardJob, CardKind, CardState, SpoiledReason
from app.companies.company import Company
from app.members.member import Member
from app.members.membership import Membership
from app.members.nik import Nik
from app.ports import Begin
from app.reports.daily_tally import CompanyCards, CounterDay, OfficerCards, SpoiledCount, VisitCount
from app.trust.officer import Officer, Role
from app.visit.visit import Stage, Visit, VisitKind
from tests.db.conftest import NOW, TODAY, WIB

Print = Callable[..., None]


@pytest.fixture
def sri(begin: Begin) -> Officer:
    with begin() as work:
        officer = work.officers.add(Officer("Sri Wahyuni", Role.SUPERVISOR))
        work.commit()
    return officer


@pytest.fixture
def printed(begin: Begin, rina: Officer) -> Print:
    """``printed(membership, state)``: a card asked for by Rina and answered at ``at``."""

    def printed(
        membership: Membership,
        state: CardState,
        at: datetime = NOW,
        kind: CardKind = CardKind.FIRST,
        by: Officer = rina,
    ) -> None:
        with begin() as work:
            copy = len(work.card_jobs.of_membership(membership.id)) + 1
            job = work.card_jobs.add(CardJob(membership.id, copy, kind, "pdf_file:", "Loket 1", by.id, NOW))
            sent = job.sent("ab" * 32, NOW)
            work.card_jobs.save(sent, job)
            if state is not CardState.SENDING:
                spoiled = SpoiledReason.RIBBON if state is CardState.SPOILED else None
                work.card_jobs.save(sent.answered(state, rina.id, at, spoiled), sent)
            work.commit()

    return printed


def test_the_log_counts_good_cards_by_company_and_day(
    begin: Begin, siti: Member, textile_mill: Company, store: Callable[..., Membership], printed: Print
) -> None:
    with begin() as work:
        work.companies.add(textile_mill)
        work.commit()
    other = replace(siti, nik=Nik("3578014105900002"))
    in_mill = store(siti, kpj="26000000001", npp="17000001", company_name="PT Sinar Laut Tekstil")
    also_in_mill = store(other, kpj="26000000002", npp="17000001", company_name="SINAR LAUT")
    unknown = store(other, kpj="26000000003", npp="17000009", company_name="CV ANGIN")
    alone = store(siti, kpj="26000000004")
    for membership in (in_mill, also_in_mill, unknown, alone):
        printed(membership, CardState.GOOD)
    printed(in_mill, CardState.SPOILED)
    printed(in_mill, CardState.NOT_PRINTED)
    printed(in_mill, CardState.SENDING)
    printed(in_mill, CardState.GOOD, at=NOW + timedelta(days=1))
    with begin() as work:
        tally = work.tally.of_day(TODAY, "Cabang Contoh")
    assert tally.company_cards == (
        CompanyCards(TODAY, "17000009", "CV ANGIN", 1),
        CompanyCards(TODAY, "17000001", "PT SINAR LAUT TEKSTIL", 2, spoiled=1),
        CompanyCards(TODAY, "", "Perorangan", 1),
    )
    assert (tally.cards, tally.branch) == (4, "Cabang Contoh")


def test_a_card_answered_late_in_the_evening_belongs_to_the_branchs_day(
    begin: Begin, siti: Member, store: Callable[..., Membership], printed: Print
) -> None:
    early = datetime(2026, 11, 20, 0, 5, tzinfo=WIB)  # the day before by universal time
    printed(store(siti), CardState.GOOD, at=early)
    with begin() as work:
        assert work.tally.of_day(TODAY, "").cards == 1
        assert work.tally.of_day(TODAY - timedelta(1), "").cards == 0


def test_cards_are_counted_for_the_officer_who_asked_for_them(
    begin: Begin, siti: Member, sri: Officer, store: Callable[..., Membership], printed: Print
) -> None:
    membership = store(siti)
    printed(membership, CardState.GOOD)
    printed(membership, CardState.SPOILED)
    printed(membership, CardState.GOOD, kind=CardKind.REPRINT)
    printed(membership, CardState.SENDING)
    printed(membership, CardState.NOT_PRINTED, by=sri)
    with begin() as work:
        tally = work.tally.of_day(TODAY, "")
        tomorrow = work.tally.of_day(TODAY + timedelta(1), "")
        assert work.tally.of_counter(TODAY, "Loket 1") == CounterDay(0, good=2, reprinted=1, spoiled=1)
        assert work.tally.of_counter(TODAY, "Loket 2") == CounterDay(0, 0, 0, 0)
    assert tally.officer_cards == (OfficerCards("Rina Pratiwi", good=2, spoiled=1, reprinted=1, in_doubt=1),)
    assert tomorrow.officer_cards == ()


def test_reprints_are_in_the_log_and_counted_apart_and_spoiled_cards_by_their_reason(
    siti: Member, store: Callable[..., Membership], printed: Print, begin: Begin
) -> None:
    membership = store(siti, kpj="26000000001", npp="17000001", company_name="PT SINAR LAUT")
    printed(membership, CardState.GOOD)
    printed(membership, CardState.GOOD, kind=CardKind.REPRINT)
    printed(membership, CardState.SPOILED)
    printed(membership, CardState.SPOILED, kind=CardKind.REPRINT)
    with begin() as work:
        tally = work.tally.of_day(TODAY, "")
    [row] = tally.company_cards
    assert (row.cards, row.new, row.reprinted, row.spoiled) == (2, 1, 1, 2)
    assert tally.spoiled == (SpoiledCount(SpoiledReason.RIBBON, 2),)


def test_visits_are_counted_by_kind_with_the_mean_time_of_the_finished_ones(
    begin: Begin, rina: Officer
) -> None:
    with begin() as work:
        for kind, seconds, closed in (
            (VisitKind.NEW_MEMBER, 100, True),
            (VisitKind.NEW_MEMBER, 201, True),
            (VisitKind.NEW_MEMBER, 999, False),
            (VisitKind.STATUS, 30, True),
        ):
            visit = work.visits.open(Visit("", "Loket 1", rina.id, NOW, kind=kind, stage=Stage.INPUT))
            work.visits.record_step(visit.id, Stage.VERIFY, seconds - 20)
            work.visits.record_step(visit.id, Stage.INPUT, 20)
            if closed:
                work.visits.save(replace(visit, closed_at=NOW))
        work.visits.open(Visit("", "Loket 1", rina.id, NOW + timedelta(1)))
        tally = work.tally.of_day(TODAY, "")
        finished = work.tally.of_counter(TODAY, "Loket 1").visits
    assert tally.visits == (
        VisitCount(VisitKind.NEW_MEMBER, visits=3, finished=2, mean_seconds=150),
        VisitCount(VisitKind.STATUS, visits=1, finished=1, mean_seconds=30),
    )
    assert finished == 3


def test_a_visit_that_was_given_up_is_not_a_finished_one(begin: Begin, rina: Officer) -> None:
    with begin() as work:
        visit = work.visits.open(
            Visit("", "Loket 1", rina.id, NOW, kind=VisitKind.NEW_MEMBER, stage=Stage.INPUT)
        )
        work.visits.save(replace(visit, abandoned=True, closed_at=NOW))
        tally = work.tally.of_day(TODAY, "")
        finished = work.tally.of_counter(TODAY, "Loket 1").visits
    assert tally.visits == (VisitCount(VisitKind.NEW_MEMBER, visits=1, finished=0, mean_seconds=0),)
    assert finished == 0


def test_a_visitor_who_only_was_looked_up_is_no_new_member(begin: Begin, rina: Officer) -> None:
    with begin() as work:
        visit = work.visits.open(Visit("", "Loket 1", rina.id, NOW))
        work.visits.save(replace(visit, abandoned=True, closed_at=NOW))
        assert work.tally.of_day(TODAY, "").visits == ()


def test_a_day_without_visitors_is_an_empty_tally(begin: Begin) -> None:
    with begin() as work:
        tally = work.tally.of_day(TODAY, "Cabang")
    assert (tally.company_cards, tally.visits, tally.officer_cards, tally.findings) == ((), (), (), ())
