"""Store a batch's move and its journal entry in one change; which counter may touch it."""

from dataclasses import replace
from datetime import datetime

from app.companies.card_batch import BatchCard, BatchState, CardBatch
from app.errors import Problem, RuleBroken
from app.ports import UnitOfWork
from app.trust.journal import Action, Entry


def save_moved(
    work: UnitOfWork, batch: CardBatch, was: CardBatch, by: int, at: datetime, **facts: str
) -> CardBatch:
    """``by`` is the officer's number."""
    work.batches.save(batch, was)
    told = {} if batch.state is was.state else {"from": was.state.value, "to": batch.state.value}
    if batch.counter != was.counter:
        told["counter"] = batch.counter
    work.journal.add(Entry(at, by, Action.BATCH_MOVED, f"batch:{batch.id}", {**told, **facts}))
    return batch


def tell_cards(
    work: UnitOfWork, batch: CardBatch, cards: tuple[BatchCard, ...], by: int, at: datetime, **facts: str
) -> None:
    """What was done with some of its cards, while the batch stands where it stood."""
    members = tuple(sorted({card.member_id for card in cards}))
    told = {"cards": str(len(cards)), **facts}
    work.journal.add(Entry(at, by, Action.BATCH_MOVED, f"batch:{batch.id}", told, members))


def begun_here(
    work: UnitOfWork, batch: CardBatch, counter: str, printer: str, by: int, at: datetime
) -> CardBatch:
    """This counter prints it from now on; the one it printed before waits meanwhile."""
    for other in work.batches.queue():
        if other.state is BatchState.PRINTING and other.counter == counter and other.id != batch.id:
            save_moved(work, other.moved(BatchState.PAUSED), other, by, at)
    begun = replace(batch.moved(BatchState.PRINTING), counter=counter, printer=printer)
    return save_moved(work, begun, batch, by, at)


def refuse_elsewhere(batch: CardBatch, counter: str) -> None:
    """``RuleBroken(BATCH_ELSEWHERE)`` while another counter prints it."""
    if batch.counter not in ("", counter):
        raise RuleBroken(Problem.BATCH_ELSEWHERE, counter=batch.counter)
