"""The steps of a visit or of a batch in a row: what is done, what is on, what comes.

``Stepper()``; ``set_steps(["Verify", …])``, with ``notes`` how many letters more a note will have;
``show_place(current, notes)`` where ``current`` is the index of the step that is on (``len(steps)`` when all
is done) and ``notes`` are short texts by index, such as ``0:38``.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.theme import SMALL, with_even_figures
from ui.tone import Tone
from ui.widgets.label import Elided, Ink, Label
from ui.widgets.mark import mark


class StepState(StrEnum):
    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


_INKS: dict[StepState, Ink] = {
    StepState.DONE: Tone.OK,
    StepState.CURRENT: "ink",
    StepState.AHEAD: "muted",
}

_MARK_AND_NOTE = 14
"""How many letters wide a step is beside its name: a longer name gets more of the row, and nothing moves when
a time comes to stand behind it."""


class Stepper(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Step] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Steps"))

    def set_steps(self, names: Sequence[str], notes: Mapping[int, int] | None = None) -> None:
        for step in self._steps:
            self._row.removeWidget(step)
            step.deleteLater()
        self._steps = [Step(number, name) for number, name in enumerate(names, 1)]
        for place, step in enumerate(self._steps):
            self._row.addWidget(step, _MARK_AND_NOTE + len(step.name) + (notes or {}).get(place, 0))
        if self._steps:
            mark(self._steps[0], place="first")
            mark(self._steps[-1], place="last")

    def show_place(self, current: int, notes: Mapping[int, str] | None = None) -> None:
        for place, step in enumerate(self._steps):
            state = StepState.CURRENT if place == current else StepState.AHEAD
            step.show_state(StepState.DONE if place < current else state, (notes or {}).get(place, ""))
        if current < len(self._steps):
            name = self._steps[current].name
            self.setAccessibleDescription(
                self.tr("Step {number} of {steps}: {name}").format(
                    number=current + 1, steps=len(self._steps), name=name
                )
            )


class Step(QFrame):
    def __init__(self, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._mark = _Number(number)
        self._name = Elided(name, weight="strong")
        self._note = Label(grade="small", tone="muted")
        self._note.setFont(with_even_figures(self._note.font()))
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, SMALL - 1, SMALL, SMALL - 1)
        row.setSpacing(SMALL)
        row.addWidget(self._mark)
        row.addWidget(self._name)
        row.addStretch()
        row.addWidget(self._note)
        self.show_state(StepState.AHEAD, "")

    def show_state(self, state: StepState, note: str) -> None:
        self._mark.show_state(state)
        self._name.say(self.name, _INKS[state])
        self._note.setText(note)
        mark(self, state=state.value)


class _Number(QWidget):
    """A circle with the step's number, or a tick once it is done."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = str(number)
        self._state = StepState.AHEAD
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: StepState) -> None:
        self._state = state
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 1.25)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, role = self.palette(), QPalette.ColorRole
        accent, side = colours.color(role.Highlight), min(self.width(), self.height()) - 2
        circle = QRectF(QPointF(1, 1), QSize(side, side).toSizeF())
        if self._state is StepState.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(circle)
            tick = circle.adjusted(side * 0.22, side * 0.22, -side * 0.22, -side * 0.22)
            draw_icon(painter, "check", tick, colours.color(role.HighlightedText))
            return
        current = self._state is StepState.CURRENT
        ink: QColor = accent if current else colours.color(role.PlaceholderText)
        painter.setPen(QPen(accent if current else colours.color(role.Dark), 2 if current else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        font = QFont(self.font())
        font.setPixelSize(round(side * 0.56))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._number)
