"""The form of a company as typed, and how it is read: every text becomes a value or a finding beside it."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from app.companies.company import Company
from app.errors import InputRejected
from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.email import could_be_an_address
from app.members.membership import RiskClass, Segment
from app.members.names import read_text
from app.members.npp import Npp
from app.members.read_date import read_date

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)


class CompanyField(StrEnum):
    """In the order of the form."""

    NPP = "npp"
    DIVISION = "division"
    NAME = "name"
    RELATIONSHIP_OFFICER = "relationship_officer"
    EMAIL = "email"
    ADDRESS = "address"
    CONTRIBUTIONS_POSTED_ON = "contributions_posted_on"
    DATA_ENTERED_ON = "data_entered_on"
    SEGMENT = "segment"
    RISK_CLASS = "risk_class"
    PAPERS_PASSWORD = "papers_password"


_LONGEST = {
    CompanyField.DIVISION: 10,
    CompanyField.NAME: 100,
    CompanyField.RELATIONSHIP_OFFICER: 60,
    CompanyField.EMAIL: 120,
    CompanyField.ADDRESS: 200,
    CompanyField.PAPERS_PASSWORD: 60,
}
_LONGEST_AGO = 60  # years a date of two digits may lie back


@dataclass(frozen=True, slots=True)
class CompanyForm:
    """One text per field of :class:`CompanyField`, choices as their codes."""

    npp: str = ""
    division: str = ""
    name: str = ""
    relationship_officer: str = ""
    email: str = ""
    address: str = ""
    contributions_posted_on: str = ""
    data_entered_on: str = ""
    segment: str = Segment.PU.value
    risk_class: str = RiskClass.VERY_LOW.value
    papers_password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CompanyRead:
    """``company`` is None as long as a finding blocks; a warning is only told."""

    company: Company | None
    findings: Mapping[CompanyField, Finding]


def form_of_company(company: Company) -> CompanyForm:
    return CompanyForm(
        npp=company.npp.text,
        division=company.division,
        name=company.name,
        relationship_officer=company.relationship_officer,
        email=company.email,
        address=company.address,
        contributions_posted_on=_typed(company.contributions_posted_on),
        data_entered_on=_typed(company.data_entered_on),
        segment=company.segment.value,
        risk_class=company.risk_class.value,
        papers_password=company.papers_password,
    )


def read_company(form: CompanyForm, on: date) -> CompanyRead:
    """NPP, name, segment and risk are required; nothing else is."""
    fields = _Fields(form)
    npp = fields.read(CompanyField.NPP, Npp.parse, required=True)
    name = fields.text(CompanyField.NAME, required=True)
    segment = fields.choice(CompanyField.SEGMENT, Segment)
    risk_class = fields.choice(CompanyField.RISK_CLASS, RiskClass)
    email = fields.text(CompanyField.EMAIL)
    if email and not could_be_an_address(email):
        # what cannot be an address would stop the letter only when the cards are ready
        fields.find(CompanyField.EMAIL, FindingCode.EMAIL_ODD, Severity.BLOCK, email=email)
    division = fields.text(CompanyField.DIVISION)
    relationship_officer = fields.text(CompanyField.RELATIONSHIP_OFFICER)
    address = fields.text(CompanyField.ADDRESS)
    posted_on = fields.day(CompanyField.CONTRIBUTIONS_POSTED_ON, on)
    entered_on = fields.day(CompanyField.DATA_ENTERED_ON, on)
    password = fields.text(CompanyField.PAPERS_PASSWORD)
    if fields.found or npp is None or name is None or segment is None or risk_class is None:
        return CompanyRead(None, fields.found)
    if npp.has_letters:
        fields.find(CompanyField.NPP, FindingCode.NPP_HAS_LETTERS, Severity.WARN, npp=npp.text)
    company = Company(
        npp=npp,
        name=name,
        division=division or "",
        segment=segment,
        risk_class=risk_class,
        relationship_officer=relationship_officer or "",
        email=email or "",
        address=address or "",
        data_entered_on=entered_on,
        contributions_posted_on=posted_on,
        papers_password=password or "",
    )
    return CompanyRead(company, fields.found)


class _Fields:
    """The form's texts, and the first finding of each."""

    def __init__(self, form: CompanyForm) -> None:
        self._texts = asdict(form)
        self.found: dict[CompanyField, Finding] = {}

    def find(self, at: CompanyField, code: FindingCode, severity: Severity, **facts: str) -> None:
        self.found.setdefault(at, Finding(code, severity, facts=facts))

    def read(self, at: CompanyField, parse: Callable[[str], T], *, required: bool = False) -> T | None:
        """The field's value; None when it is empty or when ``parse`` rejects it."""
        typed = self._texts[at.value]
        if not typed.strip():
            if required:
                self.find(at, FindingCode.REQUIRED, Severity.BLOCK)
            return None
        try:
            return parse(typed)
        except InputRejected as rejected:
            self.find(at, rejected.code, Severity.BLOCK, **rejected.facts)
        return None

    def text(self, at: CompanyField, *, required: bool = False) -> str | None:
        return self.read(at, lambda typed: _short_text(typed, _LONGEST[at]), required=required)

    def choice(self, at: CompanyField, of: type[Choice]) -> Choice | None:
        return self.read(at, lambda typed: _chosen(typed, of), required=True)

    def day(self, at: CompanyField, on: date) -> date | None:
        earliest, latest = date(on.year - _LONGEST_AGO, 1, 1), date(on.year + 1, 12, 31)
        return self.read(at, lambda typed: read_date(typed, MemberField.START_DATE, earliest, latest))


def _typed(day: date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else ""


def _short_text(typed: str, longest: int) -> str:
    text = read_text(typed, MemberField.COMPANY_NAME)
    if len(text) > longest:
        facts = {"length": str(len(text)), "longest": str(longest)}
        raise InputRejected(MemberField.COMPANY_NAME, FindingCode.TEXT_TOO_LONG, **facts)
    return text


def _chosen(typed: str, of: type[Choice]) -> Choice:
    try:
        return of(typed.strip())
    except ValueError:
        raise InputRejected(MemberField.SEGMENT, FindingCode.CHOICE_UNKNOWN) from None
