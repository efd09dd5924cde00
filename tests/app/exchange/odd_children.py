"""A child process that behaves as its content tells it: well, oddly, or as one taken over by its file."""

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable

from app.errors import FileRefused, Problem
from app.exchange.inside_child import Answer, Wish, answer
from app.exchange.limited_child import BYTES, HEAD, REFUSED, VALUES

if sys.platform == "win32":

    def core_limits() -> tuple[int, int]:
        return 0, 0

else:
    import resource

    def core_limits() -> tuple[int, int]:
        return resource.getrlimit(resource.RLIMIT_CORE)


def _tells(error: type[BaseException], attempt: Callable[[], object]) -> str:
    try:
        attempt()
    except error as refusal:
        return type(refusal).__name__
    return "done"


def _raw(kind: bytes, content: bytes, size: int | None = None) -> None:
    sys.stdout.buffer.write(HEAD.pack(kind, len(content) if size is None else size) + content)
    sys.stdout.buffer.flush()


def _what_it_may(_wish: Wish, said: Answer) -> None:
    said.values(
        [
            dict(os.environ),
            _tells(OSError, lambda: open(__file__, "rb")),  # noqa: PTH123, SIM115
            _tells(OSError, socket.socket),
            _tells(OSError, lambda: subprocess.run([sys.executable, "-V"], check=False)),
            _tells(MemoryError, lambda: bytearray(2_000_000_000)),
            core_limits(),
        ]
    )


def _fall(_wish: Wish, said: Answer) -> None:
    said.values([1])
    ctypes.string_at(0)


def _refuse(_wish: Wish, _said: Answer) -> None:
    raise FileRefused(Problem.WORKBOOK_TOO_LARGE, why="rows", most="7")


def _abort(_wish: Wish, _said: Answer) -> None:
    os.kill(os.getpid(), signal.SIGABRT)


def _compute(_wish: Wish, _said: Answer) -> None:
    while True:
        pass


def _wait(_wish: Wish, said: Answer) -> None:
    said.values(["here"])
    sys.stdout.buffer.flush()
    time.sleep(600)


def _hoard(_wish: Wish, _said: Answer) -> None:
    hoard = []
    while True:
        hoard.append(bytearray(10_000_000))


def _pour(_wish: Wish, said: Answer) -> None:
    for _ in range(200):
        said.raw(b"0" * 90_000)


def _echo(wish: Wish, said: Answer) -> None:
    said.values([wish["word"]])
    said.raw(b"\x00\xff")


BEHAVIOURS: dict[str, Callable[[Wish, Answer], object]] = {
    "echo": _echo,
    "what it may": _what_it_may,
    "fall": _fall,
    "refuse": _refuse,
    "abort": _abort,
    "compute": _compute,
    "wait": _wait,
    "hoard": _hoard,
    "hoard in python": lambda _wish, _said: bytearray(4_000_000_000),
    "leave early": lambda _wish, _said: os._exit(0),
    "another kind": lambda _wish, _said: _raw(b"X", b"[]"),
    "no json": lambda _wish, _said: _raw(VALUES, b"{1:"),
    "no list": lambda _wish, _said: _raw(VALUES, b'"text"'),
    "no text": lambda _wish, _said: _raw(VALUES, b"\xff\xfe"),
    "no number": lambda _wish, _said: _raw(VALUES, b"[NaN]"),
    "endless number": lambda _wish, _said: _raw(VALUES, b"[" + b"9" * 100_000 + b"]"),
    "deep": lambda _wish, _said: _raw(VALUES, b"[" * 200_000),
    "too much at once": lambda _wish, _said: _raw(BYTES, b"", size=4_000_000_000),
    "too much in all": _pour,
    "half a frame": lambda _wish, _said: _raw(BYTES, b"1234", size=8),
    "refuse what is not its own": lambda _wish, _said: _raw(
        REFUSED, json.dumps(["database_damaged", {}]).encode()
    ),
    "refuse at length": lambda _wish, _said: _raw(
        REFUSED, json.dumps(["scan_unreadable", {"why": "A" * 5_000}]).encode()
    ),
    "refuse with more than text": lambda _wish, _said: _raw(
        REFUSED, json.dumps(["scan_unreadable", {"why": ["damaged"]}]).encode()
    ),
}


def _behave(wish: Wish, content: bytes, said: Answer) -> None:
    BEHAVIOURS[content.decode()](wish, said)


if __name__ == "__main__":
    raise SystemExit(answer(_behave))
