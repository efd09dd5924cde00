"""Text in the looks the program has, and no others.

``Label("Nama", Tone.NEUTRAL, grade="small", weight="medium")``; ``tone`` also takes ``"muted"``.
``label.say(text, tone)`` changes both. ``Elided`` shortens itself when room is short.
Texts are always plain: a name that looks like HTML stays a name.
"""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.tone import Tone
from ui.widgets.mark import mark

Ink = Tone | Literal["ink", "muted"]
Grade = Literal["work", "small", "status"]
Weight = Literal["plain", "medium", "strong"]


class Label(QLabel):
    def __init__(
        self,
        text: str = "",
        tone: Ink = "ink",
        *,
        grade: Grade = "work",
        weight: Weight = "plain",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        mark(self, tone=str(tone), grade=grade, weight=weight)

    def say(self, text: str, tone: Ink | None = None) -> None:
        self.setText(text)
        if tone is not None:
            mark(self, tone=str(tone))


class Elided(Label):
    """One line that shortens itself with … instead of pushing its neighbours out of the window."""

    def minimumSizeHint(self) -> QSize:
        narrow = self.fontMetrics().horizontalAdvance("…") * 3
        return QSize(min(narrow, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        whole, room = self.text(), self.contentsRect()
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(whole if shown != whole else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
