"""A small cap that shows which key does it.

``KeyCap("Ctrl+Return")`` reads ``Ctrl ↵``. ``key_text(key)`` gives the same words for other places.
"""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.label import Label


class KeyCap(Label):
    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key_text(key), grade="small", parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def key_text(key: str) -> str:
    """What is printed on the keyboard of the counter."""
    drawn = {
        "Return": "↵",
        "Up": "↑",
        "Down": "↓",
        "Left": "←",
        "Right": "→",
        "Space": QCoreApplication.translate("KeyCap", "Space"),
    }
    return " ".join(drawn.get(part, part) for part in key.split("+"))
