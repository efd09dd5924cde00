"""Step 3, Validasi: every rule over the whole form, and the registration itself."""

from dataclasses import dataclass

from app.cards.card_face import CardFace
from app.cards.number_block import BlockLevel
from app.findings import Finding
from app.members.duplicates import Verdict
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership
from app.visit.step_1_verify import PersonFound
from app.visit.visit import Visit


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A stored person who may be the one on the form, for the comparison side by side."""

    person: PersonFound
    similarity_percent: int
    decided: Verdict | None


@dataclass(frozen=True, slots=True)
class Registered:
    visit: Visit
    member: Member
    membership: Membership
    face: CardFace | None
    """None while the number follows later: there is no card to print yet."""
