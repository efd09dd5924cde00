"""Tells a barcode scanner from fingers: a scan never lands in a field and never presses a button.

A scanner types a whole number within a breath and ends with Enter or Tab. Printable keys are held back for a
moment no officer can feel; if the next key comes as fast as only a scanner types, they are collected, else
they go where they were meant, in their order. The time a key was pressed comes with the key itself, so a busy
window does not turn fast fingers into a scanner.
"""

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

FASTEST_FINGERS_MS = 35
"""Scanners type a character in 1 to 20 ms; practised typists stay above 50 ms over a whole word."""
SHORTEST_SCAN = 6

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_SHIFTS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Scanner(QObject):
    """Watches the whole application once installed with ``application.installEventFilter(scanner)``."""

    scanned = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: list[QKeyEvent] = []
        self._last_ms = 0
        self._handing_on = False
        self._wait = QTimer(self, singleShot=True, interval=FASTEST_FINGERS_MS)
        self._wait.timeout.connect(self._hand_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._handing_on or not isinstance(event, QKeyEvent) or watched is not _receiver():
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            return self._on_override(event)
        if event.type() is QEvent.Type.KeyPress:
            return self._on_press(event)
        if event.type() is QEvent.Type.KeyRelease:
            return self._on_release(event)
        return False

    def _on_override(self, event: QKeyEvent) -> bool:
        """Held keys must not work as shortcuts either; those are tried when the keys are handed on. What was
        held goes first: Enter must not send a field before its last letter has arrived."""
        if _printable(event) or (event.key() in _ENDS and self._complete(event)):
            event.accept()
            return True
        if event.key() not in _SHIFTS:
            self._hand_on()
        return False

    def _on_press(self, event: QKeyEvent) -> bool:
        if event.key() in _SHIFTS:
            return False
        if event.key() in _ENDS and self._complete(event):
            self._finish_scan()
            return True
        if self._held and not self._fast(event):
            self._hand_on()
        if not _printable(event) or event.isAutoRepeat():
            self._hand_on()
            return False
        self._held.append(_copy(event))
        self._last_ms = _pressed_at(event)
        self._wait.start()
        return True

    def _on_release(self, event: QKeyEvent) -> bool:
        """A release follows its press: a button must not be let go before it went down."""
        if self._held and not event.isAutoRepeat() and event.key() in {held.key() for held in self._held}:
            self._held.append(_copy(event))
            return True
        return False

    def _fast(self, event: QKeyEvent) -> bool:
        return 0 <= _pressed_at(event) - self._last_ms <= FASTEST_FINGERS_MS

    def _complete(self, event: QKeyEvent) -> bool:
        return not _modified(event) and len(self._text()) >= SHORTEST_SCAN and self._fast(event)

    def _text(self) -> str:
        return "".join(held.text() for held in self._held if held.type() is QEvent.Type.KeyPress)

    def _finish_scan(self) -> None:
        text = self._text()
        self._held.clear()
        self._wait.stop()
        self.scanned.emit(text)

    def _hand_on(self) -> None:
        """These were fingers after all: give the keys to whatever has the focus."""
        self._wait.stop()
        held, self._held = self._held, []
        self._handing_on = True
        try:
            for event in held:
                _deliver(event)
        finally:
            self._handing_on = False


def _receiver() -> QObject | None:
    """Where Qt sends keys; parents see a key again when the receiver does not want it."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup
    return QApplication.focusWidget() or QApplication.activeWindow()


def _deliver(event: QKeyEvent) -> None:
    receiver = _receiver()
    if receiver is None:
        return
    if event.type() is QEvent.Type.KeyPress and not _wanted_as_text(receiver, event):
        shortcut = _shortcut_for(event)
        if shortcut is not None:
            shortcut.activated.emit()
            return
    QCoreApplication.sendEvent(receiver, event)


def _wanted_as_text(receiver: QObject, event: QKeyEvent) -> bool:
    """Ask as Qt does: a field accepts the question, a page does not."""
    question = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text())
    question.ignore()
    QCoreApplication.sendEvent(receiver, question)
    return question.isAccepted()


def _shortcut_for(event: QKeyEvent) -> QShortcut | None:
    window = QApplication.activeWindow()
    if window is None:
        return None
    for shortcut in window.findChildren(QShortcut):
        place = shortcut.parent()
        seen = isinstance(place, QWidget) and place.isVisible() and place.isEnabled()
        if seen and shortcut.isEnabled() and shortcut.key().toString() == event.text().upper():
            return shortcut
    return None


def _printable(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text().isprintable() and not _modified(event)


def _modified(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~_PLAIN)


def _pressed_at(event: QKeyEvent) -> int:
    return event.timestamp() or time.monotonic_ns() // 1_000_000


def _copy(event: QKeyEvent) -> QKeyEvent:
    kept = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat())
    kept.setTimestamp(event.timestamp())
    return kept
