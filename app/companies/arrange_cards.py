"""Cards of a batch taken out, taken in again, or brought forward: only those that lie in no printer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from app.cards.answer_card import CancelCard
from app.cards.print_job import GiveUpReason
from app.clock import Clock
from app.companies.batch_moves import save_moved, tell_cards
from app.companies.card_batch import BatchCard, BatchState, CardBatch, LeftOut
from app.errors import Problem, RuleBroken
from app.ports import Begin, UnitOfWork
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

_MAY_CHANGE = frozenset({BatchState.PREPARED, BatchState.APPROVED, BatchState.PRINTING, BatchState.PAUSED})


@dataclass(frozen=True, slots=True)
class LeaveOutCards:
    """Cards that will not come with the batch after all."""

    begin: Begin
    clock: Clock
    cancel: CancelCard

    def __call__(
        self, batch_id: int, places: Collection[int], reason: GiveUpReason, by: Officer
    ) -> tuple[BatchCard, ...]:
        """``RuleBroken(CARD_MOVE_FORBIDDEN)`` when one of them was sent or answered; then none is."""
        permit(by, Right.PRINT_BATCH)
        with self.begin() as work:
            left_out = self.within(work, changeable(work, batch_id), places, reason, by)
            work.commit()
        return left_out

    def within(
        self, work: UnitOfWork, batch: CardBatch, places: Collection[int], reason: GiveUpReason, by: Officer
    ) -> tuple[BatchCard, ...]:
        chosen = tuple(_waiting(work, batch.id, place) for place in places)
        for card in chosen:
            if card.job is not None:
                self.cancel.within(work, card.job, reason, by)
            else:
                work.batches.save_card(batch.id, replace(card, left_out=LeftOut(reason.value)))
        tell_cards(work, batch, chosen, by.id, self.clock(), left_out=reason.value)
        return tuple(work.batches.card(batch.id, card.place) for card in chosen)


@dataclass(frozen=True, slots=True)
class CancelRest:
    """Print no further card of the batch: what still waits is left out, what lies in the tray is answered."""

    begin: Begin
    leave_out: LeaveOutCards

    def __call__(self, batch_id: int, reason: GiveUpReason, by: Officer) -> tuple[BatchCard, ...]:
        permit(by, Right.PRINT_BATCH)
        with self.begin() as work:
            batch = changeable(work, batch_id)
            places = [card.place for card in work.batches.cards(batch_id) if card.waits]
            left_out = self.leave_out.within(work, batch, places, reason, by)
            work.commit()
        return left_out


@dataclass(frozen=True, slots=True)
class TakeInCards:
    """Cards that were left out are wanted after all; a batch that was matched goes back to work for them."""

    begin: Begin
    clock: Clock

    def __call__(self, batch_id: int, places: Collection[int], by: Officer) -> tuple[BatchCard, ...]:
        """``RuleBroken``: ``CARD_IN_ANOTHER_BATCH``, ``CARD_MOVE_FORBIDDEN`` for one that is in."""
        permit(by, Right.PRINT_BATCH)
        now = self.clock()
        with self.begin() as work:
            batch = work.batches.by_id(batch_id)
            if batch.state is BatchState.MATCHED:
                again = replace(batch.moved(BatchState.PAUSED), matched_at=None)
                batch = save_moved(work, again, batch, by.id, now)
            changeable(work, batch_id)
            chosen = tuple(work.batches.card(batch_id, place) for place in places)
            for card in chosen:
                if card.left_out is None:
                    raise _not_this_one(card)
                work.batches.save_card(batch_id, replace(card, left_out=None, job=None))
            tell_cards(work, batch, chosen, by.id, now, taken_in=str(len(chosen)))
            work.commit()
        return tuple(replace(card, left_out=None, job=None) for card in chosen)


@dataclass(frozen=True, slots=True)
class MoveCards:
    """Bring waiting cards to the front, in this order; the other waiting ones follow as they stood.

    Waiting cards change places among themselves, so that no card in the printer or the tray moves.
    """

    begin: Begin
    clock: Clock

    def __call__(self, batch_id: int, places: Sequence[int], by: Officer) -> tuple[BatchCard, ...]:
        permit(by, Right.PRINT_BATCH)
        with self.begin() as work:
            batch = changeable(work, batch_id)
            first = [_waiting(work, batch_id, place) for place in dict.fromkeys(places)]
            waiting = [card for card in work.batches.cards(batch_id) if card.waits]
            ordered = [*first, *(card for card in waiting if card not in first)]
            work.batches.place_cards(
                batch_id,
                {
                    card.place: before.place
                    for card, before in zip(ordered, waiting, strict=True)
                    if card.place != before.place
                },
            )
            tell_cards(work, batch, tuple(first), by.id, self.clock(), moved=str(len(first)))
            moved = work.batches.cards(batch_id)
            work.commit()
        return moved


def changeable(work: UnitOfWork, batch_id: int) -> CardBatch:
    """``RuleBroken(BATCH_MOVE_FORBIDDEN)`` once its cards are matched."""
    batch = work.batches.by_id(batch_id)
    if batch.state not in _MAY_CHANGE:
        raise RuleBroken(Problem.BATCH_MOVE_FORBIDDEN, of=batch.state.value, to=batch.state.value)
    return batch


def _waiting(work: UnitOfWork, batch_id: int, place: int) -> BatchCard:
    card = work.batches.card(batch_id, place)
    if not card.waits:
        raise _not_this_one(card)
    return card


def _not_this_one(card: BatchCard) -> RuleBroken:
    stands = card.state.value if card.state else ""
    return RuleBroken(Problem.CARD_MOVE_FORBIDDEN, of=stands, card=str(card.place))
