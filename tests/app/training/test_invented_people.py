"""Invented people have numbers as real ones have them, none twice, and come from all over the country."""

from datetime import date

from app.members.kpj import Kpj
from app.members.nik import Nik
from app.members.npp import Npp
from app.training.invented_people import InventedPerson, Series, invented_companies, invented_people

TODAY = date(2026, 11, 20)


def _people(series: Series, count: int = 5_000, seed: int = 1) -> list[InventedPerson]:
    return list(invented_people(series, count, invented_companies(series, 50), TODAY, seed))


def test_every_number_could_be_a_real_one() -> None:
    for person in _people(Series.CROWD):
        nik = person.member.nik
        assert Nik.parse(nik.digits) == nik
        assert nik.agrees_with(person.member.birth_date)
        assert nik.sex is person.member.sex
        assert person.member.address.district == nik.district
        for membership in person.memberships:
            assert membership.kpj is not None
            assert Kpj.parse(membership.kpj.text) == membership.kpj
    for company in invented_companies(Series.CROWD, 50):
        assert Npp.parse(company.npp.text) == company.npp


def test_no_number_comes_twice_even_in_another_series() -> None:
    people = _people(Series.DEMO) + _people(Series.CROWD)
    niks = [person.member.nik for person in people]
    kpjs = [membership.kpj for person in people for membership in person.memberships]
    npps = [company.npp for series in Series for company in invented_companies(series, 500)]
    for numbers in (niks, kpjs, npps):
        assert len(set(numbers)) == len(numbers)


def test_the_same_seed_gives_the_same_people_and_another_seed_others() -> None:
    assert _people(Series.CROWD, 50) == _people(Series.CROWD, 50)
    assert _people(Series.CROWD, 50) != _people(Series.CROWD, 50, seed=2)


def test_they_come_from_many_provinces_and_bear_many_names() -> None:
    people = _people(Series.CROWD)
    assert len({person.member.nik.digits[:2] for person in people}) > 25
    assert len({person.member.name for person in people}) > 3_000
    assert {len(person.member.name.split()) for person in people} >= {1, 2, 3}
    assert max(len(person.member.name) for person in people) <= 60
