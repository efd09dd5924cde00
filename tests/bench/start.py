"""Process start to the officers' names beside a bare PySide6 window; then from Enter behind the password to
the visit screen, with the key slots at their full price."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
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
_CROWD = 1_200_000
_MOMENTS = {"opened": "sign_in_to_desk_s", "at_once": "sign_in_typed_at_once_to_desk_s"}


def run(quick: bool) -> Iterator[dict[str, object]]:
    """On the demo branch, and unless ``quick`` on one with 1.2 million members too."""
    starts, desks = (5, 3) if quick else (21, 7)
    with tempfile.TemporaryDirectory() as folder:
        demo, crowd, wishes = Path(folder, "demo"), Path(folder, "crowd"), _wishes(Path(folder, "code"))
        seconds_to_ready(_loket(demo), wishes)  # the very first start makes the demo branch
        yield _first_window(demo, wishes, starts)
        yield from _desks(demo, "demo", wishes, desks)
        if not quick:
            yield _seeding(crowd, wishes)
            yield from _desks(crowd, "1200000_members", wishes, desks)


def seconds_to_ready(command: Sequence[str], wishes: Mapping[str, str] = os.environ) -> float:
    """Until the program says ``ready`` on its standard output; it then ends by itself."""
    begun = time.perf_counter()
    with subprocess.Popen(command, cwd=_ROOT, env=wishes, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        told = next((line for line in program.stdout if line.startswith("ready")), None)
        taken = time.perf_counter() - begun
    if told is None or program.returncode != 0:
        raise RuntimeError(f"{command[1]} ended with {program.returncode} before it was ready")
    return taken


def _wishes(code: Path) -> dict[str, str]:
    """An installed program finds its byte code, so it is kept here even where the shell forbids it."""
    wishes = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ours = {"QT_QPA_PLATFORM": "offscreen", "LOKET_SAY_READY": "1", "PYTHONPYCACHEPREFIX": str(code)}
    return wishes | ours


def _loket(base: Path) -> list[str]:
    return [sys.executable, "main.py", "--demo", "--base", str(base)]


def _first_window(base: Path, wishes: Mapping[str, str], n: int) -> dict[str, object]:
    """Turn by turn, so that both sides have the same neighbours on the machine."""
    bare = [sys.executable, "-c", _BARE]
    seconds_to_ready(bare, wishes)
    turns = [(seconds_to_ready(_loket(base), wishes), seconds_to_ready(bare, wishes)) for _ in range(n)]
    ours, theirs = (statistics.median(side) for side in zip(*turns, strict=True))
    return {
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


def _desks(base: Path, branch: str, wishes: Mapping[str, str], n: int) -> Iterator[dict[str, object]]:
    """From the officer's Enter to a visit screen that takes the next key."""
    for moment, measure in _MOMENTS.items():
        taken = [_seconds_to_desk(base, moment, wishes) for _ in range(n)]
        yield _bounded(f"{branch}_{measure}", statistics.median(taken), 0.5, n, sum(taken))


def _seconds_to_desk(base: Path, moment: str, wishes: Mapping[str, str]) -> float:
    command = [sys.executable, "-m", "tests.bench.sit_down", str(base), moment]
    told = subprocess.run(command, cwd=_ROOT, env=wishes, capture_output=True, text=True, check=True).stdout
    return float(told.removeprefix("usable "))


def _seeding(base: Path, wishes: Mapping[str, str]) -> dict[str, object]:
    begun = time.perf_counter()
    subprocess.run([*_loket(base), "--seed", str(_CROWD)], cwd=_ROOT, env=wishes, check=True)
    taken = time.perf_counter() - begun
    return _bounded("seed_1200000_members_s", taken, 120, 1, taken)


def _bounded(measure: str, value: float, goal: float, n: int, seconds: float) -> dict[str, object]:
    return {
        "bench": "start",
        "measure": measure,
        "value": round(value, 2),
        "goal": f"<= {goal}",
        "met": value <= goal,
        "n": n,
        "seconds": round(seconds, 2),
    }
