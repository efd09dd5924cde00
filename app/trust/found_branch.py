"""A branch begins: its database, its first administrator and its recovery code, all of it or nothing."""

from dataclasses import dataclass

from app.clock import Clock
from app.ports import UnitOfWork, Vault, VaultState
from app.trust.journal import Action, Entry
from app.trust.officer import Officer, Role
from app.trust.officers import officer_name
from app.trust.passwords import PasswordRules

FIRST_OFFICER = 1


@dataclass(frozen=True, slots=True)
class Founding:
    """What the first administrator typed; the names of branch and counter may not be their password."""

    branch: str
    counter: str
    administrator: str
    password: str


@dataclass(frozen=True, slots=True)
class Founded:
    """``recovery_code`` is told this once and kept nowhere."""

    administrator: Officer
    recovery_code: str
    database_id: str


@dataclass(frozen=True, slots=True)
class FoundBranch:
    vault: Vault
    clock: Clock
    common_passwords: frozenset[str]

    def check_password(self, founding: Founding) -> None:
        """Raises ``RuleBroken(PASSWORD_…)``."""
        rules = PasswordRules(self.common_passwords, (founding.branch, founding.counter))
        rules.check(founding.password, founding.administrator)

    def __call__(self, founding: Founding) -> Founded:
        """The database stands open afterwards. Raises ``RuleBroken``: ``OFFICER_NAME_MISSING``,
        ``PASSWORD_…``, ``NOT_ALLOWED`` where there is a branch already."""
        name = officer_name(founding.administrator)
        self.check_password(founding)
        begun: list[Officer] = []

        def begin(work: UnitOfWork, administrator: Officer) -> None:
            facts = {"from": "key_file"} if taken_over else {}
            work.journal.add(Entry(self.clock(), administrator.id, Action.BRANCH_FOUNDED, facts=facts))
            begun.append(administrator)

        taken_over = self.vault.state() is VaultState.OPEN_KEY_FILE
        administrator = Officer(name, Role.ADMINISTRATOR, FIRST_OFFICER)
        code = self.vault.found(administrator, founding.password, begin)
        return Founded(begun[-1], code, self.vault.database_id)
