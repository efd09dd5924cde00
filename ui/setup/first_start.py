"""Carries the first start: founds the branch, sees the recovery code onto paper, makes the first backup."""

import random
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.errors import Problem, RuleBroken
from app.settings import Settings, SetUp
from app.trust.found_branch import Founded, Founding
from app.trust.officer import Officer
from app.trust.recovery_paper import PrintedPaper, RecoveryPaper
from ui.background import Background, Lane
from ui.paper_out import PaperOut
from ui.problems import Problems
from ui.setup.first_start_page import FirstStartPage, Place
from ui.setup.setup_parts import FirstStartParts
from ui.setup.way_step import Way
from ui.tone import Tone
from ui.widgets.facts import Fact

_GROUPS_ASKED = 2
_SEPARATOR = "-"


class FirstStart(QObject):
    """``finished(settings)`` when there is a branch to sign in to; ``restore_asked(joining)`` when it is
    to come from a backup instead."""

    finished = Signal(object)
    restore_asked = Signal(bool)

    def __init__(self, page: FirstStartPage, parts: FirstStartParts, background: Background) -> None:
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
        self._founded: Founded | None = None
        self._resumed = self._renewed = self._on_paper = self._backed_up = False
        self._place, self._last, self._begins_at = Place.WAY, Place.DONE, Place.WAY
        page.way.chosen.connect(self._take_way)
        page.back_asked.connect(self._step_back)
        page.next_asked.connect(self._go_on)
        page.recovery.print_asked.connect(
            lambda: self._paper.print(self._draw_paper, self.tr("Loket recovery code"))
        )
        page.recovery.save_asked.connect(self._save_paper)
        page.backup.folder_chosen.connect(self._take_folder)
        page.administrator.set_judge(
            lambda name, password: parts.found.check_password(self._typed(name, password))
        )

    @property
    def page(self) -> FirstStartPage:
        return self._page

    def begin(self, *, taking_over: bool = False) -> None:
        """What an earlier start has settled is there again. ``taking_over``: a branch from before there were
        passwords stands here, so nothing is left to choose but its administrator."""
        settled = taking_over or self._settings.branch != Settings().branch
        self._page.branch.show_names(self._settings.branch if settled else "", self._settings.counter)
        self._begins_at = Place.BRANCH if taking_over else Place.WAY
        self._show(self._begins_at)

    def resume(self, administrator: Officer) -> None:
        """The branch stands and the administrator has signed in, but nobody has shown the paper with the
        recovery code: a new code is made, and the one before is worth nothing."""
        self._begin_at_code(administrator)

    def renew_code(self, administrator: Officer) -> None:
        """A new code is all that is asked for: it ends once two groups were read from the paper."""
        self._last = Place.CONFIRM
        self._begin_at_code(administrator)

    def _begin_at_code(self, administrator: Officer) -> None:
        self._resumed = self._renewed = True
        self._settings = settings = replace(self._settings, set_up=SetUp.CODE_NOT_KEPT)
        self._page.show_busy(True)
        renew, vault, save = self._parts.renew_code, self._parts.found.vault, self._parts.save

        def make() -> Founded:
            save(settings)
            return Founded(administrator, renew(administrator), vault.database_id)

        self._background.run(self._page, make, then=self._show_code, otherwise=self._tell)

    @property
    def place(self) -> Place:
        """Where it stands now."""
        return self._place

    # from step to step

    def _take_way(self, way: Way) -> None:
        self._page.notice.hide()
        if way is Way.NEW_BRANCH:
            self._show(Place.BRANCH)
        elif way is Way.SAMPLES:
            self._page.show_busy(True)
            make = self._parts.make_samples
            self._background.run(self._page, make, then=self._finish_samples, otherwise=self._tell)
        else:
            self.restore_asked.emit(way is Way.JOIN)

    def _go_on(self) -> None:
        self._page.notice.hide()
        {
            Place.WAY: lambda: self._take_way(self._page.way.way),
            Place.BRANCH: self._leave_branch,
            Place.ADMINISTRATOR: self._leave_administrator,
            Place.RECOVERY: self._leave_recovery,
            Place.CONFIRM: self._leave_confirm,
            Place.BACKUP: self._leave_backup,
            Place.PRINTER: self._leave_printer,
            Place.DONE: self._finish,
        }[self._place]()

    def _step_back(self) -> None:
        self._page.notice.hide()
        if self._place is not self._first:
            places = list(Place)
            self._show(places[places.index(self._place) - 1])

    @property
    def _first(self) -> Place:
        """Behind the founding there is no other way to choose."""
        if self._resumed:
            return Place.RECOVERY
        return self._begins_at if self._founded is None else Place.BRANCH

    def _show(self, place: Place) -> None:
        self._place = place
        self._page.show_place(place, back=place is not self._first)

    # branch and administrator

    def _leave_branch(self) -> None:
        names = self._page.branch.names()
        if names is not None:
            branch, counter = names
            self._save(replace(self._settings, branch=branch, counter=counter), Place.ADMINISTRATOR)

    def _leave_administrator(self) -> None:
        if self._founded is not None:
            self._show(Place.RECOVERY)
            return
        filled = self._page.administrator.filled()
        if filled is None:
            return
        found, save = self._parts.found, self._parts.save
        self._settings = settings = replace(self._settings, set_up=SetUp.CODE_NOT_KEPT)

        founding = self._typed(*filled)

        def make() -> Founded:
            save(settings)  # before the branch stands: killed in between, the code is asked for again
            return found(founding)

        self._page.show_busy(True, self.tr("Founding the branch …"))
        self._background.run(self._page, make, then=self._show_code, otherwise=self._refuse_founding)

    def _typed(self, name: str, password: str) -> Founding:
        return Founding(self._settings.branch, self._settings.counter, name, password)

    def _refuse_founding(self, error: Exception) -> None:
        self._page.show_busy(False)
        if isinstance(error, RuleBroken) and error.problem is not Problem.NOT_ALLOWED:
            self._page.administrator.refuse(error)
        else:
            self._problems.tell(error)

    # the recovery code

    def _show_code(self, founded: Founded) -> None:
        self._founded = founded
        self._page.show_busy(False)
        self._page.administrator.show_founded(founded.administrator.name)
        self._page.recovery.show_code(founded.recovery_code.split(_SEPARATOR), renewed=self._renewed)
        self._show(Place.RECOVERY)

    def _leave_recovery(self) -> None:
        if not self._on_paper:
            self._page.notice.say(self.tr("Print the code or save it as PDF first."), Tone.WARN)
            self._page.recovery.take_cursor()
            return
        groups = self._groups()
        self._page.confirm.ask(sorted(random.sample(range(len(groups)), _GROUPS_ASKED)))
        self._show(Place.CONFIRM)

    def _leave_confirm(self) -> None:
        if self._page.confirm.agrees(self._groups()):
            self._save(replace(self._settings, set_up=SetUp.DONE), Place.BACKUP)

    def _groups(self) -> list[str]:
        assert self._founded is not None, "the code is there before its step is shown"
        return self._founded.recovery_code.split(_SEPARATOR)

    def _draw_paper(self) -> PrintedPaper:
        founded, parts = self._founded, self._parts
        assert founded is not None, "the code is there before its step is shown"
        return parts.papers.recovery(
            RecoveryPaper(
                self._settings.branch,
                founded.database_id,
                tuple(self._groups()),
                parts.clock(),
                founded.administrator.name,
            )
        )

    def _save_paper(self) -> None:
        self._paper.save(self._draw_paper, self.tr("Save the recovery code"), "kode-pemulihan.pdf")

    def _hear_of_paper(self, words: str, went: bool) -> None:
        if went:
            self._on_paper = True
            self._page.notice.hide()
            self._page.recovery.show_kept(words)
        else:
            self._page.notice.say(words, Tone.WARN)

    # backup and printer

    def _take_folder(self, folder: Path) -> None:
        on_same_disk = self._parts.on_same_disk
        self._backed_up = False
        self._background.run(
            self._page,
            lambda: on_same_disk(folder),
            then=lambda same: self._show_folder(folder, same),
            otherwise=self._tell,
        )

    def _show_folder(self, folder: Path, same_disk: bool) -> None:
        self._settings = replace(self._settings, backup_folder=str(folder))
        self._page.backup.show_folder(folder, same_disk=same_disk)
        self._show(Place.BACKUP)

    def _leave_backup(self) -> None:
        settings, founded = self._settings, self._founded
        assert founded is not None, "only a founded branch can be backed up"
        if self._backed_up or not settings.backup_folder:
            self._save(settings, Place.PRINTER)
            return
        back_up, save = self._parts.back_up, self._parts.save

        def make() -> None:
            save(settings)
            back_up(settings, founded.administrator)

        self._page.show_busy(True, self.tr("Backing up …"))
        self._background.run(
            self._page, make, then=lambda _done: self._show_backed_up(), otherwise=self._refuse_folder
        )

    def _show_backed_up(self) -> None:
        self._page.show_busy(False)
        self._backed_up = True
        self._page.backup.show_done(Path(self._settings.backup_folder))
        self._show(Place.BACKUP)

    def _refuse_folder(self, error: Exception) -> None:
        """Another folder can be chosen, or none for now."""
        self._page.show_busy(False)
        self._settings = replace(self._settings, backup_folder="")
        self._page.backup.show_none()
        self._show(Place.BACKUP)
        self._problems.tell(error)

    def _show_printers(self) -> None:
        printer = self._parts.printer
        self._background.run(
            self._page,
            printer.list,
            then=lambda names: self._page.printer.show_printers(names, self._settings.printer),
            otherwise=self._tell,
            lane=Lane.PAPER,
        )

    def _leave_printer(self) -> None:
        self._save(replace(self._settings, printer=self._page.printer.printer), Place.DONE)

    # the end

    def _save(self, settings: Settings, then: Place) -> None:
        """A step is left once what it settled is on the disk."""
        save = self._parts.save
        self._page.show_busy(True)
        self._background.run(
            self._page,
            lambda: save(settings),
            then=lambda _done: self._leave(settings, then),
            otherwise=self._tell,
        )

    def _leave(self, settings: Settings, then: Place) -> None:
        self._settings = settings
        self._page.show_busy(False)
        if self._place is self._last:
            self._finish()
            return
        if then is Place.PRINTER:
            self._show_printers()
        elif then is Place.DONE:
            self._page.done.show_facts(
                self.tr("The branch is ready"),
                self.tr("Sign in now and add the officers in the room Officers."),
                self._summary(),
            )
        self._show(then)

    def _summary(self) -> list[Fact]:
        settings, founded = self._settings, self._founded
        assert founded is not None, "the summary comes last"
        backup = (
            Fact(self.tr("Backup"), settings.backup_folder, Tone.OK)
            if self._backed_up
            else Fact(self.tr("Backup"), self.tr("None yet: choose a folder in the room Backup"), Tone.WARN)
        )
        return [
            Fact(self.tr("Branch"), settings.branch),
            Fact(self.tr("Counter"), settings.counter),
            Fact(self.tr("Administrator"), founded.administrator.name),
            Fact(self.tr("Recovery code"), self.tr("On paper, read back"), Tone.OK),
            backup,
            Fact(self.tr("Card printer"), settings.printer.partition(":")[2] or self.tr("PDF files")),
        ]

    def _finish(self) -> None:
        self._founded = None
        self._page.recovery.forget()
        self.finished.emit(self._settings)

    def _finish_samples(self, _made: None) -> None:
        self._page.show_busy(False)
        self.finished.emit(self._settings)

    def _tell(self, error: Exception) -> None:
        self._page.show_busy(False)
        self._problems.tell(error)
