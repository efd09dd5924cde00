"""What stands on one membership card, before anyone decides where it stands."""

from dataclasses import dataclass
from datetime import date

PROGRAM_LAYOUT = "kartu-peserta"
"""The layout that comes with the program; it is used wherever the branch chose none."""


@dataclass(frozen=True, slots=True)
class CardFace:
    """Plain text for the renderer. ``company`` is empty for a self-employed member. ``layout`` names the
    layout it is drawn with, as ``CardRenderers`` takes it."""

    name: str
    kpj: str
    nik: str
    company: str
    segment: str
    issued_on: date
    branch: str
    layout: str = PROGRAM_LAYOUT
