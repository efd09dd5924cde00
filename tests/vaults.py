"""A branch's vault for tests: everything real but the cost of a guess and the system's keyring."""

from pathlib import Path

from app.paths import Paths
from app.trust.officer import Officer, Role
from db.branch_file import BranchFile
from db.key_slots import Cost
from db.keys import DatabaseKey
from db.machine_secret import MachineSecrets
from db.vault import KeyVault

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
"""Paying the price of a guess in every test would take most of the time."""

AGUS = Officer("Agus Wijaya", Role.ADMINISTRATOR, 1)
PASSWORD = "sembilan kartu biru"


def vault_at(base: Path, cost: Cost = CHEAP) -> tuple[KeyVault, BranchFile]:
    """What a program started over ``base`` has; its machine keeps the secret in the file."""
    paths = Paths(base)
    paths.prepare()
    file = BranchFile(paths.database, paths.copies, str.upper)
    return KeyVault(paths, file, MachineSecrets(paths.machine_secret, lambda: None), cost), file


def leave_key_open(file: Path) -> DatabaseKey:
    """As a first start left it before there were passwords."""
    key = DatabaseKey.drawn()
    file.write_text((key.secret + key.salt).hex())
    return key


def nothing_more(_work: object, _administrator: Officer) -> None:
    """For a founding that stores the administrator alone."""
