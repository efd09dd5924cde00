"""Lists of workers as they were read from companies' workbooks, until they are accepted or discarded."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, delete, func, or_, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from app.errors import Problem, RuleBroken
from app.findings import Finding, FindingCode, Severity, worst
from app.member_fields import MemberField
from app.members.npp import Npp
from app.ports import RowCount, RowWish
from app.visit.member_form import MemberForm
from app.workers.worker_file import (
    ColumnMapping,
    FilePurpose,
    FileState,
    RowDecision,
    RowState,
    WorkerFile,
    WorkerRow,
)
from db.insert_many import insert_many
from db.tables import KeptMappingRow, WorkerContentRow, WorkerFileRow, WorkerRowRow

_EMPTY = MemberForm().as_draft()
_AS_JSON = ("form", "findings", "decisions")


class SqlWorkerFiles:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, file: WorkerFile, rows: Sequence[WorkerRow]) -> WorkerFile:
        row = WorkerFileRow(
            purpose=file.purpose,
            npp=_npp(file.npp),
            name=file.name,
            sha256=file.sha256,
            staged_by=file.staged_by,
            staged_at=file.staged_at,
            staged_day=file.staged_at.date(),
            **_movable(file),
        )
        self._session.add(row)
        self._session.flush()
        self._insert(row.id, rows)
        return replace(file, id=row.id)

    def by_id(self, file_id: int) -> WorkerFile:
        return _file(self._row_of(file_id))

    def same(self, sha256: str, purpose: FilePurpose, npp: Npp | None) -> WorkerFile | None:
        row = self._session.scalars(
            select(WorkerFileRow).where(
                col(WorkerFileRow.sha256) == sha256,
                col(WorkerFileRow.purpose) == purpose,
                col(WorkerFileRow.npp) == _npp(npp),
            )
        ).first()
        return None if row is None else _file(row)

    def staged(self) -> tuple[WorkerFile, ...]:
        rows = self._session.scalars(
            select(WorkerFileRow)
            .where(col(WorkerFileRow.state) == FileState.STAGED)
            .order_by(col(WorkerFileRow.id).desc())
        )
        return tuple(map(_file, rows))

    def save(self, file: WorkerFile) -> None:
        row = self._row_of(file.id)
        for name, value in _movable(file).items():
            setattr(row, name, value)
        self._session.add(row)
        self._session.flush()

    def rows(
        self, file_id: int, wish: RowWish | None = None, limit: int = -1, offset: int = 0
    ) -> tuple[WorkerRow, ...]:
        statement = _wished(file_id, wish or RowWish()).order_by(col(WorkerRowRow.number))
        if limit >= 0:
            statement = statement.limit(limit)
        return tuple(map(_row, self._session.scalars(statement.offset(offset))))

    def row(self, file_id: int, number: int) -> WorkerRow:
        row = self._session.get(WorkerRowRow, (file_id, number))
        if row is None:
            raise RuleBroken(Problem.NOT_FOUND, row=str(number))
        return _row(row)

    def counts(self, file_id: int) -> tuple[RowCount, ...]:
        rows = self._session.execute(
            select(col(WorkerRowRow.state), col(WorkerRowRow.worst), func.count())
            .where(col(WorkerRowRow.file_id) == file_id)
            .group_by(col(WorkerRowRow.state), col(WorkerRowRow.worst))
        )
        return tuple(
            RowCount(state, Severity(grave) if grave else None, count) for state, grave, count in rows
        )

    def save_rows(self, file_id: int, rows: Sequence[WorkerRow]) -> None:
        if rows:
            self._session.execute(
                update(WorkerRowRow), [{"file_id": file_id, **_row_values(row)} for row in rows]
            )
            self._session.expire_all()

    def replace_rows(self, file_id: int, rows: Sequence[WorkerRow]) -> None:
        self._session.execute(delete(WorkerRowRow).where(col(WorkerRowRow.file_id) == file_id))
        self._session.expire_all()
        self._insert(file_id, rows)

    def keep_content(self, file_id: int, content: bytes) -> None:
        self._session.merge(WorkerContentRow(file_id=file_id, content=content))
        self._session.flush()

    def content(self, file_id: int) -> bytes:
        row = self._session.get(WorkerContentRow, file_id)
        if row is None:
            raise RuleBroken(Problem.WORKER_FILE_SETTLED, file=str(file_id))
        return row.content

    def drop_content(self, file_id: int) -> None:
        self._session.execute(delete(WorkerContentRow).where(col(WorkerContentRow.file_id) == file_id))

    def drop_rows(self, file_id: int, states: Collection[RowState]) -> None:
        self._session.execute(
            delete(WorkerRowRow).where(
                col(WorkerRowRow.file_id) == file_id, col(WorkerRowRow.state).in_(states)
            )
        )
        self._session.expire_all()

    def kept_columns(self, npp: Npp | None, headings_sha256: str) -> Mapping[int, MemberField] | None:
        row = self._session.get(KeptMappingRow, (_npp(npp), headings_sha256))
        return None if row is None else _columns(row.columns)

    def keep_columns(self, npp: Npp | None, headings_sha256: str, columns: Mapping[int, MemberField]) -> None:
        self._session.merge(
            KeptMappingRow(npp=_npp(npp), headings_sha256=headings_sha256, columns=_stored(columns))
        )
        self._session.flush()

    def _insert(self, file_id: int, rows: Sequence[WorkerRow]) -> None:
        if rows:
            values = [{"file_id": file_id, **_row_values(row)} for row in rows]
            for each in values:
                each.update((name, json.dumps(each[name])) for name in _AS_JSON)
            insert_many(self._session.connection(), WorkerRowRow, values)

    def _row_of(self, file_id: int) -> WorkerFileRow:
        row = self._session.get(WorkerFileRow, file_id)
        if row is None:
            raise RuleBroken(Problem.NOT_FOUND, file=str(file_id))
        return row


def _wished(file_id: int, wish: RowWish) -> Select[WorkerRowRow]:
    statement = select(WorkerRowRow).where(col(WorkerRowRow.file_id) == file_id)
    if wish.states:
        statement = statement.where(col(WorkerRowRow.state).in_(wish.states))
    if wish.worst:
        graves = [each.value if each else "" for each in wish.worst]
        statement = statement.where(col(WorkerRowRow.worst).in_(graves))
    if wish.text:
        form = col(WorkerRowRow.form)
        statement = statement.where(
            or_(
                *(
                    form[field].as_string().icontains(wish.text, autoescape=True)
                    for field in ("name", "nik", "kpj")
                )
            )
        )
    return statement


def _npp(npp: Npp | None) -> str:
    return "" if npp is None else npp.text


def _stored(columns: Mapping[int, MemberField]) -> dict[str, str]:
    return {str(place): field.value for place, field in columns.items()}


def _columns(stored: Mapping[str, str]) -> dict[int, MemberField]:
    return {int(place): MemberField(field) for place, field in stored.items()}


def _movable(file: WorkerFile) -> dict[str, Any]:
    return {
        "sheet": file.mapping.sheet,
        "headings": list(file.mapping.headings),
        "columns": _stored(file.mapping.columns),
        "state": file.state,
        "settled_by": file.settled_by,
        "settled_at": file.settled_at,
    }


def _file(row: WorkerFileRow) -> WorkerFile:
    return WorkerFile(
        purpose=row.purpose,
        npp=Npp(row.npp) if row.npp else None,
        name=row.name,
        sha256=row.sha256,
        mapping=ColumnMapping(row.sheet, tuple(row.headings), _columns(row.columns)),
        staged_by=row.staged_by,
        staged_at=row.staged_at,
        state=row.state,
        settled_by=row.settled_by,
        settled_at=row.settled_at,
        id=row.id,
    )


def _filled(form: MemberForm) -> dict[str, str]:
    """Without what every empty form holds: a list fills a dozen fields of thirty."""
    return {name: text for name, empty in _EMPTY.items() if (text := getattr(form, name)) != empty}


def _row_values(row: WorkerRow) -> dict[str, Any]:
    answered = {decision.finding_key for decision in row.decisions}
    still_open = worst(finding for finding in row.findings if not answered or finding.key not in answered)
    return {
        "number": row.number,
        "form": _filled(row.form),
        "findings": [
            {
                "code": finding.code.value,
                "severity": finding.severity.value,
                "field": finding.field.value if finding.field else "",
                "facts": dict(finding.facts),
            }
            for finding in row.findings
        ],
        "decisions": [
            {"key": decision.finding_key, "reason": decision.reason, "by": decision.approved_by}
            for decision in row.decisions
        ],
        "state": row.state,
        "worst": still_open.value if still_open else "",
        "member_id": row.member_id,
        "membership_id": row.membership_id,
    }


def _row(row: WorkerRowRow) -> WorkerRow:
    return WorkerRow(
        number=row.number,
        form=MemberForm.from_draft(row.form),
        findings=tuple(
            Finding(
                FindingCode(found["code"]),
                Severity(found["severity"]),
                MemberField(found["field"]) if found["field"] else None,
                found["facts"],
            )
            for found in row.findings
        ),
        decisions=tuple(
            RowDecision(decided["key"], decided["reason"], decided["by"]) for decided in row.decisions
        ),
        state=row.state,
        member_id=row.member_id,
        membership_id=row.membership_id,
    )
