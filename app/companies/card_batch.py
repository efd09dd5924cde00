"""A company's cards printed together: pre-flight, approved, printed, matched, receipted, handed over."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.cards.print_job import CardJob, CardState
from app.errors import Problem, RuleBroken
from app.members.npp import Npp


class BatchState(StrEnum):
    PREPARED = "prepared"  # rows are chosen and looked through before anything is printed
    APPROVED = "approved"  # waits for its turn in the queue
    PRINTING = "printing"
    PAUSED = "paused"
    MATCHED = "matched"  # every card is answered for: asked = good + still missing
    RECEIPTED = "receipted"  # numbered receipt, files and log row are written
    HANDED_OVER = "handed_over"
    CANCELLED = "cancelled"


_AFTER: dict[BatchState, frozenset[BatchState]] = {
    BatchState.PREPARED: frozenset({BatchState.APPROVED, BatchState.CANCELLED}),
    BatchState.APPROVED: frozenset({BatchState.PRINTING, BatchState.PREPARED, BatchState.CANCELLED}),
    BatchState.PRINTING: frozenset({BatchState.PAUSED, BatchState.MATCHED, BatchState.CANCELLED}),
    BatchState.PAUSED: frozenset({BatchState.PRINTING, BatchState.MATCHED, BatchState.CANCELLED}),
    # back to work when a card that was given up is wanted after all
    BatchState.MATCHED: frozenset({BatchState.RECEIPTED, BatchState.PAUSED}),
    BatchState.RECEIPTED: frozenset({BatchState.HANDED_OVER}),
    BatchState.HANDED_OVER: frozenset(),
    BatchState.CANCELLED: frozenset(),
}

ENDED = frozenset({BatchState.HANDED_OVER, BatchState.CANCELLED})
IN_QUEUE = frozenset({BatchState.APPROVED, BatchState.PRINTING, BatchState.PAUSED})


class IdShown(StrEnum):
    """What the person who collects the cards showed."""

    KTP = "ktp"
    SIM = "sim"
    PASSPORT = "passport"
    COMPANY_LETTER = "company_letter"


@dataclass(frozen=True, slots=True)
class Collector:
    """Who took the cards. ``number_end`` are the last four characters of the document's number."""

    name: str
    shown: IdShown
    number_end: str


@dataclass(frozen=True, slots=True)
class CardBatch:
    """``number`` runs within the day. ``counter`` is the one counter that prints it, empty until one does.

    ``place`` orders the queue, lowest first; ``not_before`` is when a scheduled batch may begin.
    """

    day: date
    number: int
    npp: Npp
    company_name: str
    printer: str
    made_by: int
    made_at: datetime
    state: BatchState = BatchState.PREPARED
    counter: str = ""
    place: int = 0
    not_before: datetime | None = None
    approved_by: int | None = None
    approved_at: datetime | None = None
    matched_at: datetime | None = None
    receipt_number: str = ""
    receipted_at: datetime | None = None
    collector: Collector | None = None
    handed_over_by: int | None = None
    handed_over_at: datetime | None = None
    note: str = ""
    id: int = 0

    def moved(self, to: BatchState) -> "CardBatch":
        """The same batch one state on, or ``RuleBroken`` when the table has no such move."""
        if to not in _AFTER[self.state]:
            raise RuleBroken(Problem.BATCH_MOVE_FORBIDDEN, of=self.state.value, to=to.value)
        return replace(self, state=to)


@dataclass(frozen=True, slots=True)
class BatchCard:
    """One member's card in a batch. ``job`` is the latest one asked for here: a spoiled card is followed by
    its remake. ``given_up``: the officer took it out after the batch was begun."""

    place: int
    membership_id: int
    member_id: int
    name: str
    kpj: str
    job: CardJob | None = None
    given_up: bool = False

    @property
    def state(self) -> CardState | None:
        return None if self.job is None else self.job.state
