"""The faults that take too long for the suite: programs killed at random, five hundred times each."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.faults.kill_runs import KillRun, kill_printing, kill_registrations

_RUNS: dict[str, Callable[[Path, int], KillRun]] = {
    "kill_9_in_registration": kill_registrations,
    "kill_9_in_printing": kill_printing,
}


def run(quick: bool) -> Iterator[dict[str, Any]]:
    kills = 20 if quick else 500
    for fault, play in _RUNS.items():
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as base:
            played = play(Path(base), kills)
        yield {
            "bench": "faults",
            "measure": f"{fault}_violations",
            "value": len(played.violations),
            "goal": "== 0",
            "met": not played.violations,
            "n": kills,
            "seconds": round(time.monotonic() - began, 1),
            "ours": played.done,
            "violations": played.violations[:5],
        }
