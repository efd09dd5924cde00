"""The program whose power fails: it founds a branch, works, and says what it was told is done.

``python -m tests.faults.recorded_day BASE VISITORS``, on a watched disk. What it says are lines of JSON in a
file of that disk: their place among its other writes is the moment from which they must hold.
"""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.paths import Paths
from app.settings import Settings
from main import compose, system_clock
from tests.builders import visitors
from tests.faults.contents import contents
from tests.faults.counter_worker import print_card, register
from tests.faults.long_day import FRONTLINER, PASSWORD, begin_long_day, branch_in
from tests.faults.told_change import ToldChange
from tests.faults.tray_printer import TrayPrinter

SAID = "said"
"""Name of the file."""


class Witness:
    def __init__(self, file: Path) -> None:
        self._file = os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)

    def say(self, what: str, value: str) -> None:
        os.write(self._file, json.dumps([what, value]).encode() + b"\n")


def main(base: Path, visits: int) -> None:
    witness, paths = Witness(base / SAID), Paths(base)
    begin_long_day(base)
    branch = branch_in(base)
    file, vault = branch.file, branch.vault
    vault.open(FRONTLINER.id, PASSWORD)
    witness.say("password", PASSWORD)
    witness.say("contents", contents(file.look))

    def begin() -> Any:
        return ToldChange(file.begin(), lambda: witness.say("contents", contents(file.look)))

    printer = TrayPrinter(base / "tray")
    parts = compose(replace(branch, begin=begin), paths, Settings(), system_clock, printer)
    for turn, person in enumerate(visitors(visits), 1):
        registered = register(parts, FRONTLINER, *person)
        print_card(parts, printer, registered.membership.id, FRONTLINER)
        parts.visit.write_receipt(registered.visit, FRONTLINER)
        parts.visit.close(parts.visit.finish_print(registered.visit, FRONTLINER), FRONTLINER)
        if turn % 4 == 1:
            settings = replace(Settings(), visit_minutes=turn)
            settings.save(paths.settings)
            witness.say("settings", str(turn))
        if turn % 4 == 2:
            vault.set_password(FRONTLINER, f"{PASSWORD} {turn}", one_time=False)
            witness.say("password", f"{PASSWORD} {turn}")
        if turn % 4 == 3:
            vault.rekey()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
