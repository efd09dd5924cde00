"""Who of the branch may be somebody on a list: a search for each would read the same births again and again,
so all of them are read once and compared in memory."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, func, select, tuple_
from sqlmodel import col

from app.members.duplicates import ALIKE, NamedPerson, near_dates
from app.members.names import places_alike
from db.pieces import in_pieces
from db.stores.members import NAMED, named
from db.tables import MemberRow

Born = tuple[str, date]
"""A name's matching key and a birth date."""

_BETWEEN = "\n"  # in no name


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a day, and their letters in order: two names cannot be more alike than their letters."""

    keys: list[str]
    letters: list[str]


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
    letters = _Letters()
    by_day = {}
    for some in in_pieces(days):
        rows = connection.execute(
            select(col(MemberRow.birth_date), func.aggregate_strings(col(MemberRow.name_key), _BETWEEN))
            .where(col(MemberRow.birth_date).in_(some))
            .group_by(col(MemberRow.birth_date))
        )
        for day, joined in rows:
            keys = joined.split(_BETWEEN)
            by_day[day] = _Names(keys, [letters[key] for key in keys])
    return by_day


class _Letters(dict[str, str]):
    """Of each name once: most are borne by several."""

    def __missing__(self, key: str) -> str:
        letters = self[key] = _in_order(key)
        return letters


def _in_order(key: str) -> str:
    return "".join(sorted(key)).lstrip()


def _alike(key: str, days: Iterable[date], by_day: Mapping[date, _Names]) -> set[Born]:
    """Whose letters are alike is few, and only their names are compared."""
    met = [(day, by_day[day]) for day in days if day in by_day]
    every = list(chain.from_iterable(names.letters for _, names in met))
    letters = _in_order(key)
    near = process.extract(letters, every, scorer=fuzz.ratio, score_cutoff=_least(key, letters), limit=None)
    some = list(_at(sorted(place for _, _, place in near), met))
    return {some[place] for place in places_alike(key, [name for name, _ in some], ALIKE)} if some else set()


def _at(places: Iterable[int], met: Iterable[tuple[date, _Names]]) -> Iterator[Born]:
    """Who stands at these places, in rising order, of all the names one after the other."""
    days, begin, end = iter(met), 0, 0
    for place in places:
        while place >= end:
            day, names = next(days)
            begin, end = end, end + len(names.keys)
        yield names.keys[place - begin], day


def _least(key: str, letters: str) -> float:
    """How alike the letters of two names are at least, in per cent, if the names are.

    With their words in order two names may share their gaps too. Those of this one, g beside its n letters,
    add at most 2 (1 - ALIKE) g / (n + 1) to what the letters alone are alike.
    """
    gaps = len(key) - len(letters)
    return 100 * (ALIKE - 2 * (1 - ALIKE) * gaps / (len(letters) + 1))


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
