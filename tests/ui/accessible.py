"""Asks Qt's accessibility what a screen reader would be told."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def nameless(window: QWidget) -> list[str]:
    """Every widget in the window that can take the focus but tells no name."""
    reachable = (window, *window.findChildren(QWidget))
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in reachable
        if _takes_focus(widget) and not _name(widget)
    ]


def _takes_focus(widget: QWidget) -> bool:
    by_key = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    return by_key and widget.focusProxy() is None and not widget.objectName().startswith("qt_")


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""
