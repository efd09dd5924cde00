"""Who takes a company's cards: name, what was shown, the end of its number; Enter walks on and hands over.

``HandOverForm()``; ``asked(name, IdShown, number)`` once all three are there; ``show_busy(busy)``.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.companies.card_batch import IdShown
from app.findings import Severity
from ui.shortcuts import Key
from ui.theme import GAP
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field, enter_moves_on
from ui.widgets.panel import Panel
from ui.wording.names import choices

NUMBER_END = 4


class HandOverForm(Panel):
    asked = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Who takes the cards?"))
        self.name = Field(self.tr("Name of the collector"))
        shown = Choice(self.tr("Document shown"))
        shown.offer(choices(IdShown))
        shown.set_code(IdShown.KTP.value)
        self.shown = Field(self.tr("Document"), shown)
        self.number = Field(self.tr("Last 4 characters"))
        self._hand_over = ActionButton(self.tr("Hand over"), Key.PRINT, primary=True)
        self._arrange()
        for field in (self.name, self.shown, self.number):
            field.edited.connect(self._edit)
        enter_moves_on([self.name, self.shown, self.number], self._ask)
        self._hand_over.triggered.connect(self._ask)
        self.setFocusProxy(self.name)

    def begin(self) -> None:
        """For another batch."""
        self.name.set_text("")
        self.shown.set_text(IdShown.KTP.value)
        self.number.set_text("")
        self._edit("")

    def show_busy(self, busy: bool) -> None:
        self._hand_over.set_busy(busy)

    def _ask(self) -> None:
        """The first thing that is missing gets the cursor; what was typed stays."""
        name, number = self.name.text().strip(), self.number.text().strip()
        if not name:
            self._refuse(self.name, self.tr("Write who takes the cards."))
        elif sum(character.isalnum() for character in number) < NUMBER_END:
            self._refuse(self.number, self.tr("Type at least the last 4 characters of its number."))
        else:
            self.asked.emit(name, IdShown(self.shown.text()), number)

    def _refuse(self, field: Field, words: str) -> None:
        field.show_finding(Severity.BLOCK, words)
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _edit(self, _text: str) -> None:
        self.name.clear_finding()
        self.number.clear_finding()

    def _arrange(self) -> None:
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        for column, (field, share) in enumerate(((self.name, 4), (self.shown, 3), (self.number, 2))):
            grid.addWidget(field, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, share)
        grid.addWidget(self._hand_over, 0, 3, Qt.AlignmentFlag.AlignVCenter)
        self.add(fields)
