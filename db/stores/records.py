"""What is kept of a day's work: receipts, and who the officers are."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.errors import Problem, RuleBroken
from app.trust.officer import Officer
from db.tables import OfficerRow, ReceiptRow


class SqlReceipts:
    def __init__(self, session: Session) -> None:
        self._session = session

    def next_number(self, day: date) -> str:
        last = self._session.scalars(
            select(func.max(col(ReceiptRow.running))).where(col(ReceiptRow.year) == day.year)
        ).one()
        return f"TT-{day.year}-{(last or 0) + 1:06d}"

    def add(self, number: str, visit_id: int, document_sha256: str, at: datetime) -> None:
        self._add(number, document_sha256, at, visit_id=visit_id)

    def add_of_batch(self, number: str, batch_id: int, document_sha256: str, at: datetime) -> None:
        self._add(number, document_sha256, at, batch_id=batch_id)

    def _add(self, number: str, document_sha256: str, at: datetime, **of: int) -> None:
        _, year, running = number.split("-")
        self._session.add(
            ReceiptRow(
                number=number,
                year=int(year),
                running=int(running),
                document_sha256=document_sha256,
                at=at,
                **of,
            )
        )
        self._session.flush()


class SqlOfficers:
    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Officer, ...]:
        return self._found(select(OfficerRow).where(col(OfficerRow.removed_on).is_(None)))

    def ever(self) -> tuple[Officer, ...]:
        return self._found(select(OfficerRow))

    def by_id(self, officer_id: int) -> Officer:
        return _officer(self._row(officer_id))

    def add(self, officer: Officer) -> Officer:
        row = OfficerRow(name=officer.name, role=officer.role, removed_on=officer.removed_on)
        self._session.add(row)
        self._session.flush()
        return replace(officer, id=row.id)

    def save(self, officer: Officer) -> None:
        row = self._row(officer.id)
        row.name, row.role, row.removed_on = officer.name, officer.role, officer.removed_on
        self._session.add(row)
        self._session.flush()

    def _found(self, officers: Select[OfficerRow]) -> tuple[Officer, ...]:
        return tuple(map(_officer, self._session.scalars(officers.order_by(col(OfficerRow.id)))))

    def _row(self, officer_id: int) -> OfficerRow:
        row = self._session.get(OfficerRow, officer_id)
        if row is None:
            raise RuleBroken(Problem.NOT_FOUND, officer=str(officer_id))
        return row


def _officer(row: OfficerRow) -> Officer:
    return Officer(row.name, row.role, row.id, row.removed_on)
