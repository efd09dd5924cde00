"""Findings of a staged list answered: by a reason, by a supervisor's approval, or by comparing two people."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.findings import Finding, FindingCode, Severity
from app.members.duplicates import DuplicateDecision, Verdict
from app.members.nik import Nik
from app.ports import Begin, UnitOfWork
from app.trust.approval import Approval, ApprovalSeals
from app.trust.approver import approver
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.visit.member_form import with_person
from app.workers.change_row import checked_anew, untaken
from app.workers.check_list import CheckList, still_open
from app.workers.stage_workers import subject_of, unsettled
from app.workers.worker_file import RowDecision, WorkerFile, WorkerRow


@dataclass(frozen=True, slots=True)
class Compared:
    """What an officer saw when two people were put side by side."""

    verdict: Verdict
    reason: str


RowAnswer = str | Approval | Compared
"""An officer's reason for a ``warn``, a supervisor's approval for an ``approve``, a comparison for two
people who look alike."""


def row_subject(file_id: int, number: int, finding_key: str) -> str:
    """What a supervisor approves: one finding of one row. It tells nothing of the facts."""
    return f"worker_file:{file_id}:row:{number}:finding:{_short(finding_key)}"


@dataclass(frozen=True, slots=True)
class DecideRow:
    begin: Begin
    clock: Clock
    check: CheckList
    seals: ApprovalSeals

    def __call__(
        self, file_id: int, number: int, finding_key: str, answer: RowAnswer, by: Officer
    ) -> WorkerRow:
        """The row as it stands then; a pair compared is never asked again, here or at the counter. Called
        one person, the row takes the stored identity.

        Raises ``RuleBroken``: ``WORKER_FILE_SETTLED``; ``NOT_FOUND`` for a finding the row does not have;
        ``NOT_ALLOWED`` for an answer that is none to it; ``REASON_MISSING``; ``APPROVAL_EXPIRED``.
        """
        permit(by, Right.IMPORT_WORKERS)
        now = self.clock()
        with self.begin() as work:
            file = unsettled(work, file_id)
            row = untaken(work, file, number)
            finding = _finding(row, finding_key)
            if isinstance(answer, Compared):
                decided = self._compared(work, file, row, finding, answer, by, now)
            else:
                decided = _answered(row, self._decision(work, file, row, finding, answer, now))
                work.worker_files.save_rows(file_id, [decided])
            work.commit()
        return decided

    def _decision(
        self,
        work: UnitOfWork,
        file: WorkerFile,
        row: WorkerRow,
        finding: Finding,
        answer: str | Approval,
        now: datetime,
    ) -> RowDecision:
        if isinstance(answer, Approval):
            if finding.severity is not Severity.APPROVE:
                raise RuleBroken(Problem.NOT_ALLOWED)
            subject = row_subject(file.id, row.number, finding.key)
            supervisor = approver(work, self.seals, answer, subject, now)
            return RowDecision(finding.key, answer.reason.strip(), supervisor.id)
        if not _takes_a_reason(finding):
            raise RuleBroken(Problem.NOT_ALLOWED)
        return RowDecision(finding.key, _reason(answer))

    def _compared(
        self,
        work: UnitOfWork,
        file: WorkerFile,
        row: WorkerRow,
        finding: Finding,
        answer: Compared,
        by: Officer,
        now: datetime,
    ) -> WorkerRow:
        if finding.code is not FindingCode.PERSON_POSSIBLY_DUPLICATE:
            raise RuleBroken(Problem.NOT_ALLOWED)
        nik, reason = Nik.parse(row.form.nik), _reason(answer.reason)
        other = work.members.by_id(int(finding.facts["member_id"]))
        work.duplicates.keep(DuplicateDecision(nik, other.nik, answer.verdict, reason, by.id, now))
        told = {"verdict": answer.verdict.value, "row": str(row.number)}
        work.journal.add(Entry(now, by.id, Action.DUPLICATE_DECIDED, subject_of(file), told, (other.id,)))
        if answer.verdict is Verdict.SAME_PERSON:
            row = replace(row, form=with_person(row.form, other))
        return checked_anew(work, self.check, file, [row], now.date())[0]


@dataclass(frozen=True, slots=True)
class DecideAlike:
    """One reason for the same warning in many rows, as when a whole company begins on an old date."""

    begin: Begin

    def __call__(self, file_id: int, code: FindingCode, reason: str, by: Officer) -> int:
        """How many rows it answered; those answered before keep their own reason. Raises ``RuleBroken``:
        ``WORKER_FILE_SETTLED``, ``REASON_MISSING``."""
        permit(by, Right.IMPORT_WORKERS)
        reason = _reason(reason)
        with self.begin() as work:
            file = unsettled(work, file_id)
            decided = [
                after
                for row in work.worker_files.rows(file.id)
                if (after := _answered(row, *_decisions(row, code, reason))) is not row
            ]
            work.worker_files.save_rows(file_id, decided)
            work.commit()
        return len(decided)


def _decisions(row: WorkerRow, code: FindingCode, reason: str) -> Sequence[RowDecision]:
    return [
        RowDecision(finding.key, reason)
        for finding in still_open(row)
        if finding.code is code and _takes_a_reason(finding)
    ]


def _answered(row: WorkerRow, *decisions: RowDecision) -> WorkerRow:
    if not decisions:
        return row
    keys = {decision.finding_key for decision in decisions}
    others = (each for each in row.decisions if each.finding_key not in keys)
    return replace(row, decisions=(*others, *decisions))


def _finding(row: WorkerRow, key: str) -> Finding:
    for finding in row.findings:
        if finding.key == key:
            return finding
    raise RuleBroken(Problem.NOT_FOUND, row=str(row.number))


def _takes_a_reason(finding: Finding) -> bool:
    """Two people who look alike are compared, not waved through with a reason."""
    return finding.severity is Severity.WARN and finding.code is not FindingCode.PERSON_POSSIBLY_DUPLICATE


def _reason(typed: str) -> str:
    if not typed.strip():
        raise RuleBroken(Problem.REASON_MISSING)
    return typed.strip()


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
