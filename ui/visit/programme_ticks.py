"""The programmes of a segment to tick, each with what it costs a month as the wage is typed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.findings import Severity
from app.members.membership import Programme
from app.services.contribution import Contribution
from ui.formats import number, rupiah
from ui.theme import GAP, HAIR
from ui.tone import SEVERITY_ICONS, SEVERITY_TONES
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.tick import Tick


class ProgrammeTicks(QWidget):
    """Speaks like a ``Field``: codes separated by blanks in and out, Space ticks, Enter goes on."""

    edited = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks = {programme: Tick(programme.value) for programme in Programme}
        self._amounts = {programme: Label(grade="small", weight="strong") for programme in Programme}
        self._sum = Label("", "muted", grade="small")
        self._icon = Icon("info", grade="small")
        self._line = Label(grade="small", wrap=True)
        self._arrange()
        for tick in self._ticks.values():
            tick.clicked.connect(lambda _on: self.edited.emit(self.text()))
            tick.installEventFilter(self)
        self.clear_finding()

    @property
    def first(self) -> QWidget:
        """Where the focus goes on the way down the paper."""
        return next((tick for tick in self._ticks.values() if tick.isVisibleTo(self)), self)

    def text(self) -> str:
        return " ".join(programme.value for programme, tick in self._ticks.items() if tick.isChecked())

    def set_text(self, text: str) -> None:
        ticked = set(text.split())
        for programme, tick in self._ticks.items():
            tick.setChecked(programme.value in ticked)
            self._show_or_hide(programme)

    def offer(self, allowed: frozenset[Programme]) -> None:
        """Only what the segment has; one that is ticked stays in sight until it is taken off."""
        self._allowed = allowed
        for programme in Programme:
            self._show_or_hide(programme)

    def show_contributions(self, contributions: Sequence[Contribution]) -> None:
        monthly = [due for due in contributions if due.contract_months is None]
        amounts = _by_programme(monthly)
        for programme, label in self._amounts.items():
            due = amounts.get(programme)
            label.setText("" if due is None else number(due))
        total = sum(due.paid for due in monthly)
        self._sum.setText(self.tr("{total} a month").format(total=rupiah(total)) if total else "")

    def amounts(self) -> Mapping[str, str]:
        """The monthly amount beside each programme, as it is shown."""
        return {programme.value: label.text() for programme, label in self._amounts.items()}

    def show_finding(self, severity: Severity, text: str) -> None:
        self._icon.show_icon(SEVERITY_ICONS[severity], SEVERITY_TONES[severity])
        self._icon.show()
        self._line.say(text, SEVERITY_TONES[severity])
        self._line.show()

    def clear_finding(self) -> None:
        self._icon.hide()
        self._line.say("")
        self._line.hide()

    def message(self) -> str:
        return self._line.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.left.emit()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.entered.emit()
                return True
            if plain and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self._step(-1 if event.key() == Qt.Key.Key_Left else 1)
                return True
        return False

    def _step(self, by: int) -> None:
        shown = [tick for tick in self._ticks.values() if tick.isVisible()]
        place = next((place for place, tick in enumerate(shown) if tick.hasFocus()), 0) + by
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_or_hide(self, programme: Programme) -> None:
        shown = programme in self._allowed or self._ticks[programme].isChecked()
        self._ticks[programme].setVisible(shown)
        self._amounts[programme].setVisible(shown)

    def _arrange(self) -> None:
        self._allowed = frozenset(Programme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR - 1)
        head = QHBoxLayout()
        head.addWidget(
            Label(self.tr("Programmes and monthly contribution"), "muted", grade="small", weight="medium")
        )
        head.addStretch()
        head.addWidget(self._sum)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for programme, tick in self._ticks.items():
            over = QVBoxLayout()
            over.setSpacing(0)
            over.addWidget(tick)
            over.addWidget(self._amounts[programme])
            row.addLayout(over)
        row.addStretch()
        column.addLayout(row)
        below = QHBoxLayout()
        below.setSpacing(HAIR)
        below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._line, 1)
        column.addLayout(below)
        column.addStretch()


def _by_programme(contributions: Sequence[Contribution]) -> Mapping[Programme, int]:
    """Two programmes priced together show their amount at the first of them."""
    return {due.programmes[0]: due.amount for due in contributions}
