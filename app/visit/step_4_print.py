"""Step 4, Cetak: ask for a card, send it once, and believe only a person about what came out."""

import hashlib
from dataclasses import dataclass, replace

from app.cards.card_face import CardFace
from app.cards.card_stock import BlankLevel, BlankMovement, StockMove
from app.cards.print_job import (
    CardJob,
    CardKind,
    CardState,
    PrinterReason,
    ReprintReason,
    SpoiledReason,
)
from app.clock import Clock
from app.errors import NothingSent, Problem, RuleBroken, YourEnvironment
from app.ports import (
    Begin,
    CardPrinter,
    CardRenderer,
    CardToAnswer,
    SpoolReport,
    SpoolState,
    UnitOfWork,
)
from app.trust.approval import Approval, approver
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.visit.step_1_verify import record_step
from app.visit.visit import Stage, Visit

_CLAIMS = {
    SpoolState.CLAIMED_DONE: CardState.CLAIMED_DONE,
    SpoolState.NEEDS_ATTENTION: CardState.NEEDS_ATTENTION,
    SpoolState.UNKNOWN: CardState.UNKNOWN,
}
_STILL_OWED = frozenset({CardState.QUEUED, CardState.NOT_PRINTED})
_NO_CARD = frozenset({CardState.SPOILED, CardState.CANCELLED})


@dataclass(frozen=True, slots=True)
class Reprint:
    """Why a member who had a good card gets another, and who approved it."""

    reason: ReprintReason
    approval: Approval


@dataclass(frozen=True, slots=True)
class FaceOfCard:
    """What will stand on the card of a stored membership."""

    begin: Begin
    clock: Clock
    branch: str

    def __call__(self, membership_id: int) -> CardFace:
        with self.begin() as work:
            return face_of(work, membership_id, self.clock, self.branch)


def face_of(work: UnitOfWork, membership_id: int, clock: Clock, branch: str) -> CardFace:
    membership = work.members.membership(membership_id)
    if membership.kpj is None:
        raise RuleBroken(Problem.MEMBERSHIP_WITHOUT_NUMBER)
    member = work.members.by_id(membership.member_id)
    if member.deceased_on is not None:
        raise RuleBroken(Problem.PERSON_DECEASED)
    return CardFace(
        name=member.name,
        kpj=membership.kpj.text,
        nik=member.nik.digits,
        company=membership.company_name,
        segment=membership.segment.value,
        issued_on=clock().date(),
        branch=branch,
    )


@dataclass(frozen=True, slots=True)
class AskForCard:
    """Put one card in the queue. Nothing is sent yet; a card already owed is given back as it is."""

    begin: Begin
    clock: Clock
    counter: str
    branch: str
    layout: str

    def __call__(
        self,
        membership_id: int,
        printer: str,
        by: Officer,
        *,
        visit: Visit | None = None,
        reprint: Reprint | None = None,
    ) -> CardJob:
        """``RuleBroken``: ``CARD_UNANSWERED`` while an earlier card is in doubt, ``NOT_ALLOWED`` for
        a reprint without a supervisor's approval."""
        now = self.clock()
        with self.begin() as work:
            face_of(work, membership_id, self.clock, self.branch)
            earlier = work.card_jobs.of_membership(membership_id)
            owed = [job for job in earlier if job.state in _STILL_OWED]
            if any(job.in_doubt for job in earlier):
                raise RuleBroken(Problem.CARD_UNANSWERED)
            if owed:
                return self._owed(work, owed[-1], printer)
            job = self._next_copy(work, earlier, membership_id, printer, by, reprint)
            stored = work.card_jobs.add(replace(job, visit_id=visit.id if visit else None))
            work.journal.add(
                Entry(
                    now,
                    by.id,
                    Action.CARD_ASKED_FOR,
                    f"card:{stored.id}",
                    {"kind": stored.kind.value, "copy": str(stored.copy)},
                )
            )
            work.commit()
        return stored

    def _owed(self, work: UnitOfWork, job: CardJob, printer: str) -> CardJob:
        """The same card, perhaps on another printer: it was never sent, or certainly did not come out."""
        if job.printer == printer or job.state is not CardState.QUEUED or job.attempt:
            return job
        moved = replace(job, printer=printer)
        work.card_jobs.save(moved, job)
        work.commit()
        return moved

    def _next_copy(
        self,
        work: UnitOfWork,
        earlier: tuple[CardJob, ...],
        membership_id: int,
        printer: str,
        by: Officer,
        reprint: Reprint | None,
    ) -> CardJob:
        good = [job for job in earlier if job.state is CardState.GOOD]
        last = earlier[-1] if earlier else None
        job = CardJob(
            membership_id,
            copy=len(good) + 1,
            kind=CardKind.FIRST,
            printer=printer,
            counter=self.counter,
            asked_by=by.id,
            asked_at=self.clock(),
            layout=self.layout,
        )
        if last is not None and last.state in _NO_CARD:
            # the copy asked for before never reached the member: its reason and approval still hold
            kind = CardKind.REMAKE if last.state is CardState.SPOILED else last.kind
            return replace(
                job,
                copy=last.copy,
                kind=kind,
                reprint_reason=last.reprint_reason,
                approved_by=last.approved_by,
            )
        if good:
            if reprint is None:
                raise RuleBroken(Problem.NOT_ALLOWED)
            supervisor = approver(work, reprint.approval)
            return replace(
                job,
                kind=CardKind.REPRINT,
                reprint_reason=reprint.reason,
                approved_by=supervisor.id,
            )
        return job


@dataclass(frozen=True, slots=True)
class SendCard:
    """Send a queued card to its printer: at most once, whatever happens in between.

    ``sending`` is committed before the first byte leaves. If this program, the spooler or the power
    dies afterwards, the job is found in ``sending`` and a person is asked.
    """

    begin: Begin
    clock: Clock
    printer: CardPrinter
    renderer: CardRenderer
    branch: str

    def __call__(self, job_id: int, by: Officer) -> CardJob:
        """Raises ``NothingSent`` (the card stays queued) or ``YourEnvironment`` (it is in doubt)."""
        job, document = self._prepare(job_id)
        self._clear_earlier_documents(job)
        sending = self._mark_sending(job, hashlib.sha256(document).hexdigest(), by)
        try:
            ticket = self.printer.submit(sending.printer, document, sending.document_name)
        except NothingSent:
            move(self.begin, self.clock, sending, CardState.QUEUED, PrinterReason.OFFLINE, by)
            raise
        except YourEnvironment:
            move(self.begin, self.clock, sending, CardState.UNKNOWN, PrinterReason.OTHER, by)
            raise
        with self.begin() as work:
            sent = replace(sending, spool_ticket=ticket)
            work.card_jobs.save(sent, sending)
            work.commit()
        return sent

    def _prepare(self, job_id: int) -> tuple[CardJob, bytes]:
        with self.begin() as work:
            job = work.card_jobs.by_id(job_id)
            if work.stock.level(job.counter).remaining <= 0:
                raise RuleBroken(Problem.BLANKS_EMPTY)
            face = face_of(work, job.membership_id, self.clock, self.branch)
        return job, self.renderer.render([face])

    def _clear_earlier_documents(self, job: CardJob) -> None:
        """A stopped queue prints its backlog when it is enabled again: what was sent before must go."""
        with self.begin() as work:
            earlier = work.card_jobs.of_membership(job.membership_id)
        for old in earlier:
            if old.attempt and old.state is not CardState.GOOD:
                self.printer.cancel(old.printer, old.document_name)

    def _mark_sending(self, job: CardJob, sha256: str, by: Officer) -> CardJob:
        with self.begin() as work:
            stored = work.card_jobs.by_id(job.id)
            queued = stored.moved(CardState.QUEUED) if stored.state is CardState.NOT_PRINTED else stored
            sending = queued.sent(sha256)
            work.card_jobs.save(sending, stored)
            work.journal.add(moved_entry(self.clock, sending, stored.state, by.id))
            work.commit()
        return sending


@dataclass(frozen=True, slots=True)
class PollCard:
    """Ask the spooler about a card and keep what it claims."""

    begin: Begin
    clock: Clock
    printer: CardPrinter

    def __call__(self, job_id: int, by: Officer) -> CardJob:
        with self.begin() as work:
            job = work.card_jobs.by_id(job_id)
        if job.state not in (CardState.SENDING, CardState.NEEDS_ATTENTION) or not job.spool_ticket:
            return job
        report = self.printer.poll(job.printer, job.spool_ticket)
        return self._keep(job, report, by)

    def _keep(self, job: CardJob, report: SpoolReport, by: Officer) -> CardJob:
        claimed = _CLAIMS.get(report.state)
        if claimed is None or (claimed, report.reason) == (job.state, job.printer_reason):
            return job
        return move(self.begin, self.clock, job, claimed, report.reason, by)


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """What the officer saw in the tray. First the spooler is made to forget the document, so that
    nothing comes out later behind the answer."""

    begin: Begin
    clock: Clock
    printer: CardPrinter

    def __call__(
        self, job_id: int, answer: CardState, by: Officer, spoiled: SpoiledReason | None = None
    ) -> CardJob:
        with self.begin() as work:
            job = work.card_jobs.by_id(job_id)
        done = job.answered(answer, by.id, self.clock(), spoiled)
        self.printer.cancel(job.printer, job.document_name)
        with self.begin() as work:
            work.card_jobs.save(done, job)
            work.journal.add(moved_entry(self.clock, done, job.state, by.id))
            work.commit()
        return done


@dataclass(frozen=True, slots=True)
class AnswerByScan:
    """The card itself is the answer: scanned, it came out and its code can be read."""

    begin: Begin
    counter: str
    answer: AnswerCard

    def __call__(self, scanned: str, by: Officer, expected: str | None = None) -> CardJob:
        """``SCANNED_ANOTHER_CARD`` when the scan is not the card in question or not one in doubt."""
        kpj = scanned.strip().upper()
        with self.begin() as work:
            job = work.card_jobs.by_scanned(kpj, self.counter)
        if job is None or (expected is not None and kpj != expected):
            raise RuleBroken(Problem.SCANNED_ANOTHER_CARD, scanned=kpj, expected=expected or "")
        return self.answer(job.id, CardState.GOOD, by)


@dataclass(frozen=True, slots=True)
class CardsToCheck:
    """The open cards of this counter, and at program start: what was being sent when it stopped."""

    begin: Begin
    clock: Clock
    counter: str

    def __call__(self) -> tuple[CardToAnswer, ...]:
        with self.begin() as work:
            return work.card_jobs.open_jobs(self.counter)

    def after_start(self) -> tuple[CardToAnswer, ...]:
        """Called once, before anything can be sent: a job still ``sending`` now belongs to a dead
        program, and nobody knows whether its card came out."""
        with self.begin() as work:
            for card in work.card_jobs.open_jobs(self.counter):
                if card.job.state is CardState.SENDING:
                    lost = card.job.moved(CardState.UNKNOWN, PrinterReason.RESTARTED)
                    work.card_jobs.save(lost, card.job)
                    work.journal.add(moved_entry(self.clock, lost, card.job.state, card.job.asked_by))
            work.commit()
        return self()


@dataclass(frozen=True, slots=True)
class LatestCards:
    begin: Begin
    counter: str

    def __call__(self, limit: int = 200) -> tuple[CardToAnswer, ...]:
        with self.begin() as work:
            return work.card_jobs.latest(self.counter, limit)


@dataclass(frozen=True, slots=True)
class CancelCard:
    """Give up a card that was never sent or did not come out."""

    begin: Begin
    clock: Clock

    def __call__(self, job_id: int, by: Officer) -> CardJob:
        with self.begin() as work:
            job = work.card_jobs.by_id(job_id)
        return move(self.begin, self.clock, job, CardState.CANCELLED, PrinterReason.NONE, by)


@dataclass(frozen=True, slots=True)
class Blanks:
    """The counter's blank cards: how many are left, and how new ones are booked in."""

    begin: Begin
    clock: Clock
    counter: str

    def __call__(self) -> BlankLevel:
        with self.begin() as work:
            return work.stock.level(self.counter)

    def receive(self, quantity: int, by: Officer) -> BlankLevel:
        now = self.clock()
        with self.begin() as work:
            work.stock.add(BlankMovement(self.counter, StockMove.RECEIVED, quantity, now, by.id))
            work.journal.add(Entry(now, by.id, Action.BLANKS_MOVED, facts={"received": str(quantity)}))
            work.commit()
        return self()


@dataclass(frozen=True, slots=True)
class FinishPrint:
    """Leave step 4 once no card of the visit is in doubt; a card still owed stays in the print room."""

    begin: Begin
    clock: Clock

    def __call__(self, visit: Visit, by: Officer) -> Visit:
        now = self.clock()
        with self.begin() as work:
            jobs = work.card_jobs.of_membership(visit.membership_id) if visit.membership_id else ()
            if any(job.in_doubt for job in jobs):
                raise RuleBroken(Problem.CARD_UNANSWERED)
            moved = record_step(work, visit, visit.finish(Stage.PRINT, now), by)
            work.commit()
        return moved


def move(
    begin: Begin, clock: Clock, job: CardJob, to: CardState, reason: PrinterReason, by: Officer
) -> CardJob:
    moved = job.moved(to, reason)
    with begin() as work:
        work.card_jobs.save(moved, job)
        work.journal.add(moved_entry(clock, moved, job.state, by.id))
        work.commit()
    return moved


def moved_entry(clock: Clock, job: CardJob, was: CardState, officer_id: int) -> Entry:
    facts = {"from": was.value, "to": job.state.value, "attempt": str(job.attempt)}
    if job.printer_reason is not PrinterReason.NONE:
        facts["reason"] = job.printer_reason.value
    return Entry(clock(), officer_id, Action.CARD_MOVED, f"card:{job.id}", facts)
