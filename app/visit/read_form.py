"""Read form F1A: every text becomes a value or a blocking finding, and nothing is half read."""

import re
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TypeVar

from app.errors import InputRejected
from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.family_card import FamilyCard
from app.members.kpj import Kpj
from app.members.member import Address, MaritalStatus, Member
from app.members.membership import Membership, Programme, RiskClass, Segment
from app.members.names import read_name, read_text
from app.members.nik import OLDEST, YOUNGEST, Nik, Sex
from app.members.npp import Npp
from app.members.npwp import Npwp
from app.members.phone import Phone
from app.members.read_date import read_date
from app.members.regions import DISTRICT, PROVINCE, REGENCY, Regions
from app.reference import Reference
from app.services.contribution import Contribution, Due, Rates
from app.visit.member_form import KpjSource, MemberForm
from app.visit.read_wage import read_wage

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)

WITH_COMPANY = frozenset({Segment.PU, Segment.JAKON})
"""Their employer registers and pays: the company belongs on the form."""

WITH_WAGE = WITH_COMPANY | {Segment.BPU}
"""Their contribution is counted from a wage, or from the income the self-employed state."""

ON_PAPER = frozenset(
    {
        MemberField.NIK,
        MemberField.NAME,
        MemberField.BIRTH_PLACE,
        MemberField.BIRTH_DATE,
        MemberField.SEX,
        MemberField.MOTHER_NAME,
        MemberField.ADDRESS,
        MemberField.DISTRICT,
        MemberField.PHONE,
        MemberField.SEGMENT,
        MemberField.NPP,
        MemberField.START_DATE,
        MemberField.WAGE,
        MemberField.KPJ,
    }
)
"""What form F1A cannot do without; a company's list has no place for some of it."""

_LONGEST = {
    MemberField.BIRTH_PLACE: 60,
    MemberField.ADDRESS: 200,
    MemberField.VILLAGE: 60,
    MemberField.POSTAL_CODE: 10,
    MemberField.EMAIL: 120,
    MemberField.COMPANY_NAME: 100,
    MemberField.DIVISION: 10,
    MemberField.EMPLOYEE_NUMBER: 30,
}
_TOO_LONG = {MemberField.DIVISION: FindingCode.DIVISION_TOO_LONG}
_REGION_DIGITS = {
    MemberField.PROVINCE: PROVINCE,
    MemberField.REGENCY: REGENCY,
    MemberField.DISTRICT: DISTRICT,
}
_LONGEST_CAREER = 60  # years a start date of two digits may lie back


@dataclass(frozen=True, slots=True)
class PersonRead:
    """Each part is None where its field is empty or cannot be read."""

    nik: Nik | None
    name: str | None
    birth_place: str | None
    birth_date: date | None
    sex: Sex | None
    marital_status: MaritalStatus | None
    mother_name: str | None
    family_card: FamilyCard | None
    npwp: Npwp | None
    street: str | None
    district: str | None
    village: str | None
    postal_code: str | None
    phone: Phone | None
    email: str | None


@dataclass(frozen=True, slots=True)
class MembershipRead:
    """As :class:`PersonRead`; ``programmes`` are the segment's mandatory ones where none were chosen."""

    segment: Segment | None
    npp: Npp | None
    company_name: str | None
    division: str | None
    employee_number: str | None
    start_date: date | None
    wage: int | None
    risk_class: RiskClass | None
    programmes: frozenset[Programme]
    kpj_source: KpjSource | None
    kpj: Kpj | None


@dataclass(frozen=True, slots=True)
class ReadForm:
    """``person_whole`` and ``work_whole``: every field of theirs can be accepted.

    ``birth_dates``, ``sex`` and ``region`` are what the NIK says; ``region`` is None for a code that is
    not in use today. ``dues`` are the rates of the day the form was read.
    """

    findings: tuple[Finding, ...]
    person: PersonRead
    work: MembershipRead
    person_whole: bool
    work_whole: bool
    birth_dates: tuple[date, ...]
    sex: Sex | None
    region: str | None
    dues: tuple[Due, ...]

    @property
    def nik(self) -> Nik | None:
        return self.person.nik

    @property
    def member(self) -> Member | None:
        """None as long as a field of theirs cannot be accepted."""
        return _member(self.person) if self.person_whole else None

    @property
    def membership(self) -> Membership | None:
        """As :attr:`member`."""
        return _membership(self.work) if self.work_whole else None

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """What is due from ``wage``."""
        return tuple(due.of(self.work.wage or 0) for due in self.dues)


def read_form(
    form: MemberForm, on: date, reference: Reference, needed: Set[MemberField] = ON_PAPER
) -> ReadForm:
    """Read every field; each one that is ``needed`` and missing, or cannot be read, is a ``block`` finding.

    Required as on paper: NIK, name, birth place and date, sex, mother's name, address with district,
    phone, segment, start date; NPP where an employer pays, wage or income where the contribution is
    counted from it; a KPJ that is said to be issued.
    """
    on_person, on_work = _Fields(form, needed), _Fields(form, needed)
    person = _read_person(on_person, on, reference.regions)
    work = _read_work(on_work, on, reference.rates)
    return ReadForm(
        findings=in_field_order((*on_person.findings, *on_work.findings)),
        person=person,
        work=work,
        person_whole=not on_person.findings,
        work_whole=not on_work.findings,
        birth_dates=person.nik.birth_dates(on) if person.nik else (),
        sex=person.nik.sex if person.nik else None,
        region=reference.regions.describe(person.nik.district) if person.nik else None,
        dues=_dues(work, on, reference.rates),
    )


def suggestions(form: MemberForm, on: date) -> dict[str, str]:
    """What the NIK fills in fields that are still empty: the birth date, where only one fits, and the sex."""
    try:
        nik = Nik.parse(form.nik)
    except InputRejected:
        return {}
    told = {}
    dates = nik.birth_dates(on)
    if not form.birth_date.strip() and len(dates) == 1:
        told[MemberField.BIRTH_DATE.value] = f"{dates[0]:%d-%m-%Y}"
    if not form.sex:
        told[MemberField.SEX.value] = nik.sex.value
    return told


def in_field_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """In the order of the paper; what concerns no single field comes first."""
    found = tuple(findings)
    return found if len(found) < 2 else tuple(sorted(found, key=_place_on_paper))


def _place_on_paper(finding: Finding) -> int:
    return -1 if finding.field is None else _ON_THE_PAPER[finding.field]


_ON_THE_PAPER = {field: place for place, field in enumerate(MemberField)}


class _Fields:
    """The form's texts, and the findings of those that could not be read."""

    def __init__(self, form: MemberForm, needed: Set[MemberField]) -> None:
        self._form = form
        self._needed = needed
        self.findings: list[Finding] = []

    def read(self, field: MemberField, parse: Callable[[str], T], *, required: bool = False) -> T | None:
        """The field's value; None when it is empty or when ``parse`` rejects it."""
        typed: str = getattr(self._form, field)
        if not typed or typed.isspace():
            if required and field in self._needed:
                self.reject(field, FindingCode.REQUIRED)
            return None
        try:
            return parse(typed)
        except InputRejected as rejected:
            self.reject(field, rejected.code, **rejected.facts)
            return None

    def reject(self, field: MemberField, code: FindingCode, **facts: str) -> None:
        self.findings.append(Finding(code, Severity.BLOCK, field, facts))

    def text(self, field: MemberField, *, required: bool = False) -> str | None:
        if not required and not getattr(self._form, field):
            return None
        return self.read(field, lambda typed: _short_text(typed, field), required=required)

    def name(self, field: MemberField) -> str | None:
        return self.read(field, lambda typed: read_name(typed, field), required=True)

    def choice(self, field: MemberField, of: type[Choice], *, required: bool = False) -> Choice | None:
        if not required and not getattr(self._form, field):
            return None
        return self.read(field, lambda typed: _chosen(typed, of, field), required=required)

    def day(self, field: MemberField, earliest: date, latest: date) -> date | None:
        return self.read(field, lambda typed: read_date(typed, field, earliest, latest), required=True)

    def kpj_source(self) -> KpjSource | None:
        try:
            return KpjSource(self._form.kpj_source)
        except ValueError:
            self.reject(MemberField.KPJ, FindingCode.CHOICE_UNKNOWN)
        return None


def _read_person(fields: _Fields, on: date, regions: Regions) -> PersonRead:
    return PersonRead(
        nik=fields.read(MemberField.NIK, Nik.parse, required=True),
        name=fields.name(MemberField.NAME),
        birth_place=fields.read(MemberField.BIRTH_PLACE, _place, required=True),
        birth_date=fields.day(
            MemberField.BIRTH_DATE, date(on.year - OLDEST, 1, 1), date(on.year - YOUNGEST, 12, 31)
        ),
        sex=fields.choice(MemberField.SEX, Sex, required=True),
        marital_status=fields.choice(MemberField.MARITAL_STATUS, MaritalStatus),
        mother_name=fields.name(MemberField.MOTHER_NAME),
        family_card=fields.read(MemberField.FAMILY_CARD, FamilyCard.parse),
        npwp=fields.read(MemberField.NPWP, Npwp.parse),
        street=fields.text(MemberField.ADDRESS, required=True),
        district=_read_district(fields, regions),
        village=fields.text(MemberField.VILLAGE),
        postal_code=fields.text(MemberField.POSTAL_CODE),
        phone=fields.read(MemberField.PHONE, Phone.parse, required=True),
        email=fields.text(MemberField.EMAIL),
    )


def _read_district(fields: _Fields, regions: Regions) -> str | None:
    """The district; the province and the regency on the form must be the ones above it."""
    district = fields.read(
        MemberField.DISTRICT, lambda typed: _region(typed, MemberField.DISTRICT, regions), required=True
    )
    for field in (MemberField.PROVINCE, MemberField.REGENCY):
        above = fields.read(field, partial(_region, field=field, regions=regions))
        if above and district and not district.startswith(above):
            fields.reject(field, FindingCode.REGION_UNKNOWN, region=above)
    return district


def _region(typed: str, field: MemberField, regions: Regions) -> str:
    code = typed.strip()
    if len(code) != _REGION_DIGITS[field] or regions.name(code) is None:
        raise InputRejected(field, FindingCode.REGION_UNKNOWN, region=code)
    return code


def _read_work(fields: _Fields, on: date, rates: Rates) -> MembershipRead:
    segment = fields.choice(MemberField.SEGMENT, Segment, required=True)
    employed = segment in WITH_COMPANY
    source = fields.kpj_source()
    return MembershipRead(
        segment=segment,
        npp=fields.read(MemberField.NPP, Npp.parse, required=employed),
        company_name=fields.text(MemberField.COMPANY_NAME),
        division=fields.text(MemberField.DIVISION),
        employee_number=fields.text(MemberField.EMPLOYEE_NUMBER),
        start_date=fields.day(
            MemberField.START_DATE, date(on.year - _LONGEST_CAREER, 1, 1), date(on.year + 1, 12, 31)
        ),
        wage=fields.read(MemberField.WAGE, read_wage, required=segment in WITH_WAGE),
        risk_class=fields.choice(MemberField.RISK_CLASS, RiskClass),
        programmes=_read_programmes(fields, segment, rates),
        kpj_source=source,
        kpj=fields.read(MemberField.KPJ, Kpj.parse, required=True) if source is KpjSource.TYPED else None,
    )


def _read_programmes(fields: _Fields, segment: Segment | None, rates: Rates) -> frozenset[Programme]:
    if segment is None:
        return frozenset()

    def chosen(typed: str) -> frozenset[Programme]:
        programmes = frozenset(
            _chosen(code, Programme, MemberField.PROGRAMMES) for code in re.split(r"[\s,]+", typed) if code
        )
        if foreign := sorted(programmes - rates.allowed(segment)):
            raise InputRejected(
                MemberField.PROGRAMMES,
                FindingCode.PROGRAMME_NOT_IN_SEGMENT,
                programmes=" ".join(foreign),
                segment=segment.value,
            )
        return programmes

    return fields.read(MemberField.PROGRAMMES, chosen) or rates.mandatory(segment)


def _member(person: PersonRead) -> Member | None:
    if person.nik is None or person.name is None or person.birth_date is None or person.sex is None:
        return None
    return Member(
        nik=person.nik,
        name=person.name,
        birth_date=person.birth_date,
        sex=person.sex,
        birth_place=person.birth_place or "",
        marital_status=person.marital_status,
        mother_name=person.mother_name or "",
        family_card=person.family_card.digits if person.family_card else "",
        npwp=person.npwp.digits if person.npwp else "",
        address=Address(
            street=person.street or "",
            village=person.village or "",
            district=person.district or "",
            postal_code=person.postal_code or "",
        ),
        phone=person.phone.e164 if person.phone else "",
        email=person.email or "",
    )


def _membership(work: MembershipRead) -> Membership | None:
    if work.segment is None or work.start_date is None:
        return None
    return Membership(
        segment=work.segment,
        programmes=work.programmes,
        start_date=work.start_date,
        kpj=work.kpj,
        npp=work.npp,
        company_name=work.company_name or "",
        division=work.division or "",
        employee_number=work.employee_number or "",
        wage=work.wage or 0,
        risk_class=work.risk_class,
    )


def _dues(work: MembershipRead, on: date, rates: Rates) -> tuple[Due, ...]:
    if work.segment is None:
        return ()
    return rates.dues(work.segment, work.programmes, work.wage or 0, work.risk_class, on)


def _chosen(typed: str, of: type[Choice], field: MemberField) -> Choice:
    try:
        return of(typed.strip())
    except ValueError:
        raise InputRejected(field, FindingCode.CHOICE_UNKNOWN) from None


def _place(typed: str) -> str:
    return _short_text(typed.upper(), MemberField.BIRTH_PLACE)


def _short_text(typed: str, field: MemberField) -> str:
    text = read_text(typed, field)
    longest = _LONGEST[field]
    if len(text) > longest:
        code = _TOO_LONG.get(field, FindingCode.TEXT_TOO_LONG)
        raise InputRejected(field, code, length=str(len(text)), longest=str(longest))
    return text
