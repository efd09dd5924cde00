"""The room Printer with keys alone: how each is, which one is used here, measured and tried."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.cards.print_job import PrinterReason
from app.cards.printer_setup import Placement
from app.cards.set_up_printer import DeskPrinter
from app.cards.shift import BlankCount
from app.ports import PrinterName, PrinterState, SpoolReport, SpoolState
from app.settings import Settings
from app.trust.change_settings import ChangeSettings
from app.trust.officer import Officer
from tests.app.cards.desk import ScriptedPrinter
from tests.ui.accessible import nameless
from tests.ui.screen_desk import ScreenDesk, shown
from ui.printers.printers_page import PrintersPage
from ui.printers.printers_presenter import PrintersPresenter
from ui.settings.current_settings import CurrentSettings

Key = Qt.Key
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
HERE = "test:satu"


@dataclass
class Room:
    qtbot: QtBot
    window: QWidget
    page: PrintersPage
    presenter: PrintersPresenter
    settings: CurrentSettings
    at: ScreenDesk

    def sit_down(self, officer: Officer) -> None:
        self.presenter.start(officer)
        self.presenter.look()
        self.qtbot.waitUntil(lambda: self.page.current() is not None, timeout=10000)

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def until_it_says(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.says(words), timeout=10000)

    def current(self) -> DeskPrinter:
        printer = self.page.current()
        assert printer is not None
        return printer

    def press(self, key: Qt.Key, with_key: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, with_key)

    def measure(self, *typed: str) -> None:
        self.page.trial.focus_marks()
        for figure in typed:
            QTest.keyClicks(self.window.focusWidget(), figure)
            self.press(Key.Key_Return)


@pytest.fixture
def saved() -> list[Settings]:
    return []


@pytest.fixture
def room(qtbot: QtBot, at: ScreenDesk, saved: list[Settings]) -> Room:
    change = ChangeSettings(at.branch.begin, at.clock, saved.append)
    settings = CurrentSettings(Settings(printer=HERE), change, at.background, at.background)
    page = PrintersPage()
    presenter = PrintersPresenter(page, at.parts.rooms.printers(), settings, at.background)
    at.parts.rooms.supplies().count(BlankCount(50), at.desk.wati)
    return Room(qtbot, shown(qtbot, page), page, presenter, settings, at)


def remaining(room: Room) -> int:
    return room.at.parts.cards.blanks(room.at.desk.wati).remaining


@pytest.mark.parametrize(
    ("reason", "what", "remedy"),
    [
        (PrinterReason.CARDS_EMPTY, "No blank cards", "Fill the feeder."),
        (PrinterReason.COVER_OPEN, "Cover open", "Close it."),
        (PrinterReason.RIBBON_ENDED, "Ribbon ended", "Put in a new one."),
        (PrinterReason.RIBBON_WRONG, "Wrong ribbon", "Put in the one this printer needs."),
        (PrinterReason.JAM, "Card jammed", "Open the cover, pull the card out."),
        (PrinterReason.REJECTS_FULL, "Reject box full", "Empty it."),
        (PrinterReason.OFFLINE, "Switched off or not connected", "Switch it on and check its cable"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(
    room: Room, printer: ScriptedPrinter, reason: PrinterReason, what: str, remedy: str
) -> None:
    printer.state = PrinterState(ready=False, reason=reason)
    room.sit_down(room.at.desk.wati)
    room.until_it_says(what)
    room.until_it_says(remedy)


def test_a_printer_that_goes_on_and_wants_cleaning_says_so_with_its_figures(
    room: Room, printer: ScriptedPrinter
) -> None:
    printer.state = PrinterState(True, PrinterReason.CLEANING_DUE, 31, 93, 12_408, 0)
    room.sit_down(room.at.desk.wati)
    for words in ("Cleaning due", "93 cards", "12.408", "in 0 cards"):
        room.until_it_says(words)


def test_another_printer_is_used_here_with_one_key_and_taken_back_with_another(
    room: Room, saved: list[Settings]
) -> None:
    room.sit_down(room.at.desk.wati)
    room.page.setFocus()
    room.press(Key.Key_Down)
    room.press(Key.Key_Return, CTRL)
    room.qtbot.waitUntil(lambda: room.settings.now.printer == "test:dua")
    room.until_it_says("Saved.")
    room.press(Key.Key_Z, CTRL)
    room.qtbot.waitUntil(lambda: room.settings.now.printer == HERE)
    assert [settings.printer for settings in saved] == ["test:dua", HERE]


def test_a_chosen_printer_that_is_gone_stays_in_sight(room: Room, printer: ScriptedPrinter) -> None:
    room.settings.change(replace(room.settings.now, printer="cups:Hilang"), room.at.desk.wati)
    room.qtbot.waitUntil(lambda: room.settings.now.printer == "cups:Hilang")
    room.sit_down(room.at.desk.wati)
    assert room.current().name == PrinterName("cups:Hilang", "Hilang")
    room.until_it_says("Switch it on and plug it in")


def test_four_measures_set_the_printer_right_and_can_be_taken_back(room: Room) -> None:
    room.sit_down(room.at.desk.wati)
    room.measure("11,2", "76,8", "10", "43,98")
    room.until_it_says("Corrected by −1,2 mm to the right")
    assert room.current().setup.placement == Placement(right_mm=-1.2)
    room.press(Key.Key_Z, CTRL)
    room.until_it_says("Prints as drawn")


def test_measures_that_cannot_be_right_stay_as_typed_and_say_so(room: Room) -> None:
    room.sit_down(room.at.desk.wati)
    room.measure("75,6", "10", "10", "43,98")
    room.until_it_says("These measures cannot be right")
    assert [field.text() for field in room.page.trial.marks] == ["75,6", "10", "10", "43,98"]
    assert room.current().setup.placement == Placement()


def test_a_missing_measure_gets_the_cursor(room: Room) -> None:
    room.sit_down(room.at.desk.wati)
    room.measure("10", "", "10", "43,98")
    room.until_it_says("Millimetres, such as 10,2")
    assert room.page.trial.marks[1].editor.hasFocus()


def test_a_test_card_is_followed_to_its_end_and_uses_up_a_blank(room: Room, printer: ScriptedPrinter) -> None:
    before = remaining(room)
    room.sit_down(room.at.desk.wati)
    room.press(Key.Key_F9)
    room.until_it_says("Look into the tray")
    room.qtbot.waitUntil(lambda: printer.cancelled == printer.sent)
    assert len(printer.sent) == 1
    assert remaining(room) == before - 1


def test_a_test_card_that_jams_says_why_and_can_be_given_up(room: Room, printer: ScriptedPrinter) -> None:
    printer.says = SpoolReport(SpoolState.NEEDS_ATTENTION, PrinterReason.JAM)
    room.sit_down(room.at.desk.wati)
    room.press(Key.Key_F9)
    room.until_it_says("Card jammed. Open the cover")
    assert printer.cancelled == []
    [give_up] = [
        one for one in room.page.notice.findChildren(QWidget) if one.accessibleName() == "Give the card up"
    ]
    QTest.mouseClick(give_up, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: printer.cancelled == printer.sent)


def test_a_network_address_is_kept_in_one_form_and_a_wrong_one_stays_as_typed(
    room: Room, saved: list[Settings]
) -> None:
    room.sit_down(room.at.desk.wati)
    field = room.page.addresses.network
    field.setFocus()
    QTest.keyClicks(field.editor, "192.0.2")
    room.press(Key.Key_Return)
    room.until_it_says("This is no printer's address")
    assert (field.text(), saved) == ("192.0.2", [])
    QTest.keyClicks(field.editor, ".7")
    room.press(Key.Key_Return)
    room.qtbot.waitUntil(lambda: room.settings.now.network_printer == "socket://192.0.2.7:9100")


def test_a_ticket_printer_that_does_not_answer_is_told_beside_its_address(room: Room) -> None:
    room.sit_down(room.at.desk.wati)
    room.page.addresses.ticket.set_text("/dev/tidak-ada")
    room.page.addresses.ticket_asked.emit("/dev/tidak-ada")
    room.qtbot.waitUntil(lambda: room.page.addresses.ticket.message() != "", timeout=10000)
    assert room.page.addresses.ticket.text() == "/dev/tidak-ada"


def test_every_part_of_the_room_tells_a_screen_reader_its_name(room: Room) -> None:
    room.sit_down(room.at.desk.wati)
    assert nameless(room.window) == []


def test_measures_of_one_printer_are_never_used_for_another(room: Room) -> None:
    room.sit_down(room.at.desk.wati)
    room.measure("11,2", "76,8")
    room.page.setFocus()
    room.press(Key.Key_Down)
    assert [field.text() for field in room.page.trial.marks] == ["", "", "", ""]
