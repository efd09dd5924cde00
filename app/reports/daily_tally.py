"""The day's tally (rekap harian): what the branch used to type into Excel by hand."""

from dataclasses import dataclass
from datetime import date

from app.cards.print_job import SpoiledReason
from app.findings import FindingCode, Severity
from app.visit.visit import VisitKind


@dataclass(frozen=True, slots=True)
class CompanyCards:
    """A company's cards of the day. ``cards`` are the good ones, as the branch's log counts them: with those
    ``reprinted`` for members who had a card before."""

    day: date
    npp: str
    company_name: str
    cards: int
    reprinted: int = 0
    spoiled: int = 0

    @property
    def new(self) -> int:
        return self.cards - self.reprinted


@dataclass(frozen=True, slots=True)
class VisitCount:
    kind: VisitKind
    visits: int
    finished: int
    mean_seconds: int


@dataclass(frozen=True, slots=True)
class OfficerCards:
    """``reprinted`` of the good ones were further copies."""

    officer_name: str
    good: int
    spoiled: int
    reprinted: int
    in_doubt: int

    @property
    def new(self) -> int:
        return self.good - self.reprinted


@dataclass(frozen=True, slots=True)
class SpoiledCount:
    reason: SpoiledReason
    cards: int


@dataclass(frozen=True, slots=True)
class CounterDay:
    """One counter's day: visits finished, and the cards answered; ``reprinted`` of the good ones."""

    visits: int
    good: int
    reprinted: int
    spoiled: int


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
    spoiled: tuple[SpoiledCount, ...] = ()

    @property
    def cards(self) -> int:
        return sum(row.cards for row in self.company_cards)
