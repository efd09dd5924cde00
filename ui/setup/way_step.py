"""The first question of a first start: what is this PC to become? One figure key answers it."""

from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.setup.wizard import WizardStep
from ui.theme import GAP, HAIR, SMALL, WIDE

_WAY = Qt.ItemDataRole.UserRole
_ABOUT = Qt.ItemDataRole.UserRole + 1


class Way(StrEnum):
    NEW_BRANCH = "new_branch"
    RESTORE = "restore"
    JOIN = "join"
    SAMPLES = "samples"


class WayStep(WizardStep):
    """``chosen(way)`` on a figure key, Enter or a click."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = _Ways(self.tr("What is this PC for?"))
        for way, (name, about) in self._ways().items():
            item = QListWidgetItem(name)
            item.setData(_WAY, way.value)
            item.setData(_ABOUT, about)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, about)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self.say(self.tr("Welcome to Loket"), self.tr("There is no branch on this PC yet. What shall it be?"))
        self.body.addWidget(self._list)
        self.body.addStretch()
        self.begin_at(self._list)
        self._list.itemClicked.connect(lambda _item: self._choose())
        self._list.entered.connect(self._choose)

    @property
    def way(self) -> Way:
        return Way(self._list.currentItem().data(_WAY))

    def _choose(self) -> None:
        self.chosen.emit(self.way)

    def _ways(self) -> dict[Way, tuple[str, str]]:
        return {
            Way.NEW_BRANCH: (
                self.tr("A new branch"),
                self.tr("The branch's first PC: an administrator, a recovery code, a place for backups."),
            ),
            Way.RESTORE: (
                self.tr("Restore from a backup"),
                self.tr("This PC takes the place of one that broke down or was replaced."),
            ),
            Way.JOIN: (
                self.tr("Join the branch as a further PC"),
                self.tr("With a backup of the first PC and the recovery code from the branch head's safe."),
            ),
            Way.SAMPLES: (
                self.tr("Try it with invented people"),
                self.tr("300 invented members to practise with, while this PC holds no real branch."),
            ),
        }


class _Ways(QListWidget):
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.setItemDelegate(_Row(self))

    def viewportSizeHint(self) -> QSize:
        return QSize(0, sum(self.sizeHintForRow(row) for row in range(self.count())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = "123456789".find(event.text()) if event.text() else -1
        if 0 <= place < self.count():
            self.setCurrentRow(place)
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _Row(QStyledItemDelegate):
    """The figure key, the name, and below it what it is for."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + HAIR + 2 * GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        widget = self.parent()
        assert isinstance(widget, QListWidget)
        blank = QStyleOptionViewItem(option)
        blank.text = ""
        panel = widget.style().PrimitiveElement.PE_PanelItemViewItem
        widget.style().drawPrimitive(panel, blank, painter, widget)
        colours, role = widget.palette(), QPalette.ColorRole
        box = QRectF(option.rect).adjusted(WIDE, GAP, -WIDE, -GAP)
        high = option.fontMetrics.height()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap = QRectF(box.left(), box.top(), high + HAIR, high + HAIR)
        painter.setPen(QPen(colours.color(role.Mid)))
        painter.setBrush(colours.color(role.Midlight))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(colours.color(role.PlaceholderText))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        words = box.adjusted(cap.width() + SMALL, 0, 0, 0)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(colours.color(role.Text))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignTop), str(index.data()))
        painter.setFont(option.font)
        painter.setPen(colours.color(role.PlaceholderText))
        about = option.fontMetrics.elidedText(
            str(index.data(_ABOUT)), Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignBottom), about)
        painter.restore()
