"""A person is found by a name as visitors say it and officers type it."""

from dataclasses import replace

import pytest

from app.members.member import Member
from app.members.nik import Nik
from app.ports import Begin

NAMES = (
    "SITI RAHMAWATI",
    "SITI NURHAYATI",
    "SITI NUR AZIZAH",
    "SRI RAHAYU",
    "MUHAMMAD FAJAR HIDAYAT",
    "AGUS HIDAYAT",
    "AGUS SETIAWAN",
    "NI LUH AYU",
    "BUDI",
    "NUR'AINI",
)


@pytest.fixture(autouse=True)
def _people(begin: Begin, siti: Member) -> None:
    with begin() as work:
        for number, name in enumerate(NAMES, 1):
            work.members.add(replace(siti, name=name, nik=Nik(f"357801410590{number:04d}")))
        work.commit()


def _first(begin: Begin, typed: str) -> str | None:
    with begin() as work:
        found = work.members.with_name_like(typed, 5)
    return found[0].name if found else None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("siti rahmawati", "SITI RAHMAWATI"),
        ("SITI RAHMAWTAI", "SITI RAHMAWATI"),  # two letters swapped
        ("SIT RAHMAWATI", "SITI RAHMAWATI"),  # one left out
        ("SITTI RACHMAWATI", "SITI RAHMAWATI"),  # one too many, in both words
        ("SITY RAHMAWATI", "SITI RAHMAWATI"),  # one mistaken
        ("RAHMAWATI SITI", "SITI RAHMAWATI"),  # out of order
        ("SITI RAHMAW", "SITI RAHMAWATI"),  # only begun
        ("SITI NUR HAYATI", "SITI NURHAYATI"),  # written apart
        ("SRY RAHAYU", "SRI RAHAYU"),  # a short word misspelt
        ("FAJAR HIDAYAT", "MUHAMMAD FAJAR HIDAYAT"),  # a word left out
        ("AGUS BUDI SETIAWAN", "AGUS SETIAWAN"),  # a word too many
        ("AGUS HIDAYAT", "AGUS HIDAYAT"),
        ("BUDDI", "BUDI"),
        ("NUR'AINI", "NUR'AINI"),
        ("ni luh", "NI LUH AYU"),
    ],
)
def test_the_person_meant_stands_first(begin: Begin, typed: str, meant: str) -> None:
    assert _first(begin, typed) == meant


@pytest.mark.parametrize("typed", ["", "   ", '"', "' OR 1=1 --", "NEAR(", "*", "😀", "X" * 20_000, "QWXZ"])
def test_what_is_no_name_finds_nobody_and_breaks_nothing(begin: Begin, typed: str) -> None:
    assert _first(begin, typed) is None


def test_no_more_people_come_than_asked_for(begin: Begin) -> None:
    with begin() as work:
        assert len(work.members.with_name_like("SITI", 2)) == 2


def test_a_person_of_an_abandoned_change_is_not_found(begin: Begin, siti: Member) -> None:
    with begin() as work:
        work.members.add(replace(siti, name="ZULFIKAR HARAHAP", nik=Nik("3578014105909999")))
    assert _first(begin, "ZULFIKAR") is None
