"""Shows the two sides of a card from the very bytes that will be printed.

``CardView(sides=2)``; ``show_card(front, back)`` takes images as (width, height, rgb bytes);
``show_text(text)`` while there is none. ``set_true_size(True)`` draws 85.6 mm as 85.6 mm of the screen.
"""

from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.theme import GAP

CARD_MM = (85.60, 53.98)
_CORNER = 3.18 / CARD_MM[0]
_MM_PER_INCH = 25.4


class PageImage(Protocol):
    """One side of the card as plain pixels, three bytes each, without padding."""

    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def rgb(self) -> bytes: ...


class CardView(QFrame):
    def __init__(self, *, sides: int = 2, upright: bool = True, parent: QWidget | None = None) -> None:
        """``upright`` puts the back below the front, else beside it."""
        super().__init__(parent)
        self._sides, self._upright = sides, upright
        self._images: list[QImage] = []
        self._text = ""
        self._true_size = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("The card as it will be printed"))

    def show_card(self, front: PageImage, back: PageImage | None = None) -> None:
        """Without a back, where a layout has none, the place for it stays empty."""
        sides = (front, back)[: self._sides]
        self._images = [_image(side) for side in sides if side is not None]
        self.update()

    def show_text(self, text: str) -> None:
        """Say why there is no card yet."""
        self._images, self._text = [], text
        self.setAccessibleDescription(text)
        self.update()

    @property
    def shows_card(self) -> bool:
        return bool(self._images)

    def set_true_size(self, true_size: bool) -> None:
        self._true_size = true_size
        self._reserve_height()
        self.update()

    def sizeHint(self) -> QSize:
        width = self._true_width() if self._true_size else 320
        across = width if self._upright else width * self._sides + GAP * (self._sides - 1)
        return QSize(across, self.heightForWidth(across))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._true_size else QSize(200, self.heightForWidth(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reserve_height()

    def heightForWidth(self, width: int) -> int:
        side = self._side_width(width)
        one = round(side * CARD_MM[1] / CARD_MM[0])
        return one * self._sides + GAP * (self._sides - 1) if self._upright else one

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, frame in enumerate(self._frames()):
            shape = QPainterPath()
            shape.addRoundedRect(frame, frame.width() * _CORNER, frame.width() * _CORNER)
            if place < len(self._images):
                self._paint_side(painter, frame, shape, self._images[place])
            else:
                self._paint_empty(painter, frame, shape, self._text if place == 0 else "")

    def _paint_side(self, painter: QPainter, frame: QRectF, shape: QPainterPath, image: QImage) -> None:
        painter.save()
        painter.setClipPath(shape)
        wanted = frame.size() * self.devicePixelRatioF()
        painter.drawImage(
            frame,
            image.scaled(
                wanted.toSize(),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            ),
        )
        painter.restore()
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawPath(shape)

    def _paint_empty(self, painter: QPainter, frame: QRectF, shape: QPainterPath, text: str) -> None:
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Dark), 1, Qt.PenStyle.DashLine))
        painter.drawPath(shape)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        inside = frame.adjusted(GAP, GAP, -GAP, -GAP)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), text)

    def _reserve_height(self) -> None:
        """A card is never squeezed: its height follows the width it was given."""
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.updateGeometry()

    def _frames(self) -> list[QRectF]:
        width = self._side_width(self.width())
        height = width * CARD_MM[1] / CARD_MM[0]
        down, across = (height + GAP, 0.0) if self._upright else (0.0, width + GAP)
        whole = width if self._upright else width * self._sides + GAP * (self._sides - 1)
        left = max(0.0, (self.width() - whole) / 2)
        return [
            QRectF(left + across * side + 0.5, down * side + 0.5, width - 1, height - 1)
            for side in range(self._sides)
        ]

    def _side_width(self, width: int) -> float:
        if self._true_size:
            return float(self._true_width())
        return float(width) if self._upright else (width - GAP * (self._sides - 1)) / self._sides

    def _true_width(self) -> int:
        return round(CARD_MM[0] / _MM_PER_INCH * self.screen().physicalDotsPerInchX())


def _image(side: PageImage) -> QImage:
    """A copy: the bytes handed in may be gone before the next paint."""
    return QImage(side.rgb, side.width, side.height, side.width * 3, QImage.Format.Format_RGB888).copy()
