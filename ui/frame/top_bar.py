"""The top bar: the box for everything, the visit that is on, the printer and the blanks.

``searched(text)`` on Enter; ``show_visit(number, kind, seconds, standard_seconds)`` and ``show_no_visit()``;
``show_printer(text, tone)``; ``show_blanks(left)``; ``offer_search``, ``show_desk`` by role.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.formats import minutes, number
from ui.shortcuts import Key
from ui.theme import GAP, SMALL, WIDE, with_even_figures
from ui.tone import Tone
from ui.widgets.key_cap import KeyCap
from ui.widgets.label import Elided, Label
from ui.widgets.line import Line
from ui.widgets.pill import Pill

FEW_BLANKS = 20


class TopBar(QFrame):
    searched = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchBox(self.tr("Find NIK, KPJ or name …"))
        self.search.setAccessibleName(self.tr("Find a person"))
        self.search.returnPressed.connect(self._ask)
        self._number = Label(weight="strong")
        self._kind = Elided(tone="muted", grade="small", weight="medium")
        self._time = Pill(icon="clock")
        self._time.setFont(with_even_figures(self._time.font()))
        self._printer = Pill(self.tr("Printer not asked yet"), Tone.NEUTRAL, icon="printer", elided=True)
        self._blanks = Pill(icon="credit-card")
        self._blanks.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        row.setSpacing(GAP)
        row.addWidget(self.search, 3)
        row.addWidget(self._number)
        row.addWidget(self._kind)
        row.addWidget(self._time)
        row.addStretch(1)
        row.addWidget(self._printer)
        row.addWidget(self._blanks)
        self.show_no_visit()

    def show_visit(self, visit_number: str, kind: str, seconds: int, standard_seconds: int) -> None:
        late = seconds > standard_seconds
        times = f"{minutes(seconds)} / {minutes(standard_seconds)}"
        self._number.setText(visit_number)
        self._kind.setText(kind)
        self._time.say(times, Tone.WARN if late else Tone.OK)
        self._set_visit_visible(True)

    def show_no_visit(self) -> None:
        self._set_visit_visible(False)

    def offer_search(self, offered: bool) -> None:
        """Hidden, its key finds nothing either."""
        self.search.setVisible(offered)
        self._hide_if_empty()

    def show_desk(self, shown: bool) -> None:
        """Printer and blanks, for those who print."""
        self._printer.setVisible(shown)
        self._blanks.setVisible(shown and bool(self._blanks.text()))
        self._hide_if_empty()

    def show_printer(self, text: str, tone: Tone) -> None:
        self._printer.say(text, tone)

    def show_blanks(self, left: int) -> None:
        tone = Tone.ERROR if left <= 0 else Tone.WARN if left <= FEW_BLANKS else Tone.NEUTRAL
        self._blanks.say(self.tr("Blanks {left}").format(left=number(left)), tone)
        self._blanks.setVisible(not self._printer.isHidden())

    def _set_visit_visible(self, visible: bool) -> None:
        for part in (self._number, self._time):
            part.setVisible(visible)
        self._kind.setVisible(visible and bool(self._kind.text()))

    def _hide_if_empty(self) -> None:
        """Who keeps the branch neither searches nor prints: an empty strip tells them nothing."""
        self.setHidden(self.search.isHidden() and self._printer.isHidden())

    def _ask(self) -> None:
        text = self.search.text().strip()
        if text:
            self.search.clear()
            self.searched.emit(text)


class SearchBox(Line):
    """Shows its own key inside while it is empty."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(170)
        self.setMaximumWidth(380)
        self._cap = KeyCap(Key.FIND)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SMALL, 0)
        row.addStretch()
        row.addWidget(self._cap)
        self.textChanged.connect(self._show_cap)
        QShortcut(QKeySequence(Key.FIND), self, autoRepeat=False).activated.connect(self.take_focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_cap()

    def _show_cap(self) -> None:
        """The key gives way to what is typed, and to the words in a narrow box."""
        cap = self._cap.sizeHint().width()
        shown = not self.text() and self.width() > 4 * cap
        self._cap.setVisible(shown)
        self.setTextMargins(0, 0, cap + SMALL if shown else 0, 0)

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
