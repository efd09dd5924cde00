"""Read backups and put one back in place of the branch's database, slots and outside head."""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.cards.number_block import NumberBlock
from app.errors import Problem, RuleBroken, StorageUnavailable, YourEnvironment
from app.files import not_written
from app.paths import Paths
from app.settings import Settings
from app.trust.backup import BackupStage, FoundBackup, Manifest, Watch, never_mind
from app.trust.journal import Action, ChainHead, Entry
from app.trust.restore import BackupKey, ByPassword, Compared, Comparison, InsideBackup, Restored
from db.backup_manifest import DATABASE, SETTINGS, SLOTS
from db.backup_manifest import NAME as MANIFEST
from db.backup_pace import Pace
from db.branch_file import BranchFile
from db.chain_head import head_file
from db.copy_file import copy_file, make_folders, sync_folders, write_file
from db.engine import open_untouched
from db.head_file import HeadFile, KeptHead
from db.key_slots import KeyGeneration
from db.machine_secret import MachineSecrets
from db.open_backup import (
    NotAsItSays,
    attachments_of,
    backups_in,
    file_fact,
    is_whole,
    lost_attachments,
    of_counter,
    place_of_attachment,
    prove_backup,
    prove_files,
    slots_of,
)
from db.open_slot import opened_by_code, opened_by_password
from db.stores.journal import SqlJournal
from db.stores.number_blocks import SqlNumberBlocks
from db.stores.records import SqlOfficers
from db.swap_in import drop_prepared, prepare, swap_in
from db.tables import VisitRow
from db.vault import KeyVault

_ROOM_LEFT = 64 << 20
"""Bytes that stay free beside the restored database."""


class BackupShelf:
    """See :class:`app.trust.restore.BackupReader`."""

    def __init__(
        self,
        paths: Paths,
        vault: KeyVault,
        branch: BranchFile,
        machine: MachineSecrets,
        name_key: Callable[[str], str],
    ) -> None:
        self._paths = paths
        self._vault = vault
        self._branch = branch
        self._machine = machine
        self._name_key = name_key

    def found(self, folder: Path) -> tuple[FoundBackup, ...]:
        return backups_in(folder)

    def newest_good(self, folder: Path) -> FoundBackup | None:
        pace = Pace(never_mind)
        for backup in self._likely(backups_in(folder)):
            if backup.manifest is None or backup.problem is not None:
                continue
            try:
                prove_files(backup.folder, backup.manifest, (DATABASE, SLOTS), pace)
            except NotAsItSays:
                continue
            return backup
        return None

    def _likely(self, found: tuple[FoundBackup, ...]) -> tuple[FoundBackup, ...]:
        """This counter's own before those of the branch's other PCs; any, where nothing here tells whose."""
        here = self._database_id()
        if here is None:
            return found
        own = of_counter(found, here, Settings.load(self._paths.settings).counter)
        branch = (one for one in found if one.manifest is not None and one.manifest.database_id == here)
        return (*own, *(one for one in branch if one not in own))

    def look(self, backup: FoundBackup, key: BackupKey, watch: Watch) -> InsideBackup:
        with _in_words(backup):
            if backup.manifest is None or backup.problem is not None:
                raise YourEnvironment(
                    backup.problem or Problem.BACKUP_UNREADABLE, backup=backup.folder.name, part=MANIFEST
                )
            opened = self._opened(backup.folder, backup.manifest, key)
            pace = Pace(watch)
            prove_backup(backup.folder, backup.manifest, opened, pace)
            lost = lost_attachments(backup.folder, backup.manifest, pace)
            return self._inside(backup, backup.manifest, opened, key, len(lost))

    def put_back(self, inside: InsideBackup, key: BackupKey, by: int, at: datetime, watch: Watch) -> Restored:
        folder, manifest, pace = inside.backup.folder, inside.manifest, Pace(watch)
        try:
            with _in_words(inside.backup):
                opened = self._opened(folder, manifest, key)
                preparing = prepare(self._paths)
                self._need_room(manifest)
                self._fetch(folder, manifest, preparing, pace)
                self._fetch_attachments(folder, manifest, preparing, pace)
            before, given = self._head_here(opened), self._numbers_given_here(manifest, opened)
            self._vault.close()
            told = _restored(inside, before, by, at)
            head = self._journalled(preparing / DATABASE, manifest.head, opened, told, given or ())
            kept = swap_in(self._paths, f"{at:%Y-%m-%d_%H%M%S}")
        except OSError as error:
            raise not_written(self._paths.base / (error.filename or ""), error) from error
        finally:
            with contextlib.suppress(OSError):  # the next start takes it away
                drop_prepared(self._paths)
        return Restored(kept, head, inside.officers, numbers_known=given is not None)

    def _opened(self, folder: Path, manifest: Manifest, key: BackupKey) -> KeyGeneration:
        slots = slots_of(folder)
        try:
            if isinstance(key, ByPassword):
                keys = opened_by_password(slots, key.officer_id, key.password, self._machine)
            else:
                keys = opened_by_code(slots, key.code)
        except YourEnvironment as error:
            if error.problem is Problem.KEY_SLOTS_DAMAGED:
                raise NotAsItSays(SLOTS) from error
            raise
        for each in keys:
            if each.number == manifest.key_generation:
                return each
        raise NotAsItSays(SLOTS)

    def _inside(
        self, backup: FoundBackup, manifest: Manifest, opened: KeyGeneration, key: BackupKey, lost: int
    ) -> InsideBackup:
        engine = open_untouched(backup.folder / DATABASE, opened.key)
        try:
            with Session(engine) as session:
                officers = SqlOfficers(session).all()
                last_visit_day = session.scalars(select(func.max(col(VisitRow.day)))).one()
                comparison = self._compared(manifest, opened, SqlJournal(session))
        finally:
            engine.dispose()
        opened_by = None
        if isinstance(key, ByPassword):
            opened_by = next((each for each in officers if each.id == key.officer_id), None)
            if opened_by is None:
                raise RuleBroken(Problem.NOT_ALLOWED, why="removed")
        return InsideBackup(backup, manifest, last_visit_day, officers, opened_by, comparison, lost)

    def _compared(self, manifest: Manifest, opened: KeyGeneration, journal: SqlJournal) -> Comparison:
        """``journal`` is the backup's. Of a shut database only the head kept outside is known."""
        if not self._paths.database.exists():
            return Comparison(Compared.NOTHING_HERE)
        here = self._database_id()
        if here is not None and here != manifest.database_id:
            return Comparison(Compared.OTHER_BRANCH)
        head = self._head_here(opened)
        if head is None:
            return Comparison(Compared.UNKNOWN)
        entries = manifest.head.length - head.length
        if entries < 0:
            goes_on = self._entry_here(manifest.head.length) in (None, manifest.head)
            return Comparison(Compared.OLDER, -entries) if goes_on else Comparison(Compared.OTHER_LINE)
        if journal.at(head.length) != head:
            return Comparison(Compared.OTHER_LINE)
        return Comparison(Compared.NEWER, entries) if entries else Comparison(Compared.SAME)

    def _head_here(self, opened: KeyGeneration) -> ChainHead | None:
        """Where the journal stands in the data folder: as the open database says, else as is kept outside."""
        if self._branch.is_open:
            with contextlib.suppress(StorageUnavailable), self._branch.look() as work:
                return work.journal.head()
        kept = HeadFile(self._paths.chain_head, opened.key).read()
        return None if kept is None else kept.head

    def _numbers_given_here(
        self, manifest: Manifest, opened: KeyGeneration
    ) -> tuple[NumberBlock, ...] | None:
        """The branch's blocks as far as they were used until now: cards were printed with those numbers
        since the backup. None where no database of the branch stands here that can still be read."""
        if self._database_id() != manifest.database_id or not self._paths.database.exists():
            return None
        if self._branch.is_open:
            with contextlib.suppress(StorageUnavailable), self._branch.look() as work:
                return work.number_blocks.all()
        try:
            engine = open_untouched(self._paths.database, opened.key)
        except StorageUnavailable:  # damaged, or under a key of another time
            return None
        try:
            with contextlib.suppress(StorageUnavailable), Session(engine) as session:
                return SqlNumberBlocks(session).all()
        finally:
            engine.dispose()
        return None

    def _entry_here(self, number: int) -> ChainHead | None:
        if not self._branch.is_open:
            return None
        with self._branch.look() as work:
            return work.journal.at(number)

    def _database_id(self) -> str | None:
        try:
            return self._vault.database_id
        except YourEnvironment:  # nothing here, or nothing that can be read: any branch's backup will do
            return None

    def _need_room(self, manifest: Manifest) -> None:
        needed, free = manifest.size + _ROOM_LEFT, shutil.disk_usage(self._paths.base).free
        if free < needed:
            raise YourEnvironment(
                Problem.DISK_FULL,
                folder=str(self._paths.base),
                needed_mb=str(needed >> 20),
                free_mb=str(free >> 20),
            )

    def _fetch(self, folder: Path, manifest: Manifest, preparing: Path, pace: Pace) -> None:
        """Database, slots and, where this PC has none, the settings; each proven again as it arrived."""
        wanted = [DATABASE, SLOTS]
        if not self._paths.settings.exists():
            wanted.append(SETTINGS)
        facts = [fact for fact in manifest.files if fact.name in wanted]
        pace.begin(BackupStage.PUTTING_BACK, sum(fact.size for fact in facts))
        for fact in facts:
            if fact.name == DATABASE:
                copy_file(folder, preparing, DATABASE, pace)
            else:
                write_file(preparing / fact.name, (folder / fact.name).read_bytes())
            if file_fact(preparing, fact.name, pace) != fact:
                raise NotAsItSays(fact.name)

    def _fetch_attachments(self, folder: Path, manifest: Manifest, preparing: Path, pace: Pace) -> None:
        """Those that are missing or damaged here and well in the backup. They never change under their names
        and the old database knows the same ones, so they need not wait for the swap."""
        base = self._paths.base
        pace.begin(BackupStage.ATTACHMENTS, manifest.attachment_bytes)
        for name, sha256 in attachments_of(folder).items():
            if is_whole(base, name, sha256, pace):
                continue
            place = place_of_attachment(folder, manifest, name)
            if is_whole(place, name, sha256, pace):
                copy_file(place, preparing, name, pace)
                make_folders(base, name)
                (preparing / name).replace(base / name)
        if self._paths.attachments.exists():
            sync_folders(self._paths.attachments)

    def _journalled(
        self,
        database: Path,
        head: ChainHead,
        opened: KeyGeneration,
        told: Entry,
        given: tuple[NumberBlock, ...],
    ) -> ChainHead:
        """The prepared database with the entry on its restore and without the KPJ numbers given since, shut,
        and the outside head beside it."""
        HeadFile(head_file(database), opened.key).settle(KeptHead(head))
        prepared = BranchFile(database, self._paths.copies, self._name_key)
        prepared.open(opened.key)
        try:
            with prepared.begin() as work:
                work.number_blocks.step_over(given)
                work.journal.add(told)
                work.commit()
            with prepared.look() as work:
                return work.journal.head()
        finally:
            prepared.close()


def _restored(inside: InsideBackup, before: ChainHead | None, by: int, at: datetime) -> Entry:
    """Both heads: the chain shows where it was turned back on purpose."""
    facts = {
        "from_entries": str(inside.manifest.head.length),
        "from_sha256": inside.manifest.head.sha256,
    }
    if before is not None:
        facts |= {"before_entries": str(before.length), "before_sha256": before.sha256}
    return Entry(at, by, Action.RESTORED, f"backup:{inside.backup.folder.name}", facts)


@contextmanager
def _in_words(backup: FoundBackup) -> Iterator[None]:
    """What is wrong with the backup; trouble with writing here stays what it is."""
    try:
        yield
    except NotAsItSays as wrong:
        raise _unreadable(backup, wrong.part) from wrong
    except OSError as error:
        place = Path(error.filename or "")
        if backup.folder.is_dir() and not place.is_relative_to(backup.folder):
            raise
        raise _unreadable(backup, place.name or backup.folder.name) from error


def _unreadable(backup: FoundBackup, part: str) -> YourEnvironment:
    return YourEnvironment(Problem.BACKUP_UNREADABLE, backup=backup.folder.name, part=part)
