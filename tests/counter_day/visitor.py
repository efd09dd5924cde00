"""An invented visitor as the officer meets them: what stands on the papers they put on the counter."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Visitor:
    """Each text as an officer types it: dates as ``ddmmyyyy``, the district so far that the list names it."""

    nik: str
    name: str
    birth_place: str
    mother_name: str
    street: str
    district: str
    village: str
    postal_code: str
    phone: str
    npp: str
    start_date: str
    wage: str


SITI = Visitor(
    nik="3578015508920004",
    name="SITI NUR RAHAYU",
    birth_place="SURABAYA",
    mother_name="SRI WAHYUNI",
    street="JL MELATI 5",
    district="karang pil",
    village="KEBRAON",
    postal_code="60221",
    phone="081234567890",
    npp="17000000",
    start_date="03112026",
    wage="4961753",
)
"""Works for the demo branch's first company."""

KETUT = Visitor(
    nik="5171010307950002",
    name="I KETUT ARTAWAN",
    birth_place="DENPASAR",
    mother_name="NI LUH SARI",
    street="JL KENANGA 12",
    district="denpasar sel",
    village="SESETAN",
    postal_code="80223",
    phone="081987654321",
    npp="17000007",
    start_date="01112026",
    wage="3250000",
)
