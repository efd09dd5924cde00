"""The demo branch: invented officers, companies and members to try every step of the counter on."""

from dataclasses import replace
from datetime import datetime, timedelta

from app.cards.number_block import NumberBlock
from app.cards.shift import Shift
from app.members.nik import Nik
from app.ports import UnitOfWork, Vault
from app.training.invented_people import InventedPerson, Series, invented_companies, invented_people
from app.trust.journal import Action, Entry
from app.trust.officer import Officer, Role
from db.before_sign_in import DEMO_PASSWORD

ADMINISTRATOR = Officer("Agus Wijaya", Role.ADMINISTRATOR)
OFFICERS = (
    Officer("Rina Pratiwi", Role.FRONTLINER),
    Officer("Budi Santoso", Role.CARD_OPERATOR),
    Officer("Sri Wahyuni", Role.SUPERVISOR),
    Officer("Dewi Lestari", Role.SCREENING),
)
COMPANIES, MEMBERS, _BLANKS = 12, 300, 50
# above all numbers of the invented members, who end at digit 8 of the third place
_BLOCK = NumberBlock(first=26_900_000_001, last=26_900_000_500, next=26_900_000_001)
_DECEASED, _WITHOUT_NUMBER, _TWIN = 60, 25, 50  # every how many members one of them comes


def found_demo_branch(vault: Vault, now: datetime, counter: str) -> str:
    """Gives the recovery code; the database stands open afterwards."""
    officers: list[Officer] = []

    def begun(work: UnitOfWork, administrator: Officer) -> None:
        work.journal.add(Entry(now, administrator.id, Action.BRANCH_FOUNDED))
        officers.extend(invent_branch(work, administrator, now, counter))

    code = vault.found(ADMINISTRATOR, DEMO_PASSWORD, begun)
    for officer in officers:
        vault.set_password(officer, DEMO_PASSWORD, one_time=False)
    return code


def invent_branch(
    work: UnitOfWork, administrator: Officer, now: datetime, counter: str
) -> tuple[Officer, ...]:
    """Its companies, members, numbers and blanks, and all officers but the administrator, who is there."""
    officers = tuple(work.officers.add(officer) for officer in OFFICERS)
    companies = invented_companies(Series.DEMO, COMPANIES)
    for company in companies:
        work.companies.add(company)
    for running, person in enumerate(invented_people(Series.DEMO, MEMBERS, companies, now.date()), 1):
        _store(work, _varied(person, running, now))
        if running % _TWIN == 0:
            _store(work, _twin(person))
    work.number_blocks.add(_BLOCK)
    work.stock.open_shift(Shift(counter, _BLANKS, administrator.id, now))
    return officers


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
