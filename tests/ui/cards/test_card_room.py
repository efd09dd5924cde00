"""The room "Cetak kartu": what is in doubt is asked first, what is owed is printed, blanks add up."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.cards.card_stock import BlankLevel
from app.cards.print_job import CardKind, CardState, SpoiledReason
from app.errors import NothingSent, Problem
from app.members.membership import Membership
from app.ports import JournalWish
from app.trust.journal import Action
from app.trust.officer import Officer, Role
from tests.app.cards.desk import ScriptedPrinter
from tests.ui.accessible import nameless
from tests.ui.keyboard import Keyboard
from tests.ui.screen_desk import ScreenDesk, shown
from ui.cards.card_room_page import CardRoomPage
from ui.cards.card_room_presenter import CardRoomPresenter
from ui.scanner import Scanner

Key = Qt.Key


@dataclass
class Room:
    qtbot: QtBot
    window: QWidget
    page: CardRoomPage
    presenter: CardRoomPresenter

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key)

    def until_asked_about(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: text in self.page.question(), timeout=5000)

    def until_nothing_is_asked(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.question() == "", timeout=5000)


@pytest.fixture
def room(qtbot: QtBot, at: ScreenDesk) -> Room:
    page = CardRoomPage()
    window = shown(qtbot, page)
    return Room(
        qtbot, window, page, CardRoomPresenter(page, at.parts, at.background, "test:satu", ask_after=200)
    )


def enter(room: Room, at: ScreenDesk, by: Officer | None = None) -> None:
    with room.qtbot.waitSignal(room.presenter.read, timeout=5000):
        room.presenter.start(by or at.officer)


def test_an_empty_room_says_what_to_do_first(room: Room, at: ScreenDesk) -> None:
    enter(room, at)
    assert room.page.question() == ""
    room.press(Key.Key_F9)
    at.background.drain()
    assert at.printer.sent == []


def test_a_card_interrupted_by_a_crash_is_asked_about_and_answered_with_one_key(
    room: Room, at: ScreenDesk, siti: Membership, printer: ScriptedPrinter
) -> None:
    at.desk.sent(siti)
    at.parts.cards.to_check.after_start()
    with room.qtbot.waitSignal(room.presenter.open_count_changed, timeout=5000) as counted:
        enter(room, at)
    assert counted.args == [1]
    room.until_asked_about("SITI NUR RAHAYU · 26 0041 87001")
    room.press(Key.Key_B)
    room.until_nothing_is_asked()
    assert at.last(siti).state is CardState.GOOD
    assert len(printer.sent) == 1


def test_what_the_crash_interrupted_is_asked_before_anything_else(
    room: Room, at: ScreenDesk, siti: Membership
) -> None:
    at.desk.printed(siti)
    at.desk.sent(at.desk.member(2, "BUDI SANTOSO"))
    at.parts.cards.to_check.after_start()
    enter(room, at)
    room.until_asked_about("BUDI SANTOSO")


def test_each_card_in_doubt_gets_its_own_answer(room: Room, at: ScreenDesk, siti: Membership) -> None:
    budi = at.desk.member(2, "BUDI SANTOSO")
    at.desk.printed(siti)
    at.desk.printed(budi)
    enter(room, at)
    room.until_asked_about("SITI NUR RAHAYU")
    room.press(Key.Key_R)
    room.press(Key.Key_1)
    room.until_asked_about("BUDI SANTOSO")
    room.press(Key.Key_T)
    room.until_nothing_is_asked()
    assert at.last(siti).spoiled_reason is SpoiledReason.RIBBON
    assert at.last(budi).state is CardState.NOT_PRINTED


def test_a_half_given_answer_stays_with_its_card(room: Room, at: ScreenDesk, siti: Membership) -> None:
    budi = at.desk.member(2, "BUDI SANTOSO")
    at.desk.printed(siti)
    at.desk.printed(budi)
    enter(room, at)
    room.until_asked_about("SITI NUR RAHAYU")
    room.press(Key.Key_R)
    room.press(Key.Key_Down)
    room.until_asked_about("BUDI SANTOSO")
    room.press(Key.Key_1)
    at.background.drain()
    assert at.last(budi).in_doubt
    assert at.last(siti).in_doubt


def test_a_refresh_does_not_move_the_question_to_another_card(
    room: Room, at: ScreenDesk, siti: Membership
) -> None:
    at.desk.printed(siti)
    at.desk.printed(at.desk.member(2, "BUDI SANTOSO"))
    enter(room, at)
    room.press(Key.Key_Down)
    room.until_asked_about("BUDI SANTOSO")
    at.desk.answer(at.last(siti).id, CardState.GOOD, at.officer)
    with room.qtbot.waitSignal(room.presenter.read, timeout=5000):
        room.presenter.refresh()
    assert "BUDI SANTOSO" in room.page.question()


def test_scanning_answers_for_the_scanned_card(room: Room, at: ScreenDesk, siti: Membership) -> None:
    budi = at.desk.member(2, "BUDI SANTOSO")
    at.desk.printed(siti)
    at.desk.printed(budi)
    enter(room, at)
    room.presenter.scanned("26004187002")
    room.qtbot.waitUntil(lambda: at.last(budi).state is CardState.GOOD, timeout=5000)
    assert at.last(siti).in_doubt


def test_a_card_nobody_waits_for_is_refused_in_words(room: Room, at: ScreenDesk, siti: Membership) -> None:
    before = at.desk.printed(siti)
    enter(room, at)
    room.presenter.scanned("26004187999")
    room.qtbot.waitUntil(lambda: "another card" in room.page.notice.text(), timeout=5000)
    assert at.last(siti) == before


def test_f9_prints_the_selected_owed_card(
    room: Room, at: ScreenDesk, siti: Membership, printer: ScriptedPrinter
) -> None:
    at.desk.asked(siti)
    enter(room, at)
    for _ in range(3):
        room.press(Key.Key_F9)
    room.until_asked_about("did the card come out well?")
    assert len(printer.sent) == 1
    assert at.last(siti).state is CardState.CLAIMED_DONE


def test_a_card_on_its_way_is_not_asked_about_too_early(
    room: Room, at: ScreenDesk, siti: Membership, printer: ScriptedPrinter
) -> None:
    printer.wait()
    at.desk.asked(siti)
    enter(room, at)
    room.press(Key.Key_F9)
    room.until_asked_about("is being printed")
    room.press(Key.Key_T)
    room.until_asked_about("did the card come out well?")
    assert at.last(siti).state is CardState.SENDING


def test_a_printer_not_reached_keeps_the_card_owed_and_says_so(
    room: Room, at: ScreenDesk, siti: Membership, printer: ScriptedPrinter
) -> None:
    def unreachable() -> None:
        raise NothingSent(Problem.PRINTER_UNREACHABLE)

    printer.on_submit = unreachable
    at.desk.asked(siti)
    enter(room, at)
    room.press(Key.Key_F9)
    room.qtbot.waitUntil(lambda: "does not answer" in room.page.notice.text(), timeout=5000)
    assert at.last(siti).state is CardState.QUEUED


def test_del_gives_an_owed_card_up_for_a_reason(room: Room, at: ScreenDesk, siti: Membership) -> None:
    at.desk.asked(siti)
    enter(room, at)
    room.press(Key.Key_Delete)
    room.press(Key.Key_2)
    room.qtbot.waitUntil(lambda: at.last(siti).state is CardState.CANCELLED, timeout=5000)


def test_esc_keeps_the_card(room: Room, at: ScreenDesk, siti: Membership) -> None:
    at.desk.asked(siti)
    enter(room, at)
    room.press(Key.Key_Delete)
    room.press(Key.Key_Escape)
    room.press(Key.Key_2)
    at.background.drain()
    assert at.last(siti).state is CardState.QUEUED


def test_a_spoiled_card_is_made_again_from_the_room(room: Room, at: ScreenDesk, siti: Membership) -> None:
    at.desk.answer(at.desk.printed(siti).id, CardState.SPOILED, at.officer, SpoiledReason.JAM)
    at.desk.asked(siti)
    enter(room, at)
    room.press(Key.Key_F9)
    room.until_asked_about("SITI NUR RAHAYU")
    assert at.last(siti).kind is CardKind.REMAKE


def test_received_blanks_are_booked_with_enter(room: Room, at: ScreenDesk) -> None:
    enter(room, at, by=at.desk.wati)
    room.page.received.setFocus()
    QTest.keyClicks(room.window.focusWidget(), "25")
    QTest.keyClick(room.window.focusWidget(), Key.Key_Return)
    room.qtbot.waitUntil(lambda: "25 blank cards booked" in room.page.notice.text(), timeout=5000)
    assert at.parts.cards.blanks(at.officer).received == 75
    assert room.page.received.text() == ""


def test_without_a_blank_the_cursor_waits_where_new_ones_are_booked(room: Room, at: ScreenDesk) -> None:
    enter(room, at, by=at.desk.wati)
    room.page.show_blanks(BlankLevel(opening=1, received=0, good=1, spoiled=0, held=0))
    room.page.take_focus()
    assert room.page.received.editor.hasFocus()


def test_the_cursor_stays_where_blanks_are_booked(room: Room, at: ScreenDesk) -> None:
    enter(room, at, by=at.desk.wati)
    room.page.received.setFocus()
    QTest.keyClicks(room.window.focusWidget(), "25")
    QTest.keyClick(room.window.focusWidget(), Key.Key_Return)
    room.qtbot.waitUntil(lambda: "25 blank cards booked" in room.page.notice.text(), timeout=5000)
    assert room.page.received.editor.hasFocus()


@pytest.mark.parametrize("typed", ["", "0", "26004187001", "lima"])
def test_what_is_no_delivery_is_told_beside_the_field_and_stays(
    room: Room, at: ScreenDesk, typed: str
) -> None:
    enter(room, at, by=at.desk.wati)
    room.page.received.set_text(typed)
    room.page.received.setFocus()
    QTest.keyClick(room.window.focusWidget(), Key.Key_Return)
    assert "Type how many" in room.page.received.message()
    assert room.page.received.text() == typed
    assert at.parts.cards.blanks(at.officer).received == 50


def test_a_frontliner_is_told_who_books_blanks(room: Room, at: ScreenDesk) -> None:
    enter(room, at)
    assert not room.page.received.isVisible()
    assert "A card operator or a supervisor books new blanks." in [
        label.text() for label in room.page.findChildren(QLabel) if label.isVisible()
    ]


def test_who_may_not_print_sees_no_card_of_the_officer_before(
    room: Room, at: ScreenDesk, siti: Membership
) -> None:
    at.desk.printed(siti)
    enter(room, at)
    assert "SITI NUR RAHAYU" in room.page.question()
    room.presenter.start(Officer("Agus Wijaya", Role.ADMINISTRATOR))
    at.background.drain()
    assert room.page.question() == ""


def test_the_lists_mask_the_number_until_one_key_shows_it(
    room: Room, at: ScreenDesk, siti: Membership
) -> None:
    at.desk.asked(siti)
    enter(room, at)
    assert room.page.owed_numbers() == ["26•••••7001"]
    QTest.keyClick(room.window.focusWidget(), Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    room.qtbot.waitUntil(lambda: room.page.owed_numbers() == ["26 0041 87001"], timeout=5000)
    with at.branch.look() as work:
        [revealed] = work.journal.find(JournalWish(actions=frozenset({Action.NUMBER_REVEALED})), 2)
    assert revealed.entry.members == (siti.member_id,)


def test_who_only_prints_is_offered_no_masked_number(room: Room, at: ScreenDesk, siti: Membership) -> None:
    at.desk.asked(siti)
    enter(room, at, by=at.desk.wati)
    QTest.keyClick(room.window.focusWidget(), Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    at.background.drain()
    assert room.page.owed_numbers() == ["26•••••7001"]


def test_whose_cards_wait_is_read_and_told_only_when_the_room_is_shown(
    room: Room, at: ScreenDesk, siti: Membership
) -> None:
    at.desk.printed(siti)
    room.page.hide()
    with room.qtbot.waitSignal(room.presenter.open_count_changed, timeout=5000) as counted:
        room.presenter.start(at.officer)
    assert counted.args == [1]
    assert told_of(at, siti) == 0
    room.page.show()
    room.until_asked_about("SITI NUR RAHAYU")
    with room.qtbot.waitSignal(room.presenter.read, timeout=5000):
        room.presenter.refresh()
    assert told_of(at, siti) == 1


def told_of(at: ScreenDesk, siti: Membership) -> int:
    wish = JournalWish(actions=frozenset({Action.PERSON_SHOWN}), member_id=siti.member_id)
    with at.branch.look() as work:
        return len(work.journal.find(wish, 10))


def test_blanks_on_the_screen_add_up(room: Room, at: ScreenDesk, siti: Membership) -> None:
    at.desk.answer(at.desk.printed(siti).id, CardState.SPOILED, at.officer, SpoiledReason.JAM)
    at.desk.answer(at.desk.printed(siti).id, CardState.GOOD, at.officer)
    at.desk.printed(at.desk.member(2, "BUDI SANTOSO"))
    enter(room, at)
    assert [fact.text for fact in room.page.blanks()] == ["50", "1", "1", "1", "47"]


def test_the_figure_keys_belong_to_one_question_at_a_time(
    room: Room, at: ScreenDesk, siti: Membership
) -> None:
    budi = at.desk.member(2, "BUDI SANTOSO")
    at.desk.printed(siti)
    at.desk.asked(budi)
    enter(room, at)
    room.press(Key.Key_Delete)
    room.press(Key.Key_R)
    room.press(Key.Key_2)
    room.until_nothing_is_asked()
    assert at.last(siti).spoiled_reason is SpoiledReason.JAM
    assert at.last(budi).state is CardState.QUEUED


def test_a_scan_never_works_as_figure_keys(
    room: Room, at: ScreenDesk, siti: Membership, qapp: QApplication
) -> None:
    at.desk.printed(siti)
    enter(room, at)
    room.press(Key.Key_R)
    scanner = Scanner()
    scanner.scanned.connect(room.presenter.scanned)
    qapp.installEventFilter(scanner)
    try:
        Keyboard().scan("26004187001")
    finally:
        qapp.removeEventFilter(scanner)
    room.until_nothing_is_asked()
    assert at.last(siti).state is CardState.GOOD


def test_everything_that_takes_the_focus_tells_its_name(room: Room, at: ScreenDesk, siti: Membership) -> None:
    at.desk.printed(siti)
    at.desk.asked(at.desk.member(2, "BUDI SANTOSO"))
    enter(room, at)
    room.press(Key.Key_Delete)
    assert nameless(room.page) == []
