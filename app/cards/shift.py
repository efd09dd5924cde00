"""A counter's shift: the blanks it began with, and those it was counted to end with."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Shift:
    """``opening`` was counted when it began; ``expected`` and ``counted`` when it ended, with the reason
    where they differed. The next one opens with what was counted."""

    counter: str
    opening: int
    opened_by: int
    opened_at: datetime
    expected: int | None = None
    counted: int | None = None
    reason: str = ""
    closed_by: int | None = None
    closed_at: datetime | None = None
    id: int = 0

    @property
    def difference(self) -> int:
        """Blanks too many (or, below zero, too few) at its end."""
        return 0 if self.counted is None or self.expected is None else self.counted - self.expected
