"""How a finding was answered: by the officer's reason, or by a supervisor's approval."""

import hashlib
from dataclasses import dataclass

from app.trust.approval import Approval
from app.visit.visit import Visit


@dataclass(frozen=True, slots=True)
class Decision:
    """``answer`` is the officer's reason for a ``warn``, or what a supervisor signed for an ``approve``."""

    finding_key: str
    answer: str | Approval

    @property
    def approval(self) -> Approval | None:
        return self.answer if isinstance(self.answer, Approval) else None

    @property
    def reason(self) -> str:
        return self.answer.reason if isinstance(self.answer, Approval) else self.answer

    @property
    def approved_by(self) -> int | None:
        return self.answer.supervisor_id if isinstance(self.answer, Approval) else None


def approval_subject(visit: Visit, finding_key: str) -> str:
    """Names one finding of one visit, and tells nothing of its facts: the journal keeps it."""
    return f"visit:{visit.id}:finding:{hashlib.sha256(finding_key.encode()).hexdigest()[:16]}"
