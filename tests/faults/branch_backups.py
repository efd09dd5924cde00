"""Backups of a branch as the program makes and reads them, on a medium that may fail."""

from pathlib import Path

from app.errors import LoketError
from app.paths import Paths
from app.trust.backup import BackupPlan, FoundBackup, never_mind
from app.trust.make_backup import BackUp
from app.trust.restore import ByPassword
from db.backup import SecondMedium
from db.machine_secret import MachineSecrets
from db.restore import BackupShelf
from main import VERSION, Branch, system_clock
from tests.faults.long_day import PASSWORD, SUPERVISOR


def back_up(branch: Branch, paths: Paths, medium: Path) -> FoundBackup:
    medium.mkdir(exist_ok=True)
    plan = BackupPlan(medium, every=50, keep=2)
    second = SecondMedium(paths, branch.vault, branch.file, VERSION)
    return BackUp(branch.begin, system_clock, second, lambda: plan, "Cabang", "Loket 1")(SUPERVISOR)


def backups_of(branch: Branch, paths: Paths) -> BackupShelf:
    machine = MachineSecrets(paths.machine_secret, keyring=lambda: None)
    return BackupShelf(paths, branch.vault, branch.file, machine, branch.reference.names.key)


def put_back(branch: Branch, paths: Paths, backup: FoundBackup) -> None:
    """The data folder holds what the backup held; its database is shut."""
    reader, key = backups_of(branch, paths), ByPassword(SUPERVISOR.id, PASSWORD)
    reader.put_back(reader.look(backup, key, never_mind), key, SUPERVISOR.id, system_clock(), never_mind)


def unsound_backups(branch: Branch, paths: Paths, medium: Path) -> list[str]:
    """Whatever bears the name of a backup must be one, whole."""
    reader, wrong = backups_of(branch, paths), []
    for found in reader.found(medium) if medium.exists() else ():
        try:
            reader.look(found, ByPassword(SUPERVISOR.id, PASSWORD), never_mind)
        except LoketError as error:
            wrong.append(f"I6 {found.folder.name}: {error!r}")
    return wrong
