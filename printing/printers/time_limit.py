"""Wait for a call no longer than a limit, for libraries that know none of their own."""

import threading
from collections.abc import Callable
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
