"""A person insured at the branch (peserta) and what the branch knows of them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.members.nik import Nik, Sex


class MaritalStatus(StrEnum):
    SINGLE = "single"
    MARRIED = "married"
    DIVORCED = "divorced"
    WIDOWED = "widowed"


class MemberStatus(StrEnum):
    """What the counter says in large words at step 1."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DECEASED = "deceased"
    UNREGISTERED = "unregistered"


@dataclass(frozen=True, slots=True)
class Address:
    """``district`` is a Kemendagri code of six digits; the codes above it are its prefixes."""

    street: str = ""
    village: str = ""
    district: str = ""
    postal_code: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """``id`` is 0 until stored. ``phone`` is E.164, ``name`` is NFC upper case as on the KTP."""

    nik: Nik
    name: str
    birth_date: date
    sex: Sex
    birth_place: str = ""
    marital_status: MaritalStatus | None = None
    mother_name: str = ""
    family_card: str = ""
    npwp: str = ""
    address: Address = field(default_factory=Address)
    phone: str = ""
    email: str = ""
    deceased_on: date | None = None
    id: int = 0
