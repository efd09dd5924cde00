"""Company batches: their queue, their cards, and the companies that wait for one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import CursorResult, Select, Text, and_, case, func, or_, select, type_coerce, update
from sqlalchemy.orm import Session
from sqlmodel import col

from app.cards.print_job import CardState
from app.companies.card_batch import ENDED, BatchCard, CardBatch, Collector
from app.companies.card_log import LogRow
from app.errors import Problem, RuleBroken
from app.members.npp import Npp
from app.ports import CompanyWaiting
from db.engine import AlreadyStored
from db.stores.cards import job_of
from db.stores.companies import company_of
from db.tables import BatchCardRow, CardBatchRow, CardJobRow, CompanyRow, MemberRow, MembershipRow

_PRINTABLE = and_(
    col(MembershipRow.kpj).is_not(None),
    col(MembershipRow.ended_on).is_(None),
    col(MemberRow.deceased_on).is_(None),
    col(MemberRow.erased_on).is_(None),
)
_HAS_A_CARD = (
    select(col(CardJobRow.id))
    .where(
        col(CardJobRow.membership_id) == col(MembershipRow.id),
        col(CardJobRow.state) == CardState.GOOD,
    )
    .exists()
)
_WAITS_IN_A_BATCH = (
    select(col(BatchCardRow.batch_id))
    .where(col(BatchCardRow.membership_id) == col(MembershipRow.id), col(BatchCardRow.open))
    .exists()
)


class SqlCardBatches:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, batch: CardBatch, membership_ids: Sequence[int]) -> CardBatch:
        last = self._session.scalars(
            select(func.max(col(CardBatchRow.number))).where(col(CardBatchRow.day) == batch.day)
        ).one()
        place = self._session.scalars(select(func.max(col(CardBatchRow.place)))).one()
        numbered = replace(batch, number=(last or 0) + 1, place=(place or 0) + 1)
        row = CardBatchRow(
            day=numbered.day,
            number=numbered.number,
            npp=numbered.npp.text,
            company_name=numbered.company_name,
            made_by=numbered.made_by,
            made_at=numbered.made_at,
            **_movable(numbered),
        )
        self._session.add(row)
        self._session.flush()
        for order, membership_id in enumerate(membership_ids, start=1):
            self._session.add(
                BatchCardRow(
                    batch_id=row.id,
                    place=order,
                    membership_id=membership_id,
                    job_id=None,
                    given_up=False,
                    open=True,
                )
            )
        try:
            self._session.flush()
        except AlreadyStored as error:
            raise RuleBroken(Problem.CARD_IN_ANOTHER_BATCH) from error
        return replace(numbered, id=row.id)

    def by_id(self, batch_id: int) -> CardBatch:
        row = self._session.get(CardBatchRow, batch_id)
        if row is None:
            raise RuleBroken(Problem.NOT_FOUND, batch=str(batch_id))
        return _batch(row)

    def save(self, batch: CardBatch, was: CardBatch) -> None:
        written = self._session.execute(
            update(CardBatchRow)
            .where(
                col(CardBatchRow.id) == was.id,
                col(CardBatchRow.state) == was.state,
                col(CardBatchRow.counter) == was.counter,
            )
            .values(_movable(batch))
        )
        assert isinstance(written, CursorResult)
        if written.rowcount != 1:
            raise RuleBroken(Problem.BATCH_MOVE_FORBIDDEN, of=was.state.value, to=batch.state.value)
        if batch.state in ENDED:
            self._session.execute(
                update(BatchCardRow).where(col(BatchCardRow.batch_id) == batch.id).values(open=False)
            )

    def queue(self) -> tuple[CardBatch, ...]:
        return self._batches(
            select(CardBatchRow)
            .where(col(CardBatchRow.state).not_in(ENDED))
            .order_by(col(CardBatchRow.place), col(CardBatchRow.id))
        )

    def latest(self, limit: int) -> tuple[CardBatch, ...]:
        return self._batches(select(CardBatchRow).order_by(col(CardBatchRow.id).desc()).limit(limit))

    def of_company(self, npp: Npp, since: date) -> tuple[CardBatch, ...]:
        return self._batches(
            select(CardBatchRow)
            .where(col(CardBatchRow.npp) == npp.text, col(CardBatchRow.day) >= since)
            .order_by(col(CardBatchRow.id).desc())
        )

    def cards(self, batch_id: int) -> tuple[BatchCard, ...]:
        rows = self._session.execute(
            select(
                BatchCardRow,
                CardJobRow,
                col(MemberRow.id),
                col(MemberRow.name),
                col(MembershipRow.kpj),
            )
            .join(MembershipRow, col(MembershipRow.id) == col(BatchCardRow.membership_id))
            .join(MemberRow, col(MemberRow.id) == col(MembershipRow.member_id))
            .outerjoin(CardJobRow, col(CardJobRow.id) == col(BatchCardRow.job_id))
            .where(col(BatchCardRow.batch_id) == batch_id)
            .order_by(col(BatchCardRow.place))
        )
        return tuple(
            BatchCard(
                place=card.place,
                membership_id=card.membership_id,
                member_id=member_id,
                name=name,
                kpj=kpj or "",
                job=None if job is None else job_of(job),
                given_up=card.given_up,
            )
            for card, job, member_id, name, kpj in rows
        )

    def save_card(self, batch_id: int, card: BatchCard) -> None:
        row = self._session.get(BatchCardRow, (batch_id, card.place))
        if row is None:
            raise RuleBroken(Problem.NOT_FOUND, card=str(card.place))
        row.job_id = card.job.id if card.job else None
        row.given_up, row.open = card.given_up, not card.given_up
        self._session.add(row)
        self._session.flush()

    def place_cards(self, batch_id: int, membership_ids: Sequence[int]) -> None:
        rows = {
            row.membership_id: row
            for row in self._session.scalars(
                select(BatchCardRow).where(col(BatchCardRow.batch_id) == batch_id)
            )
        }
        if set(rows) != set(membership_ids):
            raise RuleBroken(Problem.NOT_FOUND, batch=str(batch_id))
        # through places nobody has, because a place stands only once
        for sign in (-1, 1):
            for place, membership_id in enumerate(membership_ids, start=1):
                self._session.execute(
                    update(BatchCardRow)
                    .where(
                        col(BatchCardRow.batch_id) == batch_id,
                        col(BatchCardRow.membership_id) == membership_id,
                    )
                    .values(place=sign * place)
                )
        self._session.expire_all()

    def log_of_month(self, year: int, month: int) -> tuple[LogRow, ...]:
        good = (
            select(func.count())
            .where(col(CardJobRow.batch_id) == col(CardBatchRow.id), col(CardJobRow.state) == CardState.GOOD)
            .scalar_subquery()
        )
        rows = self._session.execute(
            select(CardBatchRow, good)
            .where(
                # a moment begins with the branch's own day
                func.substr(type_coerce(col(CardBatchRow.receipted_at), Text), 1, 7)
                == f"{year:04d}-{month:02d}"
            )
            .order_by(col(CardBatchRow.receipt_number))
        )
        return tuple(
            LogRow(row.receipted_at.date(), row.npp, row.company_name, cards)
            for row, cards in rows
            if row.receipted_at is not None
        )

    def last_of_membership(self, membership_id: int, since: date) -> CardBatch | None:
        row = self._session.scalars(
            select(CardBatchRow)
            .join(CardJobRow, col(CardJobRow.batch_id) == col(CardBatchRow.id))
            .where(
                col(CardJobRow.membership_id) == membership_id,
                col(CardJobRow.state) == CardState.GOOD,
                col(CardJobRow.answered_day) >= since,
            )
            .order_by(col(CardBatchRow.id).desc())
            .limit(1)
        ).first()
        return None if row is None else _batch(row)

    def waiting(self, typed: str, limit: int) -> tuple[CompanyWaiting, ...]:
        numbered = col(MembershipRow.kpj).is_not(None)
        unprinted = func.sum(case((numbered & ~_WAITS_IN_A_BATCH, 1), else_=0))
        in_batch = func.sum(case((numbered & _WAITS_IN_A_BATCH, 1), else_=0))
        without_number = func.sum(case((~numbered, 1), else_=0))
        since = func.min(col(MembershipRow.start_date))
        statement = (
            select(CompanyRow, unprinted, in_batch, without_number, since)
            .join(MembershipRow, col(MembershipRow.npp) == col(CompanyRow.npp))
            .join(MemberRow, col(MemberRow.id) == col(MembershipRow.member_id))
            .where(
                col(MembershipRow.ended_on).is_(None),
                col(MemberRow.deceased_on).is_(None),
                col(MemberRow.erased_on).is_(None),
                ~_HAS_A_CARD,
            )
            .group_by(col(CompanyRow.npp))
            .order_by(since, col(CompanyRow.npp))
            .limit(limit)
        )
        wanted = typed.strip()
        if wanted:
            statement = statement.where(
                or_(
                    col(CompanyRow.npp).istartswith(wanted, autoescape=True),
                    col(CompanyRow.name).icontains(wanted, autoescape=True),
                )
            )
        return tuple(
            CompanyWaiting(company_of(company), cards, waits, numberless, oldest)
            for company, cards, waits, numberless, oldest in self._session.execute(statement)
        )

    def unprinted(self, npp: Npp) -> tuple[BatchCard, ...]:
        rows = self._session.execute(
            select(
                col(MembershipRow.id),
                col(MemberRow.id),
                col(MemberRow.name),
                col(MembershipRow.kpj),
            )
            .join(MemberRow, col(MemberRow.id) == col(MembershipRow.member_id))
            .where(col(MembershipRow.npp) == npp.text, _PRINTABLE, ~_HAS_A_CARD, ~_WAITS_IN_A_BATCH)
            .order_by(col(MembershipRow.start_date), col(MembershipRow.id))
        )
        return tuple(
            BatchCard(place, membership_id, member_id, name, kpj or "")
            for place, (membership_id, member_id, name, kpj) in enumerate(rows, start=1)
        )

    def _batches(self, statement: Select[CardBatchRow]) -> tuple[CardBatch, ...]:
        return tuple(map(_batch, self._session.scalars(statement)))


def _movable(batch: CardBatch) -> dict[str, Any]:
    collector = batch.collector
    return {
        "printer": batch.printer,
        "state": batch.state,
        "counter": batch.counter,
        "place": batch.place,
        "not_before": batch.not_before,
        "approved_by": batch.approved_by,
        "approved_at": batch.approved_at,
        "matched_at": batch.matched_at,
        "receipt_number": batch.receipt_number,
        "receipted_at": batch.receipted_at,
        "collector_name": collector.name if collector else "",
        "id_shown": collector.shown if collector else None,
        "id_number_end": collector.number_end if collector else "",
        "handed_over_by": batch.handed_over_by,
        "handed_over_at": batch.handed_over_at,
        "note": batch.note,
    }


def _batch(row: CardBatchRow) -> CardBatch:
    collector = None
    if row.id_shown is not None:
        collector = Collector(row.collector_name, row.id_shown, row.id_number_end)
    return CardBatch(
        day=row.day,
        number=row.number,
        npp=Npp(row.npp),
        company_name=row.company_name,
        printer=row.printer,
        made_by=row.made_by,
        made_at=row.made_at,
        state=row.state,
        counter=row.counter,
        place=row.place,
        not_before=row.not_before,
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        matched_at=row.matched_at,
        receipt_number=row.receipt_number,
        receipted_at=row.receipted_at,
        collector=collector,
        handed_over_by=row.handed_over_by,
        handed_over_at=row.handed_over_at,
        note=row.note,
        id=row.id,
    )
