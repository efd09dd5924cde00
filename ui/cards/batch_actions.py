"""What may be done with a batch now: one primary key, F9, and few others; a figure says why the rest is left.

``BatchActions()``; ``offer(deeds, primary words, hint)``; ``chosen(Deed)``,
``given_up(GiveUpReason)``, ``scheduled(hour and minute)``.
"""

from enum import StrEnum

from PySide6.QtCore import QRegularExpression, QTime, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cards.print_job import GiveUpReason
from app.findings import Severity
from ui.cards.numbered_choice import NumberedChoice
from ui.shortcuts import Key
from ui.theme import SMALL
from ui.tone import TONE_ICONS, Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.line import Line
from ui.wording.names import choices

_HOUR = QRegularExpression(r"\d{0,2}[:.]?\d{0,2}")


class Deed(StrEnum):
    GO_ON = "go_on"  # the primary one: approve, print now, all good, resume, write the papers
    PAUSE = "pause"
    SCHEDULE = "schedule"
    CANCEL_REST = "cancel_rest"
    PAPER_CARDS = "paper_cards"  # temporary ones, while the printer is down
    LEAVE_OUT = "leave_out"
    EARLIER = "earlier"
    LATER = "later"
    TICK = "tick"


_OF_A_CARD = (Deed.EARLIER, Deed.LATER, Deed.LEAVE_OUT)


class BatchActions(QWidget):
    chosen = Signal(object)
    given_up = Signal(object)
    scheduled = Signal(QTime)
    asked = Signal(bool)
    """Whether a question of its own has the figure keys and Esc."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint_icon = Icon(TONE_ICONS[Tone.WARN], Tone.WARN, grade="small")
        self._hint = Label(tone="muted", grade="small", wrap=True)
        self._buttons = {
            Deed.EARLIER: ActionButton(self.tr("Up"), Key.EARLIER),
            Deed.LATER: ActionButton(self.tr("Down"), Key.LATER),
            Deed.LEAVE_OUT: ActionButton(self.tr("Leave out"), Key.GIVE_UP),
            Deed.SCHEDULE: ActionButton(self.tr("Schedule"), Key.AT_A_TIME),
            Deed.TICK: ActionButton(self.tr("Not good"), Key.TICK),
            Deed.PAPER_CARDS: ActionButton(self.tr("Temporary cards"), Key.PAPER_CARDS),
            Deed.PAUSE: ActionButton(self.tr("Pause"), Key.PAUSE),
            Deed.CANCEL_REST: ActionButton(self.tr("Cancel the rest"), Key.CANCEL_REST),
            Deed.GO_ON: ActionButton("", Key.PRINT, primary=True),
        }
        self._above = QWidget()
        self._row = QWidget()
        self._why = NumberedChoice()
        self._when = _When()
        self._arrange()
        for deed, button in self._buttons.items():
            button.triggered.connect(lambda deed=deed: self._choose(deed))
        self._why.chosen.connect(self._give_up)
        self._why.left.connect(self.begin_again)
        self._when.asked.connect(self._schedule)
        self._when.left.connect(self.begin_again)

    def offer(self, deeds: frozenset[Deed], primary: str, hint: str, *, needs_a_hand: bool = False) -> None:
        for deed, button in self._buttons.items():
            button.setVisible(deed in deeds)
        self._buttons[Deed.GO_ON].set_text(primary)
        self._hint.say(hint, Tone.WARN if needs_a_hand else "muted")
        self._hint_icon.setVisible(needs_a_hand)

    def offers(self, deed: Deed) -> bool:
        button = self._buttons[deed]
        return not button.isHidden() and button.isEnabled()

    def primary(self) -> str:
        return self._buttons[Deed.GO_ON].text() if self.offers(Deed.GO_ON) else ""

    def set_busy(self, busy: bool, saying: str = "") -> None:
        for deed, button in self._buttons.items():
            button.set_busy(busy, saying if deed is Deed.GO_ON else "")

    def begin_again(self) -> None:
        """Back from a question to what may be done."""
        self._why.hide()
        self._when.hide()
        self._above.show()
        self._row.show()
        self.asked.emit(False)

    @property
    def asking(self) -> bool:
        """The figure keys, or the keys of a field, are taken now."""
        return self._row.isHidden()

    def _choose(self, deed: Deed) -> None:
        if deed is Deed.CANCEL_REST:
            self._hide_rows()
            self._why.ask(
                self.tr("Why will the cards that are not printed yet be cancelled?"), choices(GiveUpReason)
            )
            self._why.show()
        elif deed is Deed.SCHEDULE:
            self._hide_rows()
            self._when.show()
            self._when.begin()
        else:
            self.chosen.emit(deed)

    def _hide_rows(self) -> None:
        self._above.hide()
        self._row.hide()
        self.asked.emit(True)

    def _give_up(self, code: str) -> None:
        self.begin_again()
        self.given_up.emit(GiveUpReason(code))

    def _schedule(self, at: QTime) -> None:
        self.begin_again()
        self.scheduled.emit(at)

    def _arrange(self) -> None:
        above, row = _row_in(self._above), _row_in(self._row)
        above.addWidget(self._hint_icon)
        above.addWidget(self._hint, 1)
        row.addStretch()
        for deed, button in self._buttons.items():
            (above if deed in _OF_A_CARD else row).addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self._above, self._row, self._why, self._when):
            column.addWidget(part)
        self.offer(frozenset(), "", "")
        self.begin_again()


def _row_in(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    return row


class _When(QWidget):
    """The hour of today at which a batch may begin."""

    asked = Signal(QTime)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        editor = Line()
        editor.setValidator(QRegularExpressionValidator(_HOUR, editor))
        self._hour = Field(self.tr("Print from (hour and minute, such as 1430)"), editor)
        self._set = ActionButton(self.tr("Approve for that time"), Key.PRINT, primary=True)
        self._back = ActionButton(self.tr("Back"), Key.BACK, quiet=True)
        row = _row_in(self)
        row.addWidget(self._hour, 1)
        row.addWidget(self._back)
        row.addWidget(self._set)
        self._set.triggered.connect(self._ask)
        self._back.triggered.connect(self.left)
        self._hour.entered.connect(self._set.click)
        self._hour.edited.connect(lambda _text: self._hour.clear_finding())

    def begin(self) -> None:
        self._hour.set_text("")
        self._hour.clear_finding()
        self._hour.setFocus()

    def _ask(self) -> None:
        digits = "".join(figure for figure in self._hour.text() if figure.isdigit())
        at = QTime.fromString(digits.rjust(4, "0"), "HHmm")
        if len(digits) < 3 or not at.isValid():
            asked = self.tr("Type the hour with two figures and the minute with two, such as 1430.")
            self._hour.show_finding(Severity.BLOCK, asked)
            self._hour.setFocus()
            return
        self.asked.emit(at)
