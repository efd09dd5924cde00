"""The end of step 3: the person, the company, the number and the membership are stored together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.cards.ask_for_card import face_of
from app.cards.card_face import CardFace
from app.clock import Clock
from app.companies.company import Company
from app.errors import Problem, RuleBroken
from app.findings import Finding, FindingCode, Severity
from app.members.member import Member
from app.members.membership import Membership, RiskClass
from app.ports import Begin, UnitOfWork
from app.trust.approval import ApprovalSeals
from app.trust.approver import approver
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.visit.decision import Decision, approval_subject
from app.visit.member_form import KpjSource, MemberForm
from app.visit.read_form import ReadForm
from app.visit.record_step import record_step
from app.visit.step_3_validate import Checked, CheckForm
from app.visit.visit import Stage, Visit, VisitKind


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
    seals: ApprovalSeals

    def __call__(
        self, visit: Visit, form: MemberForm, decisions: Sequence[Decision], by: Officer
    ) -> Registered:
        """Everything is checked once more inside the change, because another counter may have stored
        the same person meanwhile. Raises ``RuleBroken(FINDINGS_OPEN)`` when a block or an unanswered
        finding is left, ``NOT_ALLOWED`` for an approval no supervisor signed for this very finding, and
        ``APPROVAL_EXPIRED``."""
        permit(by, Right.SERVE_VISIT)
        now = self.clock()
        with self.begin() as work:
            checked = self.check.within(work, visit, form)
            _refuse_open_findings(checked.findings, decisions)
            self._refuse_what_nobody_approved(work, visit, decisions, now)
            company = self._company(work, checked, visit, by)
            member = checked.person or self._member(work, checked.read, visit, by)
            membership = self._membership(work, checked.read, member, company, visit, by)
            work.findings.record(visit.id, checked.findings, decisions, now)
            _journal_decisions(work, visit, member, checked.findings, decisions, by, now)
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

    def _refuse_what_nobody_approved(
        self, work: UnitOfWork, visit: Visit, decisions: Sequence[Decision], now: datetime
    ) -> None:
        for decision in decisions:
            if decision.approval is not None:
                subject = approval_subject(visit, decision.finding_key)
                approver(work, self.seals, decision.approval, subject, now)

    def _company(self, work: UnitOfWork, checked: Checked, visit: Visit, by: Officer) -> Company | None:
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
        subject, why = f"company:{company.npp.text}", {"visit": str(visit.id)}
        work.journal.add(Entry(self.clock(), by.id, Action.COMPANY_REGISTERED, subject, why))
        return company

    def _member(self, work: UnitOfWork, read: ReadForm, visit: Visit, by: Officer) -> Member:
        if read.member is None:
            raise RuleBroken(Problem.FINDINGS_OPEN)
        member = work.members.add(read.member)
        subject, why = f"member:{member.id}", {"visit": str(visit.id)}
        work.journal.add(Entry(self.clock(), by.id, Action.MEMBER_REGISTERED, subject, why, (member.id,)))
        return member

    def _membership(
        self,
        work: UnitOfWork,
        read: ReadForm,
        member: Member,
        company: Company | None,
        visit: Visit,
        by: Officer,
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
        subject, why = f"membership:{membership.id}", {"visit": str(visit.id)}
        work.journal.add(Entry(self.clock(), by.id, Action.MEMBERSHIP_REGISTERED, subject, why, (member.id,)))
        return membership


def open_findings(findings: Sequence[Finding], decisions: Sequence[Decision]) -> tuple[Finding, ...]:
    """What still keeps the form from being stored: blocks, and warnings or approvals without an answer."""
    reasoned = {decision.finding_key for decision in decisions if decision.reason.strip()}
    approved = {
        decision.finding_key
        for decision in decisions
        if decision.approval is not None and decision.reason.strip()
    }
    answered = {Severity.WARN: reasoned, Severity.APPROVE: approved}
    return tuple(
        finding
        for finding in findings
        if finding.severity is not Severity.NOTE
        and finding.key not in answered.get(finding.severity, frozenset())
    )


def _refuse_open_findings(findings: Sequence[Finding], decisions: Sequence[Decision]) -> None:
    # two people who look alike are compared and decided as a pair, not waved through with a reason
    pairs = [found for found in findings if found.code is FindingCode.PERSON_POSSIBLY_DUPLICATE]
    left = {*open_findings(findings, decisions), *pairs}
    if left:
        raise RuleBroken(Problem.FINDINGS_OPEN, count=str(len(left)))


def _journal_decisions(
    work: UnitOfWork,
    visit: Visit,
    member: Member,
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
            subject = f"visit:{visit.id}"
            work.journal.add(Entry(now, by.id, Action.FINDING_DECIDED, subject, facts, (member.id,)))
