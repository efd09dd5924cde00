"""The blanks of the shift that runs, and booking them in and out.

``booked(what, quantity, note)``: ``what`` is a :class:`StockMove`, or for blanks used up a :class:`UsedFor`.
"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from app.cards.card_stock import StockMove, UsedFor
from app.cards.count_blanks import ShiftNow
from app.cards.shift import ShiftUse
from app.errors import LoketError
from app.findings import Severity
from ui.formats import brief_date, clock_time, number
from ui.shortcuts import Key
from ui.supplies.beside_fields import add_beside_fields
from ui.supplies.count_panel import MOST_BLANKS
from ui.theme import GAP, HAIR
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field, enter_moves_on
from ui.widgets.label import Elided, Label
from ui.widgets.panel import Panel
from ui.wording.names import name_of
from ui.wording.problem_words import problem_words

_MOVES = (StockMove.RECEIVED, StockMove.GIVEN_BACK)


class BlanksPanel(Panel):
    booked = Signal(object, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._since = Elided("", "muted", grade="small")
        self._figures = Figures()
        self._spoiled = Label("", "muted", grade="small", wrap=True)
        self.what = Choice(self.tr("What is booked"))
        self._what = Field(self.tr("What is booked"), self.what)
        self.quantity = Field(self.tr("Blank cards"))
        self.note = Field(self.tr("Delivery note or remark"))
        self._book = ActionButton(self.tr("Book"), Key.BOOK_BLANKS)
        self._booking = QWidget()
        self._by_others = Label(
            self.tr("A card operator or a supervisor books what comes and goes."),
            "muted",
            grade="small",
            wrap=True,
        )
        self._arrange()
        self._book.triggered.connect(self._ask)
        self.quantity.edited.connect(self.quantity.clear_finding)
        enter_moves_on([self._what, self.quantity, self.note], self._book.click)

    def show_shift(self, now: ShiftNow) -> None:
        self.set_title(self.tr("Blank cards of this counter, this shift"))
        since = self.tr("No shift yet: it begins with the first count")
        if now.running is not None:
            since = self.tr("Since {day}, {time} · {name}").format(
                day=brief_date(now.running.opened_at.date()),
                time=clock_time(now.running.opened_at),
                name=now.names.get(now.running.opened_by, ""),
            )
        self._since.setText(since)
        self._figures.show_figures(self._told(now.use))
        spoiled = " · ".join(f"{name_of(why)} {number(count)}" for why, count in now.use.spoiled.items())
        self._spoiled.setText(self.tr("Spoiled: {reasons}").format(reasons=spoiled))
        self._spoiled.setVisible(bool(spoiled))

    def offer_booking(self, offered: bool) -> None:
        self._booking.setVisible(offered)
        self._by_others.setHidden(offered)

    def refuse(self, error: LoketError) -> None:
        words = problem_words(error)
        self.quantity.show_finding(Severity.BLOCK, f"{words.what}. {words.next_step}")
        self.quantity.setFocus()

    def clear(self) -> None:
        for field in (self.quantity, self.note):
            field.set_text("")
            field.clear_finding()
        self.what.set_code(StockMove.RECEIVED.value)

    def set_busy(self, busy: bool) -> None:
        self._book.set_busy(busy)

    def figures(self) -> Mapping[str, str]:
        """What is shown, by its label."""
        return self._figures.shown

    def _told(self, use: ShiftUse) -> dict[str, str]:
        level = use.level
        return {
            self.tr("Opening"): number(level.opening),
            self.tr("Received"): number(level.received),
            self.tr("New cards"): number(use.new),
            self.tr("Reprinted"): number(use.reprinted),
            self.tr("Spoiled"): number(level.spoiled),
            self.tr("Held"): number(level.held),
        }

    def _ask(self) -> None:
        typed = self.quantity.text().strip()
        if not typed.isdigit() or not int(typed):
            self.quantity.show_finding(Severity.BLOCK, self.tr("Type how many."))
            self.quantity.setFocus()
            return
        code = self.what.code()
        what = next((move for move in _MOVES if move.value == code), None) or UsedFor(code)
        self.booked.emit(what, int(typed), self.note.text())

    def _arrange(self) -> None:
        self.add_to_head(self._since)
        self.what.offer([(move.value, name_of(move)) for move in _MOVES])
        for used_for in UsedFor:
            words = self.tr("Used up: {what}").format(what=name_of(used_for))
            self.what.addItem(words, used_for.value)
        self.what.set_code(StockMove.RECEIVED.value)
        assert isinstance(self.quantity.editor, QLineEdit)
        self.quantity.editor.setValidator(QIntValidator(1, MOST_BLANKS, self))
        row = QHBoxLayout(self._booking)
        row.setContentsMargins(0, HAIR, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._what, 3)
        row.addWidget(self.quantity, 2)
        row.addWidget(self.note, 3)
        add_beside_fields(row, self._book)
        for widget in (self._figures, self._spoiled, self._booking, self._by_others):
            self.add(widget)


class Figures(QWidget):
    """Counts side by side, each below its label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: dict[str, str] = {}
        self._labels: dict[str, Label] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(HAIR)

    def show_figures(self, figures: Mapping[str, str]) -> None:
        """The same labels every time."""
        self.shown = dict(figures)
        for place, (label, count) in enumerate(figures.items()):
            if label not in self._labels:
                self._labels[label] = Label(weight="strong", grade="status")
                self._grid.addWidget(Label(label, "muted", grade="small"), 0, place)
                self._grid.addWidget(self._labels[label], 1, place)
                self._grid.setColumnStretch(place, 1)
            self._labels[label].setText(count)
            self._labels[label].setAccessibleName(f"{label}: {count}")
