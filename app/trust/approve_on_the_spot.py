"""A supervisor comes to the counter and approves by their own sign-in; the officer there stays signed in."""

from dataclasses import dataclass

from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.ports import Begin, Vault
from app.trust.approval import Approval, ApprovalSeals
from app.trust.journal import Action, Entry
from app.trust.lock_out import LockOuts
from app.trust.officer import Officer
from app.trust.permissions import Right, may, permit
from app.trust.sign_in import has_one_time_password, tell_failures


@dataclass(frozen=True, slots=True)
class Approvers:
    """Who may be called to the counter."""

    look: Begin

    def __call__(self) -> tuple[Officer, ...]:
        with self.look() as work:
            return tuple(officer for officer in work.officers.all() if may(officer.role, Right.APPROVE))


@dataclass(frozen=True, slots=True)
class ApproveOnTheSpot:
    vault: Vault
    begin: Begin
    clock: Clock
    lock_outs: LockOuts
    seals: ApprovalSeals

    def __call__(self, officer_id: int, password: str, subject: str, reason: str) -> Approval:
        """Raises ``RuleBroken``: ``REASON_MISSING``, ``WRONG_PASSWORD``, ``LOCKED_OUT``, ``NOT_ALLOWED`` for
        who may not approve, ``PASSWORD_MUST_CHANGE`` while their password is an administrator's."""
        if not reason.strip():
            raise RuleBroken(Problem.REASON_MISSING)
        with self.begin() as work:  # the database stands open, or nobody can be asked for a password
            officer = work.officers.by_id(officer_id)
        with self.lock_outs.trying(officer_id) as failures:
            self.vault.open(officer_id, password)
            now = self.clock()
            with self.begin() as work:
                tell_failures(work, failures, now)
                work.journal.add(Entry(now, officer_id, Action.APPROVAL_GIVEN, subject))
                self._permit(officer)
                work.commit()
        return self.seals.seal(officer, subject, reason.strip(), now)

    def _permit(self, officer: Officer) -> None:
        if has_one_time_password(self.vault, officer.id):
            raise RuleBroken(Problem.PASSWORD_MUST_CHANGE)
        permit(officer, Right.APPROVE)
