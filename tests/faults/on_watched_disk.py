"""Play a fault in a program of its own whose disk can be filled up and closed.

``python -m tests.faults.on_watched_disk MODULE FUNCTION BASE N`` calls ``FUNCTION(disk, N)``.
"""

import importlib
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from tests.faults.fault_run import FaultRun
from tests.faults.watched_disk import WatchedDisk

Play = Callable[[WatchedDisk, int], FaultRun]


def played(play: Play, base: Path, n: int) -> FaultRun:
    """What ``play`` finds on a disk over the empty folder ``base``."""
    with _disk(base) as disk:
        disk.run("tests.faults.on_watched_disk", play.__module__, play.__name__, base, n)
    told = json.loads(_report(base).read_text(encoding="utf-8"))
    return FaultRun(told["n"], told["done"], tuple(told["violations"]))


def main(module: str, function: str, base: str, n: str) -> None:
    play: Play = getattr(importlib.import_module(module), function)
    with _disk(Path(base)) as disk:
        run = play(disk, int(n))
    _report(Path(base)).write_text(json.dumps(asdict(run)), encoding="utf-8")


def _disk(base: Path) -> WatchedDisk:
    folder = base / "disk"
    folder.mkdir(parents=True, exist_ok=True)
    return WatchedDisk(folder, base / "control")


def _report(base: Path) -> Path:
    return base / "report.json"


if __name__ == "__main__":
    main(*sys.argv[1:])
