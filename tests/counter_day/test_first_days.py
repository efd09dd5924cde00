"""From an empty PC to a branch at work, in the real window with keys alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.paths import Paths
from app.settings import Settings
from app.trust.journal import Action
from tests.counter_day.counter import CTRL, Counter
from tests.counter_day.play import Key
from ui.main_window import Room
from ui.setup.backup_step import BackupStep
from ui.setup.done_step import DoneStep
from ui.setup.printer_step import PrinterStep
from ui.setup.recovery_step import ConfirmStep, RecoveryStep
from ui.shortcuts import Key as Keys
from ui.start.new_password_page import NewPasswordPage
from ui.trust.officers_page import OfficersPage
from ui.widgets.action_button import ActionButton

pytestmark = pytest.mark.slow

BRANCH, AGUS, PASSWORD = "Kantor Cabang Gresik", "Agus Wijaya", "sembilan kopi hangat"
NOVA, NOVAS = "Nova Anggraini", "sepeda di tepi sawah"


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Whoever is asked where to save a paper chooses this folder."""
    folder = tmp_path / "papers"

    def choose(_page: object, _title: str, start: Path, _kind: str, then: Callable[[Path], None]) -> None:
        then(folder / start.name)

    monkeypatch.setattr("ui.paper_out.choose_new_file", choose)
    return folder


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[], Counter]]:
    """Starts the program on one and the same PC; the one before is closed first."""
    running: list[Counter] = []
    base = tmp_path / "pc"

    def start() -> Counter:
        if running:
            running.pop().close()
        running.append(Counter(base, Settings.load(Paths(base).settings), demo=False))
        return running[0]

    yield start
    running[0].close()


@pytest.fixture
def counter(start: Callable[[], Counter]) -> Counter:
    """On a PC where nothing stands yet."""
    counter = start()
    counter.begin()
    counter.wait_for("Selamat datang di Loket")
    return counter


def press_when_taken(counter: Counter, key: Keys, code: Key, with_ctrl: bool = False) -> None:
    buttons = counter.window.findChildren(ActionButton)
    counter.until(lambda: any(button.takes(key) for button in buttons), f"{key} can be pressed")
    if with_ctrl:
        counter.press(code, CTRL)
    else:
        counter.press(code)


def go_on(counter: Counter) -> None:
    press_when_taken(counter, Keys.GO_ON, Key.Key_Return, with_ctrl=True)


def found_the_branch(counter: Counter) -> list[str]:
    """Up to the recovery code; gives its groups."""
    counter.press(Key.Key_1)
    for text in (BRANCH, ""):
        counter.type_in(text)
        counter.press(Key.Key_Return)
    counter.wait_for("Dirikan kantor cabang")
    for text in (AGUS, PASSWORD):
        counter.type_in(text)
        counter.press(Key.Key_Return)
    counter.type_in(PASSWORD)
    go_on(counter)
    counter.wait_for_page(RecoveryStep)
    return counter.window.findChildren(RecoveryStep)[0].groups()


def keep_the_code(counter: Counter, groups: list[str]) -> None:
    press_when_taken(counter, Keys.SAVE_DRAFT, Key.Key_F8)
    counter.wait_for("Disimpan sebagai")
    go_on(counter)
    counter.wait_for_page(ConfirmStep)
    first, second = counter.window.findChildren(ConfirmStep)[0].asked
    counter.type_in(groups[first])
    counter.press(Key.Key_Return)
    counter.type_in(groups[second])
    go_on(counter)


def set_up(counter: Counter) -> None:
    """A branch without a backup for now, and its administrator signed in."""
    keep_the_code(counter, found_the_branch(counter))
    for step in (BackupStep, PrinterStep, DoneStep):
        counter.wait_for_page(step)
        go_on(counter)
    counter.begin_anew()
    counter.open()
    counter.press(Key.Key_Return)
    counter.sign_in(PASSWORD)


def hire(counter: Counter) -> str:
    """A frontliner, through the officers' room; gives the one-time password."""
    counter.enter(Room.OFFICERS)
    counter.wait_for_page(OfficersPage)
    page = counter.window.findChildren(OfficersPage)[0]
    page.start_adding()
    counter.type_in(NOVA)
    counter.press(Key.Key_Return)
    counter.press(Key.Key_Return)
    counter.wait_for(f"Kata sandi sekali pakai {NOVA}")
    return page.password.password()


def test_a_branch_is_set_up_and_its_first_officer_comes_in(counter: Counter, papers: Path) -> None:
    set_up(counter)
    assert counter.says("Petugas")
    once = hire(counter)
    counter.press(Key.Key_F12)
    counter.press(Key.Key_Down)
    counter.press(Key.Key_Return)
    counter.try_password(once)
    counter.wait_for_page(NewPasswordPage)
    counter.type_in(NOVAS)
    counter.press(Key.Key_Return)
    counter.type_in(NOVAS)
    go_on(counter)
    counter.wait_for(NOVA)
    actions = [entry.action for entry in counter.journal(*Action)]
    assert actions[0] is Action.BRANCH_FOUNDED
    assert actions.count(Action.SIGNED_IN) == 2
    assert Action.PASSWORD_CHANGED in actions


def test_closed_at_the_recovery_code_the_administrator_is_led_back_to_a_new_one(
    counter: Counter, start: Callable[[], Counter], papers: Path
) -> None:
    lost = found_the_branch(counter)
    again = start()
    again.open()
    again.press(Key.Key_Return)
    again.sign_in(PASSWORD)
    again.wait_for("Ini kode baru")
    groups = again.window.findChildren(RecoveryStep)[0].groups()
    assert groups != lost
    keep_the_code(again, groups)
    again.wait_for_page(BackupStep)
