"""Members and their memberships."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import CursorResult, Row, insert, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from app.errors import Problem, RuleBroken
from app.members.duplicates import ALIKE, NamedPerson
from app.members.kpj import Kpj
from app.members.member import Address, Member
from app.members.membership import Membership, Programme
from app.members.names import letters_of, places_of_like_letters, similarity
from app.members.nik import Nik
from app.members.npp import Npp
from db.engine import AlreadyStored
from db.search import learn_words, member_ids_named_like
from db.tables import MemberRow, MembershipRow

NAMED = select(
    col(MemberRow.id),
    col(MemberRow.nik),
    col(MemberRow.name),
    col(MemberRow.name_key),
    col(MemberRow.birth_date),
)


class SqlMembers:
    def __init__(self, session: Session, name_key: Callable[[str], str]) -> None:
        self._session = session
        self._name_key = name_key

    def by_id(self, member_id: int) -> Member:
        row = self._session.get(MemberRow, member_id)
        if row is None or row.erased_on is not None:
            raise RuleBroken(Problem.NOT_FOUND, member=str(member_id))
        return member_of(row)

    def by_nik(self, nik: Nik) -> Member | None:
        row = self._session.scalars(select(MemberRow).where(col(MemberRow.nik) == nik.digits)).first()
        return None if row is None else member_of(row)

    def by_kpj(self, kpj: Kpj) -> Member | None:
        row = self._session.scalars(
            select(MemberRow)
            .join(MembershipRow, col(MembershipRow.member_id) == col(MemberRow.id))
            .where(col(MembershipRow.kpj) == kpj.text, col(MemberRow.erased_on).is_(None))
        ).first()
        return None if row is None else member_of(row)

    def with_name_like(self, name: str, limit: int) -> tuple[NamedPerson, ...]:
        nearest = member_ids_named_like(self._session.connection(), self._name_key(name), limit)
        return self._people(nearest)

    def alike(self, name_key: str, born_on: Collection[date]) -> tuple[NamedPerson, ...]:
        """A branch has some two thousand people on so many days: only their letters are read of all."""
        on_these_days = col(MemberRow.birth_date).in_(born_on)
        # past the session, which would look at each of the rows
        connection = self._session.connection()
        letters = connection.scalars(select(col(MemberRow.name_letters)).where(on_these_days)).all()
        like = {letters[place] for place in places_of_like_letters(name_key, letters, ALIKE)}
        rows = self._session.execute(
            NAMED.where(on_these_days, col(MemberRow.name_letters).in_(like)).order_by(col(MemberRow.id))
        )
        return tuple(one for one in map(named, rows) if similarity(name_key, one.name_key) >= ALIKE)

    def add(self, member: Member) -> Member:
        name_key = self._name_key(member.name)
        row = MemberRow(**member_values(member, name_key))
        self._session.add(row)
        try:
            self._session.flush()
        except AlreadyStored as error:
            raise RuleBroken(Problem.NIK_ALREADY_STORED) from error
        learn_words(self._session.connection(), name_key)
        return replace(member, id=row.id)

    def membership(self, membership_id: int) -> Membership:
        row = self._session.get(MembershipRow, membership_id)
        if row is None:
            raise RuleBroken(Problem.NOT_FOUND, membership=str(membership_id))
        return membership_of(row)

    def memberships_of(self, member_id: int) -> tuple[Membership, ...]:
        rows = self._session.scalars(
            select(MembershipRow)
            .where(col(MembershipRow.member_id) == member_id)
            .order_by(col(MembershipRow.start_date).desc(), col(MembershipRow.id).desc())
        )
        return tuple(membership_of(row) for row in rows)

    def add_membership(self, membership: Membership) -> Membership:
        row = MembershipRow(**membership_values(membership))
        self._session.add(row)
        try:
            self._session.flush()
        except AlreadyStored as error:
            raise RuleBroken(Problem.KPJ_ALREADY_STORED) from error
        return replace(membership, id=row.id)

    def add_all(self, members: Sequence[Member]) -> tuple[Member, ...]:
        keys = [self._name_key(member.name) for member in members]
        values = [member_values(*each) for each in zip(members, keys, strict=True)]
        ids = self._insert(MemberRow, values, Problem.NIK_ALREADY_STORED)
        learn_words(self._session.connection(), " ".join(keys))
        return tuple(replace(member, id=number) for member, number in zip(members, ids, strict=True))

    def add_memberships(self, memberships: Sequence[Membership]) -> tuple[Membership, ...]:
        values = [membership_values(membership) for membership in memberships]
        ids = self._insert(MembershipRow, values, Problem.KPJ_ALREADY_STORED)
        return tuple(replace(each, id=number) for each, number in zip(memberships, ids, strict=True))

    def give_number(self, membership_id: int, kpj: Kpj) -> None:
        try:
            given = self._session.execute(
                update(MembershipRow)
                .where(col(MembershipRow.id) == membership_id, col(MembershipRow.kpj).is_(None))
                .values(kpj=kpj.text)
            )
        except AlreadyStored as error:
            raise RuleBroken(Problem.KPJ_ALREADY_STORED) from error
        assert isinstance(given, CursorResult)
        if given.rowcount != 1:
            raise RuleBroken(Problem.NOT_FOUND, membership=str(membership_id))

    def _insert(
        self, table: type[MemberRow | MembershipRow], values: Sequence[dict[str, Any]], taken: Problem
    ) -> Iterable[int]:
        """In one go; gives the numbers in the same order."""
        if not values:
            return ()
        statement = insert(table).returning(col(table.id), sort_by_parameter_order=True)
        try:
            return self._session.connection().execute(statement, values).scalars().all()
        except AlreadyStored as error:
            raise RuleBroken(taken) from error

    def _people(self, member_ids: Sequence[int]) -> tuple[NamedPerson, ...]:
        """In the order of their numbers given."""
        rows = self._session.execute(NAMED.where(col(MemberRow.id).in_(member_ids)))
        people = {person.member_id: person for person in map(named, rows)}
        return tuple(people[member_id] for member_id in member_ids)


def member_values(member: Member, name_key: str) -> dict[str, Any]:
    return {
        "nik": member.nik.digits,
        "name": member.name,
        "name_key": name_key,
        "name_letters": letters_of(name_key),
        "birth_date": member.birth_date,
        "sex": member.sex,
        "birth_place": member.birth_place,
        "marital_status": member.marital_status,
        "mother_name": member.mother_name,
        "family_card": member.family_card,
        "npwp": member.npwp,
        "street": member.address.street,
        "village": member.address.village,
        "district": member.address.district,
        "postal_code": member.address.postal_code,
        "phone": member.phone,
        "email": member.email,
        "deceased_on": member.deceased_on,
    }


def membership_values(membership: Membership) -> dict[str, Any]:
    return {
        "has_card": False,
        "member_id": membership.member_id,
        "kpj": membership.kpj.text if membership.kpj else None,
        "segment": membership.segment,
        "programmes": " ".join(sorted(membership.programmes)),
        "start_date": membership.start_date,
        "npp": membership.npp.text if membership.npp else None,
        "company_name": membership.company_name,
        "division": membership.division,
        "employee_number": membership.employee_number,
        "wage": membership.wage,
        "risk_class": membership.risk_class,
        "ended_on": membership.ended_on,
    }


def named(row: Row[int, str, str, str, date]) -> NamedPerson:
    member_id, nik, name, name_key, birth_date = row
    return NamedPerson(member_id, Nik(nik), name, name_key, birth_date)


def member_of(row: MemberRow) -> Member:
    return Member(
        nik=Nik(row.nik),
        name=row.name,
        birth_date=row.birth_date,
        sex=row.sex,
        birth_place=row.birth_place,
        marital_status=row.marital_status,
        mother_name=row.mother_name,
        family_card=row.family_card,
        npwp=row.npwp,
        address=Address(row.street, row.village, row.district, row.postal_code),
        phone=row.phone,
        email=row.email,
        deceased_on=row.deceased_on,
        id=row.id,
    )


def membership_of(row: MembershipRow) -> Membership:
    return Membership(
        segment=row.segment,
        programmes=frozenset(Programme(code) for code in row.programmes.split()),
        start_date=row.start_date,
        kpj=Kpj(row.kpj) if row.kpj else None,
        npp=Npp(row.npp) if row.npp else None,
        company_name=row.company_name,
        division=row.division,
        employee_number=row.employee_number,
        wage=row.wage,
        risk_class=row.risk_class,
        ended_on=row.ended_on,
        member_id=row.member_id,
        id=row.id,
    )
