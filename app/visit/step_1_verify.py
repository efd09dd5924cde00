"""Step 1, Verifikasi: who is this, what is their status, and what may be done next."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.clock import Clock
from app.errors import InputRejected, Problem, RuleBroken
from app.findings import FindingCode
from app.member_fields import MemberField
from app.members.kpj import LENGTH as KPJ_LENGTH
from app.members.kpj import Kpj
from app.members.masking import MaskedPerson, masked
from app.members.member import Member, MemberStatus
from app.members.membership import Membership, status_of
from app.members.nik import Nik
from app.members.separators import without_separators
from app.ports import Begin, UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, may, permit
from app.trust.person_shown import PersonsShown, View
from app.trust.room_on_disk import RoomOnDisk
from app.visit.record_step import record_step
from app.visit.visit import DocumentShown, Stage, Visit, VisitKind

MOST_NAMES = 20

_FOR_A_STORED_MEMBER = frozenset({VisitKind.CARD, VisitKind.NEW_MEMBERSHIP})


class QueryKind(StrEnum):
    NIK = "nik"
    KPJ = "kpj"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed or scanned into the one box, recognised by its shape."""

    kind: QueryKind
    text: str

    @classmethod
    def parse(cls, typed: str) -> "Query":
        """16 digits are a NIK, 11 characters with a digit a KPJ, words a name; a number of another
        length is refused with its length, so that a missed digit is seen at once."""
        packed = without_separators(typed).upper()
        if not packed:
            raise InputRejected(MemberField.SEARCH, FindingCode.REQUIRED)
        if re.fullmatch(r"[0-9A-Z]{11}", packed) and any(sign.isdigit() for sign in packed):
            return cls(QueryKind.KPJ, Kpj.parse(packed).text)
        if not packed.isdigit():
            return cls(QueryKind.NAME, " ".join(typed.split()))
        if len(packed) != 16:
            raise InputRejected(
                MemberField.SEARCH,
                FindingCode.SEARCH_NUMBER_LENGTH,
                length=str(len(packed)),
                kpj_length=str(KPJ_LENGTH),
            )
        return cls(QueryKind.NIK, Nik.parse(packed).digits)


@dataclass(frozen=True, slots=True)
class PersonFound:
    member: Member
    memberships: tuple[Membership, ...]
    status: MemberStatus

    @property
    def may(self) -> tuple[VisitKind, ...]:
        """What a visit can do next for this person, the likeliest first."""
        if self.status is MemberStatus.DECEASED:
            return (VisitKind.STATUS,)
        if any(membership.kpj for membership in self.memberships):
            return (VisitKind.CARD, VisitKind.NEW_MEMBERSHIP, VisitKind.STATUS)
        return (VisitKind.NEW_MEMBERSHIP, VisitKind.STATUS)


@dataclass(frozen=True, slots=True)
class Verification:
    """``people`` is empty for an unknown number or name; then a new member may be entered. ``person`` is
    the only one found, told in full to an officer who may see numbers."""

    query: Query
    people: tuple[MaskedPerson, ...]
    person: PersonFound | None

    @property
    def nik(self) -> Nik | None:
        return Nik(self.query.text) if self.query.kind is QueryKind.NIK else None


@dataclass(frozen=True, slots=True)
class FindPerson:
    """Look a person up; the journal keeps whom the officer was shown, not what was typed."""

    begin: Begin
    clock: Clock

    def __call__(self, typed: str, by: Officer) -> Verification:
        """Raises ``InputRejected`` for a number that can be neither NIK nor KPJ."""
        permit(by, Right.LOOK_UP)
        query = Query.parse(typed)
        now = self.clock()
        with self.begin() as work:
            members = _members(work, query)
            found = [person_found(work, member, now.date()) for member in members]
            work.journal.add(
                Entry(
                    now,
                    by.id,
                    Action.PERSON_LOOKED_UP,
                    facts={"by": query.kind.value},
                    members=tuple(person.member.id for person in found),
                )
            )
            work.commit()
        sees_numbers = may(by.role, Right.SEE_NUMBERS)
        people = tuple(
            masked(person.member, person.memberships, person.status, sees_numbers=sees_numbers)
            for person in found
        )
        return Verification(query, people, found[0] if len(found) == 1 and sees_numbers else None)


@dataclass(frozen=True, slots=True)
class ShowPerson:
    """One of several people found, picked to be served."""

    begin: Begin
    clock: Clock
    shown: PersonsShown

    def __call__(self, member_id: int, visit: Visit, by: Officer) -> PersonFound:
        permit(by, Right.SEE_NUMBERS)
        with self.begin() as work:
            person = person_found(work, work.members.by_id(member_id), self.clock().date())
        self.shown.tell(by, View.PERSON, [member_id], visit.id)
        return person


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """Begin a visit: from now on its steps are timed."""

    begin: Begin
    clock: Clock
    counter: str
    room: RoomOnDisk

    def __call__(self, by: Officer) -> Visit:
        """Raises ``YourEnvironment(DISK_NEARLY_FULL)``: who is served is not left half-way."""
        permit(by, Right.SERVE_VISIT)
        self.room()
        now = self.clock()
        with self.begin() as work:
            visit = work.visits.open(Visit("", self.counter, by.id, now, stage_since=now))
            work.journal.add(Entry(now, by.id, Action.VISIT_OPENED, f"visit:{visit.id}"))
            work.commit()
        return visit


@dataclass(frozen=True, slots=True)
class FinishVerify:
    """Leave step 1 knowing what the visitor came for and that the document was compared."""

    begin: Begin
    clock: Clock

    def __call__(
        self,
        visit: Visit,
        kind: VisitKind,
        by: Officer,
        *,
        member_id: int | None = None,
        membership_id: int | None = None,
        document: DocumentShown | None = None,
    ) -> Visit:
        """``membership_id`` says whose card a ``CARD`` visit prints; only ``STATUS`` needs no document."""
        permit(by, Right.SERVE_VISIT)
        now = self.clock()
        if kind is not VisitKind.STATUS and document is None:
            raise RuleBroken(Problem.NOT_ALLOWED, missing=FindingCode.DOCUMENT_NOT_COMPARED.value)
        if kind in _FOR_A_STORED_MEMBER and member_id is None:
            raise RuleBroken(Problem.NOT_FOUND)
        with self.begin() as work:
            if member_id is not None:
                person = person_found(work, work.members.by_id(member_id), now.date())
                _refuse_what_may_not_be(person, kind, membership_id)
            chosen = replace(
                visit,
                kind=kind,
                member_id=member_id,
                membership_id=membership_id,
                document_shown=document,
            )
            moved = record_step(work, chosen, chosen.finish(Stage.VERIFY, now), by)
            work.commit()
        return moved


def _members(work: UnitOfWork, query: Query) -> list[Member]:
    if query.kind is QueryKind.NAME:
        near = work.members.with_name_like(query.text, MOST_NAMES)
        return [work.members.by_id(person.member_id) for person in near]
    if query.kind is QueryKind.NIK:
        found = work.members.by_nik(Nik(query.text))
    else:
        found = work.members.by_kpj(Kpj(query.text))
    return [found] if found else []


def person_found(work: UnitOfWork, member: Member, day: date) -> PersonFound:
    memberships = work.members.memberships_of(member.id)
    return PersonFound(member, memberships, status_of(member, memberships, day))


def _refuse_what_may_not_be(person: PersonFound, kind: VisitKind, membership_id: int | None) -> None:
    if kind in person.may:
        if kind is VisitKind.CARD:
            _refuse_a_card_without_number(person, membership_id)
        return
    if person.status is MemberStatus.DECEASED:
        raise RuleBroken(Problem.PERSON_DECEASED)
    raise RuleBroken(Problem.MEMBERSHIP_WITHOUT_NUMBER)


def _refuse_a_card_without_number(person: PersonFound, membership_id: int | None) -> None:
    asked = [membership for membership in person.memberships if membership.id == membership_id]
    if not asked:
        raise RuleBroken(Problem.NOT_FOUND)
    if asked[0].kpj is None:
        raise RuleBroken(Problem.MEMBERSHIP_WITHOUT_NUMBER)
