"""The officers by name, chosen with the keyboard: figures 1 to 9 at once, letters search, arrows walk.

``OfficerList(name)``; ``show_names(names, chosen)``; ``tell(officer_id, text)`` puts a word beside a name;
``chosen()`` on a figure, Enter or a click, ``walked()`` whenever another name is marked.
"""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import GAP, HAIR, SMALL

_OFFICER = Qt.ItemDataRole.UserRole
_TOLD = Qt.ItemDataRole.UserRole + 1
_MOST_ROWS = 5


class OfficerList(QListWidget):
    chosen = Signal()
    walked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.setItemDelegate(_Row(self))
        self.itemClicked.connect(lambda _item: self.chosen.emit())
        self.currentItemChanged.connect(lambda _now, _before: self.walked.emit())

    def show_names(self, names: Mapping[int, str], chosen: int | None = None) -> None:
        """By officer number, in their order. Whoever was marked stays so, unless ``chosen`` names another."""
        kept = chosen if chosen is not None else self.officer_id()
        self.blockSignals(True)
        self.clear()
        for officer_id, name in names.items():
            item = QListWidgetItem(name)
            item.setData(_OFFICER, officer_id)
            self.addItem(item)
        self.setCurrentRow(next((row for row, number in enumerate(names) if number == kept), 0))
        self.blockSignals(False)
        self.walked.emit()

    def officer_id(self) -> int | None:
        """Who is marked now."""
        item = self.currentItem()
        return int(item.data(_OFFICER)) if item is not None else None

    def officer_name(self) -> str:
        item = self.currentItem()
        return item.text() if item is not None else ""

    def tell(self, officer_id: int, text: str) -> None:
        for row in range(self.count()):
            item = self.item(row)
            if item.data(_OFFICER) == officer_id and item.data(_TOLD) != text:
                item.setData(_TOLD, text)

    def viewportSizeHint(self) -> QSize:
        """As high as its names, up to a number that fits the branch's screen; more of them scroll."""
        rows = max(1, min(self.count(), _MOST_ROWS))
        return QSize(0, rows * self.sizeHintForRow(0) if self.count() else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = "123456789".find(event.text()) if event.text() else -1
        if 0 <= place < self.count():
            self.setCurrentRow(place)
            self.chosen.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


class _Row(QStyledItemDelegate):
    """The number key, the name, and what is told beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, option.fontMetrics.height() + GAP + SMALL)

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
        painter.drawText(words, right_middle, str(index.data(_TOLD) or ""))
        painter.restore()
