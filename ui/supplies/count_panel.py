"""Counting the blanks of a counter: one field, and a reason only where the count differs.

What should be there is told after the count was typed, never beside the empty field: a number that can be
copied is not counted. ``done()`` on Enter in the last field; ``count()`` is what was typed, or None with the
cursor where it is missing.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.cards.shift import BlankCount
from app.errors import LoketError
from app.findings import Severity
from ui.formats import number
from ui.supplies.beside_fields import add_beside_fields
from ui.theme import GAP
from ui.tone import Tone
from ui.widgets.field import Field, enter_moves_on
from ui.widgets.label import Label
from ui.widgets.panel import Panel

MOST_BLANKS = 99_999


class CountPanel(Panel):
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Count the blank cards"))
        self.counted = Field(
            self.tr("Blank cards counted"),
            hint=self.tr("Those in the feeder and in the drawer of this counter"),
        )
        assert isinstance(self.counted.editor, QLineEdit)
        self.counted.editor.setValidator(QIntValidator(0, MOST_BLANKS, self))
        self.reason = Field(
            self.tr("Why the count differs"), hint=self.tr("Kept with the count, and on the day's paper")
        )
        self._held = Label("", Tone.WARN, grade="small", wrap=True)
        self._row = QHBoxLayout()
        self._arrange()
        self.setFocusProxy(self.counted)
        self.counted.edited.connect(self._count_again)
        self.reason.edited.connect(self.reason.clear_finding)
        enter_moves_on([self.counted, self.reason], self.done.emit)
        self.show_held(0)

    def add_button(self, button: QWidget) -> None:
        """Beside the fields, where the count is kept at once."""
        add_beside_fields(self._row, button)

    def show_held(self, held: int) -> None:
        """Cards nobody has answered for."""
        self._held.setVisible(held > 0)
        words = self.tr("{count} cards wait for an answer. Leave them out of the count; they stay held.")
        self._held.setText(words.format(count=number(held)))

    def show_difference(self, error: LoketError) -> None:
        """What ``BLANKS_DIFFER`` carries."""
        expected, counted = int(error.facts["expected"]), int(error.facts["counted"])
        words = self.tr("There should be {expected}: {difference} too many. Count once more.")
        if counted < expected:
            words = self.tr("There should be {expected}: {difference} too few. Count once more.")
        told = words.format(expected=number(expected), difference=number(abs(counted - expected)))
        self.counted.show_finding(Severity.BLOCK, told)
        self.reason.show()
        self.reason.show_finding(Severity.WARN, self.tr("If it stays so, write why."))
        self.counted.setFocus()
        assert isinstance(self.counted.editor, QLineEdit)
        self.counted.editor.selectAll()

    def count(self) -> BlankCount | None:
        typed = self.counted.text().strip()
        if not typed.isdigit():
            self.counted.show_finding(Severity.BLOCK, self.tr("Count the blank cards and type how many."))
            self.counted.setFocus()
            return None
        return BlankCount(int(typed), self.reason.text() if self.reason.isVisible() else "")

    def clear(self) -> None:
        for field in (self.counted, self.reason):
            field.set_text("")
            field.clear_finding()
        self.reason.hide()

    def _count_again(self) -> None:
        """A corrected count needs no reason unless it differs too."""
        self.counted.clear_finding()
        self.reason.hide()

    def _arrange(self) -> None:
        self._row.setSpacing(GAP)
        self._row.addWidget(self.counted, 2)
        self._row.addWidget(self.reason, 3)
        self.reason.hide()
        self.add(self._held)
        self.body.addLayout(self._row)
