"""Carries a restore: which backup, how it opens, what is inside, and only then into its place."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.errors import LoketError, RuleBroken, YourEnvironment
from app.ports import Slot
from app.settings import Settings, SetUp
from app.trust.backup import Cancelled, FoundBackup
from app.trust.officer import Officer
from app.trust.officers import OneTimePassword
from app.trust.passwords import PasswordRules
from app.trust.recovery_paper import PasswordSlip, PasswordSlips, PrintedPaper, slips_of
from app.trust.restore import BackupKey, ByRecoveryCode, InsideBackup, Restored
from ui.background import Background
from ui.paper_out import PaperOut
from ui.problems import Problems
from ui.setup.restore_page import Place, RestorePage
from ui.setup.setup_parts import RestoreParts
from ui.tone import Tone
from ui.watching import Watching
from ui.widgets.facts import Fact

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Outcome:
    restored: Restored
    settings: Settings
    needs_passwords: bool


class Purpose(StrEnum):
    """Why the branch's data is opened without a sign-in."""

    RESTORE = "restore"
    JOIN = "join"  # a further PC of the branch
    OPEN_WITH_CODE = "open_with_code"  # nothing is put back: nobody can sign in to what stands here


class Restoring(QObject):
    """``finished(settings)`` once a branch stands that can be signed in to; ``left()`` when the officer
    went back. After ``replacing()`` the open database is shut: the program is built anew at either end."""

    finished = Signal(object)
    left = Signal()
    replacing = Signal()

    def __init__(self, page: RestorePage, parts: RestoreParts, background: Background) -> None:
        super().__init__(page)
        self._page, self._parts, self._background = page, parts, background
        self._problems = Problems(page.notice, self)
        self._paper = PaperOut(
            page,
            background,
            parts.preview,
            parts.data_folder,
            told=self._hear_of_paper,
            otherwise=self._tell,
        )
        self._settings = parts.settings
        self._purpose, self._place = Purpose.RESTORE, Place.BACKUPS
        self._by: Officer | None = None
        self._backup: FoundBackup | None = None
        self._key: BackupKey | None = None
        self._inside: InsideBackup | None = None
        self._restored: Restored | None = None
        self._slips: tuple[PasswordSlip, ...] = ()
        self._watching: Watching | None = None
        page.access.set_judge(lambda name, password: self._rules().check(password, name))
        page.back_asked.connect(self._step_back)
        page.next_asked.connect(self._go_on)
        page.backups.folder_chosen.connect(self._look_at)
        page.working.cancelled.connect(self._cancel)
        page.slips.print_asked.connect(
            lambda: self._paper.print(self._draw_slips, self.tr("Loket one-time passwords"))
        )
        page.slips.save_asked.connect(self._save_slips)

    def begin(self, purpose: Purpose, by: Officer | None = None) -> None:
        """``by`` is None where nobody can sign in; then the key has to be an administrator's, or the code."""
        self._purpose, self._by = purpose, by
        self._page.notice.hide()
        self._page.set_name(
            {
                Purpose.RESTORE: self.tr("Restore from a backup"),
                Purpose.JOIN: self.tr("Join the branch as a further PC"),
                Purpose.OPEN_WITH_CODE: self.tr("Open with the recovery code"),
            }[purpose]
        )
        self._page.key.forget()
        if purpose is Purpose.RESTORE:
            slots = self._parts.slots
            self._background.run(
                self._page, lambda: _readable(slots), then=self._page.key.offer, otherwise=self._tell
            )
        else:
            self._page.key.offer(())
        if purpose is Purpose.OPEN_WITH_CODE:
            self._ask_key(self.tr("The code on the paper in the branch head's safe opens the branch's data."))
            return
        self._show(Place.BACKUPS)
        if self._settings.backup_folder:
            self._look_at(Path(self._settings.backup_folder))

    def _rules(self) -> PasswordRules:
        words = (self._settings.branch, self._settings.counter)
        return PasswordRules(self._parts.common_passwords, words)

    @property
    def place(self) -> Place:
        """Where it stands now."""
        return self._place

    # from step to step

    def _go_on(self) -> None:
        self._page.notice.hide()
        {
            Place.BACKUPS: self._leave_backups,
            Place.KEY: self._leave_key,
            Place.INSIDE: self._leave_inside,
            Place.BRANCH: self._leave_branch,
            Place.WORKING: lambda: None,
            Place.ACCESS: self._leave_access,
            Place.SLIPS: self._leave_slips,
            Place.DONE: self._finish,
        }[self._place]()

    def _step_back(self) -> None:
        self._page.notice.hide()
        before = {Place.KEY: Place.BACKUPS, Place.INSIDE: Place.KEY, Place.BRANCH: Place.INSIDE}
        if self._place is Place.BACKUPS or self._purpose is Purpose.OPEN_WITH_CODE:
            self._page.key.forget()
            self.left.emit()
        elif self._place in before:
            self._show(before[self._place])

    def _show(self, place: Place) -> None:
        """What was put back stays: behind that there is no way back."""
        self._place = place
        self._page.show_place(place, back=list(Place).index(place) < list(Place).index(Place.WORKING))

    # which backup, and how it opens

    def _look_at(self, folder: Path) -> None:
        backups_in = self._parts.backups_in
        self._background.run(
            self._page,
            lambda: backups_in(folder),
            then=partial(self._page.backups.show_found, folder),
            otherwise=self._tell,
        )

    def _leave_backups(self) -> None:
        backup = self._page.backups.chosen()
        if backup is None:
            self._page.notice.say(self.tr("Choose a folder in which a backup lies."), Tone.WARN)
        elif backup.problem is not None:
            self._problems.tell(LoketError(backup.problem))
        else:
            self._backup = backup
            self._ask_key(self.tr("With the password or the code that held when the backup was made."))

    def _ask_key(self, lead: str) -> None:
        self._page.key.say(self.tr("How is it opened?"), lead)
        self._show(Place.KEY)

    def _leave_key(self) -> None:
        key = self._page.key.key()
        if key is None:
            return
        self._key = key
        if self._purpose is Purpose.OPEN_WITH_CODE:
            assert isinstance(key, ByRecoveryCode), "only the code is offered"
            code, open_with = key.code, self._parts.open_with_code
            self._work(lambda: open_with(code), self.tr("Opening …"), self._show_access)
        else:
            self._look_inside(key)

    def _look_inside(self, key: BackupKey) -> None:
        backup, by, look = self._backup, self._by, self._parts.look_inside
        assert backup is not None, "the backup is chosen before its key"
        watching = self._watch(self.tr("Opening the backup"), self.tr("Nothing is changed on this PC."))
        self._background.run(
            self._page,
            lambda: look(backup, key, by, watching),
            then=self._show_inside,
            otherwise=partial(self._back_to, Place.KEY),
        )

    def _show_inside(self, inside: InsideBackup) -> None:
        self._inside = inside
        self._page.inside.show_inside(inside)
        self._show(Place.INSIDE)

    # into its place

    def _leave_inside(self) -> None:
        inside = self._inside
        assert inside is not None, "it was shown"
        if not self._page.inside.may_go_on:
            self._page.notice.say(
                self.tr("Compare both first, and tick that you want this backup."), Tone.WARN
            )
            self._page.inside.take_cursor()
            return
        joins = self._purpose is Purpose.JOIN
        self._page.branch.show_names(
            inside.manifest.branch, "" if joins else inside.manifest.counter or self._settings.counter
        )
        self._page.branch.next_text = self.tr("Restore")
        if self._by is None:
            self._show(Place.BRANCH)
        else:
            self._put_back()

    def _leave_branch(self) -> None:
        names, inside = self._page.branch.names(), self._inside
        assert inside is not None, "it was shown"
        if names is None:
            return
        branch, counter = names
        taken = inside.manifest.counter
        if self._purpose is Purpose.JOIN and counter.casefold() == taken.casefold():
            self._page.branch.ask_other_counter(taken)
            return
        self._settings = replace(self._settings, branch=branch, counter=counter)
        self._put_back()

    def _put_back(self) -> None:
        backup, key, by, parts, settings = self._backup, self._key, self._by, self._parts, self._settings
        assert backup is not None
        assert key is not None
        watching = self._watch(
            self.tr("Restoring"),
            self.tr("What stands here now is kept as a safety copy. Leave the disk or USB stick connected."),
        )

        joins = self._purpose is Purpose.JOIN

        def work() -> _Outcome:
            if joins:  # first, so that a PC killed in between never gives numbers of the first one
                parts.save(replace(settings, set_up=SetUp.JOINING, backup_folder=""))
            restored = parts.restore(backup, key, by, watching)
            now = parts.read()  # a PC without settings took over those in the backup
            if not joins:
                now = replace(now, branch=settings.branch, counter=settings.counter, set_up=SetUp.DONE)
                parts.save(now)
            by_code = isinstance(key, ByRecoveryCode)
            return _Outcome(restored, now, by_code and (by is None or bool(parts.made_elsewhere())))

        self.replacing.emit()
        self._background.run(
            self._page, work, then=self._show_restored, otherwise=partial(self._back_to, Place.INSIDE)
        )

    def _show_restored(self, outcome: _Outcome) -> None:
        self._restored, self._settings = outcome.restored, outcome.settings
        if outcome.needs_passwords:
            self._show_access(outcome.restored.officers)
        else:
            self._show_done()

    # a way in on this PC

    def _show_access(self, officers: tuple[Officer, ...]) -> None:
        self._page.show_busy(False)
        self._page.access.offer(officers)
        self._show(Place.ACCESS)

    def _leave_access(self) -> None:
        filled, key = self._page.access.filled(), self._key
        if filled is None:
            return
        assert isinstance(key, ByRecoveryCode), "with a password nothing new is needed"
        officer, password = filled
        code, parts, settings = key.code, self._parts, self._settings

        def work() -> tuple[OneTimePassword, ...]:
            if settings.set_up is SetUp.JOINING:  # before anybody can come in and give a number
                parts.open_with_code(code)
                parts.leave_numbers(officer)
                parts.save(replace(settings, set_up=SetUp.DONE))
            return parts.give_ways_in(parts.sign_in_with_code(code, officer.id, password).officer)

        self._work(work, self.tr("Saving …"), self._show_slips)

    def _show_slips(self, given: tuple[OneTimePassword, ...]) -> None:
        self._page.show_busy(False)
        self._page.access.password.forget()
        self._page.key.forget()
        self._key, self._slips = None, slips_of(given)
        self._page.slips.show_slips(self._slips)
        if given:
            self._show(Place.SLIPS)
        else:
            self._show_done()

    def _leave_slips(self) -> None:
        if self._page.slips.kept:
            self._show_done()
        else:
            self._page.notice.say(self.tr("Print the slips or save them as PDF first."), Tone.WARN)

    def _draw_slips(self) -> PrintedPaper:
        slips = PasswordSlips(self._settings.branch, self._parts.clock(), self._slips)
        return self._parts.papers.slips(slips)

    def _save_slips(self) -> None:
        self._paper.save(self._draw_slips, self.tr("Save the slips"), "kata-sandi-sekali-pakai.pdf")

    def _hear_of_paper(self, words: str, went: bool) -> None:
        if went:
            self._page.notice.hide()
            self._page.slips.show_kept(words)
        else:
            self._page.notice.say(words, Tone.WARN)

    # the end

    def _show_done(self) -> None:
        restored, settings = self._restored, self._settings
        facts = [
            Fact(self.tr("Branch"), settings.branch),
            Fact(self.tr("Counter"), settings.counter),
        ]
        if restored is not None and restored.safety_copy is not None:
            facts.append(Fact(self.tr("Safety copy"), str(restored.safety_copy)))
        if self._slips:
            facts.append(Fact(self.tr("Officers"), self.tr("With the one-time passwords on the slips")))
        if restored is not None:
            facts.append(self._numbers(restored))
        self._page.done.show_facts(
            self.tr("The branch's data is here"), self.tr("Sign in to work with it."), facts
        )
        self._show(Place.DONE)

    def _numbers(self, restored: Restored) -> Fact:
        title = self.tr("KPJ numbers")
        if self._purpose is Purpose.JOIN:
            words = self.tr("The first PC keeps its number block; this one needs a block of its own")
            return Fact(title, words, Tone.WARN)
        if restored.numbers_known:
            return Fact(title, self.tr("Go on behind the last one given here: none is given twice"))
        words = self.tr(
            "Compare the last card printed with the next number: what came after the backup is not known"
        )
        return Fact(title, words, Tone.WARN)

    def _finish(self) -> None:
        self._slips = ()
        self._page.slips.show_slips(())
        self.finished.emit(replace(self._settings, set_up=SetUp.DONE))

    # work and what comes of it

    def _work(self, work: Callable[[], T], saying: str, then: Callable[[T], None]) -> None:
        self._page.show_busy(True, saying)
        self._background.run(self._page, work, then=then, otherwise=self._tell)

    def _watch(self, title: str, lead: str) -> Watching:
        watching = self._watching = Watching(self)
        self._page.working.start(title, lead)
        watching.progressed.connect(self._page.working.show_progress)
        self._show(Place.WORKING)
        return watching

    def _cancel(self) -> None:
        if self._watching is not None:
            self._watching.cancel()

    def _back_to(self, place: Place, error: Exception) -> None:
        """Nothing was replaced: the step before is there again with all that was typed."""
        self._show(place)
        told = place is Place.KEY and isinstance(error, LoketError) and self._page.key.refuse(error)
        if not told and not isinstance(error, Cancelled):
            self._problems.tell(error)

    def _tell(self, error: Exception) -> None:
        self._page.show_busy(False)
        in_place = {Place.KEY: self._page.key.refuse, Place.ACCESS: self._refuse_password}
        if isinstance(error, LoketError) and self._place in in_place and in_place[self._place](error):
            return
        self._problems.tell(error)

    def _refuse_password(self, error: LoketError) -> bool:
        if isinstance(error, RuleBroken):
            self._page.access.refuse(error)
            return True
        return False


def _readable(slots: Callable[[], tuple[Slot, ...]]) -> tuple[Slot, ...]:
    """Where no slots can be read, no password opens anything: the code is left."""
    try:
        return slots()
    except YourEnvironment:
        return ()
