"""One large word with its icon and a line of explanation: the answer of step 1.

``StatusWord()``; ``show_word("Aktif", Tone.OK, "since 2021", icon="user-check")``.
"""

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import GAP, HAIR
from ui.tone import TONE_ICONS, Tone
from ui.widgets.icon import Icon
from ui.widgets.label import Label


class StatusWord(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon("circle", grade="status")
        self._word = Label(grade="status", wrap=True)
        self._detail = Label(tone="muted", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HAIR)
        grid.addWidget(self._icon, 0, 0)
        grid.addWidget(self._word, 0, 1)
        grid.addWidget(self._detail, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_word(self, word: str, tone: Tone, detail: str = "", *, icon: str = "") -> None:
        self._icon.show_icon(icon or TONE_ICONS[tone], tone)
        self._word.say(word, tone)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(word)
        self.setAccessibleDescription(detail)

    def word(self) -> str:
        return self._word.text()
