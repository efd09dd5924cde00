"""What the rules ask of every person on a list, asked for all of them with a few statements."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TypeVar, cast

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.cards.earlier_card import EarlierCard
from app.members.duplicates import DuplicateDecision, NamedPerson
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership
from app.members.nik import Nik
from db.alike import all_alike
from db.pieces import in_pieces
from db.stores.cards import good_cards
from db.stores.decisions import decision_of
from db.stores.members import member_of, membership_of
from db.tables import CardJobRow, DuplicateDecisionRow, MemberRow, MembershipRow, NumberBlockRow

T = TypeVar("T")


class SqlListLookups:
    def __init__(self, session: Session) -> None:
        self._session = session

    def persons(self, niks: Collection[Nik]) -> Mapping[Nik, Member]:
        return {
            Nik(row.nik): member_of(row)
            for some in in_pieces([nik.digits for nik in niks])
            for row in self._plain(select(MemberRow).where(col(MemberRow.nik).in_(some)))
        }

    def kpj_owners(self, kpjs: Collection[Kpj]) -> Mapping[Kpj, Member]:
        owners = {}
        for some in in_pieces([kpj.text for kpj in kpjs]):
            rows = self._session.execute(
                select(col(MembershipRow.kpj), MemberRow)
                .join(MemberRow, col(MemberRow.id) == col(MembershipRow.member_id))
                .where(col(MembershipRow.kpj).in_(some), col(MemberRow.erased_on).is_(None))
            )
            owners.update({Kpj(kpj): member_of(row) for kpj, row in rows if kpj is not None})
        return owners

    def memberships(self, member_ids: Collection[int]) -> Mapping[int, tuple[Membership, ...]]:
        found: dict[int, tuple[Membership, ...]] = {}
        for some in in_pieces(member_ids):
            rows = self._plain(
                select(MembershipRow)
                .where(col(MembershipRow.member_id).in_(some))
                .order_by(col(MembershipRow.start_date).desc(), col(MembershipRow.id).desc())
            )
            for row in rows:
                found[row.member_id] = (*found.get(row.member_id, ()), membership_of(row))
        return found

    def _plain(self, rows: Select[T]) -> Iterable[T]:
        """Past the session, which would keep each of ten thousand rows and look at it again."""
        return cast("Iterable[T]", self._session.connection().execute(rows))

    def alike(
        self, people: Collection[tuple[str, date]]
    ) -> Mapping[tuple[str, date], tuple[NamedPerson, ...]]:
        return all_alike(self._session.connection(), people)

    def decisions(self, niks: Collection[Nik]) -> Mapping[Nik, tuple[DuplicateDecision, ...]]:
        found: dict[Nik, tuple[DuplicateDecision, ...]] = {}
        low, high = col(DuplicateDecisionRow.nik_low), col(DuplicateDecisionRow.nik_high)
        for some in in_pieces([nik.digits for nik in niks]):
            asked = set(some)
            rows = self._session.scalars(
                select(DuplicateDecisionRow).where(or_(low.in_(some), high.in_(some)))
            )
            for row in rows:
                for nik in map(Nik, asked & {row.nik_low, row.nik_high}):
                    found[nik] = (*found.get(nik, ()), decision_of(row, nik))
        return found

    def good_cards(self, membership_ids: Collection[int], since: date) -> Mapping[int, EarlierCard]:
        latest = dict[int, EarlierCard]()
        for some in in_pieces(membership_ids):
            lately = col(CardJobRow.membership_id).in_(some) & (col(CardJobRow.answered_day) >= since)
            for card in good_cards(self._session, lately):
                latest.setdefault(card.membership_id, card)
        return latest

    def numbers_ahead(self, kpjs: Collection[Kpj]) -> frozenset[Kpj]:
        unused = self._session.execute(
            select(col(NumberBlockRow.next), col(NumberBlockRow.last)).where(
                col(NumberBlockRow.next) <= col(NumberBlockRow.last)
            )
        ).all()
        return frozenset(
            kpj
            for kpj in kpjs
            if kpj.text.isdecimal() and any(first <= int(kpj.text) <= last for first, last in unused)
        )
