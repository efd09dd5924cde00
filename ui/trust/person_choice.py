"""One person to search the journal for: typed, looked up, and picked where several bear the name.

``asked(typed)``; ``show_found(people)``; ``picked()`` whenever ``member_id`` changed.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.findings import Severity
from app.members.masking import MaskedPerson
from ui.theme import SMALL
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.table import Column, Table

_ROWS = 4


class PersonChoice(QWidget):
    asked = Signal(str)
    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[MaskedPerson, ...] = ()
        self._person: MaskedPerson | None = None
        self.search = Field(
            self.tr("Person: NIK, KPJ or name"),
            hint=self.tr("Enter looks the person up; that is journalled too"),
        )
        self._anybody = ActionButton(self.tr("Anybody"), quiet=True)
        self.people = Table(
            self.tr("People of that name"),
            [
                Column(self.tr("Name"), stretch=True),
                Column(self.tr("NIK"), width=190),
                Column(self.tr("Born"), width=80),
            ],
            empty=self.tr("Nobody found."),
        )
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.search, 1)
        row.addWidget(self._anybody, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(row)
        column.addWidget(self.people)
        self.search.entered.connect(self._ask)
        self.search.edited.connect(self.search.clear_finding)
        self.people.row_chosen.connect(lambda row: self._pick(self._people[row]))
        self._anybody.triggered.connect(self.forget)
        self.setFocusProxy(self.search)
        self.forget()

    @property
    def member_id(self) -> int | None:
        return self._person.member_id if self._person else None

    def show_found(self, people: Sequence[MaskedPerson]) -> None:
        self._people = tuple(people)
        if len(people) == 1:
            self._pick(people[0])
            return
        if not people:
            self.search.show_finding(Severity.WARN, self.tr("Nobody is stored under this."))
            return
        self.people.show_rows([[one.name, one.nik, str(one.birth_year)] for one in people])
        height = self.people.verticalHeader().defaultSectionSize()
        head = self.people.horizontalHeader().sizeHint().height()
        self.people.setFixedHeight(head + min(len(people), _ROWS) * height + SMALL)
        self.people.show()
        self.people.setFocus()

    def refuse(self, text: str) -> None:
        """What was typed can be no number of anybody."""
        self.search.show_finding(Severity.BLOCK, text)

    def forget(self) -> None:
        """The search is for anybody again."""
        self._person, self._people = None, ()
        self.people.hide()
        self.search.set_text("")
        self.search.clear_finding()
        self._anybody.hide()
        self.picked.emit()

    def _ask(self) -> None:
        typed = self.search.text().strip()
        if not typed:
            self.forget()
        elif self._person is None or typed != self._person.name:
            self.asked.emit(typed)

    def _pick(self, person: MaskedPerson) -> None:
        self._person = person
        self.people.hide()
        self.search.set_text(person.name)
        self.search.show_ok(self.tr("{nik}, born {year}").format(nik=person.nik, year=person.birth_year))
        self._anybody.show()
        self.search.setFocus()
        self.picked.emit()
