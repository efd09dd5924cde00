"""Time is handed in: nothing in ``app`` asks the machine what time it is."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Returns the branch's local time with its zone; the zone decides which day a card belongs to."""
