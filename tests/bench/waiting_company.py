"""A company that waits for its cards longer than any other of the demo branch."""

from dataclasses import replace
from datetime import date

from app.ports import Begin
from app.training.invented_people import Series, invented_companies, invented_people


def company_waits(begin: Begin, workers: int) -> None:
    """Stored with so many workers, each with a number and without a card."""
    [company] = invented_companies(Series.CROWD, 1)
    with begin() as work:
        work.companies.add(company)
        for person in invented_people(Series.CROWD, workers, [company], date(2026, 11, 20)):
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
