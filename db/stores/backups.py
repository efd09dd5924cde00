"""Every attempt at a backup: what it held, and whether it was verified."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.errors import Problem
from app.trust.backup import BackupMade
from app.trust.journal import ChainHead
from db.tables import BackupRow

_NEWEST_FIRST = select(BackupRow).order_by(col(BackupRow.id).desc())


class SqlBackups:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, made: BackupMade) -> None:
        self._session.add(
            BackupRow(
                at=made.at,
                folder_name=made.folder_name,
                head_number=made.head.length,
                head_sha256=made.head.sha256,
                verified_at=made.verified_at,
                problem=made.problem.value if made.problem else "",
            )
        )
        self._session.flush()

    def latest(self) -> BackupMade | None:
        return self._first(_NEWEST_FIRST)

    def latest_verified(self) -> BackupMade | None:
        return self._first(_NEWEST_FIRST.where(col(BackupRow.verified_at).is_not(None)))

    def _first(self, wanted: Select[BackupRow]) -> BackupMade | None:
        row = self._session.scalars(wanted.limit(1)).first()
        return None if row is None else _made(row)


def _made(row: BackupRow) -> BackupMade:
    return BackupMade(
        at=row.at,
        folder_name=row.folder_name,
        head=ChainHead(row.head_number, row.head_sha256),
        verified_at=row.verified_at,
        problem=Problem(row.problem) if row.problem else None,
    )
