"""Everything that hangs on one person, for the person who asks what is stored about them."""

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.cards.print_job import CardState
from app.ports import Draft, KeptFinding, KeptReceipt, ListedPerson, PersonRecords
from app.visit.member_form import MemberForm
from app.workers.worker_file import FileState
from db.stores.attachments import SqlAttachments
from db.stores.cards import SqlCardJobs
from db.stores.visits import visit_of
from db.tables import (
    CardBatchRow,
    DraftRow,
    FindingRow,
    MembershipRow,
    ReceiptRow,
    VisitRow,
    WorkerFileRow,
    WorkerRowRow,
)


class SqlPersonRecords:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, member_id: int) -> PersonRecords:
        rows = self._session.scalars(
            select(VisitRow).where(col(VisitRow.member_id) == member_id).order_by(col(VisitRow.id))
        )
        visits = {row.id: visit_of(row) for row in rows}
        in_a_file = (
            select(col(FindingRow.id))
            .join(
                WorkerRowRow,
                and_(
                    col(WorkerRowRow.file_id) == col(FindingRow.file_id),
                    col(WorkerRowRow.number) == col(FindingRow.row_number),
                ),
            )
            .where(col(WorkerRowRow.member_id) == member_id)
        )
        listed = self._session.execute(
            select(WorkerRowRow, col(WorkerFileRow.staged_at))
            .join(WorkerFileRow, col(WorkerFileRow.id) == col(WorkerRowRow.file_id))
            .where(col(WorkerRowRow.member_id) == member_id, col(WorkerFileRow.state) == FileState.STAGED)
            .order_by(col(WorkerRowRow.file_id), col(WorkerRowRow.number))
        )
        findings = self._session.scalars(
            select(FindingRow)
            .where(or_(col(FindingRow.visit_id).in_(visits), col(FindingRow.id).in_(in_a_file)))
            .order_by(col(FindingRow.id))
        )
        drafts = self._session.scalars(
            select(DraftRow).where(col(DraftRow.visit_id).in_(visits)).order_by(col(DraftRow.visit_id))
        )
        memberships = self._session.scalars(
            select(col(MembershipRow.id)).where(col(MembershipRow.member_id) == member_id)
        ).all()
        jobs = SqlCardJobs(self._session)
        cards = [job for each in memberships for job in jobs.of_membership(each)]
        with_the_company = {job.batch_id for job in cards if job.state is CardState.GOOD}
        receipts = self._session.execute(
            select(ReceiptRow, func.coalesce(col(CardBatchRow.collector_name), ""))
            .outerjoin(CardBatchRow, col(CardBatchRow.id) == col(ReceiptRow.batch_id))
            .where(
                col(ReceiptRow.visit_id).in_(visits) | col(ReceiptRow.batch_id).in_(with_the_company - {None})
            )
            .order_by(col(ReceiptRow.year), col(ReceiptRow.running))
        )
        return PersonRecords(
            cards=tuple(sorted(cards, key=lambda job: job.id)),
            visits=tuple(visits.values()),
            findings=tuple(map(_finding, findings)),
            receipts=tuple(
                KeptReceipt(row.number, row.visit_id, row.at, row.batch_id, collector)
                for row, collector in receipts
            ),
            drafts=tuple(
                Draft(visits[row.visit_id], MemberForm.from_draft(row.form), row.saved_at) for row in drafts
            ),
            listed=tuple(ListedPerson(MemberForm.from_draft(row.form), at) for row, at in listed),
            attachments=SqlAttachments(self._session).of_member(member_id)[::-1],
        )


def _finding(row: FindingRow) -> KeptFinding:
    return KeptFinding(
        visit_id=row.visit_id,
        code=row.code,
        severity=row.severity,
        field=row.field or "",
        facts=row.facts,
        found_at=row.found_at,
        reason=row.reason or "",
        approved_by=row.approved_by,
    )
