"""Beside a batch: how far it is, what has to agree before its receipt, the blanks and the ribbon it needs.

``BatchSide()``; ``show_progress(…)``, ``show_match(facts)``, ``show_blanks(level, needed)``,
``show_ribbon(level, needed)``.
"""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cards.card_stock import BlankLevel
from app.cards.ribbon import RibbonLevel
from ui.formats import clock_time, number
from ui.theme import GAP, SMALL
from ui.tone import Tone
from ui.widgets.bar import Bar
from ui.widgets.facts import Fact, Facts
from ui.widgets.label import Label
from ui.widgets.panel import Panel
from ui.wording.names import name_of


class BatchSide(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = Label(grade="status")
        self._of = Label()
        self._bar = Bar()
        self._pace = Label(tone="muted", grade="small", wrap=True)
        self._match = Facts()
        self._blanks = Facts()
        self._blanks_word = Label(grade="small", weight="strong", wrap=True)
        self._ribbon = Panel(self.tr("Ribbon"))
        self._ribbon_bar = Bar()
        self._ribbon_words = Label(tone="muted", grade="small", wrap=True)
        self._arrange()

    def show_progress(self, done: int, total: int, seconds: float | None, ends_at: datetime | None) -> None:
        """``seconds`` for a card and when it will be done, as soon as they are more than a guess."""
        self._done.setText(number(done))
        self._of.setText(self.tr("of {total} cards").format(total=number(total)))
        self._bar.show_share(done / total if total else 0.0)
        told = []
        if seconds is not None:
            figure = f"{seconds:.1f}".replace(".", ",")
            told.append(self.tr("{seconds} seconds a card").format(seconds=figure))
        if ends_at is not None:
            told.append(self.tr("done at about {time}").format(time=clock_time(ends_at)))
        self._pace.setText(" · ".join(told))
        self._pace.setVisible(bool(told))
        self._bar.setAccessibleName(f"{self._done.text()} {self._of.text()}")

    def show_match(self, facts: Sequence[Fact]) -> None:
        self._match.show_facts(facts)

    def match(self) -> tuple[Fact, ...]:
        return self._match.facts()

    def show_blanks(self, level: BlankLevel, needed: int) -> None:
        """``needed`` is how many the batch still takes."""
        self._blanks.show_facts(
            [
                Fact(self.tr("Opening + received"), number(level.opening + level.received)),
                Fact(self.tr("Good"), number(level.good)),
                Fact(self.tr("Spoiled"), number(level.spoiled)),
                Fact(self.tr("Held until checked"), number(level.held)),
                Fact(self.tr("Should be left"), number(level.remaining)),
            ]
        )
        short = level.remaining < needed
        words = self.tr("{left} blanks, the batch needs {needed}")
        told = words.format(left=number(level.remaining), needed=number(needed))
        self._blanks_word.say(told, Tone.WARN)
        self._blanks_word.setVisible(short)

    def blanks_word(self) -> str:
        """What is said of too few blanks, or nothing."""
        return "" if self._blanks_word.isHidden() else self._blanks_word.text()

    def show_ribbon(self, level: RibbonLevel | None, needed: int) -> None:
        """Nothing is shown of a ribbon nobody told of."""
        self._ribbon.setVisible(level is not None)
        if level is None:
            return
        short = level.left < needed
        self._ribbon.set_title(self.tr("Ribbon {kind}").format(kind=name_of(level.load.kind)))
        self._ribbon_bar.show_share(level.left / max(level.load.panels, 1), Tone.WARN if short else Tone.OK)
        left = self.tr("{left} of {panels} panels").format(
            left=number(level.left), panels=number(level.load.panels)
        )
        enough = (
            self.tr("the batch needs {needed}").format(needed=number(needed))
            if short
            else self.tr("enough for this batch")
        )
        self._ribbon_words.say(f"{left} · {enough}", Tone.WARN if short else "muted")
        self._ribbon_bar.setAccessibleName(self._ribbon_words.text())

    def _arrange(self) -> None:
        figures = QWidget()
        row = QHBoxLayout(figures)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._done)
        row.addWidget(self._of, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(_panel(self.tr("Progress"), figures, self._bar, self._pace))
        column.addWidget(_panel(self.tr("Before the receipt"), self._match))
        column.addWidget(_panel(self.tr("Blanks of this counter"), self._blanks, self._blanks_word))
        for widget in (self._ribbon_bar, self._ribbon_words):
            self._ribbon.add(widget)
        column.addWidget(self._ribbon)
        column.addStretch()


def _panel(title: str, *content: QWidget) -> Panel:
    panel = Panel(title)
    for widget in content:
        panel.add(widget)
    return panel
