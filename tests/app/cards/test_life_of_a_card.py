"""Every move a card may make, and every one it may not."""

from itertools import product

import pytest

from app.cards.print_job import ANSWERS, CardJob, CardKind, CardState, SpoiledReason
from app.errors import Problem, RuleBroken
from tests.app.cards.desk import MORNING

S = CardState

ALLOWED = {
    (S.QUEUED, S.SENDING),
    (S.QUEUED, S.CANCELLED),
    (S.SENDING, S.QUEUED),
    (S.SENDING, S.CLAIMED_DONE),
    (S.SENDING, S.NEEDS_ATTENTION),
    (S.SENDING, S.UNKNOWN),
    (S.SENDING, S.GOOD),
    (S.SENDING, S.SPOILED),
    (S.SENDING, S.NOT_PRINTED),
    (S.CLAIMED_DONE, S.UNKNOWN),
    (S.CLAIMED_DONE, S.GOOD),
    (S.CLAIMED_DONE, S.SPOILED),
    (S.CLAIMED_DONE, S.NOT_PRINTED),
    (S.NEEDS_ATTENTION, S.NEEDS_ATTENTION),
    (S.NEEDS_ATTENTION, S.SENDING),
    (S.NEEDS_ATTENTION, S.CLAIMED_DONE),
    (S.NEEDS_ATTENTION, S.UNKNOWN),
    (S.NEEDS_ATTENTION, S.GOOD),
    (S.NEEDS_ATTENTION, S.SPOILED),
    (S.NEEDS_ATTENTION, S.NOT_PRINTED),
    (S.UNKNOWN, S.GOOD),
    (S.UNKNOWN, S.SPOILED),
    (S.UNKNOWN, S.NOT_PRINTED),
    (S.NOT_PRINTED, S.QUEUED),
    (S.NOT_PRINTED, S.CANCELLED),
}


def card(state: CardState) -> CardJob:
    return CardJob(1, 1, CardKind.FIRST, "test:satu", "Loket 1", 1, MORNING, state=state)


@pytest.mark.parametrize(("of", "to"), sorted(ALLOWED))
def test_a_card_moves_on(of: CardState, to: CardState) -> None:
    assert card(of).moved(to).state is to


@pytest.mark.parametrize(("of", "to"), sorted(set(product(S, S)) - ALLOWED))
def test_a_card_does_not_jump(of: CardState, to: CardState) -> None:
    with pytest.raises(RuleBroken) as refused:
        card(of).moved(to)
    assert refused.value.problem is Problem.CARD_MOVE_FORBIDDEN
    assert refused.value.facts == {"of": of.value, "to": to.value}


@pytest.mark.parametrize("state", [S.CLAIMED_DONE, S.NEEDS_ATTENTION, S.UNKNOWN, S.SENDING])
def test_a_card_in_doubt_cannot_be_sent(state: CardState) -> None:
    with pytest.raises(RuleBroken):
        card(state).sent("", MORNING)


@pytest.mark.parametrize("state", sorted(set(S) - ANSWERS))
def test_only_a_person_answers_and_only_with_an_answer(state: CardState) -> None:
    with pytest.raises(RuleBroken):
        card(S.CLAIMED_DONE).answered(state, 1, MORNING)


def test_a_spoiled_card_needs_its_reason() -> None:
    with pytest.raises(RuleBroken) as refused:
        card(S.CLAIMED_DONE).answered(S.SPOILED, 1, MORNING)
    assert refused.value.problem is Problem.REASON_MISSING


def test_a_good_card_takes_no_reason_for_being_spoiled() -> None:
    with pytest.raises(RuleBroken):
        card(S.CLAIMED_DONE).answered(S.GOOD, 1, MORNING, SpoiledReason.JAM)


def test_each_sending_has_a_name_of_its_own() -> None:
    once = card(S.QUEUED).sent("ab", MORNING)
    again = once.moved(S.NOT_PRINTED).moved(S.QUEUED).sent("ab", MORNING)
    assert once.document_name != again.document_name
