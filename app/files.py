"""Write a file whole or not at all."""

import contextlib
import errno
import os
from pathlib import Path

from app.errors import Problem, YourEnvironment


def write_whole(file: Path, content: bytes) -> None:
    """Put ``content`` at ``file`` in one step: a reader, or a crash, sees the old file or the new one.

    Raises ``YourEnvironment`` with ``DISK_FULL`` or ``FILE_NOT_WRITTEN``; nothing half-written stays.
    """
    fresh = file.with_name(file.name + ".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):  # the folder itself may be what is in the way
            fresh.unlink()
        raise not_written(file, error) from error


def not_written(file: Path, error: OSError) -> YourEnvironment:
    """What to tell when the system refuses to write ``file``, be it a folder."""
    problem = Problem.DISK_FULL if error.errno == errno.ENOSPC else Problem.FILE_NOT_WRITTEN
    return YourEnvironment(problem, file=file.name, folder=str(file.parent))
