"""Who of the branch may be somebody on a list: a search for each would read the same births again and again,
so all of them are read once and compared in memory."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from sqlalchemy import Connection, func, select, tuple_
from sqlmodel import col

from app.members.duplicates import ALIKE, NamedPerson, near_dates
from app.members.names import letters_of, places_of_like_letters, similarity
from db.pieces import in_pieces
from db.stores.members import NAMED, named
from db.tables import MemberRow

Born = tuple[str, date]
"""A name's matching key, or its letters, and a birth date."""

_BETWEEN = "\n"  # in no name


def all_alike(connection: Connection, people: Collection[Born]) -> dict[Born, tuple[NamedPerson, ...]]:
    """For each of ``people`` everyone born on a near day whose name is alike, by number; nobody's entry is
    empty."""
    near = {person: near_dates(person[1]) for person in people}
    by_day = _letters_by_day(connection, frozenset(chain.from_iterable(near.values())))
    # in the order of their births, so that the days of one are still at hand for the next
    in_order = sorted(near, key=lambda person: person[1])
    like = {person: _of_like_letters(person[0], near[person], by_day) for person in in_order}
    stored = _stored(connection, set(chain.from_iterable(like.values())))
    found = {}
    for (name_key, born), births in like.items():
        alike = [
            one
            for one in chain.from_iterable(stored[each] for each in births)
            if similarity(name_key, one.name_key) >= ALIKE
        ]
        if alike:
            found[name_key, born] = tuple(sorted(alike, key=lambda one: one.member_id))
    return found


def _letters_by_day(connection: Connection, days: Collection[date]) -> dict[date, list[str]]:
    """Each day's as one text: so many rows would be read one by one."""
    by_day = {}
    for some in in_pieces(days):
        rows = connection.execute(
            select(col(MemberRow.birth_date), func.aggregate_strings(col(MemberRow.name_letters), _BETWEEN))
            .where(col(MemberRow.birth_date).in_(some))
            .group_by(col(MemberRow.birth_date))
        )
        by_day.update({day: joined.split(_BETWEEN) for day, joined in rows})
    return by_day


def _of_like_letters(key: str, days: Iterable[date], by_day: Mapping[date, list[str]]) -> set[Born]:
    """Few, whose names are left to be compared."""
    met = [day for day in days if day in by_day]
    every: list[str] = []
    for day in met:
        every += by_day[day]
    return set(_at(sorted(places_of_like_letters(key, every, ALIKE)), met, by_day))


def _at(places: Iterable[int], met: Iterable[date], by_day: Mapping[date, list[str]]) -> Iterator[Born]:
    """Which letters stand at these places, in rising order, of all the days' one after the other."""
    days, begin, end = iter(met), 0, 0
    letters: list[str] = []
    for place in places:
        while place >= end:
            day = next(days)
            letters = by_day[day]
            begin, end = end, end + len(letters)
        yield letters[place - begin], day


def _stored(connection: Connection, births: Collection[Born]) -> dict[Born, list[NamedPerson]]:
    people: dict[Born, list[NamedPerson]] = {birth: [] for birth in births}
    for some in in_pieces(births):
        rows = connection.execute(
            NAMED.where(
                tuple_(col(MemberRow.birth_date), col(MemberRow.name_letters)).in_(
                    [(born, letters) for letters, born in some]
                )
            )
        )
        for person in map(named, rows):
            people[letters_of(person.name_key), person.birth_date].append(person)
    return people
