"""Loket is started again while it runs: one window works on a branch, and it comes to the front."""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.faults.fault_run import FaultRun
from tests.faults.knocked_window import FIRST, RAISED

_ROOT = Path(__file__).parents[2]
_PATIENCE = 60.0


def second_starts(base: Path, times: int) -> FaultRun:
    """I1 and I7: every second start ends by itself and raises the first window, also two at once; after a
    kill the next start is the first one, and of two that begin together one is."""
    wrong, raised = list[str](), 0
    with _started(base) as first:
        if first.says() != FIRST:
            return FaultRun(times, 0, ("I7 the first start did not begin to work",))
        for turn in range(times):
            others = [_start(base) for _ in range(1 + turn % 2)]
            ended = [_exit_code(other) for other in others]
            heard = [first.says() for _ in others]
            raised += heard.count(RAISED)
            if any(code != 0 for code in ended) or heard != [RAISED] * len(others):
                wrong.append(f"I7 second start {turn}: ended with {ended}, the first window: {heard}")
        first.program.kill()
        first.program.wait(_PATIENCE)
    with _started(base) as one, _started(base) as other:
        words = sorted([one.says() or "", other.says() or ""])
        if words != ["", FIRST]:
            wrong.append(f"I1 two that began together after a kill: {words}")
    return FaultRun(times, raised, tuple(wrong))


class _Talking:
    """A program whose words can be waited for."""

    def __init__(self, program: "subprocess.Popen[str]") -> None:
        self.program = program
        self._words: queue.Queue[str | None] = queue.Queue()
        self._ear = threading.Thread(target=self._listen)
        self._ear.start()

    def says(self) -> str | None:
        """The next word; ``None`` once the program has ended."""
        return self._words.get(timeout=_PATIENCE)

    def end(self) -> None:
        self.program.kill()
        self.program.wait(_PATIENCE)
        self._ear.join(_PATIENCE)

    def _listen(self) -> None:
        assert self.program.stdout is not None
        with self.program.stdout as told:
            for line in told:
                if line.strip() in (FIRST, RAISED):
                    self._words.put(line.strip())
        self._words.put(None)


@contextmanager
def _started(base: Path) -> Iterator[_Talking]:
    talking = _Talking(_start(base, "-m", "tests.faults.knocked_window"))
    try:
        yield talking
    finally:
        talking.end()


def _start(base: Path, *program: str) -> "subprocess.Popen[str]":
    command = [sys.executable, *(program or ("main.py",)), "--base", str(base), "--demo"]
    quiet = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    there = {**os.environ, **quiet}
    return subprocess.Popen(command, cwd=_ROOT, env=there, stdout=subprocess.PIPE, text=True)


def _exit_code(program: "subprocess.Popen[str]") -> int | None:
    """``None`` for one that does not end by itself, and is ended then."""
    with suppress(subprocess.TimeoutExpired):
        program.communicate(timeout=_PATIENCE)
    if program.poll() is None:
        program.kill()
        program.communicate()
        return None
    return program.returncode
