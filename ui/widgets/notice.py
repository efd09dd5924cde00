"""A bar that tells what happened, never in the way, with one action or an undo for ten seconds.

``Notice()`` starts hidden. ``say(text, tone)``; ``say(text, tone, action="Open folder", key="F6", do=…)``;
``offer_undo(text, undo)`` counts ten seconds down and then goes. ``gone()`` fires when it closes. Esc
does not close it, because Esc steps back in the page; its own quiet button does.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.shortcuts import Key
from ui.theme import GAP, HAIR, SMALL, WIDE
from ui.tone import TONE_ICONS, Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.mark import mark

UNDO_SECONDS = 10


class Notice(QFrame):
    gone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon("info")
        self._text = Label(wrap=True)
        self._action: ActionButton | None = None
        self._close = ActionButton(self.tr("Close"), quiet=True)
        self._close.triggered.connect(self.close_notice)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(WIDE, HAIR, SMALL, HAIR)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close)
        self._seconds = 0
        self._undo_text = ""
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._count_down)
        self.hide()

    def say(
        self,
        text: str,
        tone: Tone = Tone.INFO,
        *,
        action: str = "",
        key: str = "",
        do: Callable[[], None] | None = None,
    ) -> None:
        self._tick.stop()
        self._take_action_away()
        self._icon.show_icon(TONE_ICONS[tone], tone)
        self._text.setText(text)
        self.setAccessibleName(text)
        mark(self, tone=tone.value)
        if do is not None:
            self._offer(action, key, do)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        self._seconds, self._undo_text = UNDO_SECONDS, self.tr("Undo")
        self.say(text, Tone.INFO, action=self._undo_text, key=Key.UNDO, do=undo)
        self._show_seconds()
        self._tick.start()

    def text(self) -> str:
        return self._text.text()

    def close_notice(self) -> None:
        self._tick.stop()
        self._take_action_away()
        self.hide()
        self.gone.emit()

    def _offer(self, action: str, key: str, do: Callable[[], None]) -> None:
        button = ActionButton(action, key)
        button.triggered.connect(self.close_notice)
        button.triggered.connect(do)
        self._row.insertWidget(2, button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._action = button

    def _take_action_away(self) -> None:
        if self._action is not None:
            self._row.removeWidget(self._action)
            self._action.hide()
            self._action.deleteLater()
            self._action = None

    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self.close_notice()
        else:
            self._show_seconds()

    def _show_seconds(self) -> None:
        if self._action is not None:
            self._action.set_text(f"{self._undo_text} ({self._seconds})")
