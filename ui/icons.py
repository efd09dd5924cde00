"""Lucide icons, drawn in whatever colour the place asks for."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QFile, QIODevice, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

SEARCH_PATH = "icons"
"""Qt's name for the folder of icons; ``ui.application`` says where it lies."""


def draw_icon(painter: QPainter, name: str, square: QRectF, colour: QColor) -> None:
    _renderer(name, colour.name()).render(painter, square)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    file = QFile(f"{SEARCH_PATH}:{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(name)
    drawing = bytes(file.readAll().data()).replace(b"currentColor", colour.encode())
    file.close()
    return QSvgRenderer(QByteArray(drawing))
