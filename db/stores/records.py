"""What is kept of a day's work: receipts, the journal and who the officers are."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.errors import Problem, RuleBroken
from app.trust.journal import Entry
from app.trust.officer import Officer
from db.tables import JournalRow, OfficerRow, ReceiptRow


class SqlReceipts:
    def __init__(self, session: Session) -> None:
        self._session = session

    def next_number(self, day: date) -> str:
        last = self._session.scalars(
            select(func.max(col(ReceiptRow.running))).where(col(ReceiptRow.year) == day.year)
        ).one()
        return f"TT-{day.year}-{(last or 0) + 1:06d}"

    def add(self, number: str, visit_id: int, document_sha256: str, at: datetime) -> None:
        _, year, running = number.split("-")
        self._session.add(
            ReceiptRow(
                number=number,
                year=int(year),
                running=int(running),
                visit_id=visit_id,
                document_sha256=document_sha256,
                at=at,
            )
        )
        self._session.flush()


class SqlJournal:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, entry: Entry) -> None:
        self._session.add(
            JournalRow(
                at=entry.at,
                officer_id=entry.officer_id,
                action=entry.action,
                subject=entry.subject,
                facts=dict(entry.facts),
            )
        )
        self._session.flush()


class SqlOfficers:
    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Officer, ...]:
        rows = self._session.scalars(select(OfficerRow).order_by(col(OfficerRow.id)))
        return tuple(_officer(row) for row in rows)

    def by_id(self, officer_id: int) -> Officer:
        row = self._session.get(OfficerRow, officer_id)
        if row is None:
            raise RuleBroken(Problem.NOT_FOUND, officer=str(officer_id))
        return _officer(row)

    def add(self, officer: Officer) -> Officer:
        row = OfficerRow(name=officer.name, role=officer.role)
        self._session.add(row)
        self._session.flush()
        return replace(officer, id=row.id)


def _officer(row: OfficerRow) -> Officer:
    return Officer(row.name, row.role, row.id)
