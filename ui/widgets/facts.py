"""Rows of a label and what it stands at.

``Facts()``; ``show_facts([Fact("NIK", "3578 …"), Fact("Status", "Aktif", Tone.OK)])``.
Values can be marked with the mouse and copied.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.theme import GAP, HAIR
from ui.tone import TONE_ICONS, Tone
from ui.widgets.icon import Icon
from ui.widgets.label import Label


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    text: str
    tone: Tone | None = None


class Facts(QWidget):
    def __init__(self, facts: Sequence[Fact] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Fact, ...] = ()
        self._rows: dict[int, tuple[QWidget, ...]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(HAIR)
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """What stands as it stood is not drawn anew."""
        before, self._shown = self._shown, tuple(facts)
        for row in range(max(len(before), len(self._shown))):
            fact = self._shown[row] if row < len(self._shown) else None
            if row < len(before) and before[row] == fact:
                continue
            for widget in self._rows.pop(row, ()):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
            if fact is not None:
                self._rows[row] = (Label(fact.label, "muted", grade="small"), _value(fact))
                for column, widget in enumerate(self._rows[row]):
                    self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)

    def facts(self) -> tuple[Fact, ...]:
        return self._shown


def _value(fact: Fact) -> QWidget:
    words = Label(fact.text, fact.tone or "ink", grade="small", weight="strong", wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.setAccessibleName(f"{fact.label}: {fact.text}")
    if fact.tone is None:
        return words
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(HAIR)
    row.addWidget(Icon(TONE_ICONS[fact.tone], fact.tone, grade="small"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return both
