"""The day counted in the database: cards by company, visits, cards by officer, findings."""

from datetime import date

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.cards.print_job import IN_DOUBT, CardKind, CardState, SpoiledReason
from app.reports.daily_tally import (
    CompanyCards,
    CounterDay,
    DailyTally,
    FindingCount,
    OfficerCards,
    SpoiledCount,
    VisitCount,
)
from app.visit.visit import Stage
from db.tables import CardJobRow, CompanyRow, FindingRow, MembershipRow, OfficerRow, VisitRow, VisitStepRow

_SELF_EMPLOYED = "Perorangan"
_GOOD = col(CardJobRow.state) == CardState.GOOD
_SPOILED = col(CardJobRow.state) == CardState.SPOILED
_REPRINTED = _GOOD & (col(CardJobRow.kind) == CardKind.REPRINT)
_FINISHED = col(VisitRow.closed_at).is_not(None) & ~col(VisitRow.abandoned)


class SqlTally:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of_day(self, day: date, branch: str) -> DailyTally:
        return DailyTally(
            day=day,
            branch=branch,
            company_cards=self._company_cards(day),
            visits=self._visits(day),
            officer_cards=self._officer_cards(day),
            findings=self._findings(day),
            spoiled=self._spoiled(day),
        )

    def of_counter(self, day: date, counter: str) -> CounterDay:
        visits = self._session.scalars(
            select(func.count()).where(
                col(VisitRow.day) == day,
                col(VisitRow.counter) == counter,
                _FINISHED,
            )
        ).one()
        good, reprinted, spoiled = self._session.execute(
            select(_count(_GOOD), _count(_REPRINTED), _count(_SPOILED)).where(
                col(CardJobRow.answered_day) == day, col(CardJobRow.counter) == counter
            )
        ).one()
        return CounterDay(visits, good, reprinted, spoiled)

    def _company_cards(self, day: date) -> tuple[CompanyCards, ...]:
        npp = func.coalesce(col(MembershipRow.npp), "").label("npp")
        name = func.coalesce(
            col(CompanyRow.name), func.nullif(col(MembershipRow.company_name), ""), _SELF_EMPLOYED
        ).label("name")
        rows = self._session.execute(
            select(npp, name, _count(_GOOD), _count(_REPRINTED), _count(_SPOILED))
            .select_from(CardJobRow)
            .join(MembershipRow, col(MembershipRow.id) == col(CardJobRow.membership_id))
            .outerjoin(CompanyRow, col(CompanyRow.npp) == col(MembershipRow.npp))
            .where(col(CardJobRow.answered_day) == day, _GOOD | _SPOILED)
            .group_by(npp, name)
            .order_by(name, npp)
        )
        return tuple(CompanyCards(day, *row) for row in rows)

    def _visits(self, day: date) -> tuple[VisitCount, ...]:
        """The mean is that of finished visits, over the seconds their steps took. Who left before it was
        known what they came for is no visit of any kind."""
        took = (
            select(col(VisitStepRow.visit_id), func.sum(col(VisitStepRow.seconds)).label("seconds"))
            .join(VisitRow, col(VisitRow.id) == col(VisitStepRow.visit_id))
            .where(col(VisitRow.day) == day)
            .group_by(col(VisitStepRow.visit_id))
            .subquery()
        )
        rows = self._session.execute(
            select(
                col(VisitRow.kind),
                func.count(),
                _count(_FINISHED),
                func.avg(case((_FINISHED, func.coalesce(took.c.seconds, 0)))),
            )
            .outerjoin(took, took.c.visit_id == col(VisitRow.id))
            .where(col(VisitRow.day) == day, _FINISHED | (col(VisitRow.stage) != Stage.VERIFY))
            .group_by(col(VisitRow.kind))
            .order_by(col(VisitRow.kind))
        )
        return tuple(
            VisitCount(kind, visits, finished, round(mean or 0)) for kind, visits, finished, mean in rows
        )

    def _officer_cards(self, day: date) -> tuple[OfficerCards, ...]:
        """Counted for the officer who asked for the card, whoever settled it."""
        in_doubt = col(CardJobRow.state).in_(IN_DOUBT)
        rows = self._session.execute(
            select(
                col(OfficerRow.name),
                _count(_GOOD),
                _count(_SPOILED),
                _count(_REPRINTED),
                _count(in_doubt),
            )
            .join(OfficerRow, col(OfficerRow.id) == col(CardJobRow.asked_by))
            .where(
                or_(
                    (_GOOD | _SPOILED) & (col(CardJobRow.answered_day) == day),
                    in_doubt & (col(CardJobRow.asked_day) == day),
                )
            )
            .group_by(col(OfficerRow.id), col(OfficerRow.name))
            .order_by(col(OfficerRow.name))
        )
        return tuple(OfficerCards(*row) for row in rows)

    def _spoiled(self, day: date) -> tuple[SpoiledCount, ...]:
        """By reason; a card of a version that did not ask for one is spoiled for another."""
        reason = func.coalesce(col(CardJobRow.spoiled_reason), SpoiledReason.OTHER.value)
        rows = self._session.execute(
            select(reason, func.count())
            .where(col(CardJobRow.answered_day) == day, _SPOILED)
            .group_by(reason)
            .order_by(reason)
        )
        return tuple(SpoiledCount(SpoiledReason(code), cards) for code, cards in rows)

    def _findings(self, day: date) -> tuple[FindingCount, ...]:
        rows = self._session.execute(
            select(
                col(FindingRow.code),
                col(FindingRow.severity),
                func.count(),
                func.count(col(FindingRow.reason)),
            )
            .where(col(FindingRow.day) == day)
            .group_by(col(FindingRow.code), col(FindingRow.severity))
            .order_by(col(FindingRow.code), col(FindingRow.severity))
        )
        return tuple(FindingCount(*row) for row in rows)


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((condition, 1)))
