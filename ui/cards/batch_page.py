"""One company's batch: its steps, its cards, what is asked under a card's row, and what may be done now.

It collects and shows: ``table``, ``side``, ``deeds``, ``question``, ``obstacle`` and ``hand_over`` are
filled by whoever carries it.
"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cards.print_job import CardState
from ui.cards.batch_actions import BatchActions
from ui.cards.batch_side import BatchSide
from ui.cards.batch_table import BatchTable
from ui.cards.card_obstacle import CardObstacle
from ui.cards.card_question import CardQuestion
from ui.cards.hand_over_form import HandOverForm
from ui.shortcuts import Key
from ui.theme import GAP, SMALL, WIDE
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.label import Elided, Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page, scrolling
from ui.widgets.pill import Pill
from ui.widgets.stepper import Stepper


class BatchPage(Page):
    left = Signal()
    shown = Signal()
    answered = Signal(int, object, object)
    """The place of the card, what was seen, and why it is spoiled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Batch"))
        self.notice = Notice()
        self.back = ActionButton(self.tr("Batches"), Key.BACK, quiet=True)
        self._title = Label(weight="strong")
        self._company = Elided(tone="muted")
        self._state = Pill(elided=True)
        self._stepper = Stepper()
        self._stepper.set_steps(
            [
                self.tr("Pre-flight"),
                self.tr("Approved"),
                self.tr("Printing"),
                self.tr("Match"),
                self.tr("Receipt"),
            ],
            notes={2: 6},
        )
        self.table = BatchTable()
        self.question = CardQuestion(in_row=True)
        self.obstacle = CardObstacle()
        self.deeds = BatchActions()
        self.hand_over = HandOverForm()
        self.side = BatchSide()
        self._asked = 0
        self._arrange()
        self._connect()
        self.hand_over.hide()

    def show_head(self, title: str, company: str, state: str, tone: Tone) -> None:
        self._title.setText(title)
        self._company.setText(company)
        self._state.say(state, tone)
        self.setAccessibleName(f"{title} · {company}")

    def state(self) -> str:
        return self._state.text()

    def show_step(self, step: int, notes: Mapping[int, str]) -> None:
        self._stepper.show_place(step, notes)

    def ask_about(self, place: int, job: int, title: str, why: str) -> None:
        """Whether the card at that place came out; the question stands under its row."""
        self._asked = place
        self.question.ask(job, title, why)
        self.table.open_under(place, self.question)

    def show_obstacle(self, place: int) -> None:
        """What is in the way of the card at that place, which ``obstacle`` tells."""
        self._asked = 0
        self.table.open_under(place, self.obstacle)

    def show_hand_over(self, shown: bool) -> None:
        """While it can be seen it has the first key; the cursor goes to the name, and back to the cards."""
        moved = shown is self.hand_over.isHidden()
        self.hand_over.setVisible(shown)
        if moved:
            self.take_focus()

    def ask_nothing(self) -> None:
        self._asked = 0
        self.question.begin_again()
        self.table.close_strip()

    @property
    def asked_place(self) -> int:
        """The card a question stands under, or 0."""
        return self._asked

    def set_busy(self, busy: bool, saying: str = "") -> None:
        if busy and not self.table.hasFocus() and not self.hand_over.isAncestorOf(self.focusWidget() or self):
            self.table.setFocus()  # else the focus of a busy button would wander out of the page
        self.question.set_busy(busy)
        self.deeds.set_busy(busy, saying)
        self.hand_over.show_busy(busy)

    def take_focus(self) -> None:
        """Only while the page is shown: elsewhere somebody is typing."""
        if self.isVisible():
            (self.table if self.hand_over.isHidden() else self.hand_over.name).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_side()
        self.shown.emit()

    def _fit_side(self) -> None:
        """Large text takes its width from the table, where names can be shortened."""
        self._side_area.setMinimumWidth(self.side.minimumSizeHint().width() + SMALL)

    def _connect(self) -> None:
        self.back.triggered.connect(self.left)
        self.question.answered.connect(self._answer)
        self.question.why_asked.connect(self.table.fit_strip)
        self.question.why_left.connect(self.table.fit_strip)
        self.question.why_asked.connect(self._ask_in_row)
        self.question.why_left.connect(lambda: self.back.setEnabled(not self.deeds.asking))
        self.deeds.asked.connect(self._ask_below)
        self.obstacle.resized.connect(self.table.fit_strip)

    def _ask_in_row(self) -> None:
        """One question at a time has the figure keys, and Esc leads back from it first."""
        self.deeds.begin_again()
        self.back.setEnabled(False)

    def _ask_below(self, asks: bool) -> None:
        if asks:
            self.question.begin_again()
        self.back.setEnabled(not asks)

    def _answer(self, answer: CardState, spoiled: object) -> None:
        if self._asked:
            self.answered.emit(self._asked, answer, spoiled)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._title)
        head.addWidget(self._company, 1)
        head.addWidget(self._state)
        head.addWidget(self.back)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addLayout(head)
        left.addWidget(self._stepper)
        left.addWidget(self.notice)
        left.addWidget(self.table, 1)
        left.addWidget(self.hand_over)
        left.addWidget(self.deeds)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(WIDE)
        row.addLayout(left, 23)
        self._side_area = scrolling(self.side)
        row.addWidget(self._side_area, 10)
