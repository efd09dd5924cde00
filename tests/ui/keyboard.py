"""Fingers and a scanner for tests: key presses carry their own times, so nothing has to wait."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

FINGERS_MS = 120
SCANNER_MS = 8


@dataclass
class Keyboard:
    """Types into whatever has the focus, the way keys reach a program."""

    now_ms: int = 1_000_000

    def type(self, text: str, every_ms: int = FINGERS_MS) -> None:
        for character in text:
            self.now_ms += every_ms
            code = Qt.Key(ord(character.upper())) if character.isascii() else Qt.Key.Key_unknown
            self._send(QEvent.Type.KeyPress, code, character)
            self._send(QEvent.Type.KeyRelease, code, character)

    def scan(self, text: str, end: Qt.Key = Qt.Key.Key_Return, every_ms: int = SCANNER_MS) -> None:
        self.type(text, every_ms)
        self.now_ms += every_ms
        ending = "\t" if end == Qt.Key.Key_Tab else "\r"
        self._send(QEvent.Type.KeyPress, end, ending)
        self._send(QEvent.Type.KeyRelease, end, ending)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A single key, with the shortcuts it may stand for."""
        receiver = _receiver()
        assert isinstance(receiver, QWidget)
        QTest.keyClick(receiver, key, modifiers)

    def _send(self, kind: QEvent.Type, key: Qt.Key, text: str) -> None:
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(self.now_ms)
        receiver = _receiver()
        assert receiver is not None
        QCoreApplication.sendEvent(receiver, event)


def _receiver() -> QObject | None:
    return QApplication.focusWidget() or QApplication.activeWindow()
