"""At the door: a person's status, and nobody left on the screen for the next officer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.members.membership import Membership
from app.trust.officer import Officer, Role
from tests.ui.accessible import nameless
from tests.ui.screen_desk import ScreenDesk, shown
from ui.status.status_page import StatusPage
from ui.status.status_presenter import StatusPresenter

DEWI = Officer("Dewi Lestari", Role.SCREENING)


class Door:
    def __init__(self, qtbot: QtBot, at: ScreenDesk) -> None:
        self.qtbot = qtbot
        self.page = StatusPage()
        self.window: QWidget = shown(qtbot, self.page)
        self.presenter = StatusPresenter(self.page, at.parts, at.background)
        self.presenter.start(DEWI)

    def type(self, text: str) -> None:
        focus = self.window.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)
        QTest.keyClick(focus, Qt.Key.Key_Return)

    def says(self) -> str:
        return " | ".join(label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def until(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.says(), timeout=5000)


@pytest.fixture
def door(qtbot: QtBot, at: ScreenDesk) -> Door:
    return Door(qtbot, at)


def test_a_number_shows_the_status_in_large_words_and_opens_no_visit(
    door: Door, at: ScreenDesk, siti: Membership
) -> None:
    assert siti.kpj is not None
    door.type(siti.kpj.text)
    door.until("Active")
    with at.branch.look() as work:
        assert work.visits.unfinished("Loket 1") == ()


def test_an_unknown_number_says_so_and_waits_for_the_next(door: Door) -> None:
    door.type("3578015508920999")
    door.until("Not registered")
    assert door.page.search.editor.hasFocus()


def test_a_number_with_a_digit_too_few_is_refused_beside_the_box(door: Door) -> None:
    door.type("357801550892099")
    door.until("15")
    assert door.page.search.text() == "357801550892099"


def test_of_several_people_one_is_picked_with_arrows_and_enter(door: Door, at: ScreenDesk) -> None:
    for number, name in ((7, "SITI RAHAYU"), (8, "SITI RAHAYUNI")):
        at.desk.member(number, name)
    door.type("siti rahayu")
    door.qtbot.waitUntil(lambda: door.page.people.hasFocus(), timeout=5000)
    QTest.keyClick(door.page.people, Qt.Key.Key_Return)
    door.until("Active")


def test_what_is_typed_beside_the_box_is_the_next_search(door: Door) -> None:
    door.type("3578015508920999")
    door.until("Not registered")
    QTest.keyClick(door.page.person, Qt.Key.Key_5)
    assert (door.page.search.editor.hasFocus(), door.page.search.text()) == (True, "5")


def test_the_next_officer_finds_nobody(door: Door, siti: Membership) -> None:
    assert siti.kpj is not None
    door.type(siti.kpj.text)
    door.until("Active")
    door.presenter.start(Officer("Wati Handayani", Role.SCREENING, 9))
    assert "SITI" not in door.says()
    assert door.page.search.text() == ""


def test_every_field_has_a_name(door: Door) -> None:
    assert nameless(door.page) == []
