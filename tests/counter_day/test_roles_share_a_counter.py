"""One PC, several roles: what an officer leaves on the screen is not there for who may not see it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from app.settings import Settings
from tests.counter_day import play
from tests.counter_day.counter import Counter, Demo
from tests.counter_day.play import Key
from tests.counter_day.visitor import KETUT, SITI
from ui.cards.card_room_page import CardRoomPage
from ui.main_window import Room
from ui.status.status_page import StatusPage
from ui.visit.step_1_verify_page import VerifyPage

pytestmark = pytest.mark.slow


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot) -> Iterator[Counter]:
    counter = Counter(tmp_path, Settings())
    counter.sit_down()
    yield counter
    counter.close()


def take_over(counter: Counter, who: Demo) -> None:
    counter.press(Key.Key_F12)
    counter.sit_down(who)


def read_anywhere(counter: Counter, words: str) -> bool:
    """Whether a table of the window holds the words, in sight or not."""
    return any(
        words in str(table.model().index(row, column).data())
        for table in counter.window.findChildren(QTableView)
        for row in range(table.model().rowCount())
        for column in range(table.model().columnCount())
    )


def test_the_administrator_finds_nobody_of_those_the_officer_served(counter: Counter) -> None:
    play.register(counter, SITI)
    play.print_card(counter)
    play.close(counter)
    counter.enter(Room.CARDS)
    counter.wait_for_page(CardRoomPage)
    assert read_anywhere(counter, SITI.name)
    take_over(counter, Demo.ADMINISTRATOR)
    assert not read_anywhere(counter, SITI.name)
    assert not counter.says(SITI.name)


def test_a_half_filled_form_waits_while_the_door_looks_somebody_up_and_sees_no_number(
    counter: Counter,
) -> None:
    play.register(counter, SITI)
    play.print_card(counter)
    play.close(counter)
    play.verify_new(counter, KETUT)
    counter.type_in(KETUT.name)
    take_over(counter, Demo.SCREENING)
    assert not read_anywhere(counter, KETUT.name)
    counter.wait_for_page(StatusPage)
    counter.type_in(SITI.nik)
    counter.press(Key.Key_Return)
    counter.wait_for(SITI.name)
    assert counter.says("3578••••••••0004 · lahir 1992")
    take_over(counter, Demo.FRONTLINER)
    counter.wait_for_page(VerifyPage)
    counter.until(lambda: read_anywhere(counter, KETUT.name), "the visit waits in the list")
