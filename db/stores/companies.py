"""Companies known to this branch."""

from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.companies.company import Company
from app.errors import Problem, RuleBroken
from app.members.npp import Npp
from db.engine import AlreadyStored
from db.tables import CompanyRow


class SqlCompanies:
    def __init__(self, session: Session) -> None:
        self._session = session

    def by_npp(self, npp: Npp) -> Company | None:
        row = self._session.get(CompanyRow, npp.text)
        return None if row is None else company_of(row)

    def like(self, typed: str, limit: int) -> tuple[Company, ...]:
        wanted = typed.strip()
        rows = self._session.scalars(
            select(CompanyRow)
            .where(
                or_(
                    col(CompanyRow.npp).istartswith(wanted, autoescape=True),
                    col(CompanyRow.name).icontains(wanted, autoescape=True),
                )
            )
            .order_by(col(CompanyRow.name), col(CompanyRow.npp))
            .limit(limit)
        )
        return tuple(company_of(row) for row in rows)

    def save(self, company: Company) -> None:
        row = self._session.get(CompanyRow, company.npp.text)
        if row is None:
            raise RuleBroken(Problem.NOT_FOUND, npp=company.npp.text)
        for name, value in company_values(company).items():
            setattr(row, name, value)
        self._session.add(row)
        self._session.flush()

    def add(self, company: Company) -> None:
        """``RuleBroken(COMPANY_ALREADY_STORED)`` for a known NPP: a second company cannot take its place."""
        self._session.add(CompanyRow(**company_values(company)))
        try:
            self._session.flush()
        except AlreadyStored as error:
            raise RuleBroken(Problem.COMPANY_ALREADY_STORED, npp=company.npp.text) from error


def company_values(company: Company) -> dict[str, Any]:
    return {
        "npp": company.npp.text,
        "name": company.name,
        "division": company.division,
        "segment": company.segment,
        "risk_class": company.risk_class,
        "relationship_officer": company.relationship_officer,
        "email": company.email,
        "address": company.address,
        "data_entered_on": company.data_entered_on,
        "contributions_posted_on": company.contributions_posted_on,
        "papers_password": company.papers_password,
    }


def company_of(row: CompanyRow) -> Company:
    return Company(
        npp=Npp(row.npp),
        name=row.name,
        division=row.division,
        segment=row.segment,
        risk_class=row.risk_class,
        relationship_officer=row.relationship_officer,
        email=row.email,
        address=row.address,
        data_entered_on=row.data_entered_on,
        contributions_posted_on=row.contributions_posted_on,
        papers_password=row.papers_password,
    )
