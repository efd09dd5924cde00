"""Send a card to its printer at most once, and keep what the spooler claims of it."""

import hashlib
from dataclasses import dataclass, replace

from app.cards.ask_for_card import face_of
from app.cards.move_card import move, moved_entry
from app.cards.print_job import CardJob, CardState, PrinterReason
from app.clock import Clock
from app.errors import NothingSent, Problem, RuleBroken, YourEnvironment
from app.ports import Begin, CardPrinter, CardRenderers, SpoolReport, SpoolState
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

_CLAIMS = {
    SpoolState.WAITING: CardState.SENDING,
    SpoolState.CLAIMED_DONE: CardState.CLAIMED_DONE,
    SpoolState.NEEDS_ATTENTION: CardState.NEEDS_ATTENTION,
    SpoolState.UNKNOWN: CardState.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class SendCard:
    """Send a queued card to its printer: at most once, whatever happens in between.

    ``sending`` is committed before the first byte leaves. If this program, the spooler or the power
    dies afterwards, the job is found in ``sending`` and a person is asked.
    """

    begin: Begin
    clock: Clock
    printer: CardPrinter
    renderers: CardRenderers
    branch: str

    def __call__(self, job_id: int, by: Officer) -> CardJob:
        """Raises ``NothingSent`` (the card stays queued) or ``YourEnvironment`` (it is in doubt)."""
        permit(by, Right.PRINT_CARD)
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
            if not job.owed:  # told before the spooler is touched: that card may be printing right now
                raise RuleBroken(Problem.CARD_MOVE_FORBIDDEN, of=job.state.value, to=CardState.SENDING.value)
            if work.stock.level(job.counter).remaining <= 0:
                raise RuleBroken(Problem.BLANKS_EMPTY)
            face = face_of(work, job.membership_id, self.clock, self.branch)
            setup = work.printer_setups.of(job.counter, job.printer)
        renderer = self.renderers.of(face.layout)
        document = renderer.render([face], setup.placement, back=setup.double_sided)
        return replace(job, layout=renderer.layout), document

    def _clear_earlier_documents(self, job: CardJob) -> None:
        """A stopped queue prints its backlog when it is enabled again: what was sent before must go.

        A card that is queued never reached a spooler: it is new, or its printer was not reached.
        """
        with self.begin() as work:
            earlier = work.card_jobs.of_membership(job.membership_id)
        for old in earlier:
            if old.attempt and old.state not in (CardState.GOOD, CardState.QUEUED):
                self.printer.cancel(old.printer, old.document_name)

    def _mark_sending(self, job: CardJob, sha256: str, by: Officer) -> CardJob:
        with self.begin() as work:
            stored = work.card_jobs.by_id(job.id)
            queued = stored.moved(CardState.QUEUED) if stored.state is CardState.NOT_PRINTED else stored
            sending = replace(queued.sent(sha256, self.clock()), layout=job.layout)
            work.card_jobs.save(sending, stored)
            work.journal.add(moved_entry(work, self.clock, sending, stored.state, by.id))
            work.commit()
        return sending


@dataclass(frozen=True, slots=True)
class PollCard:
    """Ask the spooler about a card and keep what it claims."""

    begin: Begin
    clock: Clock
    printer: CardPrinter

    def __call__(self, job_id: int, by: Officer) -> CardJob:
        permit(by, Right.PRINT_CARD)
        with self.begin() as work:
            job = work.card_jobs.by_id(job_id)
        if not job.on_its_way or not job.spool_ticket:
            return job
        report = self.printer.poll(job.printer, job.spool_ticket)
        return self._keep(job, report, by)

    def _keep(self, job: CardJob, report: SpoolReport, by: Officer) -> CardJob:
        claimed = _CLAIMS[report.state]
        told_before = claimed is CardState.SENDING or report.reason is job.printer_reason
        if claimed is job.state and told_before:
            return job
        return move(self.begin, self.clock, job, claimed, report.reason, by)
