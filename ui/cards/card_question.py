"""The question only a person can answer: did the card come out, and well?

``CardQuestion()``; ``ask(title, why)``; ``answered(state, spoiled_reason or None)``. B, R and T answer
while the question can be seen; R asks why the card is spoiled, by figure. ``ask`` keeps a half-given answer.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.cards.print_job import CardState, SpoiledReason
from ui.cards.numbered_choice import NumberedChoice
from ui.shortcuts import Key
from ui.theme import SMALL
from ui.widgets.action_button import ActionButton
from ui.widgets.label import Label
from ui.wording.names import choices


class CardQuestion(QWidget):
    answered = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(weight="strong", wrap=True)
        self._why = Label(grade="small", wrap=True)
        self._answers = QStackedWidget()
        self._good = ActionButton(self.tr("Came out, good"), Key.CARD_GOOD)
        self._spoiled = ActionButton(self.tr("Came out, spoiled"), Key.CARD_SPOILED)
        self._absent = ActionButton(self.tr("Did not come out"), Key.CARD_ABSENT)
        self._reasons = NumberedChoice()
        self._arrange()
        self._good.triggered.connect(lambda: self.answered.emit(CardState.GOOD, None))
        self._spoiled.triggered.connect(self._ask_why)
        self._absent.triggered.connect(lambda: self.answered.emit(CardState.NOT_PRINTED, None))
        self._reasons.chosen.connect(lambda code: self.answered.emit(CardState.SPOILED, SpoiledReason(code)))
        self._reasons.left.connect(self.begin_again)

    def ask(self, title: str, why: str) -> None:
        self._say(title)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._answers.show()

    def wait(self, title: str) -> None:
        """The card is on its way: too early to ask."""
        self._say(title)
        self._why.hide()
        self._answers.hide()

    def begin_again(self) -> None:
        """Back to the three answers."""
        self._answers.setCurrentIndex(0)

    def set_busy(self, busy: bool) -> None:
        """While an answer is being stored no second one is taken."""
        self._answers.setEnabled(not busy)

    def why(self) -> str:
        return self._why.text()

    def _say(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)

    def _ask_why(self) -> None:
        self._reasons.ask(self.tr("What is wrong with the card?"), choices(SpoiledReason))
        self._answers.setCurrentIndex(1)

    def _arrange(self) -> None:
        three = QWidget()
        row = QHBoxLayout(three)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for button in (self._good, self._spoiled, self._absent):
            row.addWidget(button)
        row.addWidget(Label(self.tr("or scan the card"), "muted", grade="small"))
        row.addStretch()
        self._answers.addWidget(three)
        self._answers.addWidget(self._reasons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self._title, self._why, self._answers):
            column.addWidget(part)
