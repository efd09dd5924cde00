"""A real encrypted file per test; the store tests ask for ``engine`` and know nothing more of it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.companies.company import Company
from app.members.kpj import Kpj
from app.members.member import Address, Member
from app.members.membership import Membership, Programme, RiskClass, Segment
from app.members.nik import Nik, Sex
from app.members.npp import Npp
from app.ports import Begin
from app.trust.officer import Officer, Role
from app.visit.visit import Visit
from db.engine import open_database
from db.keys import DatabaseKey
from db.migrate import bring_up_to_date
from db.unit_of_work import SqlUnitOfWork

WIB = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=WIB)
TODAY = NOW.date()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "loket.db"


@pytest.fixture
def key() -> DatabaseKey:
    return DatabaseKey.drawn()


@pytest.fixture
def engine(file: Path, key: DatabaseKey) -> Iterator[Engine]:
    engine = open_database(file, key)
    bring_up_to_date(engine, key, file.parent / "salinan")
    yield engine
    engine.dispose()


@pytest.fixture
def begin(engine: Engine) -> Begin:
    return lambda: SqlUnitOfWork(engine, str.upper)


@pytest.fixture
def rina(begin: Begin) -> Officer:
    with begin() as work:
        officer = work.officers.add(Officer("Rina Pratiwi", Role.FRONTLINER))
        work.commit()
    return officer


@pytest.fixture
def siti() -> Member:
    return Member(
        nik=Nik("3578014105900001"),
        name="SITI RAHMAWATI",
        birth_date=date(1990, 5, 1),
        sex=Sex.FEMALE,
        birth_place="SURABAYA",
        mother_name="AMINAH",
        address=Address("JL. MELATI NO. 4", "KEDURUS", "357801", "60223"),
        phone="+6281234567890",
    )


@pytest.fixture
def textile_mill() -> Company:
    return Company(Npp("17000001"), "PT SINAR LAUT TEKSTIL", risk_class=RiskClass.MEDIUM)


@pytest.fixture
def store(begin: Begin) -> Callable[..., Membership]:
    """Store a member with one membership: ``store(member, kpj="…", npp="…", company_name="…")``."""

    def store(
        member: Member, kpj: str | None = "26004187326", npp: str | None = None, company_name: str = ""
    ) -> Membership:
        with begin() as work:
            known = work.members.by_nik(member.nik) or work.members.add(member)
            membership = work.members.add_membership(
                Membership(
                    segment=Segment.PU if npp else Segment.BPU,
                    programmes=frozenset({Programme.JKK, Programme.JKM}),
                    start_date=date(2026, 11, 1),
                    kpj=Kpj(kpj) if kpj else None,
                    npp=Npp(npp) if npp else None,
                    company_name=company_name,
                    wage=4_725_479,
                    member_id=known.id,
                )
            )
            work.commit()
        return membership

    return store


@pytest.fixture
def visit(begin: Begin, rina: Officer) -> Visit:
    with begin() as work:
        opened = work.visits.open(Visit("", "Loket 1", rina.id, NOW, stage_since=NOW))
        work.commit()
    return opened
