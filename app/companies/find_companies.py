"""Which companies there are: those whose cards wait longest first, as the centre's own list has them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.clock import Clock
from app.companies.card_batch import CardBatch
from app.companies.company import Company
from app.errors import Problem, RuleBroken
from app.members.npp import Npp
from app.ports import Begin, CompanyWaiting
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

MOST = 300
_BATCHES_OF = timedelta(days=365)
_MOST_BATCHES = 6


@dataclass(frozen=True, slots=True)
class CompanyLine:
    """``since`` is when the one who waits longest began, None where everybody has a card."""

    company: Company
    unprinted: int = 0
    in_batch: int = 0
    without_number: int = 0
    since: date | None = None


@dataclass(frozen=True, slots=True)
class CompaniesFound:
    """``more``: the list was cut, and a word in the search box brings what is not shown."""

    lines: tuple[CompanyLine, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class FindCompanies:
    """Those that wait, oldest first, then the others by name; ``typed`` narrows by NPP or name."""

    look: Begin

    def __call__(self, typed: str, by: Officer) -> CompaniesFound:
        permit(by, Right.KEEP_COMPANIES)
        wanted = typed.strip()
        with self.look() as work:
            waiting = work.batches.waiting(wanted, MOST + 1)
            others = work.companies.like(wanted, MOST + 1)
        lines = [*map(_waiting_line, waiting), *_not_among(waiting, others)]
        return CompaniesFound(tuple(lines[:MOST]), len(lines) > MOST)


@dataclass(frozen=True, slots=True)
class CompanyView:
    """A company, what of its cards waits, and the batches of the last year, newest first."""

    line: CompanyLine
    batches: tuple[CardBatch, ...]


@dataclass(frozen=True, slots=True)
class ReadCompany:
    look: Begin
    clock: Clock

    def __call__(self, npp: Npp, by: Officer) -> CompanyView:
        """Raises ``RuleBroken(NOT_FOUND)``."""
        permit(by, Right.KEEP_COMPANIES)
        with self.look() as work:
            company = work.companies.by_npp(npp)
            if company is None:
                raise RuleBroken(Problem.NOT_FOUND, npp=npp.text)
            waiting = work.batches.waiting(npp.text, MOST)
            batches = work.batches.of_company(npp, self.clock().date() - _BATCHES_OF)
        found = next((one for one in waiting if one.company.npp == npp), None)
        line = CompanyLine(company) if found is None else _waiting_line(found)
        return CompanyView(line, batches[:_MOST_BATCHES])


def _waiting_line(one: CompanyWaiting) -> CompanyLine:
    return CompanyLine(one.company, one.unprinted, one.in_batch, one.without_number, one.since)


def _not_among(waiting: Sequence[CompanyWaiting], companies: Sequence[Company]) -> list[CompanyLine]:
    known = {one.company.npp for one in waiting}
    return [CompanyLine(company) for company in companies if company.npp not in known]
