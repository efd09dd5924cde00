"""A field for a password: hidden until asked, pasting allowed, Caps Lock told.

``PasswordField("Password")``; ``Alt+L`` shows what is typed and hides it again. ``forget()`` empties it.
"""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from app.findings import Severity
from ui.icons import draw_icon
from ui.shortcuts import Key
from ui.theme import HAIR, SMALL
from ui.widgets.field import Field
from ui.widgets.key_cap import key_text
from ui.widgets.line import Line


class PasswordField(Field):
    def __init__(self, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        self._typed = PasswordLine()
        super().__init__(label, self._typed, hint=hint, parent=parent)
        self._caps_told = False
        self._typed.caps_lock.connect(self._tell_caps_lock)

    def forget(self) -> None:
        """Empty and hidden, as for somebody else."""
        self._typed.setText("")  # unlike clear(), it leaves nothing that could be undone
        self._typed.show_text(False)
        self._caps_told = False
        self.clear_finding()

    def select_all(self) -> None:
        """What was refused stays; typing replaces it."""
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typed.selectAll()

    @property
    def caps_lock_told(self) -> bool:
        return self._caps_told

    def _tell_caps_lock(self, on: bool) -> None:
        if on:
            self.show_finding(Severity.WARN, self.tr("Caps Lock is on."))
        elif self._caps_told:
            self.clear_finding()
        self._caps_told = on


class PasswordLine(Line):
    """``caps_lock(on)`` as far as the keys tell: no system says it alike."""

    caps_lock = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._eye = _Eye(self)
        self._eye.clicked.connect(lambda: self.show_text(not self.shown))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SMALL, 0)
        row.addStretch()
        row.addWidget(self._eye)
        self.setTextMargins(0, 0, self._eye.sizeHint().width() + HAIR, 0)
        key = QShortcut(QKeySequence(Key.SHOW_PASSWORD), self, autoRepeat=False)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self._eye.click)
        self.show_text(False)

    @property
    def shown(self) -> bool:
        return self.echoMode() is QLineEdit.EchoMode.Normal

    def show_text(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        secret = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        hints = secret if shown else secret | Qt.InputMethodHint.ImhHiddenText
        self.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoAutoUppercase)
        self._eye.show_state(shown)

    def hideEvent(self, event: QHideEvent) -> None:
        """Who comes back finds it hidden."""
        super().hideEvent(event)
        self.show_text(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if letter.isalpha() and letter.upper() != letter.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(letter.isupper() != shifted)
        super().keyPressEvent(event)


class _Eye(QToolButton):
    """Reached by its key or the mouse; Tab goes on to the next field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._shown = False

    def show_state(self, shown: bool) -> None:
        self._shown = shown
        words = self.tr("Hide the password") if shown else self.tr("Show the password")
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({key_text(Key.SHOW_PASSWORD)})")
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 1.2)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText)
        draw_icon(QPainter(self), "eye-off" if self._shown else "eye", QRectF(self.rect()), colour)
