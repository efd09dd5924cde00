"""The faults a counter must survive, each played so often that the suite has no time for it."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.attachment_faults import kill_keeping
from tests.faults.fault_run import FaultRun
from tests.faults.kill_runs import kill_printing, kill_registrations
from tests.faults.outside_faults import (
    cut_workbooks,
    generated_inputs,
    hostile_scans,
    malformed_workbooks,
    odd_names,
    workbook_bombs_all,
)
from tests.faults.power_loss import power_losses


@dataclass(frozen=True, slots=True)
class Fault:
    """``play`` gets an empty folder and how often; ``n`` is how often in full, ``few`` for a first look."""

    play: Callable[[Path, int], FaultRun]
    n: int
    few: int


FAULTS = {
    "kill_9_in_registration": Fault(kill_registrations, 500, 20),
    "kill_9_in_printing": Fault(kill_printing, 500, 20),
    "power_loss": Fault(power_losses, 200, 20),
    "kill_9_in_keeping_papers": Fault(kill_keeping, 200, 20),
    "workbook_bombs": Fault(workbook_bombs_all, 51, 20),
    "malformed_workbooks": Fault(malformed_workbooks, 100, 5),
    "cut_workbooks": Fault(cut_workbooks, 300, 30),
    "hostile_scans": Fault(hostile_scans, 46, 15),
    "odd_names": Fault(odd_names, 500, 100),
    "generated_inputs": Fault(generated_inputs, 10_000, 300),
}


def run(quick: bool, only: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """All faults, or those named; each tells of itself as soon as it is over."""
    for name in only or FAULTS:
        fault = FAULTS[name]
        times = fault.few if quick else fault.n
        sys.stderr.write(f"faults: {name}, {times} times …\n")
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as base:
            played = fault.play(Path(base), times)
        yield {
            "bench": "faults",
            "measure": f"{name}_violations",
            "value": len(played.violations),
            "goal": "== 0",
            "met": not played.violations,
            "n": played.n,
            "seconds": round(time.monotonic() - began, 1),
            "ours": played.done,
            "violations": played.violations[:5],
        }
