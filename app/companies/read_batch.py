"""A batch with its cards, as its page shows it."""

from dataclasses import dataclass

from app.clock import Clock
from app.companies.batch_progress import BatchView, progress_of
from app.ports import Begin
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.trust.person_shown import PersonsShown, View


@dataclass(frozen=True, slots=True)
class ReadBatch:
    look: Begin
    clock: Clock
    counter: str
    shown: PersonsShown

    def __call__(self, batch_id: int, by: Officer) -> BatchView:
        """Who hands the cards over sees it, too."""
        permit(by, Right.HAND_OVER)
        with self.look() as work:
            cards = work.batches.cards(batch_id)
            batch = work.batches.by_id(batch_id)
            progress = progress_of(work, batch, self.counter, self.clock())
        self.shown.tell(by, View.BATCH, (card.member_id for card in cards))
        return BatchView(progress, cards)
