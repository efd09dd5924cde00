"""Fill a database with a whole branch's members at once, to see whether it stays quick."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice

from sqlalchemy import Connection, Engine, func, select
from sqlmodel import col

from app.errors import Problem, RuleBroken
from app.training.invented_people import InventedPerson, Series, invented_companies, invented_people
from db.engine import AlreadyStored, shrink_log, without_indexes
from db.insert_many import insert_many
from db.search import indexed_at_once
from db.stores.companies import company_values
from db.stores.members import member_values, membership_values
from db.tables import CompanyRow, MemberRow, MembershipRow

_AT_ONCE = 1_000
_ONE_IN = 100
"""One member in so many still waits for a card."""


def seed_members(engine: Engine, name_key: Callable[[str], str], count: int, today: date) -> None:
    """Add ``count`` invented members, one company for every hundred, all of them or none.

    ``RuleBroken(NIK_ALREADY_STORED)`` in a database that was seeded before.
    """
    companies = invented_companies(Series.CROWD, max(12, count // 100))
    people = invented_people(Series.CROWD, count, companies, today)
    try:
        with engine.begin() as connection:
            insert_many(connection, CompanyRow, [company_values(company) for company in companies])
            with without_indexes(connection, "member", "membership"), indexed_at_once(connection):
                _add(connection, people, name_key)
    except AlreadyStored as error:
        raise RuleBroken(Problem.NIK_ALREADY_STORED) from error
    shrink_log(engine)


def _add(connection: Connection, people: Iterator[InventedPerson], name_key: Callable[[str], str]) -> None:
    member_id = connection.scalar(select(func.coalesce(func.max(col(MemberRow.id)), 0))) or 0
    while some := list(islice(people, _AT_ONCE)):
        members, memberships = [], []
        for person in some:
            member_id += 1
            members.append({"id": member_id, **member_values(person.member, name_key(person.member.name))})
            memberships += [
                {
                    **membership_values(membership),
                    "member_id": member_id,
                    "has_card": member_id % _ONE_IN != 0,
                }
                for membership in person.memberships
            ]
        insert_many(connection, MemberRow, members)
        insert_many(connection, MembershipRow, memberships)
