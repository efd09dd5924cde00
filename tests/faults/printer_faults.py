"""A card printer that fails at every card: what lies in the tray at the end is one card for each visitor."""

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from app.cards.print_job import CardJob, CardState
from app.members.member import Member
from app.members.membership import Membership
from app.paths import Paths
from app.settings import Settings
from main import compose, system_clock
from printing.printers.cups import CupsCardPrinter
from tests.builders import visitors
from tests.card_printer.simulated import Behaviour, SimulatedCardPrinter
from tests.faults.counter_worker import register
from tests.faults.fault_run import FaultRun
from tests.faults.long_day import FRONTLINER, PASSWORD, begin_long_day, branch_in
from tests.faults.soundness import unsound

FAULTS = [behaviour for behaviour in Behaviour if behaviour is not Behaviour.OK]
GO_ON_WHEN_TENDED = (Behaviour.EMPTY, Behaviour.COVER, Behaviour.OFFLINE)
_SAID = (CardState.CLAIMED_DONE, CardState.NEEDS_ATTENTION, CardState.UNKNOWN)
_PATIENCE = 20.0


def faults_at_every_card(base: Path, cards: int) -> FaultRun:
    """I3: each visitor has one card, whatever the printer did at theirs; I4: the blanks are those that lie
    in the tray. Every kind of fault comes once at every card; with few cards, each has its own."""
    begin_long_day(base)
    wrong, printed = list[str](), 0
    for shift in range(len(FAULTS) if cards > len(FAULTS) else 1):
        with SimulatedCardPrinter() as printer:
            desk = _Desk(base, printer)
            people = list(visitors(cards, seed=800 + shift))
            for at, person in enumerate(people):
                desk.print_card(*person, FAULTS[(at + shift) % len(FAULTS)])
            printed += len(printer.cards)
            wrong += [f"round {shift}: {each}" for each in desk.violations(cards)]
            desk.close()
    return FaultRun(cards, printed, tuple(wrong))


class _Desk:
    def __init__(self, base: Path, printer: SimulatedCardPrinter) -> None:
        self._printer, self._jobs = printer, list[CardJob]()
        self._branch = branch_in(base)
        self._branch.vault.open(FRONTLINER.id, PASSWORD)
        cups = CupsCardPrinter(printer.host, printer.port, seconds=5)
        self._parts = compose(self._branch, Paths(base), Settings(), system_clock, cups)
        self._blanks_before = self._parts.cards.blanks(FRONTLINER)

    def print_card(self, member: Member, membership: Membership, fault: Behaviour) -> None:
        """The first sending meets the fault; the officer tends the printer, looks into the tray and answers
        until the card is there."""
        cards = self._parts.cards
        registered = register(self._parts, FRONTLINER, member, membership)
        job = cards.ask(registered.membership.id, self._printer.address, FRONTLINER)
        self._printer.will(fault)
        while job.state is not CardState.GOOD:
            job = cards.send(job.id, FRONTLINER)
            job = self._until(job, lambda now: now.state in _SAID)
            if job.state is CardState.NEEDS_ATTENTION and fault in GO_ON_WHEN_TENDED:
                self._printer.tend()
                job = self._until(job, lambda now: now.state is CardState.CLAIMED_DONE)
            answer = CardState.GOOD if self._lies_there(job) else CardState.NOT_PRINTED
            job = cards.answer(job.id, answer, FRONTLINER)
            self._printer.accept()
        self._jobs.append(job)

    def violations(self, people: int) -> list[str]:
        lying = Counter(card.name for card in self._printer.cards)
        good = Counter(job.document_name for job in self._jobs)
        wrong = (
            [] if lying == good and good.total() == people else [f"I3 {lying - good} beside {good - lying}"]
        )
        now = self._parts.cards.blanks(FRONTLINER)
        used = self._blanks_before.remaining - now.remaining
        if used != lying.total() or now.held:
            wrong.append(f"I4 {used} blanks used and {now.held} held for {lying.total()} cards")
        return wrong + unsound(self._branch.file)

    def close(self) -> None:
        self._branch.vault.close()

    def _until(self, job: CardJob, holds: Callable[[CardJob], bool]) -> CardJob:
        ends = time.monotonic() + _PATIENCE
        while not holds(job):
            if time.monotonic() > ends:
                raise AssertionError(f"the card stayed {job.state}: {job.printer_reason}")
            time.sleep(0.01)
            job = self._parts.cards.poll(job.id, FRONTLINER)
        return job

    def _lies_there(self, job: CardJob) -> bool:
        return any(card.name == job.document_name for card in self._printer.cards)
