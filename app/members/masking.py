"""A person as a list shows them, and as they are told to an officer who need not know their numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.members.member import Member, MemberStatus
from app.members.membership import Membership, Segment


@dataclass(frozen=True, slots=True)
class MaskedMembership:
    """``kpj`` is empty while the number follows later."""

    kpj: str
    company_name: str
    segment: Segment
    start_date: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class MaskedPerson:
    """Enough to tell one from another. ``birth_date`` is None where the year has to do."""

    member_id: int
    name: str
    nik: str
    birth_year: int
    birth_date: date | None
    status: MemberStatus
    deceased_on: date | None
    memberships: tuple[MaskedMembership, ...]


def masked(
    member: Member, memberships: Iterable[Membership], status: MemberStatus, *, sees_numbers: bool
) -> MaskedPerson:
    """``sees_numbers`` leaves the birth date, which tells two people of one name apart."""
    return MaskedPerson(
        member_id=member.id,
        name=member.name,
        nik=member.nik.masked,
        birth_year=member.birth_date.year,
        birth_date=member.birth_date if sees_numbers else None,
        status=status,
        deceased_on=member.deceased_on,
        memberships=tuple(
            MaskedMembership(
                kpj=held.kpj.masked if held.kpj else "",
                company_name=held.company_name,
                segment=held.segment,
                start_date=held.start_date,
                ended_on=held.ended_on,
            )
            for held in memberships
        ),
    )
