"""Company batches: one choice and one key do a company, and whatever is in doubt is asked under its row."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.cards.card_stock import BlankMovement, StockMove
from app.cards.print_job import CardState, PrinterReason
from app.companies.card_batch import BatchState, CardBatch, Collector, IdShown
from app.companies.company import Company
from app.members.membership import Membership
from app.members.npp import Npp
from app.ports import SpoolReport, SpoolState
from app.trust.officer import Officer
from tests.faults.contents import connection_of
from tests.ui.accessible import nameless
from tests.ui.screen_desk import ScreenDesk, shown
from tests.vaults import PASSWORD
from ui.cards.batch_actions import Deed
from ui.cards.batch_page import BatchPage
from ui.cards.batch_table import BatchLine, BatchTable
from ui.cards.card_room_page import CardRoomPage
from ui.cards.cards_room import CardsRoom
from ui.cards.company_batches import CompanyBatches
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.supervisor_sign_in import SupervisorSignIn
from ui.widgets.table import Table

Key = Qt.Key
NPP = Npp("13007478")
DONE = SpoolReport(SpoolState.CLAIMED_DONE)
LOST = SpoolReport(SpoolState.UNKNOWN, PrinterReason.JOB_LOST)
PEOPLE = ["SITI NUR RAHAYU", "BUDI SANTOSO", "DEWI LESTARI"]


@dataclass
class Room:
    qtbot: QtBot
    at: ScreenDesk
    window: QWidget
    pages: CardsRoom
    batches: CompanyBatches
    siti: Membership
    others: list[int]

    @property
    def page(self) -> BatchPage:
        return self.pages.batch

    def enter(self, by: Officer | None = None) -> None:
        self.batches.start(by or self.at.desk.wati)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)

    def batch(self) -> CardBatch:
        with self.at.branch.look() as work:
            return work.batches.latest(1)[0]

    def states(self) -> list[CardState | None]:
        with self.at.branch.look() as work:
            return [card.state for card in work.batches.cards(self.batch().id)]

    def until(self, what: str) -> None:
        """The page's first key says so, and takes a press."""
        self.qtbot.waitUntil(lambda: self.page.deeds.primary() == what and self.takes("F9"), timeout=10_000)

    def takes(self, key: str) -> bool:
        return any(button.takes(key) for button in self.page.deeds.findChildren(ActionButton))

    def until_state(self, state: BatchState) -> None:
        self.qtbot.waitUntil(lambda: self.batch().state is state, timeout=10_000)

    def words(self) -> list[str]:
        return [line.state for line in self.page.table.lines()]

    def prepared(self) -> None:
        """A batch with everybody of the company, looked through."""
        self.enter()
        self.qtbot.waitUntil(lambda: bool(self.pages.queue.waiting()), timeout=5_000)
        self.press(Key.Key_F9)
        self.until("Approve and print")

    def until_asked(self, place: int) -> None:
        """The question about that card stands under its row, and can be answered."""
        self.qtbot.waitUntil(
            lambda: self.page.asked_place == place and self.page.question.isVisible(), timeout=10_000
        )
        self.qtbot.waitUntil(lambda: self.page.question.takes_answer, timeout=10_000)

    def until_offered(self, deed: Deed) -> None:
        self.qtbot.waitUntil(lambda: self.page.deeds.offers(deed), timeout=10_000)

    def lose(self, after: int) -> None:
        """The printer makes so many cards and one less; of the last one nothing is known."""

        def say() -> None:
            self.at.printer.says = DONE if len(self.at.printer.sent) < after else LOST

        self.at.printer.on_poll = say

    def mend(self) -> None:
        """From now on every card comes out."""
        self.at.printer.on_poll = lambda: None
        self.at.printer.says = DONE

    def ask_for(self, membership_ids: list[int]) -> None:
        """As the company's own room does for people chosen there."""
        parts = self.at.parts.rooms.batches()
        batch = parts.prepare(NPP, membership_ids, "test:satu", self.at.desk.wati)
        self.pages.queue.opened.emit(batch.id)

    def receipted(self) -> None:
        self.sent()
        self.press(Key.Key_F9)
        self.until("Write receipt and files")
        self.press(Key.Key_F9)
        self.until_state(BatchState.RECEIPTED)

    def sent(self) -> None:
        self.prepared()
        self.press(Key.Key_F9)
        self.until("All are good")


@pytest.fixture
def room(qtbot: QtBot, at: ScreenDesk) -> Iterator[Room]:
    with at.branch.begin() as work:
        work.companies.add(Company(NPP, "PT SUMBER REJEKI ABADI"))
        work.commit()
    siti, *others = (at.desk.member(number, name) for number, name in enumerate(PEOPLE, start=1))
    pages = CardsRoom(CardRoomPage())
    window = shown(qtbot, pages)
    batches = CompanyBatches(pages, at.parts.rooms.batches, at.background, "test:satu", at.clock)
    yield Room(qtbot, at, window, pages, batches, siti, [other.id for other in others])
    batches.rest()


def test_one_choice_and_one_key_a_step_do_a_company(room: Room, at: ScreenDesk) -> None:
    room.sent()
    room.press(Key.Key_F9)
    room.until("Write receipt and files")
    room.press(Key.Key_F9)
    room.qtbot.waitUntil(room.page.notice.isVisible, timeout=10_000)
    assert room.batch().state is BatchState.RECEIPTED
    assert room.states() == [CardState.GOOD] * 3
    assert len(at.printer.sent) == 3
    folder = at.paths.out / "badan-usaha"
    assert sorted(file.suffix for file in folder.iterdir()) == [".eml", ".pdf", ".pdf", ".xlsx"]


def test_a_log_that_excel_held_open_is_written_with_one_key(room: Room, at: ScreenDesk) -> None:
    log = at.paths.out / "badan-usaha" / f"log-kpj_{at.clock():%Y-%m}.xlsx"
    log.mkdir(parents=True)  # as good as a workbook that Excel holds open
    room.receipted()
    room.qtbot.waitUntil(lambda: "the log is not" in room.page.notice.text(), timeout=10_000)
    log.rmdir()
    room.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.qtbot.waitUntil(log.is_file, timeout=10_000)
    room.qtbot.waitUntil(lambda: "the log are written" in room.page.notice.text(), timeout=10_000)


def test_everything_focusable_has_a_name(room: Room) -> None:
    room.prepared()
    assert nameless(room.window) == []


def test_a_card_in_doubt_is_asked_about_under_its_row(room: Room, at: ScreenDesk) -> None:
    room.prepared()
    room.lose(after=2)
    room.press(Key.Key_F9)
    room.until_asked(2)
    assert len(at.printer.sent) == 2
    assert "BUDI SANTOSO" in room.page.question.title()
    room.mend()
    room.press(Key.Key_T)
    room.until("All are good")
    assert at.printer.sent == ["loket-kartu-1-1", "loket-kartu-2-1", "loket-kartu-2-2", "loket-kartu-3-1"]


def test_a_spoiled_card_is_made_again_at_the_end_of_the_batch(room: Room, at: ScreenDesk) -> None:
    room.sent()
    room.press(Key.Key_Down)
    room.until_asked(2)
    room.press(Key.Key_R)
    room.press(Key.Key_1)
    room.qtbot.waitUntil(lambda: len(at.printer.sent) == 4, timeout=10_000)
    room.qtbot.waitUntil(lambda: len(room.words()) == 4, timeout=10_000)
    assert room.words()[1] == "Spoiled → made again as no. 4 · Ribbon scratched or torn"


def test_all_are_good_but_those_that_were_marked(room: Room) -> None:
    room.sent()
    room.press(Key.Key_Down)
    room.press(Key.Key_Space)
    room.until("All good but 1")
    room.press(Key.Key_F9)
    room.qtbot.waitUntil(lambda: room.states().count(CardState.GOOD) == 2, timeout=10_000)
    assert room.states()[1] is CardState.CLAIMED_DONE
    room.until_asked(2)
    assert not room.page.deeds.offers(Deed.GO_ON), "nothing is left that one key could call good"


def test_a_marked_card_stays_marked_while_another_is_made_again(room: Room, at: ScreenDesk) -> None:
    room.sent()
    room.press(Key.Key_Space)
    room.press(Key.Key_Down)
    room.press(Key.Key_Space)
    room.until("All good but 2")
    room.until_asked(2)
    room.press(Key.Key_R)
    room.press(Key.Key_1)
    room.qtbot.waitUntil(lambda: len(at.printer.sent) == 4, timeout=10_000)
    room.until("All good but 1")
    room.press(Key.Key_F9)
    room.qtbot.waitUntil(lambda: room.states().count(CardState.GOOD) == 2, timeout=10_000)
    assert room.states()[0] is CardState.CLAIMED_DONE


def test_a_scan_answers_the_scanned_card_whichever_row_is_chosen(room: Room) -> None:
    room.sent()
    assert room.batches.takes_scan("26004187003")
    room.qtbot.waitUntil(lambda: room.states()[2] is CardState.GOOD, timeout=10_000)
    assert room.states()[:2] == [CardState.CLAIMED_DONE] * 2


def test_a_card_of_no_batch_is_refused_in_words(room: Room) -> None:
    room.sent()
    room.batches.takes_scan("26004187999")
    room.qtbot.waitUntil(room.page.notice.isVisible, timeout=10_000)
    assert room.states() == [CardState.CLAIMED_DONE] * 3


def test_a_batch_that_was_paused_at_its_last_card_is_answered_and_matched(room: Room, at: ScreenDesk) -> None:
    room.sent()
    at.parts.rooms.batches().pause(room.batch().id, at.desk.wati)
    room.enter()
    room.qtbot.waitUntil(lambda: room.page.state() == "Paused", timeout=10_000)
    room.until("All are good")
    room.press(Key.Key_F9)
    room.until_state(BatchState.MATCHED)


def test_a_paused_batch_sends_nothing_until_f9(room: Room, at: ScreenDesk) -> None:
    room.prepared()
    at.printer.wait()
    room.press(Key.Key_F9)
    room.qtbot.waitUntil(lambda: len(at.printer.sent) == 1, timeout=10_000)
    room.until_offered(Deed.PAUSE)
    room.press(Key.Key_F7)
    room.until_state(BatchState.PAUSED)
    room.mend()
    room.until("Go on")
    assert len(at.printer.sent) == 1
    room.press(Key.Key_F9)
    room.until("All are good")
    assert len(at.printer.sent) == 3


def test_the_rest_is_cancelled_and_what_came_out_is_answered(room: Room, at: ScreenDesk) -> None:
    room.prepared()
    room.lose(after=2)
    room.press(Key.Key_F9)
    room.until_asked(2)
    room.press(Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    room.press(Key.Key_1)
    room.qtbot.waitUntil(lambda: room.words()[2] == "Not wanted any more", timeout=10_000)
    room.press(Key.Key_B)
    room.until("All are good")
    room.press(Key.Key_F9)
    room.until("Write receipt and files")
    assert len(at.printer.sent) == 2


def test_after_a_crash_the_room_shows_the_batch_that_asks_at_the_right_card(
    room: Room, at: ScreenDesk, qtbot: QtBot
) -> None:
    room.prepared()
    at.printer.wait()
    room.press(Key.Key_F9)
    qtbot.waitUntil(lambda: len(at.printer.sent) == 1, timeout=10_000)
    room.batches.rest()
    at.background.drain()
    at.parts.cards.to_check.after_start()
    at.parts.cards.pause_batches()
    pages = CardsRoom(CardRoomPage())
    after = Room(
        qtbot,
        at,
        shown(qtbot, pages),
        pages,
        CompanyBatches(pages, at.parts.rooms.batches, at.background, "test:satu", at.clock),
        room.siti,
        room.others,
    )
    after.enter()
    after.until_asked(1)
    assert len(at.printer.sent) == 1
    after.mend()
    after.press(Key.Key_B)
    after.until("Go on")
    after.press(Key.Key_F9)
    after.until("All are good")
    assert len(at.printer.sent) == 3
    after.batches.rest()


def test_printing_goes_on_while_another_room_is_shown(room: Room, at: ScreenDesk) -> None:
    room.prepared()
    room.press(Key.Key_F9)
    room.window.hide()
    room.qtbot.waitUntil(lambda: room.states() == [CardState.CLAIMED_DONE] * 3, timeout=10_000)
    assert len(at.printer.sent) == 3


def test_under_an_officer_who_prints_no_batches_it_rests(room: Room, at: ScreenDesk) -> None:
    room.prepared()
    room.lose(after=1)
    room.press(Key.Key_F9)
    room.until_asked(1)
    room.enter(at.desk.rina)
    room.mend()
    at.desk.answer(at.last(room.siti).id, CardState.GOOD, at.desk.rina)
    at.background.drain()
    assert len(at.printer.sent) == 1
    assert room.page.table.lines() == ()


def test_a_scheduled_batch_begins_at_its_time_by_itself(room: Room, at: ScreenDesk) -> None:
    room.prepared()
    room.press(Key.Key_J, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(room.window.focusWidget(), "1430")
    room.press(Key.Key_Return)
    room.until_state(BatchState.APPROVED)
    room.until("Print now")
    assert at.printer.sent == []
    at.now = at.now.replace(hour=14, minute=30)
    room.enter()
    room.batches.go_on()
    room.qtbot.waitUntil(lambda: len(at.printer.sent) == 3, timeout=10_000)


def test_what_cannot_be_printed_is_told_on_its_row_and_left_out_with_the_first_key(
    room: Room, at: ScreenDesk
) -> None:
    with at.branch.begin() as work:
        connection_of(work).execute(
            text("UPDATE member SET deceased_on = '2026-11-19' WHERE id = :id"), {"id": room.siti.member_id}
        )
        work.commit()
    room.enter()
    room.ask_for([room.siti.id, *room.others])
    room.until("Leave out these 1")
    assert room.page.obstacle.words()
    room.press(Key.Key_F9)
    room.until("Approve and print")
    assert room.words()[0] == "Deceased"


def test_a_further_card_needs_the_supervisors_signature_on_the_spot(room: Room, at: ScreenDesk) -> None:
    at.desk.answer(at.desk.printed(room.siti).id, CardState.GOOD, at.officer)
    room.enter()
    room.ask_for([room.siti.id, *room.others])
    room.until("Leave out these 1")
    sign_in = room.page.obstacle.findChildren(SupervisorSignIn)[0]
    sign_in.asked.emit(at.desk.hadi.id, PASSWORD, "kartu hilang di perusahaan")
    room.until("Approve and print")
    room.press(Key.Key_F9)
    room.until("All are good")
    assert len(at.printer.sent) == 4


def test_a_card_is_brought_forward_before_it_is_printed(room: Room) -> None:
    room.prepared()
    room.press(Key.Key_Down)
    room.press(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    room.qtbot.waitUntil(lambda: room.page.table.lines()[0].name == "BUDI SANTOSO", timeout=10_000)


def test_a_card_left_out_is_taken_in_again_with_the_same_key(room: Room) -> None:
    room.prepared()
    room.press(Key.Key_Delete)
    room.qtbot.waitUntil(lambda: room.words()[0] != "Waiting", timeout=10_000)
    room.qtbot.waitUntil(lambda: room.takes("Del"), timeout=10_000)
    room.press(Key.Key_Delete)
    room.qtbot.waitUntil(lambda: room.words()[0] == "Waiting", timeout=10_000)


def test_the_collector_is_written_down_and_what_is_missing_is_told_beside_the_field(
    room: Room, at: ScreenDesk
) -> None:
    room.receipted()
    form = room.page.hand_over
    room.qtbot.waitUntil(form.isVisible, timeout=10_000)
    QTest.keyClicks(room.window.focusWidget(), "Yanto Wibowo")
    room.press(Key.Key_Return)
    room.press(Key.Key_Return)
    QTest.keyClicks(room.window.focusWidget(), "12")
    room.press(Key.Key_Return)
    assert "4" in form.number.message()
    QTest.keyClicks(room.window.focusWidget(), "34")
    room.press(Key.Key_Return)
    room.until_state(BatchState.HANDED_OVER)
    collector = room.batch().collector
    assert collector is not None
    assert (collector.name, collector.number_end) == ("Yanto Wibowo", "1234")
    room.qtbot.waitUntil(room.page.hand_over.isHidden, timeout=10_000)
    assert room.window.focusWidget() is room.page.table


def test_a_counter_officer_hands_over_and_prints_none(room: Room, at: ScreenDesk) -> None:
    room.receipted()
    room.enter(at.desk.rina)
    assert room.pages.currentWidget() is room.pages.single
    room.press(Key.Key_F6)
    room.qtbot.waitUntil(lambda: len(room.pages.queue.lines()) == 1, timeout=10_000)
    room.pages.queue.opened.emit(room.batch().id)
    room.qtbot.waitUntil(room.page.hand_over.isVisible, timeout=10_000)
    assert room.page.deeds.primary() == ""


def test_a_batch_handed_over_is_found_again_below_the_queue(room: Room, at: ScreenDesk) -> None:
    room.receipted()
    room.qtbot.waitUntil(room.page.hand_over.isVisible, timeout=10_000)
    batch, taken = room.batch(), Collector("Ahmad Fauzi", IdShown.KTP, "0004")
    at.parts.rooms.batches().hand_over(batch.id, taken, at.desk.wati)
    room.pages.show_queue()
    room.qtbot.waitUntil(lambda: len(room.pages.queue.lines()) == 1, timeout=10_000)
    [line] = room.pages.queue.lines()
    assert (line.batch_id, line.movable) == (batch.id, False)
    room.pages.queue.opened.emit(batch.id)
    room.qtbot.waitUntil(lambda: room.pages.shows_batch and room.page.hand_over.isHidden(), timeout=10_000)
    assert len(room.page.table.lines()) == len(PEOPLE)
    assert room.page.deeds.primary() == ""


def test_too_few_blanks_are_told_before_the_first_is_used(room: Room, at: ScreenDesk) -> None:
    with at.branch.begin() as work:
        work.stock.add(
            BlankMovement("Loket 1", StockMove.GIVEN_BACK, 48, at.now, at.desk.wati.id, reason="ke gudang")
        )
        work.commit()
    room.prepared()
    assert room.page.side.blanks_word() == "2 blanks, the batch needs 3"


def test_a_step_draws_its_own_row_only(room: Room) -> None:
    """A batch of 500: nothing is read, sorted or drawn anew for the card that moved."""
    table = BatchTable()
    room.qtbot.addWidget(table)
    names = [f"NAMA {place}" for place in range(1, 501)]
    table.show_lines([BatchLine(at, name, "", "Waiting", Tone.NEUTRAL) for at, name in enumerate(names, 1)])
    drawn: list[int] = []
    table.model().dataChanged.connect(lambda first, last, _roles: drawn.append(first.row()))
    table.model().modelReset.connect(lambda: drawn.append(-1))
    table.change_line(BatchLine(250, "NAMA 250", "", "Good", Tone.OK))
    assert drawn == [249]


def test_an_urgent_batch_goes_before_all_others(room: Room, at: ScreenDesk) -> None:
    parts = at.parts.rooms.batches()
    first = parts.prepare(NPP, [room.siti.id], "test:satu", at.desk.wati)
    urgent = parts.prepare(NPP, room.others, "test:satu", at.desk.wati)
    room.enter()
    queue = room.pages.queue

    def order() -> list[int]:
        return [line.batch_id for line in queue.lines()]

    room.qtbot.waitUntil(lambda: order() == [first.id, urgent.id], timeout=5_000)
    queue.findChildren(Table)[0].setFocus()
    room.press(Key.Key_Down)
    room.press(Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    room.qtbot.waitUntil(lambda: order() == [urgent.id, first.id], timeout=5_000)


def test_printing_goes_on_behind_the_lock_and_asks_nobody(room: Room, at: ScreenDesk) -> None:
    """The page lies below the lock; what is in doubt stops the batch and waits for who comes back."""
    room.prepared()
    room.lose(after=2)
    room.press(Key.Key_F9)
    room.window.hide()
    room.qtbot.waitUntil(lambda: room.states()[1] is CardState.UNKNOWN, timeout=10_000)
    at.background.drain()
    assert len(at.printer.sent) == 2
    room.window.show()
    room.until_asked(2)


def test_esc_leads_back_from_a_question_before_it_leads_to_the_queue(room: Room) -> None:
    room.sent()
    room.press(Key.Key_Down)
    room.until_asked(2)
    room.press(Key.Key_R)
    room.qtbot.waitUntil(lambda: room.page.question.half_answered, timeout=10_000)
    room.press(Key.Key_Escape)
    assert not room.page.question.half_answered
    room.press(Key.Key_Escape)
    assert room.pages.currentWidget() is room.pages.queue
