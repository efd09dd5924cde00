"""The batches that wait for a printer or for their papers, in their order; what is urgent goes first."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.clock import Clock
from app.companies.batch_moves import save_moved
from app.companies.card_batch import BatchCount, BatchState, CardBatch
from app.errors import Problem, RuleBroken
from app.ports import Begin
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

ENDED_SHOWN = 10


class Turn(StrEnum):
    """Where a batch goes in the queue."""

    FIRST = "first"
    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class QueuedBatch:
    """``due``: it may be printed now, by this counter."""

    batch: CardBatch
    count: BatchCount
    due: bool


@dataclass(frozen=True, slots=True)
class BatchQueue:
    """Everything that has not ended, also what only waits to be handed over; names no person."""

    look: Begin
    clock: Clock
    counter: str

    def __call__(self, by: Officer) -> tuple[QueuedBatch, ...]:
        permit(by, Right.HAND_OVER)
        now = self.clock()
        with self.look() as work:
            return tuple(
                QueuedBatch(batch, work.batches.count(batch.id), self._due(batch, now))
                for batch in work.batches.queue()
            )

    def ended(self, by: Officer) -> tuple[QueuedBatch, ...]:
        """The last ones handed over or cancelled, newest first: somebody asks for their receipt again."""
        permit(by, Right.HAND_OVER)
        with self.look() as work:
            return tuple(
                QueuedBatch(batch, work.batches.count(batch.id), due=False)
                for batch in work.batches.latest_ended(ENDED_SHOWN)
            )

    def _due(self, batch: CardBatch, now: datetime) -> bool:
        if batch.state is BatchState.PRINTING:
            return batch.counter == self.counter
        return batch.state is BatchState.APPROVED and (batch.not_before is None or batch.not_before <= now)


@dataclass(frozen=True, slots=True)
class MoveBatch:
    """One place earlier or later, or before all others."""

    begin: Begin
    clock: Clock

    def __call__(self, batch_id: int, turn: Turn, by: Officer) -> CardBatch:
        permit(by, Right.PRINT_BATCH)
        now = self.clock()
        with self.begin() as work:
            batch = work.batches.by_id(batch_id)
            queue = list(work.batches.queue())
            at = next((place for place, each in enumerate(queue) if each.id == batch_id), None)
            if at is None:
                raise RuleBroken(Problem.BATCH_MOVE_FORBIDDEN, of=batch.state.value, to=batch.state.value)
            if turn is Turn.FIRST:
                moved = replace(batch, place=queue[0].place - 1)
                moved = save_moved(work, moved, batch, by.id, now, turn=turn.value)
            else:
                other_at = at - 1 if turn is Turn.EARLIER else at + 1
                if not 0 <= other_at < len(queue):
                    return batch
                other = queue[other_at]
                moved = replace(batch, place=other.place)
                work.batches.save(replace(other, place=batch.place), other)
                moved = save_moved(work, moved, batch, by.id, now, turn=turn.value)
            work.commit()
        return moved


@dataclass(frozen=True, slots=True)
class ScheduleBatch:
    """When an approved batch may begin; without a time, at once."""

    begin: Begin
    clock: Clock

    def __call__(self, batch_id: int, not_before: datetime | None, by: Officer) -> CardBatch:
        permit(by, Right.PRINT_BATCH)
        now = self.clock()
        with self.begin() as work:
            batch = work.batches.by_id(batch_id)
            if batch.state is not BatchState.APPROVED:
                raise RuleBroken(Problem.BATCH_MOVE_FORBIDDEN, of=batch.state.value, to=batch.state.value)
            told = "" if not_before is None else not_before.isoformat()
            scheduled = replace(batch, not_before=not_before)
            save_moved(work, scheduled, batch, by.id, now, since=told)
            work.commit()
        return scheduled
