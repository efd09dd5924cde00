"""Copy a file to another disk so that it is certainly there, telling how far it is."""

import hashlib
import os
from pathlib import Path

from app.trust.backup import FileFact
from db.backup_pace import Pace

_CHUNK = 1 << 20


def copy_file(source: Path, target: Path, name: str, pace: Pace) -> FileFact:
    """``target`` must not exist yet; its folders are made. Returns what was read, under ``name``.

    Raises ``OSError`` and what :meth:`Pace.add` raises; what a failure leaves is the caller's to remove.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    size, digest = 0, hashlib.sha256()
    with source.open("rb") as content, target.open("xb") as copy:
        while chunk := content.read(_CHUNK):
            copy.write(chunk)
            size += len(chunk)
            digest.update(chunk)
            pace.add(len(chunk))
        copy.flush()
        os.fsync(copy.fileno())
    return FileFact(name, size, digest.hexdigest())


def sync_file(file: Path) -> None:
    """For a file another part of the program wrote. Windows syncs only what is open for writing."""
    with file.open("rb+") as content:
        os.fsync(content.fileno())
