"""The ribbon in the printer: how many cards it still gives."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RibbonKind(StrEnum):
    """Named after its panels: colours, K black resin, O overlay. A second K prints the back."""

    YMCKO = "ymcko"
    YMCKOK = "ymckok"
    HALF_YMCKO = "half_ymcko"
    K = "k"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class RibbonLoad:
    """A ribbon put into a printer. ``panels`` is how many cards a whole one gives, as the box says."""

    counter: str
    printer: str
    kind: RibbonKind
    panels: int
    loaded_by: int
    loaded_at: datetime
    id: int = 0


@dataclass(frozen=True, slots=True)
class RibbonLevel:
    """``used`` counts the cards, good or spoiled, that came out since it was loaded, and those in doubt."""

    load: RibbonLoad
    used: int

    @property
    def left(self) -> int:
        return max(0, self.load.panels - self.used)
