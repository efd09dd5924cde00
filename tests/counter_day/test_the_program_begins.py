"""What the first window shows, whatever lies in the folder: a branch, none, or one that does not open."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import main
from app.errors import Problem, YourEnvironment
from app.paths import Paths
from app.settings import Settings
from db.before_sign_in import DEMO_PASSWORD
from main import system_clock
from tests.branches import demo_branch
from tests.counter_day.counter import Counter, Demo
from tests.counter_day.play import Key
from ui.setup.first_start_page import FirstStartPage
from ui.setup.restore_page import RestorePage
from ui.setup.trouble_page import TroublePage
from ui.start.sign_in_page import SignInPage

pytestmark = pytest.mark.slow


@pytest.fixture
def paths(tmp_path: Path, qtbot: QtBot) -> Paths:
    """A demo branch, shut."""
    demo_branch(tmp_path, system_clock()).vault.close()
    return Paths(tmp_path)


def test_an_empty_folder_is_asked_what_it_shall_become_and_no_default_account_opens_it(
    tmp_path: Path, qtbot: QtBot
) -> None:
    counter = Counter(tmp_path, Settings(), demo=False)
    counter.begin()
    counter.wait_for_page(FirstStartPage)
    assert not Paths(tmp_path).database.exists()
    counter.type_in("4")  # try it with invented people
    counter.begin_anew()
    counter.open()
    assert counter.says("Kantor contoh: semua orang di dalamnya rekaan")
    assert counter.says("DATA CONTOH") is False, "the foot is covered too"
    counter.sit_down()
    assert counter.says("DATA CONTOH")
    counter.close()


def test_a_damaged_database_leads_to_the_newest_good_backup(paths: Paths) -> None:
    content = bytearray(paths.database.read_bytes())
    content[4096:8192] = bytes(4096)
    content[:64] = bytes(64)
    paths.database.write_bytes(bytes(content))
    counter = Counter(paths.base, Settings(), demo=False)
    counter.open()
    counter.choose(Demo.FRONTLINER)
    counter.try_password(DEMO_PASSWORD)
    counter.wait_for_page(TroublePage)
    counter.press(Key.Key_Return)
    counter.wait_for_page(RestorePage)
    counter.press(Key.Key_Escape)
    counter.wait_for_page(TroublePage)
    counter.close()


def test_lost_key_slots_are_taken_from_the_generation_before(paths: Paths) -> None:
    paths.slots.unlink()
    counter = Counter(paths.base, Settings(), demo=False)
    counter.begin()
    counter.wait_for_page(TroublePage)
    counter.press(Key.Key_Return)
    counter.begin_anew()
    counter.sit_down()
    assert counter.says("Rina Pratiwi")
    counter.close()


@pytest.mark.parametrize("lost", ["loket.db", "loket.keys*"])
def test_what_is_missing_is_named_and_nothing_is_begun_in_its_place(paths: Paths, lost: str) -> None:
    for file in paths.base.glob(lost):
        file.unlink()
    left = sorted(file.name for file in paths.base.iterdir() if file.is_file())
    counter = Counter(paths.base, Settings(), demo=False)
    counter.begin()
    counter.wait_for_page(TroublePage)
    counter.close()
    assert sorted(file.name for file in paths.base.iterdir() if file.is_file()) == left


def test_what_could_not_be_loaded_is_told_and_loaded_at_the_next_try(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = [YourEnvironment(Problem.REFERENCE_UNREADABLE, file="regions.csv", row="7")]
    load_parts = main.load_parts

    def load() -> None:
        if missing:
            raise missing.pop()
        load_parts()

    monkeypatch.setattr(main, "load_parts", load)
    counter = Counter(paths.base, Settings(), demo=False)
    counter.open()
    counter.wait_for("regions.csv")
    counter.sit_down()
    assert counter.says("Rina Pratiwi")
    counter.close()


def test_unreadable_settings_are_told_before_anybody_signs_in(paths: Paths) -> None:
    paths.settings.write_text("{ broken")
    counter = Counter(paths.base, Settings.load(paths.settings), demo=False)
    counter.open()
    counter.wait_for("Pengaturan komputer ini tidak terbaca")
    counter.close()


def test_the_recovery_code_is_asked_for_where_nobody_remembers_a_password(paths: Paths) -> None:
    counter = Counter(paths.base, Settings(), demo=False)
    counter.open()
    counter.settle()
    [page] = counter.window.findChildren(SignInPage)
    page.recovery_asked.emit()
    counter.wait_for_page(RestorePage)
    counter.press(Key.Key_Escape)
    counter.wait_for_page(SignInPage)
    counter.sit_down()
    counter.close()
