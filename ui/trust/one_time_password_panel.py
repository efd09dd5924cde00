"""A one-time password, shown once: copied, printed or saved, and gone when it was handed over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.shortcuts import Key
from ui.theme import SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.label import Label
from ui.widgets.panel import Panel


class OneTimePasswordPanel(Panel):
    """``show_password(name, password)``; ``handed_over()`` when it is taken away again."""

    print_asked = Signal()
    save_asked = Signal()
    handed_over = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone=Tone.INFO, parent=parent)
        self._password = Label(grade="status")
        self._password.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._password.setAccessibleName(self.tr("One-time password"))
        self._told = Label(grade="small", wrap=True)
        self._copy = ActionButton(self.tr("Copy"), icon="copy")
        self._print = ActionButton(self.tr("Print slip"), Key.PRINT, icon="printer")
        self._save = ActionButton(self.tr("Save as PDF …"), Key.SAVE_DRAFT, icon="folder-open")
        self._done = ActionButton(self.tr("Handed over"), primary=True)
        self._copy.triggered.connect(self._to_clipboard)
        self._print.triggered.connect(self.print_asked)
        self._save.triggered.connect(self.save_asked)
        self._done.triggered.connect(self.take_away)
        self.add(self._password)
        self.add(self._told)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for button in (self._copy, self._print, self._save):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self._done)
        self.body.addLayout(row)
        self.hide()

    def show_password(self, name: str, password: str) -> None:
        self.set_title(self.tr("One-time password of {name}").format(name=name))
        self._password.setText(password)
        self._password.setAccessibleName(" ".join(password))
        self.tell(
            self.tr(
                "It is shown only now and holds for one sign-in; then Loket asks for a password of the "
                "officer's own."
            )
        )
        self.show()
        self._copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def password(self) -> str:
        """As it is shown now, empty once it was handed over."""
        return self._password.text()

    def tell(self, words: str) -> None:
        self._told.setText(words)

    def take_away(self) -> None:
        """Also from the clipboard, unless something else lies there by now."""
        self._leave_clipboard()
        self._password.setText("")
        self._password.setAccessibleName(self.tr("One-time password"))
        self.hide()
        self.handed_over.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Behind the lock somebody else could paste it beside the new officer's name; who only looks at
        another window to paste it there finds it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._leave_clipboard()

    def _leave_clipboard(self) -> None:
        password, clipboard = self._password.text(), QGuiApplication.clipboard()
        if password and clipboard.text() == password:
            clipboard.clear()

    def _to_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self._password.text())
        self.tell(self.tr("Copied. It is taken out of the clipboard once you press “Handed over”."))
