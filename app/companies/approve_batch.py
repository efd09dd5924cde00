"""Approve a batch for printing: by its officer, and where a member has a card already by a supervisor."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.cards.ask_for_card import AskForCard
from app.cards.next_copy import NextCopy
from app.cards.print_job import ReprintReason
from app.clock import Clock
from app.companies.batch_moves import save_moved
from app.companies.card_batch import BatchState, CardBatch
from app.companies.pre_flight import CheckCards, CheckedCard, approval_subject
from app.errors import Problem, RuleBroken
from app.findings import Severity
from app.ports import Begin, UnitOfWork
from app.trust.approval import Approval, ApprovalSeals
from app.trust.approver import approver
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class BatchApproval:
    """A supervisor's word for the cards of members who have one already; ``reason`` says why a further copy
    of the same card is printed."""

    approval: Approval
    reason: ReprintReason = ReprintReason.LOST


@dataclass(frozen=True, slots=True)
class ApproveBatch:
    """From now on it waits for its turn. The rules are asked once more: what was found since counts."""

    begin: Begin
    look: Begin
    clock: Clock
    check: CheckCards
    ask: AskForCard
    seals: ApprovalSeals

    def __call__(
        self,
        batch_id: int,
        by: Officer,
        not_before: datetime | None = None,
        approval: BatchApproval | None = None,
    ) -> CardBatch:
        """``RuleBroken``: ``FINDINGS_OPEN`` while a blocked card is in it, ``BATCH_EMPTY``, ``NOT_ALLOWED``
        without a supervisor's approval of ``PreFlightReport.approval_subject`` where one is needed,
        ``APPROVAL_EXPIRED``."""
        permit(by, Right.PRINT_BATCH)
        now = self.clock()
        before = self.check.before(self.look, batch_id)
        with self.begin() as work:
            batch = work.batches.by_id(batch_id)
            approved = replace(
                batch.moved(BatchState.APPROVED), approved_by=by.id, approved_at=now, not_before=not_before
            )
            checked = self.check.as_it_stands(work, batch, before)
            blocked = sum(each.worst is Severity.BLOCK for each in checked)
            if blocked:
                raise RuleBroken(Problem.FINDINGS_OPEN, cards=str(blocked))
            if not checked:
                raise RuleBroken(Problem.BATCH_EMPTY)
            facts = {"cards": str(len(checked))}
            if any(each.worst is Severity.APPROVE for each in checked):
                supervisor = self._ask_signed(work, batch, checked, approval, by)
                facts["approved_by"] = str(supervisor.id)
            save_moved(work, approved, batch, by.id, now, **facts)
            work.commit()
        return approved

    def _ask_signed(
        self,
        work: UnitOfWork,
        batch: CardBatch,
        checked: Sequence[CheckedCard],
        given: BatchApproval | None,
        by: Officer,
    ) -> Officer:
        """The cards a supervisor signed for are asked for at once: who approved them stands with them."""
        subject = approval_subject(batch, checked)
        supervisor = approver(work, self.seals, given.approval if given else None, subject, self.clock())
        assert given is not None, "without an approval there is no approver"

        def sign(coming: NextCopy) -> NextCopy:
            reason = given.reason if coming.needs_approval else None
            note = given.approval.reason.strip()
            return replace(coming, reprint_reason=reason, reprint_note=note, approved_by=supervisor.id)

        for each in checked:
            if each.worst is Severity.APPROVE:
                card = each.card
                job = self.ask.within(work, card.membership_id, batch.printer, by, sign, batch_id=batch.id)
                work.batches.save_card(batch.id, replace(card, job=job))
        return supervisor
