"""The demo branch: invented officers, companies and members to try every step of the counter on."""

from dataclasses import replace
from datetime import datetime, timedelta

from app.cards.card_stock import BlankMovement, StockMove
from app.cards.number_block import NumberBlock
from app.members.nik import Nik
from app.ports import Begin, UnitOfWork
from app.training.invented_people import InventedPerson, Series, invented_companies, invented_people
from app.trust.officer import Officer, Role

OFFICERS = (
    Officer("Rina Pratiwi", Role.FRONTLINER),
    Officer("Budi Santoso", Role.CARD_OPERATOR),
    Officer("Sri Wahyuni", Role.SUPERVISOR),
    Officer("Agus Wijaya", Role.ADMINISTRATOR),
    Officer("Dewi Lestari", Role.SCREENING),
)
COMPANIES, MEMBERS, _BLANKS = 12, 300, 50
# above all numbers of the invented members, who end at digit 8 of the third place
_BLOCK = NumberBlock(first=26_900_000_001, last=26_900_000_500, next=26_900_000_001)
_DECEASED, _WITHOUT_NUMBER, _TWIN = 60, 25, 50  # every how many members one of them comes


def create_demo_branch(begin: Begin, now: datetime, counter: str) -> None:
    """All of it in one change; nothing happens in a branch that has officers already."""
    with begin() as work:
        if work.officers.all():
            return
        officers = [work.officers.add(officer) for officer in OFFICERS]
        companies = invented_companies(Series.DEMO, COMPANIES)
        for company in companies:
            work.companies.add(company)
        for running, person in enumerate(invented_people(Series.DEMO, MEMBERS, companies, now.date()), 1):
            _store(work, _varied(person, running, now))
            if running % _TWIN == 0:
                _store(work, _twin(person))
        work.number_blocks.add(_BLOCK)
        work.stock.add(BlankMovement(counter, StockMove.OPENING, _BLANKS, now, officers[0].id))
        work.commit()


def _store(work: UnitOfWork, person: InventedPerson) -> None:
    member = work.members.add(person.member)
    for membership in person.memberships:
        work.members.add_membership(replace(membership, member_id=member.id))


def _varied(person: InventedPerson, running: int, now: datetime) -> InventedPerson:
    if running % _DECEASED == 0:
        died = now.date() - timedelta(running)
        return replace(person, member=replace(person.member, deceased_on=died))
    if running % _WITHOUT_NUMBER == 0:
        first, *others = person.memberships
        return replace(person, memberships=(replace(first, kpj=None), *others))
    return person


def _twin(person: InventedPerson) -> InventedPerson:
    """The same person, as it seems, under another NIK and with a letter left out: for step 3 to find."""
    member = person.member
    nik = Nik(f"{member.nik.digits[:-4]}{int(member.nik.digits[-4:]) + 100:04d}")
    without = replace(person.memberships[0], kpj=None)
    return InventedPerson(replace(member, nik=nik, name=member.name[:-2] + member.name[-1]), (without,))
