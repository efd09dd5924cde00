"""Duplicates: who might already be stored, and what an officer decided about a pair before.

The same NIK (kind 1), the same KPJ (kind 2) and a card printed lately (kind 5) are rules in
``app/visit/rules.py``; here is the one that compares
names and birth dates; ``duplicates_in_one_file`` has kind 4.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from app.members.names import similarity
from app.members.nik import Nik

ALIKE = 0.88  # similarity of the name keys from which two people may be one (2-domain)

_DAYS, _MONTHS, _YEARS = range(1, 32), range(1, 13), range(1900, 2100)


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


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """``similarity`` of the name keys, 0 to 1; ``decided`` when an officer called them one person."""

    person: NamedPerson
    similarity: float
    decided: Verdict | None = None

    @property
    def percent(self) -> int:
        return int(self.similarity * 100)


def near_dates(born: date) -> frozenset[date]:
    """The date itself, day and month swapped, and every date one digit of ddmmyyyy away."""
    day, month, year = born.day, born.month, born.year
    typed = [(month, day, year)]
    typed += [(other, month, year) for other in _one_digit_off(day, 2, _DAYS)]
    typed += [(day, other, year) for other in _one_digit_off(month, 2, _MONTHS)]
    typed += [(day, month, other) for other in _one_digit_off(year, 4, _YEARS)]
    return frozenset(filter(None, (_day(*each) for each in typed)))


def possible_duplicates(
    nik: Nik,
    name_key: str,
    born: date,
    candidates: Iterable[NamedPerson],
    decided: Iterable[DuplicateDecision],
) -> tuple[PossibleDuplicate, ...]:
    """Candidates with a near birth date and a name alike, the likeliest first (kind 3).

    Who was decided to be a different person is left out; the same NIK is no duplicate but the person.
    """
    dates = near_dates(born)
    verdicts = {frozenset((decision.nik, decision.other_nik)): decision.verdict for decision in decided}
    found = []
    for person in candidates:
        verdict = verdicts.get(frozenset((nik, person.nik)))
        if person.nik == nik or person.birth_date not in dates or verdict is Verdict.DIFFERENT_PERSON:
            continue
        alike = similarity(name_key, person.name_key)
        if alike >= ALIKE:
            found.append(PossibleDuplicate(person, alike, verdict))
    return tuple(sorted(found, key=lambda match: (-match.similarity, match.person.member_id)))


@lru_cache(maxsize=300)  # 31 days, 12 months, 200 years
def _one_digit_off(number: int, digits: int, among: range) -> tuple[int, ...]:
    """The number itself, too."""
    typed = f"{number:0{digits}d}"
    off = {typed[:place] + digit + typed[place + 1 :] for place in range(digits) for digit in "0123456789"}
    return tuple(sorted(each for each in map(int, off) if each in among))


def _day(day: int, month: int, year: int) -> date | None:
    if month not in _MONTHS or year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
