"""Fill a folder with everything a backup holds, and prove it there. What a failure leaves is the caller's."""

from dataclasses import astuple, dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.paths import Paths
from app.trust.backup import BackupStage, FoundBackup, Manifest
from app.trust.make_backup import BackupOrder
from db import backup_manifest, key_slots
from db.backup_attachments import attachments_below, copy_attachments, newest_of
from db.backup_manifest import DATABASE, LIST, SETTINGS, SLOTS
from db.backup_pace import Pace
from db.branch_file import BranchFile
from db.connection import copy_while_working
from db.copy_file import sync_file, sync_folders, write_file
from db.engine import for_reading, open_untouched
from db.key_slots import KeyGeneration, KeySlots
from db.open_backup import (
    Contents,
    NotAsItSays,
    as_it_says,
    contents_of,
    file_fact,
    lost_attachments,
    pool_of,
    prove_backup,
    tidy,
)
from db.stores.journal import SqlJournal


@dataclass(frozen=True, slots=True)
class WriteBackup:
    """What stays the same from one backup to the next; ``program`` is the version told in the manifest."""

    paths: Paths
    branch: BranchFile
    program: str

    def __call__(
        self,
        folder: Path,
        order: BackupOrder,
        held: tuple[KeySlots, KeyGeneration],
        earlier: tuple[FoundBackup, ...],
        pace: Pace,
    ) -> Manifest:
        """Into the empty ``folder``. ``earlier`` are this counter's backups on the medium, newest first: the
        attachments the last of them holds are not copied again.

        Raises ``OSError``, the driver's errors, :class:`~db.open_backup.NotAsItSays` and what
        :class:`~db.backup_pace.Pace` raises.
        """
        slots, key = held
        before = contents_of(for_reading(self.branch.engine))
        size = self.branch.file.stat().st_size
        pace.allow(size + sum(attachments_below(self.paths.base).values()))
        pace.begin(BackupStage.COPYING, size)
        self._copy_database(folder / DATABASE, key, pace)
        write_file(folder / SLOTS, key_slots.written(slots))
        if self.paths.settings.exists():
            write_file(folder / SETTINGS, self.paths.settings.read_bytes())
        # looked for after the database was copied: none that it tells of is left out
        pool = pool_of(order.folder, slots.database_id, order.counter)
        attachments = copy_attachments(self.paths.base, folder, pool, newest_of(earlier, key), pace)
        write_file(folder / LIST, backup_manifest.written_list(attachments.sha256))
        holds = _holds(folder / DATABASE, key, before)
        names = [name for name in (DATABASE, SLOTS, SETTINGS, LIST) if (folder / name).exists()]
        pace.begin(BackupStage.VERIFYING, size)
        manifest = Manifest(
            number=1 + max((backup.manifest.number for backup in earlier if backup.manifest), default=0),
            program=self.program,
            schema=holds.schema,
            database_id=slots.database_id,
            key_generation=key.number,
            branch=tidy(order.branch),
            counter=tidy(order.counter),
            made_at=order.at,
            made_by=order.made_by,
            counts=holds.counts,
            head=holds.head,
            files=tuple(file_fact(folder, name, pace) for name in names),
            attachments=len(attachments.sha256),
            attachment_bytes=attachments.size,
        )
        write_file(folder / backup_manifest.NAME, backup_manifest.written(manifest, key.key))
        sync_folders(folder)
        prove_backup(folder, manifest, key, pace)
        for lost in lost_attachments(folder, manifest, pace, attachments.known):
            raise NotAsItSays(lost)
        return manifest

    def _copy_database(self, to: Path, key: KeyGeneration, pace: Pace) -> None:
        def go_on() -> bool:
            return pace.reached(to.stat().st_size if to.exists() else 0)

        try:
            copy_while_working(self.branch.file, key.key, to, go_on)
        finally:
            pace.end()  # what the driver calls an interruption has its reason here
        sync_file(to)


def _holds(database: Path, key: KeyGeneration, before: Contents) -> Contents:
    """What the copy holds, which is at least what stood in the database before it was begun.

    Records erased in these very seconds would make it less: then the backup is simply made again.
    """
    with as_it_says(DATABASE):
        engine = open_untouched(database, key.key)
        try:
            holds = contents_of(engine)
            with Session(engine) as session:
                goes_on = SqlJournal(session).at(before.head.length) == before.head
        finally:
            engine.dispose()
    if not goes_on:
        raise NotAsItSays("journal")
    if any(there < here for there, here in zip(astuple(holds.counts), astuple(before.counts), strict=True)):
        raise NotAsItSays("rows")
    return holds
