"""What the pages of company batches may do: use cases, put together when the room is entered first."""

from dataclasses import dataclass

from app.cards.sheet_of_ten import WriteSheetOfTen
from app.companies.advance_batch import AdvanceBatch
from app.companies.answer_batch import AllGoodBut, AnswerBatchByScan, AnswerBatchCard
from app.companies.approve_batch import ApproveBatch
from app.companies.arrange_cards import CancelRest, LeaveOutCards, MoveCards, TakeInCards
from app.companies.batch_papers import WriteBatchPapers
from app.companies.batch_queue import BatchQueue, MoveBatch, ScheduleBatch
from app.companies.find_companies import FindCompanies
from app.companies.hand_over import HandOverBatch
from app.companies.match_batch import MatchBatch
from app.companies.pause_batch import CancelBatch, PauseBatch, ResumeBatch
from app.companies.pre_flight import LeaveOutBlocked, PreFlight
from app.companies.prepare_batch import PrepareBatch
from app.companies.read_batch import ReadBatch
from app.trust.approve_on_the_spot import ApproveOnTheSpot, Approvers


@dataclass(frozen=True, slots=True)
class BatchParts:
    companies: FindCompanies
    queue: BatchQueue
    move: MoveBatch
    prepare: PrepareBatch
    pre_flight: PreFlight
    leave_out_blocked: LeaveOutBlocked
    approvers: Approvers
    approve_on_the_spot: ApproveOnTheSpot
    approve: ApproveBatch
    schedule: ScheduleBatch
    read: ReadBatch
    advance: AdvanceBatch
    pause: PauseBatch
    resume: ResumeBatch
    cancel: CancelBatch
    cancel_rest: CancelRest
    leave_out: LeaveOutCards
    take_in: TakeInCards
    move_cards: MoveCards
    answer: AnswerBatchCard
    answer_by_scan: AnswerBatchByScan
    all_good_but: AllGoodBut
    match: MatchBatch
    write_papers: WriteBatchPapers
    hand_over: HandOverBatch
    sheet_of_ten: WriteSheetOfTen
    counter: str
