"""Visits, the time their steps took, and the form being filled."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.errors import Problem, RuleBroken
from app.ports import Draft
from app.visit.member_form import MemberForm
from app.visit.visit import Stage, Visit
from db.tables import UNFINISHED, DraftRow, VisitRow, VisitStepRow


class SqlVisits:
    def __init__(self, session: Session) -> None:
        self._session = session

    def open(self, visit: Visit) -> Visit:
        day = visit.opened_at.date()
        number = visit.number or self._next_number(day, visit.counter)
        row = VisitRow(
            number=number,
            counter=visit.counter,
            day=day,
            officer_id=visit.officer_id,
            opened_at=visit.opened_at,
            **_movable(visit),
        )
        self._session.add(row)
        self._session.flush()
        return replace(visit, id=row.id, number=number)

    def by_id(self, visit_id: int) -> Visit:
        return visit_of(self._row(visit_id))

    def save(self, visit: Visit) -> None:
        row = self._row(visit.id)
        row.sqlmodel_update(_movable(visit))
        self._session.add(row)
        self._session.flush()

    def unfinished(self, counter: str) -> tuple[Visit, ...]:
        rows = self._session.scalars(
            select(VisitRow).where(col(VisitRow.counter) == counter, UNFINISHED).order_by(col(VisitRow.id))
        )
        return tuple(visit_of(row) for row in rows)

    def record_step(self, visit_id: int, stage: Stage, seconds: int) -> None:
        """A step entered again adds to its time."""
        row = self._session.get(VisitStepRow, (visit_id, stage))
        if row is None:
            row = VisitStepRow(visit_id=visit_id, stage=stage, seconds=0)
        row.seconds += seconds
        self._session.add(row)
        self._session.flush()

    def step_seconds(self, visit_id: int) -> Mapping[Stage, int]:
        rows = self._session.scalars(select(VisitStepRow).where(col(VisitStepRow.visit_id) == visit_id))
        return {row.stage: row.seconds for row in rows}

    def _next_number(self, day: date, counter: str) -> str:
        today = self._session.scalars(
            select(func.count()).where(col(VisitRow.day) == day, col(VisitRow.counter) == counter)
        ).one()
        return f"{today + 1:03d}"

    def _row(self, visit_id: int) -> VisitRow:
        row = self._session.get(VisitRow, visit_id)
        if row is None:
            raise RuleBroken(Problem.NOT_FOUND, visit=str(visit_id))
        return row


class SqlDrafts:
    def __init__(self, session: Session) -> None:
        self._session = session

    def save(self, visit_id: int, form: MemberForm, at: datetime) -> None:
        self._session.merge(DraftRow(visit_id=visit_id, form=form.as_draft(), saved_at=at))
        self._session.flush()

    def of(self, visit_id: int) -> Draft | None:
        row = self._session.get(DraftRow, visit_id)
        return None if row is None else self._draft(row)

    def left_over(self, counter: str) -> tuple[Draft, ...]:
        rows = self._session.scalars(
            select(DraftRow)
            .join(VisitRow, col(VisitRow.id) == col(DraftRow.visit_id))
            .where(col(VisitRow.counter) == counter, UNFINISHED)
        )
        drafts = [self._draft(row) for row in rows]
        return tuple(sorted(drafts, key=lambda draft: draft.saved_at, reverse=True))

    def drop(self, visit_id: int) -> None:
        row = self._session.get(DraftRow, visit_id)
        if row is not None:
            self._session.delete(row)
            self._session.flush()

    def _draft(self, row: DraftRow) -> Draft:
        visit = self._session.get_one(VisitRow, row.visit_id)
        return Draft(visit_of(visit), MemberForm.from_draft(row.form), row.saved_at)


def visit_of(row: VisitRow) -> Visit:
    return Visit(
        number=row.number,
        counter=row.counter,
        officer_id=row.officer_id,
        opened_at=row.opened_at,
        kind=row.kind,
        stage=row.stage,
        stage_since=row.stage_since,
        member_id=row.member_id,
        membership_id=row.membership_id,
        document_shown=row.document_shown,
        closed_at=row.closed_at,
        abandoned=row.abandoned,
        id=row.id,
    )


def _movable(visit: Visit) -> dict[str, Any]:
    return {
        "kind": visit.kind,
        "stage": visit.stage,
        "stage_since": visit.stage_since,
        "member_id": visit.member_id,
        "membership_id": visit.membership_id,
        "document_shown": visit.document_shown,
        "closed_at": visit.closed_at,
        "abandoned": visit.abandoned,
    }
