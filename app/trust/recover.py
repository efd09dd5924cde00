"""The way in when no password helps: the code from the safe, and a new password for an administrator."""

from dataclasses import dataclass

from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.ports import Begin, Vault
from app.trust.journal import THE_PROGRAM, Action, Entry
from app.trust.lock_out import THE_CODE, LockOuts
from app.trust.officer import Officer, Role
from app.trust.passwords import PasswordRules
from app.trust.sign_in import SignedIn, shut_again_on_error, tell_doubt, tell_failures


@dataclass(frozen=True, slots=True)
class OpenWithRecoveryCode:
    vault: Vault
    begin: Begin
    clock: Clock
    lock_outs: LockOuts

    def __call__(self, code: str) -> tuple[Officer, ...]:
        """The administrators, one of whom gets a new password next.

        Raises ``RuleBroken``: ``RECOVERY_CODE_MISTYPED``, ``RECOVERY_CODE_WRONG``, ``LOCKED_OUT``;
        ``YourEnvironment`` for whatever keeps the database shut.
        """
        with self.lock_outs.trying(THE_CODE) as failures, shut_again_on_error(self.vault):
            self.vault.open_with_recovery_code(code)
            now = self.clock()
            with self.begin() as work:
                tell_failures(work, failures, now)
                work.journal.add(Entry(now, THE_PROGRAM, Action.RECOVERY_CODE_USED))
                administrators = tuple(
                    officer for officer in work.officers.all() if officer.role is Role.ADMINISTRATOR
                )
                work.commit()
        return administrators


@dataclass(frozen=True, slots=True)
class SignInWithRecoveryCode:
    vault: Vault
    begin: Begin
    clock: Clock
    lock_outs: LockOuts
    rules: PasswordRules

    def __call__(self, code: str, administrator_id: int, password: str) -> SignedIn:
        """The administrator comes in with a password that holds on this PC from now on."""
        with self.lock_outs.trying(THE_CODE) as failures, shut_again_on_error(self.vault):
            self.vault.open_with_recovery_code(code)
            now = self.clock()
            with self.begin() as work:
                officer = work.officers.by_id(administrator_id)
                if officer.removed_on is not None or officer.role is not Role.ADMINISTRATOR:
                    raise RuleBroken(Problem.NOT_ALLOWED, role=officer.role.value)
                self.rules.check(password, officer.name)
                doubt = tell_doubt(work, now)
                tell_failures(work, failures, now)
                subject, facts = f"officer:{officer.id}", {"way": "recovery_code"}
                work.journal.add(Entry(now, THE_PROGRAM, Action.PASSWORD_RESET, subject, facts))
                work.journal.add(Entry(now, officer.id, Action.SIGNED_IN, facts=facts))
                self.vault.set_password(officer, password, one_time=False)
                work.commit()
        return SignedIn(officer, doubt)
