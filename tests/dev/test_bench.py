"""The bench runner tells every measure, and goes on when one bench breaks."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.bench import __main__ as runner
from tests.bench import faults
from tests.bench.start import seconds_to_ready
from tests.faults.fault_run import FaultRun


@pytest.fixture
def benches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two benches in place of the real ones: one misses its goal, one breaks on its way."""

    def misses(quick: bool) -> Iterator[runner.Measure]:
        yield {
            "bench": "cards",
            "measure": "speed",
            "value": 1.5,
            "goal": ">= 2.0",
            "met": False,
            "n": int(quick),
        }

    def breaks(_quick: bool) -> Iterator[runner.Measure]:
        yield {"bench": "raster", "measure": "speed", "value": 9, "goal": ">= 2.0", "met": True, "n": 1}
        raise OSError("no paper")

    for name, run in {"cards": misses, "raster": breaks}.items():
        module = ModuleType(name)
        vars(module)["run"] = run
        monkeypatch.setitem(sys.modules, f"tests.bench.{name}", module)


@pytest.mark.usefixtures("benches")
def test_a_goal_not_met_is_told_and_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert runner.main(["cards", "--quick"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out) == {
        "bench": "cards",
        "measure": "speed",
        "value": 1.5,
        "goal": ">= 2.0",
        "met": False,
        "n": 1,
    }
    assert told.err.startswith("NOT MET cards: speed")


@pytest.mark.usefixtures("benches")
def test_a_bench_that_breaks_is_told_and_fails_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert runner.main(["raster", "cards"]) == 1
    told = capsys.readouterr()
    lines = [json.loads(line) for line in told.out.splitlines()]
    assert [line.get("error", line.get("value")) for line in lines] == [9, "OSError('no paper')", 1.5]
    assert "broke  raster: OSError('no paper')" in told.err


def test_one_fault_is_played_by_its_name_and_one_that_breaks_keeps_no_other_from_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_base: Path, _n: int) -> FaultRun:
        raise OSError("no disk")

    played = {
        "flood": faults.Fault(broken, 500, 2),
        "fire": faults.Fault(lambda _base, n: FaultRun(n, 1, ("I1 burnt",)), 500, 3),
        "storm": faults.Fault(lambda _base, n: FaultRun(n, 1, ()), 500, 4),
    }
    monkeypatch.setattr(faults, "FAULTS", played)
    assert runner.main(["faults", "flood", "fire", "--quick"]) == 1
    told = capsys.readouterr()
    broke, burnt = (json.loads(line) for line in told.out.splitlines())
    assert (broke["measure"], broke["error"]) == ("flood", "OSError('no disk')")
    assert (burnt["measure"], burnt["value"], burnt["n"]) == ("fire_violations", 1, 3)
    assert "fire, 3 times" in told.err
    assert "storm" not in told.err + told.out


def test_a_bench_nobody_knows_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        runner.main(["juggling"])
    assert "no bench called juggling" in capsys.readouterr().err


def test_a_program_that_ends_before_it_is_ready_has_no_time() -> None:
    with pytest.raises(RuntimeError, match="ended with 3 before it was ready"):
        seconds_to_ready([sys.executable, "-c", "raise SystemExit(3)"])


def test_a_program_is_timed_until_it_says_ready() -> None:
    assert 0 < seconds_to_ready([sys.executable, "-c", "print('booting'); print('ready 0.1')"]) < 60
