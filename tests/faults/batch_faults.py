"""A company's batch on a printer that fails at every card, and in a program that is killed at any moment."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from app.companies.batch_progress import Halt
from app.companies.card_batch import BatchState
from app.errors import Problem, RuleBroken
from app.paths import Paths
from app.ports import CardPrinter, PrinterName, PrinterState, SpoolReport
from app.settings import Settings
from main import Branch, compose, system_clock
from printing.printers.cups import CupsCardPrinter
from tests.card_printer.simulated import Behaviour, SimulatedCardPrinter
from tests.faults.batch_day import NPP, BatchOfficer, add_company, wrongly_printed
from tests.faults.fault_run import FaultRun
from tests.faults.killed import killed_at_random
from tests.faults.long_day import PASSWORD, SUPERVISOR, begin_long_day, branch_in
from tests.faults.printer_faults import FAULTS, GO_ON_WHEN_TENDED
from tests.faults.soundness import unsound
from tests.faults.tray_printer import TrayPrinter

_PATIENCE = 20.0
_OF_ONE_BATCH = 50
TRAY = "tray:"


def batch_faults_at_every_card(base: Path, cards: int) -> FaultRun:
    """I3 and I4, and the batch goes on at the right card, whatever the printer did at each of its cards.
    Every kind of fault comes once at every card; with few cards, each has its own."""
    begin_long_day(base)
    wrong, printed = list[str](), 0
    for shift in range(len(FAULTS) if cards > len(FAULTS) else 1):
        branch = _open(base)
        add_company(branch.begin, cards, seed=700 + shift)
        with SimulatedCardPrinter() as printer:
            failing = _FailsAtEachCard(printer, CupsCardPrinter(printer.host, printer.port, seconds=5), shift)
            officer = _officer(branch, base, failing, partial(_names, printer))
            before = officer.parts.cards.blanks(SUPERVISOR)
            batch = officer.batch(printer.address)
            _print_whole(officer, batch.id, printer, failing)
            officer.batches.match(batch.id, SUPERVISOR)
            now = officer.parts.cards.blanks(SUPERVISOR)
            lying = _names(printer)
            told = wrongly_printed(branch.begin, [batch.id], lying, before, now)
            wrong += [f"round {shift}: {each}" for each in (*told, *unsound(branch.file))]
            printed += len(lying)
        branch.vault.close()
    return FaultRun(cards, printed, tuple(wrong))


def kill_batches(base: Path, kills: int, seed: int = 3) -> FaultRun:
    """I3, I4, I5 and I6; each program goes on where the one before was killed."""
    begin_long_day(base)
    branch = _open(base)
    add_company(branch.begin, kills * 5, seed=600)
    tray = TrayPrinter(base / "tray")
    officer = _officer(branch, base, tray, tray.fallen)
    before = officer.parts.cards.blanks(SUPERVISOR)
    with branch.begin() as work:
        waiting = [card.membership_id for card in work.batches.unprinted(NPP)]
    batches = [
        officer.batch(TRAY, waiting[start : start + _OF_ONE_BATCH]).id
        for start in range(0, len(waiting), _OF_ONE_BATCH)
    ]
    branch.vault.close()
    chance = Random(seed)
    for turn in range(kills):
        killed_at_random(print_batches_until_killed, base, turn % 2 == 0, chance, longest=0.4)
    before_the_last = len(tray.fallen())
    branch = _open(base)
    officer = _officer(branch, base, tray, tray.fallen)
    _finish_all(officer)
    now = officer.parts.cards.blanks(SUPERVISOR)
    wrong = wrongly_printed(branch.begin, batches, tray.fallen(), before, now) + unsound(branch.file)
    branch.vault.close()
    return FaultRun(kills, before_the_last, tuple(wrong))


def race_for_batches(base: Path, races: int) -> FaultRun:
    """I3: of two counters that take up the same batch at the same moment, one prints it."""
    begin_long_day(base)
    branch = _open(base)
    tray, here = TrayPrinter(base / "tray"), Settings()
    counters = [
        _officer(branch, base, tray, tray.fallen, replace(here, counter=name))
        for name in (here.counter, "Loket 2")
    ]
    counters[1].parts.cards.blanks.receive(races * 10, SUPERVISOR)
    wrong, printed = list[str](), 0
    for race in range(races):
        add_company(branch.begin, 2, seed=500 + race)
        batch = counters[race % 2].batch(TRAY)
        line = threading.Barrier(2)
        begun = list[str]()
        runners = [
            threading.Thread(target=_take_up, args=(officer, batch.id, line, begun)) for officer in counters
        ]
        for runner in runners:
            runner.start()
        for runner in runners:
            runner.join()
        lying = tray.fallen()
        if sorted(begun) != ["elsewhere", "here"] or len(lying) != len(set(lying)):
            wrong.append(f"I3 race {race}: {begun}, {len(lying)} cards of {len(set(lying))}")
        printed = len(lying)
    wrong += unsound(branch.file)
    branch.vault.close()
    return FaultRun(races, printed, tuple(wrong))


def print_batches_until_killed(base: Path, in_the_middle: bool, say: Connection) -> None:
    """Go on where the program before was killed. Its first word lets the kill come: before it looks at what
    it left, or in the middle of a card."""
    branch = _open(base)
    tray = _SayingTray(base / "tray", say)
    officer = _officer(branch, base, tray, tray.fallen)
    if not in_the_middle:
        say.send(0)
    _finish_all(officer)


class _SayingTray(TrayPrinter):
    """Says when it takes a document."""

    def __init__(self, tray: Path, say: Connection) -> None:
        super().__init__(tray)
        self._say = say

    def submit(self, address: str, document: bytes, unique_name: str) -> str:
        self._say.send(1)
        return super().submit(address, document, unique_name)


def _finish_all(officer: BatchOfficer) -> None:
    officer.begin_the_day()
    for queued in officer.batches.queue(SUPERVISOR):
        if queued.batch.state is not BatchState.MATCHED:
            officer.finish(queued.batch.id)


def _print_whole(
    officer: BatchOfficer, batch_id: int, printer: SimulatedCardPrinter, failing: "_FailsAtEachCard"
) -> None:
    ends = time.monotonic() + _PATIENCE * _OF_ONE_BATCH
    while (told := officer.step(batch_id)).halt is not Halt.DONE:
        if told.halt is Halt.ATTENTION and failing.now in GO_ON_WHEN_TENDED:
            printer.tend()
        elif told.halt in (Halt.ATTENTION, Halt.DOUBT, Halt.ANSWERS):
            officer.answer_all(batch_id)
            printer.accept()
        elif told.halt is not None:
            raise AssertionError(f"the batch stopped: {told.halt} {told.reason}")
        if time.monotonic() > ends:
            raise AssertionError(f"the batch does not end: {told.count}")
        time.sleep(0.01)


def _take_up(officer: BatchOfficer, batch_id: int, line: threading.Barrier, begun: list[str]) -> None:
    line.wait()
    try:
        while officer.step(batch_id).halt is None:
            pass
        begun.append("here")
    except RuleBroken as refused:
        begun.append("elsewhere" if refused.problem is Problem.BATCH_ELSEWHERE else refused.problem.value)


def _names(printer: SimulatedCardPrinter) -> list[str]:
    return [card.name for card in printer.cards]


def _open(base: Path) -> Branch:
    branch = branch_in(base)
    branch.vault.open(SUPERVISOR.id, PASSWORD)
    return branch


def _officer(
    branch: Branch,
    base: Path,
    printer: CardPrinter,
    fallen: Callable[[], Sequence[str]],
    settings: Settings | None = None,
) -> BatchOfficer:
    parts = compose(branch, Paths(base), settings or Settings(), system_clock, printer)
    return BatchOfficer(parts, parts.rooms.batches(), fallen)


class _FailsAtEachCard:
    """Tells the printer, at each card's first sending, what goes wrong with it; sent again, it comes out."""

    def __init__(self, printer: SimulatedCardPrinter, spooler: CardPrinter, shift: int) -> None:
        self._printer, self._spooler, self._next = printer, spooler, shift
        self.now = Behaviour.OK

    def list(self) -> tuple[PrinterName, ...]:
        return self._spooler.list()

    def status(self, address: str) -> PrinterState:
        return self._spooler.status(address)

    def submit(self, address: str, document: bytes, unique_name: str) -> str:
        self.now = Behaviour.OK
        if unique_name.endswith("-1"):
            self.now = FAULTS[self._next % len(FAULTS)]
            self._next += 1
        self._printer.will(self.now)
        return self._spooler.submit(address, document, unique_name)

    def poll(self, address: str, ticket: str) -> SpoolReport:
        return self._spooler.poll(address, ticket)

    def cancel(self, address: str, unique_name: str) -> None:
        self._spooler.cancel(address, unique_name)
