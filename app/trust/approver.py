"""Who approved: a use case asks here before it does what an officer may not decide alone."""

from datetime import datetime

from app.errors import Problem, RuleBroken
from app.ports import UnitOfWork
from app.trust.approval import Approval, ApprovalSeals
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


def approver(
    work: UnitOfWork, seals: ApprovalSeals, approval: Approval | None, subject: str, now: datetime
) -> Officer:
    """The supervisor who approved ``subject``. Raises ``RuleBroken``: ``NOT_ALLOWED`` when nobody did who
    may, ``REASON_MISSING``, ``APPROVAL_EXPIRED`` ten minutes after the sign-in."""
    if approval is None or approval.subject != subject or not seals.holds(approval):
        raise RuleBroken(Problem.NOT_ALLOWED, right=Right.APPROVE.value)
    if not approval.reason.strip():
        raise RuleBroken(Problem.REASON_MISSING)
    if not approval.fresh(now):
        raise RuleBroken(Problem.APPROVAL_EXPIRED)
    supervisor = work.officers.by_id(approval.supervisor_id)
    permit(supervisor, Right.APPROVE)
    return supervisor
