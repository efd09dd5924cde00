"""The day's tally (rekap harian): what the branch used to type into Excel by hand."""

from dataclasses import dataclass
from datetime import date

from app.findings import FindingCode, Severity
from app.visit.visit import VisitKind


@dataclass(frozen=True, slots=True)
class CompanyCards:
    """One row of the four-column log: Tanggal, NPP, Nama Perusahaan, Jumlah KPJ (good cards only)."""

    day: date
    npp: str
    company_name: str
    cards: int


@dataclass(frozen=True, slots=True)
class VisitCount:
    kind: VisitKind
    visits: int
    finished: int
    mean_seconds: int


@dataclass(frozen=True, slots=True)
class OfficerCards:
    officer_name: str
    good: int
    spoiled: int
    reprinted: int
    in_doubt: int


@dataclass(frozen=True, slots=True)
class FindingCount:
    code: FindingCode
    severity: Severity
    found: int
    overruled: int


@dataclass(frozen=True, slots=True)
class DailyTally:
    day: date
    branch: str
    company_cards: tuple[CompanyCards, ...]
    visits: tuple[VisitCount, ...]
    officer_cards: tuple[OfficerCards, ...]
    findings: tuple[FindingCount, ...]

    @property
    def cards(self) -> int:
        return sum(row.cards for row in self.company_cards)
