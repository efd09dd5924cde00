"""Backups under the axe, on a full medium and with rotten bits: whole and proven, or not there at all."""

import errno
import shutil
from pathlib import Path
from random import Random

from app.errors import LoketError, Problem
from app.trust.journal import Action
from db.open_backup import NotAsItSays, backups_in
from db.swap_in import finish_interrupted_restore
from tests.backups import BackedUpBranch, flip_a_bit, prove
from tests.builders import visitors
from tests.faults.backup_worker import KEEP, back_up_until_killed, restore_until_killed
from tests.faults.contents import contents
from tests.faults.fault_run import FaultRun
from tests.faults.killed import killed_at_random
from tests.faults.soundness import unsound
from tests.faults.watched_disk import WatchedDisk
from tests.vaults import AGUS, PASSWORD

_MEMBERS, _ATTACHMENTS = 300, 5
_CLOSED = (None, None, errno.EROFS, None, errno.EIO)
"""In turn: the medium is full, or answers everything that would write with that errno."""


def kill_backups(base: Path, kills: int, seed: int = 11) -> FaultRun:
    """I1 a backup told to be good is there, I6 whatever bears a backup's name is whole, and so is the
    database; what was begun is cleared by the next one."""
    pc, chance = _grown(base), Random(seed)
    told = begun = 0
    wrong: list[str] = []
    for turn in range(kills):
        pc.vault.close()
        names = [
            name for name in killed_at_random(back_up_until_killed, base, turn, chance, longest=0.4) if name
        ]
        pc.vault.open(AGUS.id, PASSWORD)
        told += len(names)
        begun += any(name.startswith("loket-belum-selesai-") for name in pc.on_the_medium())
        wrong += _not_whole(pc)
        missing = set(names[-KEEP:]) - set(pc.on_the_medium())
        # one more may have been made, and the oldest taken away, when the kill came before the word
        wrong += [f"I1 {name} is lost" for name in sorted(missing)[1:]]
    pc.clock.passes(days=9_000)
    last, _ = pc.backed_up()
    if last.folder.name not in pc.on_the_medium() or len(pc.on_the_medium()) != KEEP:
        wrong.append(f"I7 the medium holds {pc.on_the_medium()}")
    wrong += [*_not_whole(pc), *unsound(pc.file)]
    pc.vault.close()
    return FaultRun(kills, told + begun, tuple(wrong))


def kill_restores(base: Path, kills: int, seed: int = 12) -> FaultRun:
    """I1 the old branch or the new one, I5 its journal and head, I6 its pages; afterwards it is simply
    done again."""
    pc, chance = _grown(base), Random(seed)
    pc.backed_up()
    pc.happens(Action.CLOCK_MOVED)
    old = contents(pc.file.look)
    pc.vault.close()
    shutil.copytree(pc.base, base / "as it was")
    wrong: list[str] = []
    new = 0
    for turn in range(kills):
        shutil.rmtree(pc.base)
        shutil.copytree(base / "as it was", pc.base)
        said = killed_at_random(restore_until_killed, base, turn, chance, longest=0.25)
        finish_interrupted_restore(pc.paths)
        pc.vault.open(AGUS.id, PASSWORD)
        restored = bool(pc.journalled(Action.RESTORED))
        new += restored
        wrong += unsound(pc.file)
        if not restored and ("done" in said or contents(pc.file.look) != old):
            wrong.append("I1 it is neither the old nor the new")
        if restored and pc.journalled(Action.CLOCK_MOVED):
            wrong.append("I1 what came after the backup is still there")
        if list(pc.base.glob("pemulihan*")):
            wrong.append("I1 something of the restore was left behind")
        pc.vault.close()
    return FaultRun(kills, new, tuple(wrong))


def flip_bits_in_backups(base: Path, flips: int, seed: int = 13) -> FaultRun:
    """I6: each single flipped bit in any file of a backup is found."""
    pc, chance = _grown(base), Random(seed)
    backup, _ = pc.backed_up()
    files = sorted(file for file in backup.folder.rglob("*") if file.is_file())
    wrong: list[str] = []
    found = 0
    for turn in range(flips):
        # each file as often as any other: the small ones say what the large ones are worth
        file = files[turn % len(files)]
        whole = file.read_bytes()
        place = chance.randrange(len(whole))
        flip_a_bit(file, place)
        try:
            prove(pc, backup)
            wrong.append(f"I6 a bit of {file.name} at {place} passed")
        except NotAsItSays:
            found += 1
        file.write_bytes(whole)
    prove(pc, backup)
    pc.vault.close()
    return FaultRun(flips, found, tuple(wrong))


def backups_on_a_full_medium(disk: WatchedDisk, times: int) -> FaultRun:
    """I1 nothing half-made bears a backup's name, and the good one before stays; I7 the officer is told
    what is the matter. Only the medium is full, or closed to writing: the data lies elsewhere."""
    pc = _grown(disk.folder.parent / "branch", disk.folder)
    pc.backed_up()
    asked = disk.asked
    pc.backed_up()
    calls = disk.asked - asked
    wrong: list[str] = []
    struck = 0
    for point in range(times):
        why = _CLOSED[point % len(_CLOSED)]
        if why is None:
            disk.full_after(calls * point // times)
        else:
            disk.close_to_writing(why)
        try:
            pc.backed_up()
        except LoketError as error:
            struck += 1
            if error.problem is not (Problem.FILE_NOT_WRITTEN if why else Problem.DISK_FULL):
                wrong.append(f"I7 {error!r} for a medium with errno {why}")
        disk.mend()
        # what a medium that is closed did not let go is cleared by the next backup
        if why is None and any(not name.startswith("loket-cadangan-") for name in pc.on_the_medium()):
            wrong.append(f"I1 the medium holds {pc.on_the_medium()}")
        wrong += _not_whole(pc)
    pc.backed_up()
    wrong += [*_not_whole(pc), *unsound(pc.file)]
    pc.vault.close()
    return FaultRun(times, struck, tuple(wrong))


def _grown(base: Path, usb: Path | None = None) -> BackedUpBranch:
    """A branch with members and attachments, open."""
    pc = BackedUpBranch(base / "pc", usb or base / "usb", keep=KEEP)
    pc.founded()
    with pc.file.begin() as work:
        for member, _ in visitors(_MEMBERS):
            work.members.add(member)
        work.commit()
    pc.paths.attachments.mkdir()
    for number in range(_ATTACHMENTS):
        (pc.paths.attachments / f"{number:032x}.enc").write_bytes(Random(number).randbytes(20_000))
    return pc


def _not_whole(pc: BackedUpBranch) -> list[str]:
    wrong = []
    for found in backups_in(pc.usb):
        try:
            if found.manifest is None:
                raise NotAsItSays("manifest.json")
            prove(pc, found)
        except NotAsItSays as error:
            wrong.append(f"I6 {found.folder.name} is not whole: {error.part}")
    return wrong
