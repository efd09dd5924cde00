"""A company (badan usaha) and the defaults its workers inherit at the counter."""

from dataclasses import dataclass
from datetime import date

from app.members.membership import RiskClass, Segment
from app.members.npp import Npp


@dataclass(frozen=True, slots=True)
class Company:
    """``relationship_officer`` is the RO, the company's coach at the branch.

    ``papers_password`` opens the PDFs that are sent to the company; empty means that they open without one.
    """

    npp: Npp
    name: str
    division: str = ""
    segment: Segment = Segment.PU
    risk_class: RiskClass = RiskClass.VERY_LOW
    relationship_officer: str = ""
    email: str = ""
    address: str = ""
    data_entered_on: date | None = None
    contributions_posted_on: date | None = None
    papers_password: str = ""
