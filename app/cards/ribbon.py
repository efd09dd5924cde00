"""The ribbon in the printer: how many cards it still gives."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.errors import Problem, RuleBroken

FEWEST_PANELS, MOST_PANELS = 1, 5_000
FEW_PANELS = 20
"""So many cards left, or fewer: time to lay the next ribbon ready."""


class RibbonKind(StrEnum):
    """Named after its panels: colours, K black resin, O overlay. A second K prints the back."""

    YMCKO = "ymcko"
    YMCKOK = "ymckok"
    HALF_YMCKO = "half_ymcko"
    K = "k"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RibbonLoad:
    """A ribbon put into a printer. ``panels`` is how many cards it gives from then on: what the box says of
    a new one. ``printer_counter`` is how many cards the printer itself had counted by then, if it tells."""

    counter: str
    printer: str
    kind: RibbonKind
    panels: int
    loaded_by: int
    loaded_at: datetime
    printer_counter: int | None = None
    id: int = 0

    def __post_init__(self) -> None:
        if not FEWEST_PANELS <= self.panels <= MOST_PANELS:
            raise RuleBroken(Problem.RIBBON_ODD, panels=str(self.panels))


@dataclass(frozen=True, slots=True)
class RibbonLevel:
    """``used`` counts what came out since it was loaded: cards, good or spoiled, and test cards; and cards
    in doubt, for whom the ribbon may have been used."""

    load: RibbonLoad
    used: int

    @property
    def left(self) -> int:
        return max(0, self.load.panels - self.used)

    @property
    def low(self) -> bool:
        return self.left <= FEW_PANELS
