"""The child's side: give up what is not needed, read the one file, answer in frames."""

import json
import sys
from collections.abc import Callable, Sequence
from typing import IO, Any

from app.errors import FileRefused
from app.exchange.limited_child import BYTES, END, HEAD, OUT_OF_MEMORY, REFUSED, VALUES
from app.exchange.process_limits import limit_this_process

Wish = dict[str, Any]


class Answer:
    """Where the work puts what it read."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self.bytes = 0

    def values(self, values: Sequence[object], default: Callable[[Any], object] | None = None) -> None:
        """``default`` turns what JSON does not know into what it does."""
        told = json.dumps(
            values,
            ensure_ascii=False,
            allow_nan=False,
            check_circular=False,
            default=default,
            separators=(",", ":"),
        )
        self._frame(VALUES, told.encode())

    def raw(self, content: bytes) -> None:
        self._frame(BYTES, content)

    def refused(self, refusal: FileRefused) -> None:
        told = json.dumps([refusal.problem.value, refusal.facts], ensure_ascii=False)
        self._frame(REFUSED, told.encode())

    def end(self) -> None:
        self._frame(END, b"")
        self._out.flush()

    def _frame(self, kind: bytes, content: bytes) -> None:
        self._out.write(HEAD.pack(kind, len(content)))
        self._out.write(content)
        self.bytes += HEAD.size + len(content)


def answer(work: Callable[[Wish, bytes, Answer], None]) -> int:
    """Do ``work`` on what standard input brings, within the limits told there first; gives the exit code.

    Everything ``work`` needs must be imported by now: within the limits no file opens any more.
    """
    said = Answer(sys.stdout.buffer)
    try:
        wish = json.loads(sys.stdin.buffer.readline())
        limit_this_process(wish["memory"], wish["seconds"])
        work(wish, sys.stdin.buffer.read(), said)
    except FileRefused as refusal:
        said.refused(refusal)
    except MemoryError:
        return OUT_OF_MEMORY
    said.end()
    return 0
