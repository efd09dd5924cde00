"""The ribbon in the printer of this counter: what is left by our count and the printer's, and a new one.

``loaded(kind, panels)`` once both can be meant.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.cards.load_ribbon import RibbonNow
from app.cards.ribbon import MOST_PANELS, RibbonKind
from app.errors import LoketError
from app.findings import Severity
from ui.formats import brief_date, clock_time, number
from ui.shortcuts import Key
from ui.supplies.beside_fields import add_beside_fields
from ui.theme import GAP
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.bar import Bar
from ui.widgets.choice import Choice
from ui.widgets.field import Field, enter_moves_on
from ui.widgets.label import Label
from ui.widgets.panel import Panel
from ui.wording.names import choices, name_of
from ui.wording.problem_words import problem_words


class RibbonPanel(Panel):
    loaded = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Ribbon"))
        self._bar = Bar()
        self._left = Label("", weight="strong", wrap=True)
        self._about = Label("", "muted", grade="small", wrap=True)
        self._told = Label("", "muted", grade="small", wrap=True)
        self.kind = Choice(self.tr("Kind of ribbon"))
        self._kind = Field(self.tr("Kind of ribbon"), self.kind)
        self.panels = Field(self.tr("Cards it gives"))
        self._load = ActionButton(self.tr("Put in"), Key.NEW_RIBBON)
        self._loading = QWidget()
        self._hint = Label(
            self.tr("A new ribbon gives what its box says, a used one what is left of it."),
            "muted",
            grade="small",
            wrap=True,
        )
        self._arrange()
        self._bar.hide()
        self._load.triggered.connect(self._ask)
        self.panels.edited.connect(self.panels.clear_finding)
        enter_moves_on([self._kind, self.panels], self._load.click)

    def show_ribbon(self, now: RibbonNow) -> None:
        level = now.level
        self._bar.setVisible(level is not None)
        self._about.setVisible(level is not None)
        self._told.setText(" ".join(self._telling(now)))
        self._told.setVisible(bool(self._told.text()))
        self._told.say(self._told.text(), Tone.WARN if now.differs else "muted")
        if level is None:
            self._left.say(self.tr("No ribbon was booked for this printer yet."), "muted")
            return
        tone = Tone.WARN if now.low else Tone.OK
        self._bar.show_share(level.left / level.load.panels, tone)
        words = self.tr("{left} of {panels} cards left")
        if now.low:
            words = self.tr("{left} of {panels} cards left: lay the next ribbon ready")
        self._left.say(
            words.format(left=number(level.left), panels=number(level.load.panels)),
            Tone.WARN if now.low else "ink",
        )
        self._bar.setAccessibleName(self._left.text())
        self._about.setText(
            self.tr("{kind}, put in on {day}, {time}").format(
                kind=name_of(level.load.kind),
                day=brief_date(level.load.loaded_at.date()),
                time=clock_time(level.load.loaded_at),
            )
        )

    def offer_loading(self, offered: bool) -> None:
        self._loading.setVisible(offered)
        self._hint.setVisible(offered)

    def refuse(self, error: LoketError) -> None:
        words = problem_words(error)
        self.panels.show_finding(Severity.BLOCK, f"{words.what}. {words.next_step}")
        self.panels.setFocus()

    def clear(self) -> None:
        self.panels.set_text("")
        self.panels.clear_finding()

    def set_busy(self, busy: bool) -> None:
        self._load.set_busy(busy)

    def told(self) -> str:
        """What is left, and what the printer says of it."""
        return f"{self._left.text()} {self._told.text()}".strip()

    def _telling(self, now: RibbonNow) -> Iterator[str]:
        if now.told_left is not None:
            yield self.tr("The printer says {left} left.").format(left=number(now.told_left))
        if now.told_used is not None and now.level is not None:
            yield self.tr("Since then it has counted {told} cards, Loket {used}.").format(
                told=number(now.told_used), used=number(now.level.used)
            )
        if now.differs:
            yield self.tr("Was a card printed past Loket, or is this another ribbon?")

    def _ask(self) -> None:
        typed = self.panels.text().strip()
        if not typed.isdigit() or not int(typed):
            self.panels.show_finding(Severity.BLOCK, self.tr("Type how many cards this ribbon gives."))
            self.panels.setFocus()
            return
        self.loaded.emit(RibbonKind(self.kind.code()), int(typed))

    def _arrange(self) -> None:
        self.kind.offer(choices(RibbonKind))
        self.kind.set_code(RibbonKind.YMCKO.value)
        assert isinstance(self.panels.editor, QLineEdit)
        self.panels.editor.setValidator(QIntValidator(1, MOST_PANELS, self))
        row = QHBoxLayout(self._loading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._kind, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.panels, 1, Qt.AlignmentFlag.AlignTop)
        add_beside_fields(row, self._load)
        for widget in (self._bar, self._left, self._about, self._told, self._loading, self._hint):
            self.add(widget)
