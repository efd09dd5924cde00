"""Marks a widget for the style sheet.

``mark(label, tone="warn", grade="small")`` sets the properties the style sheet looks at.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def mark(widget: QWidget, **marks: str | bool) -> None:
    """Set the marks and let the style sheet look again, but only when something changed."""
    fresh = {name: value for name, value in marks.items() if widget.property(name) != value}
    if not fresh:
        return
    for name, value in fresh.items():
        widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # the style sheet looks for the first time when the widget is shown
    for touched in (widget, *widget.findChildren(QWidget)):
        touched.style().unpolish(touched)
        touched.style().polish(touched)
    widget.update()
