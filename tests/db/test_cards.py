"""One standing job per copy, moved only from where it was seen to stand, and every blank accounted for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text

from app.cards.card_stock import BlankMovement, StockMove
from app.cards.print_job import CardJob, CardKind, CardState, SpoiledReason
from app.errors import Problem, RuleBroken
from app.members.member import Member
from app.members.membership import Membership
from app.members.npp import Npp
from app.ports import Begin
from app.trust.officer import Officer
from app.visit.visit import Visit
from db.engine import AlreadyStored
from tests.db.conftest import NOW, TODAY

Ask = Callable[..., CardJob]


@pytest.fixture
def membership(siti: Member, store: Callable[..., Membership]) -> Membership:
    return store(siti, npp="17000001", company_name="PT SINAR LAUT TEKSTIL")


@pytest.fixture
def ask(begin: Begin, rina: Officer, membership: Membership) -> Ask:
    def ask(copy: int = 1, counter: str = "Loket 1", kind: CardKind = CardKind.FIRST) -> CardJob:
        with begin() as work:
            job = work.card_jobs.add(CardJob(membership.id, copy, kind, "pdf_file:", counter, rina.id, NOW))
            work.commit()
        return job

    return ask


def _move(begin: Begin, was: CardJob, job: CardJob) -> CardJob:
    with begin() as work:
        work.card_jobs.save(job, was)
        work.commit()
    return job


def _answered(begin: Begin, job: CardJob, state: CardState) -> CardJob:
    sent = _move(begin, job, job.sent("ab" * 32, NOW))
    spoiled = SpoiledReason.JAM if state is CardState.SPOILED else None
    return _move(begin, sent, sent.answered(state, job.asked_by, NOW + timedelta(minutes=1), spoiled))


def test_a_job_comes_back_as_it_was_saved(begin: Begin, ask: Ask) -> None:
    good = _answered(begin, ask(), CardState.GOOD)
    with begin() as work:
        assert work.card_jobs.by_id(good.id) == good
        assert work.card_jobs.of_membership(good.membership_id) == (good,)


def test_a_copy_is_asked_for_once(ask: Ask) -> None:
    ask()
    with pytest.raises(RuleBroken) as refused:
        ask()
    assert refused.value.problem is Problem.CARD_ALREADY_ASKED_FOR


@pytest.mark.parametrize(
    "state", [CardState.QUEUED, CardState.SENDING, CardState.GOOD, CardState.NOT_PRINTED]
)
def test_the_database_itself_refuses_the_same_copy_twice(
    begin: Begin, engine: Engine, ask: Ask, state: CardState
) -> None:
    job = ask()
    _move(begin, job, replace(job, state=state))
    columns = "membership_id, copy, kind, printer, counter, asked_by, asked_at, asked_day, attempt, "
    columns += "printer_reason, spool_ticket, layout, document_sha256"
    with pytest.raises(AlreadyStored), engine.begin() as connection:
        connection.execute(
            text(f"INSERT INTO card_job ({columns}, state) SELECT {columns}, 'queued' FROM card_job")
        )


def test_a_spoiled_or_cancelled_copy_may_be_asked_for_again(begin: Begin, ask: Ask) -> None:
    _answered(begin, ask(), CardState.SPOILED)
    queued = ask(kind=CardKind.REMAKE)
    _move(begin, queued, queued.moved(CardState.CANCELLED))
    assert ask(kind=CardKind.REMAKE).id > queued.id


def test_a_job_moves_only_from_where_it_was_seen(begin: Begin, ask: Ask) -> None:
    seen = ask()
    _move(begin, seen, seen.sent("ab" * 32, NOW))
    with begin() as work, pytest.raises(RuleBroken) as refused:
        work.card_jobs.save(seen.moved(CardState.CANCELLED), seen)
    assert refused.value.problem is Problem.CARD_MOVE_FORBIDDEN


def test_a_job_sent_again_is_not_moved_by_an_answer_to_the_first_sending(begin: Begin, ask: Ask) -> None:
    first = ask()
    sent = _move(begin, first, first.sent("ab" * 32, NOW))
    missing = _move(begin, sent, sent.answered(CardState.NOT_PRINTED, sent.asked_by, NOW))
    _move(begin, missing, missing.moved(CardState.QUEUED).sent("ab" * 32, NOW))
    with begin() as work, pytest.raises(RuleBroken):
        work.card_jobs.save(sent.moved(CardState.CLAIMED_DONE), sent)


def test_what_a_person_still_has_to_settle_is_listed_with_name_and_number(begin: Begin, ask: Ask) -> None:
    _answered(begin, ask(1), CardState.GOOD)
    missing = _answered(begin, ask(2), CardState.NOT_PRINTED)
    queued = ask(3)
    ask(4, counter="Loket 2")
    with begin() as work:
        cards = work.card_jobs.open_jobs("Loket 1")
    assert [card.job for card in cards] == [missing, queued]
    assert (cards[0].name, cards[0].kpj, cards[0].company_name) == (
        "SITI RAHMAWATI",
        "26004187326",
        "PT SINAR LAUT TEKSTIL",
    )


def test_the_latest_cards_stand_first(begin: Begin, ask: Ask) -> None:
    jobs = [_answered(begin, ask(copy), CardState.GOOD) for copy in (1, 2, 3)]
    with begin() as work:
        assert [card.job for card in work.card_jobs.latest("Loket 1", 2)] == [jobs[2], jobs[1]]


def test_a_scanned_card_leads_to_the_job_in_doubt_at_this_counter(begin: Begin, ask: Ask) -> None:
    queued = ask()
    with begin() as work:
        assert work.card_jobs.by_scanned("26004187326", "Loket 1") is None
    sent = _move(begin, queued, queued.sent("ab" * 32, NOW))
    with begin() as work:
        assert work.card_jobs.by_scanned("26004187326", "Loket 1") == sent
        assert work.card_jobs.by_scanned("26004187326", "Loket 2") is None
        assert work.card_jobs.by_scanned("26004187399", "Loket 1") is None


def test_good_cards_of_a_person_for_a_company_stand_newest_first(
    begin: Begin, ask: Ask, membership: Membership
) -> None:
    _answered(begin, ask(1), CardState.SPOILED)
    for copy in (1, 2):
        _answered(begin, ask(copy), CardState.GOOD)
    with begin() as work:
        cards = work.card_jobs.earlier_cards(membership.member_id, Npp("17000001"))
        assert [(card.membership_id, card.copy, card.on) for card in cards] == [
            (membership.id, 2, TODAY),
            (membership.id, 1, TODAY),
        ]
        assert work.card_jobs.earlier_cards(membership.member_id, Npp("17000002")) == ()


def test_a_good_card_is_told_with_its_visits_newest_receipt(
    begin: Begin, ask: Ask, membership: Membership, rina: Officer
) -> None:
    good = _answered(begin, ask(1), CardState.GOOD)
    with begin() as work:
        visit = work.visits.open(Visit("", "Loket 1", rina.id, NOW))
        work.card_jobs.save(replace(good, visit_id=visit.id), good)
        for number in ("TT-2026-000001", "TT-2026-000002"):
            work.receipts.add(number, visit.id, "ab" * 32, NOW)
        [card] = work.card_jobs.earlier_cards(membership.member_id, Npp("17000001"))
    assert (card.receipt, card.collector) == ("TT-2026-000002", "")


def test_every_blank_is_good_spoiled_held_or_still_there(begin: Begin, rina: Officer, ask: Ask) -> None:
    with begin() as work:
        work.stock.add(BlankMovement("Loket 1", StockMove.OPENING, 50, NOW, rina.id))
        work.stock.add(BlankMovement("Loket 1", StockMove.RECEIVED, 20, NOW, rina.id))
        work.stock.add(BlankMovement("Loket 1", StockMove.RECEIVED, 5, NOW, rina.id))
        work.stock.add(BlankMovement("Loket 2", StockMove.OPENING, 7, NOW, rina.id))
        work.commit()
    for copy, state in enumerate(
        (CardState.GOOD, CardState.GOOD, CardState.SPOILED, CardState.NOT_PRINTED), 1
    ):
        _answered(begin, ask(copy), state)
    held = ask(5)
    _move(begin, held, held.sent("ab" * 32, NOW))
    ask(6)  # still queued: its blank has not moved
    with begin() as work:
        level = work.stock.level("Loket 1")
        other = work.stock.level("Loket 2")
    assert (level.opening, level.received, level.good, level.spoiled, level.held) == (50, 25, 2, 1, 1)
    assert (level.remaining, other.remaining) == (71, 7)
