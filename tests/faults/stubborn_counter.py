"""A whole visit at a counter whose disk may fail at any moment, with the eyes of an auditor."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from app.cards.print_job import CardState
from app.errors import LoketError, Problem
from app.members.member import Member
from app.members.membership import Membership
from app.paths import Paths
from app.settings import Settings
from app.visit.visit import DocumentShown, VisitKind
from main import compose, system_clock
from tests.builders import filled_form, reasons_for
from tests.faults.contents import contents
from tests.faults.counter_worker import answer_what_is_in_doubt
from tests.faults.long_day import FRONTLINER, PASSWORD, branch_in
from tests.faults.soundness import unsound
from tests.faults.told_change import ToldChange
from tests.faults.tray_printer import TrayPrinter
from tests.faults.watched_disk import WatchedDisk

_Made = TypeVar("_Made")


class StubbornCounter:
    """An officer who, told what is wrong with the disk, has it mended and does the same again.

    ``may_tell`` are the problems that say it; ``struck`` counts how often one was told; ``before_each``
    is called before each key.
    """

    before_each: Callable[[], None] = staticmethod(lambda: None)

    def __init__(self, disk: WatchedDisk, *may_tell: Problem) -> None:
        self.struck, self.wrong = 0, list[str]()
        self._disk, self._may_tell = disk, may_tell
        branch, paths = branch_in(disk.folder), Paths(disk.folder)
        self._file, self._vault = branch.file, branch.vault
        self._vault.open(FRONTLINER.id, PASSWORD)
        self._printer = TrayPrinter(disk.folder.with_name("tray"))
        self._keep()
        told = replace(branch, begin=lambda: ToldChange(self._file.begin(), self._keep))
        self._parts = compose(told, paths, Settings(), system_clock, self._printer)

    def visit(self, member: Member, membership: Membership) -> None:
        steps, form = self._parts.visit, filled_form(member, membership)
        opened = self._do(lambda: steps.open_visit(FRONTLINER))
        verified = self._do(
            lambda: steps.finish_verify(opened, VisitKind.NEW_MEMBER, FRONTLINER, document=DocumentShown.KTP)
        )
        self._do(lambda: steps.save_draft(verified, form, FRONTLINER))
        filled = self._do(lambda: steps.finish_input(verified, form, FRONTLINER))
        reasons = reasons_for(self._do(lambda: steps.check_form(filled, form, FRONTLINER)).findings)
        registered = self._do(lambda: steps.register(filled, form, reasons, FRONTLINER))
        self._print(registered.membership.id)
        printed = self._do(lambda: steps.finish_print(registered.visit, FRONTLINER))
        self._do(lambda: steps.write_receipt(printed, FRONTLINER))
        self._do(lambda: steps.close(printed, FRONTLINER))
        self._do(lambda: self._vault.set_password(FRONTLINER, PASSWORD, one_time=False))
        settings = replace(Settings(), visit_minutes=registered.membership.id)
        self._do(lambda: settings.save(Paths(self._disk.folder).settings))

    def lost(self, people: list[tuple[Member, Membership]]) -> list[str]:
        with self._file.look() as work:
            lost = [f"I1 {member.nik} is lost" for member, _ in people if not work.members.by_nik(member.nik)]
        cards = self._printer.fallen()
        if len(cards) != len(people) or len(set(cards)) != len(people):
            lost.append(f"I3 {len(cards)} cards for {len(people)} visitors")
        return [*lost, *unsound(self._file)]

    def _print(self, membership_id: int) -> None:
        """A send that failed is never repeated as it is: the officer looks into the tray first."""
        cards = self._parts.cards
        job = self._do(lambda: cards.ask(membership_id, "tray:", FRONTLINER))
        self.before_each()
        while job.state is not CardState.GOOD:
            try:
                cards.send(job.id, FRONTLINER)
                cards.poll(job.id, FRONTLINER)
            except LoketError as error:
                self._see(error)
            self._until_done(lambda: answer_what_is_in_doubt(self._parts, self._printer, FRONTLINER))
            [job] = cards.of_membership(membership_id, FRONTLINER)

    def _do(self, act: Callable[[], _Made]) -> _Made:
        self.before_each()
        return self._until_done(act)

    def _until_done(self, act: Callable[[], _Made]) -> _Made:
        try:
            return act()
        except LoketError as error:
            self._see(error)
            return act()

    def _see(self, error: LoketError) -> None:
        self.struck += 1
        self._disk.mend()
        if error.problem not in self._may_tell:
            self.wrong.append(f"I7 {error!r} for {self._may_tell}")
        if contents(self._file.look) != self._said:
            self.wrong.append(f"I1 half-stored after {error!r}")

    def _keep(self) -> None:
        """What the branch says now is what was acknowledged last."""
        self._said = contents(self._file.look)
