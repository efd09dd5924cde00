"""How far a batch is: its counts, its pace, what it still needs, and why it does not go on by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median

from app.cards.card_stock import BlankLevel
from app.cards.print_job import IN_DOUBT, CardJob, CardState, PrinterReason
from app.cards.ribbon import RibbonLevel
from app.companies.card_batch import BatchCard, BatchCount, BatchState, CardBatch
from app.ports import PrinterState, UnitOfWork

_ASKED = IN_DOUBT - {CardState.SENDING}
_LATELY = 11
"""Cards whose sending tells the pace; the middle of the gaps between them, for one gap may be a lunch."""


class Halt(StrEnum):
    """Why no further card is sent at this moment. What only has to be waited for is none."""

    PAUSED = "paused"
    DOUBT = "doubt"  # nobody knows whether the card came out: asked, never resent
    ATTENTION = "attention"  # the printer holds a card and needs a hand; it may go on by itself then
    VISITOR = "visitor"  # a visitor's single card goes first
    PRINTER = "printer"  # not ready, or not reached
    BLANKS = "blanks"
    RIBBON = "ribbon"
    ANSWERS = "answers"  # everything was sent; some cards wait for a person's word
    DONE = "done"  # may be matched


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """``cards`` are those a step has touched, as they stand now. ``reason`` is the printer's where ``halt``
    is about it. ``seconds_per_card`` and ``ends_at`` are None until three cards were sent."""

    batch: CardBatch
    count: BatchCount
    blanks: BlankLevel
    ribbon: RibbonLevel | None = None
    seconds_per_card: float | None = None
    ends_at: datetime | None = None
    halt: Halt | None = None
    reason: PrinterReason = PrinterReason.NONE
    cards: tuple[BatchCard, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchView:
    """A batch as its page shows it; ``cards`` are all, in their order, a spoiled one besides its remake."""

    progress: BatchProgress
    cards: tuple[BatchCard, ...]

    @property
    def batch(self) -> CardBatch:
        return self.progress.batch

    @property
    def to_answer(self) -> tuple[BatchCard, ...]:
        """Cards a person is asked about, those the printer claims to have made last."""
        asked = [card for card in self.cards if card.state in _ASKED]
        return tuple(sorted(asked, key=lambda card: card.state is CardState.CLAIMED_DONE))


def progress_of(
    work: UnitOfWork,
    batch: CardBatch,
    counter: str,
    now: datetime,
    cards: Sequence[BatchCard] = (),
) -> BatchProgress:
    """As the database tells it. ``counter`` is the one that asks: a batch nobody prints yet would use its
    blanks and its ribbon."""
    at = batch.counter or counter
    count = work.batches.count(batch.id)
    unsettled = [job for job in work.card_jobs.unsettled(at) if job.batch_id == batch.id]
    halt, reason = _standing_halt(batch, count, unsettled)
    told = BatchProgress(
        batch,
        count,
        work.stock.level(at),
        work.stock.ribbon(at, batch.printer),
        seconds_per_card(work.batches.lately_sent(batch.id, _LATELY)),
        halt=halt,
        reason=reason,
        cards=tuple(cards),
    )
    left = count.waiting + count.in_printer
    if told.seconds_per_card is None or not left:
        return told
    return replace(told, ends_at=now + timedelta(seconds=told.seconds_per_card * left))


def seconds_per_card(sent: Sequence[datetime]) -> float | None:
    moments = sorted(sent)
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(moments)]
    return median(gaps) if len(gaps) > 1 else None


def cards_left_on_ribbon(ribbon: RibbonLevel | None, printer: PrinterState | None) -> int | None:
    """What the printer itself tells goes before what was counted by hand; None where neither knows."""
    if printer is not None and printer.ribbon_left is not None:
        return printer.ribbon_left
    return None if ribbon is None else ribbon.left


def _standing_halt(
    batch: CardBatch, count: BatchCount, unsettled: Sequence[CardJob]
) -> tuple[Halt | None, PrinterReason]:
    """What can be told without asking the printer."""
    for job in unsettled:
        if job.state is CardState.UNKNOWN:
            return Halt.DOUBT, job.printer_reason
        if job.state is CardState.NEEDS_ATTENTION:
            return Halt.ATTENTION, job.printer_reason
    halt = None
    through = not count.waiting and not count.in_printer
    if through and batch.state in (BatchState.PRINTING, BatchState.PAUSED):  # nothing is left to pause
        halt = Halt.ANSWERS if count.to_answer else Halt.DONE
    elif batch.state is BatchState.PAUSED:
        halt = Halt.PAUSED
    return halt, PrinterReason.NONE
