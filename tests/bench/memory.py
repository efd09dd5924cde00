"""A day of 300 visits with 1.2 million members: what the program holds in memory, and what it adds."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from app.cards.card_stock import BlankMovement, StockMove
from app.paths import Paths
from app.settings import Settings
from main import open_demo, system_clock

_ROOT = Path(__file__).parents[2]
_BARE = """
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(200, application.quit)
application.exec()
print("rss", 0, int(Path("/proc/self/statm").read_text().split()[1]) / 256)
"""
_CROWD = 1_200_000


def run(quick: bool) -> Iterator[dict[str, object]]:
    """``quick``: thirty visits on the demo branch alone. Only where ``/proc`` tells (Linux)."""
    visits = 30 if quick else 300
    began = time.monotonic()
    ((_, bare),) = _told([sys.executable, "-c", _BARE])
    with tempfile.TemporaryDirectory() as base:
        if not quick:
            _run([sys.executable, "main.py", "--base", base, "--seed", str(_CROWD)])
        _blanks(Path(base), visits)
        command = [sys.executable, "-m", "tests.bench.working_day", base, str(visits)]
        (_, begun), (settled_at, settled), (_, ended) = _told(command)
    seconds = round(time.monotonic() - began, 1)
    grown = round(ended - settled, 1)
    sides = {"ours": f"{begun} at sign-in, {settled} after {settled_at}", "theirs": f"{bare:.0f} bare window"}
    yield _line("resident_mib_at_the_end", ended, "<= 350", ended <= 350, visits, seconds) | sides
    yield _line(f"grown_mib_over_last_{visits - settled_at}", grown, "< 5", grown < 5, visits, seconds)


def _blanks(base: Path, visits: int) -> None:
    settings, paths = Settings(), Paths(base)
    paths.prepare()
    branch = open_demo(paths, settings)
    with branch.begin() as work:
        now = system_clock()
        work.stock.add(BlankMovement(settings.counter, StockMove.RECEIVED, visits, now, 1))
        work.commit()
    branch.vault.close()


def _told(command: list[str]) -> list[tuple[int, float]]:
    lines = [line.split() for line in _run(command).splitlines() if line.startswith("rss ")]
    return [(int(visits), float(mib)) for _, visits, mib in lines]


def _run(command: list[str]) -> str:
    wishes = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        command, cwd=_ROOT, env=wishes, stdout=subprocess.PIPE, text=True, check=True
    ).stdout


def _line(measure: str, value: float, goal: str, met: bool, n: int, seconds: float) -> dict[str, object]:
    return {
        "bench": "memory",
        "measure": measure,
        "value": value,
        "goal": goal,
        "met": met,
        "n": n,
        "seconds": seconds,
    }
