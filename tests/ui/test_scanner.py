"""A barcode scanner is told from fingers, wherever the focus is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import Keyboard
from ui.scanner import Scanner
from ui.widgets.action_button import ActionButton

KPJ = "26004187326"


class Desk(QWidget):
    """A field, a button that Enter would press, and a button with a single-letter key."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.plain = QPushButton("Plain")
        self.good = ActionButton("Good", "B")
        self.two = ActionButton("Second", "2")
        self.pressed: list[str] = []
        column = QVBoxLayout(self)
        for widget in (self.field, self.plain, self.good, self.two):
            column.addWidget(widget)
        self.plain.clicked.connect(lambda: self.pressed.append("plain"))
        self.good.triggered.connect(lambda: self.pressed.append("good"))
        self.two.triggered.connect(lambda: self.pressed.append("two"))
        self.field.returnPressed.connect(lambda: self.pressed.append("enter"))


@pytest.fixture
def scans(qapp: QApplication) -> Iterator[list[str]]:
    scanner, heard = Scanner(), list[str]()
    scanner.scanned.connect(heard.append)
    qapp.installEventFilter(scanner)
    yield heard
    qapp.removeEventFilter(scanner)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    qtbot.addWidget(desk)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.activateWindow()
    desk.field.setFocus()
    qtbot.waitUntil(desk.field.hasFocus)
    return desk


def test_a_key_of_the_window_comes_after_the_letters_typed_before_it(desk: Desk, scans: list[str]) -> None:
    sent: list[str] = []
    send = ActionButton("Send", "Ctrl+Return", parent=desk)
    send.show()
    send.triggered.connect(lambda: sent.append(desk.field.text()))
    Keyboard().type("SITI")
    QTest.keyClick(desk.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent == ["SITI"]


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_a_scan_is_heard_and_leaves_the_field_alone(desk: Desk, scans: list[str], end: Qt.Key) -> None:
    desk.field.setText("SITI")
    Keyboard().scan(KPJ, end)
    assert scans == [KPJ]
    assert desk.field.text() == "SITI"
    assert desk.field.hasFocus()
    assert desk.pressed == []


def test_a_scan_presses_no_button(desk: Desk, scans: list[str]) -> None:
    desk.plain.setFocus()
    Keyboard().scan(KPJ)
    assert scans == [KPJ]
    assert desk.pressed == []


def test_fingers_type_into_the_field_as_ever(desk: Desk, scans: list[str], qtbot: QtBot) -> None:
    keyboard = Keyboard()
    keyboard.type("SITI NUR")
    keyboard.press(Qt.Key.Key_Return)
    assert desk.field.text() == "SITI NUR"
    assert desk.pressed == ["enter"]
    assert scans == []


def test_the_last_key_shows_without_waiting_for_another(desk: Desk, scans: list[str], qtbot: QtBot) -> None:
    Keyboard().type("7")
    qtbot.waitUntil(lambda: desk.field.text() == "7")


def test_two_keys_rolled_together_are_still_fingers(desk: Desk, scans: list[str]) -> None:
    keyboard = Keyboard()
    keyboard.type("12", every_ms=10)
    keyboard.press(Qt.Key.Key_Return)
    assert desk.field.text() == "12"
    assert scans == []


def test_scanner_speed_without_an_end_is_typed_text(desk: Desk, scans: list[str], qtbot: QtBot) -> None:
    Keyboard().type(KPJ, every_ms=5)
    qtbot.waitUntil(lambda: desk.field.text() == KPJ)
    assert scans == []


def test_what_was_typed_before_a_scan_stays_typed(desk: Desk, scans: list[str]) -> None:
    keyboard = Keyboard()
    keyboard.type("AB")
    keyboard.now_ms += 500
    keyboard.scan(KPJ)
    assert desk.field.text() == "AB"
    assert scans == [KPJ]


def test_a_letter_key_works_under_fingers_when_no_field_wants_it(
    desk: Desk, scans: list[str], qtbot: QtBot
) -> None:
    desk.plain.setFocus()
    Keyboard().type("b")
    qtbot.waitUntil(lambda: desk.pressed == ["good"])


def test_a_letter_key_is_a_letter_in_a_field(desk: Desk, scans: list[str], qtbot: QtBot) -> None:
    Keyboard().type("b")
    qtbot.waitUntil(lambda: desk.field.text() == "b")
    assert desk.pressed == []


def test_space_still_presses_the_button_under_the_focus(desk: Desk, scans: list[str], qtbot: QtBot) -> None:
    desk.plain.setFocus()
    Keyboard().type(" ")
    qtbot.waitUntil(lambda: desk.pressed == ["plain"])
    assert not desk.plain.isDown()


def test_a_key_held_down_is_not_a_scan(desk: Desk, scans: list[str], qtbot: QtBot) -> None:
    keyboard = Keyboard()
    for repeat in range(12):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier, "x", autorep=repeat > 0
        )
        event.setTimestamp(keyboard.now_ms + repeat * 30)
        QApplication.sendEvent(desk.field, event)
    keyboard.press(Qt.Key.Key_Return)
    assert desk.field.text() == "x" * 12
    assert scans == []


def test_a_scan_fires_no_letter_key_on_qts_own_route(desk: Desk, scans: list[str]) -> None:
    desk.plain.setFocus()
    for character in KPJ:
        QTest.keyClick(desk.plain, Qt.Key(ord(character)))
    QTest.keyClick(desk.plain, Qt.Key.Key_Return)
    assert scans == [KPJ]
    assert desk.pressed == []
