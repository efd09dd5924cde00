"""Run the benches: one JSON line per measure on stdout, and at the end a table for people on stderr."""

import argparse
import importlib
import json
import sys
import traceback
from collections.abc import Iterator, Sequence

BENCHES = ("cards", "raster", "lookup", "start", "visit", "memory", "stall", "import", "faults")

_MODULES = {"import": "import_workers"}
"""Where a bench is called what no module may be called."""

Measure = dict[str, object]
"""As `run(quick)` of a bench yields it: bench, measure, value, goal, met, n, seconds, ours, theirs."""


def measured(name: str, quick: bool, *only: Sequence[str]) -> Iterator[Measure]:
    """What a bench measures; if it breaks, what it measured until then and what broke it."""
    try:
        yield from importlib.import_module(f"tests.bench.{_MODULES.get(name, name)}").run(quick, *only)
    except Exception as error:  # noqa: BLE001 - the other benches still have something to say
        traceback.print_exc()
        yield {"bench": name, "error": repr(error)}


def known_faults() -> Sequence[str]:
    return tuple(importlib.import_module("tests.bench.faults").FAULTS)


def table(measures: Sequence[Measure]) -> Iterator[str]:
    for measure in measures:
        if "error" in measure:
            yield f"broke  {measure['bench']}: {measure['error']}"
            continue
        verdict = "met   " if measure["met"] else "NOT MET"
        sides = f"{measure.get('ours', '')} : {measure.get('theirs', '')}"
        title = f"{measure['bench']}: {measure['measure']}"
        yield f"{verdict:7} {title:58} {measure['value']!s:>9} {measure['goal']!s:>9}   {sides}"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument(
        "names",
        nargs="*",
        metavar="name",
        help=f"of {', '.join(BENCHES)}; without: all. After `faults`: some of them by name",
    )
    parser.add_argument("--quick", action="store_true", help="smaller numbers, for a first look")
    wishes = parser.parse_args(arguments)
    benches = [name for name in wishes.names if name in BENCHES]
    faults = [name for name in wishes.names if name not in BENCHES]
    unknown = set(faults) - (set(known_faults()) if "faults" in benches else set())
    if unknown:
        parser.error(f"no bench called {', '.join(sorted(unknown))}")
    measures = []
    for name in benches or BENCHES:
        for measure in measured(name, wishes.quick, *([faults] if name == "faults" else ())):
            measures.append(measure)
            print(json.dumps(measure), flush=True)
    print("\n".join(table(measures)), file=sys.stderr)
    return 1 if any("error" in measure for measure in measures) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
