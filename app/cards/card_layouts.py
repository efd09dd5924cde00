"""The branch's own card layouts: each version is kept for ever, because printed cards remember theirs."""

from dataclasses import dataclass
from datetime import datetime

from app.members.membership import Segment
from app.members.npp import Npp


@dataclass(frozen=True, slots=True)
class StoredLayout:
    """``text`` is its TOML. ``images`` are the files it shows, by the name it calls them."""

    name: str
    version: int
    text: str
    made_by: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class LayoutChoice:
    """Which layout a company's cards or a segment's are printed with; one of the two is named."""

    layout: str
    npp: Npp | None = None
    segment: Segment | None = None
