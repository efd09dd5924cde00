"""The branch's settings are the administrator's, how the screen looks is everybody's; all is told."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from app.errors import LoketError, Problem
from app.ports import JournalWish
from app.settings import Language, Look, Settings
from app.trust.change_settings import COMFORT, ChangeSettings
from app.trust.journal import Action, Entry
from app.trust.officer import Officer, Role
from db.branch_file import BranchFile

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=timezone(timedelta(hours=7)))
HOLDS = Settings(branch="Kantor Cabang Gresik")


@pytest.fixture
def saved() -> list[Settings]:
    return []


@pytest.fixture
def change(branch: BranchFile, saved: list[Settings]) -> ChangeSettings:
    return ChangeSettings(branch.begin, lambda: NOW, saved.append)


def told(branch: BranchFile) -> list[Entry]:
    wish = JournalWish(actions=frozenset({Action.SETTINGS_CHANGED}))
    with branch.look() as work:
        return [stored.entry for stored in work.journal.find(wish, 10)]


def test_the_administrator_changes_what_concerns_the_branch(
    change: ChangeSettings, branch: BranchFile, saved: list[Settings], agus: Officer
) -> None:
    after = replace(HOLDS, idle_minutes=3, visit_minutes=12)
    change(HOLDS, after, agus)
    assert saved == [after]
    [entry] = told(branch)
    assert (entry.officer_id, dict(entry.facts)) == (agus.id, {"idle_minutes": "3", "visit_minutes": "12"})


@pytest.mark.parametrize(
    "after",
    [
        replace(HOLDS, idle_minutes=60),
        replace(HOLDS, backup_folder="D:/cadangan"),
        replace(HOLDS, look=Look.DARK, printer="cups:lain"),
    ],
)
def test_nobody_else_changes_it_and_nothing_is_told_or_saved(
    change: ChangeSettings, branch: BranchFile, saved: list[Settings], rina: Officer, after: Settings
) -> None:
    with pytest.raises(LoketError) as refused:
        change(HOLDS, after, rina)
    assert refused.value.problem is Problem.NOT_ALLOWED
    assert saved == []
    assert told(branch) == []


def test_anybody_chooses_how_the_screen_speaks_and_looks(
    change: ChangeSettings, branch: BranchFile, saved: list[Settings], rina: Officer
) -> None:
    after = replace(HOLDS, language=Language.ENGLISH, look=Look.DARK, text_percent=150)
    change(HOLDS, after, rina)
    assert saved == [after]
    assert set(told(branch)[0].facts) == COMFORT


def test_no_folder_and_no_name_stands_in_the_journal(
    change: ChangeSettings, branch: BranchFile, agus: Officer
) -> None:
    after = replace(
        HOLDS, branch="Cabang Agus", out="C:/Users/agus", backup_folder="D:/agus", printer="cups:agus"
    )
    change(HOLDS, after, agus)
    assert dict(told(branch)[0].facts) == {"changed": "branch printer out backup_folder"}


def test_what_stays_as_it_was_is_no_change(
    change: ChangeSettings, branch: BranchFile, saved: list[Settings], rina: Officer
) -> None:
    change(HOLDS, HOLDS, rina)
    assert (saved, told(branch)) == ([], [])


def test_what_nobody_can_write_down_is_not_changed(
    branch: BranchFile, saved: list[Settings], agus: Officer, tmp_path: Path
) -> None:
    change = ChangeSettings(branch.begin, lambda: NOW, saved.append)
    branch.close()
    with pytest.raises(LoketError) as refused:
        change(HOLDS, replace(HOLDS, idle_minutes=3), agus)
    assert refused.value.problem is Problem.DATABASE_LOCKED
    assert saved == []


def test_whoever_sets_up_printers_chooses_them_and_nothing_else_of_the_branch(
    change: ChangeSettings, branch: BranchFile, saved: list[Settings]
) -> None:
    with branch.begin() as work:
        operator = work.officers.add(Officer("Wahyu Hidayat", Role.CARD_OPERATOR))
        work.commit()
    after = replace(HOLDS, printer="cups:Kartu", network_printer="socket://192.0.2.7:9100")
    change(HOLDS, after, operator)
    assert saved == [after]
    assert told(branch)[0].facts == {"changed": "printer network_printer"}
    with pytest.raises(LoketError) as refused:
        change(after, replace(after, ticket_printer="/dev/usb/lp0", idle_minutes=30), operator)
    assert refused.value.problem is Problem.NOT_ALLOWED
    assert saved == [after]


def test_a_frontliner_does_not_choose_the_counters_printer(
    change: ChangeSettings, saved: list[Settings]
) -> None:
    with pytest.raises(LoketError):
        change(HOLDS, replace(HOLDS, printer="cups:Kartu"), Officer("Siti", Role.FRONTLINER, id=5))
    assert saved == []
