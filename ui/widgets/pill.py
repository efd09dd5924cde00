"""A rounded word with its icon: a state at a glance.

``Pill("Printer ready", Tone.OK, icon="printer")``; ``pill.say(text, tone)`` changes it.
``elided=True`` for long words that may shorten themselves.
"""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import GAP, HAIR
from ui.tone import TONE_ICONS, Tone
from ui.widgets.icon import Icon
from ui.widgets.label import Elided, Label
from ui.widgets.mark import mark


class Pill(QFrame):
    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.NEUTRAL,
        *,
        icon: str = "",
        elided: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._own_icon = icon
        self._icon = Icon(icon or TONE_ICONS[tone], grade="small")
        made = Elided if elided else Label
        self._label = made(grade="small", weight="strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP - 2, HAIR, GAP, HAIR)
        row.setSpacing(HAIR + 2)
        row.addWidget(self._icon)
        row.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(text, tone)

    def text(self) -> str:
        return self._label.text()

    def say(self, text: str, tone: Tone | None = None) -> None:
        self._label.setText(text)
        self.setAccessibleName(text)
        if tone is not None:
            self._icon.show_icon(self._own_icon or TONE_ICONS[tone])
            mark(self, tone=tone.value)
