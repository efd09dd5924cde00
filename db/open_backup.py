"""Backups where they lie: what a folder holds, and the proof that one is whole. Nothing there is changed."""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from app.errors import LoketError, Problem, YourEnvironment
from app.trust.backup import BackupStage, FileFact, FoundBackup, Manifest, RowCounts
from app.trust.journal import BEFORE_THE_FIRST, ChainHead, following
from db import backup_manifest, key_slots
from db.backup_manifest import DATABASE, LIST, SLOTS
from db.backup_pace import Pace
from db.connection import check_untouched
from db.engine import open_untouched
from db.key_slots import KeyGeneration, KeySlots
from db.migrate import VERSION, version_of
from db.stores.journal import SqlJournal
from db.tables import CardJobRow, MemberRow, MembershipRow, ReceiptRow, Row, VisitRow

_CHUNK = 1 << 20
_NAMED = re.compile(r"loket-cadangan-\d{4}-\d{2}-\d{2}_\d{6}(-\d{1,3})?")
_POOL = "loket-lampiran-"
_NEWEST = 1_000
"""Entries of the journal whose chain is followed up to its head; the whole chain has a check of its own."""


class NotAsItSays(Exception):
    """A part of a backup is not what its manifest says."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(frozen=True, slots=True)
class Contents:
    """What an open database holds. ``schema`` is the last step its tables took."""

    schema: str
    counts: RowCounts
    head: ChainHead


@contextmanager
def as_it_says(part: str) -> Iterator[None]:
    """What cannot be read is not what the manifest says either; raises :class:`NotAsItSays`."""
    try:
        yield
    except (OSError, LoketError, sqlcipher3.Error) as error:
        raise NotAsItSays(part) from error


def backups_in(folder: Path) -> tuple[FoundBackup, ...]:
    """Newest first, by their names. Raises ``YourEnvironment(BACKUP_FOLDER_MISSING)``."""
    try:
        entries = [
            entry
            for entry in folder.iterdir()
            if _NAMED.fullmatch(entry.name) and entry.is_dir() and not entry.is_symlink()
        ]
    except OSError as error:
        raise YourEnvironment(Problem.BACKUP_FOLDER_MISSING, folder=str(folder)) from error
    return tuple(found_backup(entry) for entry in sorted(entries, key=lambda entry: entry.name, reverse=True))


def found_backup(folder: Path) -> FoundBackup:
    """What the manifest in ``folder`` says, or why it cannot be read."""
    try:
        manifest = backup_manifest.read(_manifest_in(folder))
    except NotAsItSays:
        return FoundBackup(folder, None, Problem.BACKUP_UNREADABLE)
    except YourEnvironment as error:
        return FoundBackup(folder, None, error.problem)
    return FoundBackup(folder, manifest, Problem.BACKUP_NEWER if manifest.schema > VERSION else None)


def of_counter(backups: Collection[FoundBackup], database_id: str, counter: str) -> tuple[FoundBackup, ...]:
    """Newest first by their number on the medium, whatever the clock said. PCs that began with the same
    data go their own ways: each counter's backups are its own."""
    ours = [
        (backup.manifest.number, backup)
        for backup in backups
        if backup.manifest is not None
        and (backup.manifest.database_id, backup.manifest.counter) == (database_id, tidy(counter))
    ]
    return tuple(backup for _, backup in sorted(ours, key=lambda numbered: numbered[0], reverse=True))


def prove_files(folder: Path, manifest: Manifest, names: Collection[str], pace: Pace) -> None:
    """Raises :class:`NotAsItSays` for a file that is missing or is not the one the manifest tells."""
    facts = [fact for fact in manifest.files if fact.name in names]
    pace.begin(BackupStage.VERIFYING, sum(fact.size for fact in facts))
    for fact in facts:
        if file_fact(folder, fact.name, pace) != fact:
            raise NotAsItSays(fact.name)


def prove_backup(folder: Path, manifest: Manifest, key: KeyGeneration, pace: Pace) -> None:
    """Open it and compare every part with the manifest: its own seal, the key slots, every file, every page
    of the database, how many rows there are, and the newest entries of the journal.

    The attachments have a proof of their own, see :func:`lost_attachments`. Raises :class:`NotAsItSays`.
    """
    prove_manifest(folder, manifest, key)
    _prove_slots(folder, manifest, key)
    prove_files(folder, manifest, [fact.name for fact in manifest.files], pace)
    if len(attachments_of(folder)) != manifest.attachments:
        raise NotAsItSays(LIST)
    with as_it_says(DATABASE):
        if not check_untouched(folder / DATABASE, key.key):
            raise NotAsItSays(DATABASE)
        engine = open_untouched(folder / DATABASE, key.key)
        try:
            _prove_contents(engine, manifest)
        finally:
            engine.dispose()


def prove_manifest(folder: Path, manifest: Manifest, key: KeyGeneration) -> None:
    """Raises :class:`NotAsItSays` unless a holder of the database key wrote this very manifest."""
    content = _manifest_in(folder)
    with as_it_says(backup_manifest.NAME):
        same = backup_manifest.read(content) == manifest
        if not same or not backup_manifest.sealed_by(manifest, content, key.key):
            raise NotAsItSays(backup_manifest.NAME)


def attachments_of(folder: Path) -> Mapping[str, str]:
    """Each attachment with its SHA-256, as the backup's list tells. Raises :class:`NotAsItSays`."""
    with as_it_says(LIST):
        return backup_manifest.read_list(_content(folder / LIST, backup_manifest.LONGEST_LIST))


def pool_of(medium: Path, database_id: str, counter: str) -> Path:
    """Where a counter's attachments lie on a medium that knows no links, once for all its backups."""
    return medium / f"{_POOL}{mark_of(database_id, counter)}"


def place_of_attachment(folder: Path, manifest: Manifest, name: str) -> Path:
    """The folder it lies below: the backup's own, or that for all backups of the counter."""
    own = (folder / name).exists()
    return folder if own else pool_of(folder.parent, manifest.database_id, manifest.counter)


def lost_attachments(
    folder: Path, manifest: Manifest, pace: Pace, known: Collection[str] = ()
) -> tuple[str, ...]:
    """Those that are missing or are not what the list says; ``known`` were read from the medium just now.

    Raises :class:`NotAsItSays` where the list itself cannot be read.
    """
    pace.begin(BackupStage.ATTACHMENTS, manifest.attachment_bytes)
    lost = []
    for name, sha256 in attachments_of(folder).items():
        place = place_of_attachment(folder, manifest, name)
        if name not in known and not is_whole(place, name, sha256, pace):
            lost.append(name)
    return tuple(lost)


def is_whole(folder: Path, name: str, sha256: str, pace: Pace) -> bool:
    try:
        return file_fact(folder, name, pace).sha256 == sha256
    except NotAsItSays:
        return False


def slots_of(folder: Path) -> KeySlots:
    """The key slots in a backup. Raises :class:`NotAsItSays`."""
    with as_it_says(SLOTS):
        return key_slots.read(_content(folder / SLOTS, key_slots.LARGEST_FILE))


def mark_of(database_id: str, counter: str) -> str:
    """Tells what one counter keeps on a medium from what others keep there."""
    return hashlib.sha256(f"{database_id} {tidy(counter)}".encode()).hexdigest()[:16]


def tidy(text: str) -> str:
    """A name of the branch as a manifest takes it, whatever was typed."""
    return "".join(sign for sign in text if sign.isprintable())[: backup_manifest.LONGEST_TEXT]


def file_fact(folder: Path, name: str, pace: Pace) -> FileFact:
    """Size and hash as the medium gives them now. Raises :class:`NotAsItSays` where it gives nothing."""
    size, digest = 0, hashlib.sha256()
    for chunk in _chunks(folder / name, name):
        size += len(chunk)
        digest.update(chunk)
        pace.add(len(chunk))
    return FileFact(name, size, digest.hexdigest())


def contents_of(engine: Engine) -> Contents:
    with Session(engine) as session:

        def count(row: type[Row]) -> int:
            return session.scalars(select(func.count()).select_from(row)).one()

        head = SqlJournal(session).head()
        counts = RowCounts(
            members=count(MemberRow),
            memberships=count(MembershipRow),
            visits=count(VisitRow),
            cards=count(CardJobRow),
            receipts=count(ReceiptRow),
            entries=head.length,
        )
    return Contents(version_of(engine) or "", counts, head)


def _chunks(file: Path, name: str) -> Iterator[bytes]:
    with as_it_says(name), file.open("rb") as content:
        while chunk := content.read(_CHUNK):
            yield chunk


def _prove_slots(folder: Path, manifest: Manifest, key: KeyGeneration) -> None:
    slots = slots_of(folder)
    with as_it_says(SLOTS):
        key_slots.prove(slots, key.key)
    if (slots.database_id, key.number) != (manifest.database_id, manifest.key_generation):
        raise NotAsItSays(SLOTS)


def _prove_contents(engine: Engine, manifest: Manifest) -> None:
    if contents_of(engine) != Contents(manifest.schema, manifest.counts, manifest.head):
        raise NotAsItSays("rows")
    with Session(engine) as session:
        links = SqlJournal(session).links(max(1, manifest.head.length - _NEWEST), _NEWEST + 1)
    head = BEFORE_THE_FIRST
    for at, link in enumerate(links):
        if link.entry is None:
            raise NotAsItSays("journal")
        # the first one read is only what the next is bound to, unless it is the very first there is
        head = following(head, link.entry) if at or link.number == 1 else ChainHead(link.number, link.sha256)
        if head != ChainHead(link.number, link.sha256):
            raise NotAsItSays("journal")
    if head != manifest.head:
        raise NotAsItSays("journal")


def _manifest_in(folder: Path) -> bytes:
    return _content(folder / backup_manifest.NAME, backup_manifest.LARGEST_FILE)


def _content(file: Path, most: int) -> bytes:
    """One byte more than ``most`` of a longer file: its reader then refuses it. Never waits for a pipe."""
    try:
        if not file.is_file():
            raise NotAsItSays(file.name)
        with file.open("rb") as content:
            return content.read(most + 1)
    except OSError as error:
        raise NotAsItSays(file.name) from error
