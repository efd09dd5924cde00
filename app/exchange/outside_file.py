"""A file from outside on its way into the child."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from app.exchange.file_flaw import FileFlaw, FileKind
from app.exchange.limited_child import ChildDied, ChildLimits, Death, Frame, Stop, child_asked

_PATIENCE = 3  # times the seconds of computing: the counter's PC does other things too


_TOO_MUCH = {Death.MEMORY: FileFlaw.MEMORY, Death.TIME: FileFlaw.TIME}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLimits:
    """``seconds`` of computing; ``answer_bytes`` are all that may be told of it, ``frame_bytes`` at once."""

    file_bytes: int
    memory_bytes: int
    seconds: int
    answer_bytes: int
    frame_bytes: int


@contextmanager
def child_reads(
    file: Path | bytes, what: FileKind, limits: FileLimits, stop: Stop | None, **wish: Any
) -> Iterator[Iterator[Frame]]:
    """What the child tells of ``file``, or of its content where that was read before.

    In the block, and on the way into it, ``FileRefused`` says why not;
    ``Stopped`` that Cancel was pressed. A broken frame is told by ``ChildDied(FELL)``."""
    content = file if isinstance(file, bytes) else content_of(file, what, limits)
    child_limits = ChildLimits(
        limits.memory_bytes,
        limits.seconds,
        limits.seconds * _PATIENCE,
        limits.answer_bytes,
        limits.frame_bytes,
    )
    try:
        with child_asked(
            what.child, {**wish, "limits": asdict(limits)}, content, child_limits, stop
        ) as frames:
            yield frames
    except ChildDied as died:
        if died.death in _TOO_MUCH:
            raise what.too_large(_TOO_MUCH[died.death]) from died
        raise what.unreadable(FileFlaw.READER_FELL) from died


def content_of(file: Path, what: FileKind, limits: FileLimits) -> bytes:
    """All its bytes, or ``FileRefused``."""
    most = limits.file_bytes
    try:
        if not file.is_file():  # a device never ends
            raise FileNotFoundError(file)
        with file.open("rb") as source:
            content = source.read(most + 1)
    except OSError as error:
        raise what.unreadable(FileFlaw.NOT_OPENED) from error
    if len(content) > most:
        raise what.too_large(FileFlaw.FILE_BYTES, most)
    return content
