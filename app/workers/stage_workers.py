"""A list of workers is read, checked and laid aside whole, until its rows are taken or it is discarded."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.exchange.limited_child import Stop
from app.exchange.outside_file import content_of
from app.exchange.read_workbook import read_workbook_content
from app.exchange.workbook import WORKBOOK, Workbook, WorkbookLimits
from app.findings import FindingCode
from app.member_fields import MemberField
from app.members.npp import Npp
from app.ports import Begin, RowCount, RowWish, UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.trust.person_shown import PersonsShown, View
from app.trust.room_on_disk import RoomOnDisk
from app.workers.check_list import CheckList, company_of
from app.workers.columns import SheetColumns, columns_of, with_columns
from app.workers.read_rows import rows_of
from app.workers.worker_file import (
    ColumnMapping,
    FilePurpose,
    FileState,
    RowState,
    WorkerFile,
    WorkerRow,
)

_LIMITS = WorkbookLimits()


@dataclass(frozen=True, slots=True)
class StagedFile:
    """``columns`` is None once the file is settled, and with it gone. ``counts`` tells how its rows stand."""

    file: WorkerFile
    columns: SheetColumns | None
    counts: tuple[RowCount, ...]


@dataclass(frozen=True, slots=True)
class StageWorkers:
    """Read a company's list, or the acceptance list of the centre, check every row, and lay it aside."""

    begin: Begin
    look: Begin
    clock: Clock
    room: RoomOnDisk
    check: CheckList

    def __call__(
        self, file: Path, npp: Npp | None, purpose: FilePurpose, by: Officer, stop: Stop | None = None
    ) -> StagedFile:
        """The same bytes for the same company and purpose are read once: what lies there is given back as
        it is, unless it was discarded.

        Columns are taken as the company's last list with these headings had them. Where NIK and name (in an
        acceptance list NIK and KPJ) have no column the file lies there without rows, until
        :class:`RemapColumns` tells them. Raises ``FileRefused``; ``RuleBroken``: ``WORKER_FILE_EMPTY``,
        ``NOT_FOUND`` for a company that is not stored; ``YourEnvironment(DISK_NEARLY_FULL)``.
        """
        permit(by, Right.IMPORT_WORKERS)
        content = content_of(file, WORKBOOK, _LIMITS)
        sha256 = hashlib.sha256(content).hexdigest()
        with self.look() as work:
            same = work.worker_files.same(sha256, purpose, npp)
            if same is not None and same.state is not FileState.DISCARDED:
                return staged(work, same, self.check)
        self.room()
        now = self.clock()
        workbook = read_workbook_content(file.name, content, stop=stop)
        found = columns_of(workbook, purpose, self.check.rules.reference.headings)
        with self.look() as work:
            kept = work.worker_files.kept_columns(npp, found.headings_sha256)
            columns = found if kept is None else with_columns(found, kept)
            fresh = WorkerFile(purpose, npp, file.name, sha256, columns.mapping, by.id, now)
            rows = _read(work, self.check, workbook, fresh, columns, now)
        with self.begin() as work:
            same = work.worker_files.same(sha256, purpose, npp)
            if same is not None and same.state is not FileState.DISCARDED:
                return staged(work, same, self.check)  # another counter was quicker
            if same is None:
                stored = work.worker_files.add(fresh, rows)
            else:
                stored = replace(fresh, id=same.id)
                work.worker_files.save(stored)
                work.worker_files.replace_rows(same.id, rows)
            work.worker_files.keep_content(stored.id, content)
            work.journal.add(_told(Action.WORKER_FILE_STAGED, stored, by, now, rows))
            work.commit()
            return StagedFile(stored, columns, work.worker_files.counts(stored.id))


@dataclass(frozen=True, slots=True)
class RemapColumns:
    """Read a staged file anew with the columns an officer chose, and remember them for the company.

    What was corrected or decided in its rows is lost: they are other rows now.
    """

    begin: Begin
    look: Begin
    clock: Clock
    check: CheckList

    def __call__(
        self, file_id: int, columns: Mapping[int, MemberField] | None, by: Officer, sheet: str | None = None
    ) -> StagedFile:
        """``sheet`` is another one of the workbook; without ``columns`` its own headings tell them. Raises
        ``RuleBroken``: ``WORKER_FILE_SETTLED``, also once a row of it was taken; ``COLUMNS_NOT_FOUND``;
        ``WORKER_FILE_EMPTY``."""
        permit(by, Right.IMPORT_WORKERS)
        now = self.clock()
        with self.look() as work:
            file, content = _unread(work, file_id)
        workbook = read_workbook_content(file.name, content)
        found = columns_of(
            workbook, file.purpose, self.check.rules.reference.headings, sheet or file.mapping.sheet
        )
        chosen = found if columns is None else with_columns(found, dict(columns))
        file = replace(file, mapping=chosen.mapping)
        if not chosen.can_be_read(file.purpose):
            raise RuleBroken(Problem.COLUMNS_NOT_FOUND, sheet=chosen.mapping.sheet)
        with self.look() as work:
            rows = _read(work, self.check, workbook, file, chosen, now)
        with self.begin() as work:
            _unread(work, file_id)
            work.worker_files.save(file)
            work.worker_files.replace_rows(file_id, rows)
            work.worker_files.keep_columns(file.npp, chosen.headings_sha256, chosen.mapping.columns)
            work.journal.add(_told(Action.WORKER_FILE_STAGED, file, by, now, rows))
            work.commit()
            return StagedFile(file, chosen, work.worker_files.counts(file_id))


@dataclass(frozen=True, slots=True)
class StagedFiles:
    """The files that wait to be taken, newest first."""

    look: Begin

    def __call__(self, by: Officer) -> tuple[WorkerFile, ...]:
        permit(by, Right.IMPORT_WORKERS)
        with self.look() as work:
            return work.worker_files.staged()


@dataclass(frozen=True, slots=True)
class ReadStaged:
    """One file with its columns as they are read, and how its rows stand."""

    look: Begin
    check: CheckList

    def __call__(self, file_id: int, by: Officer) -> StagedFile:
        permit(by, Right.IMPORT_WORKERS)
        with self.look() as work:
            return staged(work, work.worker_files.by_id(file_id), self.check)


@dataclass(frozen=True, slots=True)
class StagedRows:
    """Rows of a file for the table. Stored persons they are about are told as shown."""

    look: Begin
    shown: PersonsShown

    def __call__(
        self, file_id: int, wish: RowWish, limit: int, offset: int, by: Officer
    ) -> tuple[WorkerRow, ...]:
        permit(by, Right.IMPORT_WORKERS)
        with self.look() as work:
            rows = work.worker_files.rows(file_id, wish, limit, offset)
        self.shown.tell(by, View.WORKER_LIST, persons_in(rows))
        return rows


@dataclass(frozen=True, slots=True)
class DiscardWorkers:
    """Give a file up: its rows and its bytes are gone at once, only what was taken of it stays."""

    begin: Begin
    clock: Clock

    def __call__(self, file_id: int, by: Officer) -> WorkerFile:
        """``RuleBroken(WORKER_FILE_SETTLED)``."""
        permit(by, Right.IMPORT_WORKERS)
        now = self.clock()
        with self.begin() as work:
            file = unsettled(work, file_id)
            taken = any(count.state is RowState.TAKEN for count in work.worker_files.counts(file_id))
            state = FileState.ACCEPTED if taken else FileState.DISCARDED
            file = replace(file, state=state, settled_by=by.id, settled_at=now)
            work.worker_files.drop_rows(file_id, {RowState.OPEN, RowState.LEFT_OUT, RowState.KNOWN})
            work.worker_files.drop_content(file_id)
            work.worker_files.save(file)
            work.journal.add(Entry(now, by.id, Action.WORKER_FILE_DISCARDED, subject_of(file), _what(file)))
            work.commit()
        return file


def staged(work: UnitOfWork, file: WorkerFile, check: CheckList) -> StagedFile:
    counts = work.worker_files.counts(file.id)
    if file.state is not FileState.STAGED:
        return StagedFile(file, None, counts)
    workbook = read_workbook_content(file.name, work.worker_files.content(file.id))
    return StagedFile(file, staged_columns(workbook, file, check), counts)


def staged_columns(workbook: Workbook, file: WorkerFile, check: CheckList) -> SheetColumns:
    """The columns as the file was read with them."""
    found = columns_of(workbook, file.purpose, check.rules.reference.headings, file.mapping.sheet)
    return with_columns(found, file.mapping.columns)


def unsettled(work: UnitOfWork, file_id: int) -> WorkerFile:
    file = work.worker_files.by_id(file_id)
    if file.state is not FileState.STAGED:
        raise RuleBroken(Problem.WORKER_FILE_SETTLED, file=file.name)
    return file


def subject_of(file: WorkerFile) -> str:
    return f"worker_file:{file.id}"


def persons_in(rows: Iterable[WorkerRow]) -> set[int]:
    """Stored persons whose data the rows tell."""
    alike = {
        int(finding.facts["member_id"])
        for row in rows
        for finding in row.findings
        if finding.code is FindingCode.PERSON_POSSIBLY_DUPLICATE
    }
    return alike | {row.member_id for row in rows if row.member_id is not None}


def _unread(work: UnitOfWork, file_id: int) -> tuple[WorkerFile, bytes]:
    """A file of which nothing was taken yet, with its bytes."""
    file = unsettled(work, file_id)
    if any(count.state is RowState.TAKEN for count in work.worker_files.counts(file_id)):
        raise RuleBroken(Problem.WORKER_FILE_SETTLED, file=file.name)
    return file, work.worker_files.content(file_id)


def _read(
    work: UnitOfWork,
    check: CheckList,
    workbook: Workbook,
    file: WorkerFile,
    columns: SheetColumns,
    now: datetime,
) -> tuple[WorkerRow, ...]:
    if file.purpose is FilePurpose.REGISTRATION:
        company_of(work, file)
    if not columns.can_be_read(file.purpose):
        return ()
    mapping: ColumnMapping = columns.mapping
    return check(work, file, rows_of(workbook, mapping, file.purpose, now.date()).rows, now.date())


def _told(action: Action, file: WorkerFile, by: Officer, now: datetime, rows: tuple[WorkerRow, ...]) -> Entry:
    return Entry(now, by.id, action, subject_of(file), {**_what(file), "rows": str(len(rows))})


def _what(file: WorkerFile) -> dict[str, str]:
    return {"purpose": file.purpose.value, "npp": file.npp.text if file.npp else ""}
