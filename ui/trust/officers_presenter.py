"""Carries the room "Petugas"."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.errors import LoketError
from app.trust.backup import Cancelled, Watch
from app.trust.officer import Officer, Role
from app.trust.officers import (
    OneTimePassword,
    Staff,
)
from app.trust.recovery_paper import PasswordSlips, PrintedPaper, slips_of
from ui.background import Background
from ui.keeping_parts import OfficersParts
from ui.paper_out import PaperOut
from ui.problems import Problems
from ui.tone import Tone
from ui.trust.officers_page import OfficersPage
from ui.watching import Watching

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Seen:
    staff: Staff
    last: Mapping[int, datetime]


class OfficersPresenter(QObject):
    """``rekeying()`` before the database is written anew: nobody else may work on it. ``rekeyed(words)``
    afterwards: everybody signs in again, unless ``words`` are empty, for then it has its old key. ``problem``
    carries an error no page has words for."""

    problem = Signal(object)
    rekeying = Signal()
    rekeyed = Signal(str)

    def __init__(self, page: OfficersPage, parts: OfficersParts, background: Background) -> None:
        super().__init__(page)
        self._page, self._parts, self._background = page, parts, background
        self._problems = Problems(page.notice, self)
        self._officer: Officer | None = None
        self._given: OneTimePassword | None = None
        self._watching: Watching | None = None
        self._paper = PaperOut(
            page,
            background,
            parts.preview,
            parts.data_folder,
            told=self._hear_of_paper,
            otherwise=self._tell,
        )
        page.shown.connect(self.refresh)
        page.added.connect(self._add)
        page.renamed.connect(self._rename)
        page.role_changed.connect(self._change_role)
        page.reset_asked.connect(self._reset)
        page.removed.connect(self._remove)
        page.rekey_asked.connect(self._rekey)
        page.put_off.connect(self._put_off)
        page.password.handed_over.connect(self._forget_given)
        page.password.print_asked.connect(
            lambda: self._paper.print(self._draw_slip, self.tr("Loket one-time password"))
        )
        page.password.save_asked.connect(
            lambda: self._paper.save(self._draw_slip, self.tr("Save the slip"), "kata-sandi-sekali-pakai.pdf")
        )

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter: nothing of the one before is left on the page."""
        self._officer = officer
        self._page.password.take_away()
        self._page.notice.hide()
        self._page.clear_typed()

    def refresh(self) -> None:
        by, see, last_sign_ins = self._officer, self._parts.see, self._parts.last_sign_ins
        if by is None:
            return
        self._background.run(
            self._page,
            lambda: _Seen(see(by), last_sign_ins(by)),
            then=lambda seen: self._page.show_staff(seen.staff, seen.last, by),
            otherwise=self._tell,
        )

    def _add(self, name: str, role: Role) -> None:
        add = self._parts.add
        self._do(lambda by: add(name, role, by), self._show_added)

    def _show_added(self, given: OneTimePassword) -> None:
        self._page.clear_typed()
        self._show_given(given)

    def _rename(self, officer_id: int, name: str) -> None:
        rename = self._parts.rename
        self._do(lambda by: rename(officer_id, name, by), lambda _officer: self._say_saved())

    def _change_role(self, officer_id: int, role: Role) -> None:
        change = self._parts.change_role
        self._do(lambda by: change(officer_id, role, by), lambda _officer: self._say_saved())

    def _reset(self, officer_id: int) -> None:
        reset = self._parts.reset
        self._do(lambda by: reset(officer_id, by), self._show_given)

    def _remove(self, officer_id: int) -> None:
        remove = self._parts.remove
        self._work_alone(
            lambda by, watch: remove(officer_id, by, watch),
            self.tr("The officer is removed, and the database has a new key."),
        )

    def _rekey(self) -> None:
        rekey = self._parts.rekey
        self._work_alone(rekey, self.tr("The database has a new key."))

    def _work_alone(self, work: Callable[[Officer, Watch], None], words: str) -> None:
        if self._officer is None:
            return
        watching = self._watching = Watching(self)
        watching.progressed.connect(self._page.show_progress)
        self._page.show_rekeying(True)
        self.rekeying.emit()

        def done(_nothing: None) -> None:
            self._page.show_rekeying(False)
            self.rekeyed.emit(words)

        self._do(lambda by: work(by, watching), done, otherwise=self._tell_no_new_key)

    def _tell_no_new_key(self, error: Exception) -> None:
        """The database stands open under its old key, and work can go on."""
        self._page.show_rekeying(False)
        self.rekeyed.emit("")
        if isinstance(error, Cancelled):
            self._page.notice.say(
                self.tr("Put off. The database still has its old key: give it a new one when nobody works."),
                Tone.WARN,
            )
        else:
            self._tell(error)
        self.refresh()

    def _put_off(self) -> None:
        if self._watching is not None:
            self._watching.cancel()

    def _do(
        self,
        work: Callable[[Officer], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        by = self._officer
        if by is None:
            return
        self._page.notice.hide()

        def tell(done: T) -> None:
            then(done)
            self.refresh()

        self._background.run(self._page, lambda: work(by), then=tell, otherwise=otherwise or self._tell)

    def _show_given(self, given: OneTimePassword) -> None:
        self._given = given
        self._page.select(given.officer.id)
        self._page.password.show_password(given.officer.name, given.password)

    def _forget_given(self) -> None:
        self._given = None

    def _draw_slip(self) -> PrintedPaper:
        assert self._given is not None, "the panel shows what is printed"
        parts = self._parts
        return parts.papers.slips(PasswordSlips(parts.branch, parts.clock(), slips_of([self._given])))

    def _hear_of_paper(self, words: str, went: bool) -> None:
        self._page.notice.say(words, Tone.OK if went else Tone.WARN)

    def _say_saved(self) -> None:
        self._page.notice.say(self.tr("Saved. A role holds from the next sign-in."), Tone.OK)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, LoketError):
            if not self._page.refuse(error):
                self._problems.tell(error)
        else:
            self.problem.emit(error)
