"""A white rounded panel with a small title: one subject of the page.

``Panel("Identity", tone=None)``; ``panel.add(widget)``, ``panel.body`` is its vertical layout.
``panel.set_title(text)``; ``panel.set_tone(Tone.WARN)`` tints it and puts the icon before the title.
"""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import GAP, SMALL, WIDE
from ui.tone import TONE_ICONS, Tone
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.mark import mark


class Panel(QFrame):
    def __init__(self, title: str = "", *, tone: Tone | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(WIDE, GAP, WIDE, GAP + 2)
        self.body.setSpacing(SMALL)
        self._icon = Icon("circle", grade="small")
        self._title = Label(grade="small", weight="strong", tone="muted", wrap=False)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SMALL)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        self.body.addWidget(self._head)
        self.set_title(title)
        self.set_tone(tone)

    def add(self, widget: QWidget) -> None:
        self.body.addWidget(widget)

    def add_to_head(self, widget: QWidget) -> None:
        """Something small beside the title: a pill, a count, a quiet button."""
        head = self._head.layout()
        assert head is not None
        head.addWidget(widget)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self._head.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_tone(self, tone: Tone | None) -> None:
        self._icon.setVisible(tone is not None)
        if tone is not None:
            self._icon.show_icon(TONE_ICONS[tone], tone)
        mark(self._title, tone=tone.value if tone else "muted")
        mark(self, tone=tone.value if tone else "")
