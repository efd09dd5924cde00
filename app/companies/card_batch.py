"""A company's cards printed together: pre-flight, approved, printed, matched, receipted, handed over."""

from collections.abc import Iterable
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


class LeftOut(StrEnum):
    """Why a card that was asked for does not come with this batch: what the officer said of it (those of
    ``GiveUpReason``), or what was found."""

    MEMBER_DECLINED = "member_declined"
    WRONG_DATA = "wrong_data"
    PRINTED_ELSEWHERE = "printed_elsewhere"
    OTHER = "other"
    NO_NUMBER = "no_number"
    DECEASED = "deceased"
    UNPRINTABLE = "unprintable"  # the layout cannot show what would stand on it
    PRINTED_BEFORE = "printed_before"
    UNANSWERED = "unanswered"  # nobody has said yet what came of an earlier card of this member


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
    id: int = 0

    def moved(self, to: BatchState) -> "CardBatch":
        """The same batch one state on, or ``RuleBroken`` when the table has no such move."""
        if to not in _AFTER[self.state]:
            raise RuleBroken(Problem.BATCH_MOVE_FORBIDDEN, of=self.state.value, to=to.value)
        return replace(self, state=to)


@dataclass(frozen=True, slots=True)
class BatchCard:
    """One card in a batch. A spoiled one is followed by a further card of that member, which stands at
    ``remade_at``; that one then is the card asked for. ``place`` changes only while a card waits."""

    place: int
    membership_id: int
    member_id: int
    name: str
    kpj: str
    job: CardJob | None = None
    left_out: LeftOut | None = None
    remade_at: int | None = None

    @property
    def state(self) -> CardState | None:
        return None if self.job is None else self.job.state

    @property
    def waits(self) -> bool:
        """Will be sent when its turn comes."""
        return self.left_out is None and (self.job is None or self.job.owed)


def good_and_missing(cards: Iterable[BatchCard]) -> tuple[tuple[BatchCard, ...], tuple[BatchCard, ...]]:
    """Of the cards asked for: a spoiled one that was made again is neither, its remake is."""
    asked = tuple(card for card in cards if card.remade_at is None)
    good = tuple(card for card in asked if card.state is CardState.GOOD)
    return good, tuple(card for card in asked if card.state is not CardState.GOOD)


@dataclass(frozen=True, slots=True)
class BatchCount:
    """Of the cards a company asked for: ``asked = good + in_printer + to_answer + waiting + left_out``.
    ``spoiled`` were made again, so they are counted beside it."""

    asked: int = 0
    good: int = 0
    in_printer: int = 0
    to_answer: int = 0
    waiting: int = 0
    left_out: int = 0
    spoiled: int = 0

    @property
    def came_out(self) -> int:
        """As far as the printer says: answered for, or waiting for it."""
        return self.good + self.to_answer

    @property
    def wanted(self) -> int:
        return self.asked - self.left_out

    @property
    def settled(self) -> bool:
        """Nothing is open: what was asked for is good or left out."""
        return self.asked == self.good + self.left_out
