"""Leads to a branch that can be signed in to: founds one, restores one, or says what is in the way."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Problem
from app.ports import VaultState
from app.trust.officer import Officer
from ui.background import Background
from ui.problems import Problems
from ui.setup.first_start import FirstStart
from ui.setup.first_start_page import FirstStartPage
from ui.setup.restore_page import RestorePage
from ui.setup.restoring import Purpose, Restoring
from ui.setup.setup_parts import SetupParts
from ui.setup.trouble_page import PROBLEM_OF, TroublePage


class Setup(QObject):
    """``show`` covers the window with a page. ``finished(settings)`` when the program is to be built anew
    over a branch one can sign in to, ``left(page)`` when the officer went back to work; ``replacing()``
    before the open database is shut."""

    finished = Signal(object)
    left = Signal(object)
    replacing = Signal()

    def __init__(
        self, parts: SetupParts, background: Background, show: Callable[[QWidget], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._parts, self._background, self._show = parts, background, show
        self._trouble: TroublePage | None = None
        self._first: FirstStart | None = None

    def begin(self, state: VaultState) -> None:
        """Where nobody can sign in yet, or no more."""
        if state in PROBLEM_OF:
            self.tell_trouble(PROBLEM_OF[state], previous=state is VaultState.PREVIOUS_SLOTS)
            return
        self._first = first = self._first_start()
        first.begin(taking_over=state is VaultState.OPEN_KEY_FILE)
        self._show(first.page)

    def tell_trouble(self, problem: Problem, *, previous: bool = False) -> None:
        """A branch that stands here and does not open; the newest good backup is looked for meanwhile."""
        page = self._trouble = TroublePage()
        problems = Problems(page.notice, self)
        page.show_trouble(problem, previous=previous)
        page.restore_asked.connect(lambda: self._restore(Purpose.RESTORE, None))
        page.code_asked.connect(lambda: self._restore(Purpose.OPEN_WITH_CODE, None))
        page.again_asked.connect(lambda: self.finished.emit(self._parts.restore.settings))
        use_previous, newest = self._parts.use_previous_slots, self._parts.newest_good
        page.previous_asked.connect(
            lambda: self._background.run(
                page,
                use_previous,
                then=lambda _done: self.finished.emit(self._parts.restore.settings),
                otherwise=problems.tell,
            )
        )
        self._show(page)
        folder = self._parts.restore.settings.backup_folder
        if folder:
            self._background.run(
                page, lambda: newest(Path(folder)), then=page.show_backup, otherwise=problems.tell
            )

    def resume(self, administrator: Officer) -> None:
        """After a first start that was interrupted at the recovery code."""
        first = self._first_start()
        first.resume(administrator)
        self._show(first.page)

    def renew_code(self, administrator: Officer) -> None:
        """Then it is ``left(page)``: nothing of the branch has changed but its code."""
        first = FirstStart(FirstStartPage(), self._parts.first, self._background)
        first.finished.connect(lambda _settings: self.left.emit(first.page))
        first.renew_code(administrator)
        self._show(first.page)

    def restore(self, by: Officer) -> None:
        self._restore(Purpose.RESTORE, by)

    def open_with_code(self) -> None:
        """Where nobody remembers a password."""
        self._restore(Purpose.OPEN_WITH_CODE, None)

    def _first_start(self) -> FirstStart:
        first = FirstStart(FirstStartPage(), self._parts.first, self._background)
        first.finished.connect(self.finished)
        first.restore_asked.connect(
            lambda joining: self._restore(Purpose.JOIN if joining else Purpose.RESTORE, None)
        )
        return first

    def _restore(self, purpose: Purpose, by: Officer | None) -> None:
        page = RestorePage()
        restoring = Restoring(page, self._parts.restore, self._background)
        restoring.finished.connect(self.finished)
        restoring.left.connect(partial(self._go_back, page))
        restoring.replacing.connect(self.replacing)
        restoring.begin(purpose, by)
        self._show(page)

    def _go_back(self, page: QWidget) -> None:
        """To what the restore was asked from."""
        if self._first is not None:
            self._show(self._first.page)
        elif self._trouble is not None:
            self._show(self._trouble)
        else:
            self.left.emit(page)
