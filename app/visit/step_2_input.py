"""Step 2, Input: form F1A is typed; every keystroke is safe within a second as a draft."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.clock import Clock
from app.companies.company import Company
from app.errors import Problem, RuleBroken
from app.findings import Finding, FindingCode, Severity
from app.members.membership import Segment
from app.ports import Begin, Draft, UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.trust.person_shown import PersonsShown, View
from app.visit.member_form import MemberForm, form_of
from app.visit.record_step import record_step, refuse_if_moved_on
from app.visit.visit import Stage, Visit, VisitKind

MOST_COMPANIES = 12


@dataclass(frozen=True, slots=True)
class FormFor:
    """The form as the visit begins: a stored draft, what is known of the person, or nothing yet."""

    begin: Begin
    shown: PersonsShown

    def __call__(self, visit: Visit, by: Officer) -> MemberForm:
        permit(by, Right.SERVE_VISIT)
        if visit.member_id is not None:
            self.shown.tell(by, View.FORM, [visit.member_id], visit.id)
        with self.begin() as work:
            draft = work.drafts.of(visit.id)
            if draft is not None:
                return draft.form
            if visit.kind is VisitKind.NEW_MEMBERSHIP and visit.member_id is not None:
                return form_of(work.members.by_id(visit.member_id))
        return MemberForm()


@dataclass(frozen=True, slots=True)
class SaveDraft:
    begin: Begin
    clock: Clock

    def __call__(self, visit: Visit, form: MemberForm, by: Officer) -> None:
        permit(by, Right.SERVE_VISIT)
        with self.begin() as work:
            work.drafts.save(visit.id, form, self.clock())
            work.commit()


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Visits a crash or the end of the day left open at this counter, with what was typed in them, the
    last one first: it is the one an officer comes back to."""

    begin: Begin
    counter: str
    shown: PersonsShown

    def __call__(self, by: Officer) -> tuple[Draft, ...]:
        permit(by, Right.SERVE_VISIT)
        with self.begin() as work:
            drafts = {draft.visit.id: draft for draft in work.drafts.left_over(self.counter)}
            waiting = [
                drafts.get(visit.id)
                or Draft(visit, _of_member(work, visit), visit.stage_since or visit.opened_at)
                for visit in work.visits.unfinished(self.counter)
            ]
        stored = [draft.visit.member_id for draft in waiting if draft.visit.member_id is not None]
        self.shown.tell(by, View.WAITING_VISITS, stored)
        return tuple(sorted(waiting, key=lambda draft: draft.saved_at, reverse=True))


def _of_member(work: UnitOfWork, visit: Visit) -> MemberForm:
    """A visit after step 3 has no draft any more, but it is known whose it is."""
    return MemberForm() if visit.member_id is None else form_of(work.members.by_id(visit.member_id))


@dataclass(frozen=True, slots=True)
class ResumeVisit:
    """Go on with a visit that was left open; another officer may take it over."""

    begin: Begin
    clock: Clock

    def __call__(self, visit_id: int, by: Officer) -> Visit:
        permit(by, Right.SERVE_VISIT)
        now = self.clock()
        with self.begin() as work:
            stored = work.visits.by_id(visit_id)
            if stored.closed_at is not None:  # ended elsewhere since the list was shown
                raise RuleBroken(Problem.STEP_OUT_OF_ORDER, visit=stored.number, stands=stored.stage.value)
            visit = replace(stored, officer_id=by.id, stage_since=now)
            work.visits.save(visit)
            work.journal.add(resumed_entry(visit, by, now))
            work.commit()
        return visit


@dataclass(frozen=True, slots=True)
class TakeOverVisit:
    """Another officer sits down to the visit on the screen, which stands as it is."""

    begin: Begin
    clock: Clock

    def __call__(self, visit: Visit, by: Officer) -> None:
        permit(by, Right.SERVE_VISIT)
        with self.begin() as work:
            work.journal.add(resumed_entry(visit, by, self.clock()))
            work.commit()


def resumed_entry(visit: Visit, by: Officer, at: datetime) -> Entry:
    return Entry(at, by.id, Action.DRAFT_RESUMED, f"visit:{visit.id}", members=visit.member_ids)


@dataclass(frozen=True, slots=True)
class AbandonVisit:
    """The visitor left, or nothing was wanted: the visit ends and its draft goes."""

    begin: Begin
    clock: Clock

    def __call__(self, visit: Visit, by: Officer) -> None:
        permit(by, Right.SERVE_VISIT)
        now = self.clock()
        with self.begin() as work:
            refuse_if_moved_on(work, visit)
            work.visits.save(replace(visit, abandoned=True, closed_at=now))
            work.drafts.drop(visit.id)
            work.journal.add(
                Entry(now, by.id, Action.VISIT_ABANDONED, f"visit:{visit.id}", members=visit.member_ids)
            )
            work.commit()


@dataclass(frozen=True, slots=True)
class SuggestCompanies:
    begin: Begin

    def __call__(self, typed: str, by: Officer) -> tuple[Company, ...]:
        permit(by, Right.SERVE_VISIT)
        if not typed.strip():
            return ()
        with self.begin() as work:
            return work.companies.like(typed.strip(), MOST_COMPANIES)


def with_company(form: MemberForm, company: Company) -> MemberForm:
    """The company's defaults, where the officer has typed nothing else."""
    return replace(
        form,
        npp=company.npp.text,
        company_name=company.name,
        division=form.division or company.division,
        segment=company.segment.value if form.segment in ("", Segment.PU.value) else form.segment,
        risk_class=form.risk_class or company.risk_class.value,
    )


def held_back(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """What has to be mended on the form itself; two people who look alike are compared at step 3."""
    return tuple(
        finding
        for finding in findings
        if finding.severity is Severity.BLOCK and finding.code is not FindingCode.PERSON_POSSIBLY_DUPLICATE
    )


@dataclass(frozen=True, slots=True)
class FinishInput:
    """Keep the form with all its findings, which count even when they are mended afterwards."""

    begin: Begin
    clock: Clock
    findings_of: Callable[[UnitOfWork, Visit, MemberForm], Sequence[Finding]]

    def __call__(self, visit: Visit, form: MemberForm, by: Officer) -> Visit:
        """The visit at step 3, or still at step 2 while something holds the form back."""
        permit(by, Right.SERVE_VISIT)
        now = self.clock()
        with self.begin() as work:
            findings = self.findings_of(work, visit, form)
            work.drafts.save(visit.id, form, now)
            work.findings.record(visit.id, findings, (), now)
            if not held_back(findings):
                visit = record_step(work, visit, visit.finish(Stage.INPUT, now), by)
            work.commit()
        return visit


@dataclass(frozen=True, slots=True)
class StepBack:
    """Back to the step before, as long as nothing of it is stored yet; the draft stays."""

    begin: Begin
    clock: Clock

    def __call__(self, visit: Visit, by: Officer) -> Visit:
        permit(by, Right.SERVE_VISIT)
        with self.begin() as work:
            moved = record_step(work, visit, visit.step_back(self.clock()), by)
            work.commit()
        return moved
