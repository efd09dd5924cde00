"""A staged list is taken: its people, memberships and numbers are stored together, or nothing is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.findings import Finding
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership
from app.ports import Begin, UnitOfWork
from app.trust.journal import Action, ChainHead, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.visit.member_form import KpjSource, MemberForm
from app.visit.read_form import ReadForm
from app.workers.check_list import CheckList, company_of, still_open
from app.workers.stage_workers import subject_of, unsettled
from app.workers.worker_file import FilePurpose, FileState, RowState, WorkerFile, WorkerRow

_IN_ONE_ENTRY = 500
"""Members tagged to one journal entry: a list of 10,000 is twenty of them, and each member finds theirs."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """How many rows were taken, held nothing new, were left out by an officer, or stay behind with something
    open. Of those taken, ``without_number`` wait for their KPJ."""

    registered: int
    known: int
    left_out: int
    blocked: int
    without_number: int


@dataclass(frozen=True, slots=True)
class _Seen:
    """A list checked outside the change. It holds as long as neither the journal, which every change of
    the branch adds to, nor a row has moved since."""

    head: ChainHead
    rows: tuple[WorkerRow, ...]
    checked: tuple[WorkerRow, ...]
    read: dict[int, ReadForm]


@dataclass(frozen=True, slots=True)
class AcceptWorkers:
    """Take every row in which nothing is open.

    Rows with something open stay behind, to be corrected and accepted later or discarded; with the last
    of them the file is settled. Of a row taken only its number, its findings' codes and whose it became
    are kept; what was found and decided goes to the error journal.
    """

    begin: Begin
    look: Begin
    clock: Clock
    check: CheckList

    def __call__(self, file_id: int, by: Officer) -> Accepted:
        """Raises ``RuleBroken``: ``WORKER_FILE_SETTLED`` for a file that was accepted before or discarded,
        ``WORKER_FILE_EMPTY`` when no row can be taken."""
        permit(by, Right.IMPORT_WORKERS)
        now = self.clock()
        with self.look() as work:
            seen = self._seen(work, unsettled(work, file_id), now)
        with self.begin() as work:
            file = unsettled(work, file_id)
            if work.journal.head() != seen.head or work.worker_files.rows(file_id) != seen.rows:
                seen = self._seen(work, file, now)
            ready = [row for row in seen.checked if row.state is RowState.OPEN and not still_open(row)]
            left = [row for row in seen.checked if row.state is RowState.OPEN and still_open(row)]
            if not ready and (left or all(row.state is RowState.LEFT_OUT for row in seen.checked)):
                raise RuleBroken(Problem.WORKER_FILE_EMPTY, file=file.name)
            if file.purpose is FilePurpose.ACCEPTANCE:
                taken = _give_numbers(work, file, ready, by, now)
            else:
                taken = _register(work, file, ready, seen.read, by, now)
            work.findings.record_rows(file_id, taken, now)
            _journal_decisions(work, file, taken, by, now)
            self._settle(work, file, seen.checked, taken, by, now)
            counts = Accepted(
                registered=len(taken),
                known=_count(seen.checked, RowState.KNOWN),
                left_out=_count(seen.checked, RowState.LEFT_OUT),
                blocked=len(left),
                without_number=sum(row.form.kpj_source == KpjSource.LATER for row in taken),
            )
            _journal(work, file, counts, taken, by, now)
            work.commit()
        return counts

    def _seen(self, work: UnitOfWork, file: WorkerFile, now: datetime) -> _Seen:
        head, rows = work.journal.head(), work.worker_files.rows(file.id)
        if file.purpose is FilePurpose.ACCEPTANCE:
            return _Seen(head, rows, self.check(work, file, rows, now.date()), {})
        pairs = self.check.registrations(work, file, rows, now.date())
        taken = tuple(row for row in rows if row.state is RowState.TAKEN)
        checked = (*taken, *(row for row, _ in pairs))
        return _Seen(head, rows, checked, {row.number: read for row, read in pairs})

    def _settle(
        self,
        work: UnitOfWork,
        file: WorkerFile,
        checked: Iterable[WorkerRow],
        taken: Sequence[WorkerRow],
        by: Officer,
        now: datetime,
    ) -> None:
        """Rows that stay behind keep their text, and the file its bytes, until the last is dealt with."""
        done = {row.number: _without_text(row) for row in taken}
        rest = [row for row in checked if row.number not in done and row.state is not RowState.TAKEN]
        if any(row.state is RowState.OPEN for row in rest):
            work.worker_files.save_rows(file.id, [*done.values(), *rest])
            return
        work.worker_files.save_rows(file.id, [*done.values(), *map(_without_text, rest)])
        work.worker_files.drop_content(file.id)
        work.worker_files.save(replace(file, state=FileState.ACCEPTED, settled_by=by.id, settled_at=now))


def _register(
    work: UnitOfWork,
    file: WorkerFile,
    rows: Sequence[WorkerRow],
    read: dict[int, ReadForm],
    by: Officer,
    now: datetime,
) -> list[WorkerRow]:
    company = company_of(work, file)
    work.companies.save(replace(company, data_entered_on=now.date()))
    new = [row for row in rows if row.member_id is None]
    members = work.members.add_all([_member(read[row.number]) for row in new])
    member_of = {row.number: member.id for row, member in zip(new, members, strict=True)}
    wanted = [row.number for row in rows if read[row.number].work.kpj_source is KpjSource.BLOCK]
    numbers = dict(zip(wanted, work.number_blocks.take_up_to(len(wanted)), strict=False))
    stored = work.members.add_memberships(
        [
            replace(
                (membership := _membership(read[row.number])),
                member_id=row.member_id or member_of[row.number],
                kpj=numbers.get(row.number) or membership.kpj,
                npp=company.npp,
                company_name=company.name,
            )
            for row in rows
        ]
    )
    return [_taken(row, membership) for row, membership in zip(rows, stored, strict=True)]


def _taken(row: WorkerRow, membership: Membership) -> WorkerRow:
    source = row.form.kpj_source if membership.kpj is not None else KpjSource.LATER.value
    return replace(
        row,
        form=replace(row.form, kpj_source=source),
        state=RowState.TAKEN,
        member_id=membership.member_id,
        membership_id=membership.id,
    )


def _member(read: ReadForm) -> Member:
    if read.member is None:
        raise RuleBroken(Problem.FINDINGS_OPEN)
    return read.member


def _membership(read: ReadForm) -> Membership:
    if read.membership is None:
        raise RuleBroken(Problem.FINDINGS_OPEN)
    return read.membership


def _give_numbers(
    work: UnitOfWork, file: WorkerFile, rows: Sequence[WorkerRow], by: Officer, now: datetime
) -> list[WorkerRow]:
    taken = []
    for row in rows:
        if row.membership_id is None:
            raise RuleBroken(Problem.FINDINGS_OPEN)
        work.members.give_number(row.membership_id, Kpj.parse(row.form.kpj))
        taken.append(replace(row, state=RowState.TAKEN))
    for some in in_entries(_members(taken)):
        work.journal.add(Entry(now, by.id, Action.NUMBER_GIVEN, subject_of(file), members=some))
    return taken


def _without_text(row: WorkerRow) -> WorkerRow:
    findings = tuple(Finding(found.code, found.severity, found.field) for found in row.findings)
    return replace(row, form=MemberForm(), findings=findings, decisions=())


def _journal(
    work: UnitOfWork,
    file: WorkerFile,
    counts: Accepted,
    taken: Sequence[WorkerRow],
    by: Officer,
    now: datetime,
) -> None:
    told = {
        "purpose": file.purpose.value,
        "npp": file.npp.text if file.npp else "",
        "taken": str(counts.registered),
        "known": str(counts.known),
        "left_out": str(counts.left_out),
        "blocked": str(counts.blocked),
    }
    for some in in_entries(_members(taken)) or [()]:
        work.journal.add(Entry(now, by.id, Action.WORKER_FILE_ACCEPTED, subject_of(file), told, some))


def _journal_decisions(
    work: UnitOfWork, file: WorkerFile, taken: Sequence[WorkerRow], by: Officer, now: datetime
) -> None:
    """As at the counter, one entry for all who were decided upon alike."""
    alike: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    for row in taken:
        codes = {finding.key: finding.code for finding in row.findings}
        for decision in row.decisions:
            if row.member_id is not None:
                alike[codes[decision.finding_key].value, decision.approved_by].append(row.member_id)
    for (code, approved_by), members in alike.items():
        told = {"finding": code}
        if approved_by is not None:
            told["approved_by"] = str(approved_by)
        for some in in_entries(members):
            work.journal.add(Entry(now, by.id, Action.FINDING_DECIDED, subject_of(file), told, some))


def _members(rows: Iterable[WorkerRow]) -> list[int]:
    return [row.member_id for row in rows if row.member_id is not None]


def in_entries(members: Iterable[int]) -> list[tuple[int, ...]]:
    """Whom an entry of the journal touches, in as many entries as it takes."""

    def pieces() -> Iterator[tuple[int, ...]]:
        rest = iter(sorted(set(members)))
        while some := tuple(islice(rest, _IN_ONE_ENTRY)):
            yield some

    return list(pieces())


def _count(rows: Iterable[WorkerRow], state: RowState) -> int:
    return sum(row.state is state for row in rows)
