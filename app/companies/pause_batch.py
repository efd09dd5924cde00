"""A batch stopped for a while, taken up again, perhaps at another counter, or given up."""

from dataclasses import dataclass

from app.cards.answer_card import CancelCard
from app.cards.print_job import GiveUpReason
from app.clock import Clock
from app.companies.batch_moves import begun_here, refuse_elsewhere, save_moved
from app.companies.card_batch import BatchState, CardBatch
from app.errors import Problem, RuleBroken
from app.ports import Begin
from app.trust.journal import THE_PROGRAM
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class PauseBatch:
    """No further card is sent; one in the printer still comes out."""

    begin: Begin
    clock: Clock
    counter: str

    def __call__(self, batch_id: int, by: Officer) -> CardBatch:
        permit(by, Right.PRINT_BATCH)
        with self.begin() as work:
            batch = work.batches.by_id(batch_id)
            refuse_elsewhere(batch, self.counter)
            paused = save_moved(work, batch.moved(BatchState.PAUSED), batch, by.id, self.clock())
            work.commit()
        return paused

    def after_start(self) -> None:
        """The program's own act, once: nothing goes on printing because a program was started."""
        with self.begin() as work:
            for batch in work.batches.queue():
                if batch.state is BatchState.PRINTING and batch.counter == self.counter:
                    save_moved(work, batch.moved(BatchState.PAUSED), batch, THE_PROGRAM, self.clock())
            work.commit()


@dataclass(frozen=True, slots=True)
class ResumeBatch:
    """Go on with a paused batch, on another printer if need be."""

    begin: Begin
    clock: Clock
    counter: str

    def __call__(self, batch_id: int, by: Officer, printer: str | None = None) -> CardBatch:
        """Another counter may take it over once no card of it is in doubt where it was printed before:
        ``RuleBroken(BATCH_ELSEWHERE)``."""
        permit(by, Right.PRINT_BATCH)
        with self.begin() as work:
            batch = work.batches.by_id(batch_id)
            count = work.batches.count(batch_id)
            if count.to_answer or count.in_printer:
                refuse_elsewhere(batch, self.counter)
            at = batch.printer if printer is None else printer
            resumed = begun_here(work, batch, self.counter, at, by.id, self.clock())
            work.commit()
        return resumed


@dataclass(frozen=True, slots=True)
class CancelBatch:
    """Give the whole batch up, as long as no card of it came out or may have."""

    begin: Begin
    clock: Clock
    cancel: CancelCard

    def __call__(self, batch_id: int, reason: GiveUpReason, by: Officer) -> CardBatch:
        """``RuleBroken(BATCH_NOT_MATCHED)`` when cards came out: they are answered for and receipted."""
        permit(by, Right.PRINT_BATCH)
        with self.begin() as work:
            batch = work.batches.by_id(batch_id)
            count = work.batches.count(batch_id)
            if count.good or count.in_printer or count.to_answer:
                raise RuleBroken(
                    Problem.BATCH_NOT_MATCHED,
                    good=str(count.good),
                    to_answer=str(count.to_answer + count.in_printer),
                    waiting=str(count.waiting),
                )
            for card in work.batches.cards(batch_id):
                if card.waits and card.job is not None:
                    self.cancel.within(work, card.job, reason, by)
            ended = save_moved(
                work, batch.moved(BatchState.CANCELLED), batch, by.id, self.clock(), given_up=reason.value
            )
            work.commit()
        return ended
