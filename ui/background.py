"""The one door through which work leaves the window's thread.

Four lanes, one worker each: what the database does stays in order, a slow spooler never delays a lookup, and
neither a company's list of ten thousand nor a backup of minutes delays any of them.
"""

import gc
import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

T = TypeVar("T")


class Lane(StrEnum):
    DATABASE = "database"
    PAPER = "paper"  # rendering, printers, files
    LISTS = "lists"  # a company's list of workers read, checked and taken
    UPKEEP = "upkeep"  # backups, and looking the whole database over


@dataclass(frozen=True, slots=True)
class _Reply:
    owner: QObject
    then: Callable[[Any], None]
    otherwise: Callable[[Exception], None]


class _Postbox(QObject):
    finished = Signal(int, object)
    failed = Signal(int, object)


class _Job(QRunnable):
    def __init__(self, number: int, work: Callable[[], object], post: _Postbox, *, large: bool) -> None:
        super().__init__()
        self._number, self._work, self._post, self._large = number, work, post, large

    def run(self) -> None:
        try:
            with _not_collecting() if self._large else nullcontext():
                result = self._work()
        except Exception as error:  # noqa: BLE001 - handed to the caller, never swallowed
            self._post.failed.emit(self._number, error)
        else:
            self._post.finished.emit(self._number, result)


@contextmanager
def _not_collecting() -> Iterator[None]:
    """Looking through ten thousand rows for garbage would stop the window for up to half a second, and they
    leave none: what a list is made of refers to nothing in circles."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class Background(QObject):
    """Run ``work`` elsewhere; answer on the window's thread, if the page that asked still exists."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {lane: QThreadPool(self) for lane in Lane}
        for pool in self._lanes.values():
            pool.setMaxThreadCount(1)
            pool.setExpiryTimeout(-1)  # the worker keeps its database connection
        self._numbers = itertools.count()
        self._waiting: dict[int, _Reply] = {}
        self._post = _Postbox(self)
        self._post.finished.connect(self._deliver)
        self._post.failed.connect(self._report)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        *,
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None],
        lane: Lane = Lane.DATABASE,
    ) -> None:
        """``work`` carries values, never widgets; ``then`` or ``otherwise`` is called exactly once."""
        number = next(self._numbers)
        self._waiting[number] = _Reply(owner, then, otherwise)
        self._lanes[lane].start(_Job(number, work, self._post, large=lane is Lane.LISTS))

    @property
    def busy(self) -> bool:
        return bool(self._waiting)

    def drain(self) -> None:
        """Wait for all work begun or queued; called when the program closes."""
        for pool in self._lanes.values():
            pool.waitForDone()

    @Slot(int, object)
    def _deliver(self, number: int, result: object) -> None:
        reply = self._waiting.pop(number)
        if shiboken6.isValid(reply.owner):
            reply.then(result)

    @Slot(int, object)
    def _report(self, number: int, error: Exception) -> None:
        reply = self._waiting.pop(number)
        if shiboken6.isValid(reply.owner):
            reply.otherwise(error)
