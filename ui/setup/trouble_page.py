"""What keeps the branch from being opened, in words, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import LoketError, Problem
from app.ports import VaultState
from app.trust.backup import FoundBackup
from ui.formats import clock_time, long_date
from ui.shortcuts import Key
from ui.theme import GAP, SECTION, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.wording.problem_words import problem_words

_WIDTH = 620

PROBLEM_OF = {
    VaultState.SLOTS_MISSING: Problem.KEY_SLOTS_DAMAGED,
    VaultState.PREVIOUS_SLOTS: Problem.KEY_SLOTS_DAMAGED,
    VaultState.DATABASE_MISSING: Problem.DATABASE_MISSING,
}


class TroublePage(Page):
    """``restore_asked()``, ``previous_asked()`` for the key slots of before, ``code_asked()`` for the
    recovery code, ``again_asked()``."""

    code_asked = Signal()
    restore_asked = Signal()
    previous_asked = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The branch cannot be opened"))
        self.notice = Notice()
        self._title = Label(grade="status", wrap=True)
        self._words = Label(wrap=True)
        self._backup = Panel(self.tr("The newest good backup"), tone=Tone.INFO)
        self._backup_words = Label(grade="small", wrap=True)
        self._backup.add(self._backup_words)
        self._previous = ActionButton(self.tr("Take the copy of the key slots"), icon="lock")
        self._code = ActionButton(self.tr("Enter the recovery code"), icon="lock")
        self._restore = ActionButton(self.tr("Restore from a backup"), primary=True, icon="database-backup")
        self._again = ActionButton(self.tr("Try again"), Key.RECALL)
        self._arrange()
        self._code.triggered.connect(self.code_asked)
        self._restore.triggered.connect(self.restore_asked)
        self._previous.triggered.connect(self.previous_asked)
        self._again.triggered.connect(self.again_asked)

    def show_trouble(self, problem: Problem, *, previous: bool = False) -> None:
        """``previous``: the generation of the key slots before can be read."""
        words = problem_words(LoketError(problem))
        self._title.setText(words.what)
        self._words.setText(words.next_step)
        self._previous.setVisible(previous)
        self._backup.hide()
        by_code = problem is Problem.MACHINE_SECRET_MISSING  # what stands here is whole
        self._code.setVisible(by_code)
        self.setFocusProxy(self._previous if previous else self._code if by_code else self._restore)

    def show_backup(self, backup: FoundBackup | None) -> None:
        """Told by its files alone; it is opened and compared before anything is replaced."""
        if backup is None or backup.manifest is None:
            self._backup.hide()
            return
        made = backup.manifest
        words = self.tr("{branch} · {counter}, made on {day} at {time}. It lies in {folder}")
        self._backup_words.setText(
            words.format(
                branch=made.branch,
                counter=made.counter,
                day=long_date(made.made_at),
                time=clock_time(made.made_at),
                folder=backup.folder,
            )
        )
        self._backup.show()

    def _arrange(self) -> None:
        column = QWidget()
        column.setFixedWidth(_WIDTH)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self._again)
        buttons.addStretch()
        buttons.addWidget(self._previous)
        buttons.addWidget(self._code)
        buttons.addWidget(self._restore)
        inside.addStretch(1)
        for part in (Label("Loket", weight="strong"), self.notice, self._title, self._words, self._backup):
            inside.addWidget(part)
        inside.addSpacing(GAP)
        inside.addLayout(buttons)
        inside.addStretch(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(SECTION, SECTION, SECTION, SECTION)
        row.addStretch()
        row.addWidget(column)
        row.addStretch()
