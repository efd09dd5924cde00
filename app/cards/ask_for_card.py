"""Ask for a card: the first one, a remake of a spoiled one, or a reprint with reason and approval."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.cards.card_face import CardFace
from app.cards.layout_of import layout_of
from app.cards.next_copy import NextCopy, next_copy
from app.cards.print_job import CardJob, ReprintReason
from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.members.member import Member
from app.members.membership import Membership
from app.ports import Begin, UnitOfWork
from app.trust.approval import Approval, ApprovalSeals
from app.trust.approver import approver
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.trust.person_shown import PersonsShown, View


@dataclass(frozen=True, slots=True)
class Reprint:
    """Why a member who had a good card gets another, and who approved it."""

    reason: ReprintReason
    approval: Approval


def approval_subject(membership_id: int, copy: int) -> str:
    """An approval is for one copy: signed once, it cannot bring two cards."""
    return f"membership:{membership_id}:copy:{copy}"


@dataclass(frozen=True, slots=True)
class FaceOfCard:
    """What will stand on the card of a stored membership."""

    begin: Begin
    clock: Clock
    branch: str
    shown: PersonsShown

    def __call__(self, membership_id: int, by: Officer) -> CardFace:
        permit(by, Right.PRINT_CARD)
        with self.begin() as work:
            face = face_of(work, membership_id, self.clock, self.branch)
            member_id = work.members.membership(membership_id).member_id
        self.shown.tell(by, View.CARD, [member_id])
        return face


def face_of(work: UnitOfWork, membership_id: int, clock: Clock, branch: str) -> CardFace:
    """Of a card to be printed: ``RuleBroken(PERSON_DECEASED)``, nobody who died gets one."""
    membership = work.members.membership(membership_id)
    member = work.members.by_id(membership.member_id)
    face = _face(work, membership, member, clock, branch)
    if member.deceased_on is not None:
        raise RuleBroken(Problem.PERSON_DECEASED)
    return face


def face_of_printed(work: UnitOfWork, membership_id: int, clock: Clock, branch: str) -> CardFace:
    """Of a card that came out: it stays what it is, whatever became of the member since."""
    membership = work.members.membership(membership_id)
    return _face(work, membership, work.members.by_id(membership.member_id), clock, branch)


def _face(work: UnitOfWork, membership: Membership, member: Member, clock: Clock, branch: str) -> CardFace:
    if membership.kpj is None:
        raise RuleBroken(Problem.MEMBERSHIP_WITHOUT_NUMBER)
    return CardFace(
        name=member.name,
        kpj=membership.kpj.text,
        nik=member.nik.digits,
        company=membership.company_name,
        segment=membership.segment.value,
        issued_on=clock().date(),
        branch=branch,
        layout=layout_of(work, membership.segment, membership.npp),
    )


@dataclass(frozen=True, slots=True)
class AskForCard:
    """Put one card in the queue. Nothing is sent yet; a card already owed is given back as it is."""

    begin: Begin
    clock: Clock
    counter: str
    branch: str
    seals: ApprovalSeals

    def __call__(
        self,
        membership_id: int,
        printer: str,
        by: Officer,
        *,
        visit_id: int | None = None,
        reprint: Reprint | None = None,
    ) -> CardJob:
        """``RuleBroken``: ``CARD_UNANSWERED`` while an earlier card is in doubt, ``NOT_ALLOWED`` for
        a reprint that no supervisor signed for, ``APPROVAL_EXPIRED``."""
        permit(by, Right.PRINT_CARD)
        with self.begin() as work:
            asked = self.within(
                work,
                membership_id,
                printer,
                by,
                lambda coming: self._approved(work, coming, membership_id, reprint),
                visit_id=visit_id,
            )
            work.commit()
        return asked

    def within(
        self,
        work: UnitOfWork,
        membership_id: int,
        printer: str,
        by: Officer,
        sign: Callable[[NextCopy], NextCopy],
        *,
        visit_id: int | None = None,
        batch_id: int | None = None,
    ) -> CardJob:
        """The same inside a change that is under way; ``sign`` puts the supervisor under a copy that needs
        one, or refuses it."""
        face_of(work, membership_id, self.clock, self.branch)
        earlier = work.card_jobs.of_membership(membership_id)
        owed = [job for job in earlier if job.owed]
        if any(job.in_doubt for job in earlier):
            raise RuleBroken(Problem.CARD_UNANSWERED)
        if owed:
            return self._owed(work, owed[-1], printer, visit_id)
        coming = sign(next_copy(earlier))
        stored = work.card_jobs.add(
            CardJob(
                membership_id,
                coming.copy,
                coming.kind,
                printer,
                self.counter,
                asked_by=by.id,
                asked_at=self.clock(),
                visit_id=visit_id,
                batch_id=batch_id,
                reprint_reason=coming.reprint_reason,
                reprint_note=coming.reprint_note,
                approved_by=coming.approved_by,
            )
        )
        work.journal.add(self._asked(work, stored, by))
        return stored

    def _asked(self, work: UnitOfWork, job: CardJob, by: Officer) -> Entry:
        facts = {"kind": job.kind.value, "copy": str(job.copy)}
        if job.reprint_reason is not None:
            facts["reason"] = job.reprint_reason.value
        if job.approved_by is not None:
            facts["approved_by"] = str(job.approved_by)
        if job.visit_id is not None:
            facts["visit"] = str(job.visit_id)
        if job.batch_id is not None:
            facts["batch"] = str(job.batch_id)
        member_id = work.members.membership(job.membership_id).member_id
        return Entry(job.asked_at, by.id, Action.CARD_ASKED_FOR, f"card:{job.id}", facts, (member_id,))

    def _owed(self, work: UnitOfWork, job: CardJob, printer: str, visit_id: int | None) -> CardJob:
        """The same card, perhaps at another counter or printer and handed out in a later visit.

        It was never sent, or its document left the spooler before it was answered "not printed". The
        counter that takes it up uses its own blank and is the one to be asked about it. A member who comes
        for a card that waits in a batch takes it along: it is the batch's no more.
        """
        taken_up = replace(
            job,
            printer=printer,
            counter=self.counter,
            visit_id=job.visit_id if visit_id is None else visit_id,
            batch_id=job.batch_id if visit_id is None else None,
        )
        if taken_up != job:
            work.card_jobs.save(taken_up, job)
        return taken_up

    def _approved(
        self, work: UnitOfWork, coming: NextCopy, membership_id: int, reprint: Reprint | None
    ) -> NextCopy:
        if not coming.needs_approval:
            return coming
        if reprint is None:
            raise RuleBroken(Problem.NOT_ALLOWED, right=Right.APPROVE.value)
        subject = approval_subject(membership_id, coming.copy)
        supervisor = approver(work, self.seals, reprint.approval, subject, self.clock())
        return replace(
            coming,
            reprint_reason=reprint.reason,
            reprint_note=reprint.approval.reason.strip(),
            approved_by=supervisor.id,
        )
