"""Notices that nobody has sat at the counter for a while.

``IdleLock(clock, minutes)`` watches the whole application once installed with
``application.installEventFilter(idle)``; ``idle()`` fires once, and again only after somebody came back.
"""

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from app.clock import Clock

LOOK_MS = 1000

_HANDS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
"""A scan counts too: a scanner is a keyboard. What the printer does is nobody's presence."""


class IdleLock(QObject):
    idle = Signal()

    def __init__(self, clock: Clock, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._allowed = timedelta(minutes=minutes)
        self._last = clock()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)

    def allow(self, minutes: int) -> None:
        """The branch set another time."""
        self._allowed = timedelta(minutes=minutes)

    def begin(self) -> None:
        """Somebody sat down."""
        self._last = self._clock()
        self._look.start()

    def end(self) -> None:
        """The counter is locked: there is nothing to watch over."""
        self._look.stop()

    def look(self) -> None:
        """By the clock of the day, so that a PC that slept is locked when it wakes; a clock set back
        begins the time anew."""
        if not self._look.isActive():
            return
        now = self._clock()
        if now < self._last:
            self._last = now
        if now - self._last >= self._allowed:
            self.end()
            self.idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _HANDS and self._look.isActive():
            self._last = self._clock()
        return False
