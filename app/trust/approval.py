"""A supervisor's approval of what an officer may not decide alone, sealed at the supervisor's own sign-in."""

import hashlib
import hmac
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.trust.officer import Officer

HOLDS_FOR = timedelta(minutes=10)
"""The supervisor stands at the counter; who has gone back to their desk is asked once more."""


@dataclass(frozen=True, slots=True)
class Approval:
    """Good for one ``subject`` alone; only ``ApprovalSeals`` makes one that holds."""

    supervisor_id: int
    subject: str
    reason: str
    given_at: datetime
    seal: str = field(repr=False)

    def fresh(self, now: datetime) -> bool:
        return timedelta() <= now - self.given_at <= HOLDS_FOR


@dataclass(frozen=True, slots=True)
class ApprovalSeals:
    """``secret`` is drawn when the program starts and kept nowhere: no approval outlives the program, and
    nothing but a sign-in can make one."""

    secret: bytes = field(repr=False)

    def seal(self, supervisor: Officer, subject: str, reason: str, at: datetime) -> Approval:
        """Called once the supervisor's password was right, and by nothing else."""
        return Approval(supervisor.id, subject, reason, at, self._seal(supervisor.id, subject, reason, at))

    def holds(self, approval: Approval) -> bool:
        """Whether the seal was made here over exactly these words."""
        made = self._seal(approval.supervisor_id, approval.subject, approval.reason, approval.given_at)
        return hmac.compare_digest(made, approval.seal)

    def _seal(self, supervisor_id: int, subject: str, reason: str, at: datetime) -> str:
        told = json.dumps([supervisor_id, subject, reason, at.isoformat()])
        return hmac.new(self.secret, told.encode(), hashlib.sha256).hexdigest()
