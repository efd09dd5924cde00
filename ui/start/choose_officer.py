"""Who sits at the counter: the officer is chosen by name, with the keyboard.

``ChooseOfficer(branch, counter)``; ``show_officers(officers)``; ``chosen(officer_id)``; ``back()`` when the
officer who is on stays. Number keys 1 to 9 choose at once, letters search, arrows and Enter walk.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.trust.officer import Officer
from ui.shortcuts import Key
from ui.theme import GAP, HAIR, SECTION, WIDE
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.wording.names import name_of

_ROLE = Qt.ItemDataRole.UserRole
_OFFICER = Qt.ItemDataRole.UserRole + 1
_WIDTH = 480
_MOST_ROWS = 7


class ChooseOfficer(Page):
    chosen = Signal(int)
    back = Signal()

    def __init__(self, branch: str, counter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice()
        self._list = _Officers(self.tr("Officers"))
        self._list.setItemDelegate(_OfficerRow(self._list))
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._back = ActionButton(self.tr("Back"), Key.BACK)
        self._back.triggered.connect(self.back)
        self._back.hide()
        self._go = ActionButton(self.tr("Start work"), "Return", primary=True)
        self._go.triggered.connect(self._choose_current)
        self._arrange(branch, counter)
        self.setFocusProxy(self._list)

    def show_officers(self, officers: Sequence[Officer], current: int | None = None) -> None:
        """``current`` is the officer who is on now; then there is a way back to their work."""
        self._list.clear()
        for officer in officers:
            item = QListWidgetItem(officer.name)
            item.setData(_ROLE, name_of(officer.role))
            item.setData(_OFFICER, officer.id)
            self._list.addItem(item)
            if officer.id == current or self._list.currentRow() < 0:
                self._list.setCurrentItem(item)
        self._back.setVisible(current is not None)
        self._go.setEnabled(bool(officers))

    def show_busy(self, busy: bool) -> None:
        self._list.setEnabled(not busy)
        self._go.set_busy(busy, self.tr("Opening the counter …"))

    def _choose_current(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._choose(item)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(int(item.data(_OFFICER)))

    def _arrange(self, branch: str, counter: str) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(GAP)
        middle.addStretch(1)
        middle.addWidget(Label("Loket", grade="status"))
        middle.addWidget(Label(f"{branch} · {counter}", "muted"))
        middle.addSpacing(HAIR)
        self.notice.setFixedWidth(_WIDTH)
        middle.addWidget(self.notice)
        panel = Panel(self.tr("Who works here now?"))
        panel.setFixedWidth(_WIDTH)
        panel.add(self._list)
        middle.addWidget(panel)
        warning = Panel(self.tr("Signing in with a password comes later"), tone=Tone.WARN)
        warning.setFixedWidth(_WIDTH)
        warning.add(
            Label(
                self.tr(
                    "Until then anybody at this PC can choose any name, and the key of the encrypted "
                    "database lies in a file beside it. Use invented people only."
                ),
                grade="small",
                wrap=True,
            )
        )
        middle.addWidget(warning)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch()
        buttons.addWidget(self._back)
        buttons.addWidget(self._go)
        middle.addLayout(buttons)
        middle.addStretch(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(SECTION, SECTION, SECTION, SECTION)
        row.addStretch()
        row.addLayout(middle)
        row.addStretch()


class _Officers(QListWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)

    def viewportSizeHint(self) -> QSize:
        """As high as its names, up to a number that fits the branch's screen; more of them scroll."""
        rows = max(1, min(self.count(), _MOST_ROWS))
        return QSize(0, rows * self.sizeHintForRow(0) if self.count() else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.text() and "123456789".find(event.text())
        if isinstance(place, int) and 0 <= place < self.count():
            self.setCurrentRow(place)
            self.itemActivated.emit(self.item(place))
            return
        super().keyPressEvent(event)


class _OfficerRow(QStyledItemDelegate):
    """The number key, the name, and the role beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, option.fontMetrics.height() + GAP + WIDE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        blank = QStyleOptionViewItem(option)
        blank.text = ""
        widget = self.parent()
        assert isinstance(widget, QListWidget)
        widget.style().drawPrimitive(
            widget.style().PrimitiveElement.PE_PanelItemViewItem, blank, painter, widget
        )
        colours, role = widget.palette(), QPalette.ColorRole
        box = QRectF(option.rect).adjusted(GAP, 0, -GAP, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, side = box.left(), option.fontMetrics.height() + HAIR
        if index.row() < 9:
            cap = QRectF(left, box.center().y() - side / 2, side, side)
            painter.setPen(QPen(colours.color(role.Mid)))
            painter.setBrush(colours.color(role.Midlight))
            painter.drawRoundedRect(cap, 4, 4)
            painter.setPen(colours.color(role.PlaceholderText))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        words = box.adjusted(side + GAP, 0, 0, 0)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(colours.color(role.Text))
        left_middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        right_middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(words, left_middle, str(index.data()))
        painter.setFont(option.font)
        painter.setPen(colours.color(role.PlaceholderText))
        painter.drawText(words, right_middle, str(index.data(_ROLE)))
        painter.restore()
