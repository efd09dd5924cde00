"""Which copy of a membership's card comes next, and whether a supervisor must approve it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.cards.print_job import CardJob, CardKind, CardState, ReprintReason

_NO_CARD = frozenset({CardState.SPOILED, CardState.CANCELLED})


@dataclass(frozen=True, slots=True)
class NextCopy:
    """``reprint_reason``, ``reprint_note`` and ``approved_by`` are those of a reprint already approved."""

    copy: int
    kind: CardKind
    reprint_reason: ReprintReason | None = None
    reprint_note: str = ""
    approved_by: int | None = None

    @property
    def needs_approval(self) -> bool:
        return self.kind is CardKind.REPRINT and self.approved_by is None


def next_copy(earlier: Sequence[CardJob]) -> NextCopy:
    """``earlier`` are all jobs of one membership, oldest first. A job still owed is itself the next."""
    last = earlier[-1] if earlier else None
    if last is not None and last.owed:
        return NextCopy(last.copy, last.kind, last.reprint_reason, last.reprint_note, last.approved_by)
    if last is not None and last.state in _NO_CARD:
        # the copy asked for before never reached the member: its reason and approval still hold
        kind = CardKind.REMAKE if last.state is CardState.SPOILED else last.kind
        return NextCopy(last.copy, kind, last.reprint_reason, last.reprint_note, last.approved_by)
    good = sum(job.state is CardState.GOOD for job in earlier)
    return NextCopy(good + 1, CardKind.REPRINT if good else CardKind.FIRST)
