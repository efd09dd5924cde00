"""Back the branch up on a second medium, by hand or when it is due, and tell how that stands."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.clock import Clock
from app.errors import LoketError, Problem, YourEnvironment
from app.ports import Begin, JournalWish, UnitOfWork
from app.trust.backup import (
    BackupMade,
    BackupPlan,
    BackupStatus,
    Cancelled,
    FoundBackup,
    SinceThen,
    Watch,
    backup_due,
    never_mind,
)
from app.trust.journal import BEFORE_THE_FIRST, THE_PROGRAM, Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class BackupOrder:
    """What to write into a new backup besides the data: where, when, for whom."""

    folder: Path
    at: datetime
    made_by: int
    branch: str
    counter: str


class BackupMedium(Protocol):
    """The folder on another disk where backups lie."""

    def write(self, order: BackupOrder, watch: Watch) -> FoundBackup:
        """A new backup, opened and compared before it gets its name; work at the counter goes on meanwhile.

        Raises ``YourEnvironment`` with ``BACKUP_FOLDER_MISSING``, ``DISK_FULL``, ``FILE_NOT_WRITTEN``,
        ``BACKUP_TOO_SLOW`` or ``BACKUP_NOT_VERIFIED``, or :class:`Cancelled`; nothing half-made stays.
        """

    def thin_out(self, folder: Path, counter: str, keep: int) -> int:
        """Take away all but the ``keep`` newest backups of this very database and counter, never another's,
        never the last; gives how many the medium would not let go."""

    def is_there(self, folder: Path) -> bool: ...
    def on_same_disk(self, folder: Path) -> bool:
        """Whether a broken disk would take the backup with the data."""


@dataclass(frozen=True, slots=True)
class BackUp:
    begin: Begin
    clock: Clock
    medium: BackupMedium
    plan: Callable[[], BackupPlan]
    branch: str
    counter: str

    def __call__(self, by: Officer | None, watch: Watch = never_mind) -> FoundBackup:
        """Make a backup now; ``by`` is None when the program does so by itself.

        Raises what :meth:`BackupMedium.write` raises; a failure is kept in the journal.
        """
        if by is not None:
            permit(by, Right.BACK_UP)
        at, plan = self.clock(), self.plan()
        made_by = by.id if by else THE_PROGRAM
        try:
            if plan.folder is None:
                raise YourEnvironment(Problem.BACKUP_FOLDER_MISSING, folder="")
            backup = self.medium.write(
                BackupOrder(plan.folder, at, made_by, self.branch, self.counter), watch
            )
        except LoketError as error:
            self._record_failure(BackupMade(at, "", BEFORE_THE_FIRST, problem=error.problem), made_by)
            raise
        stuck = self.medium.thin_out(plan.folder, self.counter, plan.keep)
        self._record(backup, made_by, stuck)
        return backup

    def _record(self, backup: FoundBackup, made_by: int, stuck: int) -> None:
        manifest = backup.manifest
        assert manifest is not None, "a backup is written with its manifest"
        now = self.clock()
        facts = {
            "entries": str(manifest.head.length),
            "sha256": manifest.head.sha256,
            "bytes": str(manifest.size),
        }
        if stuck:
            facts["not_removed"] = str(stuck)
        with self.begin() as work:
            work.backups.add(BackupMade(manifest.made_at, backup.folder.name, manifest.head, verified_at=now))
            work.journal.add(Entry(now, made_by, Action.BACKED_UP, f"backup:{backup.folder.name}", facts))
            work.commit()

    def _record_failure(self, failed: BackupMade, made_by: int) -> None:
        assert failed.problem is not None
        with self.begin() as work:
            work.backups.add(failed)
            work.journal.add(
                Entry(failed.at, made_by, Action.BACKUP_FAILED, facts={"problem": failed.problem.value})
            )
            work.commit()


@dataclass(frozen=True, slots=True)
class ReadBackupStatus:
    """For everybody at the counter; tells nothing of any person."""

    look: Begin
    clock: Clock
    medium: BackupMedium
    plan: Callable[[], BackupPlan]

    def __call__(self) -> BackupStatus:
        now, plan = self.clock(), self.plan()
        with self.look() as work:
            latest, good = work.backups.latest(), work.backups.latest_verified()
            since = _since(work, good, plan.every)
        problem = latest.problem if latest else None
        if problem is None and plan.folder is not None and not self.medium.is_there(plan.folder):
            problem = Problem.BACKUP_FOLDER_MISSING
        return BackupStatus(
            folder=plan.folder,
            last_verified_at=good.verified_at if good else None,
            age=now - good.at if good else None,
            due=backup_due(now, good, latest, since, plan),
            problem=problem,
            same_disk=plan.folder is not None and self.medium.on_same_disk(plan.folder),
        )


@dataclass(frozen=True, slots=True)
class BackUpWhenDue:
    """For a clock that asks every minute, and after each registration and day close."""

    status: ReadBackupStatus
    back_up: BackUp

    def __call__(self, watch: Watch = never_mind) -> BackupStatus:
        """How it stands afterwards. A failure interrupts nobody: it is in the journal and in the status."""
        before = self.status()
        if not before.due:
            return before
        with contextlib.suppress(YourEnvironment, Cancelled):  # the status read below tells it
            self.back_up(None, watch)
        return self.status()


def _since(work: UnitOfWork, good: BackupMade | None, every: int) -> SinceThen:
    """Counted from where the journal stood in the last good backup."""
    stood_at = good.head.length if good else 0
    day = good.at.date() if good else None  # days gone by are not looked through every minute
    registered = work.journal.find(
        JournalWish(since=day, actions=frozenset({Action.MEMBERSHIP_REGISTERED})), every
    )
    closed = work.journal.find(JournalWish(since=day, actions=frozenset({Action.DAY_CLOSED})), 1)
    return SinceThen(
        sum(stored.number > stood_at for stored in registered),
        any(stored.number > stood_at for stored in closed),
    )
