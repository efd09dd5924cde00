"""Choose a company's cards to print together."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.clock import Clock
from app.companies.card_batch import CardBatch
from app.errors import Problem, RuleBroken
from app.members.npp import Npp
from app.ports import Begin, UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class PrepareBatch:
    """Put a company's cards into a new batch. Nothing is printed before it is looked through and approved."""

    begin: Begin
    clock: Clock

    def __call__(
        self, npp: Npp, membership_ids: Sequence[int] | None, printer: str, by: Officer
    ) -> CardBatch:
        """Without ``membership_ids`` everyone of the company who has a number and no card yet.

        ``RuleBroken``: ``NOT_FOUND`` for a company that is not stored or a membership that is not its,
        ``BATCH_EMPTY``, ``CARD_IN_ANOTHER_BATCH``.
        """
        permit(by, Right.PRINT_BATCH)
        now = self.clock()
        with self.begin() as work:
            company = work.companies.by_npp(npp)
            if company is None:
                raise RuleBroken(Problem.NOT_FOUND, npp=npp.text)
            if membership_ids is None:
                membership_ids = [card.membership_id for card in work.batches.unprinted(npp)]
            wanted = tuple(dict.fromkeys(membership_ids))
            members = [_member_of(work, each, npp) for each in wanted]
            if not members:
                raise RuleBroken(Problem.BATCH_EMPTY)
            batch = work.batches.add(CardBatch(now.date(), 0, npp, company.name, printer, by.id, now), wanted)
            work.journal.add(
                Entry(
                    now,
                    by.id,
                    Action.BATCH_PREPARED,
                    f"batch:{batch.id}",
                    {"npp": npp.text, "cards": str(len(members))},
                    tuple(sorted(set(members))),
                )
            )
            work.commit()
        return batch


def _member_of(work: UnitOfWork, membership_id: int, npp: Npp) -> int:
    membership = work.members.membership(membership_id)
    if membership.npp != npp:
        raise RuleBroken(Problem.NOT_FOUND, membership=str(membership_id))
    return membership.member_id
