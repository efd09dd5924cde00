"""A bar that fills: how far work is, or how much of a ribbon is left.

``Bar()``; ``show_share(0.4)``, with a tone where there is too little of it.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GAP
from ui.tone import Tone
from ui.widgets.mark import mark


class Bar(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        mark(self, tone=Tone.OK.value)

    def show_share(self, share: float, tone: Tone = Tone.OK) -> None:
        self._share = min(max(share, 0.0), 1.0)
        mark(self, tone=tone.value)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, GAP)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(whole, GAP / 2, GAP / 2)
        done = QRectF(whole)
        done.setWidth(whole.width() * self._share)
        painter.setBrush(self.palette().color(self.foregroundRole()))
        painter.drawRoundedRect(done, GAP / 2, GAP / 2)
