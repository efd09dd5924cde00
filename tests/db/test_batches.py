"""A member's card waits in one batch, a batch stands at one counter, and what waits is counted alike."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from app.cards.print_job import CardJob, CardKind, CardState, GiveUpReason, SpoiledReason
from app.companies.card_batch import BatchCount, BatchState, CardBatch, Collector, IdShown, LeftOut
from app.companies.company import Company
from app.errors import Problem, RuleBroken
from app.members.member import Member
from app.members.membership import Membership
from app.members.nik import Nik
from app.members.npp import Npp
from app.ports import Begin, UnitOfWork
from app.trust.kept_records import RecordKind
from app.trust.officer import Officer
from db.engine import AlreadyStored
from tests.db.conftest import NOW, TODAY

MILL = "17000001"
Add = Callable[..., CardBatch]


@pytest.fixture
def people(
    begin: Begin, siti: Member, store: Callable[..., Membership], textile_mill: Company
) -> list[Membership]:
    """Four of the textile mill."""
    with begin() as work:
        work.companies.add(textile_mill)
        work.commit()
    return [
        store(
            replace(siti, nik=Nik(f"357801410590{number:04d}")),
            npp=MILL,
            kpj=f"2600418700{number}",
        )
        for number in range(1, 5)
    ]


@pytest.fixture
def add(begin: Begin, rina: Officer, textile_mill: Company) -> Add:
    def add(*memberships: Membership) -> CardBatch:
        with begin() as work:
            batch = work.batches.add(
                CardBatch(TODAY, 0, textile_mill.npp, textile_mill.name, "pdf_file:", rina.id, NOW),
                [each.id for each in memberships],
            )
            work.commit()
        return batch

    return add


def job(work: UnitOfWork, batch: CardBatch, place: int, state: CardState, copy: int = 1) -> CardJob:
    """The card at that place as it stands, printed for the batch."""
    card = work.batches.card(batch.id, place)
    asked = work.card_jobs.add(
        CardJob(
            card.membership_id,
            copy,
            CardKind.FIRST,
            "pdf_file:",
            "Loket 1",
            batch.made_by,
            NOW,
            batch_id=batch.id,
        )
    )
    spoiled = SpoiledReason.JAM if state is CardState.SPOILED else None
    answered_at = NOW if state is CardState.GOOD else None
    stands = replace(asked, state=state, spoiled_reason=spoiled, sent_at=NOW, answered_at=answered_at)
    work.card_jobs.save(stands, asked)
    work.batches.save_card(batch.id, replace(card, job=stands))
    return stands


def test_a_batch_comes_back_as_it_was_saved_and_is_numbered_within_its_day(
    begin: Begin, add: Add, people: list[Membership]
) -> None:
    first, second = add(people[0]), add(people[1])
    with begin() as work:
        assert work.batches.by_id(first.id) == first
        assert [(batch.number, batch.place) for batch in work.batches.queue()] == [(1, 1), (2, 2)]
        assert work.batches.latest(1) == (second,)


def test_a_batch_moves_only_from_where_it_was_seen(begin: Begin, add: Add, people: list[Membership]) -> None:
    seen = add(people[0])
    approved = seen.moved(BatchState.APPROVED)
    with begin() as work:
        work.batches.save(approved, seen)
        work.batches.save(replace(approved.moved(BatchState.PRINTING), counter="Loket 2"), approved)
        with pytest.raises(RuleBroken) as refused:
            work.batches.save(replace(approved.moved(BatchState.PRINTING), counter="Loket 1"), approved)
    assert refused.value.problem is Problem.BATCH_MOVE_FORBIDDEN


def test_the_database_itself_refuses_a_member_in_two_open_batches(
    begin: Begin, engine: Engine, add: Add, people: list[Membership]
) -> None:
    batch = add(people[0])
    with pytest.raises(RuleBroken) as refused:
        add(people[0])
    assert refused.value.problem is Problem.CARD_IN_ANOTHER_BATCH
    other = add(people[1])
    with pytest.raises(AlreadyStored), engine.begin() as connection:
        connection.execute(
            text("UPDATE batch_card SET membership_id = :member WHERE batch_id = :batch"),
            {"member": people[0].id, "batch": other.id},
        )
    assert batch.id != other.id


@pytest.mark.parametrize("end", [BatchState.CANCELLED])
def test_a_batch_that_ended_lets_go_of_its_members(
    begin: Begin, add: Add, people: list[Membership], end: BatchState
) -> None:
    batch = add(people[0])
    with begin() as work:
        work.batches.save(batch.moved(end), batch)
        work.commit()
    assert add(people[0]).id > batch.id


def test_a_card_left_out_may_wait_elsewhere_and_then_not_come_back(
    begin: Begin, add: Add, people: list[Membership]
) -> None:
    batch = add(people[0], people[1])
    with begin() as work:
        card = work.batches.card(batch.id, 1)
        work.batches.save_card(batch.id, replace(card, left_out=LeftOut.WRONG_DATA))
        work.commit()
    add(people[0])
    with begin() as work, pytest.raises(RuleBroken) as refused:
        work.batches.save_card(batch.id, card)
    assert refused.value.problem is Problem.CARD_IN_ANOTHER_BATCH


def test_every_card_asked_for_is_counted_once(begin: Begin, add: Add, people: list[Membership]) -> None:
    batch = add(*people)
    with begin() as work:
        job(work, batch, 1, CardState.GOOD)
        job(work, batch, 2, CardState.SENDING)
        spoiled = job(work, batch, 3, CardState.SPOILED)
        again = work.batches.make_again(spoiled)
        assert again is not None
        assert again.place == 5
        card = work.batches.card(batch.id, 4)
        work.batches.save_card(batch.id, replace(card, left_out=LeftOut.DECEASED))
        assert work.batches.count(batch.id) == BatchCount(
            asked=4, good=1, in_printer=1, to_answer=0, waiting=1, left_out=1, spoiled=1
        )
        job(work, batch, 5, CardState.NEEDS_ATTENTION)
        assert work.batches.count(batch.id).to_answer == 1
        assert [card.remade_at for card in work.batches.cards(batch.id)] == [None, None, 5, None, None]
        assert work.batches.good_cards(batch.id) == 1


def test_a_card_given_up_in_the_card_room_is_left_out_of_its_batch(
    begin: Begin, add: Add, people: list[Membership]
) -> None:
    batch = add(people[0])
    with begin() as work:
        owed = job(work, batch, 1, CardState.NOT_PRINTED)
        given_up = owed.moved(CardState.CANCELLED)
        work.card_jobs.save(given_up, owed)
        work.batches.leave_out(given_up, GiveUpReason.WRONG_DATA)
        assert work.batches.card(batch.id, 1).left_out is LeftOut.WRONG_DATA
        assert work.batches.count(batch.id).settled


def test_the_next_card_is_the_first_that_lies_nowhere(
    begin: Begin, add: Add, people: list[Membership]
) -> None:
    batch = add(*people)
    with begin() as work:
        job(work, batch, 1, CardState.CLAIMED_DONE)
        job(work, batch, 2, CardState.NOT_PRINTED)
        following = work.batches.next_waiting(batch.id)
        assert following is not None
        assert following.place == 2
        work.batches.place_cards(batch.id, {4: 2, 2: 3, 3: 4})
        assert [card.membership_id for card in work.batches.cards(batch.id)] == [
            people[0].id,
            people[3].id,
            people[1].id,
            people[2].id,
        ]


def test_companies_that_wait_tell_how_many_of_their_cards_are_where(
    begin: Begin, add: Add, people: list[Membership], store: Callable[..., Membership], siti: Member
) -> None:
    store(replace(siti, nik=Nik("3578014105909999")), npp=MILL, kpj=None)
    batch = add(people[0], people[1])
    with begin() as work:
        job(work, batch, 1, CardState.GOOD)
        [waiting] = work.batches.waiting("sinar", 10)
        assert (waiting.unprinted, waiting.in_batch, waiting.without_number) == (2, 1, 1)
        assert [card.membership_id for card in work.batches.unprinted(waiting.company.npp)] == [
            people[2].id,
            people[3].id,
        ]


def test_who_died_left_or_has_a_card_waits_for_none(begin: Begin, people: list[Membership], add: Add) -> None:
    batch = add(people[2])
    with begin() as work:
        connection = work._session.connection()  # type: ignore[attr-defined]
        connection.execute(text("UPDATE member SET deceased_on = '2026-11-01' WHERE id = 1"))
        connection.execute(text("UPDATE membership SET ended_on = '2026-11-01' WHERE id = 2"))
        job(work, batch, 1, CardState.GOOD)
        [waiting] = work.batches.waiting("", 10)
        assert (waiting.unprinted, waiting.in_batch) == (1, 0)


def test_those_who_wait_are_found_without_looking_at_everyone(
    begin: Begin, engine: Engine, people: list[Membership]
) -> None:
    """A branch has a million memberships, nearly all with a card."""
    asked = list[tuple[str, Any]]()
    event.listen(engine, "before_cursor_execute", lambda *said: asked.append((said[2], said[3])))
    with begin() as work:
        work.batches.waiting("", 10)
        work.batches.unprinted(Npp(MILL))
        connection = work._session.connection()  # type: ignore[attr-defined]
        plans = [
            [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", facts)]
            for statement, facts in tuple(asked)
            if "FROM membership" in statement
        ]
    assert len(plans) == 2
    for plan in plans:
        assert any("ix_membership_waiting" in step for step in plan)
        assert not any(
            step.startswith(("SCAN membership", "SCAN member ")) for step in plan if "INDEX" not in step
        )


def test_a_persons_records_name_the_receipt_of_the_batch_their_card_came_with(
    begin: Begin, add: Add, people: list[Membership]
) -> None:
    batch = add(people[0], people[1])
    with begin() as work:
        job(work, batch, 1, CardState.GOOD)
        work.receipts.add_of_batch("TT-2026-000017", batch.id, "ab" * 32, NOW)
        with_card = work.person_records.of(people[0].member_id).receipts
        without = work.person_records.of(people[1].member_id).receipts
    assert [(receipt.number, receipt.batch_id) for receipt in with_card] == [("TT-2026-000017", batch.id)]
    assert without == ()


def test_who_collected_cards_is_forgotten_once_their_period_is_over(
    begin: Begin, add: Add, people: list[Membership]
) -> None:
    old, fresh = add(people[0]), add(people[1])
    long_ago = NOW - timedelta(days=4000)
    for batch, at in ((old, long_ago), (fresh, NOW)):
        taken = Collector("Ahmad Fauzi", IdShown.KTP, "0004")
        with begin() as work:
            work.batches.save(replace(batch, collector=taken, handed_over_at=at), batch)
            work.commit()
    with begin() as work:
        assert work.retention.due(RecordKind.COLLECTORS, TODAY) == (1, 0)
        work.retention.erase_collectors(TODAY, 10)
        work.commit()
    with begin() as work:
        assert work.batches.by_id(old.id).collector == Collector("", IdShown.KTP, "")
        assert work.batches.by_id(fresh.id).collector == Collector("Ahmad Fauzi", IdShown.KTP, "0004")
        assert work.retention.due(RecordKind.COLLECTORS, TODAY) == (0, 0)
