"""What is known of each scan and photo, and the key of its encrypted file."""

from dataclasses import replace

from sqlalchemy import exists, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.archive.attachment import Attachment, AttachmentKind, MediaType, SealedFile
from app.errors import Problem, RuleBroken
from db.tables import AttachmentRow


class SqlAttachments:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, attachment: Attachment, sealed: SealedFile) -> Attachment:
        row = AttachmentRow(
            kind=attachment.kind.value,
            member_id=attachment.member_id,
            visit_id=attachment.visit_id,
            file=sealed.name,
            key=sealed.key,
            media_type=attachment.media.value,
            sha256=attachment.sha256,
            bytes_=attachment.bytes,
            at=attachment.at,
            officer_id=attachment.officer_id,
            day=attachment.at.date(),
        )
        self._session.add(row)
        self._session.flush()
        return replace(attachment, id=row.id)

    def by_id(self, attachment_id: int) -> Attachment:
        return _attachment(self._row(attachment_id))

    def sealed(self, attachment_id: int) -> SealedFile:
        row = self._row(attachment_id)
        return SealedFile(row.file, row.key)

    def of_member(self, member_id: int) -> tuple[Attachment, ...]:
        rows = self._session.scalars(
            select(AttachmentRow)
            .where(col(AttachmentRow.member_id) == member_id)
            .order_by(col(AttachmentRow.id).desc())
        )
        return tuple(_attachment(row) for row in rows)

    def has_file(self, name: str) -> bool:
        return bool(self._session.scalar(select(exists().where(col(AttachmentRow.file) == name))))

    def _row(self, attachment_id: int) -> AttachmentRow:
        row = self._session.get(AttachmentRow, attachment_id)
        if row is None:
            raise RuleBroken(Problem.NOT_FOUND, attachment=str(attachment_id))
        return row


def _attachment(row: AttachmentRow) -> Attachment:
    return Attachment(
        AttachmentKind(row.kind),
        MediaType(row.media_type),
        row.member_id,
        row.visit_id,
        row.sha256,
        row.bytes_,
        row.at,
        row.officer_id,
        row.id,
    )
