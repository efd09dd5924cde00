"""A branch that is backed up, for tests: real files, a real vault, a clock that stands until it is told."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from app.paths import Paths
from app.settings import Settings
from app.trust.backup import BackupPlan, FoundBackup, Manifest, never_mind
from app.trust.journal import Action, Entry
from app.trust.lock_out import LockOuts
from app.trust.make_backup import BackUp, BackUpWhenDue, ReadBackupStatus
from app.trust.officer import Officer, Role
from app.trust.restore import BackupsIn, LookInside, NewestGoodBackup, Restore
from db.backup import SecondMedium
from db.backup_pace import Pace
from db.machine_secret import MachineSecrets
from db.open_backup import NotAsItSays, lost_attachments, prove_backup
from db.restore import BackupShelf
from tests.builders import MORNING
from tests.vaults import AGUS, PASSWORD, nothing_more, vault_at

RINA = Officer("Rina Pratiwi", Role.FRONTLINER, 2)
SRI = Officer("Sri Wahyuni", Role.SUPERVISOR, 3)


class StandingClock:
    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **how_long: int) -> None:
        self.now += timedelta(**how_long)


@dataclass
class BackedUpBranch:
    """The counter's PC over ``base``, and the second medium ``usb``."""

    base: Path
    usb: Path
    keep: int = 14
    clock: StandingClock = field(default_factory=StandingClock)

    def __post_init__(self) -> None:
        self.base.mkdir(parents=True, exist_ok=True)
        self.usb.mkdir(parents=True, exist_ok=True)
        self.paths = Paths(self.base)
        self.vault, self.file = vault_at(self.base)
        self.lock_outs = LockOuts(self.paths.lock_out, self.clock)
        machine = MachineSecrets(self.paths.machine_secret, lambda: None)
        self.medium = SecondMedium(self.paths, self.vault, self.file, "0.1.0")
        self.back_up = BackUp(
            self.file.begin, self.clock, self.medium, self.plan, "Cabang Surabaya", "Loket 1"
        )
        self.status = ReadBackupStatus(self.file.look, self.clock, self.medium, self.plan)
        self.back_up_when_due = BackUpWhenDue(self.status, self.back_up)
        shelf = BackupShelf(self.paths, self.vault, self.file, machine, str.upper)
        self.backups_in, self.newest_good = BackupsIn(shelf), NewestGoodBackup(shelf)
        self.look_inside = LookInside(shelf, self.lock_outs)
        self.restore = Restore(self.look_inside, self.clock)

    def plan(self) -> BackupPlan:
        return BackupPlan.of(Settings(backup_folder=str(self.usb), backup_every=3, backup_keep=self.keep))

    def founded(self) -> str:
        """The branch with its officers, open; gives the recovery code."""
        code = self.vault.found(AGUS, PASSWORD, nothing_more)
        with self.file.begin() as work:
            for officer in (RINA, SRI):
                work.officers.add(officer)
            work.commit()
        for officer in (RINA, SRI):
            self.vault.set_password(officer, PASSWORD, one_time=False)
        return code

    def happens(self, action: Action = Action.VISIT_STEP) -> None:
        """One more entry in the journal."""
        with self.file.begin() as work:
            work.journal.add(Entry(self.clock(), RINA.id, action))
            work.commit()

    def backed_up(self) -> tuple[FoundBackup, Manifest]:
        """A backup, a second after the one before."""
        self.clock.passes(seconds=1)
        backup = self.back_up(None)
        assert backup.manifest is not None
        return backup, backup.manifest

    def journalled(self, action: Action) -> list[Entry]:
        with self.file.look() as work:
            links = work.journal.links(1, 10_000)
        return [link.entry for link in links if link.entry and link.entry.action is action]

    def on_the_medium(self) -> list[str]:
        return sorted(entry.name for entry in self.usb.iterdir())


def flip_a_bit(file: Path, place: int | None = None) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2 if place is None else place] ^= 4
    file.write_bytes(content)


def prove(pc: BackedUpBranch, backup: FoundBackup) -> None:
    """Raises ``NotAsItSays`` unless the backup is whole, its attachments with it."""
    manifest, pace = backup.manifest, Pace(never_mind)
    assert manifest is not None
    prove_backup(backup.folder, manifest, pc.vault.proven()[1], pace)
    for name in lost_attachments(backup.folder, manifest, pace):
        raise NotAsItSays(name)
