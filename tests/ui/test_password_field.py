"""A password is hidden until asked, may be pasted, and Caps Lock is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.widgets.password_field import PasswordField

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def field(qtbot: QtBot) -> PasswordField:
    field = PasswordField("Password")
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.activateWindow()
    field.setFocus()
    return field


def line(field: PasswordField) -> QLineEdit:
    assert isinstance(field.editor, QLineEdit)
    return field.editor


def test_it_is_hidden_until_its_key_shows_it(field: PasswordField) -> None:
    QTest.keyClicks(line(field), "kartu")
    assert line(field).displayText() != "kartu"
    QTest.keyClick(line(field), Qt.Key.Key_L, ALT)
    assert line(field).displayText() == "kartu"
    QTest.keyClick(line(field), Qt.Key.Key_L, ALT)
    assert line(field).displayText() != "kartu"


def test_who_comes_back_to_the_page_finds_it_hidden(field: PasswordField) -> None:
    QTest.keyClick(line(field), Qt.Key.Key_L, ALT)
    field.hide()
    field.show()
    assert line(field).echoMode() is QLineEdit.EchoMode.Password


def test_a_password_may_be_pasted(field: PasswordField) -> None:
    QApplication.clipboard().setText("sembilan kartu biru")
    line(field).paste()
    QApplication.clipboard().clear()
    assert field.text() == "sembilan kartu biru"


def test_a_hidden_password_cannot_be_copied(field: PasswordField) -> None:
    QApplication.clipboard().setText("before")
    QTest.keyClicks(line(field), "kartu")
    line(field).selectAll()
    line(field).copy()
    assert QApplication.clipboard().text() == "before"
    QApplication.clipboard().clear()


def test_caps_lock_is_told_at_the_first_letter_that_shows_it(field: PasswordField) -> None:
    QTest.keyClicks(line(field), "K", SHIFT)
    assert field.message() == ""
    QTest.keyClicks(line(field), "A")
    assert field.message() == "Caps Lock is on."
    QTest.keyClicks(line(field), "r")
    assert field.message() == ""


def test_forgotten_it_is_empty_and_hidden(field: PasswordField) -> None:
    QTest.keyClicks(line(field), "kartu")
    QTest.keyClick(line(field), Qt.Key.Key_L, ALT)
    field.forget()
    assert (field.text(), line(field).echoMode()) == ("", QLineEdit.EchoMode.Password)
