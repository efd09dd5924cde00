"""Choosing one's own password: after a one-time password there and then, or by one's own wish.

``ask_first(name)`` or ``ask_change(name)``; ``chosen(present, new)``, ``present`` empty after a one-time
password; ``left()`` on Esc; ``refuse_present(text)`` and ``refuse_new(text)`` keep what was typed.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.findings import Severity
from ui.shortcuts import Key
from ui.theme import GAP, SMALL
from ui.widgets.action_button import ActionButton
from ui.widgets.field import enter_moves_on
from ui.widgets.label import Label
from ui.widgets.middle import Middle
from ui.widgets.new_password import Check, NewPassword
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.widgets.password_field import PasswordField

_LETTERS_WIDE = 62


class NewPasswordPage(Page):
    chosen = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("New password"))
        self.notice = Notice()
        self._title, self._why = Label(grade="status", wrap=True), Label("", "muted", wrap=True)
        self.present = PasswordField(self.tr("Present password"))
        self.new = NewPassword()
        self._back = ActionButton(self.tr("Back"), Key.BACK)
        self._save = ActionButton("", Key.GO_ON, primary=True)
        self._back.triggered.connect(self._leave)
        self._save.triggered.connect(self._choose)
        enter_moves_on([self.present, *self.new.fields], self._choose)
        self._arrange()

    def set_check(self, check: Check) -> None:
        self.new.set_check(check)

    def ask_first(self, name: str) -> None:
        self._title.setText(self.tr("Choose your own password"))
        why = self.tr(
            "{name}, the password you were given holds for one sign-in. Nobody else knows the next."
        )
        self._why.setText(why.format(name=name))
        self._save.set_text(self.tr("Save and start work"))
        self._begin(with_present=False)

    def ask_change(self, name: str) -> None:
        self._title.setText(self.tr("Change your password"))
        self._why.setText(self.tr("{name}, the new one holds from now on, on this PC.").format(name=name))
        self._save.set_text(self.tr("Save"))
        self._begin(with_present=True)

    def show_busy(self, busy: bool) -> None:
        self._save.set_busy(busy, self.tr("Saving …"))
        self._back.setEnabled(not busy)

    def refuse_present(self, text: str) -> None:
        self.present.show_finding(Severity.BLOCK, text)
        self.present.select_all()

    def refuse_new(self, text: str) -> None:
        self.new.refuse(text)

    def forget(self) -> None:
        """Nothing of a password stays behind."""
        self.present.forget()
        self.new.forget()
        self.notice.close_notice()

    def _begin(self, *, with_present: bool) -> None:
        self.forget()
        self.show_busy(False)
        self.present.setVisible(with_present)
        self.setFocusProxy(self.present if with_present else self.new)

    def _choose(self) -> None:
        if self._save.busy:
            return
        asks_present = not self.present.isHidden()
        if asks_present and not self.present.text():
            self.refuse_present(self.tr("Type the password that holds until now."))
            return
        new = self.new.accepted()
        if new is not None:
            self.chosen.emit(self.present.text() if asks_present else "", new)

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def _arrange(self) -> None:
        panel = Panel()
        panel.body.setSpacing(GAP)
        panel.add(self.present)
        panel.add(self.new)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch()
        buttons.addWidget(self._back)
        buttons.addWidget(self._save)
        middle = Middle(_LETTERS_WIDE)
        for part in (self._title, self._why, self.notice, panel):
            middle.body.addWidget(part)
        middle.body.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(middle)
