"""A new password typed twice: the rules are told first and checked as it is typed.

``NewPassword(label)``; ``set_check(check)`` hands in the rules, which raise ``RuleBroken`` when broken;
``accepted()`` gives the password, or ``None`` after saying beside the field what is wrong; ``forget()``.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import RuleBroken
from app.findings import Severity
from ui.shortcuts import Key
from ui.theme import GAP
from ui.widgets.field import Field
from ui.widgets.key_cap import key_text
from ui.widgets.password_field import PasswordField
from ui.wording.problem_words import problem_words

Check = Callable[[str], None]


class NewPassword(QWidget):
    def __init__(self, label: str = "", *, check: Check | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = check
        rules = self.tr(
            "At least 10 characters; a short sentence is easy to keep in mind. Pasting is allowed. "
            "Not your name, the branch's name or a common password. {key} shows it."
        )
        self.first = PasswordField(
            label or self.tr("New password"), hint=rules.format(key=key_text(Key.SHOW_PASSWORD))
        )
        self.again = PasswordField(self.tr("The same once more"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.first)
        column.addWidget(self.again)
        self.first.edited.connect(self._on_typed)
        self.first.left.connect(self._on_left)
        self.again.edited.connect(lambda _text: self._compare(as_typed=True))
        self.again.left.connect(lambda: self._compare(as_typed=False))
        self.setFocusProxy(self.first)

    @property
    def fields(self) -> list[Field]:
        """In the order Enter walks them."""
        return [self.first, self.again]

    def set_check(self, check: Check) -> None:
        self._check = check
        if self.first.text():
            self._on_left()

    def accepted(self) -> str | None:
        password = self.first.text()
        refusal = self._refusal(password)
        if refusal:
            self.first.show_finding(Severity.BLOCK, refusal)
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        if password != self.again.text():
            self._compare(as_typed=False, also_empty=True)
            self.again.select_all()
            return None
        return password

    def refuse(self, text: str) -> None:
        """What the use case has against it, said where it was typed."""
        self.first.show_finding(Severity.BLOCK, text)
        self.first.select_all()

    def forget(self) -> None:
        self.first.forget()
        self.again.forget()

    def _on_typed(self, text: str) -> None:
        """While typing it is only told how it stands; nobody is scolded for a password half typed."""
        refusal = self._refusal(text)
        if not text:
            self.first.clear_finding()
        elif refusal:
            self.first.show_finding(Severity.NOTE, refusal)
        else:
            self.first.show_ok(self.tr("This password may be used."))
        if self.again.text():
            self._compare(as_typed=True)

    def _on_left(self) -> None:
        text = self.first.text()
        refusal = self._refusal(text)
        if text and refusal:
            self.first.show_finding(Severity.BLOCK, refusal)

    def _compare(self, *, as_typed: bool, also_empty: bool = False) -> None:
        first, again = self.first.text(), self.again.text()
        if not again and not also_empty:
            self.again.clear_finding()
        elif first == again:
            self.again.show_ok(self.tr("Both are the same."))
        elif as_typed and first.startswith(again):
            self.again.clear_finding()
        else:
            self.again.show_finding(Severity.BLOCK, self.tr("This is not the same password."))

    def _refusal(self, text: str) -> str:
        if self._check is None:
            return ""
        try:
            self._check(text)
        except RuleBroken as error:
            words = problem_words(error)
            return f"{words.what}. {words.next_step}"
        return ""
