"""Duplicates: who might already be stored, and what an officer decided about a pair before."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.members.nik import Nik


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """As much of a stored person as a duplicate check needs."""

    member_id: int
    nik: Nik
    name: str
    name_key: str
    birth_date: date


class Verdict(StrEnum):
    SAME_PERSON = "same_person"
    DIFFERENT_PERSON = "different_person"


@dataclass(frozen=True, slots=True)
class DuplicateDecision:
    """Kept for the pair, whichever way round it is asked, and never asked again."""

    nik: Nik
    other_nik: Nik
    verdict: Verdict
    reason: str
    officer_id: int
    at: datetime
