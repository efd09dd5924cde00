"""The frame of a wizard: the steps above, one calm step in the middle, back and on below.

``set_name(name)``; ``set_steps(names)``; ``show_step(step, place)``; ``back_asked()`` on Esc,
``next_asked()`` on Ctrl+Enter, or on Enter in the last field. A step keeps what was typed while others are
shown.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.shortcuts import Key
from ui.theme import GAP, SECTION, SMALL
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field, enter_moves_on
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page, scrolling
from ui.widgets.stepper import Stepper

_LETTERS_WIDE = 84


class WizardStep(QWidget):
    """One step: what it is for in words, then its content in ``body``; ``next_text`` names what comes of it.

    ``go_on()`` when Enter on the last field means the primary action.
    """

    go_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.next_text = QCoreApplication.translate("WizardStep", "Next")
        self._first: QWidget | None = None
        self._title, self._lead = Label(grade="status", wrap=True), Label(tone="muted", wrap=True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(GAP)
        self.body.addWidget(self._title)
        self.body.addWidget(self._lead)

    def say(self, title: str, lead: str) -> None:
        """The title in large words, and a sentence on what the step is for."""
        self._title.setText(title)
        self._lead.setText(lead)
        self.setAccessibleName(title)

    def add_fields(self, fields: Sequence[Field]) -> None:
        """Below each other; Enter walks them and goes on after the last."""
        for field in fields:
            self.body.addWidget(field)
        enter_moves_on(fields, self.go_on.emit)
        self.begin_at(fields[0])

    def begin_at(self, widget: QWidget) -> None:
        """What has the cursor when the step is shown."""
        self._first = widget
        self.setFocusProxy(widget)

    def take_cursor(self) -> None:
        if self._first is not None and self._first.isEnabled():
            self._first.setFocus(Qt.FocusReason.TabFocusReason)


class Wizard(Page):
    back_asked = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Label(tone="muted")
        self.notice = Notice()
        self._stepper, self._names = Stepper(), tuple[str, ...]()
        self._steps = QStackedWidget()
        self._back = ActionButton(self.tr("Back"), Key.BACK)
        self._next = ActionButton(self.tr("Next"), Key.GO_ON, primary=True)
        self._column = QWidget()
        self._back.triggered.connect(self.back_asked)
        self._next.triggered.connect(self.next_asked)
        self._arrange()

    def set_name(self, name: str) -> None:
        """What this wizard is for; it stands above all its steps."""
        self._name.setText(name)
        self.setAccessibleName(name)

    def set_steps(self, names: Sequence[str]) -> None:
        """None at all while the way is not chosen yet."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            self._stepper.set_steps(names)
        self._stepper.setVisible(bool(names))

    def add_step(self, step: WizardStep) -> None:
        area = scrolling(step)
        area.setAccessibleName(step.accessibleName())
        self._steps.addWidget(area)
        step.go_on.connect(self._next.click)

    def show_step(self, step: WizardStep, place: int, *, back: bool = True) -> None:
        """``back``: whether there is a step before this one to go to."""
        self._stepper.show_place(place)
        self._back.setVisible(back)
        self._next.set_text(step.next_text)
        self._next.setVisible(True)
        self._steps.setCurrentWidget(_area_of(step))
        self.setFocusProxy(step)
        step.take_cursor()

    def show_busy(self, busy: bool, saying: str = "") -> None:
        self._next.set_busy(busy, saying)
        self._back.setEnabled(not busy)
        self._steps.setEnabled(not busy)

    def show_only_back(self, back: bool) -> None:
        """For a step in which something else is the primary action."""
        self._next.setVisible(False)
        self._back.setVisible(back)

    def changeEvent(self, event: QEvent) -> None:
        """The column stays as wide as a line that is read at one glance, at every text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._column.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)

    def _arrange(self) -> None:
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.notice)
        column.addWidget(self._steps, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self._back)
        buttons.addStretch()
        buttons.addWidget(self._next)
        column.addLayout(buttons)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._column, 100)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SECTION, SECTION, SECTION, SECTION)
        whole.setSpacing(SECTION)
        head = QHBoxLayout()
        head.addWidget(Label("Loket", weight="strong"))
        head.addWidget(self._name)
        head.addStretch()
        whole.addLayout(head)
        whole.addWidget(self._stepper)
        whole.addLayout(middle, 1)


def _area_of(step: WizardStep) -> QWidget:
    """The scroll area: the step lies in its viewport."""
    viewport = step.parentWidget()
    area = viewport.parentWidget() if viewport is not None else None
    assert area is not None, "a step is shown after it was added"
    return area
