"""Lucide icons, drawn in whatever colour the place asks for."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QFile, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SEARCH_PATH = "icons"
"""Qt's name for the folder of icons; ``ui.application`` says where it lies."""


def draw_icon(painter: QPainter, name: str, square: QRectF, colour: QColor) -> None:
    _renderer(name, colour.name()).render(painter, square)


def icon(name: str, colour: QColor, side: int = 24) -> QIcon:
    """For the few places where Qt takes nothing but a ``QIcon``."""
    pixmap = QPixmap(side * 2, side * 2)  # sharp on a screen of 200 %
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, name, QRectF(0, 0, side, side), colour)
    painter.end()
    return QIcon(pixmap)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    file = QFile(f"{SEARCH_PATH}:{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(name)
    drawing = bytes(file.readAll().data()).replace(b"currentColor", colour.encode())
    file.close()
    return QSvgRenderer(QByteArray(drawing))
