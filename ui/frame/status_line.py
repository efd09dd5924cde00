"""The line at the foot: what the program stands on, and how the day goes.

``show_today(visits, good, spoiled)``; ``show_time(now)``.
"""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.formats import brief_date, clock_time, number
from ui.theme import HAIR, SECTION, WIDE
from ui.tone import Tone
from ui.widgets.icon import Icon
from ui.widgets.label import Elided, Ink, Label


class StatusLine(QFrame):
    def __init__(self, counter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counter = Label(counter, "muted", grade="small")
        self._today = Elided(tone="muted", grade="small")
        self._time = Label(tone="muted", grade="small")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(WIDE, HAIR, WIDE, HAIR)
        self._row.setSpacing(SECTION - HAIR)
        self._add("lock", Label(self.tr("Database encrypted"), "muted", grade="small"), "muted")
        self._row.addWidget(self._counter)
        self._row.addWidget(self._today)
        self._row.addStretch()
        unguarded = self.tr("Sign-in without a password – demo branch only")
        self._add("triangle-alert", Elided(unguarded, Tone.WARN, grade="small"), Tone.WARN)
        self._row.addWidget(self._time)

    def show_counter(self, counter: str) -> None:
        self._counter.setText(counter)

    def show_today(self, visits: int, good: int, spoiled: int) -> None:
        words = self.tr("Today: {visits} visits · {good} cards good · {spoiled} spoiled")
        self._today.setText(words.format(visits=number(visits), good=number(good), spoiled=number(spoiled)))

    def show_time(self, now: datetime) -> None:
        self._time.setText(f"{brief_date(now.date())} · {clock_time(now)}")

    def _add(self, icon: str, words: Label, tone: Ink) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(HAIR + 2)
        pair.addWidget(Icon(icon, tone, grade="small"))
        pair.addWidget(words)
        self._row.addLayout(pair)
