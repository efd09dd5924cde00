"""Invented companies, people and memberships: the same seed always gives the same branch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from random import Random

from app.companies.company import Company
from app.members.kpj import Kpj
from app.members.member import Address, MaritalStatus, Member
from app.members.membership import Membership, Programme, RiskClass, Segment
from app.members.nik import Nik, Sex
from app.members.npp import Npp
from app.training.name_parts import SYLLABLES, NameParts, words
from app.training.places import PLACES, Place

_FIRST_BIRTH = date(1958, 1, 1)
_BIRTHS = 365 * 50
_SERIALS = 250
_SCATTERED = 3_571_429  # shares no factor with ten million: numbers look drawn, and none comes twice
_OF_WAGE_EARNERS = frozenset(Programme)
_OF_SELF_EMPLOYED = frozenset({Programme.JKK, Programme.JKM})
_OLD_SPELLING = (("U", "OE"), ("Y", "J"), ("C", "TJ"), ("I", "Y"), ("K", "C"), ("T", "TT"))
_LEGAL_FORMS = ("PT", "PT", "PT", "CV", "UD", "KOPERASI", "YAYASAN")
_COMPANY_WORDS = words("""
    Sinar Karya Mitra Surya Bumi Cahaya Tirta Jaya Makmur Abadi Sentosa Nusantara Mandiri Utama
    Perkasa Lestari Samudra Harapan Sejahtera Prima Gemilang Bahari Kencana Persada Sukses Anugerah
    Berkah Citra Dharma Graha
""")
_TRADES = words("""
    Tekstil Logistik Konstruksi Farma Pangan Elektronik Medika Plastik Baja Perikanan Busana
    Transport Kimia Kayu Properti Sawit Otomotif Percetakan Garmen Retail
""")
_STREETS = words("""
    MELATI MAWAR DIPONEGORO SUDIRMAN KARTINI PAHLAWAN VETERAN RAYA POS KENANGA
""")
_COACHES = ("Nurul Aini", "Bayu Prakoso", "Ratna Juwita", "Yusuf Maulana")


@dataclass(frozen=True, slots=True)
class InventedPerson:
    """``memberships`` carry no member number yet: the store gives it."""

    member: Member
    memberships: tuple[Membership, ...]


class Series(IntEnum):
    """People and companies of different series share no number, whatever their seeds."""

    DEMO = 0
    CROWD = 1


def invented_companies(series: Series, count: int, seed: int = 1) -> tuple[Company, ...]:
    chance = Random(f"companies {series} {seed}")
    return tuple(_company(chance, f"{17 + series}{running * 7:06d}") for running in range(count))


def invented_people(
    series: Series, count: int, companies: Sequence[Company], today: date, seed: int = 1
) -> Iterator[InventedPerson]:
    """``count`` people of different NIK and KPJ, from all over the country, about one in eight inactive."""
    chance = Random(f"people {series} {seed}")
    places = chance.choices(range(len(PLACES)), [place.share for place in PLACES], k=count)
    # as at the register: the serial counts the births of one day, sex and district
    serials = bytearray(len(PLACES) * _BIRTHS * 2)
    for running, at in enumerate(places):
        while True:
            born, woman = int(chance.random() * _BIRTHS), chance.random() < 0.44
            cell = (at * _BIRTHS + born) * 2 + woman
            if serials[cell] < _SERIALS:
                break
        serials[cell] += 1
        serial = series * _SERIALS + serials[cell]
        member = _member(chance, PLACES[at], _FIRST_BIRTH + timedelta(born), woman, serial)
        number = f"{series}{running * _SCATTERED % 10_000_000:07d}"
        memberships = _memberships(chance, number, companies, today)
        yield InventedPerson(member, tuple(memberships))


def _member(chance: Random, place: Place, born: date, woman: bool, serial: int) -> Member:
    day = born.day + (40 if woman else 0)
    return Member(
        nik=Nik(f"{place.district}{day:02d}{born.month:02d}{born.year % 100:02d}{serial:04d}"),
        name=_name(chance, place.names, woman),
        birth_date=born,
        sex=Sex.FEMALE if woman else Sex.MALE,
        birth_place=place.town,
        marital_status=MaritalStatus.MARRIED if born.year < 1998 else MaritalStatus.SINGLE,
        mother_name=_common(chance, place.names.women),
        family_card=f"{place.district}{1 + int(chance.random() * 28):02d}0715{serial:04d}",
        address=Address(
            street=f"JL. {_common(chance, _STREETS)} NO. {int(chance.random() * 200) + 1}",
            district=place.district,
        ),
        phone=f"+6281{int(chance.random() * 900_000_000) + 100_000_000}",
    )


def _name(chance: Random, parts: NameParts, woman: bool) -> str:
    first, last = (parts.women, parts.last_women) if woman else (parts.men, parts.last_men)
    shape = chance.random()
    name = [_common(chance, first if shape < 0.94 else last)]
    if shape > 0.06:
        name.append(_rare(chance) if chance.random() < 0.07 else _common(chance, last))
    if shape > 0.60 and name[0] != (second := _common(chance, first)):
        name.insert(1, second)
    if chance.random() < 0.03:
        old, other = _OLD_SPELLING[int(chance.random() * len(_OLD_SPELLING))]
        name[-1] = name[-1].replace(old, other, 1)
    return " ".join(name)


def _common(chance: Random, parts: Sequence[str]) -> str:
    """Squaring makes the front of the list frequent, as some names are."""
    return parts[int(chance.random() ** 2 * len(parts))]


def _rare(chance: Random) -> str:
    return "".join(SYLLABLES[int(chance.random() * len(SYLLABLES))] for _ in range(3))


def _memberships(
    chance: Random, running: str, companies: Sequence[Company], today: date
) -> Iterator[Membership]:
    ended = None
    if chance.random() < 0.12:  # an earlier employer
        ended = today - timedelta(200 + int(chance.random() * 1500))
        yield _membership(chance, f"1{running}", companies, ended - timedelta(700), ended)
        if chance.random() < 0.5:  # and none since
            return
    start = today - timedelta(30 + int(chance.random() * 3600))
    gone = chance.random() < 0.06
    yield _membership(chance, f"0{running}", companies, ended or start, today if gone else None)


def _membership(
    chance: Random, running: str, companies: Sequence[Company], start: date, ended: date | None
) -> Membership:
    year = f"{start.year % 100:02d}"
    # the oldest numbers, of Jamsostek's days, carry a letter
    kpj = Kpj(f"{year}J{running[1:]}" if chance.random() < 0.004 and running[0] == "0" else year + running)
    if chance.random() < 0.15 or not companies:
        return Membership(
            segment=Segment.BPU,
            programmes=_OF_SELF_EMPLOYED,
            start_date=start,
            kpj=kpj,
            wage=1_000_000 + int(chance.random() * 30) * 100_000,
            ended_on=ended,
        )
    company = _common_company(chance, companies)
    return Membership(
        segment=Segment.PU,
        programmes=_OF_WAGE_EARNERS,
        start_date=start,
        kpj=kpj,
        npp=company.npp,
        company_name=company.name,
        division=company.division,
        wage=2_500_000 + int(chance.random() ** 2 * 120) * 100_000,
        risk_class=company.risk_class,
        ended_on=ended,
    )


def _common_company(chance: Random, companies: Sequence[Company]) -> Company:
    return companies[int(chance.random() ** 2 * len(companies))]


def _company(chance: Random, npp: str) -> Company:
    first, second = chance.sample(_COMPANY_WORDS, 2)
    name = f"{chance.choice(_LEGAL_FORMS)} {first} {second} {chance.choice(_TRADES)}"
    town = chance.choice(PLACES[:3]).town
    return Company(
        npp=Npp(npp),
        name=name.upper(),
        risk_class=chance.choice(tuple(RiskClass)),
        relationship_officer=chance.choice(_COACHES),
        email=f"hrd@{first}{second}{npp}.example".lower(),
        address=f"JL. {chance.choice(_STREETS)} NO. {int(chance.random() * 200) + 1}, {town}",
    )
