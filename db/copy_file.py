"""Files that go to another disk, so that they are certainly there. No folder above the chosen one is ever
made: where a medium was pulled out, it would be made on the disk below."""

import hashlib
import os
from pathlib import Path

from app.files import sync_folder
from app.trust.backup import FileFact
from db.backup_pace import Pace

_CHUNK = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0)


def copy_file(folder: Path, to: Path, name: str, pace: Pace) -> FileFact:
    """``name`` in ``folder`` to the same name in ``to``, where it must not exist yet. Returns what was read.

    Raises ``OSError`` and what :meth:`Pace.add` raises; what a failure leaves is the caller's to remove.
    """
    make_folders(to, name)
    size, digest = 0, hashlib.sha256()
    with (folder / name).open("rb") as content, (to / name).open("xb") as copy:
        while chunk := content.read(_CHUNK):
            copy.write(chunk)
            size += len(chunk)
            digest.update(chunk)
            pace.add(len(chunk))
        copy.flush()
        os.fsync(copy.fileno())
    return FileFact(name, size, digest.hexdigest())


def write_file(file: Path, content: bytes) -> None:
    """A new file its owner alone may read. Raises ``OSError``."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def make_folders(folder: Path, name: str) -> None:
    """Those that ``name`` wants below ``folder``."""
    for below in reversed(Path(name).parents[:-1]):
        (folder / below).mkdir(exist_ok=True)


def sync_folders(folder: Path) -> None:
    """The names of all files in it and below."""
    for below, _, _ in os.walk(folder):
        sync_folder(Path(below))


def sync_file(file: Path) -> None:
    """For a file another part of the program wrote. Windows syncs only what is open for writing."""
    with file.open("rb+") as content:
        os.fsync(content.fileno())
