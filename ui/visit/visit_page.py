"""The visit on the screen: the stepper on top, the step's page on the left, the steady panel on the right."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.members.regions import Regions
from app.services.contribution import Rates
from app.visit.visit import Stage
from ui.formats import minutes
from ui.shortcuts import Key
from ui.theme import SMALL, WIDE
from ui.visit.compare_people import ComparePage
from ui.visit.side_panel import SidePanel
from ui.visit.step_1_verify_page import VerifyPage
from ui.visit.step_2_input_page import InputPage
from ui.visit.step_3_validate_page import ValidatePage
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.stepper import Stepper
from ui.wording.names import name_of

STEPS = (Stage.VERIFY, Stage.INPUT, Stage.VALIDATE, Stage.PRINT, Stage.CLOSE)
_LEFT, _RIGHT = 21, 10  # how the width is shared, whatever the words on either side
BESIDE = 68
"""Widths of the work font that work and panel need to stand side by side."""


class VisitPage(Page):
    next_visitor = Signal()
    recalled = Signal()
    compare = Signal()

    def __init__(
        self,
        regions: Regions,
        rates: Rates,
        print_page: QWidget,
        close_page: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.stepper = Stepper()
        self.stepper.set_steps([name_of(step) for step in STEPS])
        self.notice = Notice()
        self.verify = VerifyPage()
        self.input = InputPage(regions, rates)
        self.validate = ValidatePage()
        self.comparing = ComparePage()
        self.side = SidePanel()
        pages: tuple[QWidget, ...] = (self.verify, self.input, self.validate, print_page, close_page)
        self._pages = dict(zip(STEPS, pages, strict=True))
        self._stack = QStackedWidget()
        for page in (*self._pages.values(), self.comparing):
            self._stack.addWidget(page)
        self._compare_key = QShortcut(QKeySequence(Key.COMPARE), self.input, autoRepeat=False)
        self._compare_key.activated.connect(self.compare)
        self._last_focus: QWidget | None = None
        self._arrange()
        self._next = QShortcut(QKeySequence(Key.NEXT_VISITOR), self, autoRepeat=False)
        self._next.activated.connect(self.next_visitor)
        recall = QShortcut(QKeySequence(Key.RECALL), self, autoRepeat=False)
        recall.activated.connect(self.recalled)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._remember_focus)
        self.side.compare.connect(self.compare)
        self.validate.compare.connect(self.compare)

    def show_stage(self, stage: Stage) -> None:
        self._stack.setCurrentWidget(self._pages[stage])
        # one key, one meaning: these pages have their own button for it
        self.side.offer_compare(stage is Stage.INPUT)
        self.side.card_beside(stage is not Stage.PRINT)
        self._next.setEnabled(stage is not Stage.CLOSE)

    def show_comparison(self) -> None:
        self._stack.setCurrentWidget(self.comparing)
        self.side.offer_compare(False)

    @property
    def comparison_shown(self) -> bool:
        return self._stack.currentWidget() is self.comparing

    def show_times(self, stage: Stage, seconds: Mapping[Stage, int]) -> None:
        place = STEPS.index(stage) if stage in STEPS else len(STEPS)
        notes = {
            number: minutes(seconds[step])
            for number, step in enumerate(STEPS)
            if step in seconds and number <= place
        }
        self.stepper.show_place(place, notes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def _make_room(self) -> None:
        """With large letters on a small screen the work comes first: nothing of it may be cut off."""
        beside = self.width() >= BESIDE * self.fontInfo().pixelSize()
        self.side.setVisible(beside)
        self._compare_key.setEnabled(not beside)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Back from another room: the cursor stands where it stood."""
        super().focusInEvent(event)
        if self._last_focus is not None and self._last_focus.isVisible():
            self._last_focus.setFocus(event.reason())
        elif self.verify.isVisible():
            self.verify.focus_search()

    def _remember_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and self.isAncestorOf(now):
            self._last_focus = now

    def _arrange(self) -> None:
        work = QWidget()
        work.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        left = QVBoxLayout(work)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(SMALL)
        left.addWidget(self.stepper)
        left.addWidget(self.notice)
        left.addWidget(self._stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(WIDE)
        whole.addWidget(work, _LEFT)
        whole.addWidget(self.side, _RIGHT)
