"""The room "Jurnal": what was done, by whom and to whom, searched and shown newest first.

Entries are worded as on the papers made from them, in Indonesian in either language.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.findings import Severity
from app.ports import StoredEntry
from app.reports.journal_words import ACTION_NAMES, entry_in_words, officer_name
from app.trust.journal import TOUCHES, Action, Touch
from ui.folder import open_folder_of
from ui.formats import clock_seconds, clock_time, number, short_date, tidy_date
from ui.shortcuts import Key
from ui.theme import GAP, SMALL
from ui.tone import Tone
from ui.trust.person_choice import PersonChoice
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.widgets.progress import Progress
from ui.widgets.table import Column, Row, Table

_ANY = ""
_MOST_PERSONS = 12
"""A list that was shown may have touched hundreds; the papers name them all."""


class Export(StrEnum):
    """What leaves the room as a paper and a workbook."""

    PERSON = "person"
    TOUCHED = "touched"


class JournalPage(Page):
    """``searched()``: read ``days()``, ``officer_id``, ``chosen_actions``; ``more_asked()`` at the end."""

    searched = Signal()
    more_asked = Signal()
    check_asked = Signal()
    cancelled = Signal()
    export_asked = Signal(object)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Journal"))
        self.notice, self.progress, self.person = Notice(), Progress(), PersonChoice()
        self._entries: list[StoredEntry] = []
        self._officers: Mapping[int, str] = {}
        self.since = Field(self.tr("From day (ddmmyyyy)"), tidy=tidy_date)
        self.until = Field(self.tr("Until day"), tidy=tidy_date)
        self._officer_choice, self._action_choice = Choice(self.tr("Officer")), Choice(self.tr("Action"))
        self._officer = Field(self.tr("Officer"), self._officer_choice)
        self._action = Field(self.tr("Action"), self._action_choice)
        self._find = ActionButton(self.tr("Search"), icon="search", primary=True)
        self._check = ActionButton(self.tr("Check the chain"), icon="search-check")
        self._give = ActionButton(self.tr("Data of this person"), Key.PRINT)
        self._touched = ActionButton(self.tr("Who saw whom"), Key.SAVE_DRAFT)
        self._chain = Panel()
        self._chain_words = Label(grade="small", wrap=True)
        self._chain_words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._chain_words.setAccessibleName(self.tr("Result of the check"))
        self.table = Table(
            self.tr("Journal"),
            [
                Column(self.tr("No."), width=70, right=True),
                Column(self.tr("Time"), width=165),
                Column(self.tr("Officer"), width=135),
                Column(self.tr("Action"), width=190),
                Column(self.tr("About"), stretch=True),
                Column(self.tr("Persons"), width=65, right=True),
            ],
            empty=self.tr("Nothing was found. Widen the days, or choose another officer or action."),
        )
        self._detail = Label(grade="small", wrap=True)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._detail.setAccessibleName(self.tr("The entry"))
        self._arrange()
        self._connect()
        self.show_officers({})
        self._offer_actions()
        self.show_person_known(False)
        self.setFocusProxy(self.since)

    # what is searched for

    def days(self) -> tuple[date | None, date | None] | None:
        """Empty ones do not narrow the search; ``None`` after saying beside the field what is no day."""
        read: list[date | None] = []
        for field in (self.since, self.until):
            try:
                read.append(_day(field.text()))
            except ValueError:
                field.show_finding(Severity.BLOCK, self.tr("Day, month and year, such as 20112026"))
                field.setFocus()
                return None
            field.clear_finding()
        since, until = read
        if since and until and until < since:
            self.until.show_finding(Severity.BLOCK, self.tr("Before the first day"))
            self.until.setFocus()
            return None
        return since, until

    @property
    def officer_id(self) -> int | None:
        code = self._officer_choice.code()
        return int(code) if code else None

    @property
    def chosen_actions(self) -> frozenset[Action]:
        code = self._action_choice.code()
        if code in set(Touch):
            return TOUCHES[Touch(code)]
        return frozenset({Action(code)}) if code else frozenset()

    def choose_officer(self, officer_id: int) -> None:
        self._officer_choice.set_code(str(officer_id))
        self.searched.emit()

    def choose_action(self, code: str) -> None:
        """An action, or a :class:`~app.trust.journal.Touch` for all of its kind."""
        self._action_choice.set_code(code)
        self.searched.emit()

    def show_days(self, since: date, until: date) -> None:
        self.since.set_text(short_date(since))
        self.until.set_text(short_date(until))

    def show_officers(self, officers: Mapping[int, str]) -> None:
        """All who ever worked here."""
        if officers == self._officers and self._officer_choice.count():
            return
        self._officers = dict(officers)
        named = sorted(officers.items(), key=lambda one: one[1].casefold())
        self._officer_choice.offer(
            [(_ANY, self.tr("Anybody")), *((str(number), name) for number, name in named)]
        )

    # what was found

    def show_entries(self, entries: Sequence[StoredEntry]) -> None:
        self._entries = list(entries)
        self.table.show_rows([self._row(stored) for stored in entries])
        if entries:
            self.table.scrollToTop()
            self.table.selectRow(0)
        self._show_current()

    def add_entries(self, entries: Sequence[StoredEntry]) -> None:
        self._entries += entries
        self.table.append_rows([self._row(stored) for stored in entries])

    @property
    def last_number(self) -> int | None:
        return self._entries[-1].number if self._entries else None

    def show_busy(self, busy: bool) -> None:
        self._find.set_busy(busy, self.tr("Searching …"))

    def show_person_known(self, known: bool) -> None:
        self._give.setEnabled(known)
        self._give.setToolTip("" if known else self.tr("Choose the person first"))

    def show_exporting(self, export: Export, busy: bool) -> None:
        button = self._give if export is Export.PERSON else self._touched
        button.set_busy(busy, self.tr("Writing …"))
        self.show_person_known(self.person.member_id is not None and not busy)

    def show_written(self, file: Path) -> None:
        self.notice.say(
            self.tr("Written as PDF and workbook: {file}").format(file=file),
            Tone.OK,
            action=self.tr("Open folder"),
            key=Key.OPEN_FOLDER,
            do=lambda: open_folder_of(file),
        )

    # the chain

    def show_checking(self, done: int, total: int) -> None:
        self.progress.show_done(self.tr("Checking the chain of the journal"), done, total, number)

    def show_check_begun(self) -> None:
        self._chain.hide()
        self._check.set_busy(True, self.tr("Checking …"))
        self.progress.start(self.tr("Checking the chain of the journal"))

    def show_check_ended(self) -> None:
        self._check.set_busy(False)
        self.progress.stop()

    def show_chain(self, title: str, words: str, tone: Tone) -> None:
        self._chain.set_title(title)
        self._chain.set_tone(tone)
        self._chain_words.setText(words)
        self._chain.show()

    def forget(self) -> None:
        """For another officer: nothing that was searched for stays."""
        self.show_entries(())
        self.person.forget()
        self._chain.hide()
        self.notice.close_notice()
        self._officer_choice.set_code(_ANY)
        self._action_choice.set_code(_ANY)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _offer_actions(self) -> None:
        groups = {
            Touch.SAW: self.tr("All that showed somebody"),
            Touch.CHANGED: self.tr("All that changed somebody's data"),
            Touch.EXPORTED: self.tr("All that left the program"),
        }
        named = sorted(ACTION_NAMES.items(), key=lambda one: one[1])
        self._action_choice.offer(
            [
                (_ANY, self.tr("Any action")),
                *((touch.value, words) for touch, words in groups.items()),
                *((action.value, name) for action, name in named),
            ]
        )
        self._action_choice.set_code(_ANY)

    def _row(self, stored: StoredEntry) -> Row:
        entry = stored.entry
        return [
            number(stored.number),
            f"{short_date(entry.at)} {clock_time(entry.at)}",
            officer_name(entry.officer_id, self._officers),
            ACTION_NAMES[entry.action],
            entry_in_words(entry, self._officers),
            number(len(entry.members)) if entry.members else "",
        ]

    def _show_current(self) -> None:
        row = self.table.current_row()
        if not 0 <= row < len(self._entries):
            self._detail.setText("")
            return
        stored = self._entries[row]
        entry = stored.entry
        told = [
            self.tr("Entry {number}").format(number=number(stored.number)),
            f"{short_date(entry.at)} {clock_seconds(entry.at)}",
            officer_name(entry.officer_id, self._officers),
            ACTION_NAMES[entry.action],
            entry_in_words(entry, self._officers),
        ]
        lines = [" · ".join(part for part in told if part)]
        if entry.members:
            numbers = ", ".join(str(member_id) for member_id in entry.members[:_MOST_PERSONS])
            more = len(entry.members) - _MOST_PERSONS
            persons = f"{numbers} … (+{number(more)})" if more > 0 else numbers
            lines.append(self.tr("Persons, by their number here: {persons}").format(persons=persons))
        lines.append(self.tr("Hash {sha}…").format(sha=stored.sha256[:16]))
        self._detail.setText("\n".join(lines))

    def _connect(self) -> None:
        self._find.triggered.connect(self.searched)
        for field in (self.since, self.until):
            field.entered.connect(self._find.click)
            field.edited.connect(field.clear_finding)
        self._officer.edited.connect(lambda _code: self.searched.emit())
        self._action.edited.connect(lambda _code: self.searched.emit())
        self.person.picked.connect(lambda: self.show_person_known(self.person.member_id is not None))
        self.table.end_reached.connect(self.more_asked)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_current())
        self._check.triggered.connect(self.check_asked)
        self.progress.cancelled.connect(self.cancelled)
        self._give.triggered.connect(lambda: self.export_asked.emit(Export.PERSON))
        self._touched.triggered.connect(lambda: self.export_asked.emit(Export.TOUCHED))

    def _arrange(self) -> None:
        self._chain.add(self._chain_words)
        self._chain.hide()
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(Label(self.tr("Journal"), grade="status"))
        head.addStretch()
        for button in (self._check, self._touched, self._give):
            head.addWidget(button)
        search = Panel()
        grid = QGridLayout()
        grid.setSpacing(GAP)
        top = Qt.AlignmentFlag.AlignTop
        places = ((self.since, 2), (self.until, 2), (self._officer, 3), (self._action, 4))
        for column, (field, stretch) in enumerate(places):
            grid.addWidget(field, 0, column, top)
            grid.setColumnStretch(column, stretch)
        grid.addWidget(self.person, 1, 0, 1, len(places))
        grid.addWidget(self._find, 0, len(places), top)
        search.body.addLayout(grid)
        detail = Panel()
        detail.add(self._detail)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addLayout(head)
        for part in (self.notice, self.progress, self._chain, search):
            whole.addWidget(part)
        whole.addWidget(self.table, 1)
        whole.addWidget(detail)


def _day(typed: str) -> date | None:
    """Raises ``ValueError`` for what is no day."""
    text = tidy_date(typed).strip()
    if not text:
        return None
    day, month, year = (int(part) for part in text.split("-"))
    return date(year, month, day)
