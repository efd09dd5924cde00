"""What is past its period, what a legal hold keeps, and how the rest is erased."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    case,
    cast,
    delete,
    exists,
    false,
    func,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.orm import Session
from sqlmodel import col

from app.cards.print_job import CardState
from app.errors import Problem, RuleBroken
from app.trust.kept_records import LegalHold, RecordKind
from app.workers.worker_file import FileState, RowState
from db.search import forget_words
from db.tables import (
    AttachmentRow,
    CardBatchRow,
    CardJobRow,
    DraftRow,
    DuplicateDecisionRow,
    ErasureRow,
    FindingRow,
    LegalHoldRow,
    MemberRow,
    MembershipRow,
    RetentionRow,
    VisitRow,
    WorkerContentRow,
    WorkerFileRow,
    WorkerRowRow,
)

ERASED = "dihapus"
"""Stands where a reason stood: that there was one still counts."""

_STRIPPED_KEY = type_coerce(col(FindingRow.code), Text) + "#" + cast(col(FindingRow.id), Text)
"""A finding's key tells its facts; this one tells none and is still one of a kind."""

_ITS_ROW = and_(
    col(WorkerRowRow.file_id) == col(FindingRow.file_id),
    col(WorkerRowRow.number) == col(FindingRow.row_number),
)
_NOT_TAKEN = col(WorkerRowRow.state) != RowState.TAKEN
_TAKEN_OF_IT = exists().where(
    col(WorkerRowRow.file_id) == col(WorkerFileRow.id), col(WorkerRowRow.state) == RowState.TAKEN
)

_SETTLED = (CardState.GOOD, CardState.SPOILED, CardState.CANCELLED)


class SqlRetention:
    def __init__(self, session: Session) -> None:
        self._session = session

    def rules(self) -> Mapping[RecordKind, int]:
        rows = self._session.scalars(select(RetentionRow))
        return {RecordKind(row.kind): row.months for row in rows}

    def set(self, kind: RecordKind, months: int | None) -> None:
        self._session.execute(delete(RetentionRow).where(col(RetentionRow.kind) == kind.value))
        if months is not None:
            self._session.add(RetentionRow(kind=kind.value, months=months))
        self._session.flush()

    def holds(self) -> tuple[LegalHold, ...]:
        rows = self._session.scalars(
            select(LegalHoldRow).where(col(LegalHoldRow.lifted_at).is_(None)).order_by(col(LegalHoldRow.id))
        )
        return tuple(map(_hold, rows))

    def place(self, hold: LegalHold) -> LegalHold:
        row = LegalHoldRow(
            member_id=hold.member_id,
            reason=hold.reason,
            placed_by=hold.placed_by,
            placed_at=hold.placed_at,
            lifted_by=None,
            lifted_at=None,
        )
        self._session.add(row)
        self._session.flush()
        return replace(hold, id=row.id)

    def lift(self, hold_id: int, by: int, at: datetime) -> LegalHold:
        row = self._session.get(LegalHoldRow, hold_id)
        if row is None or row.lifted_at is not None:
            raise RuleBroken(Problem.NOT_FOUND, hold=str(hold_id))
        row.lifted_by, row.lifted_at = by, at
        self._session.flush()
        return _hold(row)

    def due(self, kind: RecordKind, before: date) -> tuple[int, int]:
        past = _PAST[kind](before)
        free = self._count(past.where(~_held(kind)))
        return free, self._count(past) - free

    def erase_members(self, before: date, most: int, on: date) -> tuple[str, ...]:
        past = _past_members(before).where(~_held(RecordKind.MEMBERS)).limit(most)
        ids = self._session.scalars(past).all()
        files: list[str] = []
        for some in _in_pieces(ids):
            files += self._erase_people(some, on)
        return tuple(files)

    def erase_findings(self, before: date, most: int) -> None:
        past = _past_findings(before).where(~_held(RecordKind.FINDINGS)).limit(most)
        self._strip_findings(col(FindingRow.id).in_(past))

    def erase_attachments(self, before: date, most: int) -> tuple[str, ...]:
        past = _past_attachments(before).where(~_held(RecordKind.ATTACHMENTS)).limit(most)
        return self._drop_attachments(col(AttachmentRow.id).in_(past))

    def erase_worker_files(self, before: date, most: int) -> None:
        """The whole of a file goes: a list with holes can be neither corrected nor sent back."""
        past = _past_worker_files(before).where(~_held(RecordKind.WORKER_FILES)).limit(most)
        files = self._session.scalars(past).all()
        settled = case((_TAKEN_OF_IT, FileState.ACCEPTED.value), else_=FileState.DISCARDED.value)
        for statement in (
            delete(WorkerRowRow).where(col(WorkerRowRow.file_id).in_(files), _NOT_TAKEN),
            delete(WorkerContentRow).where(col(WorkerContentRow.file_id).in_(files)),
            update(WorkerFileRow).where(col(WorkerFileRow.id).in_(files)).values(state=settled),
        ):
            self._session.execute(statement, execution_options={"synchronize_session": False})
        self._session.expire_all()

    def erase_collectors(self, before: date, most: int) -> None:
        past = _past_collectors(before).limit(most)
        self._session.execute(
            update(CardBatchRow)
            .where(col(CardBatchRow.id).in_(past))
            .values(collector_name="", id_number_end=""),
            execution_options={"synchronize_session": False},
        )
        self._session.expire_all()

    def next_erasure(self) -> int:
        return (self._session.scalar(select(func.max(col(ErasureRow.id)))) or 0) + 1

    def record(
        self,
        number: int,
        by: int,
        approved_by: int,
        at: datetime,
        counts: Mapping[RecordKind, int],
        certificate_sha256: str,
    ) -> None:
        self._session.add(
            ErasureRow(
                id=number,
                at=at,
                by=by,
                approved_by=approved_by,
                counts={kind.value: count for kind, count in counts.items()},
                certificate_sha256=certificate_sha256,
            )
        )
        self._session.flush()

    def _count(self, rows: Select[Any]) -> int:
        return self._session.scalar(select(func.count()).select_from(rows.subquery())) or 0

    def _erase_people(self, ids: Sequence[int], on: date) -> tuple[str, ...]:
        """The row stays as a number that others point at; nothing of the person stays in it."""
        people = self._session.execute(
            select(col(MemberRow.nik), col(MemberRow.name_key)).where(col(MemberRow.id).in_(ids))
        ).all()
        niks = [nik for nik, _ in people]
        visits = select(col(VisitRow.id)).where(col(VisitRow.member_id).in_(ids))
        memberships = select(col(MembershipRow.id)).where(col(MembershipRow.member_id).in_(ids))
        self._strip_findings(col(FindingRow.visit_id).in_(visits))
        self._strip_findings(col(FindingRow.id).in_(_in_rows_of(ids)))
        files = self._drop_attachments(
            or_(col(AttachmentRow.member_id).in_(ids), col(AttachmentRow.visit_id).in_(visits))
        )
        for statement in (
            delete(DraftRow).where(col(DraftRow.visit_id).in_(visits)),
            update(WorkerRowRow)
            .where(col(WorkerRowRow.member_id).in_(ids))
            .values(form={}, findings=[], decisions=[]),
            update(LegalHoldRow).where(col(LegalHoldRow.member_id).in_(ids)).values(reason=ERASED),
            delete(DuplicateDecisionRow).where(
                or_(
                    col(DuplicateDecisionRow.nik_low).in_(niks),
                    col(DuplicateDecisionRow.nik_high).in_(niks),
                )
            ),
            update(CardJobRow).where(col(CardJobRow.membership_id).in_(memberships)).values(reprint_note=""),
            # the company and its number stay: the tallies of old days are counted from them
            update(MembershipRow)
            .where(col(MembershipRow.member_id).in_(ids))
            .values(employee_number="", division="", wage=0),
        ):
            self._session.execute(statement, execution_options={"synchronize_session": False})
        for member_id in ids:
            self._session.execute(
                update(MemberRow).where(col(MemberRow.id) == member_id).values(**_nobody(member_id, on)),
                execution_options={"synchronize_session": False},
            )
        connection = self._session.connection()
        for _, name_key in people:
            forget_words(connection, name_key)
        self._session.expire_all()
        return files

    def _strip_findings(self, which: ColumnElement[bool]) -> None:
        reason = case((col(FindingRow.reason).is_(None), None), else_=ERASED)
        self._session.execute(
            update(FindingRow).where(which).values(key=_STRIPPED_KEY, facts={}, reason=reason),
            execution_options={"synchronize_session": False},
        )

    def _drop_attachments(self, which: ColumnElement[bool]) -> tuple[str, ...]:
        files = self._session.scalars(select(col(AttachmentRow.file)).where(which)).all()
        self._session.execute(
            delete(AttachmentRow).where(which), execution_options={"synchronize_session": False}
        )
        return tuple(files)


def _hold(row: LegalHoldRow) -> LegalHold:
    return LegalHold(
        row.member_id, row.reason, row.placed_by, row.placed_at, row.lifted_by, row.lifted_at, row.id
    )


def _past_members(before: date) -> Select[int]:
    theirs = col(MembershipRow.member_id) == col(MemberRow.id)
    running = or_(col(MembershipRow.ended_on).is_(None), col(MembershipRow.ended_on) >= before)
    ended = and_(exists().where(theirs), ~exists().where(theirs, running))
    died = and_(col(MemberRow.deceased_on).is_not(None), col(MemberRow.deceased_on) < before)
    came_since = select(col(VisitRow.member_id)).where(
        col(VisitRow.member_id).is_not(None),
        or_(col(VisitRow.day) >= before, and_(col(VisitRow.closed_at).is_(None), ~col(VisitRow.abandoned))),
    )
    cards_open = (
        select(col(MembershipRow.member_id))
        .join(CardJobRow, col(CardJobRow.membership_id) == col(MembershipRow.id))
        .where(col(CardJobRow.state).not_in(_SETTLED))
    )
    # its bytes tell of everyone in it, and a list with holes can be neither corrected nor sent back
    on_an_open_list = (
        select(col(WorkerRowRow.member_id))
        .join(WorkerFileRow, col(WorkerFileRow.id) == col(WorkerRowRow.file_id))
        .where(col(WorkerFileRow.state) == FileState.STAGED, col(WorkerRowRow.member_id).is_not(None))
    )
    return select(col(MemberRow.id)).where(
        col(MemberRow.erased_on).is_(None),
        or_(died, and_(col(MemberRow.deceased_on).is_(None), ended)),
        col(MemberRow.id).not_in(came_since),
        col(MemberRow.id).not_in(cards_open),
        col(MemberRow.id).not_in(on_an_open_list),
    )


def _past_findings(before: date) -> Select[int]:
    """In a company's file they are recorded once the row is taken, so that nothing is open there."""
    return (
        select(col(FindingRow.id))
        .join(VisitRow, col(VisitRow.id) == col(FindingRow.visit_id), isouter=True)
        .join(WorkerRowRow, _ITS_ROW, isouter=True)
        .where(
            col(FindingRow.day) < before,
            or_(col(FindingRow.file_id).is_not(None), col(VisitRow.closed_at).is_not(None)),
            col(FindingRow.key) != _STRIPPED_KEY,
        )
    )


def _past_attachments(before: date) -> Select[int]:
    return (
        select(col(AttachmentRow.id))
        .join(VisitRow, col(VisitRow.id) == col(AttachmentRow.visit_id), isouter=True)
        .where(col(AttachmentRow.day) < before)
    )


def _past_worker_files(before: date) -> Select[int]:
    return select(col(WorkerFileRow.id)).where(
        col(WorkerFileRow.state) == FileState.STAGED, col(WorkerFileRow.staged_day) < before
    )


def _past_collectors(before: date) -> Select[int]:
    day = func.substr(type_coerce(col(CardBatchRow.handed_over_at), Text), 1, 10)
    return select(col(CardBatchRow.id)).where(
        col(CardBatchRow.collector_name) != "", day < before.isoformat()
    )


def _in_rows_of(member_ids: Sequence[int]) -> Select[int]:
    """Findings of a company's file, reached through its rows: of all findings these are few."""
    return (
        select(col(FindingRow.id))
        .join(WorkerRowRow, _ITS_ROW)
        .where(col(WorkerRowRow.member_id).in_(member_ids))
    )


_PAST = {
    RecordKind.MEMBERS: _past_members,
    RecordKind.FINDINGS: _past_findings,
    RecordKind.ATTACHMENTS: _past_attachments,
    RecordKind.WORKER_FILES: _past_worker_files,
    RecordKind.COLLECTORS: _past_collectors,
}

_WHOSE: Mapping[RecordKind, Any] = {
    RecordKind.MEMBERS: col(MemberRow.id),
    RecordKind.FINDINGS: func.coalesce(col(VisitRow.member_id), col(WorkerRowRow.member_id)),
    RecordKind.ATTACHMENTS: func.coalesce(col(AttachmentRow.member_id), col(VisitRow.member_id)),
}


def _held(kind: RecordKind) -> ColumnElement[bool]:
    standing = col(LegalHoldRow.lifted_at).is_(None)
    if kind is RecordKind.WORKER_FILES:  # a hold on anybody in a list keeps the whole of it
        return exists().where(
            standing,
            col(LegalHoldRow.member_id) == col(WorkerRowRow.member_id),
            col(WorkerRowRow.file_id) == col(WorkerFileRow.id),
        )
    if kind is RecordKind.COLLECTORS:  # no members: nobody places a hold on them
        return false()
    return exists().where(standing, col(LegalHoldRow.member_id) == _WHOSE[kind])


def _nobody(member_id: int, on: date) -> dict[str, Any]:
    """No NIK begins with a letter, so none can ever meet this row."""
    texts = ("name", "name_key", "name_letters", "birth_place", "mother_name", "family_card", "npwp")
    return {
        **dict.fromkeys((*texts, "street", "village", "district", "postal_code", "phone", "email"), ""),
        "nik": f"E{member_id:015d}",
        "birth_date": date.min,
        "marital_status": None,
        "deceased_on": None,
        "erased_on": on,
    }


def _in_pieces(ids: Sequence[int], of: int = 200) -> list[Sequence[int]]:
    return [ids[begin : begin + of] for begin in range(0, len(ids), of)]
