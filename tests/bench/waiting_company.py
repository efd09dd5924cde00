"""A company that waits for its cards longer than any other of the demo branch."""

from dataclasses import replace
from datetime import date
from itertools import islice

from app.ports import Begin
from app.training.invented_people import InventedPerson, Series, invented_companies, invented_people


def company_waits(begin: Begin, workers: int) -> None:
    """Stored with so many workers, each with a number and without a card."""
    [company] = invented_companies(Series.CROWD, 1)
    with begin() as work:
        work.companies.add(company)
        people = invented_people(Series.CROWD, 2 * workers, [company], date(2026, 11, 20))
        for person in islice(filter(_gets_a_card, people), workers):
            member = work.members.add(person.member)
            membership = replace(
                person.memberships[0],
                member_id=member.id,
                npp=company.npp,
                company_name=company.name,
                start_date=date(2015, 1, 5),
            )
            work.members.add_membership(membership)
        work.commit()


def _gets_a_card(person: InventedPerson) -> bool:
    membership = person.memberships[0]
    return membership.kpj is not None and membership.ended_on is None and person.member.deceased_on is None
