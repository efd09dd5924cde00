"""Form F1A exactly as typed. Nothing in it has been believed yet, and nothing in it is ever lost."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from app.members.member import Member

_OF_THE_MEMBERSHIP = (
    "segment",
    "npp",
    "company_name",
    "division",
    "employee_number",
    "start_date",
    "wage",
    "risk_class",
    "programmes",
    "kpj",
    "kpj_source",
)


class KpjSource(StrEnum):
    BLOCK = "block"  # the next number of the branch's block
    TYPED = "typed"  # a number already issued, typed or scanned
    LATER = "later"  # nomor menyusul: stored, but not printable


@dataclass(frozen=True, slots=True)
class MemberForm:
    """One text per field of :class:`MemberField` (choices as their codes); a draft is this as JSON.

    ``programmes`` lists programme codes separated by blanks; ``province``, ``regency`` and
    ``district`` hold Kemendagri codes.
    """

    nik: str = ""
    name: str = ""
    birth_place: str = ""
    birth_date: str = ""
    sex: str = ""
    marital_status: str = ""
    mother_name: str = ""
    family_card: str = ""
    npwp: str = ""
    address: str = ""
    province: str = ""
    regency: str = ""
    district: str = ""
    village: str = ""
    postal_code: str = ""
    phone: str = ""
    email: str = ""
    segment: str = "PU"
    npp: str = ""
    company_name: str = ""
    division: str = ""
    employee_number: str = ""
    start_date: str = ""
    wage: str = ""
    risk_class: str = ""
    programmes: str = ""
    kpj: str = ""
    kpj_source: str = KpjSource.BLOCK.value

    def as_draft(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in _FIELDS}

    @classmethod
    def from_draft(cls, stored: Mapping[str, str]) -> "MemberForm":
        """Read a draft written by this or an older version: unknown fields are left out."""
        return cls(**{name: text for name, text in stored.items() if name in _FIELDS})


_FIELDS = tuple(field.name for field in fields(MemberForm))


def form_of(member: Member) -> MemberForm:
    """The identity part of the form as the branch already knows it."""
    district = member.address.district
    return MemberForm(
        nik=member.nik.digits,
        name=member.name,
        birth_place=member.birth_place,
        birth_date=f"{member.birth_date:%d-%m-%Y}",
        sex=member.sex.value,
        marital_status=member.marital_status.value if member.marital_status else "",
        mother_name=member.mother_name,
        family_card=member.family_card,
        npwp=member.npwp,
        address=member.address.street,
        province=district[:2],
        regency=district[:4],
        district=district,
        village=member.address.village,
        postal_code=member.address.postal_code,
        phone=member.phone,
        email=member.email,
    )


def with_person(form: MemberForm, member: Member) -> MemberForm:
    """The same membership for a stored person: the identity is theirs, what else was typed stays."""
    return replace(form_of(member), **{name: getattr(form, name) for name in _OF_THE_MEMBERSHIP})
