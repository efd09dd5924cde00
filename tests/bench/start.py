"""Process start to a window that can be used, beside a bare PySide6 window started the same way."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, lambda: (print("ready", flush=True), application.quit()))
application.exec()
"""


def run(quick: bool) -> Iterator[dict[str, object]]:
    """Loket on its demo branch against the bare window, turn by turn; ``quick`` takes fewer turns."""
    n = 5 if quick else 21
    with tempfile.TemporaryDirectory() as base:
        loket = [sys.executable, "main.py", "--base", base]
        bare = [sys.executable, "-c", _BARE]
        seconds_to_ready(loket)  # the very first start makes the demo branch
        seconds_to_ready(bare)
        turns = [(seconds_to_ready(loket), seconds_to_ready(bare)) for _ in range(n)]
    ours, theirs = (statistics.median(side) for side in zip(*turns, strict=True))
    yield {
        "bench": "start",
        "measure": "first_usable_window_vs_bare_pyside6",
        "value": round(ours / theirs, 2),
        "goal": "<= 4.0",
        "met": ours <= 4 * theirs,
        "n": n,
        "seconds": round(sum(map(sum, turns)), 2),
        "ours": round(ours, 3),
        "theirs": round(theirs, 3),
    }


def seconds_to_ready(command: Sequence[str]) -> float:
    """Until the program says ``ready`` on its standard output; it then ends by itself."""
    wishes = dict(os.environ, QT_QPA_PLATFORM="offscreen", LOKET_SAY_READY="1")
    begun = time.perf_counter()
    with subprocess.Popen(command, cwd=_ROOT, env=wishes, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        told = next((line for line in program.stdout if line.startswith("ready")), None)
        taken = time.perf_counter() - begun
    if told is None or program.returncode != 0:
        raise RuntimeError(f"{command[1]} ended with {program.returncode} before it was ready")
    return taken
