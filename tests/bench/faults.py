"""The faults a counter must survive, each played so often that the suite has no time for it."""

import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tests.faults import key_faults, list_faults, outside_faults, scan_bombs, workbook_bombs
from tests.faults.attachment_faults import kill_keeping
from tests.faults.backup_faults import (
    backups_on_a_full_medium,
    flip_bits_in_backups,
    kill_backups,
    kill_restores,
)
from tests.faults.batch_faults import batch_faults_at_every_card, kill_batches, race_for_batches
from tests.faults.busy_day import busy_day
from tests.faults.chain_faults import replay_older, spoil_head, tamper_with_journal
from tests.faults.closed_disk import read_only
from tests.faults.damaged_files import bit_flips, missing_files
from tests.faults.fault_run import FaultRun
from tests.faults.four_writers import four_writers
from tests.faults.full_disk import in_great_works, in_visits
from tests.faults.import_faults import kill_imports
from tests.faults.kill_first_start import kill_first_starts
from tests.faults.kill_runs import kill_printing, kill_registrations
from tests.faults.moved_clock import moved_clocks
from tests.faults.on_watched_disk import Play, played
from tests.faults.power_loss import power_losses
from tests.faults.power_loss_at_first_start import power_losses_at_first_start
from tests.faults.printer_faults import faults_at_every_card
from tests.faults.second_starts import second_starts
from tests.faults.shift_faults import kill_counts


@dataclass(frozen=True, slots=True)
class Fault:
    """``play`` gets an empty folder and how often; ``n`` is how often in full, ``few`` for a first look."""

    play: Callable[[Path, int], FaultRun]
    n: int
    few: int


def _on_disk(play: Play) -> Callable[[Path, int], FaultRun]:
    return partial(played, play)


FAULTS = {
    "kill_9_in_registration": Fault(kill_registrations, 500, 20),
    "kill_9_in_printing": Fault(kill_printing, 500, 20),
    "kill_9_in_counting_blanks": Fault(kill_counts, 100, 10),
    "kill_9_in_import": Fault(kill_imports, 100, 10),
    "kill_9_in_a_batch": Fault(kill_batches, 500, 20),
    "kill_9_in_migration": Fault(kill_first_starts, 100, 5),
    "kill_9_in_rekey": Fault(key_faults.kill_rekeys, 100, 5),
    "kill_9_in_founding": Fault(key_faults.kill_foundings, 100, 5),
    "kill_9_in_take_over": Fault(key_faults.kill_take_overs, 100, 5),
    "kill_9_in_password_change": Fault(key_faults.kill_password_changes, 100, 5),
    "kill_9_at_steps_of_the_key_files": Fault(key_faults.kill_at_file_steps, 100, 12),
    "kill_9_in_backup": Fault(kill_backups, 100, 5),
    "kill_9_in_restore": Fault(kill_restores, 100, 5),
    "kill_9_in_keeping_a_paper": Fault(kill_keeping, 100, 5),
    "power_loss": Fault(power_losses, 200, 20),
    "power_loss_in_migration": Fault(power_losses_at_first_start, 100, 10),
    "full_disk_in_visits": Fault(_on_disk(in_visits), 50, 6),
    "full_disk_in_founding_migration_backup_rekey": Fault(_on_disk(in_great_works), 50, 4),
    "full_backup_medium": Fault(_on_disk(backups_on_a_full_medium), 50, 5),
    "read_only_database": Fault(_on_disk(read_only), 3, 3),
    "bit_flips": Fault(bit_flips, 1_000, 40),
    "bit_flips_in_a_backup": Fault(flip_bits_in_backups, 300, 30),
    "older_page_log_or_file_put_back": Fault(replay_older, 20, 8),
    "journal_rewritten": Fault(tamper_with_journal, 200, 16),
    "head_spoilt": Fault(spoil_head, 100, 15),
    "missing_files": Fault(missing_files, 9, 9),
    "moved_clock": Fault(moved_clocks, 3, 3),
    "second_starts": Fault(second_starts, 20, 2),
    "four_writers_for_seconds": Fault(four_writers, 60, 5),
    "printer_fault_at_every_card": Fault(faults_at_every_card, 50, 8),
    "printer_fault_at_every_card_of_a_batch": Fault(batch_faults_at_every_card, 50, 8),
    "two_counters_take_up_a_batch": Fault(race_for_batches, 100, 5),
    "wrong_passwords": Fault(key_faults.guess_passwords, 1_000, 50),
    "key_slots_tampered": Fault(key_faults.tamper_with_slots, 1_000, 100),
    "key_slots_lost": Fault(key_faults.lose_slots, 20, 8),
    "malformed_workbooks": Fault(outside_faults.malformed_workbooks, 100, 4),
    "workbooks_cut_off": Fault(outside_faults.cut_workbooks, 300, 30),
    "workbook_bombs": Fault(
        outside_faults.workbook_bombs_all, len(workbook_bombs.bombs(outside_faults.GIGABYTE)), 10
    ),
    "malformed_lists_staged_and_accepted": Fault(list_faults.malformed_lists, 100, 3),
    "workbook_bombs_staged": Fault(
        list_faults.staged_bombs, len(workbook_bombs.bombs(outside_faults.GIGABYTE)), 10
    ),
    "hostile_scans": Fault(outside_faults.hostile_scans, len(scan_bombs.bombs(outside_faults.GIGABYTE)), 10),
    "odd_names": Fault(outside_faults.odd_names, 500, 100),
    "generated_inputs_per_parser": Fault(outside_faults.generated_inputs, 10_000, 100),
    "busy_day": Fault(busy_day, 2_000, 40),
}


def run(quick: bool, only: Sequence[str] = ()) -> Iterator[dict[str, Any]]:
    """All faults, or those named; each tells of itself as soon as it is over."""
    for name in only or FAULTS:
        fault = FAULTS[name]
        times = fault.few if quick else fault.n
        sys.stderr.write(f"faults: {name}, {times} times …\n")
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as base:
            try:
                survived = fault.play(Path(base), times)
            except Exception as error:  # noqa: BLE001 - told, and the other faults are played all the same
                traceback.print_exc()
                yield {"bench": "faults", "measure": name, "error": repr(error)}
                continue
        yield {
            "bench": "faults",
            "measure": f"{name}_violations",
            "value": len(survived.violations),
            "goal": "== 0",
            "met": not survived.violations,
            "n": survived.n,
            "seconds": round(time.monotonic() - began, 1),
            "ours": survived.done,
            "violations": survived.violations[:5],
        }
