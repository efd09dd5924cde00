"""The batches of the branch in the order in which they are printed, and the companies that wait for one.

``show_queue([QueueLine(…), …])``, ``show_waiting([CompanyLine, …])``. Enter opens a batch, or prepares one
for the chosen company.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.companies.batch_queue import Turn
from app.companies.find_companies import CompanyLine
from app.members.npp import Npp
from ui.formats import number, short_date
from ui.shortcuts import Key
from ui.theme import GAP, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.widgets.table import Cell, Column, Table


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One batch in words; ``cards`` such as ``29 / 50``."""

    batch_id: int
    title: str
    company: str
    cards: str
    where: str
    state: str
    tone: Tone
    movable: bool


class QueuePage(Page):
    opened = Signal(int)
    moved = Signal(int, object)
    prepared = Signal(object)
    searched = Signal(str)
    other_cards_asked = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Company batches"))
        self.notice = Notice()
        self._lines: tuple[QueueLine, ...] = ()
        self._waiting: tuple[CompanyLine, ...] = ()
        self._others = ActionButton(self.tr("Single cards"), Key.OTHER_CARDS)
        self._queue = _Rows(
            self.tr("Batches"),
            [
                Column(self.tr("Batch"), 90),
                Column(self.tr("Company"), stretch=True),
                Column(self.tr("Cards"), 84, right=True),
                Column(self.tr("Counter"), 100),
                Column(self.tr("State"), stretch=True),
            ],
            empty=self.tr("No batch yet. Choose a company below and press F9."),
        )
        self._first = ActionButton(self.tr("Print first"), Key.FIRST_OF_ALL)
        self._earlier = ActionButton(self.tr("Earlier"), Key.EARLIER, icon="arrow-up")
        self._later = ActionButton(self.tr("Later"), Key.LATER, icon="arrow-down")
        self._open = ActionButton(self.tr("Open batch"))
        self.search = Field(self.tr("Narrow by NPP or name"))
        self._companies = _Rows(
            self.tr("Companies waiting for cards"),
            [
                Column(self.tr("NPP"), 108),
                Column(self.tr("Company"), stretch=True),
                Column(self.tr("Cards"), 70, right=True),
                Column(self.tr("In a batch"), 112, right=True),
                Column(self.tr("Without number"), 120, right=True),
                Column(self.tr("Waiting since"), 132),
            ],
            empty=self.tr("No company waits for cards. They appear here once workers are accepted."),
        )
        self._prepare = ActionButton(self.tr("Prepare batch"), Key.PRINT, primary=True)
        self._waiting_panel = Panel(self.tr("Companies waiting for cards, longest first"))
        self._arrange()
        self._connect()
        self.show_queue(())
        self.show_waiting(())

    def show_queue(self, lines: Sequence[QueueLine]) -> None:
        """The batch that was chosen stays chosen wherever it went."""
        kept = self._current_line()
        rows = [_queue_row(line) for line in lines]
        if [line.batch_id for line in lines] == [line.batch_id for line in self._lines]:
            self._lines = tuple(lines)
            self._queue.change_rows(rows)
        else:
            self._lines = tuple(lines)
            self._queue.show_rows(rows)
            ids = [line.batch_id for line in lines]
            if kept is not None and kept.batch_id in ids:
                self._queue.selectRow(ids.index(kept.batch_id))
        self._offer_moves()

    def lines(self) -> tuple[QueueLine, ...]:
        return self._lines

    def show_waiting(self, companies: Sequence[CompanyLine]) -> None:
        self._waiting = tuple(companies)
        self._companies.show_rows([_company_row(one) for one in companies])
        self._prepare.setEnabled(bool(companies))

    def waiting(self) -> tuple[CompanyLine, ...]:
        return self._waiting

    def offer_printing(self, offered: bool) -> None:
        """Whether the officer may print batches; else what is finished can be handed over."""
        self._waiting_panel.setVisible(offered)
        for button in (self._first, self._earlier, self._later):
            button.setVisible(offered)

    def show_busy(self, busy: bool) -> None:
        self._prepare.set_busy(busy, self.tr("Preparing …"))
        if not busy:
            self._prepare.setEnabled(bool(self._waiting))

    def choose(self, npp: Npp) -> None:
        """The company's row becomes current, if it waits."""
        for row, one in enumerate(self._waiting):
            if one.company.npp == npp:
                self._companies.selectRow(row)

    def take_focus(self) -> None:
        """To the companies that wait; to the batches where none does."""
        if self.isVisible():
            (self._companies if self._waiting else self._queue).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _connect(self) -> None:
        self._others.triggered.connect(self.other_cards_asked)
        self._queue.row_chosen.connect(lambda row: self.opened.emit(self._lines[row].batch_id))
        self._queue.selectionModel().currentRowChanged.connect(lambda *_rows: self._offer_moves())
        self._open.triggered.connect(self._open_current)
        for button, turn in (
            (self._first, Turn.FIRST),
            (self._earlier, Turn.EARLIER),
            (self._later, Turn.LATER),
        ):
            button.triggered.connect(lambda turn=turn: self._move(turn))
        self._companies.row_chosen.connect(lambda _row: self._prepare.click())
        self._prepare.triggered.connect(self._prepare_current)
        self.search.edited.connect(self.searched)
        self.search.entered.connect(self._companies.setFocus)

    def _current_line(self) -> QueueLine | None:
        row = self._queue.current_row()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _offer_moves(self) -> None:
        line = self._current_line()
        for button in (self._first, self._earlier, self._later):
            button.setEnabled(line is not None and line.movable)
        self._open.setEnabled(line is not None)

    def _open_current(self) -> None:
        line = self._current_line()
        if line is not None:
            self.opened.emit(line.batch_id)

    def _move(self, turn: Turn) -> None:
        line = self._current_line()
        if line is not None:
            self.moved.emit(line.batch_id, turn)

    def _prepare_current(self) -> None:
        row = self._companies.current_row()
        if 0 <= row < len(self._waiting):
            self.prepared.emit(self._waiting[row].company.npp)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Company batches"), weight="strong"), 1)
        head.addWidget(self._others)
        column.addLayout(head)
        column.addWidget(self.notice)
        queue = Panel(self.tr("In the order in which they are printed"))
        queue.add(self._queue)
        queue.body.addLayout(_row(self._first, self._earlier, self._later, self._open))
        column.addWidget(queue, 5)
        waiting = self._waiting_panel
        waiting.body.addWidget(self._companies, 1)
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        foot.addWidget(self.search, 1)
        foot.addStretch(1)
        foot.addWidget(self._prepare)
        waiting.body.addLayout(foot)
        column.addWidget(waiting, 6)


class _Rows(Table):
    def sizeHint(self) -> QSize:
        """Three rows are enough to ask for; the tables share what the room has left."""
        rows = self.verticalHeader().defaultSectionSize() * 3
        return QSize(super().sizeHint().width(), rows + self.horizontalHeader().sizeHint().height())


def _queue_row(line: QueueLine) -> list[Cell]:
    return [
        Cell(line.title),
        Cell(line.company),
        Cell(line.cards),
        Cell(line.where),
        Cell(line.state, line.tone),
    ]


def _company_row(one: CompanyLine) -> list[str]:
    return [
        one.company.npp.text,
        one.company.name,
        number(one.unprinted - one.in_batch),
        number(one.in_batch) if one.in_batch else "",
        number(one.without_number) if one.without_number else "",
        short_date(one.since) if one.since else "",
    ]


def _row(*buttons: ActionButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SMALL)
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    return row
