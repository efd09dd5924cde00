"""Carries the choice of one's own password: after a one-time password, or by one's own wish."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.errors import LoketError, Problem
from app.trust.officer import Officer
from ui.background import Background
from ui.parts import SignInParts
from ui.problems import Problems
from ui.start.new_password_page import NewPasswordPage
from ui.wording.problem_words import told_problem

_ABOUT_THE_PRESENT = (Problem.WRONG_PASSWORD, Problem.LOCKED_OUT)


class NewPasswordPresenter(QObject):
    """``chosen(officer)`` once the new password holds; ``left()`` on Esc."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, use: SignInParts, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self.page = NewPasswordPage()
        self._use, self._background = use, background
        self._problems = Problems(self.page.notice, self)
        self._officer: Officer | None = None
        self.page.chosen.connect(self._choose)
        self.page.left.connect(self.left)

    def ask_first(self, officer: Officer) -> None:
        """``officer`` came in with a one-time password."""
        self._begin(officer)
        self.page.ask_first(officer.name)

    def ask_change(self, officer: Officer) -> None:
        self._begin(officer)
        self.page.ask_change(officer.name)

    def leave(self) -> None:
        """As with Esc, where the page is shown."""
        if self.page.isVisible():
            self.page.forget()
            self.left.emit()

    def _begin(self, officer: Officer) -> None:
        self._officer, check = officer, self._use.check_password
        self.page.set_check(lambda password: check(password, officer.name))

    def _choose(self, present: str, new: str) -> None:
        officer, use = self._officer, self._use
        assert officer is not None, "somebody is asked before anything is chosen"
        work: Callable[[], Officer] = (
            (lambda: use.change_password(officer, present, new))
            if present
            else (lambda: use.choose_first_password(officer, new))
        )
        self.page.show_busy(True)
        self._background.run(self.page, work, then=self._take, otherwise=self._refuse)

    def _take(self, officer: Officer) -> None:
        self.page.show_busy(False)
        self.page.forget()
        self.chosen.emit(officer)

    def _refuse(self, error: Exception) -> None:
        self.page.show_busy(False)
        if isinstance(error, LoketError) and error.problem in _ABOUT_THE_PRESENT:
            self.page.refuse_present(told_problem(error))
        elif isinstance(error, LoketError) and error.problem.value.startswith("password_"):
            self.page.refuse_new(told_problem(error))
        else:
            self._problems.tell(error)
