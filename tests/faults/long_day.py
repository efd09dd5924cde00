"""A branch on the disk, behind its key slots, with numbers and blanks for a long day."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.cards.card_stock import BlankMovement, StockMove
from app.cards.number_block import NumberBlock
from app.paths import Paths
from app.ports import Begin, CardPrinter, UnitOfWork
from app.reference import Reference
from app.settings import Settings
from app.training.invented_people import Series, invented_companies
from app.trust.officer import Officer, Role
from db.branch_file import BranchFile
from db.key_slots import Cost
from db.machine_secret import MachineSecrets
from db.vault import KeyVault
from main import RESOURCES, Branch, compose, system_clock
from tests.faults.tray_printer import TrayPrinter
from ui.parts import Parts

ADMINISTRATOR = Officer("Agus Wijaya", Role.ADMINISTRATOR, 1)
FRONTLINER = Officer("Rina Pratiwi", Role.FRONTLINER, 2)
SUPERVISOR = Officer("Sri Wahyuni", Role.SUPERVISOR, 3)
PASSWORD = "sembilan kartu biru"

_BLOCKS = (
    NumberBlock(26_900_000_001, 26_900_000_500, 26_900_000_001),
    NumberBlock(27_000_000_001, 27_000_100_000, 27_000_000_001),
)
_BLANKS = 100_000
_CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
"""Signing in a thousand times would take most of the time."""


@dataclass(frozen=True, slots=True)
class LongDay:
    """``allotted`` are all numbers of the branch's blocks in the order they must be given out."""

    base: Path
    allotted: Sequence[int]


def begin_long_day(base: Path) -> LongDay:
    _, vault = kept(base)
    vault.found(ADMINISTRATOR, PASSWORD, _begun)
    for officer in (FRONTLINER, SUPERVISOR):
        vault.set_password(officer, PASSWORD, one_time=False)
    vault.close()
    return LongDay(base, [number for block in _BLOCKS for number in range(block.first, block.last + 1)])


def kept(base: Path) -> tuple[BranchFile, KeyVault]:
    """The branch's file and its vault, shut."""
    paths = Paths(base)
    paths.prepare()
    file = BranchFile(paths.database, paths.copies, reference().names.key)
    machine = MachineSecrets(paths.machine_secret, keyring=lambda: None)
    return file, KeyVault(paths, file, machine, _CHEAP)


def opened(base: Path, officer: Officer = FRONTLINER) -> tuple[BranchFile, Parts, TrayPrinter]:
    """The counter's parts once the officer signed in, with a printer one can look into."""
    file, vault = kept(base)
    vault.open(officer.id, PASSWORD)
    printer = TrayPrinter(base / "tray")
    return file, parts_over(base, file, printer, file.begin), printer


def parts_over(base: Path, file: BranchFile, printer: CardPrinter, begin: Begin) -> Parts:
    branch = Branch(file.engine, reference(), begin, file.look)
    return compose(branch, Paths(base), Settings(), system_clock, printer)


@functools.cache
def reference() -> Reference:
    return Reference.load(RESOURCES / "reference")


def _begun(work: UnitOfWork, administrator: Officer) -> None:
    assert administrator == ADMINISTRATOR
    for officer in (FRONTLINER, SUPERVISOR):
        assert work.officers.add(officer) == officer
    for company in invented_companies(Series.CROWD, 5):
        work.companies.add(company)
    for block in _BLOCKS:
        work.number_blocks.add(block)
    now = system_clock()
    work.stock.add(BlankMovement(Settings().counter, StockMove.OPENING, _BLANKS, now, administrator.id))
