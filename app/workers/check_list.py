"""The rows of a company's list as the rules and the branch's database see them at this moment."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.cards.layout_of import layout_of
from app.companies.company import Company
from app.errors import Problem, RuleBroken
from app.findings import Finding, FindingCode, Severity
from app.ports import UnitOfWork
from app.visit.member_form import KpjSource
from app.visit.read_form import ReadForm
from app.workers.acceptance_list import check_acceptance
from app.workers.check_rows import CheckRows, WorkerRead
from app.workers.knowledge import Knowledge
from app.workers.known_to_branch import known_to_branch
from app.workers.worker_file import FilePurpose, RowState, WorkerFile, WorkerRow

_NOT_KNOWN = frozenset(
    {
        FindingCode.PERSON_STORED_DIFFERENTLY,
        FindingCode.PERSON_DECEASED,
        FindingCode.KPJ_OF_ANOTHER_PERSON,
        FindingCode.NIK_TWICE_IN_FILE,
    }
)
"""Where the list says something else than what is stored of the person."""


@dataclass(frozen=True, slots=True)
class CheckList:
    rules: CheckRows
    same_company_days: int

    def __call__(
        self, work: UnitOfWork, file: WorkerFile, rows: Sequence[WorkerRow], on: date
    ) -> tuple[WorkerRow, ...]:
        """Rows that were taken stand as they are; the others come back with their findings, their state,
        and whom of the branch they are about."""
        if file.purpose is FilePurpose.ACCEPTANCE:
            ours = [row for row in rows if row.state is not RowState.TAKEN]
            checked = check_acceptance(work, file, ours, self.rules.reference, on)
        else:
            checked = tuple(row for row, _ in self.registrations(work, file, rows, on))
        by_number = {row.number: row for row in checked}
        return tuple(by_number.get(row.number, row) for row in rows)

    def registrations(
        self, work: UnitOfWork, file: WorkerFile, rows: Sequence[WorkerRow], on: date
    ) -> tuple[tuple[WorkerRow, ReadForm], ...]:
        """The rows of a company's list that were not taken, each with what would be stored of it."""
        knowledge = Knowledge()

        def ask(read: Sequence[ReadForm]) -> Knowledge:
            nonlocal knowledge
            knowledge = known_to_branch(work, read, self.rules.reference.names, on, self.same_company_days)
            return knowledge

        source = KpjSource.LATER if work.number_blocks.level().empty else KpjSource.BLOCK
        company, columns = company_of(work, file), file.mapping.columns.values()
        layout = layout_of(work, company.segment, company.npp)
        ours = [_with_source(row, source) for row in rows if row.state is not RowState.TAKEN]
        return tuple(
            (_placed(each, company, knowledge, on), each.read)
            for each in self.rules.all(ours, columns, company, on, ask, layout)
        )


def _placed(worker: WorkerRead, company: Company, knowledge: Knowledge, on: date) -> WorkerRow:
    """The row with its findings and its state, whom it is about, and only the answers that still answer
    something."""
    was, read = worker.row, worker.read
    person = knowledge.persons.get(read.nik) if read.nik else None
    state = RowState.LEFT_OUT if was.state is RowState.LEFT_OUT else RowState.OPEN
    row = with_answers_that_hold(
        WorkerRow(was.number, was.form, worker.findings, was.decisions, state, person.id if person else None)
    )
    if state is RowState.LEFT_OUT or person is None:
        return row
    theirs = knowledge.memberships.get(person.id, ())
    running = [each for each in theirs if each.npp == company.npp and each.active_on(on)]
    same = [each for each in running if read.work.kpj in (None, each.kpj)]
    if not same or any(found.code in _NOT_KNOWN for found in row.findings):
        return row
    notes = tuple(found for found in row.findings if found.severity is Severity.NOTE)
    return replace(row, state=RowState.KNOWN, membership_id=same[0].id, findings=notes, decisions=())


def company_of(work: UnitOfWork, file: WorkerFile) -> Company:
    """Whose workers these are. ``RuleBroken(NOT_FOUND)``: a company is registered before its list is read."""
    company = work.companies.by_npp(file.npp) if file.npp is not None else None
    if company is None:
        raise RuleBroken(Problem.NOT_FOUND, npp=file.npp.text if file.npp else "")
    return company


def still_open(row: WorkerRow) -> tuple[Finding, ...]:
    """What keeps a row from being taken: blocks, and warnings or approvals without an answer."""
    reasoned = {decision.finding_key for decision in row.decisions}
    approved = {decision.finding_key for decision in row.decisions if decision.approved_by is not None}
    answered = {Severity.WARN: reasoned, Severity.APPROVE: approved}
    return tuple(
        finding
        for finding in row.findings
        if finding.severity is not Severity.NOTE
        and finding.key not in answered.get(finding.severity, frozenset())
    )


def with_answers_that_hold(row: WorkerRow) -> WorkerRow:
    if not row.decisions:
        return row
    keys = {finding.key for finding in row.findings}
    return replace(row, decisions=tuple(each for each in row.decisions if each.finding_key in keys))


def _with_source(row: WorkerRow, source: KpjSource) -> WorkerRow:
    """A number comes from the list, else from the block, and follows later once the block is used up."""
    source = KpjSource.TYPED if row.form.kpj.strip() else source
    if row.form.kpj_source == source.value:
        return row
    return replace(row, form=replace(row.form, kpj_source=source.value))
