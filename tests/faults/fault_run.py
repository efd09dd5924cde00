"""What came of one fault, played many times."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FaultRun:
    """``done`` counts what the program did meanwhile, so that a fault which struck nothing is seen;
    ``violations`` name the invariant broken (I1 to I8) and where."""

    n: int
    done: int
    violations: tuple[str, ...]
