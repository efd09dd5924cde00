"""A counter that prints company batches: everything it may do with them, and a printer that does as told."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import text

from app.cards.print_job import CardState
from app.cards.ribbon import RibbonKind, RibbonLoad
from app.companies.advance_batch import AdvanceBatch
from app.companies.answer_batch import AllGoodBut, AnswerBatchByScan, AnswerBatchCard
from app.companies.approve_batch import ApproveBatch
from app.companies.arrange_cards import CancelRest, LeaveOutCards, MoveCards, TakeInCards
from app.companies.batch_progress import BatchProgress
from app.companies.batch_queue import BatchQueue, MoveBatch, ScheduleBatch
from app.companies.card_batch import BatchCard, CardBatch
from app.companies.company import Company
from app.companies.match_batch import MatchBatch
from app.companies.pause_batch import CancelBatch, PauseBatch, ResumeBatch
from app.companies.pre_flight import CheckCards, LeaveOutBlocked, PreFlight
from app.companies.prepare_batch import PrepareBatch
from app.companies.read_batch import ReadBatch
from app.members.kpj import Kpj
from app.members.membership import Membership
from app.members.npp import Npp
from app.ports import Begin, CardPrinter
from app.trust.person_shown import PersonsShown
from tests.app.cards.desk import BRANCH, SEALS, CardDesk, card_renderers
from tests.faults.contents import connection_of

NPP = Npp("13007478")
PRINTER = "test:satu"
DAYS = 30


class BatchDesk:
    """``wait`` lets time pass; ``wati`` prints, ``hadi`` supervises."""

    def __init__(self, begin: Begin, look: Begin, printer: CardPrinter, counter: str = "Loket 1") -> None:
        self.begin, self.look, self.counter = begin, look, counter
        cards = self.cards = CardDesk(begin, printer, counter)
        self.wati, self.hadi = cards.wati, cards.hadi
        shown = PersonsShown(look, begin, self.clock)
        check = CheckCards(self.clock, BRANCH, card_renderers(look).findings, DAYS)
        leave_out = LeaveOutCards(begin, self.clock, cards.cancel)
        self.prepare = PrepareBatch(begin, self.clock)
        self.pre_flight = PreFlight(look, check, printer, counter, shown)
        self.leave_out_blocked = LeaveOutBlocked(begin, look, self.clock, check)
        self.leave_out = leave_out
        self.cancel_rest = CancelRest(begin, leave_out)
        self.take_in = TakeInCards(begin, self.clock)
        self.move_cards = MoveCards(begin, self.clock)
        self.approve = ApproveBatch(begin, look, self.clock, check, cards.ask, SEALS)
        self.queue = BatchQueue(look, self.clock, counter)
        self.move = MoveBatch(begin, self.clock)
        self.schedule = ScheduleBatch(begin, self.clock)
        self.advance = AdvanceBatch(
            begin, look, self.clock, counter, printer, check, cards.ask, cards.send, cards.poll, cards.cancel
        )
        self.pause = PauseBatch(begin, self.clock, counter)
        self.resume = ResumeBatch(begin, self.clock, counter)
        self.cancel = CancelBatch(begin, self.clock, cards.cancel)
        self.answer = AnswerBatchCard(look, self.clock, counter, cards.answer)
        self.scan = AnswerBatchByScan(look, self.clock, counter, cards.answer)
        self.all_good_but = AllGoodBut(begin, look, self.clock, counter, cards.answer)
        self.match = MatchBatch(begin, self.clock)
        self.read = ReadBatch(look, self.clock, counter, shown)

    def clock(self) -> datetime:
        return self.cards.now

    def wait(self, **time: float) -> None:
        self.cards.now += timedelta(**time)

    def company(self, workers: int, first: int = 1) -> tuple[Membership, ...]:
        """PT Sumber Rejeki Abadi, stored once, with so many further workers who wait for a card."""
        with self.begin() as work:
            if work.companies.by_npp(NPP) is None:
                work.companies.add(Company(NPP, "PT SUMBER REJEKI ABADI"))
                work.commit()
        return tuple(self.cards.member(first + at, f"PEKERJA {_letters(at)}") for at in range(workers))

    def prepared(self, workers: int) -> CardBatch:
        self.company(workers)
        return self.prepare(NPP, None, PRINTER, self.wati)

    def approved(self, workers: int) -> CardBatch:
        return self.approve(self.prepared(workers).id, self.wati)

    def step(self, batch: CardBatch) -> BatchProgress:
        return self.advance(batch.id, self.wati)

    def steps(self, batch: CardBatch, most: int = 1_000) -> BatchProgress:
        """Until it does not go on by itself, or so many times; a card takes thirteen seconds."""
        for _ in range(most):
            told = self.step(batch)
            if told.halt is not None:
                break
            self.wait(seconds=13)
        return told

    def see(self, batch: CardBatch) -> tuple[BatchCard, ...]:
        return self.read(batch.id, self.wati).cards

    def good(self, batch: CardBatch, *places: int) -> None:
        for place in places:
            self.answer(batch.id, place, CardState.GOOD, self.wati)

    def load_ribbon(self, panels: int) -> None:
        with self.begin() as work:
            load = RibbonLoad(self.counter, PRINTER, RibbonKind.YMCKO, panels, self.wati.id, self.clock())
            work.stock.load_ribbon(load)
            work.commit()

    def bury(self, member_id: int) -> None:
        """No room of the program records a death yet."""
        with self.begin() as work:
            connection_of(work).execute(
                text("UPDATE member SET deceased_on = '2026-11-19' WHERE id = :id"), {"id": member_id}
            )
            work.commit()

    def take_number(self, membership_id: int) -> None:
        """As if the centre had not given it yet."""
        with self.begin() as work:
            connection_of(work).execute(
                text("UPDATE membership SET kpj = NULL WHERE id = :id"), {"id": membership_id}
            )
            work.commit()

    def second_membership(self, first: Membership) -> Membership:
        """The same person, entered for the same company once more."""
        with self.begin() as work:
            again = work.members.add_membership(replace(first, kpj=Kpj("26009999999"), id=0))
            work.commit()
        return again

    def journal_length(self) -> int:
        with self.begin() as work:
            return work.journal.head().length


def _letters(at: int) -> str:
    """Names have no digits."""
    return chr(65 + at // 26) + chr(65 + at % 26)
