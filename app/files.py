"""Write a file whole or not at all."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from app.errors import Problem, YourEnvironment


def write_whole(file: Path, content: bytes, *, private: bool = False) -> None:
    """Put ``content`` at ``file`` in one step: a reader, or a crash, sees the old file or the new one.

    ``private`` files may be read by their owner alone, from their first byte on. Raises
    ``YourEnvironment`` with ``DISK_FULL`` or ``FILE_NOT_WRITTEN``; nothing half-written stays.
    """
    fresh = file.with_name(file.name + ".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)  # what a crash left could have been made with another mode
        mode = 0o600 if private else 0o666
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode), "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(file)
        sync_folder(file.parent)
    except OSError as error:
        with contextlib.suppress(OSError):  # the folder itself may be what is in the way
            fresh.unlink()
        raise not_written(file, error) from error


_BINARY = getattr(os, "O_BINARY", 0)
"""Windows alone would otherwise turn line ends round."""


def sync_folder(folder: Path) -> None:
    """Without it the name of a new file may be lost with the power although its content is safe."""
    if os.name == "nt":  # Windows syncs the name with the file and opens no folders
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def not_written(file: Path, error: OSError) -> YourEnvironment:
    """What to tell when the system refuses to write ``file``, be it a folder."""
    problem = Problem.DISK_FULL if error.errno == errno.ENOSPC else Problem.FILE_NOT_WRITTEN
    return YourEnvironment(problem, file=file.name, folder=str(file.parent))


def refusal_of(folder: Path) -> OSError | None:
    """Why the system takes no file in ``folder`` now, found by trying; ``None`` when it takes one."""
    try:
        with tempfile.TemporaryFile(dir=folder) as tried:
            tried.write(bytes(_TRIED))
            tried.flush()
    except OSError as error:
        return error
    return None


_TRIED = 65_536
"""Bytes: no fewer than a database asks for at once when it is opened."""
