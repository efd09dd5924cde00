"""What the killed programs do: back the branch up, again and again, or put a backup back."""

from multiprocessing.connection import Connection
from pathlib import Path

from app.trust.backup import BackupProgress
from app.trust.restore import ByPassword
from tests.backups import BackedUpBranch
from tests.vaults import AGUS, PASSWORD

KEEP = 3


def branch_at(base: Path) -> BackedUpBranch:
    return BackedUpBranch(base / "pc", base / "usb", keep=KEEP)


def back_up_until_killed(base: Path, turn: int, say: Connection) -> None:
    """Says the name of each backup only once it is told to be good; before the first, an empty one."""
    pc = branch_at(base)
    pc.vault.open(AGUS.id, PASSWORD)
    pc.clock.passes(hours=turn)
    say.send("")
    while True:
        pc.happens()
        say.send(pc.backed_up()[0].folder.name)


def restore_until_killed(base: Path, _turn: int, say: Connection) -> None:
    """Says when the copying begins, and when the restore is told to be done."""
    pc = branch_at(base)
    pc.vault.open(AGUS.id, PASSWORD)
    [backup, *_] = pc.backups_in(pc.usb)
    said: list[bool] = []

    def watch(_progress: BackupProgress) -> bool:
        if not said:
            said.append(True)
            say.send("begun")
        return True

    pc.restore(backup, ByPassword(AGUS.id, PASSWORD), AGUS, watch)
    say.send("done")
