"""What rules found, and what officers decided about it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.findings import Finding
from app.members.duplicates import DuplicateDecision
from app.members.nik import Nik
from app.visit.decision import Decision
from app.workers.worker_file import WorkerRow
from db.tables import DuplicateDecisionRow, FindingRow


class SqlFindings:
    def __init__(self, session: Session) -> None:
        self._session = session

    def record(
        self, visit_id: int, findings: Sequence[Finding], decisions: Sequence[Decision], at: datetime
    ) -> None:
        """Found again in the same visit, a finding is still one; its newest decision stands."""
        decided = {decision.finding_key: decision for decision in decisions}
        stored = {
            row.key: row
            for row in self._session.scalars(select(FindingRow).where(col(FindingRow.visit_id) == visit_id))
        }
        for finding in findings:
            row = stored.get(finding.key) or _row(visit_id, finding, at)
            decision = decided.get(finding.key)
            if decision is not None:
                row.reason, row.approved_by = decision.reason, decision.approved_by
            stored[finding.key] = row
            self._session.add(row)
        self._session.flush()

    def record_rows(self, file_id: int, rows: Sequence[WorkerRow], at: datetime) -> None:
        values = [
            {**_values(finding, at), "file_id": file_id, "row_number": row.number, **_answer(row, finding)}
            for row in rows
            for finding in row.findings
        ]
        if values:
            self._session.execute(insert(FindingRow), values)

    def decided(self, visit_id: int) -> int:
        return self._session.scalars(
            select(func.count(col(FindingRow.reason))).where(col(FindingRow.visit_id) == visit_id)
        ).one()


class SqlDuplicates:
    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, decision: DuplicateDecision) -> None:
        low, high = sorted((decision.nik.digits, decision.other_nik.digits))
        self._session.merge(
            DuplicateDecisionRow(
                nik_low=low,
                nik_high=high,
                verdict=decision.verdict,
                reason=decision.reason,
                officer_id=decision.officer_id,
                at=decision.at,
            )
        )
        self._session.flush()

    def of(self, nik: Nik) -> tuple[DuplicateDecision, ...]:
        rows = self._session.scalars(
            select(DuplicateDecisionRow)
            .where(
                or_(
                    col(DuplicateDecisionRow.nik_low) == nik.digits,
                    col(DuplicateDecisionRow.nik_high) == nik.digits,
                )
            )
            .order_by(col(DuplicateDecisionRow.nik_low), col(DuplicateDecisionRow.nik_high))
        )
        return tuple(decision_of(row, nik) for row in rows)


def _row(visit_id: int, finding: Finding, at: datetime) -> FindingRow:
    return FindingRow(visit_id=visit_id, reason=None, approved_by=None, **_values(finding, at))


def _values(finding: Finding, at: datetime) -> dict[str, Any]:
    return {
        "key": finding.key,
        "code": finding.code,
        "severity": finding.severity,
        "field": finding.field.value if finding.field else None,
        "facts": dict(finding.facts),
        "day": at.date(),
        "found_at": at,
    }


def _answer(row: WorkerRow, finding: Finding) -> dict[str, Any]:
    for decision in row.decisions:
        if decision.finding_key == finding.key:
            return {"reason": decision.reason, "approved_by": decision.approved_by}
    return {"reason": None, "approved_by": None}


def decision_of(row: DuplicateDecisionRow, nik: Nik) -> DuplicateDecision:
    other = row.nik_high if row.nik_low == nik.digits else row.nik_low
    return DuplicateDecision(nik, Nik(other), row.verdict, row.reason, row.officer_id, row.at)
