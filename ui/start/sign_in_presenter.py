"""Carries the sign-in: at the start of the program, behind a lock, and when another officer takes over."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.clock import Clock
from app.errors import LoketError, Problem
from app.trust.officer import Officer
from ui.background import Background
from ui.main_window import MainWindow
from ui.problems import Problems
from ui.start.sign_in_page import SignInPage
from ui.tone import Tone
from ui.widgets.password_field import PasswordField
from ui.wording.clock_words import clock_words
from ui.wording.problem_words import told_problem

if TYPE_CHECKING:  # what stands behind a sign-in is still being loaded while the names are shown
    from app.trust.clock_check import ClockDoubt
    from app.trust.sign_in import SignedIn
    from ui.parts import SignInParts
    from ui.start.new_password_presenter import NewPasswordPresenter

T = TypeVar("T")

SECOND_MS = 1000


class SignInPresenter(QObject):
    """``let_in()`` whenever a password was right, ``seated(officer)`` once somebody comes in or comes back,
    ``locked()``; ``waits()`` when somebody tries before everything is loaded; ``failed(error)`` for what
    keeps the database shut, whoever tries."""

    let_in = Signal()
    seated = Signal(object)
    locked = Signal()
    waits = Signal()
    failed = Signal(object)

    def __init__(self, window: MainWindow, page: SignInPage, background: Background, clock: Clock) -> None:
        super().__init__(window)
        self._window, self._page, self._background, self._clock = window, page, background, clock
        self.problems = Problems(page.notice, self)
        self._use: SignInParts | None = None
        self._new_password: NewPasswordPresenter | None = None
        self._names: Mapping[int, str] = {}
        self._officer: Officer | None = None
        self._locked = True
        self._typed_early: tuple[int, str] | None = None
        self._clock_doubt: ClockDoubt | None = None
        self._wait = QTimer(self, interval=SECOND_MS)
        self._wait.timeout.connect(self._count_down)
        page.signed_in.connect(self._sign_in)
        window.lock_asked.connect(partial(self.lock, idle=False))

    def show_names(self, names: Mapping[int, str]) -> None:
        """By officer number. While they stay the same, whatever is typed stays too."""
        if names != self._names:
            self._names = names
            self._page.show_names(names)
        if self._typed_early is None:
            self._page.show_busy(False)

    def serve(self, use: "SignInParts", new_password: "NewPasswordPresenter") -> None:
        """Everything is loaded: a password typed meanwhile is tried now."""
        self._use, self._new_password = use, new_password
        new_password.chosen.connect(self._password_chosen)
        new_password.left.connect(self._leave_new_password)
        if self._typed_early is not None:
            officer_id, password = self._typed_early
            self._typed_early = None
            self._sign_in(officer_id, password)

    def give_up(self, error: Exception) -> None:
        """What is behind the sign-in could not be loaded; the next try begins it again."""
        self._typed_early = None
        self._page.show_busy(False)
        self.problems.tell(error)

    def lock(self, *, idle: bool) -> None:
        """At once, whatever is under way: it goes on below, and nobody sees it."""
        officer, use = self._officer, self._use
        if self._locked and self._new_password is not None:
            self._new_password.leave()  # whoever is there now need not be whose password is to be chosen
        if officer is None or use is None or self._locked:
            return
        self._locked = True
        for typed in self._window.findChildren(PasswordField):
            typed.forget()  # whoever comes back need not be who typed it
        self._page.forget()
        self._page.show_names(self._names, officer.id)
        self._page.show_counter_locked(officer.name)
        self._window.cover(self._page)
        self.locked.emit()
        self._ask(lambda: use.lock(officer, idle=idle), lambda _told: None)
        self._ask(use.names, self.show_names)

    def change_password(self) -> None:
        """By the officer's own wish."""
        if self._officer is not None and self._new_password is not None and not self._locked:
            self._new_password.ask_change(self._officer)
            self._window.cover(self._new_password.page)

    def _sign_in(self, officer_id: int, password: str) -> None:
        use = self._use
        if use is None:
            self._typed_early = officer_id, password
            self._page.show_busy(True, self.tr("Opening the counter …"))
            self.waits.emit()
            return
        self._page.show_busy(True)
        self._ask(lambda: use.sign_in(officer_id, password), self._come_in, partial(self._refuse, officer_id))

    def _come_in(self, signed_in: "SignedIn") -> None:
        self._page.show_busy(False)
        self._page.forget()
        self._clock_doubt = signed_in.clock_doubt
        self.let_in.emit()
        if signed_in.must_change:
            assert self._new_password is not None, "it came with the sign-in"
            self._new_password.ask_first(signed_in.officer)
            self._window.cover(self._new_password.page)
        else:
            self._seat(signed_in.officer)

    def _seat(self, officer: Officer) -> None:
        self._officer, self._locked = officer, False
        self.seated.emit(officer)
        if self._clock_doubt is not None:
            self._window.notice.say(clock_words(self._clock_doubt), Tone.ERROR)
            self._clock_doubt = None

    def heard_scan(self, _text: str) -> None:
        """A card held under the scanner is no password, and must not count as a wrong one."""
        if self._locked:
            self._page.notice.say(self.tr("A scan is not taken here. Sign in first."), Tone.INFO)

    def _refuse(self, officer_id: int, error: Exception) -> None:
        self._page.show_busy(False)
        problem = error.problem if isinstance(error, LoketError) else None
        if isinstance(error, LoketError) and problem is Problem.LOCKED_OUT:
            now = self._clock()
            until = now + timedelta(seconds=int(error.facts["seconds"]))
            self._page.show_locked_out(officer_id, until, now)
            self._wait.start()
        elif isinstance(error, LoketError) and problem is Problem.WRONG_PASSWORD:
            self._page.refuse(told_problem(error))
        else:
            self.problems.tell(error)
            self.failed.emit(error)

    def _count_down(self) -> None:
        now = self._clock()
        for officer_id, until in self._page.locked_out().items():
            self._page.show_locked_out(officer_id, until, now)
        if not self._page.locked_out():
            self._wait.stop()

    def _password_chosen(self, officer: Officer) -> None:
        if self._window.is_on_top(self._page):  # locked meanwhile: the new password is to be typed there
            assert self._new_password is not None, "it was chosen there"
            self._window.take_away(self._new_password.page)
            return
        by_wish = not self._locked
        self._seat(officer)
        if by_wish:
            self._window.notice.say(self.tr("Your new password holds from now on."), Tone.OK)

    def _leave_new_password(self) -> None:
        if self._locked:
            self._window.cover(self._page)
            self.locked.emit()
        else:
            self._window.uncover()

    def _ask(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        self._background.run(self._page, work, then=then, otherwise=otherwise or self.problems.tell)
