"""When a backup is due, what the status line may say, and what the journal keeps of each attempt."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.errors import Problem, RuleBroken, YourEnvironment
from app.trust.backup import BackupMade, BackupPlan, BackupStatus, Cancelled, SinceThen, backup_due
from app.trust.journal import BEFORE_THE_FIRST, THE_PROGRAM, Action, ChainHead
from tests.backups import RINA, SRI, BackedUpBranch
from tests.builders import MORNING
from tests.vaults import AGUS

PLAN = BackupPlan(Path("usb"), every=50, keep=14)
NOTHING = SinceThen(registrations=0, day_closed=False)
GOOD = BackupMade(MORNING, "loket-cadangan-1", ChainHead(10, "0" * 64), verified_at=MORNING)


def due(
    hours: float = 1, good: BackupMade | None = GOOD, since: SinceThen = NOTHING, plan: BackupPlan = PLAN
) -> bool:
    return backup_due(MORNING + timedelta(hours=hours), good, good, since, plan)


@pytest.mark.parametrize(
    ("says", "is_due"),
    [
        ("nothing happened since", due() is False),
        ("49 registrations", due(since=SinceThen(49, False)) is False),
        ("50 registrations", due(since=SinceThen(50, False))),
        ("the day was closed", due(since=SinceThen(0, True))),
        ("a day passed", due(hours=24)),
        ("the clock was set back", due(hours=-1)),
        ("there was never one", due(good=None)),
        ("no folder was chosen", due(good=None, plan=BackupPlan(None, 50, 14)) is False),
    ],
)
def test_a_backup_is_due_after_so_many_registrations_each_day_close_and_each_day(
    says: str, is_due: bool
) -> None:
    assert is_due, says


def test_a_medium_that_failed_is_left_alone_for_a_quarter_of_an_hour() -> None:
    failed = BackupMade(MORNING, "", BEFORE_THE_FIRST, problem=Problem.DISK_FULL)

    def after(minutes: int) -> bool:
        return backup_due(MORNING + timedelta(minutes=minutes), None, failed, SinceThen(99, True), PLAN)

    assert (after(14), after(15)) == (False, True)


@pytest.mark.parametrize(
    ("age", "red"),
    [(None, True), (timedelta(hours=24), False), (timedelta(hours=25), True), (timedelta(hours=-1), True)],
)
def test_the_status_is_red_until_a_backup_was_verified_within_a_day(age: timedelta | None, red: bool) -> None:
    assert BackupStatus(PLAN.folder, None, age, due=False).overdue is red


@pytest.fixture
def pc(tmp_path: Path) -> Iterator[BackedUpBranch]:
    pc = BackedUpBranch(tmp_path / "pc", tmp_path / "usb")
    pc.founded()
    yield pc
    pc.vault.close()


def test_a_verified_backup_stands_in_the_status_and_in_the_journal(pc: BackedUpBranch) -> None:
    assert pc.status().due
    assert pc.status().overdue
    backup = pc.back_up(SRI)
    pc.clock.passes(hours=3)
    status = pc.status()
    assert (status.due, status.overdue, status.problem) == (False, False, None)
    assert (status.age, status.last_verified_at) == (timedelta(hours=3), MORNING)
    [entry] = pc.journalled(Action.BACKED_UP)
    assert (entry.officer_id, entry.subject) == (SRI.id, f"backup:{backup.folder.name}")
    assert backup.manifest is not None
    assert entry.facts["entries"] == str(backup.manifest.head.length)
    assert backup.manifest.made_by == SRI.id


def test_three_registrations_or_a_day_close_make_the_next_one_due(pc: BackedUpBranch) -> None:
    pc.back_up(None)
    for _ in range(2):
        pc.happens(Action.MEMBERSHIP_REGISTERED)
    assert not pc.status().due
    pc.happens(Action.MEMBERSHIP_REGISTERED)
    assert pc.status().due
    pc.backed_up()
    assert not pc.status().due
    pc.happens(Action.DAY_CLOSED)
    assert pc.status().due


def test_the_program_backs_up_by_itself_only_when_one_is_due(pc: BackedUpBranch) -> None:
    assert not pc.back_up_when_due().overdue
    assert not pc.back_up_when_due().overdue
    [entry] = pc.journalled(Action.BACKED_UP)
    assert entry.officer_id == THE_PROGRAM


def test_a_pulled_out_medium_interrupts_nobody_and_is_told(pc: BackedUpBranch) -> None:
    pc.usb.rmdir()
    status = pc.back_up_when_due()
    assert (status.problem, status.overdue, status.due) == (Problem.BACKUP_FOLDER_MISSING, True, False)
    [entry] = pc.journalled(Action.BACKUP_FAILED)
    assert entry.facts == {"problem": "backup_folder_missing"}
    pc.usb.mkdir()
    pc.clock.passes(minutes=15)
    assert pc.back_up_when_due().problem is None


def test_a_medium_that_is_away_between_two_backups_is_told(pc: BackedUpBranch) -> None:
    pc.back_up(None)
    pc.usb.rename(pc.usb.with_name("away"))
    assert pc.status().problem is Problem.BACKUP_FOLDER_MISSING


def test_who_backs_up_by_hand_is_told_what_is_in_the_way(pc: BackedUpBranch) -> None:
    pc.usb.rmdir()
    with pytest.raises(YourEnvironment) as told:
        pc.back_up(AGUS)
    assert told.value.problem is Problem.BACKUP_FOLDER_MISSING
    assert told.value.facts["folder"] == str(pc.usb)


def test_a_frontliner_makes_no_backup_by_hand(pc: BackedUpBranch) -> None:
    with pytest.raises(RuleBroken) as told:
        pc.back_up(RINA)
    assert told.value.problem is Problem.NOT_ALLOWED
    assert pc.on_the_medium() == []


def test_a_cancelled_backup_is_no_failure(pc: BackedUpBranch) -> None:
    with pytest.raises(Cancelled):
        pc.back_up(AGUS, lambda _progress: False)
    assert pc.journalled(Action.BACKUP_FAILED) == []
    assert pc.status().problem is None


def test_a_folder_on_the_disk_of_the_data_is_told_as_such(pc: BackedUpBranch) -> None:
    assert pc.status().same_disk
