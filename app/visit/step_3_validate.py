"""Step 3, Validasi: every rule over the whole form, and who on it may be stored already."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from app.cards.card_face import CardFace
from app.cards.earlier_card import EarlierCard
from app.cards.layout_of import layout_of
from app.cards.number_block import BlockLevel
from app.clock import Clock
from app.companies.company import Company
from app.errors import Problem, RuleBroken
from app.findings import Finding
from app.members.duplicates import (
    DuplicateDecision,
    PossibleDuplicate,
    Verdict,
    near_dates,
    possible_duplicates,
)
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.nik import Nik
from app.members.npp import Npp
from app.ports import Begin, UnitOfWork
from app.reference import Reference
from app.services.contribution import Contribution
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.trust.person_shown import PersonsShown, View
from app.visit.member_form import KpjSource, MemberForm, with_person
from app.visit.read_form import ReadForm, in_field_order, read_form
from app.visit.rules import Known, check
from app.visit.step_1_verify import PersonFound, person_found
from app.visit.visit import Visit, VisitKind

CardFindings = Callable[[CardFace], tuple[Finding, ...]]
"""What would not fit on the card or cannot be drawn, told by the renderer before printing."""


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A stored person who may be the one on the form, for the comparison side by side."""

    person: PersonFound
    similarity_percent: int
    decided: Verdict | None


@dataclass(frozen=True, slots=True)
class Checked:
    """``kpj`` is the number typed or the one the block would give now; ``face`` what its card would
    show, None as long as name, NIK or number cannot be read."""

    read: ReadForm
    findings: tuple[Finding, ...]
    look_alikes: tuple[LookAlike, ...]
    kpj: Kpj | None
    block: BlockLevel
    face: CardFace | None
    person: Member | None
    company: Company | None

    @property
    def stored_persons(self) -> tuple[int, ...]:
        """Numbers of the members whose data this tells."""
        alike = tuple(each.person.member.id for each in self.look_alikes)
        return alike if self.person is None else (self.person.id, *alike)

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        return self.read.contributions


@dataclass(frozen=True, slots=True)
class CheckForm:
    """All findings about a form. It only reads, so it may be asked at every pause in typing; a stored
    person it meets is journalled once a visit."""

    begin: Begin
    clock: Clock
    reference: Reference
    card_findings: CardFindings
    branch: str
    same_company_days: int
    shown: PersonsShown

    def __call__(self, visit: Visit, form: MemberForm, by: Officer) -> Checked:
        permit(by, Right.SERVE_VISIT)
        with self.begin() as work:
            checked = self.within(work, visit, form)
        self.shown.tell(by, View.COMPARISON, checked.stored_persons, visit.id)
        return checked

    def within(self, work: UnitOfWork, visit: Visit, form: MemberForm) -> Checked:
        """The same inside a change that is under way: what is found holds until its commit."""
        today = self.clock().date()
        read = read_form(form, today, self.reference)
        known = self._known(work, visit, read, today)
        kpj = read.work.kpj
        if read.work.kpj_source is KpjSource.BLOCK:
            kpj = work.number_blocks.peek()
        face = self._face(work, read, known, kpj, today)
        findings = check(read, known, today, self.reference)
        return Checked(
            read=read,
            findings=in_field_order((*findings, *(self.card_findings(face) if face else ()))),
            look_alikes=tuple(_for_comparison(work, alike, today) for alike in known.look_alikes),
            kpj=kpj,
            block=known.block,
            face=face,
            person=known.person,
            company=known.company,
        )

    def _known(self, work: UnitOfWork, visit: Visit, read: ReadForm, today: date) -> Known:
        person = work.members.by_nik(read.nik) if read.nik else None
        memberships = work.members.memberships_of(person.id) if person else ()
        kpj, npp = read.work.kpj, read.work.npp
        return Known(
            block=work.number_blocks.level(),
            document_shown=visit.document_shown,
            person=person,
            memberships=memberships,
            kpj_owner=work.members.by_kpj(kpj) if kpj else None,
            number_ahead=kpj is not None and work.number_blocks.holds(kpj),
            company=work.companies.by_npp(npp) if npp else None,
            look_alikes=self._look_alikes(work, read) if person is None else (),
            earlier_card=_earlier_card(work, person, npp),
            same_company_days=self.same_company_days,
        )

    def _look_alikes(self, work: UnitOfWork, read: ReadForm) -> tuple[PossibleDuplicate, ...]:
        name, born, nik = read.person.name, read.person.birth_date, read.nik
        if name is None or born is None or nik is None:
            return ()
        name_key = self.reference.names.key(name)
        candidates = work.members.alike(name_key, near_dates(born))
        return possible_duplicates(nik, name_key, born, candidates, work.duplicates.of(nik))

    def _face(
        self, work: UnitOfWork, read: ReadForm, known: Known, kpj: Kpj | None, today: date
    ) -> CardFace | None:
        name = known.person.name if known.person else read.person.name
        if name is None or read.nik is None or kpj is None or read.work.segment is None:
            return None
        company = known.company.name if known.company else read.work.company_name
        return CardFace(
            name=name,
            kpj=kpj.text,
            nik=read.nik.digits,
            company=company or "",
            segment=read.work.segment.value,
            issued_on=today,
            branch=self.branch,
            layout=layout_of(work, read.work.segment, read.work.npp),
        )


@dataclass(frozen=True, slots=True)
class DecideDuplicate:
    """Keep what the officer saw when comparing two people; it is not asked again."""

    begin: Begin
    clock: Clock

    def __call__(
        self, visit: Visit, form: MemberForm, other_nik: Nik, verdict: Verdict, reason: str, by: Officer
    ) -> tuple[Visit, MemberForm]:
        """For the same person the visit becomes a further membership of the stored one, whose identity
        then stands on the form; the membership typed so far stays. Raises ``REASON_MISSING``."""
        permit(by, Right.SERVE_VISIT)
        if not reason.strip():
            raise RuleBroken(Problem.REASON_MISSING)
        now, nik = self.clock(), Nik.parse(form.nik)
        with self.begin() as work:
            other = work.members.by_nik(other_nik)
            if other is None:
                raise RuleBroken(Problem.NOT_FOUND)
            work.duplicates.keep(DuplicateDecision(nik, other_nik, verdict, reason.strip(), by.id, now))
            work.journal.add(
                Entry(
                    now,
                    by.id,
                    Action.DUPLICATE_DECIDED,
                    f"visit:{visit.id}",
                    {"verdict": verdict.value},
                    (other.id,),
                )
            )
            if verdict is Verdict.SAME_PERSON:
                visit = replace(visit, kind=VisitKind.NEW_MEMBERSHIP, member_id=other.id)
                form = with_person(form, other)
                work.visits.save(visit)
                work.drafts.save(visit.id, form, now)
            work.commit()
        return visit, form


def _earlier_card(work: UnitOfWork, person: Member | None, npp: Npp | None) -> EarlierCard | None:
    if person is None or npp is None:
        return None
    return next(iter(work.card_jobs.earlier_cards(person.id, npp)), None)


def _for_comparison(work: UnitOfWork, alike: PossibleDuplicate, today: date) -> LookAlike:
    found = person_found(work, work.members.by_id(alike.person.member_id), today)
    return LookAlike(found, alike.percent, alike.decided)
