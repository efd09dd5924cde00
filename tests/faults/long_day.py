"""A branch on the disk, behind its key slots, with numbers and blanks for a long day."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import main
from app.cards.card_stock import BlankMovement, StockMove
from app.cards.number_block import NumberBlock
from app.paths import Paths
from app.ports import UnitOfWork
from app.settings import Settings
from app.training.invented_people import Series, invented_companies
from app.trust.officer import Officer, Role
from db.branch_file import BranchFile
from db.key_slots import Cost
from main import Branch, compose, system_clock
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

cheaply = partial(main.branch_in, cost=Cost(memory_kib=8, passes=1, lanes=1), keyring=lambda: None)
"""Signing in a thousand times would take most of the time, and this machine's keyring is not ours."""


@dataclass(frozen=True, slots=True)
class LongDay:
    """``allotted`` are all numbers of the branch's blocks in the order they must be given out."""

    base: Path
    allotted: Sequence[int]


def begin_long_day(base: Path) -> LongDay:
    vault = branch_in(base).vault
    vault.found(ADMINISTRATOR, PASSWORD, _begun)
    for officer in (FRONTLINER, SUPERVISOR):
        vault.set_password(officer, PASSWORD, one_time=False)
    vault.close()
    return LongDay(base, [number for block in _BLOCKS for number in range(block.first, block.last + 1)])


def branch_in(base: Path) -> Branch:
    """What lies in the folder, shut."""
    paths = Paths(base)
    paths.prepare()
    return cheaply(paths)


def opened(base: Path, officer: Officer = FRONTLINER) -> tuple[BranchFile, Parts, TrayPrinter]:
    """The counter's parts once the officer signed in, with a printer one can look into."""
    branch, printer = branch_in(base), TrayPrinter(base / "tray")
    branch.vault.open(officer.id, PASSWORD)
    return branch.file, compose(branch, Paths(base), Settings(), system_clock, printer), printer


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
