"""What a program does with keys until it is killed: found a branch, take one over, change slots, re-key."""

import os
import signal
from collections.abc import Callable
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.paths import Paths
from app.ports import UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer, Role
from db.engine import open_database
from db.migrate import bring_up_to_date
from db.seed import seed_members
from tests.builders import MORNING, TODAY
from tests.vaults import AGUS, PASSWORD, leave_key_open, vault_at

RINA = Officer("Rina Pratiwi", Role.FRONTLINER, 2)
RINAS = "hujan di bulan juni"
MEMBERS = 500

Work = Callable[[Path, Any, Connection], None]


def tell_founding(work: UnitOfWork, administrator: Officer) -> None:
    work.journal.add(Entry(MORNING, administrator.id, Action.BRANCH_FOUNDED))


def found_branch(base: Path) -> str:
    """A branch with members to lose; gives its recovery code."""

    def begun(work: UnitOfWork, administrator: Officer) -> None:
        work.officers.add(RINA)
        tell_founding(work, administrator)

    vault, file = vault_at(base)
    code = vault.found(AGUS, PASSWORD, begun)
    vault.set_password(RINA, RINAS, one_time=False)
    seed_members(file.engine, str.upper, MEMBERS, TODAY)
    vault.close()
    return code


def found_open_key_branch(base: Path) -> None:
    """A branch from before there were passwords, its key beside it."""
    paths = Paths(base)
    paths.prepare()
    key = leave_key_open(paths.key)
    engine = open_database(paths.database, key)
    bring_up_to_date(engine, key, paths.copies)
    seed_members(engine, str.upper, MEMBERS, TODAY)
    engine.dispose()


def founding(base: Path, _fact: object, say: Connection) -> None:
    vault, _ = vault_at(base)
    say.send("founding")
    say.send(vault.found(AGUS, PASSWORD, tell_founding))


def rekeying(base: Path, _fact: object, say: Connection) -> None:
    vault, _ = vault_at(base)
    vault.open(1, PASSWORD)
    say.send(vault.proven()[1].number)
    while True:
        vault.rekey()
        say.send(vault.proven()[1].number)


def rekeying_once(base: Path, _fact: object, say: Connection) -> None:
    vault, _ = vault_at(base)
    vault.open(1, PASSWORD)
    vault.rekey()
    say.send(vault.proven()[1].number)
    vault.close()


def dying_at(step: int, work: Work, base: Path, say: Connection) -> None:
    """Does the work, and is dead before its ``step``-th sync, renaming or removal of a file; says in the end
    how many there were."""
    steps = 0

    def counted(call: Callable[..., object]) -> Callable[..., object]:
        def count_then(*arguments: Any, **named: Any) -> object:
            nonlocal steps
            steps += call is not os.unlink or Path(arguments[0]).exists()
            if steps == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)

        return count_then

    for name in ("fsync", "replace", "unlink"):
        setattr(os, name, counted(getattr(os, name)))
    work(base, None, say)
    say.send(steps)


def changing_passwords(base: Path, first: int, say: Connection) -> None:
    vault, _ = vault_at(base)
    vault.open(1, PASSWORD)
    say.send(first)
    for number in count(first + 1):
        vault.set_password(RINA, password_number(number), one_time=bool(number % 2))
        say.send(number)


def password_number(number: int) -> str:
    return f"kata sandi ke-{number}"
