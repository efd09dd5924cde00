"""New work is refused while the disk is nearly full, so that what was begun can always be finished."""

from collections.abc import Callable
from dataclasses import dataclass

from app.errors import Problem, YourEnvironment

MEGABYTE = 1_000_000
LEAST = 500 * MEGABYTE


@dataclass(frozen=True, slots=True)
class RoomOnDisk:
    """Asked before a visit or an import begins, never before a draft or work under way is stored."""

    free_bytes: Callable[[], int]
    least: int = LEAST

    def __call__(self) -> None:
        """Raises ``YourEnvironment(DISK_NEARLY_FULL)`` with ``free`` and ``least`` in megabytes."""
        free = self.free_bytes()
        if free < self.least:
            raise YourEnvironment(
                Problem.DISK_NEARLY_FULL,
                free=str(free // MEGABYTE),
                least=str(self.least // MEGABYTE),
            )
