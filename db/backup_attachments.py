"""The attachments in a backup: those that lie on the medium already are not copied again.

Where the medium knows links, each backup has them all below itself, linked to those of the one before.
Where it does not, as most USB sticks, they lie once beside the backups of the counter.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.trust.backup import BackupStage, FileFact, FoundBackup, Manifest
from db.backup_manifest import ATTACHMENTS, SLOTS, is_attachment
from db.backup_pace import Pace
from db.copy_file import copy_file, make_folders, sync_folders
from db.key_slots import KeyGeneration
from db.open_backup import NotAsItSays, attachments_of, file_fact, place_of_attachment, prove_manifest

_PROBE = "tautan"


@dataclass(frozen=True, slots=True)
class AttachmentsInBackup:
    """``sha256`` by name; the ``known`` ones were read from the medium just now."""

    sha256: Mapping[str, str]
    size: int
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A backup on the same medium with its list of attachments; each is proven when it is used again."""

    folder: Path
    manifest: Manifest
    sha256: Mapping[str, str]


def attachments_below(base: Path) -> Mapping[str, int]:
    """The bytes of each by the name it has in a backup; ``base`` holds the folder of the attachments."""
    sizes = {}
    for file in sorted((base / ATTACHMENTS).rglob("*")):
        name = file.relative_to(base).as_posix()
        if is_attachment(name) and file.is_file():
            sizes[name] = file.stat().st_size
    return sizes


def newest_of(backups: tuple[FoundBackup, ...], key: KeyGeneration) -> Earlier | None:
    """The first that a holder of this key wrote."""
    for backup in backups:
        try:
            if backup.manifest is not None:
                prove_manifest(backup.folder, backup.manifest, key)
                return Earlier(backup.folder, backup.manifest, attachments_of(backup.folder))
        except NotAsItSays:
            continue
    return None


def copy_attachments(
    base: Path, folder: Path, pool: Path, earlier: Earlier | None, pace: Pace
) -> AttachmentsInBackup:
    """All that lie in the data folder ``base`` now, into the new backup ``folder`` or into ``pool``. An
    attachment never changes under its name."""
    sizes, links = attachments_below(base), _knows_links(folder)
    facts: list[FileFact] = []
    known = set()
    pace.begin(BackupStage.ATTACHMENTS, sum(sizes.values()))
    for name, size in sizes.items():
        fact = _used_again(folder, name, size, earlier, links, pace) if earlier else None
        if fact is not None:
            known.add(name)
        else:
            fact = _copied(base, folder, name, pace)
            if fact is not None and not links:
                _into_pool(folder, pool, name)
        if fact is not None:
            facts.append(fact)
    if pool.exists():
        sync_folders(pool)
    sha256 = {fact.name: fact.sha256 for fact in facts}
    return AttachmentsInBackup(sha256, sum(fact.size for fact in facts), frozenset(known))


def take_out_of_pool(pool: Path, backups: tuple[FoundBackup, ...]) -> None:
    """What no backup names any more. Raises :class:`NotAsItSays` where one cannot say what it names."""
    named = {name for backup in backups for name in attachments_of(backup.folder)}
    for name in attachments_below(pool):
        if name not in named:
            (pool / name).unlink()


def _knows_links(folder: Path) -> bool:
    try:
        os.link(folder / SLOTS, folder / _PROBE)
    except OSError:  # a medium that is gone says so when the first file is written
        return False
    (folder / _PROBE).unlink()
    return True


def _used_again(
    folder: Path, name: str, size: int, earlier: Earlier, links: bool, pace: Pace
) -> FileFact | None:
    """None where it must be copied: it is new, has rotted on the medium, or lies where it cannot stay."""
    place = place_of_attachment(earlier.folder, earlier.manifest, name)
    if name not in earlier.sha256 or (not links and place == earlier.folder):
        return None
    try:
        fact = file_fact(place, name, pace)
        if fact != FileFact(name, size, earlier.sha256[name]):
            return None
        if links:
            make_folders(folder, name)
            os.link(place / name, folder / name)
    except (NotAsItSays, OSError):
        return None
    return fact


def _copied(base: Path, folder: Path, name: str, pace: Pace) -> FileFact | None:
    """None where it was erased meanwhile: the records of an erased person go with their attachments."""
    try:
        return copy_file(base, folder, name, pace)
    except FileNotFoundError:
        if (base / name).exists():
            raise
        return None


def _into_pool(folder: Path, pool: Path, name: str) -> None:
    make_folders(pool.parent, f"{pool.name}/{name}")
    (folder / name).replace(pool / name)
