"""One small step of a batch: look after the card in the printer, or send the next one, or say why not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.cards.answer_card import CancelCard
from app.cards.ask_for_card import AskForCard
from app.cards.move_card import move
from app.cards.next_copy import NextCopy, next_copy
from app.cards.print_job import CardJob, CardState, GiveUpReason, PrinterReason
from app.cards.send_card import PollCard, SendCard
from app.clock import Clock
from app.companies.batch_moves import begun_here, refuse_elsewhere, save_moved, tell_cards
from app.companies.batch_progress import BatchProgress, Halt, cards_left_on_ribbon, progress_of
from app.companies.card_batch import BatchCard, BatchState, CardBatch, LeftOut
from app.companies.pre_flight import CheckCards
from app.errors import NothingSent, Problem, RuleBroken, YourEnvironment
from app.findings import Severity
from app.ports import Begin, CardPrinter, PrinterState, UnitOfWork
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class AdvanceBatch:
    """Called again and again on the printing lane, where visitors' single cards go in between.

    One card of this counter is in the printer at a time. Cards the printer claims to have made may wait for
    their answers; any other doubt stops the batch until a person has answered it. At its turn a card is
    checked once more: what is found since the approval leaves it out.
    """

    begin: Begin
    look: Begin
    clock: Clock
    counter: str
    printer: CardPrinter
    check: CheckCards
    ask: AskForCard
    send: SendCard
    poll: PollCard
    cancel: CancelCard

    def __call__(self, batch_id: int, by: Officer) -> BatchProgress:
        """``RuleBroken``: ``BATCH_ELSEWHERE``, ``BATCH_NOT_YET``, ``BATCH_MOVE_FORBIDDEN``. ``NothingSent``:
        the batch is paused and its card waits; any other ``YourEnvironment``: that card is in doubt."""
        permit(by, Right.PRINT_BATCH)
        batch, in_printer = self._here(batch_id, by)
        seen = [self._looked_after(job, batch, by) for job in in_printer]
        told = self._told(batch, [now for now, was in zip(seen, in_printer, strict=True) if now != was])
        if told.halt is not None or told.count.in_printer or not told.count.waiting:
            return told
        if any(job.on_its_way for job in seen):  # the batch's own were told of before
            return replace(told, halt=Halt.VISITOR)
        state = self._printer_state(batch)
        if not state.ready:
            return replace(told, halt=Halt.PRINTER, reason=state.reason)
        if told.blanks.remaining <= 0:
            return replace(told, halt=Halt.BLANKS)
        if cards_left_on_ribbon(told.ribbon, state) == 0:
            return replace(told, halt=Halt.RIBBON)
        return self._send_next(told, by)

    def _here(self, batch_id: int, by: Officer) -> tuple[CardBatch, tuple[CardJob, ...]]:
        """The batch, this counter's from now on, and what its printer has not settled."""
        with self.look() as work:
            batch = work.batches.by_id(batch_id)
            unsettled = work.card_jobs.unsettled(self.counter)
        if batch.state is BatchState.APPROVED:
            batch = self._begun(batch_id, by)
        if batch.state not in (BatchState.PRINTING, BatchState.PAUSED):
            raise RuleBroken(Problem.BATCH_MOVE_FORBIDDEN, of=batch.state.value, to=BatchState.PRINTING.value)
        refuse_elsewhere(batch, self.counter)
        return batch, tuple(job for job in unsettled if job.printer == batch.printer)

    def _begun(self, batch_id: int, by: Officer) -> CardBatch:
        """Of two counters that begin it at once, one finds that it stands at the other."""
        now = self.clock()
        with self.begin() as work:
            batch = work.batches.by_id(batch_id)
            refuse_elsewhere(batch, self.counter)
            if batch.not_before is not None and now < batch.not_before:
                raise RuleBroken(Problem.BATCH_NOT_YET, at=batch.not_before.isoformat())
            begun = begun_here(work, batch, self.counter, batch.printer, by.id, now)
            work.commit()
        return begun

    def _looked_after(self, job: CardJob, batch: CardBatch, by: Officer) -> CardJob:
        """A visitor's card, too: nobody may be looking at its page."""
        if job.state is CardState.SENDING and not job.spool_ticket and job.batch_id == batch.id:
            # what its sending came to could not be kept, and without a ticket nobody can ask the spooler
            return move(self.begin, self.clock, job, CardState.UNKNOWN, PrinterReason.OTHER, by)
        return self.poll(job.id, by) if job.on_its_way else job

    def _printer_state(self, batch: CardBatch) -> PrinterState:
        try:
            return self.printer.status(batch.printer)
        except YourEnvironment:
            return PrinterState(ready=False, reason=PrinterReason.OFFLINE)

    def _send_next(self, before: BatchProgress, by: Officer) -> BatchProgress:
        batch = before.batch
        card = self._ask_next(batch.id, by)
        if card is not None and card.job is not None and card.left_out is None:
            try:
                self.send(card.job.id, by)
            except NothingSent:
                self._pause(batch, by)
                raise
        with self.look() as work:
            now = work.batches.by_id(batch.id)
            sent = () if card is None else (work.batches.card(batch.id, card.place),)
            return progress_of(work, now, self.counter, self.clock(), (*before.cards, *sent))

    def _ask_next(self, batch_id: int, by: Officer) -> BatchCard | None:
        """The next card with its job, or left out for what is known of it now; None once it was paused."""
        with self.begin() as work:
            batch = work.batches.by_id(batch_id)
            card = work.batches.next_waiting(batch_id)
            if card is None or batch.state is not BatchState.PRINTING or batch.counter != self.counter:
                return None
            why = self._why_not(work, batch, card)
            if why is None:
                job = self.ask.within(
                    work, card.membership_id, batch.printer, by, _signed_before, batch_id=batch_id
                )
                card = replace(card, job=job)
            else:
                if card.job is not None:
                    self.cancel.within(work, card.job, GiveUpReason.OTHER, by)
                card = replace(card, left_out=why)
                tell_cards(work, batch, (card,), by.id, self.clock(), left_out=why.value)
            work.batches.save_card(batch_id, card)
            work.commit()
        return card

    def _why_not(self, work: UnitOfWork, batch: CardBatch, card: BatchCard) -> LeftOut | None:
        checked = self.check.of_card(work, batch, card)
        coming = next_copy(work.card_jobs.of_membership(card.membership_id))
        unsigned = checked.worst is Severity.APPROVE and coming.approved_by is None
        return checked.why_left_out if unsigned or checked.worst is Severity.BLOCK else None

    def _pause(self, batch: CardBatch, by: Officer) -> None:
        """Else the same card would be tried again every moment."""
        with self.begin() as work:
            stands = work.batches.by_id(batch.id)
            if stands.state is BatchState.PRINTING:
                save_moved(work, stands.moved(BatchState.PAUSED), stands, by.id, self.clock())
                work.commit()

    def _told(self, batch: CardBatch, moved: Sequence[CardJob]) -> BatchProgress:
        with self.look() as work:
            now = work.batches.by_id(batch.id)
            cards = [work.batches.card_of(job) for job in moved if job.batch_id == batch.id]
            found = [card for card in cards if card is not None]
            return progress_of(work, now, self.counter, self.clock(), found)


def _signed_before(coming: NextCopy) -> NextCopy:
    """A copy that needs a supervisor got one at the approval, or was left out."""
    return coming
