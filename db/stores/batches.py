"""Company batches: their queue, their cards, and the companies that wait for one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import CursorResult, Function, Select, Text, and_, func, or_, select, type_coerce, update
from sqlalchemy.orm import Session, aliased
from sqlmodel import col

from app.cards.print_job import IN_DOUBT, OWED, CardJob, CardState, GiveUpReason
from app.companies.card_batch import ENDED, BatchCard, BatchCount, CardBatch, Collector, LeftOut
from app.companies.card_log import LogRow
from app.errors import Problem, RuleBroken
from app.members.npp import Npp
from app.ports import CompanyWaiting
from db.engine import AlreadyStored
from db.stores.cards import job_of
from db.stores.companies import company_of
from db.tables import (
    GONE,
    OPEN_CARD,
    WAITS_FOR_CARD,
    BatchCardRow,
    CardBatchRow,
    CardJobRow,
    CompanyRow,
    MemberRow,
    MembershipRow,
)

_GONE = select(col(MemberRow.id)).where(GONE)
_WAITS = and_(WAITS_FOR_CARD, col(MembershipRow.member_id).not_in(_GONE))
_WAITS_IN_A_BATCH = (
    select(col(BatchCardRow.batch_id))
    .where(col(BatchCardRow.membership_id) == col(MembershipRow.id), OPEN_CARD)
    .exists()
)

_ITS_JOB = and_(
    col(CardJobRow.id) == col(BatchCardRow.job_id),
    # a member who came to the counter has taken the card along: it waits here until its turn tells
    col(CardJobRow.batch_id) == col(BatchCardRow.batch_id),
)

_AGAIN = aliased(BatchCardRow)
_REMADE_AT = (
    select(col(_AGAIN.place))
    .where(
        col(CardJobRow.state) == CardState.SPOILED,
        col(_AGAIN.batch_id) == col(BatchCardRow.batch_id),
        col(_AGAIN.membership_id) == col(BatchCardRow.membership_id),
        or_(col(_AGAIN.job_id).is_(None), col(_AGAIN.job_id) > col(BatchCardRow.job_id)),
    )
    .order_by(col(_AGAIN.job_id).is_(None), col(_AGAIN.job_id))
    .limit(1)
    .correlate(BatchCardRow, CardJobRow)
    .scalar_subquery()
)
_CARDS = (
    select(
        BatchCardRow,
        CardJobRow,
        col(MemberRow.id),
        col(MemberRow.name),
        col(MembershipRow.kpj),
        _REMADE_AT,
    )
    .join(MembershipRow, col(MembershipRow.id) == col(BatchCardRow.membership_id))
    .join(MemberRow, col(MemberRow.id) == col(MembershipRow.member_id))
    .outerjoin(CardJobRow, _ITS_JOB)
    .order_by(col(BatchCardRow.place))
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
                    left_out=None,
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

    def latest_ended(self, limit: int) -> tuple[CardBatch, ...]:
        return self._batches(
            select(CardBatchRow)
            .where(col(CardBatchRow.state).in_(ENDED))
            .order_by(col(CardBatchRow.id).desc())
            .limit(limit)
        )

    def of_company(self, npp: Npp, since: date) -> tuple[CardBatch, ...]:
        return self._batches(
            select(CardBatchRow)
            .where(col(CardBatchRow.npp) == npp.text, col(CardBatchRow.day) >= since)
            .order_by(col(CardBatchRow.id).desc())
        )

    def receipted_on(self, npp: Npp, day: date) -> int:
        return self._session.scalars(
            select(func.count()).where(
                col(CardBatchRow.npp) == npp.text,
                _beginning_of(CardBatchRow.receipted_at, 10) == day.isoformat(),
            )
        ).one()

    def cards(self, batch_id: int) -> tuple[BatchCard, ...]:
        return self._cards(_CARDS.where(col(BatchCardRow.batch_id) == batch_id))

    def card(self, batch_id: int, place: int) -> BatchCard:
        wanted = (col(BatchCardRow.batch_id) == batch_id) & (col(BatchCardRow.place) == place)
        cards = self._cards(_CARDS.where(wanted))
        if not cards:
            raise RuleBroken(Problem.NOT_FOUND, card=str(place))
        return cards[0]

    def card_of(self, job: CardJob) -> BatchCard | None:
        wanted = (col(BatchCardRow.batch_id) == job.batch_id) & (col(BatchCardRow.job_id) == job.id)
        cards = self._cards(_CARDS.where(wanted))
        return cards[0] if cards else None

    def next_waiting(self, batch_id: int) -> BatchCard | None:
        waits = col(BatchCardRow.left_out).is_(None) & (
            col(CardJobRow.id).is_(None) | col(CardJobRow.state).in_(OWED)
        )
        cards = self._cards(_CARDS.where(col(BatchCardRow.batch_id) == batch_id, waits).limit(1))
        return cards[0] if cards else None

    def save_card(self, batch_id: int, card: BatchCard) -> None:
        row = self._session.get(BatchCardRow, (batch_id, card.place))
        if row is None:
            raise RuleBroken(Problem.NOT_FOUND, card=str(card.place))
        row.job_id = card.job.id if card.job else None
        row.left_out = card.left_out
        row.open = card.left_out is None and card.state is not CardState.SPOILED
        try:
            self._session.flush()
        except AlreadyStored as error:
            raise RuleBroken(Problem.CARD_IN_ANOTHER_BATCH) from error

    def make_again(self, spoiled: CardJob) -> BatchCard | None:
        card = self.card_of(spoiled)
        if card is None or spoiled.batch_id is None:
            return None
        batch_id = spoiled.batch_id
        self.save_card(batch_id, card)
        last = self._session.scalars(
            select(func.max(col(BatchCardRow.place))).where(col(BatchCardRow.batch_id) == batch_id)
        ).one()
        again = replace(card, place=(last or 0) + 1, job=None)
        self._session.add(
            BatchCardRow(
                batch_id=batch_id,
                place=again.place,
                membership_id=again.membership_id,
                job_id=None,
                left_out=None,
                open=True,
            )
        )
        self._session.flush()
        return again

    def leave_out(self, given_up: CardJob, reason: GiveUpReason) -> None:
        card = None if given_up.batch_id is None else self.card_of(given_up)
        if card is not None and given_up.batch_id is not None:
            self.save_card(given_up.batch_id, replace(card, left_out=LeftOut(reason.value)))

    def place_cards(self, batch_id: int, places: Mapping[int, int]) -> None:
        # through places nobody has, because a place stands only once
        for moves in (
            {before: -after for before, after in places.items()},
            {-after: after for after in places.values()},
        ):
            for before, after in moves.items():
                self._session.execute(
                    update(BatchCardRow)
                    .where(col(BatchCardRow.batch_id) == batch_id, col(BatchCardRow.place) == before)
                    .values(place=after)
                )
        self._session.expire_all()

    def count(self, batch_id: int) -> BatchCount:
        state, left_out = col(CardJobRow.state), col(BatchCardRow.left_out).is_not(None)
        counted = dict[CardState | None, int]()
        out = 0
        for is_out, stands, cards in self._session.execute(
            select(left_out, state, func.count())
            .select_from(BatchCardRow)
            .outerjoin(CardJobRow, _ITS_JOB)
            .where(col(BatchCardRow.batch_id) == batch_id)
            .group_by(left_out, state)
        ):
            if is_out:
                out += cards
            else:
                counted[stands] = cards
        spoiled = counted.pop(CardState.SPOILED, 0)
        good = counted.pop(CardState.GOOD, 0)
        in_printer = counted.pop(CardState.SENDING, 0)
        to_answer = sum(counted.pop(each, 0) for each in IN_DOUBT)
        waiting = sum(counted.values())
        asked = good + in_printer + to_answer + waiting + out
        return BatchCount(asked, good, in_printer, to_answer, waiting, out, spoiled)

    def lately_sent(self, batch_id: int, limit: int) -> tuple[datetime, ...]:
        rows = self._session.scalars(
            select(col(CardJobRow.sent_at))
            .where(col(CardJobRow.batch_id) == batch_id, col(CardJobRow.sent_at).is_not(None))
            .order_by(col(CardJobRow.id).desc())
            .limit(limit)
        )
        return tuple(sent for sent in rows if sent is not None)

    def good_cards(self, batch_id: int) -> int:
        return self._session.scalars(
            select(func.count()).where(
                col(CardJobRow.batch_id) == batch_id, col(CardJobRow.state) == CardState.GOOD
            )
        ).one()

    def log_of_month(self, year: int, month: int) -> tuple[LogRow, ...]:
        good = (
            select(func.count())
            .where(col(CardJobRow.batch_id) == col(CardBatchRow.id), col(CardJobRow.state) == CardState.GOOD)
            .scalar_subquery()
        )
        rows = self._session.execute(
            select(CardBatchRow, good)
            .where(_beginning_of(CardBatchRow.receipted_at, 7) == f"{year:04d}-{month:02d}")
            .order_by(col(CardBatchRow.receipt_number))
        )
        return tuple(
            LogRow(row.receipted_at.date(), row.npp, row.company_name, cards)
            for row, cards in rows
            if row.receipted_at is not None
        )

    def waiting(self, typed: str, limit: int) -> tuple[CompanyWaiting, ...]:
        numbered = func.count(col(MembershipRow.kpj))
        since = func.min(col(MembershipRow.start_date))
        by_company = (
            select(
                col(MembershipRow.npp),
                numbered.label("numbered"),
                (func.count() - numbered).label("numberless"),
                since.label("since"),
            )
            .where(_WAITS)
            .group_by(col(MembershipRow.npp))
            .subquery()
        )
        in_batch = (
            select(col(MembershipRow.npp), func.count().label("cards"))
            .join(BatchCardRow, col(BatchCardRow.membership_id) == col(MembershipRow.id))
            .where(
                OPEN_CARD,
                # said apart from WAITS_FOR_CARD, whose index would lead through everyone who waits
                ~col(MembershipRow.has_card),
                col(MembershipRow.ended_on).is_(None),
                col(MembershipRow.member_id).not_in(_GONE),
            )
            .group_by(col(MembershipRow.npp))
            .subquery()
        )
        waits = func.coalesce(in_batch.c.cards, 0)
        statement = (
            select(
                CompanyRow,
                by_company.c.numbered - waits,
                waits,
                by_company.c.numberless,
                by_company.c.since,
            )
            .join(by_company, by_company.c.npp == col(CompanyRow.npp))
            .outerjoin(in_batch, in_batch.c.npp == col(CompanyRow.npp))
            .order_by(by_company.c.since, col(CompanyRow.npp))
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
            CompanyWaiting(company_of(company), cards, in_batches, numberless, oldest)
            for company, cards, in_batches, numberless, oldest in self._session.execute(statement)
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
            .where(
                col(MembershipRow.npp) == npp.text,
                _WAITS,
                col(MembershipRow.kpj).is_not(None),
                ~_WAITS_IN_A_BATCH,
            )
            .order_by(col(MembershipRow.start_date), col(MembershipRow.id))
        )
        return tuple(
            BatchCard(place, membership_id, member_id, name, kpj or "")
            for place, (membership_id, member_id, name, kpj) in enumerate(rows, start=1)
        )

    def _cards(
        self, statement: Select[BatchCardRow, CardJobRow, int, str, str | None, int | None]
    ) -> tuple[BatchCard, ...]:
        return tuple(
            BatchCard(
                place=card.place,
                membership_id=card.membership_id,
                member_id=member_id,
                name=name,
                kpj=kpj or "",
                job=None if job is None else job_of(job),
                left_out=card.left_out,
                remade_at=remade_at,
            )
            for card, job, member_id, name, kpj, remade_at in self._session.execute(statement)
        )

    def _batches(self, statement: Select[CardBatchRow]) -> tuple[CardBatch, ...]:
        return tuple(map(_batch, self._session.scalars(statement)))


def _beginning_of(moment: datetime | None, characters: int) -> Function[str]:
    """It is stored with the branch's own day first."""
    return func.substr(type_coerce(col(moment), Text), 1, characters)


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
        id=row.id,
    )
