"""Keep a company as it was typed: a new one, or a known one changed."""

from dataclasses import dataclass, fields

from app.clock import Clock
from app.companies.company import Company
from app.companies.company_form import CompanyField, CompanyForm, CompanyRead, read_company
from app.errors import Problem, RuleBroken
from app.members.npp import Npp
from app.ports import Begin
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class SavedCompany:
    """``read.company`` is what stands now, None where a finding blocked and nothing was stored.

    ``before`` is what stood there until now, None for a company that was not known.
    """

    read: CompanyRead
    before: Company | None = None


@dataclass(frozen=True, slots=True)
class SaveCompany:
    begin: Begin
    clock: Clock

    def __call__(self, form: CompanyForm, known: Npp | None, by: Officer) -> SavedCompany:
        """``known`` is the NPP of the company that is changed, which stays its own; None registers a new one.

        Raises ``RuleBroken(COMPANY_ALREADY_STORED)`` for a new one whose NPP is known.
        """
        permit(by, Right.KEEP_COMPANIES)
        now = self.clock()
        read = read_company(form, now.date())
        company = read.company
        if company is None:
            return SavedCompany(read)
        subject = f"company:{company.npp.text}"
        with self.begin() as work:
            if known is None:
                work.companies.add(company)
                work.journal.add(Entry(now, by.id, Action.COMPANY_REGISTERED, subject))
                work.commit()
                return SavedCompany(read)
            before = work.companies.by_npp(known)
            if before is None or company.npp != known:
                raise RuleBroken(Problem.NOT_FOUND, npp=known.text)
            changed = _changed(before, company)
            if changed:
                work.companies.save(company)
                facts = {"changed": " ".join(changed)}
                work.journal.add(Entry(now, by.id, Action.COMPANY_CHANGED, subject, facts))
                work.commit()
        return SavedCompany(read, before)


def _changed(before: Company, after: Company) -> list[CompanyField]:
    return [
        CompanyField(one.name)
        for one in fields(Company)
        if getattr(before, one.name) != getattr(after, one.name)
    ]
