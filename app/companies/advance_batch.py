"""One small step of a batch: look after the card in the printer, or send the next one, or say why not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.cards.answer_card import CancelCard
from app.cards.ask_for_card import AskForCard
from app.cards.next_copy import NextCopy
from app.cards.print_job import CardJob, GiveUpReason, PrinterReason
from app.cards.send_card import PollCard, SendCard
from app.clock import Clock
from app.companies.batch_moves import begun_here, refuse_elsewhere, save_moved, tell_cards
from app.companies.batch_progress import BatchProgress, Halt, cards_left_on_ribbon, progress_of
from app.companies.card_batch import BatchCard, BatchState, CardBatch, LeftOut
from app.companies.pre_flight import stands_elsewhere
from app.errors import NothingSent, Problem, RuleBroken, YourEnvironment
from app.ports import Begin, CardPrinter, PrinterState, UnitOfWork
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

_LEFT_OUT = {
    Problem.MEMBERSHIP_WITHOUT_NUMBER: LeftOut.NO_NUMBER,
    Problem.PERSON_DECEASED: LeftOut.DECEASED,
    Problem.NOT_FOUND: LeftOut.UNPRINTABLE,  # erased since
    Problem.CARD_UNANSWERED: LeftOut.UNANSWERED,
    Problem.CARD_ALREADY_ASKED_FOR: LeftOut.PRINTED_BEFORE,
}
"""What was true at the pre-flight may not be any more when a card's turn comes."""


@dataclass(frozen=True, slots=True)
class AdvanceBatch:
    """Called again and again on the printing lane, where visitors' single cards go in between.

    One card of this counter is in the printer at a time. Cards the printer claims to have made may wait for
    their answers; any other doubt stops the batch until a person has answered it.
    """

    begin: Begin
    look: Begin
    clock: Clock
    counter: str
    printer: CardPrinter
    ask: AskForCard
    send: SendCard
    poll: PollCard
    cancel: CancelCard

    def __call__(self, batch_id: int, by: Officer) -> BatchProgress:
        """``RuleBroken``: ``BATCH_ELSEWHERE``, ``BATCH_NOT_YET``, ``BATCH_MOVE_FORBIDDEN``. ``NothingSent``:
        the batch is paused and its card waits; any other ``YourEnvironment``: that card is in doubt."""
        permit(by, Right.PRINT_BATCH)
        batch, in_printer = self._here(batch_id, by)
        seen = [self._looked_after(job, by) for job in in_printer]
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

    def _looked_after(self, job: CardJob, by: Officer) -> CardJob:
        """A visitor's card, too: nobody may be looking at its page."""
        return self.poll(job.id, by) if job.on_its_way else job

    def _printer_state(self, batch: CardBatch) -> PrinterState:
        try:
            return self.printer.status(batch.printer)
        except YourEnvironment:
            return PrinterState(ready=False, reason=PrinterReason.OFFLINE)

    def _send_next(self, before: BatchProgress, by: Officer) -> BatchProgress:
        batch = before.batch
        card = self._ask_next(batch.id, by)
        if card is not None and card.job is not None:
            try:
                self.send(card.job.id, by)
            except NothingSent:
                self._pause(batch, by)
                raise
            except RuleBroken as refused:
                if refused.problem is not Problem.CARD_TEXT_UNPRINTABLE:
                    raise
                self._leave_out(batch, card, by)
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
            try:
                card = replace(card, job=self._job(work, batch, card, by))
            except RuleBroken as refused:
                if refused.problem not in _LEFT_OUT:
                    raise
                why = _LEFT_OUT[refused.problem]
                card = replace(card, job=None, left_out=why)
                tell_cards(work, batch, (card,), by.id, self.clock(), left_out=why.value)
            work.batches.save_card(batch_id, card)
            work.commit()
        return card

    def _job(self, work: UnitOfWork, batch: CardBatch, card: BatchCard, by: Officer) -> CardJob:
        if stands_elsewhere(work.card_jobs.of_membership(card.membership_id), batch.id) is not None:
            raise RuleBroken(Problem.CARD_UNANSWERED)
        return self.ask.within(work, card.membership_id, batch.printer, by, _unsigned, batch_id=batch.id)

    def _leave_out(self, batch: CardBatch, card: BatchCard, by: Officer) -> None:
        """Its layout was changed since the pre-flight, and cannot show it any more."""
        with self.begin() as work:
            stored = work.batches.card(batch.id, card.place)
            if stored.job is not None:
                self.cancel.within(work, stored.job, GiveUpReason.OTHER, by)
            left_out = replace(stored, left_out=LeftOut.UNPRINTABLE)
            work.batches.save_card(batch.id, left_out)
            tell_cards(work, batch, (left_out,), by.id, self.clock(), left_out=LeftOut.UNPRINTABLE.value)
            work.commit()

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


def _unsigned(coming: NextCopy) -> NextCopy:
    """A card that came in between makes this one a reprint, which nobody has approved."""
    if coming.needs_approval:
        raise RuleBroken(Problem.CARD_ALREADY_ASKED_FOR)
    return coming
