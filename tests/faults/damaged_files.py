"""Files of a branch with a bit flipped, or gone: found and told in words, and never another value read."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random

from app.errors import LoketError, Problem
from app.ports import VaultState
from app.trust.journal import HeadDoubt
from tests.builders import visitors
from tests.faults.contents import contents
from tests.faults.counter_worker import register
from tests.faults.fault_run import FaultRun
from tests.faults.long_day import FRONTLINER, PASSWORD, begin_long_day, branch_in, opened

_DATABASE, _LOG = "loket.db", "loket.db-wal"
_OTHERS = (_LOG, "loket.keys", "loket.machine", "loket.head")
"""One flip in ten goes there, the others into the database."""

_SALT = 16
"""Bytes at the beginning of the database, which SQLCipher's seals of the pages do not cover."""

_UNLIKE = "another value, and nobody was told"

_Told = Problem | VaultState | HeadDoubt | str | None


@dataclass(frozen=True, slots=True)
class _Evening:
    """The same branch twice: ``shut`` in order, and as a ``killed`` program left it, its last visits only in
    the log."""

    shut: Path
    killed: Path
    says: str

    @classmethod
    def after_a_day(cls, base: Path) -> "_Evening":
        shut, killed = base / "shut", base / "killed"
        begin_long_day(shut)
        for seed in (8, 9):
            file, parts, _ = opened(shut)
            for person in visitors(5, seed):
                register(parts, FRONTLINER, *person)
            said = contents(file.look)
            shutil.copytree(shut, killed, dirs_exist_ok=True)
            file.close()
        return cls(shut, killed, said)

    def told(self, folder: Path) -> _Told:
        """What an officer is told who signs in there; ``None`` where all is as it was."""
        branch = branch_in(folder)
        if branch.vault.state() is not VaultState.READY:
            return branch.vault.state()
        try:
            branch.vault.open(FRONTLINER.id, PASSWORD)
            said = contents(branch.look)
            branch.file.check_every_page()
            for doubt in branch.file.doubts:
                return doubt
        except LoketError as error:
            return error.problem
        finally:
            branch.vault.close()
        return None if said == self.says else _UNLIKE


def bit_flips(base: Path, times: int) -> FaultRun:
    """I6: every flipped bit of the database is found; I1: wherever it was, nobody reads another value
    unaware of it."""
    evening, chance = _Evening.after_a_day(base), Random(9)
    found, wrong = 0, list[str]()
    for turn in range(times):
        name = chance.choice(_OTHERS) if turn % 10 == 9 else _DATABASE
        folder = Path(shutil.copytree(evening.killed if name == _LOG else evening.shut, base / "flipped"))
        place = _flip(folder / name, chance, within=_SALT if turn % 10 == 0 else None)
        told = evening.told(folder)
        found += told is not None
        if told == _UNLIKE or (told is None and name == _DATABASE):
            wrong.append(f"I6 bit flipped in byte {place} of {name}: {told}")
        shutil.rmtree(folder)
    return FaultRun(times, found, tuple(wrong))


def _flip(file: Path, chance: Random, within: int | None) -> int:
    content = bytearray(file.read_bytes())
    place = chance.randrange(within or len(content))
    content[place] ^= 1 << chance.randrange(8)
    file.write_bytes(content)
    return place


_TOLD_WITHOUT: dict[tuple[str, ...], _Told] = {
    (_DATABASE + "-shm",): None,
    (_LOG,): HeadDoubt.SHORTER,
    (_DATABASE,): VaultState.DATABASE_MISSING,
    (_DATABASE, _LOG, _DATABASE + "-shm"): VaultState.DATABASE_MISSING,
    ("loket.keys",): VaultState.PREVIOUS_SLOTS,
    ("loket.keys.previous",): None,
    ("loket.keys", "loket.keys.previous"): VaultState.SLOTS_MISSING,
    ("loket.machine",): Problem.MACHINE_SECRET_MISSING,
    ("loket.head",): HeadDoubt.MISSING,
}


def missing_files(base: Path, _times: int) -> FaultRun:
    """I7: a file that is gone is told, and never made afresh in silence; I1: once it is put back, everything
    is there."""
    evening = _Evening.after_a_day(base)
    wrong = list[str]()
    for names, expected in _TOLD_WITHOUT.items():
        folder = Path(shutil.copytree(evening.killed, base / "missing"))
        for name in names:
            (folder / name).rename(base / name)
        told = evening.told(folder)
        if told != expected:
            wrong.append(f"I7 without {names}: {told}, not {expected}")
        if expected is not None:
            for name in names:
                (base / name).replace(folder / name)
            if (told := evening.told(folder)) is not None:
                wrong.append(f"I1 {names} put back: {told}")
        shutil.rmtree(folder)
    return FaultRun(len(_TOLD_WITHOUT), len(_TOLD_WITHOUT), tuple(wrong))
