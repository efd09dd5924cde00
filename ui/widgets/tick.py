"""A box to tick, with a border and a tick one can see.

``Tick(text)`` is a ``QCheckBox``: ``isChecked()``, ``toggled(bool)``. Space ticks it.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.icons import draw_icon
from ui.theme import SMALL


class Tick(QCheckBox):
    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text.replace("&", ""))

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(self._side() + SMALL + words.width() + SMALL, max(28, words.height() + SMALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, role, side = self.palette(), QPalette.ColorRole, self._side()
        box = QRectF(QPointF(1.5, (self.height() - side) / 2), QSize(side, side).toSizeF())
        ring = role.Accent if self.hasFocus() else role.Dark
        fill = role.Highlight if self.isChecked() else role.Base
        painter.setPen(QPen(colours.color(ring), 2 if self.hasFocus() else 1))
        painter.setBrush(colours.color(fill))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), colours.color(role.HighlightedText))
        words = self.rect().adjusted(side + SMALL + 2, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.setPen(colours.color(role.WindowText))
        painter.drawText(words, int(flags), self.text())

    def _side(self) -> int:
        return round(self.fontMetrics().height() * 1.05)
