"""The question only a person can answer: did the card come out, and well?

``CardQuestion()``; ``ask(card, title, why)``; ``answered(state, spoiled_reason or None)``. B, R and T answer
while the question can be seen; R asks why the card is spoiled, by figure. Asking about the same card again
keeps an answer half given, another card begins with the three answers. ``CardQuestion(in_row=True)`` stands
under the row that names the card, and leaves its title and why to it.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cards.print_job import CardState, SpoiledReason
from ui.cards.numbered_choice import NumberedChoice
from ui.shortcuts import Key
from ui.theme import SMALL
from ui.widgets.action_button import ActionButton
from ui.widgets.label import Elided, Label
from ui.wording.names import choices


class CardQuestion(QWidget):
    answered = Signal(object, object)
    why_asked = Signal()
    """The figure keys are taken now."""
    why_left = Signal()

    def __init__(self, *, in_row: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_row = in_row
        self._card = 0
        self._title = Label(weight="strong", wrap=True)
        self._why = Label(grade="small", wrap=True)
        self._good = ActionButton(self.tr("Came out, good"), Key.CARD_GOOD)
        self._spoiled = ActionButton(self.tr("Came out, spoiled"), Key.CARD_SPOILED)
        self._absent = ActionButton(self.tr("Did not come out"), Key.CARD_ABSENT)
        self._answers = QWidget()
        self._reasons = NumberedChoice()
        self._arrange()
        self._good.triggered.connect(lambda: self._answer(CardState.GOOD))
        self._spoiled.triggered.connect(self._ask_why)
        self._absent.triggered.connect(lambda: self._answer(CardState.NOT_PRINTED))
        self._reasons.chosen.connect(lambda code: self._answer(CardState.SPOILED, SpoiledReason(code)))
        self._reasons.left.connect(self.begin_again)

    def ask(self, card: int, title: str, why: str) -> None:
        """``card`` is the number of its job."""
        self._say(title, why)
        if card != self._card:
            self._card = card
            self.begin_again()

    def wait(self, title: str) -> None:
        """The card is on its way: too early to ask."""
        self._say(title, "")
        self._card = 0
        self._answers.hide()
        self._reasons.hide()

    def begin_again(self) -> None:
        """Back to the three answers."""
        self._reasons.hide()
        self._answers.show()
        self._why.setVisible(bool(self._why.text()) and not self._in_row)
        self.why_left.emit()

    def set_busy(self, busy: bool) -> None:
        """While an answer is being stored no second one is taken."""
        self._answers.setEnabled(not busy)
        self._reasons.setEnabled(not busy)

    @property
    def half_answered(self) -> bool:
        """Somebody is saying why the card is spoiled."""
        return not self._reasons.isHidden()

    @property
    def takes_answer(self) -> bool:
        return self._answers.isEnabled()

    def title(self) -> str:
        return self._title.text()

    def _answer(self, answer: CardState, spoiled: SpoiledReason | None = None) -> None:
        self.begin_again()
        self.answered.emit(answer, spoiled)

    def _ask_why(self) -> None:
        self._reasons.ask(self.tr("What is wrong with the card?"), choices(SpoiledReason))
        self._why.hide()
        self._answers.hide()
        self._reasons.show()
        self.why_asked.emit()

    def _say(self, title: str, why: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)
        self._why.setText(why)
        self._why.setVisible(bool(why) and self._reasons.isHidden() and not self._in_row)

    def _arrange(self) -> None:
        row = QHBoxLayout(self._answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for button in (self._good, self._spoiled, self._absent):
            row.addWidget(button)
        row.addWidget(Elided(self.tr("or scan the card"), "muted", grade="small"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self._title, self._why, self._answers, self._reasons):
            column.addWidget(part)
        self._title.setHidden(self._in_row)
        self._reasons.hide()
