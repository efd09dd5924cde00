"""The room "Persediaan": the blanks of this counter, the ribbon in its printer, the branch's KPJ numbers."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.cards.count_blanks import Counted, ShiftNow
from app.trust.officer import Role
from app.trust.permissions import Right, may
from ui.formats import number
from ui.shortcuts import Key
from ui.supplies.blanks_panel import BlanksPanel
from ui.supplies.count_panel import CountPanel
from ui.supplies.numbers_panel import NumbersPanel
from ui.supplies.ribbon_panel import RibbonPanel
from ui.supplies.shift_history import ShiftHistory
from ui.theme import GAP
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.notice import Notice
from ui.widgets.page import Page, scrolling


class SuppliesPage(Page):
    """``count_asked(count)`` once a count was typed."""

    count_asked = Signal(object)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Supplies"))
        self.notice = Notice()
        self.blanks, self.count, self.history = BlanksPanel(), CountPanel(), ShiftHistory()
        self.ribbon, self.numbers = RibbonPanel(), NumbersPanel()
        self.keep = ActionButton(self.tr("Keep the count"), Key.GO_ON, primary=True)
        self._left, self._right = QWidget(), QWidget()
        self._arrange()
        self.keep.triggered.connect(self._ask)
        self.count.done.connect(self.keep.click)

    def offer(self, role: Role) -> None:
        """What this officer may do here; the rest is not shown."""
        counts, keeps = may(role, Right.COUNT_BLANKS), may(role, Right.KEEP_BLANKS)
        self._left.setVisible(counts)
        self.ribbon.setVisible(counts)
        self.blanks.offer_booking(keeps)
        self.ribbon.offer_loading(keeps)
        self.numbers.setVisible(may(role, Right.KEEP_NUMBERS))
        self.setFocusProxy(self.count if counts else self.numbers.first)

    def clear(self) -> None:
        """Nothing the officer before had typed or was told stays."""
        self.notice.close_notice()
        for panel in (self.blanks, self.count, self.ribbon, self.numbers):
            panel.clear()

    def show_shift(self, now: ShiftNow) -> None:
        self.blanks.show_shift(now)
        self.count.show_held(now.use.level.held)
        self.history.show_shifts(now.past, now.names)

    def show_counted(self, counted: Counted) -> None:
        self.count.clear()
        self.count.setFocus()
        held, end = counted.use.level.held, counted.ended.end if counted.ended is not None else None
        difference = end.difference if end is not None else 0
        words = self.tr("Counted. The new shift begins with {count} blank cards.")
        if difference:
            words = self.tr(
                "Counted, with a difference of {difference}. The new shift begins with {count} blank cards."
            )
        told = words.format(
            count=number(counted.running.opening - held), difference=f"{difference:+d}".replace("-", "−")
        )
        if held:
            told += " " + self.tr("{held} more are held.").format(held=number(held))
        self.notice.say(told, Tone.WARN if difference else Tone.OK)

    def show_busy(self, busy: bool) -> None:
        self.keep.set_busy(busy)
        for panel in (self.blanks, self.ribbon, self.numbers):
            panel.set_busy(busy)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay_out()
        self.shown.emit()

    def _ask(self) -> None:
        count = self.count.count()
        if count is not None:
            self.count_asked.emit(count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Side by side where both find room, else one below the other: large text needs the whole width."""
        needed = self._left.minimumSizeHint().width() + GAP + self._right.minimumSizeHint().width()
        beside = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(beside if needed <= self.width() else QBoxLayout.Direction.TopToBottom)

    def _arrange(self) -> None:
        self.count.add_button(self.keep)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP)
        left.addWidget(self.blanks)
        left.addWidget(self.count)
        left.addWidget(self.history, 1)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(GAP)
        right.addWidget(self.ribbon)
        right.addWidget(self.numbers, 1)
        right.addStretch()
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(GAP)
        self._columns.addWidget(self._left, 16)
        self._columns.addWidget(self._right, 10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(self.notice)
        whole.addWidget(scrolling(content), 1)
