"""The shifts of a counter that ended, each with what became of its blanks and how far its count was off."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.cards.shift import Shift, ShiftEnd
from ui.formats import clock_time, number
from ui.tone import Tone
from ui.widgets.label import Label
from ui.widgets.panel import Panel
from ui.widgets.table import Cell, Column, Row, Table

LEAST_HEIGHT = 130


class ShiftHistory(Panel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Shifts that ended"))
        self.table = Table(
            self.tr("Shifts that ended"),
            [
                Column(self.tr("Ended"), stretch=True),
                Column(self.tr("Opening"), width=56, right=True),
                Column(self.tr("Received"), width=76, right=True),
                Column(self.tr("New"), width=52, right=True),
                Column(self.tr("Reprint"), width=60, right=True),
                Column(self.tr("Spoiled"), width=60, right=True),
                Column(self.tr("Held"), width=70, right=True),
                Column(self.tr("Counted"), width=76, right=True),
                Column(self.tr("Difference"), width=84),
            ],
            empty=self.tr("No shift has ended yet: count the blank cards above."),
        )
        self._about = Label("", "muted", grade="small", wrap=True)
        self._ends: list[ShiftEnd] = []
        self._names: Mapping[int, str] = {}
        self.table.setMinimumHeight(LEAST_HEIGHT)
        self.add(self.table)
        self.add(self._about)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._tell())

    def show_shifts(self, shifts: Sequence[Shift], names: Mapping[int, str]) -> None:
        self._ends = [shift.end for shift in shifts if shift.end is not None]
        self._names = names
        self.table.show_rows([self._row(end) for end in self._ends])
        self._tell()

    def _row(self, end: ShiftEnd) -> Row:
        level = end.level
        counts = (
            level.opening,
            level.received,
            level.good - end.reprinted,
            end.reprinted,
            level.spoiled,
            level.held,
            end.count.counted,
        )
        difference = Cell(self.tr("agrees"), Tone.OK)
        if end.difference:
            difference = Cell(f"{end.difference:+d}".replace("-", "−"), Tone.WARN)
        when = f"{end.closed_at:%d-%m} {clock_time(end.closed_at)}"
        return [when, *map(number, counts), difference]

    def _tell(self) -> None:
        """Who counted at the end of the selected one, and why the count was off."""
        row = self.table.current_row()
        self._about.setVisible(0 <= row < len(self._ends))
        if not self._about.isHidden():
            end = self._ends[row]
            words = self.tr("Counted by {name}.")
            if end.difference:
                words = self.tr("Counted by {name}. Reason for the difference: {reason}")
            self._about.setText(
                words.format(name=self._names.get(end.closed_by, ""), reason=end.count.reason)
            )
