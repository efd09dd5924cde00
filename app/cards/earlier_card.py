"""A good card a person got before, as the officer tells of it: which receipt, and who took it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class EarlierCard:
    """An empty ``collector`` is the member at the counter, or nobody yet."""

    membership_id: int
    copy: int
    on: date
    receipt: str = ""
    collector: str = ""
