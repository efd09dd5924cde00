"""Carries the room "Cadangan": makes backups, tells how they stand, leads to a restore and to a new code."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.errors import LoketError, Problem
from app.trust.backup import BackupStatus, Cancelled, FoundBackup
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from app.trust.restore import BackupsIn
from ui.background import Background, Lane
from ui.keeping_parts import BackupParts
from ui.problems import Problems
from ui.settings.current_settings import CurrentSettings
from ui.tone import Tone
from ui.trust.backup_page import BackupPage
from ui.watching import Watching


@dataclass(frozen=True, slots=True)
class _Seen:
    status: BackupStatus
    found: tuple[FoundBackup, ...]


class BackupPresenter(QObject):
    """``backed_up()`` when the status line has something new to tell; ``restore_asked()`` and
    ``new_code_asked()`` for whoever covers the window with their wizards. ``problem`` carries an error no
    page has words for."""

    problem = Signal(object)
    backed_up = Signal()
    restore_asked = Signal()
    new_code_asked = Signal()

    def __init__(
        self, page: BackupPage, parts: BackupParts, settings: CurrentSettings, background: Background
    ) -> None:
        super().__init__(page)
        self._page, self._parts, self._settings, self._background = page, parts, settings, background
        self._problems = Problems(page.notice, self)
        self._officer: Officer | None = None
        self._watching: Watching | None = None
        page.shown.connect(self.refresh)
        page.backup_asked.connect(self._back_up)
        page.cancelled.connect(self._cancel)
        page.folder_chosen.connect(self._take_folder)
        page.plan_changed.connect(self._take_plan)
        page.restore_asked.connect(self.restore_asked)
        page.new_code_asked.connect(self.new_code_asked)
        settings.changed.connect(lambda _settings: self.refresh())

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter."""
        self._officer = officer
        self._page.notice.close_notice()
        self._page.offer_keeping(may(officer.role, Right.RESTORE))

    def refresh(self) -> None:
        if self._officer is None or not self._page.isVisible():
            return
        status, backups_in, folder = (
            self._parts.status,
            self._parts.backups_in,
            self._settings.now.backup_folder,
        )
        self._page.show_plan(self._settings.now)

        def see() -> _Seen:
            return _Seen(status(), _found(backups_in, folder))

        self._background.run(self._page, see, then=self._show, otherwise=self._tell, lane=Lane.PAPER)

    def _show(self, seen: _Seen) -> None:
        self._page.show_status(seen.status)
        self._page.show_found(seen.found)

    def _back_up(self) -> None:
        by, back_up = self._officer, self._parts.back_up
        if by is None:
            return
        watching = self._watching = Watching(self)
        watching.progressed.connect(self._page.show_progress)
        self._page.notice.hide()
        self._page.show_busy(True)
        self._background.run(
            self._page,
            lambda: back_up(by, watching),
            then=self._show_made,
            otherwise=self._show_failed,
            lane=Lane.UPKEEP,
        )

    def _show_made(self, made: FoundBackup) -> None:
        self._page.show_busy(False)
        self._page.notice.say(self.tr("Backed up and verified: {folder}").format(folder=made.folder), Tone.OK)
        self.backed_up.emit()
        self.refresh()

    def _show_failed(self, error: Exception) -> None:
        self._page.show_busy(False)
        if isinstance(error, Cancelled):
            self._page.notice.say(self.tr("Stopped. Nothing of it was left behind."), Tone.INFO)
        else:
            self._tell(error)
            self.backed_up.emit()
        self.refresh()

    def _cancel(self) -> None:
        if self._watching is not None:
            self._watching.cancel()

    def _take_folder(self, folder: Path) -> None:
        self._change(backup_folder=str(folder))

    def _take_plan(self, every: int, keep: int) -> None:
        self._change(backup_every=every, backup_keep=keep)

    def _change(self, **changes: str | int) -> None:
        if self._officer is not None:
            after = replace(self._settings.now, **changes)  # type: ignore[arg-type]
            self._settings.change(after, self._officer)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)


def _found(backups_in: BackupsIn, folder: str) -> tuple[FoundBackup, ...]:
    """A medium that is not connected has nothing to show; the status says that it is missing."""
    if not folder:
        return ()
    try:
        return backups_in(Path(folder))
    except LoketError as error:
        if error.problem is not Problem.BACKUP_FOLDER_MISSING:
            raise
        return ()
