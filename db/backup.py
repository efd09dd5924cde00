"""Backups on a second medium: written beside, proven by opening, then named; old ones thinned out."""

import contextlib
import logging
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

import sqlcipher3

from app.errors import Problem, YourEnvironment
from app.files import not_written, sync_folder
from app.paths import Paths
from app.trust.backup import FoundBackup, Watch
from app.trust.make_backup import BackupOrder
from db.backup_attachments import take_out_of_pool
from db.backup_manifest import DATABASE
from db.backup_pace import Pace
from db.branch_file import BranchFile
from db.connection import explained
from db.open_backup import NotAsItSays, backups_in, mark_of, of_counter, pool_of
from db.vault import KeyVault
from db.write_backup import WriteBackup

_UNFINISHED = "loket-belum-selesai-"

_log = logging.getLogger(__name__)


class SecondMedium:
    """See :class:`app.trust.make_backup.BackupMedium`. One backup at a time; any thread may call."""

    def __init__(self, paths: Paths, vault: KeyVault, branch: BranchFile, program: str) -> None:
        """``program`` is the version that stands in the manifest."""
        self._base = paths.base
        self._vault = vault
        self._write = WriteBackup(paths, branch, program)
        self._turn = threading.Lock()

    def write(self, order: BackupOrder, watch: Watch) -> FoundBackup:
        with self._turn:
            slots, key = self._vault.proven()
            earlier = of_counter(backups_in(order.folder), slots.database_id, order.counter)
            unfinished = _unfinished(slots.database_id, order.counter)
            _clear(order.folder, unfinished)
            growing = order.folder / f"{unfinished}{token_hex(4)}"
            try:
                with _in_words(order.folder):
                    growing.mkdir()
                    manifest = self._write(growing, order, (slots, key), earlier, Pace(watch))
                    named = _free_name(order)
                    growing.rename(named)
                    sync_folder(order.folder)
            except BaseException:
                with contextlib.suppress(OSError):  # a medium that was pulled out: the next backup clears it
                    shutil.rmtree(growing)
                raise
            return FoundBackup(named, manifest)

    def thin_out(self, folder: Path, counter: str, keep: int) -> int:
        with self._turn:
            database_id = self._vault.proven()[0].database_id
            everything = backups_in(folder)
            found = of_counter(everything, database_id, counter)
            kept, old = found[: max(keep, 1)], found[max(keep, 1) :]
            unfinished = _unfinished(database_id, counter)
            for backup in old:
                # it loses its name first: killed half-way, no half backup is left among the good ones
                with contextlib.suppress(OSError):  # counted below
                    backup.folder.rename(folder / f"{unfinished}{token_hex(4)}")
            _clear(folder, unfinished)
            stuck = tuple(backup for backup in old if backup.folder.exists())
            # where one cannot say what it needs, all that it may need stays
            if all(backup.manifest is not None for backup in everything):
                with contextlib.suppress(NotAsItSays, OSError):
                    take_out_of_pool(pool_of(folder, database_id, counter), (*kept, *stuck))
            return len(stuck)

    def is_there(self, folder: Path) -> bool:
        return folder.is_dir()

    def on_same_disk(self, folder: Path) -> bool:
        """Two partitions of one disk pass for two disks."""
        try:
            return folder.stat().st_dev == self._base.stat().st_dev
        except OSError:  # it is not there at all
            return False


def _unfinished(database_id: str, counter: str) -> str:
    """How the names begin of what this counter was killed over: its next backup clears it."""
    return f"{_UNFINISHED}{mark_of(database_id, counter)}-"


def _clear(folder: Path, unfinished: str) -> None:
    for left in folder.glob(f"{unfinished}*"):
        try:
            shutil.rmtree(left)
        except OSError as error:  # it takes room and does no harm; the next backup tries again
            _log.warning("an unfinished backup could not be cleared: %s", error.strerror)


def _free_name(order: BackupOrder) -> Path:
    """Another branch, or another second of the same name after the clock was set back, may have it."""
    stamp = f"loket-cadangan-{order.at:%Y-%m-%d_%H%M%S}"
    names = [order.folder / stamp, *(order.folder / f"{stamp}-{number}" for number in range(2, 1000))]
    return next(name for name in names if not name.exists())


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    """What went wrong on the medium, as it can be told; the database's own troubles keep their words."""
    try:
        yield
    except NotAsItSays as wrong:
        told = YourEnvironment(Problem.BACKUP_NOT_VERIFIED, part=wrong.part, folder=str(folder))
        raise _unless_gone(folder, told) from wrong
    except OSError as error:
        raise _unless_gone(folder, not_written(folder / (error.filename or ""), error)) from error
    except sqlcipher3.Error as error:
        known = explained(error, folder / DATABASE)
        if known is None:
            raise
        problem = Problem.DISK_FULL if known.problem is Problem.DISK_FULL else Problem.FILE_NOT_WRITTEN
        told = YourEnvironment(problem, file=DATABASE, folder=str(folder))
        raise _unless_gone(folder, told) from error


def _unless_gone(folder: Path, told: YourEnvironment) -> YourEnvironment:
    if folder.is_dir():
        return told
    return YourEnvironment(Problem.BACKUP_FOLDER_MISSING, folder=str(folder))
