"""The line at the foot: what the program stands on, and how the day goes.

``show_database(text, tone)``; ``show_backup(text, tone)`` and ``backup_asked()``;
``show_today(day)``; ``show_sample_data()``; ``show_time(now)``.
"""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.reports.daily_tally import CounterDay
from ui.formats import brief_date, clock_time, number
from ui.theme import HAIR, SECTION, WIDE
from ui.tone import Tone
from ui.widgets.icon import Icon
from ui.widgets.label import Elided, Ink, Label


class StatusLine(QFrame):
    backup_asked = Signal()

    def __init__(self, counter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._database = _Told("lock", self.tr("Database encrypted"))
        self._backup = _BackupButton()
        self._backup.clicked.connect(self.backup_asked)
        self._backup.hide()
        self._counter = Label(counter, "muted", grade="small")
        self._today = Elided(tone="muted", grade="small")
        self._time = Label(tone="muted", grade="small")
        self._sample = Label(self.tr("SAMPLE DATA"), grade="small", weight="strong")
        self._sample.setObjectName("sampleData")
        self._sample.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, HAIR, WIDE, HAIR)
        row.setSpacing(SECTION - HAIR)
        for part in (self._database, self._backup, self._counter, self._today):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self._sample)
        row.addWidget(self._time)

    def show_counter(self, counter: str) -> None:
        self._counter.setText(counter)

    def show_database(self, text: str, tone: Tone) -> None:
        """``OK`` is calm; anything else stands out."""
        calm = tone is Tone.OK
        self._database.say("lock" if calm else "triangle-alert", text, "muted" if calm else tone)

    def show_backup(self, text: str, tone: Tone) -> None:
        calm = tone is Tone.OK
        self._backup.say(text, "muted" if calm else tone)
        self._backup.show()

    def show_today(self, day: CounterDay) -> None:
        """Reprints are among the good cards, and told apart where there are any."""
        told = self.tr("Today: {visits} visits · {good} cards good · {spoiled} spoiled")
        if day.reprinted:
            told = self.tr(
                "Today: {visits} visits · {good} cards good, {reprinted} reprints · {spoiled} spoiled"
            )
        words = told.format(
            visits=number(day.visits),
            good=number(day.good),
            reprinted=number(day.reprinted),
            spoiled=number(day.spoiled),
        )
        self._today.setText(words)

    def forget_today(self) -> None:
        """For an officer whom the day's figures do not concern."""
        self._today.setText("")

    def show_sample_data(self) -> None:
        """On a demo branch, so that nobody takes its people for real ones."""
        self._sample.show()

    def show_time(self, now: datetime) -> None:
        self._time.setText(f"{brief_date(now.date())} · {clock_time(now)}")


class _Told(QWidget):
    def __init__(self, icon: str, text: str = "") -> None:
        super().__init__()
        self._icon, self._text = Icon(icon, "muted", grade="small"), Elided(text, "muted", grade="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HAIR + 2)
        row.addWidget(self._icon)
        row.addWidget(self._text)

    def say(self, icon: str, text: str, ink: Ink) -> None:
        self._icon.show_icon(icon, ink)
        self._text.say(text, ink)


class _BackupButton(QPushButton):
    """When the last backup was made; a press leads to where one is made."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lastBackup")
        self.setAutoDefault(False)
        self._told = _Told("database-backup")
        self._told.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = QHBoxLayout(self)
        self._inside.setContentsMargins(HAIR, 0, HAIR, 0)
        self._inside.addWidget(self._told)
        self.setAccessibleName(self.tr("Last backup"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, text: str, ink: Ink) -> None:
        self._told.say("database-backup", text, ink)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._inside.sizeHint().width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSize().width(), self.sizeHint().height())
