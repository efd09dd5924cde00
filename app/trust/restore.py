"""Put a backup back: see what lies there, look inside before anything is replaced, and replace it whole."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from app.clock import Clock
from app.trust.backup import FoundBackup, Manifest, Watch, never_mind
from app.trust.journal import THE_PROGRAM, ChainHead
from app.trust.lock_out import THE_CODE, LockOuts
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class ByPassword:
    """An officer's password as it was when the backup was made; good only on the machine that made it."""

    officer_id: int
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ByRecoveryCode:
    """The code that was valid when the backup was made; good on every machine."""

    code: str = field(repr=False)


BackupKey = ByPassword | ByRecoveryCode


class Compared(StrEnum):
    """How a backup stands to the data in the data folder."""

    NOTHING_HERE = "nothing_here"
    SAME = "same"
    OLDER = "older"
    NEWER = "newer"
    OTHER_LINE = "other_line"  # the same branch, but one of the two went on from an earlier restore
    OTHER_BRANCH = "other_branch"
    UNKNOWN = "unknown"  # what stands here cannot be read


@dataclass(frozen=True, slots=True)
class Comparison:
    """``entries``: by how many journal entries the backup is older or newer."""

    stands: Compared
    entries: int = 0


@dataclass(frozen=True, slots=True)
class InsideBackup:
    """A backup that was opened and found whole. ``opened_by`` is None for the recovery code.

    ``lost_attachments``: so many scans are missing or damaged in it; all else is no less worth for that.
    """

    backup: FoundBackup
    manifest: Manifest
    last_visit_day: date | None
    officers: tuple[Officer, ...]
    opened_by: Officer | None
    comparison: Comparison
    lost_attachments: int = 0


@dataclass(frozen=True, slots=True)
class Restored:
    """``safety_copy`` holds what stood in the data folder before; None where there was nothing.

    ``head`` is where the journal stands now, the entry on the restore included. ``numbers_known``: KPJ
    numbers given here since the backup are not given again; otherwise nobody knows them but the cards.
    """

    safety_copy: Path | None
    head: ChainHead
    officers: tuple[Officer, ...]
    numbers_known: bool = False


class BackupReader(Protocol):
    """Backups as they lie on a medium; nothing on it is ever changed by reading."""

    def found(self, folder: Path) -> tuple[FoundBackup, ...]:
        """Newest first; raises ``YourEnvironment(BACKUP_FOLDER_MISSING)``."""

    def newest_good(self, folder: Path) -> FoundBackup | None:
        """The newest whose files are as its manifest says: of this branch, where one is known here."""

    def look(self, backup: FoundBackup, key: BackupKey, watch: Watch) -> InsideBackup:
        """Open it where it lies. ``YourEnvironment`` with ``BACKUP_UNREADABLE`` or ``BACKUP_NEWER``;
        ``RuleBroken`` with ``WRONG_PASSWORD`` or ``RECOVERY_CODE_WRONG``."""

    def put_back(self, inside: InsideBackup, key: BackupKey, by: int, at: datetime, watch: Watch) -> Restored:
        """Swap it in; killed at any moment, the data folder holds the old or the new."""


@dataclass(frozen=True, slots=True)
class BackupsIn:
    """What lies in a folder, by what it says of itself; no key is needed and nothing is believed yet."""

    reader: BackupReader

    def __call__(self, folder: Path) -> tuple[FoundBackup, ...]:
        """Newest first. Raises ``YourEnvironment(BACKUP_FOLDER_MISSING)``."""
        return self.reader.found(folder)


@dataclass(frozen=True, slots=True)
class NewestGoodBackup:
    """What a start offers that found the database damaged; told by the files alone, before any key."""

    reader: BackupReader

    def __call__(self, folder: Path) -> FoundBackup | None:
        return self.reader.newest_good(folder)


@dataclass(frozen=True, slots=True)
class LookInside:
    """Open a backup where it lies and say what a restore would bring; changes nothing. Wrong passwords and
    codes count as they do at the sign-in."""

    reader: BackupReader
    lock_outs: LockOuts

    def __call__(
        self, backup: FoundBackup, key: BackupKey, by: Officer | None, watch: Watch = never_mind
    ) -> InsideBackup:
        """``by`` is None where nobody can sign in: at a first start, or before a damaged database.

        Raises ``RuleBroken`` with ``NOT_ALLOWED``, ``WRONG_PASSWORD``, ``LOCKED_OUT`` or
        ``RECOVERY_CODE_WRONG``; ``YourEnvironment`` with ``BACKUP_UNREADABLE`` or ``BACKUP_NEWER``.
        """
        if by is not None:
            permit(by, Right.RESTORE)
        with self.lock_outs.trying_elsewhere(key.officer_id if isinstance(key, ByPassword) else THE_CODE):
            inside = self.reader.look(backup, key, watch)
        if inside.opened_by is not None:
            permit(inside.opened_by, Right.RESTORE)
        return inside


@dataclass(frozen=True, slots=True)
class Restore:
    """Replace the data folder's database by a backup. The program is to be built anew afterwards, also
    where this fails: the database that was open is shut."""

    look_inside: LookInside
    clock: Clock

    def __call__(
        self, backup: FoundBackup, key: BackupKey, by: Officer | None, watch: Watch = never_mind
    ) -> Restored:
        """Verified once more, then the old data moves to the safety copies and the backup into its place.

        Raises what :class:`LookInside` raises, and ``DISK_FULL`` or ``FILE_NOT_WRITTEN``: then the old
        data stands as it did. On a machine that is not the backup's own, the recovery code opens what
        was restored, and passwords are set anew.
        """
        inside = self.look_inside(backup, key, by, watch)
        return self.look_inside.reader.put_back(inside, key, _who(inside, by), self.clock(), watch)


def _who(inside: InsideBackup, by: Officer | None) -> int:
    """Whom the restored journal can name: it knows only the officers of its own branch and time."""
    if inside.opened_by is not None:
        return inside.opened_by.id
    same_branch = inside.comparison.stands is not Compared.OTHER_BRANCH
    known = by is not None and same_branch and by.id in {officer.id for officer in inside.officers}
    return by.id if by is not None and known else THE_PROGRAM
