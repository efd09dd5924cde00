"""Card jobs: every copy of every card that was asked for."""

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, Select, func, or_, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from app.cards.earlier_card import EarlierCard
from app.cards.print_job import IN_DOUBT, CardJob, CardState
from app.errors import Problem, RuleBroken
from app.members.npp import Npp
from app.ports import CardToAnswer
from db.engine import AlreadyStored
from db.tables import OPEN_JOB, CardBatchRow, CardJobRow, MemberRow, MembershipRow, ReceiptRow

_UNSETTLED = (CardState.SENDING, CardState.NEEDS_ATTENTION, CardState.UNKNOWN)


class SqlCardJobs:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, job: CardJob) -> CardJob:
        row = CardJobRow(
            membership_id=job.membership_id,
            copy_=job.copy,
            kind=job.kind,
            asked_by=job.asked_by,
            asked_at=job.asked_at,
            asked_day=job.asked_at.date(),
            reprint_reason=job.reprint_reason,
            reprint_note=job.reprint_note,
            approved_by=job.approved_by,
            **_movable(job),
        )
        self._session.add(row)
        try:
            self._session.flush()
        except AlreadyStored as error:
            raise RuleBroken(Problem.CARD_ALREADY_ASKED_FOR) from error
        self._note_good(job)
        return replace(job, id=row.id)

    def by_id(self, job_id: int) -> CardJob:
        row = self._session.get(CardJobRow, job_id)
        if row is None:
            raise RuleBroken(Problem.NOT_FOUND, card=str(job_id))
        return job_of(row)

    def save(self, job: CardJob, was: CardJob) -> None:
        written = self._session.execute(
            update(CardJobRow)
            .where(
                col(CardJobRow.id) == was.id,
                col(CardJobRow.state) == was.state,
                col(CardJobRow.attempt) == was.attempt,
            )
            .values(_movable(job))
        )
        assert isinstance(written, CursorResult)
        if written.rowcount != 1:
            raise RuleBroken(Problem.CARD_MOVE_FORBIDDEN, of=was.state.value, to=job.state.value)
        self._note_good(job)

    def of_membership(self, membership_id: int) -> tuple[CardJob, ...]:
        rows = self._session.scalars(
            select(CardJobRow)
            .where(col(CardJobRow.membership_id) == membership_id)
            .order_by(col(CardJobRow.id))
        )
        return tuple(job_of(row) for row in rows)

    def open_jobs(self, counter: str) -> tuple[CardToAnswer, ...]:
        return self._cards(
            _cards().where(col(CardJobRow.counter) == counter, OPEN_JOB).order_by(col(CardJobRow.id))
        )

    def latest(self, counter: str, limit: int) -> tuple[CardToAnswer, ...]:
        return self._cards(
            _cards()
            .where(col(CardJobRow.counter) == counter)
            .order_by(col(CardJobRow.id).desc())
            .limit(limit)
        )

    def by_scanned(self, kpj: str, counter: str) -> CardJob | None:
        row = self._session.scalars(
            select(CardJobRow)
            .join(MembershipRow, col(MembershipRow.id) == col(CardJobRow.membership_id))
            .where(
                col(MembershipRow.kpj) == kpj,
                col(CardJobRow.counter) == counter,
                col(CardJobRow.state).in_(IN_DOUBT),
            )
            .order_by(col(CardJobRow.id).desc())
        ).first()
        return None if row is None else job_of(row)

    def unsettled(self, counter: str) -> tuple[CardJob, ...]:
        return self._jobs(
            select(CardJobRow).where(
                col(CardJobRow.counter) == counter, col(CardJobRow.state).in_(_UNSETTLED)
            )
        )

    def earlier_cards(self, member_id: int, npp: Npp) -> tuple[EarlierCard, ...]:
        of_company = (col(MembershipRow.member_id) == member_id) & (col(MembershipRow.npp) == npp.text)
        return good_cards(self._session, of_company)

    def _note_good(self, job: CardJob) -> None:
        if job.state is CardState.GOOD:
            self._session.execute(
                update(MembershipRow).where(col(MembershipRow.id) == job.membership_id).values(has_card=True)
            )

    def _jobs(self, statement: Select[CardJobRow]) -> tuple[CardJob, ...]:
        return tuple(map(job_of, self._session.scalars(statement.order_by(col(CardJobRow.id)))))

    def _cards(self, statement: Select[CardJobRow, int, str, str | None, str]) -> tuple[CardToAnswer, ...]:
        rows = self._session.execute(statement)
        return tuple(
            CardToAnswer(job_of(job), member_id, name, kpj or "", company)
            for job, member_id, name, kpj, company in rows
        )


def good_cards(session: Session, which: ColumnElement[bool]) -> tuple[EarlierCard, ...]:
    """Newest first, each with the receipt it went out with: its batch's, or its visit's newest."""
    rows = session.execute(
        select(
            col(CardJobRow.membership_id),
            col(CardJobRow.copy_),
            col(CardJobRow.answered_day),
            func.coalesce(col(ReceiptRow.number), ""),
            func.coalesce(col(CardBatchRow.collector_name), ""),
        )
        .join(MembershipRow, col(MembershipRow.id) == col(CardJobRow.membership_id))
        .outerjoin(CardBatchRow, col(CardBatchRow.id) == col(CardJobRow.batch_id))
        .outerjoin(
            ReceiptRow,
            or_(
                col(ReceiptRow.batch_id) == col(CardJobRow.batch_id),
                col(ReceiptRow.visit_id) == col(CardJobRow.visit_id),
            ),
        )
        .where(col(CardJobRow.state) == CardState.GOOD, which)
        .order_by(col(CardJobRow.id).desc(), col(ReceiptRow.number).desc())
    )
    cards = dict[tuple[int, int], EarlierCard]()
    for membership_id, copy, on, receipt, collector in rows:
        if on is not None:
            cards.setdefault((membership_id, copy), EarlierCard(membership_id, copy, on, receipt, collector))
    return tuple(cards.values())


def _cards() -> Select[CardJobRow, int, str, str | None, str]:
    return (
        select(
            CardJobRow,
            col(MemberRow.id),
            col(MemberRow.name),
            col(MembershipRow.kpj),
            col(MembershipRow.company_name),
        )
        .join(MembershipRow, col(MembershipRow.id) == col(CardJobRow.membership_id))
        .join(MemberRow, col(MemberRow.id) == col(MembershipRow.member_id))
    )


def _movable(job: CardJob) -> dict[str, Any]:
    """What changes in the life of a job; who asked for which card and why never does.

    A card left owed is handed out in a later visit, perhaps at another counter and printer.
    """
    return {
        "counter": job.counter,
        "printer": job.printer,
        "visit_id": job.visit_id,
        "batch_id": job.batch_id,
        "state": job.state,
        "attempt": job.attempt,
        "printer_reason": job.printer_reason,
        "spool_ticket": job.spool_ticket,
        "spoiled_reason": job.spoiled_reason,
        "sent_at": job.sent_at,
        "answered_by": job.answered_by,
        "answered_at": job.answered_at,
        "answered_day": job.answered_at.date() if job.answered_at else None,
        "layout": job.layout,
        "document_sha256": job.document_sha256,
    }


def job_of(row: CardJobRow) -> CardJob:
    return CardJob(
        membership_id=row.membership_id,
        copy=row.copy_,
        kind=row.kind,
        printer=row.printer,
        counter=row.counter,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        state=row.state,
        attempt=row.attempt,
        visit_id=row.visit_id,
        batch_id=row.batch_id,
        reprint_reason=row.reprint_reason,
        reprint_note=row.reprint_note,
        approved_by=row.approved_by,
        printer_reason=row.printer_reason,
        spool_ticket=row.spool_ticket,
        spoiled_reason=row.spoiled_reason,
        sent_at=row.sent_at,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        layout=row.layout,
        document_sha256=row.document_sha256,
        id=row.id,
    )
