"""The counter is locked while something is under way: what comes of it opens nothing and shows nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.trust.journal import Action
from db.before_sign_in import DEMO_PASSWORD
from tests.counter_day.counter import Counter
from tests.counter_day.play import Key
from ui.start.new_password_page import NewPasswordPage
from ui.widgets.password_field import PasswordField

pytestmark = pytest.mark.slow

NEW = "sembilan kartu biru"


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot) -> Iterator[Counter]:
    counter = Counter(tmp_path, Settings())
    counter.sit_down()
    yield counter
    counter.close()


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


def test_a_password_half_typed_is_gone_behind_the_lock(counter: Counter) -> None:
    ask_for_another_password(counter)
    counter.type_in(DEMO_PASSWORD)
    counter.press(Key.Key_F12)
    fields = counter.window.findChildren(PasswordField)
    assert fields
    for field in fields:
        assert isinstance(field.editor, QLineEdit)
        assert (field.text(), field.editor.isUndoAvailable()) == ("", False)
