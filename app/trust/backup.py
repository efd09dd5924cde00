"""What a backup is, when one is due, and what the status line may say of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from app.errors import Problem
from app.settings import Settings
from app.trust.journal import ChainHead

OVERDUE = timedelta(hours=24)
TRY_AGAIN = timedelta(minutes=15)
"""A medium that just failed is left alone that long, so that the counter is not slowed down by it."""


@dataclass(frozen=True, slots=True)
class RowCounts:
    """How much a database holds; ``entries`` are those of the journal."""

    members: int
    memberships: int
    visits: int
    cards: int
    receipts: int
    entries: int


@dataclass(frozen=True, slots=True)
class FileFact:
    """A file of a backup with its size in bytes and its hash in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. It can be read without a key, and is believed only once it was opened.

    ``number`` runs on its medium, so that the newest is known whatever the clock said; ``schema`` is the
    last step of the tables; ``made_by`` an officer's number, 0 for the program itself. One of the
    ``files`` lists the ``attachments``.
    """

    number: int
    program: str
    schema: str
    database_id: str
    key_generation: int
    branch: str
    counter: str
    made_at: datetime
    made_by: int
    counts: RowCounts
    head: ChainHead
    files: tuple[FileFact, ...]
    attachments: int
    attachment_bytes: int

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files) + self.attachment_bytes


@dataclass(frozen=True, slots=True)
class FoundBackup:
    """A folder on a medium that looks like a backup; either its manifest or why it cannot be read:
    ``BACKUP_UNREADABLE`` or ``BACKUP_NEWER``."""

    folder: Path
    manifest: Manifest | None
    problem: Problem | None = None


class BackupStage(StrEnum):
    COPYING = "copying"
    ATTACHMENTS = "attachments"
    VERIFYING = "verifying"
    PUTTING_BACK = "putting_back"


@dataclass(frozen=True, slots=True)
class BackupProgress:
    """``done`` of ``total`` bytes of this stage."""

    stage: BackupStage
    done: int
    total: int


Watch = Callable[[BackupProgress], bool]
"""Hears how far it is, on the thread that works; answering False ends the work with nothing left of it."""


def never_mind(_progress: BackupProgress) -> bool:
    """For work nobody watches."""
    return True


class Cancelled(Exception):
    """The watcher ended the work; nothing of it was left behind."""


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """What the branch set: where, after how many registrations, and how many are kept."""

    folder: Path | None
    every: int
    keep: int

    @classmethod
    def of(cls, settings: Settings) -> "BackupPlan":
        folder = Path(settings.backup_folder) if settings.backup_folder else None
        return cls(folder, settings.backup_every, settings.backup_keep)


@dataclass(frozen=True, slots=True)
class BackupMade:
    """An attempt: verified at ``verified_at``, or failed with ``problem``. ``head`` is the journal's in it;
    of a failed one, where the journal stood."""

    at: datetime
    folder_name: str
    head: ChainHead
    verified_at: datetime | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class SinceThen:
    """What happened since the last good backup."""

    registrations: int
    day_closed: bool


def backup_due(
    now: datetime, good: BackupMade | None, latest: BackupMade | None, since: SinceThen, plan: BackupPlan
) -> bool:
    """Every so many registrations, after each day close, and once a day; never without a folder.

    ``good`` is the last one verified, ``latest`` the last attempt: a failed one rests a while first.
    """
    if plan.folder is None:
        return False
    if latest is not None and latest.problem is not None and timedelta() <= now - latest.at < TRY_AGAIN:
        return False
    return (
        good is None
        or since.registrations >= plan.every
        or since.day_closed
        or not timedelta() <= now - good.at < OVERDUE  # a clock set back does not put it off
    )


@dataclass(frozen=True, slots=True)
class BackupStatus:
    """For the status line: no personal data. ``age`` and ``last_verified_at`` are None before the first.

    ``problem`` is why the last attempt failed, or what is in the way of the next one.
    ``same_disk``: the folder lies on the disk of the data, which one broken disk takes with it.
    """

    folder: Path | None
    last_verified_at: datetime | None
    age: timedelta | None
    due: bool
    problem: Problem | None = None
    same_disk: bool = False

    @property
    def overdue(self) -> bool:
        """Shown in red: no backup was verified within a day."""
        return self.age is None or not timedelta() <= self.age <= OVERDUE
