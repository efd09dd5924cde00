"""The counter is locked while something is under way: what comes of it opens nothing and shows nothing."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.trust.journal import Action
from db.before_sign_in import DEMO_PASSWORD
from main import system_clock
from tests.counter_day.counter import Counter, Demo
from tests.counter_day.play import Key
from ui.start.new_password_page import NewPasswordPage
from ui.widgets.password_field import PasswordField

pytestmark = pytest.mark.slow

NEW, ONE_TIME = "sembilan kartu biru", "bakuda-limosa-raneti"


class Clock:
    """The day's own time, moved on by a test."""

    def __init__(self) -> None:
        self.later = timedelta()

    def __call__(self) -> datetime:
        return system_clock() + self.later


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot, clock: Clock) -> Iterator[Counter]:
    counter = Counter(tmp_path, Settings(), clock)
    counter.sit_down()
    yield counter
    counter.close()


def shown(counter: Counter, kind: type[QWidget]) -> bool:
    return any(page.isVisible() for page in counter.window.findChildren(kind))


def ask_for_another_password(counter: Counter) -> None:
    counter._program.sign_in.change_password()
    counter.wait_for_page(NewPasswordPage)


def test_a_new_password_that_comes_to_hold_behind_the_lock_does_not_open_it(counter: Counter) -> None:
    ask_for_another_password(counter)
    for typed in (DEMO_PASSWORD, NEW):
        counter.type_in(typed)
        counter.press(Key.Key_Return)
    counter.type_in(NEW)
    counter.keys.press(Key.Key_Return)
    counter.keys.press(Key.Key_F12)
    counter.settle()
    assert [entry.action for entry in counter.journal(Action.PASSWORD_CHANGED)] == [Action.PASSWORD_CHANGED]
    assert counter.says("Loket terkunci")
    counter.sign_in(NEW)
    assert not counter.window.covered


@pytest.mark.parametrize("left", ["f12", "idle"])
def test_who_leaves_before_choosing_their_first_password_leaves_it_to_nobody(
    counter: Counter, clock: Clock, left: str
) -> None:
    branch = counter._program.branch
    assert branch is not None
    with branch.look() as work:
        rina = work.officers.by_id(Demo.FRONTLINER.value)
    branch.vault.set_password(rina, ONE_TIME, one_time=True)
    counter.press(Key.Key_F12)
    counter.try_password(ONE_TIME)
    counter.wait_for_page(NewPasswordPage)
    if left == "f12":
        counter.press(Key.Key_F12)
    else:
        clock.later += timedelta(minutes=5)
    counter.until(lambda: not shown(counter, NewPasswordPage), "nobody may choose it")
    counter.type_in(NEW)
    counter.press(Key.Key_Return)
    assert counter.journal(Action.PASSWORD_CHANGED) == []


def test_a_password_half_typed_is_gone_behind_the_lock(counter: Counter) -> None:
    ask_for_another_password(counter)
    counter.type_in(DEMO_PASSWORD)
    counter.press(Key.Key_F12)
    fields = counter.window.findChildren(PasswordField)
    assert fields
    for field in fields:
        assert isinstance(field.editor, QLineEdit)
        assert (field.text(), field.editor.isUndoAvailable()) == ("", False)
