"""The life of one card job. Nothing a driver or spooler says proves that a card came out.

``queued → sending → claimed_done | needs_attention | unknown`` by the printer, then by a person
``good | spoiled | not_printed``. ``sending`` is committed before the first byte leaves, so whatever
happens afterwards the job is known to be in doubt. Anything in doubt is asked, never resent.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.errors import Problem, RuleBroken


class CardState(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    CLAIMED_DONE = "claimed_done"
    NEEDS_ATTENTION = "needs_attention"
    UNKNOWN = "unknown"
    GOOD = "good"
    SPOILED = "spoiled"
    NOT_PRINTED = "not_printed"
    CANCELLED = "cancelled"


class CardKind(StrEnum):
    FIRST = "first"
    REMAKE = "remake"  # the copy before it was spoiled; the member has no card yet
    REPRINT = "reprint"  # the member had a good card; needs a reason and a supervisor


class ReprintReason(StrEnum):
    LOST = "lost"
    DAMAGED = "damaged"
    DATA_CORRECTED = "data_corrected"
    MISPRINT = "misprint"


class SpoiledReason(StrEnum):
    RIBBON = "ribbon"
    JAM = "jam"
    SMUDGED = "smudged"
    MISALIGNED = "misaligned"
    WRONG_DATA = "wrong_data"
    OTHER = "other"


class GiveUpReason(StrEnum):
    """Why a card that is owed will not be printed after all; kept in the journal."""

    MEMBER_DECLINED = "member_declined"
    WRONG_DATA = "wrong_data"
    PRINTED_ELSEWHERE = "printed_elsewhere"
    OTHER = "other"


class PrinterReason(StrEnum):
    """Why a printer waits, in the words of the desk rather than of the driver."""

    NONE = "none"
    JAM = "jam"
    RIBBON_ENDED = "ribbon_ended"
    RIBBON_WRONG = "ribbon_wrong"
    CARDS_EMPTY = "cards_empty"
    REJECTS_FULL = "rejects_full"
    CLEANING_DUE = "cleaning_due"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    HELD = "held"
    STOPPED = "stopped"
    FAILED = "failed"
    JOB_LOST = "job_lost"
    RESTARTED = "restarted"
    OTHER = "other"


IN_DOUBT = frozenset(
    {CardState.SENDING, CardState.CLAIMED_DONE, CardState.NEEDS_ATTENTION, CardState.UNKNOWN}
)
"""A blank may be lying in the tray: held in the count, waiting for a person's answer."""

OWED = frozenset({CardState.QUEUED, CardState.NOT_PRINTED})
"""Certainly not lying anywhere: may be sent, or given up."""

ANSWERS = frozenset({CardState.GOOD, CardState.SPOILED, CardState.NOT_PRINTED})

_BY_PRINTER = frozenset({CardState.CLAIMED_DONE, CardState.NEEDS_ATTENTION, CardState.UNKNOWN})

_AFTER: dict[CardState, frozenset[CardState]] = {
    # back to QUEUED only when the printer was certainly never reached (NothingSent)
    CardState.QUEUED: frozenset({CardState.SENDING, CardState.CANCELLED}),
    CardState.SENDING: _BY_PRINTER | ANSWERS | {CardState.QUEUED},
    CardState.CLAIMED_DONE: ANSWERS | {CardState.UNKNOWN},
    # SENDING again once the officer has mended the printer and it goes on by itself
    CardState.NEEDS_ATTENTION: _BY_PRINTER | ANSWERS | {CardState.SENDING},
    CardState.UNKNOWN: ANSWERS,
    CardState.NOT_PRINTED: frozenset({CardState.QUEUED, CardState.CANCELLED}),
    CardState.GOOD: frozenset(),
    CardState.SPOILED: frozenset(),
    CardState.CANCELLED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class CardJob:
    """One copy of one membership's card. ``attempt`` counts how often that copy was sent, ``reprint_note``
    is what the supervisor wrote when approving a reprint."""

    membership_id: int
    copy: int
    kind: CardKind
    printer: str
    counter: str
    asked_by: int
    asked_at: datetime
    state: CardState = CardState.QUEUED
    attempt: int = 0
    visit_id: int | None = None
    batch_id: int | None = None
    reprint_reason: ReprintReason | None = None
    reprint_note: str = ""
    approved_by: int | None = None
    printer_reason: PrinterReason = PrinterReason.NONE
    spool_ticket: str = ""
    spoiled_reason: SpoiledReason | None = None
    sent_at: datetime | None = None
    answered_by: int | None = None
    answered_at: datetime | None = None
    layout: str = ""
    document_sha256: str = ""
    id: int = 0

    @property
    def document_name(self) -> str:
        """Unique per sending, so that a spooler's job can be told from every other."""
        return f"loket-kartu-{self.id}-{self.attempt}"

    @property
    def in_doubt(self) -> bool:
        return self.state in IN_DOUBT

    @property
    def on_its_way(self) -> bool:
        """The spooler may still have news of it."""
        return self.state in (CardState.SENDING, CardState.NEEDS_ATTENTION)

    @property
    def owed(self) -> bool:
        return self.state in OWED

    def moved(self, to: CardState, reason: PrinterReason = PrinterReason.NONE) -> "CardJob":
        """The same job one state on, or ``RuleBroken`` when the table has no such move."""
        if to not in _AFTER[self.state]:
            raise RuleBroken(Problem.CARD_MOVE_FORBIDDEN, of=self.state.value, to=to.value)
        return replace(self, state=to, printer_reason=reason)

    def sent(self, document_sha256: str, at: datetime) -> "CardJob":
        """Marked before the first byte leaves; only a queued card, never one that may be printing."""
        if self.state is not CardState.QUEUED:
            raise RuleBroken(Problem.CARD_MOVE_FORBIDDEN, of=self.state.value, to=CardState.SENDING.value)
        begun = self.moved(CardState.SENDING)
        return replace(
            begun, attempt=self.attempt + 1, sent_at=at, spool_ticket="", document_sha256=document_sha256
        )

    def answered(
        self, answer: CardState, by: int, at: datetime, spoiled: SpoiledReason | None = None
    ) -> "CardJob":
        """What a person saw in the tray."""
        if answer not in ANSWERS:
            raise RuleBroken(Problem.CARD_MOVE_FORBIDDEN, of=self.state.value, to=answer.value)
        if (answer is CardState.SPOILED) != (spoiled is not None):
            raise RuleBroken(Problem.REASON_MISSING)
        seen = self.moved(answer)
        return replace(seen, answered_by=by, answered_at=at, spoiled_reason=spoiled)
