"""A step counts once, from where the visit really stands, whoever else pressed meanwhile."""

import pytest

from app.errors import Problem, RuleBroken
from app.ports import JournalWish
from app.trust.journal import Action
from app.trust.officer import Officer
from app.visit.visit import DocumentShown, Stage, Visit, VisitKind
from main import Branch
from tests.builders import filled_form, reasons_for, visitors
from ui.parts import Parts


@pytest.fixture
def verified(parts: Parts, rina: Officer) -> Visit:
    visit = parts.visit.open_visit(rina)
    return parts.visit.finish_verify(visit, VisitKind.NEW_MEMBER, rina, document=DocumentShown.KTP)


def refuses(problem: Problem) -> "pytest.RaisesExc[RuleBroken]":
    return pytest.raises(RuleBroken, check=lambda error: error.problem is problem)


def test_a_registration_pressed_twice_gives_one_membership_and_one_number(
    parts: Parts, branch: Branch, rina: Officer, verified: Visit
) -> None:
    [(member, membership)] = visitors(1)
    form = filled_form(member, membership)
    visit = parts.visit.finish_input(verified, form, rina)
    parts.visit.register(visit, form, reasons_for(parts.visit.check_form(visit, form, rina).findings), rina)
    with branch.look() as work:
        following = work.number_blocks.peek()
    # nothing but the stored visit stands against a second membership of somebody self-employed
    again = filled_form(member, membership).as_draft() | {"segment": "BPU", "npp": "", "programmes": ""}
    form = type(form).from_draft(again)
    findings = parts.visit.check_form(visit, form, rina).findings
    with refuses(Problem.STEP_OUT_OF_ORDER):
        parts.visit.register(visit, form, reasons_for(findings), rina)
    with branch.look() as work:
        stored = work.members.by_nik(member.nik)
        assert stored is not None
        assert len(work.members.memberships_of(stored.id)) == 1
        assert work.number_blocks.peek() == following


def test_a_visit_put_away_elsewhere_takes_no_further_step(
    parts: Parts, rina: Officer, verified: Visit
) -> None:
    [(member, membership)] = visitors(1)
    parts.visit.abandon(verified, rina)
    with refuses(Problem.STEP_OUT_OF_ORDER):
        parts.visit.finish_input(verified, filled_form(member, membership), rina)
    with refuses(Problem.STEP_OUT_OF_ORDER):
        parts.visit.resume(verified.id, rina)


def test_a_visit_that_went_on_elsewhere_cannot_be_put_away_as_it_was(parts: Parts, rina: Officer) -> None:
    seen = parts.visit.open_visit(rina)
    gone_on = parts.visit.finish_verify(seen, VisitKind.STATUS, rina)
    with refuses(Problem.STEP_OUT_OF_ORDER):
        parts.visit.abandon(seen, rina)
    assert parts.visit.close(gone_on, rina).stage is Stage.DONE


def test_a_card_is_for_a_stored_member(parts: Parts, rina: Officer) -> None:
    visit = parts.visit.open_visit(rina)
    with refuses(Problem.NOT_FOUND):
        parts.visit.finish_verify(visit, VisitKind.CARD, rina, document=DocumentShown.KTP)


def test_the_journal_keeps_whom_an_officer_was_shown_and_no_name(
    parts: Parts, branch: Branch, rina: Officer
) -> None:
    shown = parts.visit.find_person("SITI", rina).people
    with branch.look() as work:
        [looked_up] = work.journal.find(JournalWish(actions=frozenset({Action.PERSON_LOOKED_UP})), 2)
    assert looked_up.entry.facts == {"by": "name"}
    assert looked_up.entry.members == tuple(person.member_id for person in shown)
    assert shown
