"""An icon that takes the colour the style sheet gives to text at its place.

``Icon("check", Tone.OK)``; ``icon.show_icon("circle-x", Tone.ERROR)``. Its side follows the text size.
Icons are decoration beside words: they are not announced to a screen reader.
"""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import draw_icon
from ui.widgets.label import Grade, Ink, Label
from ui.widgets.mark import mark


class Icon(Label):
    def __init__(
        self, name: str, tone: Ink = "ink", *, grade: Grade = "work", parent: QWidget | None = None
    ) -> None:
        super().__init__("", tone, grade=grade, parent=parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tone: Ink | None = None) -> None:
        self._name = name
        if tone is not None:
            mark(self, tone=str(tone))
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 0.95)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = min(self.width(), self.height())
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_icon(painter, self._name, square, self.palette().color(QPalette.ColorRole.WindowText))
