"""KPJ numbers the centre allotted to the branch: used in order, no gap, none twice."""

from dataclasses import dataclass

LOW_SHARE = 10  # per cent left at which the branch is warned (2-domain: exhaustion at 10 %)


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """``first`` to ``last`` inclusive; ``next`` is the number the next member gets."""

    first: int
    last: int
    next: int
    id: int = 0

    @property
    def left(self) -> int:
        return max(0, self.last - self.next + 1)


@dataclass(frozen=True, slots=True)
class BlockLevel:
    left: int
    total: int

    @property
    def empty(self) -> bool:
        return self.left == 0

    @property
    def low(self) -> bool:
        return self.left * 100 <= self.total * LOW_SHARE
