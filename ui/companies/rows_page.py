"""A list of workers as it was read: every row with its state and its remedy, mended in place, then taken."""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.findings import Severity
from app.members.regions import Regions
from app.ports import RowCount, RowWish
from app.trust.officer import Officer
from app.workers.worker_file import FilePurpose, FileState, RowState, WorkerFile, WorkerRow
from ui.companies.row_panel import RowPanel
from ui.companies.row_words import TO_MEND, needs_a_hand
from ui.companies.rows_table import RowsTable
from ui.formats import number
from ui.shortcuts import Key
from ui.theme import GAP, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.label import Elided, Label
from ui.widgets.mark import mark
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.progress import Progress
from ui.widgets.table import Column
from ui.widgets.wrapping import Wrapping


class Shown(StrEnum):
    """Which rows are in sight."""

    ALL = "all"
    TO_MEND = "to_mend"
    BLOCKED = "blocked"
    WARNED = "warned"
    READY = "ready"
    LEFT = "left"


_OPEN = frozenset({RowState.OPEN})
_WISHES = {
    Shown.ALL: RowWish(),
    Shown.TO_MEND: RowWish(_OPEN, TO_MEND),
    Shown.BLOCKED: RowWish(_OPEN, frozenset({Severity.BLOCK})),
    Shown.WARNED: RowWish(_OPEN, frozenset({Severity.WARN, Severity.APPROVE})),
    Shown.READY: RowWish(_OPEN, frozenset({Severity.NOTE, None})),
    Shown.LEFT: RowWish(frozenset({RowState.LEFT_OUT})),
}
_KPJ = 4  # the column; registrations get their numbers when they are taken
_TO_MEND = (Shown.TO_MEND, Shown.BLOCKED, Shown.WARNED)


class RowsPage(Page):
    """``rows_wanted(offset)`` under :meth:`wish`; ``changed(number, form)`` when a row was typed into and is
    left, ``entered(number, form)`` when Enter leaves it; ``decided(number, key, reason)`` and
    ``approval_asked(number, key, officer_id, password, reason)`` for what it asks; ``compare_asked(number)``;
    ``left_out(number)`` and ``taken_in(number)``; ``accepted()``, ``discarded()``, ``sent_back()``,
    ``columns_asked()``; ``cancelled()`` while it is read; ``left()``.
    """

    rows_wanted = Signal(int)
    changed = Signal(int, object)
    entered = Signal(int, object)
    decided = Signal(int, str, str)
    approval_asked = Signal(int, str, int, str, str)
    compare_asked = Signal(int)
    left_out = Signal(int)
    taken_in = Signal(int)
    accepted = Signal()
    discarded = Signal()
    sent_back = Signal()
    columns_asked = Signal()
    cancelled = Signal()
    left = Signal()

    def __init__(self, regions: Regions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("List of workers"))
        self.notice, self.progress = Notice(), Progress()
        self._counts: tuple[RowCount, ...] = ()
        self._shown = Shown.ALL
        self._settled = self._focus_row = self._mending = False
        self._left_at: QWidget | None = None
        self._title = Elided(weight="strong")
        self._told = Label(tone="muted", grade="small")
        self._filters = {
            Shown.ALL: ActionButton(self.tr("All"), Key.ALL_ROWS, quiet=True),
            Shown.TO_MEND: ActionButton(self.tr("Need a hand"), Key.ROWS_TO_MEND, quiet=True),
            Shown.BLOCKED: ActionButton(self.tr("Cannot be taken"), Key.BLOCKED_ROWS, quiet=True),
            Shown.WARNED: ActionButton(self.tr("Questions"), Key.WARNED_ROWS, quiet=True),
            Shown.READY: ActionButton(self.tr("Ready"), Key.READY_ROWS, quiet=True),
            Shown.LEFT: ActionButton(self.tr("Left out"), Key.LEFT_ROWS, quiet=True),
        }
        self._words = {shown: button.text() for shown, button in self._filters.items()}
        self.table = RowsTable(
            self.tr("Rows of the list"),
            [
                Column(self.tr("Row"), width=46, right=True),
                Column(self.tr("State"), width=124),
                Column(self.tr("NIK"), width=184),
                Column(self.tr("Name"), width=192),
                Column(self.tr("KPJ"), width=122),
                Column(self.tr("What to do"), stretch=True),
            ],
            self.tr("No row stands like this. Alt+A shows all."),
        )
        self.row = RowPanel(regions)
        self._leave = ActionButton(self.tr("Leave out"), Key.LEAVE_ROW_OUT)
        self._next = ActionButton(self.tr("Next to mend"), Key.NEXT_TO_MEND)
        self._columns = ActionButton(self.tr("Columns"), Key.COLUMNS, quiet=True)
        self._send_back = ActionButton(self.tr("Write with remarks"), Key.SEND_BACK)
        self._discard = ActionButton(self.tr("Discard the list"), quiet=True)
        self._back = ActionButton(self.tr("Back"), Key.BACK, quiet=True)
        self.accept = ActionButton(self.tr("Take the list"), Key.GO_ON, primary=True)
        self._work = QWidget()
        self._arrange()
        self._connect()
        self.setFocusProxy(self.table)

    def show_reading(self, name: str) -> None:
        """The file is being read; nothing of another one is left to be seen."""
        self._title.setText(name)
        self._told.setText("")
        self.notice.close_notice()
        self._show_work(False)
        self.clear()
        self.progress.start(self.tr("Reading and checking {name}").format(name=name))

    def _show_work(self, shown: bool) -> None:
        for part in (self._work, self._columns, self._discard):
            part.setVisible(shown)

    def stop_reading(self) -> None:
        self.progress.stop()

    def clear(self) -> None:
        """Nobody's row is left to be seen."""
        self._counts = ()
        self.row.show_row(None)
        self.table.begin(0)

    def show_file(self, file: WorkerFile, company: str) -> None:
        """Its rows follow with :meth:`show_counts`."""
        self.progress.stop()
        self._show_work(True)
        self._settled = file.state is not FileState.STAGED
        self._title.setText(f"{file.name} · {company}" if company else file.name)
        acceptance = file.purpose is FilePurpose.ACCEPTANCE
        self.table.setColumnHidden(_KPJ, not acceptance)
        self._told.setText(self.tr("KPJ numbers given by the centre") if acceptance else "")
        for button in (self._leave, self._columns, self._discard, self._send_back):
            button.setEnabled(not self._settled)
        self._shown = Shown.ALL

    def show_only_to_mend(self) -> None:
        """What is left of a list once the rest was taken."""
        self._show_only(Shown.TO_MEND)

    def offer_supervisors(self, supervisors: Sequence[Officer]) -> None:
        self.row.offer_supervisors(supervisors)

    def wish(self) -> RowWish:
        """Which rows the officer wants to see."""
        return _WISHES[self._shown]

    def show_counts(self, counts: Sequence[RowCount], *, anew: bool) -> None:
        """``anew`` brings the rows from the beginning; else the place that is in sight stays."""
        self._counts = tuple(counts)
        for shown, button in self._filters.items():
            button.set_text(f"{self._words[shown]} {number(self.counted(shown))}")
            mark(button, chosen=shown is self._shown)
        self._offer_accept()
        self._next.setEnabled(self.counted(Shown.TO_MEND) > 0)
        count = self.counted(self._shown)
        if anew:
            self.table.begin(count)
        else:
            self.table.read_again(count)
        self._show_current()

    def questions(self) -> bool:
        """Whether rows still ask for a reason or a supervisor."""
        return self.counted(Shown.WARNED) > 0

    def show_rows(self, offset: int, rows: Sequence[WorkerRow]) -> None:
        self.table.take(offset, rows)

    def show_changed(self, row: WorkerRow, counts: Sequence[RowCount], *, go_on: bool) -> None:
        """How the row stands now, and with it perhaps others. ``go_on`` to the next one once it wants nothing
        more."""
        beside = self.row.number == row.number
        if beside:
            self._show_beside(row)
        self.show_counts(counts, anew=False)
        if not go_on or not beside:
            return
        if needs_a_hand(row):
            self.row.focus_first()
        elif not self.counted(Shown.TO_MEND):
            self._tell_all_mended()
        elif self._shown in _TO_MEND:
            self._focus_row = True  # where this row stood stands the next one
        else:
            self._show_only(Shown.TO_MEND, go_in=True)

    def go_to_next(self) -> None:
        """The next row that needs a hand; behind the last one the first."""
        if not self.counted(Shown.TO_MEND):
            self._tell_all_mended()
        elif self._shown not in _TO_MEND or not self.table.row_count():
            self._show_only(Shown.TO_MEND, go_in=True)
        else:
            self._focus_row = True
            self.table.selectRow((self.table.current_row() + 1) % self.table.row_count())
            self._show_current()

    def go_on_after_leaving_out(self) -> None:
        """Who was in the fields of the row goes on in those of the next one."""
        if not self._mending:
            return
        if not self.counted(Shown.TO_MEND):
            self._tell_all_mended()
        elif self._shown in _TO_MEND:
            self._focus_row = True  # where this row stood stands the next one
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_all_mended(self) -> None:
        self.notice.say(self.tr("Every row is answered."), Tone.OK)
        self.accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, saying: str) -> None:
        """While the list is taken or written nothing else can be done with it; empty words end it."""
        self.accept.set_busy(bool(saying), saying)
        if saying:
            self._left_at = self.focusWidget()
        self._work.setEnabled(not saying)
        if saying:
            self.progress.start(saying)
            self.progress.allow_cancel(False)  # it is one change: all of it or nothing
        else:
            self.progress.stop()
            self._offer_accept()
            field = self._left_at if self._left_at and self._left_at.isEnabled() else self.table
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_accept(self) -> None:
        ready = self.counted(Shown.READY)
        self.accept.set_text(self.tr("Take {count} rows").format(count=number(ready)))
        self.accept.setEnabled(ready > 0 and not self._settled and not self.accept.busy)

    def counted(self, shown: Shown) -> int:
        """How many rows stand like this."""
        wish = _WISHES[shown]
        return sum(
            one.rows
            for one in self._counts
            if (not wish.states or one.state in wish.states) and (not wish.worst or one.worst in wish.worst)
        )

    def _show_only(self, shown: Shown, *, go_in: bool = False) -> None:
        """``go_in`` puts the cursor into the first of these rows."""
        self._leave_row()
        self._shown, self._focus_row = shown, go_in
        self.show_counts(self._counts, anew=True)

    def _show_read(self) -> None:
        """Another counter, or a row beside it, may have changed the one that is shown."""
        row = self.table.current()
        if row is not None and self.row.shows_other(row):
            self._show_beside(row)
        self._show_current()

    def _show_current(self) -> None:
        """What was typed into the row before is kept first."""
        row = self.table.current()
        if row is None or row.number != self.row.number:
            self._leave_row()
            self._show_beside(row)
        if row is not None:
            self._focus_if_asked()

    def _show_beside(self, row: WorkerRow | None) -> None:
        self.row.show_row(row)
        known = row is not None and row.state in (RowState.OPEN, RowState.LEFT_OUT)
        self._leave.setEnabled(known and not self._settled)
        left_out = row is not None and row.state is RowState.LEFT_OUT
        self._leave.set_text(self.tr("Take in again") if left_out else self.tr("Leave out"))

    def _focus_if_asked(self) -> None:
        if self._focus_row:
            self._focus_row = False
            self.row.focus_first()

    def _leave_row(self) -> None:
        number = self.row.number
        if number is not None and self.row.dirty and not self._settled:
            self.changed.emit(number, self.row.typed())

    def _enter(self) -> None:
        number = self.row.number
        if number is None:
            return
        if self.row.dirty:
            self.entered.emit(number, self.row.typed())
        else:
            self.go_to_next()

    def _leave_out(self) -> None:
        """What was typed into the row is kept first."""
        row = self.table.current()
        if row is not None:
            self._leave_row()
            self._mending = self.row.isAncestorOf(self.focusWidget() or self)
            (self.taken_in if row.state is RowState.LEFT_OUT else self.left_out).emit(row.number)

    def _of_row(self, signal: SignalInstance, *told: object) -> None:
        if self.row.number is not None:
            signal.emit(self.row.number, *told)

    def _connect(self) -> None:
        for shown, button in self._filters.items():
            button.triggered.connect(partial(self._show_only, shown))
        self.table.page_wanted.connect(self.rows_wanted)
        self.table.row_shown.connect(self._show_current)
        self.table.row_read.connect(self._show_read)
        self.table.row_chosen.connect(lambda _row: self.row.focus_first())
        self.row.entered.connect(self._enter)
        self.row.decided.connect(partial(self._of_row, self.decided))
        self.row.approval_asked.connect(partial(self._of_row, self.approval_asked))
        self.row.compare_asked.connect(partial(self._of_row, self.compare_asked))
        self._leave.triggered.connect(self._leave_out)
        self._next.triggered.connect(self.go_to_next)
        self._columns.triggered.connect(self.columns_asked)
        self._send_back.triggered.connect(self.sent_back)
        self._discard.triggered.connect(self.discarded)
        self._back.triggered.connect(self._go_back)
        self.accept.triggered.connect(self._accept)
        self.progress.cancelled.connect(self.cancelled)

    def _go_back(self) -> None:
        self._leave_row()
        self.left.emit()

    def _accept(self) -> None:
        self._leave_row()
        self.accepted.emit()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._title, 1)
        head.addWidget(self._told)
        head.addWidget(self._columns)
        head.addWidget(self._discard)
        filters = Wrapping()
        for button in self._filters.values():
            filters.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(SMALL)
        left.addWidget(self.table, 1)
        lower = QHBoxLayout()
        lower.setSpacing(GAP)
        lower.addLayout(left, 1)
        self.row.setFixedWidth(300)
        lower.addWidget(self.row)
        bar = Wrapping(to_the_right=True)
        for button in (self._back, self._leave, self._next, self._send_back, self.accept):
            bar.addWidget(button)
        inside = QVBoxLayout(self._work)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SMALL)
        inside.addLayout(filters)
        inside.addLayout(lower, 1)
        inside.addLayout(bar)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SMALL)
        whole.addLayout(head)
        whole.addWidget(self.notice)
        whole.addWidget(self.progress)
        whole.addWidget(self._work, 1)
