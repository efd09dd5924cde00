"""A branch behind its vault, with a clock that tests turn, and every use case that lets somebody in."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from app.paths import Paths
from app.ports import JournalWish
from app.trust.approval import ApprovalSeals
from app.trust.approve_on_the_spot import ApproveOnTheSpot
from app.trust.journal import Action, Entry
from app.trust.lock_out import LockOuts
from app.trust.officer import Officer, Role
from app.trust.own_password import ChangeOwnPassword, ChooseFirstPassword
from app.trust.passwords import PasswordRules
from app.trust.recover import OpenWithRecoveryCode, SignInWithRecoveryCode
from app.trust.sign_in import Lock, SignIn
from tests.builders import MORNING
from tests.vaults import AGUS, PASSWORD, nothing_more, vault_at

RULES = PasswordRules(frozenset({"bismillah"}), ("Kantor Cabang Contoh", "Loket 1"))
RINAS, SRIS = "hujan di bulan juni", "teh hangat tiap pagi"


@dataclass
class Wall:
    """The clock on the wall."""

    shows: datetime = MORNING

    def __call__(self) -> datetime:
        return self.shows

    def forward(self, **by: float) -> None:
        self.shows += timedelta(**by)


@dataclass
class Keeper:
    """The program as it runs over ``base``; a second one is the program started again."""

    base: Path
    clock: Wall = field(default_factory=Wall)

    def __post_init__(self) -> None:
        self.vault, self.file = vault_at(self.base)
        self.lock_outs = LockOuts(Paths(self.base).lock_out, self.clock)
        self.seals = ApprovalSeals(b"drawn at the start")
        way_in = (self.vault, self.file.begin, self.clock)
        self.sign_in = SignIn(*way_in, self.lock_outs)
        self.lock = Lock(self.file.begin, self.clock)
        self.approve = ApproveOnTheSpot(*way_in, self.lock_outs, self.seals)
        self.choose_first = ChooseFirstPassword(*way_in, RULES)
        self.change_own = ChangeOwnPassword(*way_in, self.lock_outs, RULES)
        self.open_with_code = OpenWithRecoveryCode(*way_in, self.lock_outs)
        self.sign_in_with_code = SignInWithRecoveryCode(*way_in, self.lock_outs, RULES)

    def found(self) -> str:
        """Agus, who keeps the officers, Rina at the counter and Sri who supervises; shut again.

        Gives the recovery code.
        """
        code = self.vault.found(AGUS, PASSWORD, nothing_more)
        for name, role, password in (
            ("Rina Pratiwi", Role.FRONTLINER, RINAS),
            ("Sri Wahyuni", Role.SUPERVISOR, SRIS),
        ):
            with self.file.begin() as work:
                officer = work.officers.add(Officer(name, role))
                work.commit()
            self.vault.set_password(officer, password, one_time=False)
        self.vault.close()
        return code

    def started_again(self) -> "Keeper":
        self.vault.close()
        return Keeper(self.base, self.clock)

    def told(self, *actions: Action) -> list[Entry]:
        """What the journal holds of these, oldest first."""
        with self.file.look() as work:
            found = work.journal.find(JournalWish(actions=frozenset(actions)), limit=1_000)
        return [stored.entry for stored in reversed(found)]
