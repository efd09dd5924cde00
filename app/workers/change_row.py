"""Rows of a staged list corrected in place, left out, or taken in again."""

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.findings import FindingCode
from app.members.duplicates import ALIKE
from app.members.names import NameRules, similarity
from app.members.separators import without_separators
from app.ports import Begin, UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.trust.person_shown import PersonsShown, View
from app.visit.member_form import MemberForm
from app.visit.read_form import in_field_order
from app.workers.check_list import CheckList, with_answers_that_hold
from app.workers.check_rows import changed
from app.workers.stage_workers import persons_in, subject_of, unsettled
from app.workers.worker_file import RowState, WorkerFile, WorkerRow

_BESIDE = frozenset(
    {FindingCode.NIK_TWICE_IN_FILE, FindingCode.KPJ_TWICE_IN_FILE, FindingCode.PERSON_TWICE_IN_FILE}
)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What an officer typed over a row; it and the rows it meets in the file are checked anew."""

    begin: Begin
    clock: Clock
    check: CheckList
    shown: PersonsShown

    def __call__(self, file_id: int, number: int, form: MemberForm, by: Officer) -> WorkerRow:
        """Raises ``RuleBroken``: ``WORKER_FILE_SETTLED``, also for a row that was taken; ``NOT_FOUND``."""
        permit(by, Right.IMPORT_WORKERS)
        now = self.clock()
        with self.begin() as work:
            file = unsettled(work, file_id)
            row = untaken(work, file, number)
            after = checked_anew(work, self.check, file, [changed(row, form)], now.date())
            fields = [name for name, text in form.as_draft().items() if text != row.form.as_draft()[name]]
            told = {"row": str(number), "fields": " ".join(fields)}
            work.journal.add(Entry(now, by.id, Action.WORKER_ROW_CHANGED, subject_of(file), told))
            work.commit()
        self.shown.tell(by, View.WORKER_LIST, persons_in(after))
        return after[0]


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """These rows are not taken with the file. What other rows said of them is no doubt any more."""

    begin: Begin
    clock: Clock
    check: CheckList

    def __call__(self, file_id: int, numbers: Collection[int], by: Officer) -> None:
        permit(by, Right.IMPORT_WORKERS)
        _set_state(self.begin, self.check, file_id, numbers, RowState.LEFT_OUT, by, self.clock())


@dataclass(frozen=True, slots=True)
class TakeIn:
    """Rows that were left out, wanted after all."""

    begin: Begin
    clock: Clock
    check: CheckList

    def __call__(self, file_id: int, numbers: Collection[int], by: Officer) -> None:
        permit(by, Right.IMPORT_WORKERS)
        _set_state(self.begin, self.check, file_id, numbers, RowState.OPEN, by, self.clock())


def untaken(work: UnitOfWork, file: WorkerFile, number: int) -> WorkerRow:
    row = work.worker_files.row(file.id, number)
    if row.state is RowState.TAKEN:
        raise RuleBroken(Problem.WORKER_FILE_SETTLED, file=file.name, row=str(number))
    return row


def checked_anew(
    work: UnitOfWork, check: CheckList, file: WorkerFile, touched: Sequence[WorkerRow], on: date
) -> tuple[WorkerRow, ...]:
    """Store the rows with the findings they have now, and the rows beside them in the file with theirs;
    gives back the rows touched."""
    after = {row.number: row for row in touched}
    others = [row for row in work.worker_files.rows(file.id) if row.number not in after]
    beside = {row.number: row for row in _beside(others, touched, check.rules.reference.names)}
    rows = check(work, file, [*touched, *beside.values()], on)
    checked = tuple(_with_the_others(row, beside.get(row.number), {*after, *beside}) for row in rows)
    work.worker_files.save_rows(file.id, checked)
    return tuple(row for row in checked if row.number in after)


def _beside(
    others: Iterable[WorkerRow], touched: Sequence[WorkerRow], names: NameRules
) -> Iterator[WorkerRow]:
    """Rows that speak of those touched, or might from now on."""
    numbers = {str(row.number) for row in touched}
    niks = {without_separators(row.form.nik) for row in touched} - {""}
    kpjs = {without_separators(row.form.kpj) for row in touched} - {""}
    keys = {names.key(row.form.name.upper()) for row in touched if row.form.name.strip()}
    for row in others:
        if (
            not numbers.isdisjoint(found.facts["row"] for found in row.findings if found.code in _BESIDE)
            or without_separators(row.form.nik) in niks
            or without_separators(row.form.kpj) in kpjs
            or any(similarity(key, names.key(row.form.name.upper())) >= ALIKE for key in keys)
        ):
            yield row


def _with_the_others(row: WorkerRow, before: WorkerRow | None, asked: Set[int]) -> WorkerRow:
    """What rows that were not asked said before still holds: they have not changed, nor has this one."""
    if before is None:
        return row
    kept = [
        found for found in before.findings if found.code in _BESIDE and int(found.facts["row"]) not in asked
    ]
    decisions = {each.finding_key: each for each in (*before.decisions, *row.decisions)}
    findings = in_field_order((*row.findings, *kept))
    return with_answers_that_hold(replace(row, findings=findings, decisions=tuple(decisions.values())))


def _set_state(
    begin: Begin,
    check: CheckList,
    file_id: int,
    numbers: Collection[int],
    state: RowState,
    by: Officer,
    now: datetime,
) -> None:
    with begin() as work:
        file = unsettled(work, file_id)
        rows = [untaken(work, file, number) for number in sorted(set(numbers))]
        turned = [replace(row, state=state) for row in rows if row.state is not state]
        if not turned:
            return
        checked_anew(work, check, file, turned, now.date())
        told = {"state": state.value, "rows": " ".join(str(row.number) for row in turned[:100])}
        work.journal.add(Entry(now, by.id, Action.WORKER_ROW_CHANGED, subject_of(file), told))
        work.commit()
