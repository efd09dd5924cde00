"""A demo branch on the disk with numbers and blanks for a long day."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.cards.number_block import NumberBlock
from app.paths import Paths
from app.settings import Settings
from db.demo_branch import create_demo_branch
from main import open_branch, system_clock

_NUMBERS = 100_000


@dataclass(frozen=True, slots=True)
class LongDay:
    """``allotted`` are all numbers of the branch's blocks in the order they must be given out."""

    base: Path
    allotted: Sequence[int]


def begin_long_day(base: Path) -> LongDay:
    branch = open_branch(Paths(base))
    create_demo_branch(branch.begin, system_clock(), Settings().counter)
    with branch.begin() as work:
        following, level = work.number_blocks.peek(), work.number_blocks.level()
        assert following is not None
        allotted = range(int(following.text), int(following.text) + level.left)
        first = 27_000_000_001
        work.number_blocks.add(NumberBlock(first, first + _NUMBERS - 1, first))
        work.commit()
    branch.engine.dispose()
    return LongDay(base, (*allotted, *range(first, first + _NUMBERS)))
