"""Step 3, Validasi: every rule over the whole form, and the registration itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.cards.ask_for_card import face_of
from app.cards.card_face import CardFace
from app.cards.number_block import BlockLevel
from app.clock import Clock
from app.companies.company import Company
from app.errors import Problem, RuleBroken
from app.findings import Decision, Finding, FindingCode, Severity
from app.members.duplicates import (
    DuplicateDecision,
    PossibleDuplicate,
    Verdict,
    near_dates,
    possible_duplicates,
)
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership, RiskClass
from app.members.nik import Nik
from app.ports import Begin, UnitOfWork
from app.reference import Reference
from app.services.contribution import Contribution
from app.trust.approval import Approval, approver
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.visit.member_form import KpjSource, MemberForm, form_of
from app.visit.read_form import ReadForm, in_field_order, read_form
from app.visit.record_step import record_step
from app.visit.rules import Known, check
from app.visit.step_1_verify import PersonFound, person_found
from app.visit.visit import Stage, Visit, VisitKind

CardFindings = Callable[[CardFace], tuple[Finding, ...]]
"""What would not fit on the card or cannot be drawn, told by the renderer before printing."""

_MEMBERSHIP_FIELDS = (
    "segment",
    "npp",
    "company_name",
    "division",
    "employee_number",
    "start_date",
    "wage",
    "risk_class",
    "programmes",
    "kpj",
    "kpj_source",
)
"""What stays as typed when the person on the form turns out to be a stored one."""


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
    def contributions(self) -> tuple[Contribution, ...]:
        return self.read.contributions


@dataclass(frozen=True, slots=True)
class CheckForm:
    """All findings about a form. It only reads, so it may be asked at every pause in typing."""

    begin: Begin
    clock: Clock
    reference: Reference
    card_findings: CardFindings
    branch: str
    same_company_days: int

    def __call__(self, visit: Visit, form: MemberForm) -> Checked:
        with self.begin() as work:
            return self.within(work, visit, form)

    def within(self, work: UnitOfWork, visit: Visit, form: MemberForm) -> Checked:
        """The same inside a change that is under way: what is found holds until its commit."""
        today = self.clock().date()
        read = read_form(form, today, self.reference)
        known = self._known(work, visit, read, today)
        kpj = read.work.kpj
        if read.work.kpj_source is KpjSource.BLOCK:
            kpj = work.number_blocks.peek()
        face = self._face(read, known, kpj, today)
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
            good_card_on=self._good_card_on(work, read, memberships, today),
            same_company_days=self.same_company_days,
        )

    def _look_alikes(self, work: UnitOfWork, read: ReadForm) -> tuple[PossibleDuplicate, ...]:
        name, born, nik = read.person.name, read.person.birth_date, read.nik
        if name is None or born is None or nik is None:
            return ()
        name_key = self.reference.names.key(name)
        candidates = work.members.alike(name_key, near_dates(born))
        return possible_duplicates(nik, name_key, born, candidates, work.duplicates.of(nik))

    def _good_card_on(
        self, work: UnitOfWork, read: ReadForm, memberships: Sequence[Membership], today: date
    ) -> date | None:
        since = today - timedelta(days=self.same_company_days)
        jobs = (
            work.card_jobs.good_since(membership.id, since)
            for membership in memberships
            if membership.npp is not None and membership.npp == read.work.npp
        )
        days = [job.answered_at.date() for job in jobs if job is not None and job.answered_at]
        return max(days, default=None)

    def _face(self, read: ReadForm, known: Known, kpj: Kpj | None, today: date) -> CardFace | None:
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
                    {"verdict": verdict.value, "member_id": str(other.id)},
                )
            )
            if verdict is Verdict.SAME_PERSON:
                visit = replace(visit, kind=VisitKind.NEW_MEMBERSHIP, member_id=other.id)
                typed = {name: getattr(form, name) for name in _MEMBERSHIP_FIELDS}
                form = replace(form_of(other), **typed)
                work.visits.save(visit)
                work.drafts.save(visit.id, form, now)
            work.commit()
        return visit, form


@dataclass(frozen=True, slots=True)
class Registered:
    """``face`` is None while the number follows later: there is no card to print yet."""

    visit: Visit
    member: Member
    membership: Membership
    face: CardFace | None


@dataclass(frozen=True, slots=True)
class RegisterMember:
    """Store the person, the company, the number and the membership, or nothing at all."""

    begin: Begin
    clock: Clock
    check: CheckForm

    def __call__(
        self, visit: Visit, form: MemberForm, decisions: Sequence[Decision], by: Officer
    ) -> Registered:
        """Everything is checked once more inside the change, because another counter may have stored
        the same person meanwhile. Raises ``RuleBroken(FINDINGS_OPEN)`` when a block or an unanswered
        finding is left, ``NOT_ALLOWED`` for an approval by somebody who is no supervisor."""
        now = self.clock()
        with self.begin() as work:
            checked = self.check.within(work, visit, form)
            _refuse_open_findings(work, checked.findings, decisions)
            company = self._company(work, checked, by)
            member = checked.person or self._member(work, checked.read, by)
            membership = self._membership(work, checked.read, member, company, by)
            work.findings.record(visit.id, checked.findings, decisions, now)
            _journal_decisions(work, visit.id, checked.findings, decisions, by, now)
            known = replace(
                visit,
                kind=VisitKind.NEW_MEMBERSHIP if checked.person else VisitKind.NEW_MEMBER,
                member_id=member.id,
                membership_id=membership.id,
            )
            moved = record_step(work, known, known.finish(Stage.VALIDATE, now), by)
            face = None
            if membership.kpj is not None:
                face = face_of(work, membership.id, self.clock, self.check.branch)
            work.drafts.drop(visit.id)
            work.commit()
        return Registered(moved, member, membership, face)

    def _company(self, work: UnitOfWork, checked: Checked, by: Officer) -> Company | None:
        read = checked.read.work
        if checked.company is not None or read.npp is None or read.segment is None:
            return checked.company
        company = Company(
            read.npp,
            read.company_name or "",
            segment=read.segment,
            risk_class=read.risk_class or RiskClass.VERY_LOW,
            data_entered_on=self.clock().date(),
        )
        work.companies.add(company)
        work.journal.add(Entry(self.clock(), by.id, Action.COMPANY_REGISTERED, f"company:{company.npp.text}"))
        return company

    def _member(self, work: UnitOfWork, read: ReadForm, by: Officer) -> Member:
        if read.member is None:
            raise RuleBroken(Problem.FINDINGS_OPEN)
        member = work.members.add(read.member)
        work.journal.add(Entry(self.clock(), by.id, Action.MEMBER_REGISTERED, f"member:{member.id}"))
        return member

    def _membership(
        self, work: UnitOfWork, read: ReadForm, member: Member, company: Company | None, by: Officer
    ) -> Membership:
        if read.membership is None:
            raise RuleBroken(Problem.FINDINGS_OPEN)
        kpj = work.number_blocks.take() if read.work.kpj_source is KpjSource.BLOCK else read.work.kpj
        membership = work.members.add_membership(
            replace(
                read.membership,
                member_id=member.id,
                kpj=kpj,
                company_name=company.name if company else read.membership.company_name,
            )
        )
        work.journal.add(
            Entry(self.clock(), by.id, Action.MEMBERSHIP_REGISTERED, f"membership:{membership.id}")
        )
        return membership


def open_findings(findings: Sequence[Finding], decisions: Sequence[Decision]) -> tuple[Finding, ...]:
    """What still keeps the form from being stored: blocks, and warnings or approvals without an answer."""
    reasoned = {decision.finding_key for decision in decisions if decision.reason.strip()}
    approved = {
        decision.finding_key
        for decision in decisions
        if decision.approved_by is not None and decision.reason.strip()
    }
    answered = {Severity.WARN: reasoned, Severity.APPROVE: approved}
    return tuple(
        finding
        for finding in findings
        if finding.severity is not Severity.NOTE
        and finding.key not in answered.get(finding.severity, frozenset())
    )


def _refuse_open_findings(
    work: UnitOfWork, findings: Sequence[Finding], decisions: Sequence[Decision]
) -> None:
    # two people who look alike are compared and decided as a pair, not waved through with a reason
    pairs = [found for found in findings if found.code is FindingCode.PERSON_POSSIBLY_DUPLICATE]
    left = {*open_findings(findings, decisions), *pairs}
    if left:
        raise RuleBroken(Problem.FINDINGS_OPEN, count=str(len(left)))
    for decision in decisions:
        if decision.approved_by is not None:
            approver(work, Approval(decision.approved_by, decision.reason))


def _journal_decisions(
    work: UnitOfWork,
    visit_id: int,
    findings: Sequence[Finding],
    decisions: Sequence[Decision],
    by: Officer,
    now: datetime,
) -> None:
    codes = {finding.key: finding.code for finding in findings}
    for decision in decisions:
        if decision.finding_key in codes:
            facts = {"finding": codes[decision.finding_key].value}
            if decision.approved_by is not None:
                facts["approved_by"] = str(decision.approved_by)
            work.journal.add(Entry(now, by.id, Action.FINDING_DECIDED, f"visit:{visit_id}", facts))


def _for_comparison(work: UnitOfWork, alike: PossibleDuplicate, today: date) -> LookAlike:
    found = person_found(work, work.members.by_id(alike.person.member_id), today)
    return LookAlike(found, alike.percent, alike.decided)
