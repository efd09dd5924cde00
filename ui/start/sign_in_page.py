"""Who sits at the counter: a name, a password, Enter. The same page covers a counter that is locked.

``show_names(names)``; ``signed_in(officer_id, password)`` once both are given; ``refuse(text)`` keeps what
was typed, ``show_locked_out(officer_id, until, now)`` lets the others in.
"""

from collections.abc import Mapping
from datetime import datetime
from math import ceil

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.findings import Severity
from ui.formats import clock_time, minutes
from ui.shortcuts import Key
from ui.start.officer_list import OfficerList
from ui.theme import HAIR, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.key_cap import key_text
from ui.widgets.label import Label
from ui.widgets.middle import Middle
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.widgets.password_field import PasswordField

_LETTERS_WIDE = 58


class SignInPage(Page):
    signed_in = Signal(int, str)
    recovery_asked = Signal()

    def __init__(self, branch: str, counter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Sign in"))
        self.notice = Notice()
        self.officers = OfficerList(self.tr("Officers"))
        self.password = PasswordField(self.tr("Password"))
        self._locked = Panel(tone=Tone.INFO)
        self._kept = Label(grade="small", wrap=True)
        self._sample = Panel(self.tr("Demo branch: everybody in it is invented"), tone=Tone.WARN)
        self._sample_words = Label(grade="small", wrap=True)
        self._help = Panel(self.tr("Forgotten the password?"), tone=Tone.INFO)
        self._forgotten = ActionButton(self.tr("Forgotten the password?"), Key.HELP, quiet=True)
        self._recovery = ActionButton(self.tr("Enter the recovery code"), icon="lock")
        self._go = ActionButton(self.tr("Sign in"), Key.NEXT_FIELD, primary=True, within=self.password)
        self._busy = self._counter_locked = False
        self._locked_out: dict[int, datetime] = {}
        self._arrange(branch, counter)
        self._connect()
        self.show_counter_locked("")
        self.setFocusProxy(self.officers)

    def show_names(self, names: Mapping[int, str], chosen: int | None = None) -> None:
        """By officer number. ``chosen`` is marked, and asked for the password at once."""
        self.officers.show_names(names, chosen)
        self._go.setEnabled(bool(names))
        if chosen is not None:
            self.setFocusProxy(self.password)
            self.password.setFocus()

    def show_counter_locked(self, name: str) -> None:
        """``name`` sits here and went for a moment; nobody does at the start of the program."""
        self._counter_locked = bool(name)
        self._show_help(False)
        self._locked.set_title(self.tr("The counter is locked"))
        kept = self.tr("{name} is at work here. What was typed stays as it is, also for whoever takes over.")
        self._kept.setText(kept.format(name=name))

    def show_sample_password(self, password: str) -> None:
        """Only a demo branch has one that everybody may know."""
        told = self.tr("Password of all its officers: {password}")
        self._sample_words.setText(told.format(password=password))
        self._sample.show()

    def show_settings_unreadable(self) -> None:
        """Blanks, cards and drafts belong to a counter's name: under another one they would not be found."""
        words = self.tr(
            "The settings of this PC cannot be read, so it starts with the usual ones. Look at the name of "
            "the counter above before you go on, and call the administrator."
        )
        self.notice.say(words, Tone.ERROR)

    def show_busy(self, busy: bool, saying: str = "") -> None:
        """What is typed stays; nothing more is taken until there is an answer."""
        self._busy = busy
        self._go.set_busy(busy, saying or self.tr("Signing in …"))
        self._go.setEnabled(not busy and self.officers.count() > 0)

    def refuse(self, text: str) -> None:
        self.password.show_finding(Severity.BLOCK, text)
        self.password.select_all()

    def show_locked_out(self, officer_id: int, until: datetime, now: datetime) -> None:
        """Called every second while it lasts; afterwards the officer may try again."""
        self._locked_out[officer_id] = until
        if until <= now:
            del self._locked_out[officer_id]
        lasts = self.tr("locked until {time}").format(time=clock_time(until)) if until > now else ""
        self.officers.tell(officer_id, lasts)
        if officer_id != self.officers.officer_id():
            return
        if until > now:
            words = self.tr("Too many wrong passwords. Try again at {time}, in {left}. Others may sign in.")
            left = minutes(ceil((until - now).total_seconds()))
            self.password.show_finding(Severity.BLOCK, words.format(time=clock_time(until), left=left))
        else:
            self.password.clear_finding()

    def locked_out(self) -> dict[int, datetime]:
        """Who has to wait, and until when."""
        return dict(self._locked_out)

    def forget(self) -> None:
        """Nothing of a password stays behind."""
        self.password.forget()
        self._show_help(False)
        self.notice.close_notice()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the password, the arrows walk through the names and Esc goes back to them."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and not event.modifiers():
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step:
                row = min(max(self.officers.currentRow() + step, 0), self.officers.count() - 1)
                self.officers.setCurrentRow(row)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.officers.setFocus()
                return True
        return False

    def _walk(self) -> None:
        """Another name: what was typed for the one before is no longer there."""
        name = self.officers.officer_name()
        self.password.forget()
        self.password.set_label(self.tr("Password of {name}").format(name=name) if name else "")

    def _ask_password(self) -> None:
        """What was refused before is replaced by what is typed now."""
        self.password.select_all()

    def _sign_in(self) -> None:
        officer_id, password = self.officers.officer_id(), self.password.text()
        if officer_id is None or self._busy:
            return
        if not password:
            self.password.setFocus()
            return
        if officer_id not in self._locked_out:
            self.notice.close_notice()
            self.signed_in.emit(officer_id, password)

    def _show_help(self, shown: bool) -> None:
        """The small screen has room for one of them."""
        self._help.setVisible(shown)
        self._locked.setVisible(self._counter_locked and not shown)

    def _connect(self) -> None:
        self.officers.chosen.connect(self._ask_password)
        self.officers.walked.connect(self._walk)
        self.password.entered.connect(self._sign_in)
        self.password.edited.connect(self._type)
        self.password.editor.installEventFilter(self)
        self._go.triggered.connect(self._sign_in)
        self._forgotten.triggered.connect(lambda: self._show_help(self._help.isHidden()))
        self._recovery.triggered.connect(self.recovery_asked)

    def _type(self, _typed: str) -> None:
        """A refusal has been read once typing goes on; who has to wait is still told so."""
        if self.officers.officer_id() not in self._locked_out and not self.password.caps_lock_told:
            self.password.clear_finding()

    def _arrange(self, branch: str, counter: str) -> None:
        middle = Middle(_LETTERS_WIDE)
        self._locked.add(self._kept)
        self._sample.add(self._sample_words)
        self._help.add(
            Label(
                self.tr(
                    "An administrator of the branch gives a new one-time password in the room Officers. "
                    "If no administrator can sign in, the recovery code in the branch head's safe opens "
                    "the database."
                ),
                grade="small",
                wrap=True,
            )
        )
        code = QHBoxLayout()
        code.addWidget(self._recovery)
        code.addStretch()
        self._help.body.addLayout(code)
        work = Panel(self.tr("Who works here now?"))
        work.add(self.officers)
        work.body.addSpacing(HAIR)
        work.add(self.password)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self._forgotten)
        buttons.addStretch()
        buttons.addWidget(self._go)
        middle.body.addWidget(Label("Loket", grade="status"))
        middle.body.addWidget(Label(f"{branch} · {counter}", "muted", wrap=True))
        for panel in (self.notice, self._locked, work):
            middle.body.addWidget(panel)
        middle.body.addLayout(buttons)
        for panel in (self._help, self._sample):
            middle.body.addWidget(panel)
            panel.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(middle)
        self.password.set_hint(self.tr("{key} shows it").format(key=key_text(Key.SHOW_PASSWORD)))
