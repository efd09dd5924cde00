"""The ground every page stands on, and a scrolling column for what may not fit.

``Page()`` is a plain page in the ground colour; ``scrolling(widget)`` wraps a tall part.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Page(QFrame):
    """A room's page; the frame shows one at a time."""


def scrolling(content: QWidget) -> QScrollArea:
    """Scrolls up and down only; what has the focus is brought into view by Tab."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setObjectName("scrolled")
    area.setWidget(content)
    return area
