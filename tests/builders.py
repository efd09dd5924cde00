"""Invented visitors, and their forms as an officer fills them in."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from app.findings import Finding, FindingCode, Severity
from app.members.member import Member
from app.members.membership import Membership
from app.training.invented_people import Series, invented_companies, invented_people
from app.visit.decision import Decision
from app.visit.member_form import KpjSource, MemberForm, form_of

TODAY = date(2026, 11, 20)
MORNING = datetime(2026, 11, 20, 9, 0, tzinfo=timezone(timedelta(hours=7), "WIB"))


def visitors(count: int, seed: int = 99) -> Iterable[tuple[Member, Membership]]:
    """People the demo branch does not know, each with the membership they come for."""
    companies = invented_companies(Series.CROWD, 5, seed)
    for person in invented_people(Series.CROWD, count, companies, TODAY, seed):
        yield person.member, person.memberships[0]


def filled_form(member: Member, membership: Membership) -> MemberForm:
    """Form F1A of that visitor, the number taken from the branch's block."""
    return replace(
        form_of(member),
        segment=membership.segment.value,
        npp=membership.npp.text if membership.npp else "",
        company_name=membership.company_name,
        start_date=f"{membership.start_date:%d-%m-%Y}",
        wage=str(membership.wage),
        risk_class=membership.risk_class.value if membership.risk_class else "",
        programmes=" ".join(sorted(membership.programmes)),
        kpj_source=KpjSource.BLOCK.value,
    )


def reasons_for(findings: Iterable[Finding]) -> list[Decision]:
    """The officer's reason for every warning that a reason can answer."""
    return [
        Decision(finding.key, "dicocokkan dengan KTP")
        for finding in findings
        if finding.severity is Severity.WARN and finding.code is not FindingCode.PERSON_POSSIBLY_DUPLICATE
    ]
