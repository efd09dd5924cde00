"""KPJ numbers the centre allotted to the branch: used in order, no gap, none twice."""

from dataclasses import dataclass

from app.errors import InputRejected, Problem, RuleBroken
from app.members.kpj import Kpj

LOW_SHARE = 10  # per cent left at which the branch is warned (2-domain: exhaustion at 10 %)
MOST_NUMBERS = 100_000
"""No branch is allotted more at once: beyond it, one of the first digits was mistyped."""


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

    @property
    def total(self) -> int:
        return self.last - self.first + 1

    @property
    def untouched(self) -> bool:
        return self.next == self.first

    def __str__(self) -> str:
        """``26004187001–26004187100``"""
        return f"{Kpj.of_number(self.first).text}–{Kpj.of_number(self.last).text}"


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


def block_of(first: str, last: str) -> NumberBlock:
    """As typed from the centre's letter, spaces and dots left out. ``RuleBroken(NUMBER_BLOCK_ODD)``."""
    try:
        ends = [Kpj.parse(typed) for typed in (first, last)]
    except InputRejected as error:
        raise RuleBroken(Problem.NUMBER_BLOCK_ODD) from error
    if any(end.has_letters for end in ends):
        raise RuleBroken(Problem.NUMBER_BLOCK_ODD)
    low, high = (int(end.text) for end in ends)
    if not 0 < low <= high or high - low >= MOST_NUMBERS:
        raise RuleBroken(Problem.NUMBER_BLOCK_ODD)
    return NumberBlock(low, high, low)
