"""Coming in and leaving the counter: opening one's key slot is the sign-in, and the journal tells it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.ports import Begin, JournalWish, UnitOfWork, Vault
from app.trust.clock_check import ClockDoubt, clock_doubt
from app.trust.journal import THE_PROGRAM, Action, Entry
from app.trust.lock_out import Failures, LockOuts
from app.trust.officer import Officer


@dataclass(frozen=True, slots=True)
class SignedIn:
    """``must_change``: the password was an administrator's; nothing is allowed before it is changed."""

    officer: Officer
    clock_doubt: ClockDoubt | None

    @property
    def must_change(self) -> bool:
        return self.officer.must_change_password


@dataclass(frozen=True, slots=True)
class SignIn:
    """At the start of the program, behind the lock, and in place of another officer."""

    vault: Vault
    begin: Begin
    clock: Clock
    lock_outs: LockOuts

    def __call__(self, officer_id: int, password: str) -> SignedIn:
        """Raises ``RuleBroken``: ``WRONG_PASSWORD``, ``LOCKED_OUT`` with ``seconds``, ``OFFICER_REMOVED``;
        ``YourEnvironment`` for whatever keeps the database shut."""
        with self.lock_outs.trying(officer_id) as failures, shut_again_on_error(self.vault) as stood_open:
            self.vault.open(officer_id, password)
            return self._come_in(officer_id, failures, stood_open)

    def _come_in(self, officer_id: int, failures: Failures, stood_open: bool) -> SignedIn:
        now = self.clock()
        with self.begin() as work:
            officer = work.officers.by_id(officer_id)
            if officer.removed_on is not None:
                raise RuleBroken(Problem.OFFICER_REMOVED)
            doubt = tell_doubt(work, now)
            tell_failures(work, failures, now)
            one_time = has_one_time_password(self.vault, officer_id)
            facts = {"database": "stood_open" if stood_open else "opened"}
            if one_time:
                facts["password"] = "one_time"
            work.journal.add(Entry(now, officer_id, Action.SIGNED_IN, facts=facts))
            work.commit()
        return SignedIn(replace(officer, must_change_password=one_time), doubt)


@dataclass(frozen=True, slots=True)
class Lock:
    """The officer left the counter, or did nothing for a while: the half-filled form stays."""

    begin: Begin
    clock: Clock

    def __call__(self, by: Officer, *, idle: bool) -> None:
        with self.begin() as work:
            why = {"why": "idle" if idle else "by_hand"}
            work.journal.add(Entry(self.clock(), by.id, Action.LOCKED, facts=why))
            work.commit()


@contextmanager
def shut_again_on_error(vault: Vault) -> Iterator[bool]:
    """Whoever is not let in leaves the database as shut as it was; gives whether it stood open."""
    stood_open = vault.is_open
    try:
        yield stood_open
    except BaseException:
        if not stood_open:
            vault.close()
        raise


def has_one_time_password(vault: Vault, officer_id: int) -> bool:
    return any(slot.one_time for slot in vault.slots() if slot.officer_id == officer_id)


def tell_doubt(work: UnitOfWork, now: datetime) -> ClockDoubt | None:
    """Compare the clock with the journal, and say so there when it cannot be believed."""
    newest = work.journal.find(JournalWish(), limit=1)
    last = newest[0].entry.at if newest else None
    doubt = clock_doubt(now, last)
    if doubt is not None:
        facts = {"fault": doubt.fault.value, "last": last.isoformat() if last else ""}
        work.journal.add(Entry(now, THE_PROGRAM, Action.CLOCK_MOVED, facts=facts))
    return doubt


def tell_failures(work: UnitOfWork, failures: Failures, now: datetime) -> None:
    """The wrong passwords since somebody last came in; each with the time the clock showed then."""
    for entry in _failed(failures, now):
        work.journal.add(entry)


def _failed(failures: Failures, now: datetime) -> Iterable[Entry]:
    for failure in failures.untold:
        facts = {"failed_at": failure.at.isoformat()}
        yield Entry(now, THE_PROGRAM, Action.SIGN_IN_FAILED, f"officer:{failure.officer_id}", facts)
    if failures.left_out:
        left_out = {"earlier": str(failures.left_out)}
        yield Entry(now, THE_PROGRAM, Action.SIGN_IN_FAILED, facts=left_out)
    if failures.damaged_at is not None:
        damaged = {"record_damaged": failures.damaged_at.isoformat()}
        yield Entry(now, THE_PROGRAM, Action.SIGN_IN_FAILED, facts=damaged)
