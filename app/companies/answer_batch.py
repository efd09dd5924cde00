"""What a person saw of a batch's cards: one by one by key or scan, or all good but these."""

from collections.abc import Collection
from dataclasses import dataclass

from app.cards.answer_card import AnswerCard
from app.cards.print_job import CardJob, CardState, SpoiledReason
from app.clock import Clock
from app.companies.batch_moves import refuse_elsewhere
from app.companies.batch_progress import BatchProgress, progress_of
from app.errors import Problem, RuleBroken
from app.ports import Begin, UnitOfWork
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class AnswerBatchCard:
    """One card in doubt. A spoiled one is made again at the batch's end, one that did not come out is sent
    again when its turn comes."""

    look: Begin
    clock: Clock
    counter: str
    answer: AnswerCard

    def __call__(
        self, batch_id: int, place: int, answer: CardState, by: Officer, spoiled: SpoiledReason | None = None
    ) -> BatchProgress:
        """Its ``cards`` are the one answered and, where it was spoiled, its remake.

        ``RuleBroken(BATCH_ELSEWHERE)``: its tray stands at another counter.
        """
        permit(by, Right.PRINT_BATCH)
        with self.look() as work:
            refuse_elsewhere(work.batches.by_id(batch_id), self.counter)
            card = work.batches.card(batch_id, place)
        if card.job is None:
            raise RuleBroken(Problem.CARD_MOVE_FORBIDDEN, of="", to=answer.value)
        self.answer(card.job.id, answer, by, spoiled)
        return answered(self.look, batch_id, (place,), self.counter, self.clock)


@dataclass(frozen=True, slots=True)
class AnswerBatchByScan:
    """A card of the batch held under the scanner came out well."""

    look: Begin
    clock: Clock
    counter: str
    answer: AnswerCard

    def __call__(self, batch_id: int, scanned: str, by: Officer) -> BatchProgress:
        """``RuleBroken(SCANNED_ANOTHER_CARD)`` for a card that is not this batch's, or not in doubt."""
        permit(by, Right.PRINT_BATCH)
        kpj = scanned.strip().upper()
        with self.look() as work:
            job = work.card_jobs.by_scanned(kpj, self.counter)
            card = work.batches.card_of(job) if job is not None and job.batch_id == batch_id else None
        if job is None or card is None:
            raise RuleBroken(Problem.SCANNED_ANOTHER_CARD, scanned=kpj, expected="")
        self.answer(job.id, CardState.GOOD, by)
        return answered(self.look, batch_id, (card.place,), self.counter, self.clock)


@dataclass(frozen=True, slots=True)
class AllGoodBut:
    """The officer went through the tray: of the cards the page showed as made, all are good but these.

    Only what was shown is answered: a card that came out while the officer was looking waits for the next
    look. Those that are not good are answered one by one.
    """

    begin: Begin
    look: Begin
    clock: Clock
    counter: str
    answer: AnswerCard

    def __call__(
        self, batch_id: int, shown: Collection[int], not_good: Collection[int], by: Officer
    ) -> BatchProgress:
        permit(by, Right.PRINT_BATCH)
        good = set(shown) - set(not_good)
        with self.look() as work:
            refuse_elsewhere(work.batches.by_id(batch_id), self.counter)
            cards = [card for card in work.batches.cards(batch_id) if card.place in good]
        jobs = [card.job for card in cards if card.state is CardState.CLAIMED_DONE and card.job is not None]
        for job in jobs:
            self.answer.printer.cancel(job.printer, job.document_name)
        with self.begin() as work:
            for job in jobs:
                self._store(work, job, by)
            work.commit()
        return answered(self.look, batch_id, good, self.counter, self.clock)

    def _store(self, work: UnitOfWork, job: CardJob, by: Officer) -> None:
        self.answer.store(work, job.answered(CardState.GOOD, by.id, self.clock()), job, by)


def answered(
    look: Begin, batch_id: int, places: Collection[int], counter: str, clock: Clock
) -> BatchProgress:
    """The batch afterwards, with these cards and the remakes of those that were spoiled."""
    with look() as work:
        stands = {card.place: card for card in work.batches.cards(batch_id)}
        remade = {stands[place].remade_at for place in places if place in stands}
        cards = [card for place, card in stands.items() if place in places or place in remade]
        return progress_of(work, work.batches.by_id(batch_id), counter, clock(), cards)
