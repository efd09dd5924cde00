"""The administrator keeps the officers: who works here, as what, and who no longer does."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.ports import Begin, UnitOfWork, Vault
from app.trust.backup import Watch, never_mind
from app.trust.journal import Action, Entry
from app.trust.officer import Officer, Role
from app.trust.passwords import draw_one_time_password
from app.trust.permissions import Right, permit

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class StaffMember:
    """``may_sign_in``: a key slot opens for them on this PC; ``one_time``: by an administrator's password."""

    officer: Officer
    may_sign_in: bool
    one_time: bool


@dataclass(frozen=True, slots=True)
class Staff:
    """``unfinished``: were removed, and the program ended before their way in was taken or the database
    had another key; removing them once more finishes it."""

    members: tuple[StaffMember, ...]
    unfinished: tuple[Officer, ...]
    rekey_due: bool


@dataclass(frozen=True, slots=True)
class OneTimePassword:
    """Shown once, kept nowhere: the officer changes it at their first sign-in."""

    officer: Officer
    password: str


@dataclass(frozen=True, slots=True)
class SeeStaff:
    vault: Vault
    look: Begin

    def __call__(self, by: Officer) -> Staff:
        permit(by, Right.KEEP_OFFICERS)
        one_time = {slot.officer_id: slot.one_time for slot in self.vault.slots()}
        come_in = set(one_time) - self.vault.made_elsewhere()
        with self.look() as work:
            ever = work.officers.ever()
        members = tuple(
            StaffMember(officer, officer.id in come_in, one_time.get(officer.id, False))
            for officer in ever
            if officer.removed_on is None
        )
        unfinished = tuple(officer for officer in ever if officer.removed_on and officer.id in one_time)
        return Staff(members, unfinished, self.vault.rekey_due)


@dataclass(frozen=True, slots=True)
class AddOfficer:
    vault: Vault
    begin: Begin
    clock: Clock
    draw: Callable[[], str] = draw_one_time_password

    def __call__(self, name: str, role: Role, by: Officer) -> OneTimePassword:
        """Raises ``RuleBroken``: ``OFFICER_NAME_MISSING``, ``OFFICER_NAME_TAKEN``."""
        permit(by, Right.KEEP_OFFICERS)
        password = self.draw()
        with self.begin() as work:
            officer = work.officers.add(Officer(_free(work, name), role))
            _tell(work, self.clock, by, Action.OFFICER_ADDED, officer, role=role.value)
            self.vault.set_password(officer, password, one_time=True)
            work.commit()
        return OneTimePassword(officer, password)


@dataclass(frozen=True, slots=True)
class RenameOfficer:
    vault: Vault
    begin: Begin
    clock: Clock

    def __call__(self, officer_id: int, name: str, by: Officer) -> Officer:
        permit(by, Right.KEEP_OFFICERS)
        with self.begin() as work:
            officer = _working(work, officer_id)
            renamed = replace(officer, name=_free(work, name, besides=officer_id))
            work.officers.save(renamed)
            _tell(work, self.clock, by, Action.OFFICER_CHANGED, renamed, changed="name")
            self.vault.rename(renamed)
            work.commit()
        return renamed


@dataclass(frozen=True, slots=True)
class ChangeRole:
    begin: Begin
    clock: Clock

    def __call__(self, officer_id: int, role: Role, by: Officer) -> Officer:
        """Raises ``RuleBroken``: ``LAST_ADMINISTRATOR``; ``NOT_ONESELF`` for one's own role, which another
        administrator changes."""
        permit(by, Right.KEEP_OFFICERS)
        _not_oneself(by, officer_id)
        with self.begin() as work:
            officer = _working(work, officer_id)
            if role is not Role.ADMINISTRATOR:
                _not_the_last(work, officer)
            changed = replace(officer, role=role)
            work.officers.save(changed)
            was, is_now = officer.role.value, role.value
            _tell(work, self.clock, by, Action.OFFICER_CHANGED, changed, changed="role", was=was, role=is_now)
            work.commit()
        return changed


@dataclass(frozen=True, slots=True)
class ResetPassword:
    """For who forgot theirs; also gives a way in to who has none on this PC."""

    vault: Vault
    begin: Begin
    clock: Clock
    draw: Callable[[], str] = draw_one_time_password

    def __call__(self, officer_id: int, by: Officer) -> OneTimePassword:
        permit(by, Right.KEEP_OFFICERS)
        _not_oneself(by, officer_id)
        password = self.draw()
        with self.begin() as work:
            officer = _working(work, officer_id)
            _tell(work, self.clock, by, Action.PASSWORD_RESET, officer)
            self.vault.set_password(officer, password, one_time=True)
            work.commit()
        return OneTimePassword(officer, password)


@dataclass(frozen=True, slots=True)
class RemoveOfficer:
    """First they may do nothing, then they cannot come in, then what they may have kept opens nothing."""

    vault: Vault
    begin: Begin
    clock: Clock

    def __call__(self, officer_id: int, by: Officer, watch: Watch = never_mind) -> None:
        """Also finishes a removal that was interrupted.

        Nobody else may be working on the database: it is written anew, which ``watch`` may put off with
        :class:`~app.trust.backup.Cancelled`. Raises ``RuleBroken``: ``LAST_ADMINISTRATOR``, ``NOT_ONESELF``.
        """
        permit(by, Right.KEEP_OFFICERS)
        _not_oneself(by, officer_id)
        with self.begin() as work:
            officer = work.officers.by_id(officer_id)
            if officer.removed_on is None:
                _not_the_last(work, officer)
                work.officers.save(replace(officer, removed_on=self.clock().date()))
                _tell(work, self.clock, by, Action.OFFICER_REMOVED, officer)
                work.commit()
        self.vault.remove(officer_id)
        if self.vault.rekey_due:
            _rekey(self.vault, self.begin, self.clock, by, watch)


@dataclass(frozen=True, slots=True)
class RekeyDatabase:
    """By hand, as after a stolen PC, or where a removal was interrupted."""

    vault: Vault
    begin: Begin
    clock: Clock

    def __call__(self, by: Officer, watch: Watch = never_mind) -> None:
        permit(by, Right.KEEP_OFFICERS)
        _rekey(self.vault, self.begin, self.clock, by, watch)


@dataclass(frozen=True, slots=True)
class RenewRecoveryCode:
    vault: Vault
    begin: Begin
    clock: Clock

    def __call__(self, by: Officer) -> str:
        """The new code, to be printed at once: the one in the safe opens nothing from now on."""
        permit(by, Right.KEEP_OFFICERS)
        with self.begin() as work:
            work.journal.add(Entry(self.clock(), by.id, Action.RECOVERY_CODE_RENEWED))
            code = self.vault.new_recovery_code()
            work.commit()
        return code


def officer_name(typed: str) -> str:
    """As it will stand on the sign-in page and on papers. Raises ``RuleBroken(OFFICER_NAME_MISSING)`` for
    what is no name."""
    name = " ".join(typed.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise RuleBroken(Problem.OFFICER_NAME_MISSING, longest=str(LONGEST_NAME))
    return name


def _free(work: UnitOfWork, typed: str, besides: int = 0) -> str:
    name = officer_name(typed)
    taken = {officer.name.casefold() for officer in work.officers.all() if officer.id != besides}
    if name.casefold() in taken:
        raise RuleBroken(Problem.OFFICER_NAME_TAKEN, name=name)
    return name


def _working(work: UnitOfWork, officer_id: int) -> Officer:
    officer = work.officers.by_id(officer_id)
    if officer.removed_on is not None:
        raise RuleBroken(Problem.NOT_FOUND, officer=str(officer_id))
    return officer


def _not_oneself(by: Officer, officer_id: int) -> None:
    if by.id == officer_id:
        raise RuleBroken(Problem.NOT_ONESELF)


def _not_the_last(work: UnitOfWork, officer: Officer) -> None:
    others = (other for other in work.officers.all() if other.id != officer.id)
    if officer.role is Role.ADMINISTRATOR and not any(other.role is Role.ADMINISTRATOR for other in others):
        raise RuleBroken(Problem.LAST_ADMINISTRATOR)


def _tell(work: UnitOfWork, clock: Clock, by: Officer, action: Action, about: Officer, **facts: str) -> None:
    work.journal.add(Entry(clock(), by.id, action, f"officer:{about.id}", facts))


def _rekey(vault: Vault, begin: Begin, clock: Clock, by: Officer, watch: Watch) -> None:
    vault.rekey(watch)
    with begin() as work:
        work.journal.add(Entry(clock(), by.id, Action.DATABASE_REKEYED))
        work.commit()
