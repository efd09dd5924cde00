"""The branch's own reference data for every rule."""

from datetime import date
from pathlib import Path

import pytest

from app.reference import Reference
from app.visit.member_form import MemberForm

REFERENCE = Path(__file__).parents[2] / "resources" / "reference"


@pytest.fixture(scope="session")
def reference() -> Reference:
    return Reference.load(REFERENCE)


@pytest.fixture
def today() -> date:
    return date(2026, 11, 20)


@pytest.fixture
def siti() -> MemberForm:
    """A complete form that no rule objects to but for what the branch knows."""
    return MemberForm(
        nik="3578 0155 0892 0004",
        name="Siti Nur Rahayu",
        birth_place="Surabaya",
        birth_date="15-08-1992",
        sex="female",
        marital_status="married",
        mother_name="Sri Wahyuni",
        address="Jl. Mawar 3",
        province="35",
        regency="3578",
        district="357801",
        postal_code="60221",
        phone="0812 3456 7890",
        email="siti@contoh.id",
        segment="PU",
        npp="13007478",
        company_name="PT Sumber Rejeki Abadi",
        division="000",
        start_date="03112026",
        wage="Rp 4.961.753",
        risk_class="very_low",
    )
