"""Step 1 on the screen: one box, the answer in large words, and what may be done next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.findings import Severity
from app.members.masking import MaskedPerson
from app.members.nik import Nik
from app.ports import Draft
from app.visit.step_1_verify import PersonFound, Verification
from app.visit.visit import DocumentShown, VisitKind
from ui.formats import short_date, tidy_nik
from ui.shortcuts import Key
from ui.theme import GAP, HAIR, SMALL
from ui.tone import Tone
from ui.visit.left_over_list import LeftOverList
from ui.visit.member_status import STATUS_TONES
from ui.visit.person_view import PersonView
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.line import Line
from ui.widgets.mark import mark
from ui.widgets.page import Page, scrolling
from ui.widgets.panel import Panel
from ui.widgets.table import Cell, Column, Table
from ui.widgets.tick import Tick
from ui.wording.finding_words import FindingWords
from ui.wording.names import choices, name_of

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_UNKNOWN = (VisitKind.NEW_MEMBER, VisitKind.STATUS)


class VerifyPage(Page):
    asked = Signal(str)
    person_picked = Signal(int)
    reveal_asked = Signal(int)
    membership_shown = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = Line()
        self._line.setPlaceholderText(self.tr("Type or scan"))
        mark(self._line, grade="status")
        self.search = Field(self.tr("NIK, KPJ or name of the visitor"), self._line, tidy=tidy_nik)
        self.find_button = ActionButton(self.tr("Find"), primary=True, icon="search")
        self.people = Table(
            self.tr("People found"),
            [
                Column(self.tr("Name"), stretch=True),
                Column(self.tr("Date of birth"), width=130),
                Column(self.tr("NIK"), width=190),
                Column(self.tr("Status"), width=150),
            ],
            empty=self.tr("Nobody is stored under this name."),
        )
        self._reveal = ActionButton(self.tr("Show NIK"), Key.REVEAL, quiet=True, within=self.people)
        self.person = PersonView()
        self.document = Choice(self.tr("Document shown"))
        self.document.offer(choices(DocumentShown))
        self.document_field = Field(self.tr("Document shown"), self.document)
        self.matches = Tick(self.tr("The document matches the person"))
        self.left_over = LeftOverList()
        self._compare_first = Label("", Tone.WARN, grade="small", wrap=True)
        self._people: tuple[MaskedPerson, ...] = ()
        self._revealed: dict[int, Nik] = {}
        self._actions: list[ActionButton] = []
        self._kinds: tuple[VisitKind, ...] = ()
        self._arrange()
        self.search.entered.connect(self._ask)
        self.find_button.triggered.connect(self._ask)
        self.people.row_chosen.connect(lambda row: self.person_picked.emit(self._people[row].member_id))
        self._reveal.triggered.connect(self._ask_for_number)
        self.person.membership_shown.connect(self.membership_shown)
        for watched in (self._line, self.matches):
            watched.installEventFilter(self)
        self.matches.toggled.connect(lambda _on: self._compare_first.hide())
        self.begin()

    def begin(self) -> None:
        """Ready for the next visitor."""
        self.search.set_text("")
        self.search.clear_finding()
        self.forget_answer()
        self.focus_search()

    def forget_answer(self) -> None:
        self._result.hide()
        self._identity.hide()
        self.matches.setChecked(False)
        self.document.set_code(DocumentShown.KTP.value)
        self._compare_first.hide()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.TabFocusReason)
        self._line.selectAll()

    def look_up(self, typed: str) -> None:
        """What a scanner read is looked up at once, wherever the focus is."""
        self.search.set_text(typed)
        self._ask()

    def show_rejected(self, words: FindingWords) -> None:
        """Beside the field; what was typed stays."""
        self.search.show_finding(Severity.BLOCK, f"{words.what}. {words.why} {words.remedy}")
        self.focus_search()

    def show_busy(self, busy: bool) -> None:
        self.find_button.set_busy(busy, self.tr("Looking …"))
        for action in self._actions:
            action.setDisabled(busy)

    def show_people(self, people: Sequence[MaskedPerson]) -> None:
        """Several have this name: arrows and Enter pick one."""
        self.search.clear_finding()
        self._people, self._revealed = tuple(people), {}
        self._show_people_rows()
        self._result.setCurrentWidget(self._many)
        self._result.show()
        self._identity.hide()
        self.people.selectRow(0)
        self.people.setFocus(Qt.FocusReason.TabFocusReason)

    def show_nik(self, member_id: int, nik: Nik) -> None:
        """The officer asked for it; the next list masks it again."""
        self._revealed[member_id] = nik
        self._show_people_rows()

    def show_person(self, person: PersonFound) -> None:
        self.search.clear_finding()
        self.person.show_person(person)
        self._show_next(person.may)

    def show_unknown(self, verification: Verification, says: Sequence[str]) -> None:
        self.search.clear_finding()
        self.person.show_unknown(verification.query.kind, says)
        self._show_next(_UNKNOWN)

    def offer_again(self) -> None:
        """Back from the form: what was found and compared still stands, one key goes on."""
        self._show_next(self._kinds)
        if self.matches.isChecked():
            self._actions[0].setFocus(Qt.FocusReason.TabFocusReason)

    def document_shown(self) -> DocumentShown | None:
        """None until the officer ticked that it was compared."""
        return DocumentShown(self.document.code()) if self.matches.isChecked() else None

    def ask_for_document(self, words: FindingWords) -> None:
        self._compare_first.setText(f"{words.what}. {words.remedy}")
        self._compare_first.show()
        self.matches.setFocus(Qt.FocusReason.TabFocusReason)

    def told_about_document(self) -> str:
        """What is asked before one may go on, or nothing."""
        return "" if self._compare_first.isHidden() else self._compare_first.text()

    def offered(self) -> list[str]:
        """What may be done next, as the buttons say it."""
        return [action.text() for action in self._actions]

    def show_left_over(self, drafts: Sequence[Draft]) -> None:
        self.left_over.show_drafts(drafts)

    def focus_left_over(self) -> None:
        if self.left_over.isVisibleTo(self):
            self.left_over.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on the tick goes on to the likeliest action, and takes it once the document was compared;
        Ctrl+Z in an empty box is the page's undo."""
        if not isinstance(event, QKeyEvent):
            return False
        if watched is self._line:
            override = event.type() is QEvent.Type.ShortcutOverride
            if override and event.matches(QKeySequence.StandardKey.Undo) and not self._line.isUndoAvailable():
                event.ignore()
                return True
            return False
        pressed = event.type() is QEvent.Type.KeyPress  # letting go the Enter that brought us here is none
        if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._actions:
            self._actions[0].setFocus(Qt.FocusReason.TabFocusReason)
            if self.matches.isChecked() and not event.isAutoRepeat():
                self._actions[0].click()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Beside the fields, what is typed is the next search; Esc goes to the box."""
        if event.key() == Qt.Key.Key_Escape:
            self.focus_search()
        elif event.text().isalnum() and not event.modifiers() & ~_PLAIN:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self._line.setText(event.text())
        else:
            super().keyPressEvent(event)

    def _show_people_rows(self) -> None:
        self.people.show_rows([_row(person, self._revealed.get(person.member_id)) for person in self._people])

    def _ask_for_number(self) -> None:
        row = self.people.current_row()
        if 0 <= row < len(self._people):
            self.reveal_asked.emit(self._people[row].member_id)

    def _ask(self) -> None:
        if self.find_button.isEnabled():
            self.asked.emit(self.search.text())

    def _show_next(self, kinds: Sequence[VisitKind]) -> None:
        words = {
            VisitKind.NEW_MEMBER: self.tr("Register as new member"),
            VisitKind.NEW_MEMBERSHIP: self.tr("Add a membership"),
            VisitKind.CARD: self.tr("Print the card"),
            VisitKind.STATUS: self.tr("Only tell the status"),
        }
        for action in self._actions:
            self._actions_row.removeWidget(action)
            action.hide()
            action.deleteLater()
        self._actions, self._kinds = [], tuple(kinds)
        for number, kind in enumerate(kinds, 1):
            # a bare figure may be the start of the next visitor's NIK
            action = ActionButton(words[kind], f"Alt+{number}", primary=number == 1)
            action.triggered.connect(lambda kind=kind: self.chosen.emit(kind))
            self._actions_row.insertWidget(number - 1, action)
            action.show()  # at once, so that it can take the focus
            self._actions.append(action)
        self._result.setCurrentWidget(self.person)
        self._result.show()
        self._identity.show()
        self.matches.setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        ask = Panel()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.search, 1)
        beside = QVBoxLayout()
        beside.setSpacing(HAIR - 1)
        beside.addWidget(Label("", grade="small"))
        beside.addWidget(self.find_button)
        beside.addStretch()
        row.addLayout(beside)
        ask.body.addLayout(row)
        self._many = Panel(self.tr("Several people have this name: choose with ↑ ↓ and Enter"))
        self._many.add(self.people)
        self._many.body.addWidget(self._reveal, 0, Qt.AlignmentFlag.AlignRight)
        self._result = QStackedWidget()
        self._result.addWidget(self.person)
        self._result.addWidget(self._many)
        self._identity = self._identity_panel()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(ask)
        column.addWidget(self._result)
        column.addWidget(self._identity)
        column.addStretch(1)
        column.addWidget(self.left_over)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def _identity_panel(self) -> Panel:
        panel = Panel(self.tr("Compare with the paper, then go on"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.document_field)
        row.addWidget(self.matches, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        panel.body.addLayout(row)
        panel.add(self._compare_first)
        self._actions_row = QHBoxLayout()
        self._actions_row.setSpacing(SMALL)
        self._actions_row.addStretch()
        panel.body.addSpacing(HAIR)
        panel.body.addLayout(self._actions_row)
        return panel


def _row(person: MaskedPerson, revealed: Nik | None) -> list[Cell | str]:
    return [
        person.name,
        short_date(person.birth_date) if person.birth_date else str(person.birth_year),
        revealed.grouped if revealed else person.nik,
        Cell(name_of(person.status), STATUS_TONES[person.status]),
    ]
