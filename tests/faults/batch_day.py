"""A company whose cards are printed in batches, and the officer who looks into the tray and answers."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import count

from app.cards.card_stock import BlankLevel
from app.cards.print_job import CardJob, CardState, SpoiledReason
from app.companies.batch_progress import BatchProgress, Halt
from app.companies.card_batch import BatchState, CardBatch
from app.companies.company import Company
from app.members.kpj import Kpj
from app.members.npp import Npp
from app.ports import Begin
from app.trust.officer import Officer
from tests.builders import visitors
from tests.faults.long_day import SUPERVISOR
from ui.batch_parts import BatchParts
from ui.parts import Parts

NPP = Npp("13007478")
SPOILT = 7
"""Of so many first cards one is spoiled."""


def add_company(begin: Begin, workers: int, seed: int) -> None:
    """Workers who have a number and no card yet, on top of those that are there."""
    numbers = count(90_000_000_001 + seed * 100_000)
    with begin() as work:
        if work.companies.by_npp(NPP) is None:
            work.companies.add(Company(NPP, "PT SUMBER REJEKI ABADI"))
        for member, membership in visitors(workers, seed):
            stored = work.members.add(member)
            work.members.add_membership(
                replace(
                    membership,
                    member_id=stored.id,
                    npp=NPP,
                    ended_on=None,
                    company_name="PT SUMBER REJEKI ABADI",
                    kpj=Kpj.of_number(next(numbers)),
                )
            )
        work.commit()


@dataclass(frozen=True, slots=True)
class BatchOfficer:
    """``fallen`` tells the names of the documents in the tray, one for each card."""

    parts: Parts
    batches: BatchParts
    fallen: Callable[[], Sequence[str]]
    by: Officer = SUPERVISOR

    def batch(self, printer: str, membership_ids: Sequence[int] | None = None) -> CardBatch:
        prepared = self.batches.prepare(NPP, membership_ids, printer, self.by)
        return self.batches.approve(prepared.id, self.by)

    def begin_the_day(self) -> None:
        self.parts.cards.to_check.after_start()
        self.parts.cards.pause_batches()

    def answer_all(self, batch_id: int) -> None:
        """What lies in the tray came out, all else did not; one in seven is spoiled, once."""
        lying = set(self.fallen())
        for card in self.batches.read(batch_id, self.by).to_answer:
            assert card.job is not None
            if card.job.document_name not in lying:
                answer, why = CardState.NOT_PRINTED, None
            elif card.job.id % SPOILT == 0:
                answer, why = CardState.SPOILED, SpoiledReason.RIBBON
            else:
                answer, why = CardState.GOOD, None
            self.batches.answer(batch_id, card.place, answer, self.by, why)

    def step(self, batch_id: int) -> BatchProgress:
        return self.batches.advance(batch_id, self.by)

    def finish(self, batch_id: int) -> None:
        """Print what is left, answer for it, and match."""
        batch = self.batches.read(batch_id, self.by).batch
        if batch.state is BatchState.PAUSED:
            self.answer_all(batch_id)
            self.batches.resume(batch_id, self.by)
        while (told := self.step(batch_id)).halt is not Halt.DONE:
            if told.halt in (Halt.ANSWERS, Halt.DOUBT):
                self.answer_all(batch_id)
        self.batches.match(batch_id, self.by)


def wrongly_printed(
    begin: Begin, batches: Collection[int], fallen: Sequence[str], before: BlankLevel, now: BlankLevel
) -> list[str]:
    """I3 no card twice: each member has one good card, and what lies in the tray is what was answered for;
    I4 every blank is there, or lies in the tray."""
    lying = Counter(fallen)
    jobs = list[CardJob]()
    wrong = []
    with begin() as work:
        for batch_id in batches:
            counted, cards = work.batches.count(batch_id), work.batches.cards(batch_id)
            for membership_id in {card.membership_id for card in cards}:
                jobs += work.card_jobs.of_membership(membership_id)
            good = Counter(card.membership_id for card in cards if card.state is CardState.GOOD)
            if not counted.settled or good.total() != counted.asked or set(good.values()) != {1}:
                wrong.append(f"I3 batch {batch_id} asked for {counted.asked}, good {good.total()}: {counted}")
    came_out = Counter(job.document_name for job in jobs if job.state in (CardState.GOOD, CardState.SPOILED))
    wrong += [f"I3 {name} lies in the tray unanswered" for name in lying - came_out]
    wrong += [f"I3 {name} was answered and is not in the tray" for name in came_out - lying]
    if before.remaining - now.remaining != lying.total() or now.held:
        used = before.remaining - now.remaining
        wrong.append(f"I4 {used} blanks used and {now.held} held for {lying.total()} cards")
    return wrong
