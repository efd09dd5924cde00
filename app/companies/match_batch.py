"""The three-way match before a receipt: what was asked, what lies on the pile, what the log will say."""

from dataclasses import dataclass, replace

from app.clock import Clock
from app.companies.batch_moves import save_moved
from app.companies.card_batch import BatchCard, BatchState, CardBatch, good_and_missing
from app.errors import Problem, RuleBroken
from app.ports import Begin
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class Match:
    """``asked = good + missing``; the receipt has a line for each of ``good``, the log a row with as many.
    Each of ``missing`` tells with ``left_out`` why."""

    batch: CardBatch
    good: tuple[BatchCard, ...]
    missing: tuple[BatchCard, ...]
    logged: int

    @property
    def asked(self) -> int:
        return len(self.good) + len(self.missing)


@dataclass(frozen=True, slots=True)
class MatchBatch:
    """Refused while anything is unanswered, or where the counts do not meet."""

    begin: Begin
    clock: Clock

    def __call__(self, batch_id: int, by: Officer) -> Match:
        """``RuleBroken``: ``BATCH_NOT_MATCHED`` with the counts, ``BATCH_EMPTY`` without a good card."""
        permit(by, Right.PRINT_BATCH)
        now = self.clock()
        with self.begin() as work:
            batch = work.batches.by_id(batch_id)
            count = work.batches.count(batch_id)
            good, missing = good_and_missing(work.batches.cards(batch_id))
            logged = work.batches.good_cards(batch_id)
            agree = count.asked == len(good) + len(missing) and count.good == len(good) == logged
            if not count.settled or not agree:
                raise RuleBroken(
                    Problem.BATCH_NOT_MATCHED,
                    asked=str(count.asked),
                    good=str(len(good)),
                    missing=str(count.left_out),
                    to_answer=str(count.to_answer + count.in_printer),
                    waiting=str(count.waiting),
                    logged=str(logged),
                )
            if not good:
                raise RuleBroken(Problem.BATCH_EMPTY)
            matched = replace(batch.moved(BatchState.MATCHED), matched_at=now)
            facts = {"good": str(len(good)), "missing": str(len(missing))}
            save_moved(work, matched, batch, by.id, now, **facts)
            work.commit()
        return Match(matched, good, missing, logged)
