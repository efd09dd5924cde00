"""The room "Tahan data": whose records a dispute or an audit keeps from being erased."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.findings import FindingCode, Severity
from app.members.masking import MaskedPerson
from app.trust.kept_records import LegalHold
from ui.formats import short_date
from ui.shortcuts import Key
from ui.theme import GAP
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.widgets.table import Column, Row, Table
from ui.wording.finding_words import FindingWords, words_of_code
from ui.wording.names import name_of


class HoldsPage(Page):
    """``looked_up(typed)``; ``placed(member_id, reason)``; ``lifted(hold_id)``."""

    looked_up = Signal(str)
    placed = Signal(int, str)
    lifted = Signal(int)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Legal holds"))
        self.notice = Notice()
        self._holds: list[LegalHold] = []
        self._people: list[MaskedPerson] = []
        self.table = Table(
            self.tr("Holds that stand"),
            [
                Column(self.tr("Person"), stretch=True),
                Column(self.tr("Since"), width=100),
                Column(self.tr("Reason"), width=260),
            ],
            empty=self.tr("No record is held. Look a person up at the right to hold theirs."),
        )
        self._lift = ActionButton(self.tr("Lift the hold"), Key.GIVE_UP)
        self.who = Field(self.tr("NIK, KPJ or name"))
        self.found = Table(
            self.tr("People found"),
            [
                Column(self.tr("Person"), stretch=True),
                Column(self.tr("Born"), width=100),
                Column(self.tr("Status"), width=110),
            ],
            empty=self.tr("Nobody is looked up yet."),
        )
        self.reason = Field(self.tr("Reason of the hold"), hint=self.tr("For example the number of the case"))
        self._place = ActionButton(self.tr("Hold this person's records"), primary=True)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.who)

    def show_holds(self, holds: Sequence[tuple[LegalHold, str]]) -> None:
        self._holds = [hold for hold, _ in holds]
        self.table.show_rows([_hold_row(hold, name) for hold, name in holds])
        self._lift.setEnabled(bool(holds))

    def show_people(self, people: Sequence[MaskedPerson]) -> None:
        self._people = list(people)
        self.found.show_rows([_person_row(person) for person in people])
        self._place.setEnabled(bool(people))
        if people:
            (self.reason if len(people) == 1 else self.found).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.who.show_finding(Severity.WARN, self.tr("The branch knows nobody of that number or name."))

    def show_rejected(self, words: FindingWords) -> None:
        """Beside the field; what was typed stays."""
        self.who.show_finding(Severity.BLOCK, f"{words.what}. {words.remedy}")

    def show_placed(self) -> None:
        self.clear()
        self.notice.say(self.tr("Held: nothing of this person is erased until the hold is lifted."), Tone.OK)

    def show_lifted(self) -> None:
        self.notice.say(self.tr("The hold is lifted."), Tone.OK)

    def clear(self) -> None:
        """Nothing of the person looked up last is left."""
        self._people = []
        self.found.show_rows([])
        self._place.setEnabled(False)
        for field in (self.who, self.reason):
            field.set_text("")
            field.clear_finding()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _connect(self) -> None:
        self.who.entered.connect(lambda: self.looked_up.emit(self.who.text()))
        self.who.edited.connect(lambda _typed: self.who.clear_finding())
        self.found.row_chosen.connect(lambda _row: self.reason.setFocus())
        self.reason.entered.connect(self._hold)
        self.reason.edited.connect(lambda _typed: self.reason.clear_finding())
        self._place.triggered.connect(self._hold)
        self._lift.triggered.connect(self._lift_current)

    def _hold(self) -> None:
        row = self.found.current_row()
        if not 0 <= row < len(self._people):
            self.who.setFocus()
            return
        if not self.reason.text().strip():
            self.reason.show_finding(Severity.BLOCK, words_of_code(FindingCode.REQUIRED, {}).what)
            self.reason.setFocus()
            return
        self.placed.emit(self._people[row].member_id, self.reason.text())

    def _lift_current(self) -> None:
        row = self.table.current_row()
        if 0 <= row < len(self._holds):
            self.lifted.emit(self._holds[row].id)

    def _arrange(self) -> None:
        standing = Panel(self.tr("Holds that stand"))
        standing.add(self.table)
        row = QHBoxLayout()
        row.addWidget(self._lift)
        row.addStretch()
        standing.body.addLayout(row)
        fresh = Panel(self.tr("Hold a person's records"))
        for part in (self.who, self.found, self.reason, self._place):
            fresh.add(part)
        self._place.setEnabled(False)
        self._lift.setEnabled(False)
        lower = QHBoxLayout()
        lower.setSpacing(GAP)
        lower.addWidget(standing, 3)
        lower.addWidget(fresh, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(Label(self.tr("Legal holds"), grade="status"))
        whole.addWidget(self.notice)
        whole.addLayout(lower, 1)


def _hold_row(hold: LegalHold, name: str) -> Row:
    return [name, short_date(hold.placed_at.date()), hold.reason]


def _person_row(person: MaskedPerson) -> Row:
    born = short_date(person.birth_date) if person.birth_date else str(person.birth_year)
    return [person.name, born, name_of(person.status)]
