"""The attachments in a backup: linked to those of the one before where the medium can, copied where not."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.trust.backup import BackupStage, FileFact, FoundBackup
from db.backup_manifest import ATTACHMENTS, is_attachment
from db.backup_pace import Pace
from db.copy_file import copy_file, make_folders
from db.key_slots import KeyGeneration
from db.open_backup import NotAsItSays, attachments_of, file_fact, prove_manifest


@dataclass(frozen=True, slots=True)
class AttachmentsInBackup:
    """``sha256`` by name; those ``linked`` were read from the medium just now."""

    sha256: Mapping[str, str]
    size: int
    linked: frozenset[str]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A backup on the same medium whose attachments need not be copied again, with its own list of them."""

    folder: Path
    sha256: Mapping[str, str]


def attachments_below(base: Path) -> Mapping[str, int]:
    """The bytes of each, by the name it has in a backup; ``base`` is a data folder or a backup."""
    sizes = {}
    for file in sorted((base / ATTACHMENTS).rglob("*")):
        name = file.relative_to(base).as_posix()
        if is_attachment(name) and file.is_file():
            sizes[name] = file.stat().st_size
    return sizes


def to_link_from(backups: tuple[FoundBackup, ...], key: KeyGeneration) -> Earlier | None:
    """The newest that was written by a holder of this key; its files are proven one by one when they are
    linked."""
    for backup in backups:
        try:
            if backup.manifest is not None:
                prove_manifest(backup.folder, backup.manifest, key)
                return Earlier(backup.folder, attachments_of(backup.folder))
        except NotAsItSays:
            continue
    return None


def copy_attachments(base: Path, folder: Path, earlier: Earlier | None, pace: Pace) -> AttachmentsInBackup:
    """All that lie in the data folder ``base`` now. An attachment never changes under its name."""
    sizes = attachments_below(base)
    facts: list[FileFact] = []
    linked = set()
    pace.begin(BackupStage.ATTACHMENTS, sum(sizes.values()))
    for name, size in sizes.items():
        fact = _linked(folder, name, size, earlier, pace)
        if fact is not None:
            linked.add(name)
        else:
            fact = _copied(base, folder, name, pace)
        if fact is not None:
            facts.append(fact)
    return AttachmentsInBackup(
        {fact.name: fact.sha256 for fact in facts}, sum(fact.size for fact in facts), frozenset(linked)
    )


def _linked(folder: Path, name: str, size: int, earlier: Earlier | None, pace: Pace) -> FileFact | None:
    """None where it must be copied: it is new, has rotted on the medium, or the medium knows no links."""
    if earlier is None or name not in earlier.sha256:
        return None
    try:
        make_folders(folder, name)
        os.link(earlier.folder / name, folder / name)
    except OSError:  # a medium that is gone says so when the file is copied
        return None
    fact = file_fact(folder, name, pace)
    if fact == FileFact(name, size, earlier.sha256[name]):
        return fact
    (folder / name).unlink()
    return None


def _copied(base: Path, folder: Path, name: str, pace: Pace) -> FileFact | None:
    """None where it was erased meanwhile: the records of an erased person go with their attachments."""
    try:
        return copy_file(base, folder, name, pace)
    except FileNotFoundError:
        if (base / name).exists():
            raise
        return None
