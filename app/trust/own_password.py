"""Choosing one's own password: in place of a one-time one, or by one's own wish."""

from dataclasses import dataclass, replace

from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.ports import Begin, Vault
from app.trust.journal import Action, Entry
from app.trust.lock_out import LockOuts
from app.trust.officer import Officer
from app.trust.passwords import PasswordRules
from app.trust.sign_in import has_one_time_password, tell_failures


@dataclass(frozen=True, slots=True)
class ChooseFirstPassword:
    """After a sign-in with a one-time password, and then only."""

    vault: Vault
    begin: Begin
    clock: Clock
    rules: PasswordRules

    def __call__(self, by: Officer, new: str) -> Officer:
        """Gives the officer, who may work now. Raises ``RuleBroken``: ``PASSWORD_…`` for a new one that
        will not do, ``NOT_ALLOWED`` where the password is the officer's own already."""
        if not (by.must_change_password and has_one_time_password(self.vault, by.id)):
            raise RuleBroken(Problem.NOT_ALLOWED, why="own_password")
        _check(self.vault, self.rules, by, new)
        return _changed(self.vault, self.begin, self.clock, by, new)


@dataclass(frozen=True, slots=True)
class ChangeOwnPassword:
    vault: Vault
    begin: Begin
    clock: Clock
    lock_outs: LockOuts
    rules: PasswordRules

    def __call__(self, by: Officer, old: str, new: str) -> Officer:
        """Raises ``RuleBroken``: ``WRONG_PASSWORD`` or ``LOCKED_OUT`` for the old one, ``PASSWORD_…`` for the
        new."""
        with self.lock_outs.trying(by.id) as failures:
            self.vault.open(by.id, old)
            with self.begin() as work:
                tell_failures(work, failures, self.clock())
                work.commit()
        _check(self.vault, self.rules, by, new)
        return _changed(self.vault, self.begin, self.clock, by, new)


def _check(vault: Vault, rules: PasswordRules, by: Officer, new: str) -> None:
    rules.check(new, by.name)
    try:
        vault.open(by.id, new)
    except RuleBroken as told:
        if told.problem is not Problem.WRONG_PASSWORD:
            raise
    else:
        raise RuleBroken(Problem.PASSWORD_AS_BEFORE)


def _changed(vault: Vault, begin: Begin, clock: Clock, by: Officer, new: str) -> Officer:
    officer = replace(by, must_change_password=False)
    with begin() as work:
        work.journal.add(Entry(clock(), by.id, Action.PASSWORD_CHANGED))
        vault.set_password(officer, new, one_time=False)
        work.commit()
    return officer
