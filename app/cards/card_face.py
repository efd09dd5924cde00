"""What stands on one membership card, before anyone decides where it stands."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CardFace:
    """Plain text for the renderer. ``company`` is empty for a self-employed member."""

    name: str
    kpj: str
    nik: str
    company: str
    segment: str
    issued_on: date
    branch: str
