"""The KPJ numbers of the branch: its blocks, what is left, and a new one from the centre's letter.

A block is looked at before it is added: ``look_asked(first, last)``, and with what it would be on the screen
``add_asked(first, last)``. ``take_back_asked(block_id)`` for one of which no number was given.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.cards.add_numbers import NumbersNow
from app.cards.number_block import LOW_SHARE, NumberBlock
from app.errors import LoketError
from app.findings import Severity
from ui.formats import number, tidy_kpj
from ui.shortcuts import Key
from ui.theme import GAP
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field, enter_moves_on
from ui.widgets.label import Label
from ui.widgets.panel import Panel
from ui.widgets.table import Cell, Column, Row, Table
from ui.wording.problem_words import problem_words


class NumbersPanel(Panel):
    look_asked = Signal(str, str)
    add_asked = Signal(str, str)
    take_back_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("KPJ numbers"))
        self._left = Label("", weight="strong", wrap=True)
        self.table = Table(
            self.tr("Blocks of KPJ numbers"),
            [
                Column(self.tr("Block"), stretch=True),
                Column(self.tr("Used"), width=80, right=True),
                Column(self.tr("Left"), width=66, right=True),
            ],
            empty=self.tr("No block yet: type the first and the last number of the centre's letter below."),
        )
        self._take_back = ActionButton(self.tr("Take back"), Key.GIVE_UP, quiet=True, within=self.table)
        self.first = Field(self.tr("First number"), tidy=tidy_kpj)
        self.last = Field(self.tr("Last number"), tidy=tidy_kpj)
        self._summary = Label("", Tone.INFO, weight="strong", wrap=True)
        self.add_button = ActionButton("", Key.NEW_NUMBERS)
        self._blocks: tuple[NumberBlock, ...] = ()
        self._looked_at = False
        self._arrange()
        self._look_anew()
        self._offer_back()
        self.add_button.triggered.connect(self._ask)
        self._take_back.triggered.connect(self._ask_back)
        for field in (self.first, self.last):
            field.edited.connect(self._look_anew)
        enter_moves_on([self.first, self.last], self.add_button.click)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._offer_back())

    def show_numbers(self, now: NumbersNow) -> None:
        level = now.level
        words = self.tr("{left} of {total} numbers left")
        tone = None
        if not now.blocks or level.empty:
            words, tone = self.tr("No number left: ask the centre for a new block"), Tone.ERROR
        elif level.low:
            words, tone = self.tr("{left} of {total} numbers left: ask the centre for a new block"), Tone.WARN
        self._left.say(words.format(left=number(level.left), total=number(level.total)), tone or "ink")
        self._blocks = now.blocks
        self.table.show_rows([_row(block) for block in now.blocks])
        self._offer_back()

    def show_block(self, block: NumberBlock) -> None:
        """What the two numbers come to; one more key adds it."""
        words = self.tr("{count} numbers, {block}").format(count=number(block.total), block=str(block))
        self._summary.say(words, Tone.INFO)
        self._summary.show()
        self._looked_at = True
        self.add_button.set_text(self.tr("Add {count} numbers").format(count=number(block.total)))

    def refuse(self, error: LoketError) -> None:
        words = problem_words(error)
        self.last.show_finding(Severity.BLOCK, f"{words.what}. {words.next_step}")
        self.last.setFocus()

    def clear(self) -> None:
        for field in (self.first, self.last):
            field.set_text("")
        self._look_anew()

    def show_added(self) -> None:
        """From the table the undo key undoes the block, not what was typed."""
        self.clear()
        self.table.setFocus()

    def set_busy(self, busy: bool) -> None:
        self.add_button.set_busy(busy)

    def summary(self) -> str:
        """What would be added, once it was looked at."""
        return self._summary.text() if self._looked_at else ""

    def _look_anew(self) -> None:
        """Other figures are another block."""
        for field in (self.first, self.last):
            field.clear_finding()
        self._looked_at = False
        self._summary.hide()
        self.add_button.set_text(self.tr("Look at the block"))

    def _ask(self) -> None:
        asked = self.add_asked if self._looked_at else self.look_asked
        asked.emit(self.first.text(), self.last.text())

    def _ask_back(self) -> None:
        self.take_back_asked.emit(self._blocks[self.table.current_row()].id)

    def _offer_back(self) -> None:
        row = self.table.current_row()
        self._take_back.setVisible(0 <= row < len(self._blocks) and self._blocks[row].untouched)

    def _arrange(self) -> None:
        self.add_to_head(self._take_back)
        self.table.setMinimumHeight(90)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.first, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.last, 1, Qt.AlignmentFlag.AlignTop)
        self.add(self._left)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row)
        self.add(self._summary)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignRight)


def _row(block: NumberBlock) -> Row:
    low = 0 < block.left * 100 <= block.total * LOW_SHARE
    left = Cell(number(block.left), Tone.WARN) if low else number(block.left)
    return [str(block), number(block.total - block.left), left]
