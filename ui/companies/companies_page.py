"""The list of the room "Perusahaan": who waits longest for cards, found as one types, and one company."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.companies.company import Company
from app.companies.company_form import CompanyForm, form_of_company
from app.companies.find_companies import CompaniesFound, CompanyLine
from app.members.npp import Npp
from app.workers.worker_file import WorkerFile
from ui.companies.company_panel import CompanyPanel
from ui.formats import number, short_date
from ui.shortcuts import Key
from ui.theme import GAP, HAIR, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.label import Label
from ui.widgets.line import Line
from ui.widgets.mark import mark
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.widgets.table import Column, Row, Table
from ui.widgets.wrapping import Wrapping

PAUSE_MS = 120


_SIDE = 336
"""Pixels for the company beside the list, while its fields fit in."""


class CompaniesPage(Page):
    """``asked(typed)`` shortly after typing pauses; ``company_shown(npp)`` when another row is current;
    ``saved(form, known)``; ``cards_asked(npp)``; ``workers_asked(npp)`` and ``numbers_asked()`` for a file;
    ``list_taken_up(file_id)`` for one that is not finished.

    What was typed and not saved stays with its company until it is saved or given up.
    """

    asked = Signal(str)
    company_shown = Signal(object)
    saved = Signal(object, object)
    cards_asked = Signal(object)
    workers_asked = Signal(object)
    numbers_asked = Signal()
    list_taken_up = Signal(int)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Companies"))
        self.notice = Notice()
        self._lines: tuple[CompanyLine, ...] = ()
        self._unsaved: dict[Npp | None, CompanyForm] = {}
        self._current: Npp | None = None
        self._filling = self._starting_new = False
        self.search = Line()
        self.search.setAccessibleName(self.tr("NPP or name of a company"))
        self.search.setPlaceholderText(self.tr("Find a company by NPP or name …"))
        self.search.setClearButtonEnabled(True)
        self._counted = Label(tone="muted", grade="small")
        self.table = Table(
            self.tr("Companies"),
            [
                Column(self.tr("NPP"), width=106),
                Column(self.tr("Company"), stretch=True),
                Column(self.tr("RO"), width=128),
                Column(self.tr("To print"), width=82, right=True),
                Column(self.tr("Since"), width=122),
                Column(self.tr("In batch"), width=86, right=True),
            ],
            empty=self.tr(
                "No company yet. Press Ctrl+N and type its NPP and name, then read its list of workers."
            ),
        )
        self.company = CompanyPanel()
        self._new = ActionButton(self.tr("New company"), Key.NEW_COMPANY)
        self._workers = ActionButton(self.tr("List of workers"), Key.WORKER_LIST)
        self._numbers = ActionButton(self.tr("KPJ list"), Key.NUMBER_LIST)
        self.print = ActionButton(self.tr("Print cards"), Key.PRINT, primary=True)
        self._left = Panel(tone=Tone.INFO)
        self._left_choice = Choice(self.tr("Lists that are not finished"))
        self._take_up = ActionButton(self.tr("Go on"), Key.GO_ON_WITH_LIST)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.search)

    def show_companies(self, found: CompaniesFound) -> None:
        """The company that is shown stays so, as long as it is in the list."""
        self._lines = found.lines
        self._filling = True
        self.table.show_rows([_row(line) for line in self._lines])
        places = [place for place, line in enumerate(self._lines) if line.company.npp == self._current]
        if places:
            self.table.selectRow(places[0])
        elif self._starting_new:
            self._select_none()
        self._filling = False
        waiting = sum(line.unprinted for line in self._lines)
        told = self.tr("{cards} cards wait").format(cards=number(waiting))
        if found.more:
            told = self.tr("The first {count}: type a word to see others").format(count=len(self._lines))
        self._counted.setText(told)
        if not self._starting_new:
            self._show_current()

    def show_unfinished(self, files: Sequence[WorkerFile]) -> None:
        """Lists that were read and neither accepted nor discarded."""
        self._left_choice.offer([(str(file.id), _told(file)) for file in files])
        if files and not self._left_choice.code():
            self._left_choice.set_code(str(files[0].id))
        self._left.setVisible(bool(files))

    def show_saved(self, company: Company) -> None:
        """What stands in the fields is stored; a new one is looked for among all."""
        if self._current is None:
            self.search.clear()
        self._unsaved.pop(self._current, None)
        self._current, self._starting_new = company.npp, False
        line = self._line(company.npp) or CompanyLine(company)
        self._lines = tuple(replace(one, company=company) if one is line else one for one in self._lines)
        self._show_form(replace(line, company=company))
        self._leave_form()

    def put_back(self, npp: Npp | None, typed: CompanyForm) -> None:
        """What was given up stands in the fields again."""
        self._unsaved[npp] = typed
        if npp == self._current:
            self._show_form(self._line(npp))

    def start_new(self) -> None:
        """What was typed of another new company, and not saved, is there again."""
        self._current, self._starting_new = None, True
        self._select_none()
        self._show_form(None)
        self.company.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """As for another officer: what was typed of a company stays, it is nobody's secret."""
        self.notice.close_notice()

    def current(self) -> Npp | None:
        """None while a new one is typed."""
        return self._current

    def select(self, npp: Npp) -> None:
        """Also one that is not in the list now, but comes with the next :meth:`show_companies`."""
        self._current, self._starting_new = npp, False

    def name_of(self, npp: Npp) -> str:
        line = self._line(npp)
        return line.company.name if line else npp.text

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.company.setFixedWidth(max(_SIDE, self.company.narrowest()))
        self.shown.emit()

    def _line(self, npp: Npp | None) -> CompanyLine | None:
        return next((line for line in self._lines if line.company.npp == npp), None)

    def _connect(self) -> None:
        self.search.textEdited.connect(lambda _typed: self._pause.start())
        self.search.textChanged.connect(lambda typed: None if typed else self._pause.start())
        self._pause.timeout.connect(lambda: self.asked.emit(self.search.text().strip()))
        self.search.returnPressed.connect(self._from_search)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_current())
        self.table.row_chosen.connect(lambda _row: self.company.setFocus(Qt.FocusReason.OtherFocusReason))
        self.company.edited.connect(self._keep_typed)
        self.company.saved.connect(self._save)
        self.company.given_up.connect(self._give_up)
        self._new.triggered.connect(self.start_new)
        self._workers.triggered.connect(lambda: self.workers_asked.emit(self._current))
        self._numbers.triggered.connect(self.numbers_asked)
        self.print.triggered.connect(lambda: self.cards_asked.emit(self._current))
        self._take_up.triggered.connect(lambda: self.list_taken_up.emit(int(self._left_choice.code())))

    def _from_search(self) -> None:
        if self.table.row_count():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select_none(self) -> None:
        self.table.clearSelection()
        self.table.setCurrentIndex(QModelIndex())

    def _show_current(self) -> None:
        row = self.table.current_row()
        if self._filling:
            return
        if not 0 <= row < len(self._lines):
            self._current = None
            self._show_form(None)
            return
        self._current, self._starting_new = self._lines[row].company.npp, False
        self._show_form(self._lines[row])
        self.company_shown.emit(self._current)

    def _show_form(self, line: CompanyLine | None) -> None:
        stored = form_of_company(line.company) if line else CompanyForm()
        npp = line.company.npp if line else None
        self.company.show_company(line, stored, self._unsaved.get(npp, stored))
        self._workers.setEnabled(line is not None)
        self.print.setEnabled(line is not None and line.unprinted > 0)
        self._show_primary()

    def _keep_typed(self) -> None:
        if self.company.dirty:
            self._unsaved[self._current] = self.company.typed()
        else:
            self._unsaved.pop(self._current, None)
        self._show_primary()

    def _show_primary(self) -> None:
        """One primary action: what is typed wants to be saved before cards are printed."""
        mark(self.print, primary=not self.company.dirty)

    def _save(self) -> None:
        if self.company.dirty and not self.company.save.busy:
            self.saved.emit(self.company.typed(), self._current)

    def _give_up(self) -> None:
        npp, typed = self._current, self.company.typed()
        self._unsaved.pop(npp, None)
        self._show_form(self._line(npp))
        self._leave_form()
        self.notice.offer_undo(self.tr("What was typed is given up."), lambda: self.put_back(npp, typed))

    def _leave_form(self) -> None:
        """Where the undo is meant: in a field Ctrl+Z would take back what was typed there."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.search, 1)
        head.addWidget(self._counted)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(Label(self.tr("Not finished"), Tone.INFO, weight="strong"))
        row.addWidget(self._left_choice, 1)
        row.addWidget(self._take_up)
        self._left.body.setContentsMargins(GAP, HAIR, HAIR, HAIR)
        self._left.body.addLayout(row)
        self._left.hide()
        bar = Wrapping(to_the_right=True)
        for button in (self._new, self._numbers, self._workers, self.print):
            bar.addWidget(button)
        left = QVBoxLayout()
        left.setSpacing(SMALL)
        left.addLayout(head)
        left.addWidget(self._left)
        left.addWidget(self.table, 1)
        left.addLayout(bar)
        lower = QHBoxLayout()
        lower.setSpacing(GAP)
        lower.addLayout(left, 1)
        lower.addWidget(self.company)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SMALL)
        whole.addWidget(self.notice)
        whole.addLayout(lower, 1)


def _row(line: CompanyLine) -> Row:
    company = line.company
    return [
        company.npp.text,
        f"{company.name} · {company.division}" if company.division else company.name,
        company.relationship_officer,
        number(line.unprinted) if line.unprinted else "—",
        short_date(line.since) if line.since else "—",
        number(line.in_batch) if line.in_batch else "—",
    ]


def _told(file: WorkerFile) -> str:
    told = [file.name, short_date(file.staged_at.date())]
    return " · ".join([file.npp.text, *told] if file.npp else told)
