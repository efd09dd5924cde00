"""Run a program with a shim between it and the disk, which writes down what the program does to its files in
order, or plays a disk that is full or closed to writing."""

import functools
import mmap
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

_SOURCE = Path(__file__).with_suffix(".c")
_ROOT = Path(__file__).parents[2]
_CONTROL = struct.Struct("=qqqq")  # as `struct control` of the shim
_RECORD = struct.Struct("=c3xiqq")  # as its `struct record`


def why_not() -> str:
    """The reason why no disk can be watched here, or nothing."""
    if not sys.platform.startswith("linux"):
        return "the disk is watched through LD_PRELOAD, which only Linux has"
    if shutil.which("cc") is None:
        return "no C compiler here: apt-get install gcc libc6-dev"
    return ""


@functools.cache
def _shim() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="loket-shim-")
    _kept.append(folder)
    library = Path(folder.name, "watched_disk.so")
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, _SOURCE, "-ldl", "-lpthread"], check=True)
    return library


_kept: list["tempfile.TemporaryDirectory[str]"] = []
"""Until the interpreter ends; then the library is taken away."""


class Did(StrEnum):
    """What a program did to a file or a name."""

    OPEN = "o"
    WRITE = "w"
    TRUNCATE = "t"
    SYNC = "s"
    CLOSE = "c"
    RENAME = "r"
    REMOVE = "u"
    MAKE_FOLDER = "m"


@dataclass(frozen=True, slots=True)
class Step:
    """``content``: what was written, or the path, or two paths parted by a NUL.

    ``place``: where it was written, the length truncated to, or for ``OPEN`` whether it made (1) or
    emptied (2) the file.
    """

    did: Did
    handle: int
    place: int
    content: bytes


def steps(log: Path) -> Iterator[Step]:
    with log.open("rb") as record:
        while head := record.read(_RECORD.size):
            did, handle, place, length = _RECORD.unpack(head)
            yield Step(Did(did.decode()), handle, place, record.read(length))


class WatchedDisk:
    """The folder ``folder`` as a program sees it that was started with :attr:`environment`.

    Full or closed as told from outside, or by the program itself through another ``WatchedDisk`` over the
    same ``control`` file.
    """

    def __init__(self, folder: Path, control: Path, log: Path | None = None) -> None:
        self.folder, self._control, self._log = folder.resolve(), control, log
        if not control.exists():
            control.write_bytes(bytes(_CONTROL.size))
        with control.open("r+b") as shared:
            self._shared = mmap.mmap(shared.fileno(), _CONTROL.size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._shared.close()

    @property
    def environment(self) -> dict[str, str]:
        logged = {"LOKET_DISK_LOG": str(self._log)} if self._log else {}
        return {
            **os.environ,
            "LD_PRELOAD": str(_shim()),
            "LOKET_DISK_FOLDER": str(self.folder),
            "LOKET_DISK_CONTROL": str(self._control),
            **logged,
        }

    def run(self, module: str, *arguments: object) -> None:
        """``python -m module`` to its end on this disk. Raises what it said of an error of its own."""
        command = [sys.executable, "-m", module, *map(str, arguments)]
        done = subprocess.run(
            command, cwd=_ROOT, env=self.environment, check=False, stderr=subprocess.PIPE, text=True
        )
        if done.returncode:
            raise AssertionError(f"{module} ended with {done.returncode}:\n{done.stderr}")

    @property
    def asked(self) -> int:
        """How often room was asked for since the program began."""
        return int(self._numbers()[0])

    @property
    def refused(self) -> int:
        """How many calls were answered with an error."""
        return int(self._numbers()[2])

    def full_after(self, calls: int) -> None:
        """From so many more calls on the disk takes nothing; the last call before is cut in half."""
        asked, _, refused, closed = self._numbers()
        self._tell(asked, asked + calls + 1, refused, closed)

    def close_to_writing(self, why: int) -> None:
        """Nothing may be written, made, renamed or taken away: each attempt gets the errno ``why``."""
        asked, full_from, refused, _ = self._numbers()
        self._tell(asked, full_from, refused, why)

    def mend(self) -> None:
        """There is room again, and everything may be written."""
        asked, _, refused, _ = self._numbers()
        self._tell(asked, 0, refused, 0)

    def _numbers(self) -> tuple[int, int, int, int]:
        asked, full_from, refused, closed = _CONTROL.unpack(self._shared[:])
        return asked, full_from, refused, closed

    def _tell(self, *numbers: int) -> None:
        self._shared[:] = _CONTROL.pack(*numbers)
