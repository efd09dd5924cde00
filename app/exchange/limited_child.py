"""Open a file from outside in a child process that takes nothing with it when it falls.

The child gets limits and content on its standard input and answers in frames on its standard output, which
are read as strictly as the file itself would be. It inherits no environment, so no key and no folder; where
the system can see to it, it opens no file and no socket.
"""

import json
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from app.errors import FileRefused, Problem

CHILD_ARGUMENT = "--limited-child"
"""How the packaged program, which has no interpreter to call, runs itself as the child."""

HEAD = struct.Struct(">cI")
"""Each frame begins with its kind and how many bytes follow."""
VALUES, BYTES, REFUSED, END = b"V", b"B", b"R", b"E"

Frame = list[Any] | bytes

_SOURCE = Path(__file__).parents[2]
_FACTS, _FACT_LENGTH = 5, 300
_ABOUT_FILES = {
    problem.value: problem
    for problem in (
        Problem.WORKBOOK_UNREADABLE,
        Problem.WORKBOOK_TOO_LARGE,
        Problem.WORKBOOK_LOCKED,
        Problem.SCAN_UNREADABLE,
        Problem.SCAN_TOO_LARGE,
    )
}

OUT_OF_MEMORY = 41
"""The child's own exit code for it."""
_WINDOWS_ABORT, _WINDOWS_QUOTA = 0xC0000409, 1816
_NO_MEMORY = {OUT_OF_MEMORY, -6, -9, _WINDOWS_ABORT}  # SIGABRT, SIGKILL
_NO_TIME = {-24, _WINDOWS_QUOTA}  # SIGXCPU


@dataclass(frozen=True, slots=True)
class ChildLimits:
    """``seconds`` of computing; ``patience`` is how many the parent waits in all."""

    memory_bytes: int
    seconds: int
    patience: float
    answer_bytes: int
    frame_bytes: int


class Death(StrEnum):
    MEMORY = "memory"
    TIME = "time"
    FELL = "fell"


class ChildDied(Exception):
    """The child ended before its answer did, or answered what no child of ours answers."""

    def __init__(self, death: Death) -> None:
        super().__init__(death.value)
        self.death = death


class Stopped(Exception):
    """Cancel was pressed; nothing was taken from the file."""


class Stop:
    """The Cancel of one piece of work: pressed from any thread, it ends the child at work and no other."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self.pressed = False

    def press(self) -> None:
        with self._lock:
            self.pressed = True
            if self._child is not None:
                self._child.kill()

    def watch(self, child: subprocess.Popen[bytes] | None) -> None:
        """Whom to end from now on; raises ``Stopped`` when Cancel was quicker."""
        with self._lock:
            self._child = child
            if child is not None and self.pressed:
                raise Stopped


@contextmanager
def child_asked(
    module: str, wish: Mapping[str, object], content: bytes, limits: ChildLimits, stop: Stop | None = None
) -> Iterator[Iterator[Frame]]:
    """What ``module`` answers about ``content``, frame by frame; the child is gone when the block ends.

    Reading a frame raises ``FileRefused`` as the child tells it, ``ChildDied``, or ``Stopped``.
    """
    stop = stop or Stop()
    late = threading.Event()
    with _started(module) as child:

        def lose_patience() -> None:
            late.set()
            child.kill()

        clock = threading.Timer(limits.patience, lose_patience)
        clock.start()
        try:
            stop.watch(child)
            _tell(child, {"memory": limits.memory_bytes, "seconds": limits.seconds, **wish}, content)
            yield _frames(child, limits, late, stop)
        finally:
            stop.watch(None)
            clock.cancel()
            child.kill()


def command(module: str) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_ARGUMENT, module]
    return [sys.executable, "-s", "-m", module]


def _started(module: str) -> subprocess.Popen[bytes]:
    # Windows starts no program that does not know where Windows is
    kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    try:
        return subprocess.Popen(
            command(module),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback could carry what stands in the file
            cwd=_SOURCE,
            env=kept,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise ChildDied(Death.FELL) from error


def _tell(child: subprocess.Popen[bytes], wish: Mapping[str, object], content: bytes) -> None:
    assert child.stdin is not None
    with suppress(OSError), child.stdin as told:  # a child that has died is found by its silence
        told.write(json.dumps(wish).encode() + b"\n")
        told.write(content)


def _frames(
    child: subprocess.Popen[bytes], limits: ChildLimits, late: threading.Event, stop: Stop
) -> Iterator[Frame]:
    assert child.stdout is not None
    left = limits.answer_bytes
    try:
        while True:
            kind, size = HEAD.unpack(_exactly(child.stdout, HEAD.size))
            if kind == END:
                return
            left -= size
            if left < 0 or size > limits.frame_bytes:
                raise ValueError("more than was allowed")
            yield _frame(kind, _exactly(child.stdout, size))
    except EOFError as error:
        if stop.pressed:
            raise Stopped from error
        raise ChildDied(Death.TIME if late.is_set() else _death(child.wait())) from error
    except (ValueError, KeyError, RecursionError) as error:
        raise ChildDied(Death.FELL) from error


def _exactly(answer: IO[bytes], size: int) -> bytes:
    told = answer.read(size)
    if len(told) < size:
        raise EOFError
    return told


def _frame(kind: bytes, told: bytes) -> Frame:
    if kind == BYTES:
        return told
    values = json.loads(told.decode(), parse_constant=_refuse_constant)
    match kind, values:
        case b"V", list():
            return values
        case b"R", [str(problem), dict(facts)] if _are_facts(facts):
            raise FileRefused(_ABOUT_FILES[problem], **facts)
    raise ValueError("no frame of ours")


def _are_facts(facts: Mapping[str, object]) -> bool:
    return len(facts) <= _FACTS and all(
        type(text) is str and len(name) + len(text) <= _FACT_LENGTH for name, text in facts.items()
    )


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _death(code: int) -> Death:
    """A library in C or Rust that gets no memory aborts; so does the system to the largest process."""
    if code in _NO_MEMORY:
        return Death.MEMORY
    return Death.TIME if code in _NO_TIME else Death.FELL
