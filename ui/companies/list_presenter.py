"""Carries a list of workers from the file to the branch: read, mapped, mended row by row, and taken."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import LoketError, RuleBroken
from app.exchange.limited_child import Stop, Stopped
from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.duplicates import Verdict
from app.members.nik import Nik
from app.members.npp import Npp
from app.ports import RowCount
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from app.visit.member_form import MemberForm
from app.workers.accept_workers import Accepted
from app.workers.compare_row import RowToCompare
from app.workers.decide_row import Compared, RowAnswer, row_subject
from app.workers.stage_workers import StagedFile
from app.workers.worker_file import FilePurpose, WorkerFile, WorkerRow
from ui.background import Background, Lane
from ui.choose_folder import choose_file
from ui.companies.columns_page import ColumnsPage
from ui.companies.companies_room import WORKBOOKS, CompaniesRoom
from ui.companies.rows_page import RowsPage
from ui.companies.rows_table import PAGE
from ui.company_parts import ListParts
from ui.folder import open_folder_of
from ui.formats import number as figures
from ui.problems import Problems
from ui.shortcuts import Key
from ui.tone import Tone
from ui.visit.compare_people import ComparePage
from ui.widgets.notice import UNDO_SECONDS
from ui.wording.problem_words import told_problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Changed:
    row: WorkerRow
    counts: tuple[RowCount, ...]


class ListPresenter(QObject):
    """``finished(file, words)`` when a list is done with or put aside, ``discarded(file)`` while
    ``bring_back`` can still undo it; ``problem`` carries an error no page has words for.

    ``name_of_company`` gives the name of one that stands in the list of companies.
    """

    finished = Signal(object, str)
    discarded = Signal(object)
    problem = Signal(object)

    def __init__(
        self,
        room: CompaniesRoom,
        parts: ListParts,
        background: Background,
        name_of_company: Callable[[Npp], str],
    ) -> None:
        super().__init__(room)
        self._room, self._parts, self._background = room, parts, background
        self._name_of_company = name_of_company
        self.rows, self.columns, self.compare = RowsPage(parts.regions), ColumnsPage(), ComparePage()
        self._problems = Problems(self.rows.notice, self)
        self._column_problems = Problems(self.columns.notice, self)
        self._officer: Officer | None = None
        self._staged: StagedFile | None = None
        self._asked: RowToCompare | None = None
        self._stop: Stop | None = None
        self._going: tuple[WorkerFile, Officer] | None = None
        self._going_for = QTimer(self, singleShot=True, interval=UNDO_SECONDS * 1000)
        self._going_for.timeout.connect(self.discard_now)
        self._connect()

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter: a list that is open goes on where it stands, as long as
        the next one may see it."""
        self._officer = officer if may(officer.role, Right.IMPORT_WORKERS) else None
        self.rows.notice.close_notice()
        if self._officer is None:
            self._forget()
            self._room.show_companies()

    def choose(self, npp: Npp | None, purpose: FilePurpose) -> None:
        """Which file, asked without stopping the window."""
        endings = " ".join(f"*{ending}" for ending in sorted(WORKBOOKS))
        kind = self.tr("Lists ({endings})").format(endings=endings)
        title = self.tr("Which list is to be read?")
        choose_file(self._room, title, kind, lambda file: self.read(file, npp, purpose))

    def read(self, file: Path, npp: Npp | None, purpose: FilePurpose) -> None:
        stage, stop = self._parts.stage, Stop()
        self._forget()
        self._stop = stop
        self.rows.show_reading(file.name)
        self._room.show_page(self.rows)
        self._do(lambda by: stage(file, npp, purpose, by, stop), self._show_read, self._not_read, Lane.LISTS)

    def take_up(self, file_id: int) -> None:
        read = self._parts.read
        self._forget()
        self.rows.show_reading("")
        self._room.show_page(self.rows)
        self._do(lambda by: read(file_id, by), self._show_staged, self._not_read, Lane.LISTS)

    # the file and its columns

    def _show_read(self, staged: StagedFile) -> None:
        """Columns that are only likely are looked at first."""
        found = staged.columns
        self._show_staged(staged)
        if found is not None and any(column.field and not column.sure for column in found.columns):
            self._show_columns()

    def _show_staged(self, staged: StagedFile) -> None:
        self._staged, self._stop = staged, None
        file = staged.file
        self.rows.show_file(file, self._name_of_company(file.npp) if file.npp else "")
        approvers, by = self._parts.approvers, self._officer
        if by is None:
            return
        self._run(approvers, self.rows.offer_supervisors)
        self.rows.show_counts(staged.counts, anew=True)
        if staged.columns is not None and not staged.columns.can_be_read(file.purpose):
            self._show_columns()
        else:
            self._room.show_page(self.rows)

    def _show_columns(self) -> None:
        staged = self._staged
        if staged is not None and staged.columns is not None:
            self.columns.notice.close_notice()
            self.columns.show_columns(staged.file.name, staged.columns)
            self._room.show_page(self.columns)

    def _use_columns(self, columns: Mapping[int, MemberField]) -> None:
        staged = self._staged
        if staged is None:
            return
        if staged.columns is not None and columns == staged.columns.mapping.columns:
            self._room.show_page(self.rows)
        else:
            self._remap(columns, None, self._show_staged)

    def _use_sheet(self, sheet: str) -> None:
        """Its columns as its own headings tell them, to be looked at first."""

        def show(staged: StagedFile) -> None:
            self._show_staged(staged)
            self._show_columns()

        self._remap(None, sheet, show)

    def _remap(
        self,
        columns: Mapping[int, MemberField] | None,
        sheet: str | None,
        then: Callable[[StagedFile], None],
    ) -> None:
        staged, remap = self._staged, self._parts.remap
        if staged is None:
            return
        file_id = staged.file.id
        self.columns.show_busy(True)

        def show(remapped: StagedFile) -> None:
            self.columns.show_busy(False)
            if self._is(file_id):
                then(remapped)

        self._do(lambda by: remap(file_id, columns, by, sheet), show, self._not_mapped, Lane.LISTS)

    def _not_mapped(self, error: Exception) -> None:
        self.columns.show_busy(False)
        if isinstance(error, LoketError):
            self._column_problems.tell(error)
        else:
            self.problem.emit(error)

    def _leave_columns(self) -> None:
        staged = self._staged
        if staged is not None and staged.columns and staged.columns.can_be_read(staged.file.purpose):
            self._room.show_page(self.rows)
        else:
            self._put_aside()

    def _not_read(self, error: Exception) -> None:
        """Back to the companies, which say why."""
        self.rows.stop_reading()
        self._stop = None
        if isinstance(error, Stopped):
            self.finished.emit(None, self.tr("Stopped. Nothing was taken from the file."))
        elif isinstance(error, LoketError):
            self.finished.emit(None, told_problem(error))
        else:
            self.finished.emit(None, "")
            self.problem.emit(error)

    def _cancel(self) -> None:
        if self._stop is not None:
            self._stop.press()

    # the rows

    def _bring_rows(self, offset: int) -> None:
        staged, rows, wish = self._staged, self._parts.rows, self.rows.wish()
        if staged is None:
            return
        file_id = staged.file.id

        def show(found: Sequence[WorkerRow]) -> None:
            if self._is(file_id) and wish == self.rows.wish():
                self.rows.show_rows(offset, found)

        self._do(lambda by: rows(file_id, wish, PAGE, offset, by), show)

    def _change(self, number: int, form: MemberForm, *, go_on: bool) -> None:
        change = self._parts.change
        self._change_row(lambda file_id, by: change(file_id, number, form, by), go_on=go_on)

    def _decide(self, number: int, finding_key: str, answer: RowAnswer) -> None:
        decide = self._parts.decide
        self._change_row(
            lambda file_id, by: decide(file_id, number, finding_key, answer, by),
            go_on=True,
            then=lambda row: self._offer_for_all(row, finding_key, answer),
        )

    def _change_row(
        self,
        work: Callable[[int, Officer], WorkerRow],
        *,
        go_on: bool,
        then: Callable[[WorkerRow], None] = lambda _row: None,
    ) -> None:
        staged, count = self._staged, self._parts.count
        if staged is None:
            return
        file_id = staged.file.id

        def show(changed: _Changed) -> None:
            if self._is(file_id):
                self.rows.show_changed(changed.row, changed.counts, go_on=go_on)
                then(changed.row)

        self._do(lambda by: _Changed(work(file_id, by), count(file_id, by)), show, lane=Lane.LISTS)

    def _offer_for_all(self, row: WorkerRow, finding_key: str, answer: RowAnswer) -> None:
        """Where a whole company has the same oddity, one reason is enough."""
        finding = _finding(row, finding_key)
        if isinstance(answer, str) and finding is not None and self.rows.questions():
            code, reason = finding.code, answer
            self.rows.notice.say(
                self.tr("Does this reason hold for every row with the same question?"),
                action=self.tr("For all of them"),
                key=Key.SAME_FOR_ALL,
                do=lambda: self._decide_alike(code, reason),
            )

    def _decide_alike(self, code: FindingCode, reason: str) -> None:
        decide = self._parts.decide_alike

        def told(answered: int) -> None:
            words = self.tr("{count} rows are answered.").format(count=figures(answered))
            self.rows.notice.say(words, Tone.OK)

        self._change_many(lambda file_id, by: decide(file_id, code, reason, by), told)

    def _leave_out(self, number: int) -> None:
        leave_out = self._parts.leave_out
        self._change_many(
            lambda file_id, by: leave_out(file_id, [number], by),
            lambda _left: self.rows.go_on_after_leaving_out(),
        )

    def _take_in(self, number: int) -> None:
        take_in = self._parts.take_in
        self._change_many(lambda file_id, by: take_in(file_id, [number], by))

    def _change_many(
        self, work: Callable[[int, Officer], T], then: Callable[[T], None] = lambda _done: None
    ) -> None:
        staged, count = self._staged, self._parts.count
        if staged is None:
            return
        file_id = staged.file.id

        def show(done: tuple[T, tuple[RowCount, ...]]) -> None:
            if self._is(file_id):
                self.rows.show_counts(done[1], anew=False)
                then(done[0])

        self._do(lambda by: (work(file_id, by), count(file_id, by)), show, lane=Lane.LISTS)

    def _ask_supervisor(self, number: int, key: str, officer_id: int, password: str, reason: str) -> None:
        staged, approve, decide = self._staged, self._parts.approve, self._parts.decide
        count = self._parts.count
        if staged is None:
            return
        file_id = staged.file.id

        def work(by: Officer) -> _Changed:
            approval = approve(officer_id, password, row_subject(file_id, number, key), reason)
            return _Changed(decide(file_id, number, key, approval, by), count(file_id, by))

        def show(changed: _Changed) -> None:
            if self._is(file_id):
                self.rows.show_changed(changed.row, changed.counts, go_on=True)

        self._do(work, show, lambda error: self._refuse_approval(key, error), Lane.LISTS)

    def _refuse_approval(self, key: str, error: Exception) -> None:
        told = told_problem(error) if isinstance(error, RuleBroken) else ""
        self.rows.row.refuse_approval(key, told)
        if not told:
            self._tell(error)

    # two people side by side

    def _ask_to_compare(self, number: int) -> None:
        staged, compare = self._staged, self._parts.compare
        if staged is not None:
            file_id = staged.file.id
            self._do(lambda by: compare(file_id, number, by), self._show_pairs)

    def _show_pairs(self, asked: RowToCompare) -> None:
        if asked.pairs:
            self._asked = asked
            self._room.show_page(self.compare)  # first: the comparison puts the cursor where the reason goes
            self.compare.compare(asked.row.form, tuple(pair.alike for pair in asked.pairs))

    def _decide_pair(self, nik: Nik, verdict: Verdict, reason: str) -> None:
        asked = self._asked
        if asked is None:
            return
        self._leave_comparison()
        key = next(pair.finding_key for pair in asked.pairs if pair.alike.person.member.nik == nik)
        self._decide(asked.row.number, key, Compared(verdict, reason))

    def _leave_comparison(self) -> None:
        self._asked = None
        self._room.show_page(self.rows)

    # the end of a list

    def _accept(self) -> None:
        staged, accept, read = self._staged, self._parts.accept, self._parts.read
        if staged is None:
            return
        file_id = staged.file.id
        self.rows.show_busy(self.tr("Taking the list …"))
        self._do(
            lambda by: (accept(file_id, by), read(file_id, by)),
            self._show_accepted,
            self._not_done,
            Lane.LISTS,
        )

    def _show_accepted(self, done: tuple[Accepted, StagedFile]) -> None:
        accepted, staged = done
        self.rows.show_busy("")
        words = self._accepted_words(accepted)
        if accepted.blocked:
            self._show_staged(staged)
            self.rows.show_only_to_mend()
            self.rows.notice.say(words, Tone.WARN)
        else:
            self._forget()
            self.finished.emit(staged.file, words)

    def _accepted_words(self, accepted: Accepted) -> str:
        told = [self.tr("{count} taken").format(count=figures(accepted.registered))]
        for count, words in (
            (accepted.without_number, self.tr("{count} of them without a number yet")),
            (accepted.known, self.tr("{count} known already")),
            (accepted.left_out, self.tr("{count} left out")),
            (accepted.blocked, self.tr("{count} still need a hand and stay here")),
        ):
            if count:
                told.append(words.format(count=figures(count)))
        return " · ".join(told)

    def _discard(self) -> None:
        """The list is gone from the screen at once, and from the branch when nobody wanted it back. A program
        that ends meanwhile keeps it."""
        staged, by = self._staged, self._officer
        if staged is None or by is None:
            return
        self.discard_now()
        self._going = (staged.file, by)
        self._going_for.start()
        self._forget()
        self.discarded.emit(staged.file)

    def bring_back(self) -> None:
        """The list that was discarded last, as it stood."""
        if self._going is not None:
            file, _by = self._going
            self._going = None
            self._going_for.stop()
            self.take_up(file.id)

    def discard_now(self) -> None:
        """Nobody wants it back any more."""
        going, discard = self._going, self._parts.discard
        self._going_for.stop()
        if going is not None:
            file, by = going
            self._going = None
            self._run(lambda: discard(file.id, by), lambda _file: None, lane=Lane.LISTS)

    def waiting(self, files: Sequence[WorkerFile]) -> list[WorkerFile]:
        """Without the one that is being discarded."""
        return [file for file in files if self._going is None or file.id != self._going[0].id]

    def _send_back(self) -> None:
        staged, write = self._staged, self._parts.write_annotated
        if staged is None:
            return
        file_id = staged.file.id
        self.rows.show_busy(self.tr("Writing …"))
        self._do(lambda by: write(file_id, by), self._show_written, self._not_done, Lane.LISTS)

    def _show_written(self, file: Path) -> None:
        self.rows.show_busy("")
        self.rows.notice.say(
            self.tr("Written: {file}").format(file=file),
            Tone.OK,
            action=self.tr("Open folder"),
            key=Key.OPEN_FOLDER,
            do=lambda: open_folder_of(file),
        )

    def _not_done(self, error: Exception) -> None:
        self.rows.show_busy("")
        self._tell(error)

    def _put_aside(self) -> None:
        staged = self._staged
        self._forget()
        self.finished.emit(staged.file if staged else None, "")

    def _forget(self) -> None:
        """Nobody's row is left on the pages."""
        self._staged = self._asked = self._stop = None
        self.rows.clear()

    def _is(self, file_id: int) -> bool:
        """An answer about a list that was put aside meanwhile is dropped."""
        return self._staged is not None and self._staged.file.id == file_id

    def _connect(self) -> None:
        rows = self.rows
        rows.rows_wanted.connect(self._bring_rows)
        rows.changed.connect(lambda number, form: self._change(number, form, go_on=False))
        rows.entered.connect(lambda number, form: self._change(number, form, go_on=True))
        rows.decided.connect(self._decide)
        rows.approval_asked.connect(self._ask_supervisor)
        rows.compare_asked.connect(self._ask_to_compare)
        rows.left_out.connect(self._leave_out)
        rows.taken_in.connect(self._take_in)
        rows.accepted.connect(self._accept)
        rows.discarded.connect(self._discard)
        rows.sent_back.connect(self._send_back)
        rows.columns_asked.connect(self._show_columns)
        rows.cancelled.connect(self._cancel)
        rows.left.connect(self._put_aside)
        self.columns.chosen.connect(self._use_columns)
        self.columns.sheet_chosen.connect(self._use_sheet)
        self.columns.left.connect(self._leave_columns)
        self.compare.decided.connect(self._decide_pair)
        self.compare.closed.connect(self._leave_comparison)

    def _do(
        self,
        work: Callable[[Officer], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
        lane: Lane = Lane.DATABASE,
    ) -> None:
        by = self._officer
        if by is not None:
            self._run(lambda: work(by), then, otherwise, lane)

    def _run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
        lane: Lane = Lane.DATABASE,
    ) -> None:
        self._background.run(self._room, work, then=then, otherwise=otherwise or self._tell, lane=lane)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)


def _finding(row: WorkerRow, key: str) -> Finding | None:
    warned = (one for one in row.findings if one.severity is Severity.WARN)
    return next((one for one in warned if one.key == key), None)
