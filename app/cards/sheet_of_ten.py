"""Temporary cards on A4 paper, ten a sheet, while the card printer is down.

Paper is no card: it uses no blank, moves no card job and is counted nowhere. The card stays owed, and each
piece of paper says "KARTU SEMENTARA" until the card itself is handed over.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.cards.ask_for_card import face_of
from app.cards.card_face import CardFace
from app.cards.print_job import CardState
from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.files import write_whole
from app.ports import Begin
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

FOLDER = "kartu-sementara"

DrawSheets = Callable[[Sequence[CardFace]], bytes]
"""A PDF of A4 sheets; ``RuleBroken(CARD_TEXT_UNPRINTABLE)``."""


@dataclass(frozen=True, slots=True)
class WriteSheetOfTen:
    """Written again it stands beside the earlier one; the journal knows whose data left on each."""

    begin: Begin
    clock: Clock
    draw: DrawSheets
    out: Path
    branch: str

    def __call__(self, membership_ids: Sequence[int], by: Officer) -> Path:
        """For these members, in this order. ``RuleBroken``: as for their cards, or ``BATCH_EMPTY``."""
        permit(by, Right.PRINT_CARD)
        return self._written(membership_ids, "kartu-sementara_{at}.pdf", "", by)

    def of_batch(self, batch_id: int, by: Officer) -> Path:
        """For every member of the batch whose card has not come out well yet."""
        permit(by, Right.PRINT_CARD)
        with self.begin() as work:
            batch = work.batches.by_id(batch_id)
            cards = work.batches.cards(batch_id)
        asked = [card for card in cards if card.left_out is None and card.remade_at is None]
        missing = [card.membership_id for card in asked if card.state is not CardState.GOOD]
        return self._written(missing, batch.npp.text + "_{at}_kartu-sementara.pdf", f"batch:{batch_id}", by)

    def _written(self, membership_ids: Sequence[int], name: str, subject: str, by: Officer) -> Path:
        """Nobody waits for the lock while hundreds are drawn."""
        if not membership_ids:
            raise RuleBroken(Problem.BATCH_EMPTY)
        with self.begin() as work:
            faces = [face_of(work, each, self.clock, self.branch) for each in membership_ids]
            members = tuple(work.members.membership(each).member_id for each in membership_ids)
        document, now = self.draw(faces), self.clock()
        file = self.out / FOLDER / name.format(at=f"{now:%Y-%m-%d_%H%M%S}")
        with self.begin() as work:
            write_whole(file, document)
            facts = {"cards": str(len(faces))}
            work.journal.add(Entry(now, by.id, Action.SHEET_WRITTEN, subject, facts, members))
            work.commit()
        return file
