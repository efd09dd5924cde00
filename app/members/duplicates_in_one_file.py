"""People who stand twice in one list (duplicates, kind 4), found without comparing everyone with everyone."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz, process

from app.members.duplicates import ALIKE, NamedPerson
from app.members.nik import Nik

_MOST = 5  # look-alikes told of one row
_DIGITS = 8  # of ddmmyyyy


@dataclass(frozen=True, slots=True)
class _Births:
    """Who was born on a day: each name once, without its gaps and with its words in order."""

    first: dict[str, NamedPerson] = field(default_factory=dict)
    people: list[NamedPerson] = field(default_factory=list)
    without_gaps: list[str] = field(default_factory=list)
    in_order: list[str] = field(default_factory=list)


def duplicates_in_one_file(rows: Sequence[NamedPerson]) -> Iterator[tuple[NamedPerson, NamedPerson]]:
    """Each row with an earlier one that has its NIK, and with those that may be the same person.

    Of several earlier rows that say the same only the first is told: a list of one person ten thousand
    times has ten thousand pairs, and not fifty million.
    """
    near = _near_each_other({row.birth_date for row in rows})
    by_nik: dict[Nik, NamedPerson] = {}
    by_day: dict[date, _Births] = defaultdict(_Births)
    for row in rows:
        earlier = by_nik.setdefault(row.nik, row)
        if earlier is not row:
            yield earlier, row
        words = row.name_key.split()
        without_gaps, in_order = "".join(words), " ".join(sorted(words))
        met = [by_day[day] for day in near[row.birth_date] if day in by_day]
        for one in _alike(without_gaps, in_order, met):
            if one.nik != row.nik:
                yield one, row
        births = by_day[row.birth_date]
        if births.first.setdefault(row.name_key, row) is row:
            births.people.append(row)
            births.without_gaps.append(without_gaps)
            births.in_order.append(in_order)


def _alike(without_gaps: str, in_order: str, met: Sequence[_Births]) -> list[NamedPerson]:
    """As :func:`app.members.names.similarity` has it, the nearest first."""
    people = [person for births in met for person in births.people]
    if not people:
        return []
    asked = (
        (without_gaps, [name for births in met for name in births.without_gaps]),
        (in_order, [name for births in met for name in births.in_order]),
    )
    found: dict[int, float] = {}
    for wanted, names in asked:
        for _, score, place in process.extract(
            wanted, names, scorer=fuzz.ratio, score_cutoff=ALIKE * 100, limit=_MOST
        ):
            found[place] = max(score, found.get(place, 0))
    nearest = sorted(found, key=lambda place: (-found[place], people[place].member_id))
    return [people[place] for place in nearest[:_MOST]]


def _near_each_other(days: Collection[date]) -> Mapping[date, Collection[date]]:
    """For each day those of ``days`` that are near it (:func:`app.members.duplicates.near_dates`): two dates
    one digit apart are the same once that digit is blotted out."""
    written = {f"{day.day:02d}{day.month:02d}{day.year:04d}": day for day in days}
    blots = {text: [(at, text[:at] + text[at + 1 :]) for at in range(_DIGITS)] for text in written}
    alike: dict[tuple[int, str], list[date]] = defaultdict(list)
    for text, day in written.items():
        for blot in blots[text]:
            alike[blot].append(day)
    near = {}
    for text, day in written.items():
        found = {day}
        for blot in blots[text]:
            found.update(alike[blot])
        swapped = written.get(text[2:4] + text[:2] + text[4:])
        if swapped is not None:
            found.add(swapped)
        near[day] = found
    return near
