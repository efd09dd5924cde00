"""An officer is at work after one key, and sees that no password guards the name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.trust.officer import Officer, Role
from tests.ui.accessible import nameless
from ui.start.choose_officer import ChooseOfficer
from ui.widgets.action_button import ActionButton

RINA = Officer("Rina Pratiwi", Role.FRONTLINER, 11)
BUDI = Officer("Budi Santoso", Role.CARD_OPERATOR, 12)
SARI = Officer("Ni Luh Sari", Role.SUPERVISOR, 13)


@pytest.fixture
def page(qtbot: QtBot) -> ChooseOfficer:
    page = ChooseOfficer("Kantor Cabang Contoh", "Loket 3")
    qtbot.addWidget(page)
    page.show_officers([RINA, BUDI, SARI])
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    return page


@pytest.fixture
def chosen(page: ChooseOfficer) -> list[int]:
    chosen: list[int] = []
    page.chosen.connect(chosen.append)
    return chosen


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_a_number_key_is_enough(page: ChooseOfficer, chosen: list[int]) -> None:
    press(Qt.Key.Key_2)
    assert chosen == [BUDI.id]


def test_a_number_nobody_has_chooses_nobody(page: ChooseOfficer, chosen: list[int]) -> None:
    press(Qt.Key.Key_9)
    assert chosen == []


def test_arrows_walk_and_enter_starts_once(page: ChooseOfficer, chosen: list[int]) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert chosen == [SARI.id]


def test_the_first_letters_find_a_name(page: ChooseOfficer, chosen: list[int]) -> None:
    press(Qt.Key.Key_B)
    press(Qt.Key.Key_Enter)
    assert chosen == [BUDI.id]


def test_it_says_plainly_that_no_password_guards_a_name(page: ChooseOfficer) -> None:
    said = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert "Signing in with a password comes later" in said
    assert "lies in a file beside it" in said


def test_there_is_a_way_back_only_when_somebody_is_at_work(page: ChooseOfficer, qtbot: QtBot) -> None:
    back = next(button for button in page.findChildren(ActionButton) if button.text() == "Back")
    assert not back.isVisible()
    page.show_officers([RINA, BUDI, SARI], current=BUDI.id)
    assert back.isVisible()
    with qtbot.waitSignal(page.back):
        press(Qt.Key.Key_Escape)


def test_everything_that_takes_the_focus_has_a_name(page: ChooseOfficer) -> None:
    assert nameless(page) == []
