"""A counter's shift: the blanks it began with, what became of them, and what was counted at its end.

Between two counts every blank is told: opening + received = good + spoiled + held + remaining (I4). A shift
ends with a count, and the next begins with it; cards in doubt are held on into the next one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.cards.card_stock import BlankLevel, UsedFor
from app.cards.print_job import SpoiledReason
from app.cards.ribbon import RibbonLoad
from app.errors import Problem, RuleBroken


@dataclass(frozen=True, slots=True)
class BlankCount:
    """The blanks somebody counted, without those of cards in doubt; ``reason`` why they are more or fewer
    than should be there."""

    counted: int
    reason: str = ""

    def __post_init__(self) -> None:
        if self.counted < 0:
            raise RuleBroken(Problem.NOT_ALLOWED)


@dataclass(frozen=True, slots=True)
class ShiftEnd:
    """``level`` and, of its good cards, the ``reprinted`` ones as they stood when the blanks were counted."""

    level: BlankLevel
    reprinted: int
    count: BlankCount
    closed_by: int
    closed_at: datetime

    @property
    def difference(self) -> int:
        """Blanks too many or, below zero, too few."""
        return self.count.counted - self.level.remaining


@dataclass(frozen=True, slots=True)
class Shift:
    """``opening`` is what was counted when it began, and the blanks of the cards in doubt at that moment."""

    counter: str
    opening: int
    opened_by: int
    opened_at: datetime
    end: ShiftEnd | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class ShiftUse:
    """What became of the blanks of the shift that runs. ``reprinted`` of the good cards are further copies
    for members who had one; ``spoiled`` adds up to the level's."""

    level: BlankLevel
    reprinted: int
    spoiled: Mapping[SpoiledReason | UsedFor, int]
    ribbons: tuple[RibbonLoad, ...]

    @property
    def new(self) -> int:
        """Good cards for members who had none."""
        return self.level.good - self.reprinted
