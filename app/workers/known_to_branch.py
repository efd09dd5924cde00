"""What the branch's database knows of everyone on a list: the same as the counter asks of one form."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.members.duplicates import PossibleDuplicate, possible_duplicates
from app.members.names import NameRules
from app.members.nik import Nik
from app.ports import UnitOfWork
from app.visit.read_form import ReadForm
from app.workers.knowledge import Knowledge


def known_to_branch(
    work: UnitOfWork, read: Sequence[ReadForm], names: NameRules, on: date, same_company_days: int
) -> Knowledge:
    niks = {each.nik for each in read if each.nik is not None}
    kpjs = {each.work.kpj for each in read if each.work.kpj is not None}
    npps = {each.work.npp for each in read if each.work.npp is not None}
    persons = work.lists.persons(niks)
    memberships = work.lists.memberships([person.id for person in persons.values()])
    every = [membership.id for some in memberships.values() for membership in some]
    companies = {npp: work.companies.by_npp(npp) for npp in npps}
    new = {
        (each.nik, each.person.birth_date, names.key(each.person.name))
        for each in read
        if each.nik is not None
        and each.nik not in persons
        and each.person.birth_date is not None
        and each.person.name is not None
    }
    return Knowledge(
        block=work.number_blocks.level(),
        persons=persons,
        memberships=memberships,
        kpj_owners=work.lists.kpj_owners(kpjs),
        numbers_ahead=work.lists.numbers_ahead(kpjs),
        companies={npp: company for npp, company in companies.items() if company is not None},
        look_alikes=_look_alikes(work, new),
        good_cards=work.lists.good_cards(every, on - timedelta(days=same_company_days)),
        same_company_days=same_company_days,
    )


def _look_alikes(
    work: UnitOfWork, people: set[tuple[Nik, date, str]]
) -> dict[tuple[Nik, date, str], tuple[PossibleDuplicate, ...]]:
    alike = work.lists.alike({(name_key, born) for _, born, name_key in people})
    met = [each for each in people if (each[2], each[1]) in alike]
    decided = work.lists.decisions({nik for nik, _, _ in met})
    found = {}
    for nik, born, name_key in met:
        candidates = alike[name_key, born]
        matches = possible_duplicates(nik, name_key, born, candidates, decided.get(nik, ()))
        if matches:
            found[nik, born, name_key] = matches
    return found
