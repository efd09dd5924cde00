"""A supervisor's approval of what an officer may not decide alone."""

from dataclasses import dataclass

from app.errors import Problem, RuleBroken
from app.ports import UnitOfWork
from app.trust.officer import Officer, Role


@dataclass(frozen=True, slots=True)
class Approval:
    supervisor_id: int
    reason: str


def approver(work: UnitOfWork, approval: Approval | None) -> Officer:
    """The supervisor who approved, or ``RuleBroken`` when none did or no reason was given."""
    if approval is None:
        raise RuleBroken(Problem.NOT_ALLOWED)
    if not approval.reason.strip():
        raise RuleBroken(Problem.REASON_MISSING)
    officer = work.officers.by_id(approval.supervisor_id)
    if officer.role is not Role.SUPERVISOR:
        raise RuleBroken(Problem.NOT_ALLOWED)
    return officer
