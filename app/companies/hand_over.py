"""The cards of a batch go to who collects them for the company: the name and what was shown are kept."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.clock import Clock
from app.companies.batch_papers import FOLDER, batch_title, company_of, paper_name
from app.companies.card_batch import BatchState, CardBatch, Collector, IdShown, good_and_missing
from app.companies.company_receipt import CompanyReceipt, CompanyReceiptRenderer
from app.errors import Problem, RuleBroken
from app.exchange.plain_text import plain
from app.files import write_whole
from app.ports import Begin, UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

_LONGEST = 60
_KEPT_OF_NUMBER = 4


def collector(name: str, shown: IdShown, number: str) -> Collector:
    """As typed at the counter; of the document's number only its end is kept.

    ``RuleBroken(COLLECTOR_MISSING)`` without a name or with a number too short to tell one document from
    another.
    """
    called = " ".join(plain(name).split())[:_LONGEST]
    end = "".join(character for character in number if character.isalnum())[-_KEPT_OF_NUMBER:]
    if not called or len(end) < _KEPT_OF_NUMBER:
        raise RuleBroken(Problem.COLLECTOR_MISSING)
    return Collector(called, shown, end.upper())


@dataclass(frozen=True, slots=True)
class HandedOver:
    """``receipt`` is the paper with who took the cards on it, to be signed."""

    batch: CardBatch
    receipt: Path


@dataclass(frozen=True, slots=True)
class HandOverBatch:
    """Write down who took the cards, and the receipt once more with it, under the same number."""

    begin: Begin
    look: Begin
    clock: Clock
    renderer: CompanyReceiptRenderer
    out: Path
    branch: str

    def __call__(self, batch_id: int, taken: Collector, by: Officer) -> HandedOver:
        """``RuleBroken(BATCH_MOVE_FORBIDDEN)`` before its receipt is written or when it was handed over."""
        permit(by, Right.HAND_OVER)
        now = self.clock()
        with self.look() as work:
            batch = work.batches.by_id(batch_id)
            done = replace(
                batch.moved(BatchState.HANDED_OVER),
                collector=taken,
                handed_over_by=by.id,
                handed_over_at=now,
            )
            receipt = self._receipt(work, batch, taken, by, now)
        # nobody waits for the drawing: a batch with a receipt changes no more
        document = self.renderer.render(receipt)
        day = batch.receipted_at.date() if batch.receipted_at else now.date()
        name = paper_name(batch, day, 1)(f"tanda-terima_{batch.receipt_number}_diserahkan")
        file = self.out / FOLDER / f"{name}.pdf"
        with self.begin() as work:
            work.batches.save(done, batch)
            write_whole(file, document)  # before the commit, as every paper is
            cards, shown = str(len(receipt.cards)), taken.shown.value
            facts = {"receipt": batch.receipt_number, "cards": cards, "id_shown": shown}
            members = tuple(card.member_id for card in receipt.cards)
            work.journal.add(Entry(now, by.id, Action.BATCH_HANDED_OVER, f"batch:{batch.id}", facts, members))
            work.commit()
        return HandedOver(done, file)

    def _receipt(
        self, work: UnitOfWork, batch: CardBatch, taken: Collector, by: Officer, now: datetime
    ) -> CompanyReceipt:
        good, missing = good_and_missing(work.batches.cards(batch.id))
        return CompanyReceipt(
            batch.receipt_number,
            self.branch,
            batch.counter,
            by.name,
            now,
            batch_title(batch),
            company_of(work, batch),
            good,
            missing,
            taken,
        )
