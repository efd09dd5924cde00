"""Wait for a call no longer than a limit, for libraries that know none of their own."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

_Answer = TypeVar("_Answer")


def within(seconds: float, call: Callable[[], _Answer]) -> _Answer:
    """The call's answer or error; ``TimeoutError`` when the limit passes first.

    A call that hangs is left behind in a daemon thread and its answer is never used: whoever asks must
    hand over one step at a time, so that nothing further happens behind a limit that has passed.
    """
    answers: list[_Answer] = []
    errors: list[BaseException] = []

    def carry_out() -> None:
        try:
            answers.append(call())
        except BaseException as error:  # noqa: BLE001 -- handed on to the thread that asked
            errors.append(error)

    thread = threading.Thread(target=carry_out, name="loket-time-limit", daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError
    if errors:
        raise errors[0]
    return answers[0]


@dataclass(frozen=True, slots=True)
class Begun:
    """Work that goes on by itself; whoever began it asks how far it is."""

    _thread: threading.Thread

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    def ended_within(self, seconds: float) -> bool:
        self._thread.join(seconds)
        return not self.running


def begin(work: Callable[[], None]) -> Begun:
    """For work as long as a card, which the window's end does not wait for. It keeps its outcome itself."""
    thread = threading.Thread(target=work, name="loket-printing", daemon=True)
    thread.start()
    return Begun(thread)
