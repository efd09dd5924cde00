"""The program whose power fails: it founds a branch, works, and says what it was told is done.

``python -m tests.faults.recorded_day BASE VISITORS``, on a watched disk.
"""

import sys
from dataclasses import replace
from pathlib import Path

from app.errors import RuleBroken
from app.members.member import Member
from app.members.membership import Membership
from app.paths import Paths
from app.settings import Settings
from app.trust.backup import FoundBackup
from app.trust.lock_out import FREE_TRIES
from main import compose, system_clock
from tests.builders import visitors
from tests.faults.branch_backups import back_up, put_back
from tests.faults.contents import contents
from tests.faults.counter_worker import print_card, register
from tests.faults.long_day import FRONTLINER, PASSWORD, SUPERVISOR, begin_long_day, branch_in
from tests.faults.told_change import ToldChange
from tests.faults.tray_printer import TrayPrinter
from tests.faults.witness import Witness

MEDIUM = "flash"
"""Name of the folder of the backups."""


class _Day:
    """A counter that tells the witness whatever it was told."""

    def __init__(self, base: Path, witness: Witness) -> None:
        self._base, self._paths, self._witness = base, Paths(base), witness
        shut, self._printer = branch_in(base), TrayPrinter(base / "tray")
        self._branch = replace(shut, begin=lambda: ToldChange(shut.file.begin(), self.tell_contents))
        self._parts = compose(self._branch, self._paths, Settings(), system_clock, self._printer)

    def begin(self) -> None:
        self._branch.vault.open(FRONTLINER.id, PASSWORD)
        self._witness.say("password", PASSWORD)
        self.tell_contents()

    def tell_contents(self) -> None:
        self._witness.say("contents", contents(self._branch.file.look))

    def visit(self, member: Member, membership: Membership) -> None:
        registered = register(self._parts, FRONTLINER, member, membership)
        print_card(self._parts, self._printer, registered.membership.id, FRONTLINER)
        self._parts.visit.write_receipt(registered.visit, FRONTLINER)
        printed = self._parts.visit.finish_print(registered.visit, FRONTLINER)
        self._parts.visit.close(printed, FRONTLINER)

    def save_settings(self, turn: int) -> None:
        replace(Settings(), visit_minutes=turn).save(self._paths.settings)
        self._witness.say("settings", str(turn))

    def change_password(self, turn: int) -> None:
        self._branch.vault.set_password(FRONTLINER, f"{PASSWORD} {turn}", one_time=False)
        self._witness.say("password", f"{PASSWORD} {turn}")

    def change_key(self) -> None:
        self._branch.vault.rekey()

    def guess(self) -> None:
        """Somebody else tries the supervisor's slot."""
        try:
            self._parts.sign_in.sign_in(SUPERVISOR.id, "bukan kata sandinya")
        except RuleBroken as refused:
            told = refused.facts.get("left", "0")
            self._witness.say("tries left", told)

    def back_up(self) -> FoundBackup:
        backup = back_up(self._branch, self._paths, self._base / MEDIUM)
        self._witness.say("backup", backup.folder.name)
        return backup

    def put_back(self, backup: FoundBackup) -> None:
        put_back(self._branch, self._paths, backup)
        self._branch.vault.open(SUPERVISOR.id, PASSWORD)
        self.tell_contents()


def main(base: Path, visits: int) -> None:
    day = _Day(base, Witness(base))
    begin_long_day(base)
    day.begin()
    people = iter(visitors(visits + 2))
    for turn in range(1, visits + 1):
        day.visit(*next(people))
        match turn % 4:
            case 1:
                day.save_settings(turn)
            case 2:
                day.change_password(turn)
            case 3:
                day.change_key()
            case _:
                day.back_up()
        if turn <= FREE_TRIES:
            day.guess()
    backup = day.back_up()
    day.visit(*next(people))
    day.put_back(backup)
    day.visit(*next(people))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
