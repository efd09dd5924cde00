"""The status check on the screen: one box, and the answer in large words.

``asked(typed)``; ``show_person``, ``show_people``, ``show_unknown``, ``show_rejected``; ``begin()`` forgets
whom it showed.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.findings import Severity
from app.members.masking import MaskedPerson
from app.visit.step_1_verify import QueryKind
from ui.formats import tidy_nik
from ui.theme import GAP, HAIR
from ui.visit.member_status import STATUS_TONES
from ui.visit.person_view import PersonView
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.line import Line
from ui.widgets.mark import mark
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.widgets.table import Cell, Column, Table
from ui.wording.finding_words import FindingWords
from ui.wording.names import name_of

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class StatusPage(Page):
    asked = Signal(str)
    person_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Status check"))
        self.notice = Notice()
        self._line = Line()
        self._line.setPlaceholderText(self.tr("Type or scan"))
        mark(self._line, grade="status")
        self.search = Field(self.tr("NIK, KPJ or name of the visitor"), self._line, tidy=tidy_nik)
        self._find = ActionButton(self.tr("Find"), primary=True, icon="search")
        self.people = Table(
            self.tr("People found"),
            [
                Column(self.tr("Name"), stretch=True),
                Column(self.tr("Born"), width=130),
                Column(self.tr("Status"), width=150),
            ],
            empty=self.tr("Nobody is stored under this name."),
        )
        self.person = PersonView()
        self._people: tuple[MaskedPerson, ...] = ()
        self._arrange()
        self.search.entered.connect(self._ask)
        self._find.triggered.connect(self._ask)
        self.people.row_chosen.connect(lambda row: self.person_picked.emit(self._people[row]))
        self.setFocusProxy(self.search)
        self.begin()

    def begin(self) -> None:
        """Ready for the next visitor; whoever was shown before can no longer be read."""
        self.search.set_text("")
        self.search.clear_finding()
        self._people = ()
        self.people.show_rows([])
        self.person.hide()
        self._result.hide()
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    def look_up(self, typed: str) -> None:
        """What a scanner read is looked up at once, wherever the focus is."""
        self.search.set_text(typed)
        self._ask()

    def show_person(self, person: MaskedPerson) -> None:
        self.person.show_masked(person)
        self._show(self.person)
        self._ready_for_the_next()

    def show_people(self, people: Sequence[MaskedPerson]) -> None:
        """Several have this name: arrows and Enter pick one."""
        self._people = tuple(people)
        self.people.show_rows([_row(person) for person in people])
        self._show(self._many)
        self.people.selectRow(0)
        self.people.setFocus(Qt.FocusReason.TabFocusReason)

    def show_unknown(self, asked: QueryKind) -> None:
        self.person.show_unknown(asked, ())
        self._show(self.person)
        self._ready_for_the_next()

    def show_rejected(self, words: FindingWords) -> None:
        """Beside the field; what was typed stays."""
        self._result.hide()
        self.search.show_finding(Severity.BLOCK, f"{words.what}. {words.why} {words.remedy}")
        self._ready_for_the_next()

    def show_busy(self, busy: bool) -> None:
        self._find.set_busy(busy, self.tr("Looking …"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Beside the field, what is typed is the next search; Esc goes to the box."""
        if event.key() == Qt.Key.Key_Escape:
            self._ready_for_the_next()
        elif event.text().isalnum() and not event.modifiers() & ~_PLAIN:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self._line.setText(event.text())
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        if self._find.isEnabled():
            self.search.clear_finding()
            self.asked.emit(self.search.text())

    def _show(self, answer: QWidget) -> None:
        self._result.setCurrentWidget(answer)
        self._result.show()
        answer.show()

    def _ready_for_the_next(self) -> None:
        self.search.setFocus(Qt.FocusReason.TabFocusReason)
        self._line.selectAll()

    def _arrange(self) -> None:
        ask = Panel()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.search, 1)
        beside = QVBoxLayout()
        beside.setSpacing(HAIR - 1)
        beside.addWidget(Label("", grade="small"))
        beside.addWidget(self._find)
        beside.addStretch()
        row.addLayout(beside)
        ask.body.addLayout(row)
        self._many = Panel(self.tr("Several people have this name: choose with ↑ ↓ and Enter"))
        self._many.add(self.people)
        self._result = QStackedWidget()
        self._result.addWidget(self.person)
        self._result.addWidget(self._many)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(self.notice)
        whole.addWidget(ask)
        whole.addWidget(self._result)
        whole.addStretch(1)
        whole.addWidget(Label(self.tr("Each look-up is kept in the journal."), "muted", grade="small"))


def _row(person: MaskedPerson) -> list[Cell | str]:
    return [person.name, str(person.birth_year), Cell(name_of(person.status), STATUS_TONES[person.status])]
