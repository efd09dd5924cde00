"""The days that were closed, with their figures and where the journal stood."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.ports import DayClose
from app.trust.journal import ChainHead
from db.tables import DayCloseRow


class SqlDayCloses:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, close: DayClose) -> None:
        self._session.add(
            DayCloseRow(
                day=close.day,
                counter=close.counter,
                closed_at=close.closed_at,
                closed_by=close.closed_by,
                visits=close.visits,
                good=close.good,
                spoiled=close.spoiled,
                reason=close.reason,
                head_number=close.head.length,
                head_sha256=close.head.sha256,
            )
        )
        self._session.flush()

    def of_day(self, day: date) -> tuple[DayClose, ...]:
        rows = self._session.scalars(
            select(DayCloseRow).where(col(DayCloseRow.day) == day).order_by(col(DayCloseRow.id).desc())
        )
        return tuple(_close(row) for row in rows)

    def latest(self) -> DayClose | None:
        row = self._session.scalars(select(DayCloseRow).order_by(col(DayCloseRow.id).desc()).limit(1)).first()
        return None if row is None else _close(row)

    def all(self) -> tuple[DayClose, ...]:
        return tuple(map(_close, self._session.scalars(select(DayCloseRow).order_by(col(DayCloseRow.id)))))


def _close(row: DayCloseRow) -> DayClose:
    return DayClose(
        day=row.day,
        counter=row.counter,
        closed_at=row.closed_at,
        closed_by=row.closed_by,
        visits=row.visits,
        good=row.good,
        spoiled=row.spoiled,
        reason=row.reason,
        head=ChainHead(row.head_number, row.head_sha256),
    )
