"""A button that shows its key and cannot be pressed twice by a trembling hand.

``ActionButton(text, key="F9", primary=True)``; connect to ``triggered``, not to ``clicked``.
The key works in the whole window while the button can be seen and is enabled, with ``within=table`` only
where that widget has the focus; a key held down counts once.
``set_busy(True, "Saving …")`` until the work has answered; ``set_text(text)`` renames it.
"""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QSpacerItem, QWidget

from ui.theme import SMALL, WIDE
from ui.widgets.icon import Icon
from ui.widgets.key_cap import KeyCap, key_text
from ui.widgets.label import Label
from ui.widgets.mark import mark

GUARD_MS = 400
"""Two presses closer than this are one: a double click, or a key that bounces."""


class ActionButton(QPushButton):
    triggered = Signal()

    def __init__(
        self,
        text: str,
        key: str = "",
        *,
        primary: bool = False,
        quiet: bool = False,
        icon: str = "",
        within: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._label = Label(weight="strong")
        self._label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._key = key
        self._busy = False
        self._text = ""
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, 0, WIDE, 0)
        row.setSpacing(SMALL)
        row.addSpacerItem(_filler())
        if icon:
            row.addWidget(Icon(icon))
        row.addWidget(self._label)
        if key:
            row.addWidget(KeyCap(key))
        row.addSpacerItem(_filler())
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        mark(self, primary=primary, quiet=quiet)
        self.set_text(text)
        self._guard = QTimer(self, singleShot=True, interval=GUARD_MS)
        self.clicked.connect(self._press)
        for sequence in _sequences(key):
            shortcut = QShortcut(QKeySequence(sequence), within or self, autoRepeat=False)
            if within is not None:
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.click)

    @property
    def key(self) -> str:
        return self._key

    @property
    def busy(self) -> bool:
        return self._busy

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        self._text = text
        self._label.setText(text.replace("&", ""))
        self.setAccessibleName(text.replace("&", ""))
        self.setAccessibleDescription(key_text(self._key))
        self.updateGeometry()

    def set_busy(self, busy: bool, saying: str = "") -> None:
        """While busy the button stays where it is, says what it does and takes no press."""
        self._busy = busy
        self._label.setText(saying if busy and saying else self._text)
        self.setEnabled(not busy)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wanted = self._row.sizeHint()
        return QSize(wanted.width(), max(super().sizeHint().height(), wanted.height() + SMALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            mark(self, off=not self.isEnabled())
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def takes(self, key: str) -> bool:
        """Whether a press of ``key`` would count now: shown, enabled, and not just pressed."""
        shown = key == self._key and self.isVisible() and self.isEnabled()
        return shown and not self._guard.isActive()

    def _press(self) -> None:
        if self._guard.isActive():
            return
        self._guard.start()
        self.triggered.emit()


def _filler() -> QSpacerItem:
    """Centres what is inside, without making the button ask for all the room of its row."""
    return QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)


def _sequences(key: str) -> list[str]:
    """The number pad's Enter is the same key to an officer."""
    if not key:
        return []
    return [key, key.replace("Return", "Enter")] if "Return" in key else [key]
