"""Visits and drafts survive whatever happens between two key presses."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.errors import Problem, RuleBroken
from app.ports import Begin
from app.trust.officer import Officer
from app.visit.member_form import MemberForm
from app.visit.visit import DocumentShown, Stage, Visit, VisitKind
from tests.db.conftest import NOW

FORM = MemberForm(nik="3578 0141", name="Siti Rah", birth_date="0105")


def _open(begin: Begin, officer: Officer, counter: str = "Loket 1", day: int = 0) -> Visit:
    with begin() as work:
        visit = work.visits.open(Visit("", counter, officer.id, NOW + timedelta(day)))
        work.commit()
    return visit


def test_visits_are_numbered_by_counter_and_day(begin: Begin, rina: Officer) -> None:
    numbers = [_open(begin, rina).number, _open(begin, rina).number]
    assert numbers == ["001", "002"]
    assert _open(begin, rina, counter="Loket 2").number == "001"
    assert _open(begin, rina, day=1).number == "001"


def test_a_visit_with_a_ticket_keeps_its_number(begin: Begin, rina: Officer) -> None:
    with begin() as work:
        assert work.visits.open(Visit("A-012", "Loket 1", rina.id, NOW)).number == "A-012"


def test_a_visit_comes_back_as_it_was_saved(begin: Begin, visit: Visit) -> None:
    moved = replace(
        visit,
        kind=VisitKind.STATUS,
        document_shown=DocumentShown.KTP,
        stage=Stage.DONE,
        stage_since=NOW + timedelta(minutes=4, microseconds=17),
        closed_at=NOW + timedelta(minutes=5),
    )
    with begin() as work:
        work.visits.save(moved)
        work.commit()
    with begin() as work:
        stored = work.visits.by_id(visit.id)
    assert stored == moved
    assert stored.opened_at.utcoffset() == timedelta(hours=7)  # the branch's own wall time


def test_a_visit_nobody_opened_is_not_found(begin: Begin, visit: Visit) -> None:
    with begin() as work, pytest.raises(RuleBroken) as refused:
        work.visits.save(replace(visit, id=99))
    assert refused.value.problem is Problem.NOT_FOUND


def test_only_visits_still_open_at_this_counter_are_unfinished(begin: Begin, rina: Officer) -> None:
    closed, abandoned, first, second = (_open(begin, rina) for _ in range(4))
    _open(begin, rina, counter="Loket 2")
    with begin() as work:
        work.visits.save(replace(closed, closed_at=NOW))
        work.visits.save(replace(abandoned, abandoned=True))
        assert work.visits.unfinished("Loket 1") == (first, second)


def test_a_step_entered_twice_adds_its_seconds(begin: Begin, visit: Visit) -> None:
    with begin() as work:
        work.visits.record_step(visit.id, Stage.INPUT, 60)
        work.visits.record_step(visit.id, Stage.VALIDATE, 5)
        work.visits.record_step(visit.id, Stage.INPUT, 20)
        assert work.visits.step_seconds(visit.id) == {Stage.INPUT: 80, Stage.VALIDATE: 5}


def test_a_draft_comes_back_as_typed_with_its_visit(begin: Begin, visit: Visit) -> None:
    for name in ("Siti", "Siti Rahmawati"):
        with begin() as work:
            work.drafts.save(visit.id, replace(FORM, name=name), NOW)
            work.commit()
    with begin() as work:
        draft = work.drafts.of(visit.id)
    assert draft is not None
    assert (draft.visit, draft.form.name, draft.saved_at) == (visit, "Siti Rahmawati", NOW)


def test_left_over_drafts_are_those_of_unfinished_visits_newest_first(begin: Begin, rina: Officer) -> None:
    visits = [_open(begin, rina) for _ in range(3)]
    with begin() as work:
        for minute, visit in enumerate(visits):
            work.drafts.save(visit.id, FORM, NOW + timedelta(minutes=minute))
        work.visits.save(replace(visits[0], abandoned=True))
        left = [draft.visit.id for draft in work.drafts.left_over("Loket 1")]
    assert left == [visits[2].id, visits[1].id]


def test_a_dropped_draft_is_gone(begin: Begin, visit: Visit) -> None:
    with begin() as work:
        work.drafts.save(visit.id, FORM, NOW)
        work.drafts.drop(visit.id)
        work.drafts.drop(visit.id)
        assert work.drafts.of(visit.id) is None
