"""A list is looked up as its people would be one by one."""

from datetime import date
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Engine

from app.errors import Problem, RuleBroken
from app.members.duplicates import near_dates
from app.members.kpj import Kpj
from app.members.nik import Nik
from app.ports import Begin
from app.reference import Reference
from db.seed import seed_members
from db.unit_of_work import SqlUnitOfWork
from tests.builders import TODAY, visitors

CROWD = 3_000


@pytest.fixture(scope="module")
def reference() -> Reference:
    return Reference.load(Path(__file__).parents[2] / "resources" / "reference")


@pytest.fixture
def branch(engine: Engine, reference: Reference) -> Begin:
    """Three thousand members born within one year, so that many look alike."""
    seed_members(engine, reference.names.key, CROWD, TODAY)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE member SET birth_date = '1990-' || substr(birth_date, 6)")
    return lambda: SqlUnitOfWork(engine, reference.names.key)


def _one_letter_off(name_key: str, chance: Random) -> str:
    at = chance.randrange(len(name_key))
    return name_key[:at] + chance.choice("AEINRT ") + name_key[at + 1 :]


def test_look_alikes_of_a_list_are_those_of_each_on_it(branch: Begin, reference: Reference) -> None:
    chance = Random(5)
    with branch() as work:
        stored = [work.members.by_id(chance.randrange(CROWD) + 1) for _ in range(150)]
        keys = [reference.names.key(member.name) for member in stored]
        people = {
            (changed, member.birth_date)
            for key, member in zip(keys, stored, strict=True)
            for changed in (key, " ".join(reversed(key.split())), _one_letter_off(key, chance))
        }
        people |= {
            ("", date(1990, 1, 1)),
            ("TIDAK SEORANG PUN", date(1990, 1, 1)),
            ("SITI", date(2090, 1, 1)),
        }
        together = work.lists.alike(people)
        alone = {person: work.members.alike(person[0], near_dates(person[1])) for person in people}
    assert together == {person: found for person, found in alone.items() if found}
    assert sum(map(len, together.values())) > 300


def test_persons_numbers_and_memberships_are_those_of_each(branch: Begin) -> None:
    with branch() as work:
        members = [work.members.by_id(number) for number in range(1, 200)]
        niks = [member.nik for member in members]
        assert work.lists.persons([*niks, Nik("3578014105909999")]) == {each.nik: each for each in members}
        held = {each.id: work.members.memberships_of(each.id) for each in members}
        assert work.lists.memberships(held) == held
        kpjs = [each.kpj for some in held.values() for each in some if each.kpj]
        assert work.lists.kpj_owners([*kpjs, Kpj("99999999999")]) == {
            kpj: work.members.by_kpj(kpj) for kpj in kpjs
        }


def test_a_list_stored_at_once_is_found_by_misspelt_names(branch: Begin) -> None:
    people = [member for member, _ in visitors(30)]
    with branch() as work:
        stored = work.members.add_all(people)
        work.commit()
    with branch() as work:
        assert [work.members.by_id(each.id) for each in stored] == list(stored)
        name = people[0].name
        found = work.members.with_name_like(name[:2] + name[3:], 20)
    assert people[0].nik in {person.nik for person in found}


def test_a_list_with_somebody_stored_before_is_refused_whole(branch: Begin) -> None:
    people = [member for member, _ in visitors(3)]
    with branch() as work:
        work.members.add(people[2])
        work.commit()
    with branch() as work, pytest.raises(RuleBroken) as refused:
        work.members.add_all(people)
    assert refused.value.problem is Problem.NIK_ALREADY_STORED
    with branch() as work:
        assert work.members.by_nik(people[0].nik) is None
