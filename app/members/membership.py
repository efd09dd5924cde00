"""A membership (kepesertaan): one person may hold several, each with its own KPJ number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.members.kpj import Kpj
from app.members.member import Member, MemberStatus
from app.members.npp import Npp


class Segment(StrEnum):
    PU = "PU"  # penerima upah, wage earner
    BPU = "BPU"  # bukan penerima upah, self-employed
    JAKON = "JAKON"  # jasa konstruksi, construction
    PMI = "PMI"  # pekerja migran Indonesia, migrant


class Programme(StrEnum):
    JKK = "JKK"  # accident
    JKM = "JKM"  # death
    JHT = "JHT"  # old age
    JP = "JP"  # pension
    JKP = "JKP"  # loss of job


class RiskClass(StrEnum):
    """Work accident risk of the company (PP 44/2015, appendix I)."""

    VERY_LOW = "very_low"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"


@dataclass(frozen=True, slots=True)
class Membership:
    """``kpj`` is None while the number follows later (nomor menyusul); ``wage`` in whole rupiah a month."""

    segment: Segment
    programmes: frozenset[Programme]
    start_date: date
    kpj: Kpj | None = None
    npp: Npp | None = None
    company_name: str = ""
    division: str = ""
    employee_number: str = ""
    wage: int = 0
    risk_class: RiskClass | None = None
    ended_on: date | None = None
    member_id: int = 0
    id: int = 0

    @property
    def programmes_in_order(self) -> tuple[Programme, ...]:
        """As the branch always names them: JKK, JKM, JHT, JP, JKP."""
        return tuple(programme for programme in Programme if programme in self.programmes)

    def active_on(self, day: date) -> bool:
        return self.ended_on is None or self.ended_on > day


def status_of(member: Member, memberships: Iterable[Membership], day: date) -> MemberStatus:
    if member.deceased_on is not None:
        return MemberStatus.DECEASED
    if any(membership.active_on(day) for membership in memberships):
        return MemberStatus.ACTIVE
    return MemberStatus.INACTIVE
