"""The branch's card layouts: each version is kept for ever, because printed cards remember theirs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.cards.card_face import PROGRAM_LAYOUT
from app.members.membership import Segment
from app.members.npp import Npp

PROGRAM_LAYOUTS: Mapping[str, int] = {PROGRAM_LAYOUT: 1}
"""The layouts that come with the program, each with its newest version. What the branch saved under such a
name goes before them."""


@dataclass(frozen=True, slots=True)
class StoredLayout:
    """``text`` is its TOML, which calls the images it shows by the names they are stored under."""

    name: str
    version: int
    text: str
    made_by: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class LayoutChoice:
    """Which layout a company's cards or a segment's are printed with; with neither named, all others'."""

    layout: str
    npp: Npp | None = None
    segment: Segment | None = None
