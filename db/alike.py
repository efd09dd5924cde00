"""Who of the branch may be somebody on a list: a search for each would read the same births again and again,
so all of them are read once and compared in memory."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, func, select, tuple_
from sqlmodel import col

from app.members.duplicates import ALIKE, NamedPerson, near_dates
from db.pieces import in_pieces
from db.stores.members import NAMED, named
from db.tables import MemberRow

Born = tuple[str, date]
"""A name's matching key and a birth date."""

_BETWEEN = "\n"  # in no name


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a day as they stand, without gaps, and with their words in order: two are alike by either
    (:func:`app.members.names.similarity`)."""

    keys: list[str] = field(default_factory=list)
    without_gaps: list[str] = field(default_factory=list)
    in_order: list[str] = field(default_factory=list)


def all_alike(connection: Connection, people: Collection[Born]) -> dict[Born, tuple[NamedPerson, ...]]:
    """For each of ``people`` everyone born on a near day whose name is alike, by number; nobody's entry is
    empty."""
    near = {person: near_dates(person[1]) for person in people}
    by_day = _names_by_day(connection, frozenset(chain.from_iterable(near.values())))
    alike = {person: _alike(person[0], days, by_day) for person, days in near.items()}
    stored = _stored(connection, set(chain.from_iterable(alike.values())))
    found = {
        person: sorted(chain.from_iterable(stored[each] for each in births), key=lambda one: one.member_id)
        for person, births in alike.items()
        if births
    }
    return {person: tuple(each) for person, each in found.items()}


def _names_by_day(connection: Connection, days: Collection[date]) -> dict[date, _Names]:
    forms: dict[str, tuple[str, str, str]] = {}  # most names are borne by several
    by_day = {}
    for some in in_pieces(days):
        rows = connection.execute(
            select(col(MemberRow.birth_date), func.aggregate_strings(col(MemberRow.name_key), _BETWEEN))
            .where(col(MemberRow.birth_date).in_(some))
            .group_by(col(MemberRow.birth_date))
        )
        for day, joined in rows:
            names = by_day[day] = _Names()
            for key in joined.split(_BETWEEN):
                form = forms.get(key)
                if form is None:
                    words = key.split()
                    form = forms[key] = (key, "".join(words), " ".join(sorted(words)))
                names.keys.append(form[0])
                names.without_gaps.append(form[1])
                names.in_order.append(form[2])
    return by_day


def _alike(key: str, days: Iterable[date], by_day: Mapping[date, _Names]) -> set[Born]:
    met = [(day, by_day[day]) for day in days if day in by_day]
    words = key.split()
    places = {
        *_places("".join(words), [names.without_gaps for _, names in met]),
        *_places(" ".join(sorted(words)), [names.in_order for _, names in met]),
    }
    if not places:
        return set()
    births = [(name, day) for day, names in met for name in names.keys]
    return {births[place] for place in places}


def _places(wanted: str, lists: Iterable[Sequence[str]]) -> Iterable[int]:
    matches = process.extract(
        wanted, list(chain.from_iterable(lists)), scorer=fuzz.ratio, score_cutoff=ALIKE * 100, limit=None
    )
    return (place for _, _, place in matches)


def _stored(connection: Connection, births: Collection[Born]) -> dict[Born, list[NamedPerson]]:
    people: dict[Born, list[NamedPerson]] = {birth: [] for birth in births}
    for some in in_pieces(births):
        rows = connection.execute(
            NAMED.where(tuple_(col(MemberRow.name_key), col(MemberRow.birth_date)).in_(some))
        )
        for row in rows:
            person = named(row)
            people[person.name_key, person.birth_date].append(person)
    return people
