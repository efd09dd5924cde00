"""The room Persediaan with keys alone: blanks counted before the figure is told, booked, ribbons, numbers."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.cards.card_stock import StockMove, UsedFor
from app.cards.print_job import CardState
from app.cards.ribbon import RibbonKind
from app.cards.shift import BlankCount
from app.ports import PrinterState
from app.trust.officer import Officer, Role
from tests.app.cards.desk import ScriptedPrinter
from tests.ui.accessible import nameless
from tests.ui.screen_desk import ScreenDesk, shown
from ui.supplies.supplies_page import SuppliesPage
from ui.supplies.supplies_parts import SuppliesParts
from ui.supplies.supplies_presenter import SuppliesPresenter

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
PRINTER = "test:satu"


@dataclass
class Room:
    qtbot: QtBot
    window: QWidget
    page: SuppliesPage
    presenter: SuppliesPresenter
    parts: SuppliesParts
    told: list[str]

    def sit_down(self, officer: Officer) -> None:
        self.presenter.start(officer)
        self.presenter.refresh()

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def until_it_says(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.says(words), timeout=10000)

    def until_opening_is(self, count: str) -> None:
        self.qtbot.waitUntil(lambda: self.page.blanks.figures().get("Opening") == count, timeout=10000)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.window.focusWidget(), text)

    def press(self, key: Qt.Key, with_key: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, with_key)


@pytest.fixture
def room(qtbot: QtBot, at: ScreenDesk) -> Room:
    page, parts = SuppliesPage(), at.parts.rooms.supplies()
    presenter = SuppliesPresenter(page, parts, at.background, PRINTER)
    told: list[str] = []
    presenter.changed.connect(lambda: told.append("changed"))
    parts.count(BlankCount(50), at.desk.wati)
    return Room(qtbot, shown(qtbot, page), page, presenter, parts, told)


def test_a_count_that_agrees_ends_the_shift_with_one_key(room: Room, at: ScreenDesk) -> None:
    room.sit_down(at.desk.rina)
    room.until_opening_is("50")
    room.page.setFocus()
    room.type("50")
    room.press(Key.Key_Return, CTRL)
    room.until_it_says("Counted. The new shift begins with 50 blank cards.")
    room.qtbot.waitUntil(lambda: room.page.history.table.row_count() == 2)
    assert room.told == ["changed"]


def test_what_should_be_there_is_told_after_the_count_and_a_difference_asks_why(
    room: Room, at: ScreenDesk
) -> None:
    at.desk.blanks.use_up(3, UsedFor.CLEANING, at.desk.wati)
    room.sit_down(at.desk.rina)
    room.until_it_says("Spoiled: Cleaning the printer 3")
    assert not room.says("47")
    room.page.setFocus()
    room.type("45")
    room.press(Key.Key_Return)
    room.until_it_says("There should be 47: 2 too few. Count once more.")
    assert room.page.count.counted.text() == "45"
    room.press(Key.Key_Return)
    room.type("dua tercecer")
    room.qtbot.waitUntil(lambda: room.page.keep.takes("Ctrl+Return"))
    room.press(Key.Key_Return)
    room.until_it_says("Counted, with a difference of −2. The new shift begins with 45 blank cards.")
    room.until_it_says("Counted by Rina Pratiwi. Reason for the difference: dua tercecer")


def test_cards_in_doubt_are_told_at_the_count_and_stay_held(room: Room, at: ScreenDesk) -> None:
    job = at.desk.printed(at.desk.member())
    room.sit_down(at.desk.rina)
    room.until_it_says("1 cards wait for an answer. Leave them out of the count; they stay held.")
    room.page.setFocus()
    room.type("49")
    room.press(Key.Key_Return, CTRL)
    room.until_opening_is("50")
    room.until_it_says("Counted. The new shift begins with 49 blank cards. 1 more are held.")
    assert room.page.blanks.figures()["Held"] == "1"
    at.desk.answer(job.id, CardState.GOOD, at.desk.rina)
    assert at.desk.blanks(at.desk.rina).remaining == 49


def test_a_count_without_a_figure_is_asked_for_beside_the_field(room: Room, at: ScreenDesk) -> None:
    room.sit_down(at.desk.rina)
    room.page.setFocus()
    room.press(Key.Key_Return, CTRL)
    assert room.page.count.counted.message() == "Count the blank cards and type how many."


def test_blanks_are_booked_with_the_delivery_note(room: Room, at: ScreenDesk) -> None:
    room.sit_down(at.desk.wati)
    room.page.blanks.quantity.setFocus()
    room.type("100")
    room.press(Key.Key_Return)
    room.type("SJ-2211")
    room.press(Key.Key_Return)
    room.qtbot.waitUntil(lambda: room.page.blanks.figures().get("Received") == "100")
    assert room.told == ["changed"]
    assert room.page.blanks.quantity.text() == ""
    with at.branch.begin() as work:
        assert work.stock.level("Loket 1").remaining == 150


def test_more_than_there_are_cannot_be_given_back_and_what_was_typed_stays(
    room: Room, at: ScreenDesk
) -> None:
    room.sit_down(at.desk.wati)
    room.page.blanks.what.set_code(StockMove.GIVEN_BACK.value)
    room.page.blanks.quantity.setFocus()
    room.type("51")
    room.press(Key.Key_B, ALT)
    room.until_it_says("There are not that many blank cards at this counter")
    assert room.page.blanks.quantity.text() == "51"
    assert room.told == []


@pytest.mark.parametrize("used_for", UsedFor)
def test_a_blank_used_up_without_a_card_is_told_with_its_reason(
    room: Room, at: ScreenDesk, used_for: UsedFor
) -> None:
    room.sit_down(at.desk.wati)
    room.page.blanks.what.set_code(used_for.value)
    room.page.blanks.quantity.setFocus()
    room.type("2")
    room.press(Key.Key_B, ALT)
    room.qtbot.waitUntil(lambda: room.page.blanks.figures().get("Spoiled") == "2")
    assert room.parts.read_shift(at.desk.rina).use.spoiled == {used_for: 2}


def test_a_ribbon_put_in_is_counted_down_and_compared(
    room: Room, at: ScreenDesk, printer: ScriptedPrinter
) -> None:
    printer.state = PrinterState(ready=True, ribbon_left=21, cards_printed=4_700)
    room.sit_down(at.desk.wati)
    room.until_it_says("No ribbon was booked for this printer yet.")
    room.page.ribbon.kind.set_code(RibbonKind.YMCKOK.value)
    room.page.ribbon.panels.setFocus()
    room.type("21")
    room.press(Key.Key_R, ALT)
    room.until_it_says("21 of 21 cards left")
    at.desk.printed(at.desk.member())
    room.presenter.refresh()
    room.until_it_says("20 of 21 cards left: lay the next ribbon ready")
    assert "The printer says 21 left." in room.page.ribbon.told()
    printer.state = PrinterState(ready=True, ribbon_left=5, cards_printed=4_700)
    room.presenter.refresh()
    room.until_it_says("Was a card printed past Loket, or is this another ribbon?")


def test_a_block_is_looked_at_added_with_the_next_key_and_may_be_undone(room: Room, at: ScreenDesk) -> None:
    room.sit_down(at.desk.hadi)
    room.until_it_says("No number left: ask the centre for a new block")
    numbers = room.page.numbers
    numbers.first.setFocus()
    room.type("26004187001")
    room.press(Key.Key_Return)
    room.type("26004187100")
    room.press(Key.Key_N, ALT)
    room.until_it_says("100 numbers, 26004187001–26004187100")
    assert room.parts.read_numbers(at.desk.hadi).blocks == ()
    room.qtbot.waitUntil(lambda: numbers.add_button.takes("Alt+N"))
    room.press(Key.Key_N, ALT)
    room.until_it_says("100 of 100 numbers left")
    room.press(Key.Key_Z, CTRL)
    room.until_it_says("No number left: ask the centre for a new block")
    assert room.parts.read_numbers(at.desk.hadi).blocks == ()


def test_other_figures_are_looked_at_anew(room: Room, at: ScreenDesk) -> None:
    room.sit_down(at.desk.hadi)
    numbers = room.page.numbers
    numbers.first.set_text("26004187001")
    numbers.last.set_text("26004187100")
    numbers.add_button.click()
    room.until_it_says("100 numbers, 26004187001–26004187100")
    numbers.last.setFocus()
    room.press(Key.Key_Delete)
    assert numbers.summary() == ""
    room.qtbot.waitUntil(lambda: numbers.add_button.takes("Alt+N"))
    room.press(Key.Key_N, ALT)
    room.until_it_says("These are no first and last number of a block")
    assert numbers.first.text() == "26004187001"


def test_a_block_in_use_is_not_offered_to_be_taken_back(room: Room, at: ScreenDesk) -> None:
    room.parts.add_numbers("26005000001", "26005000010", at.desk.hadi)
    room.sit_down(at.desk.hadi)
    table = room.page.numbers.table
    room.qtbot.waitUntil(lambda: table.row_count() == 1)
    room.until_it_says("Take back")
    with at.branch.begin() as work:
        for _ in range(9):
            work.number_blocks.take()
        work.commit()
    room.presenter.refresh()
    room.until_it_says("1 of 10 numbers left: ask the centre for a new block")
    assert not room.says("Take back")


def test_each_role_sees_what_is_theirs(room: Room, at: ScreenDesk) -> None:
    page, agus = room.page, Officer("Agus Wijaya", Role.ADMINISTRATOR, 1)
    for officer, seen in (
        (at.desk.rina, (True, False, True, False)),
        (at.desk.wati, (True, True, True, False)),
        (at.desk.hadi, (True, True, True, True)),
        (agus, (False, False, False, True)),
    ):
        room.sit_down(officer)
        parts = (page.count, page.blanks.quantity, page.ribbon, page.numbers)
        assert tuple(part.isVisible() for part in parts) == seen
        page.setFocus()
        assert page.isAncestorOf(room.window.focusWidget())


def test_nothing_the_officer_before_typed_stays(room: Room, at: ScreenDesk) -> None:
    room.sit_down(at.desk.hadi)
    typed = (room.page.count.counted, room.page.blanks.note, room.page.numbers.first, room.page.ribbon.panels)
    for field in typed:
        field.set_text("7")
    room.sit_down(at.desk.rina)
    assert [field.text() for field in typed] == [""] * 4


def test_everything_that_takes_the_focus_has_a_name(room: Room, at: ScreenDesk) -> None:
    room.sit_down(at.desk.hadi)
    assert nameless(room.page) == []


def test_where_both_columns_find_no_room_one_stands_below_the_other(room: Room, at: ScreenDesk) -> None:
    def corner(widget: QWidget) -> QPoint:
        return widget.mapTo(room.page, QPoint(0, 0))

    room.sit_down(at.desk.hadi)
    room.until_opening_is("50")
    assert corner(room.page.ribbon).x() > corner(room.page.history).x()
    room.page.resize(700, 600)
    room.qtbot.waitUntil(lambda: corner(room.page.ribbon).x() == corner(room.page.history).x())
    assert corner(room.page.ribbon).y() > corner(room.page.history).y()
