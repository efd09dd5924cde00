"""Step 4 at the counter: one key prints, one key answers, nothing uncertain is sent again."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.cards.print_job import CardKind, CardState, PrinterReason, ReprintReason, SpoiledReason
from app.errors import NothingSent, Problem, YourEnvironment
from app.members.membership import Membership
from app.ports import PrinterState, SpoolReport, SpoolState
from app.visit.visit import Stage, Visit, VisitKind
from tests.app.cards.desk import ScriptedPrinter
from tests.ui.accessible import nameless
from tests.ui.screen_desk import ScreenDesk, shown
from tests.vaults import PASSWORD
from ui.visit.print_presenter import PrintPresenter
from ui.visit.step_4_print_page import PrintPage
from ui.wording.names import name_of

Key = Qt.Key


@dataclass
class Step:
    """The page with its presenter, and the hands of the officer."""

    qtbot: QtBot
    window: QWidget
    page: PrintPage
    presenter: PrintPresenter

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)

    def type(self, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
        focus = self.page.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)
        QTest.keyClick(focus, end)

    def says(self) -> str:
        return " | ".join(label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def until(self, word: str) -> None:
        self.qtbot.waitUntil(lambda: word in self.page.state_word(), timeout=5000)

    def until_asked(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.asks, timeout=5000)

    def print_again(self) -> None:
        """Presses F9 as often as it takes: presses too close to the one before count as none."""

        def asked_after_a_press() -> bool:
            self.press(Key.Key_F9)
            return self.page.asks

        self.qtbot.waitUntil(asked_after_a_press, timeout=5000)


@pytest.fixture
def step(qtbot: QtBot, at: ScreenDesk) -> Step:
    page = PrintPage()
    window = shown(qtbot, page)
    presenter = PrintPresenter(page, at.parts, at.background, "test:satu", ask_after=200)
    return Step(qtbot, window, page, presenter)


@pytest.fixture
def visit(at: ScreenDesk, siti: Membership) -> Visit:
    return at.visit(siti, Stage.PRINT)


def start(step: Step, at: ScreenDesk, visit: Visit) -> None:
    assert visit.membership_id is not None
    step.presenter.start(visit, at.officer, at.parts.cards.face_of(visit.membership_id, at.officer))


def begin(step: Step, at: ScreenDesk, visit: Visit) -> None:
    start(step, at, visit)
    step.until("Ready to print")


def test_f9_prints_and_b_ends_the_step(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership, printer: ScriptedPrinter
) -> None:
    begin(step, at, visit)
    step.press(Key.Key_F9)
    step.until_asked()
    with step.qtbot.waitSignal(step.presenter.finished, timeout=5000) as finished:
        step.press(Key.Key_B)
    assert at.last(siti).state is CardState.GOOD
    assert finished.args[0].stage is Stage.CLOSE
    assert printer.sent == [at.last(siti).document_name]


def test_a_double_f9_sends_once(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership, printer: ScriptedPrinter
) -> None:
    begin(step, at, visit)
    for _ in range(5):
        step.press(Key.Key_F9)
    step.until_asked()
    step.press(Key.Key_F9)
    at.background.drain()
    assert len(printer.sent) == 1
    assert at.last(siti).attempt == 1


def test_the_page_shows_the_card_it_will_print(step: Step, at: ScreenDesk, visit: Visit) -> None:
    begin(step, at, visit)
    step.qtbot.waitUntil(lambda: step.page.shows_card, timeout=5000)


def test_f5_changes_between_true_size_and_the_whole_width(step: Step, at: ScreenDesk, visit: Visit) -> None:
    begin(step, at, visit)
    step.press(Key.Key_F5)
    assert not step.page.true_size


@pytest.mark.parametrize("reason", [reason for reason in PrinterReason if reason is not PrinterReason.NONE])
def test_every_reason_of_the_printer_is_told_in_words(
    step: Step, at: ScreenDesk, visit: Visit, printer: ScriptedPrinter, reason: PrinterReason
) -> None:
    printer.says = SpoolReport(SpoolState.NEEDS_ATTENTION, reason)
    begin(step, at, visit)
    step.press(Key.Key_F9)
    step.until(name_of(reason).partition(" – ")[0])
    assert step.page.asks


def test_a_mended_printer_is_followed_to_the_question(
    step: Step, at: ScreenDesk, visit: Visit, printer: ScriptedPrinter
) -> None:
    printer.jam()
    begin(step, at, visit)
    step.press(Key.Key_F9)
    step.until("Card jammed")
    printer.says = SpoolReport(SpoolState.WAITING)
    step.until("being printed")
    printer.says = SpoolReport(SpoolState.CLAIMED_DONE)
    step.until("Look in the tray")


def test_a_card_the_printer_gave_up_is_not_said_to_go_on_by_itself(
    step: Step, at: ScreenDesk, visit: Visit, printer: ScriptedPrinter
) -> None:
    printer.says = SpoolReport(SpoolState.NEEDS_ATTENTION, PrinterReason.FAILED)
    begin(step, at, visit)
    step.press(Key.Key_F9)
    step.until_asked()
    read = [label.text() for label in step.page.findChildren(QLabel) if label.isVisible()]
    assert any("does not go on by itself" in text for text in read)
    assert not any("the printer goes on" in text for text in read)


def test_a_spoiled_card_is_made_again_at_once(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership
) -> None:
    begin(step, at, visit)
    step.press(Key.Key_F9)
    step.until_asked()
    step.press(Key.Key_R)
    step.press(Key.Key_2)
    step.until("Card spoiled")
    assert at.last(siti).spoiled_reason is SpoiledReason.JAM
    step.print_again()
    assert at.last(siti).kind is CardKind.REMAKE
    level = at.parts.cards.blanks(at.officer)
    assert (level.spoiled, level.held, level.remaining) == (1, 1, 48)


def test_a_card_that_did_not_come_out_is_sent_again_as_itself(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership, printer: ScriptedPrinter
) -> None:
    begin(step, at, visit)
    step.press(Key.Key_F9)
    step.until_asked()
    step.press(Key.Key_T)
    step.until("did not come out")
    assert len(printer.cancelled) == 1
    step.print_again()
    assert (at.last(siti).copy, at.last(siti).attempt) == (1, 2)


def test_a_printer_not_reached_keeps_the_card_and_says_so(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership, printer: ScriptedPrinter
) -> None:
    def unreachable() -> None:
        raise NothingSent(Problem.PRINTER_UNREACHABLE)

    printer.on_submit = unreachable
    begin(step, at, visit)
    step.press(Key.Key_F9)
    step.until("Nothing was sent")
    assert at.last(siti).state is CardState.QUEUED
    assert not step.page.asks


def test_a_line_torn_off_is_asked_about_and_not_sent_again(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership, printer: ScriptedPrinter
) -> None:
    def torn_off() -> None:
        raise YourEnvironment(Problem.PRINTER_REFUSED)

    printer.on_submit = torn_off
    begin(step, at, visit)
    step.press(Key.Key_F9)
    step.until_asked()
    step.press(Key.Key_F9)
    at.background.drain()
    assert at.last(siti).state is CardState.UNKNOWN
    assert at.last(siti).attempt == 1


def test_a_printer_that_keeps_silent_is_asked_about_after_a_while(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership, printer: ScriptedPrinter
) -> None:
    printer.wait()
    begin(step, at, visit)
    step.press(Key.Key_F9)
    step.until("being printed")
    step.until_asked()
    assert at.last(siti).state is CardState.SENDING


def test_scanning_the_card_answers(step: Step, at: ScreenDesk, visit: Visit, siti: Membership) -> None:
    begin(step, at, visit)
    step.press(Key.Key_F9)
    step.until_asked()
    with step.qtbot.waitSignal(step.presenter.finished, timeout=5000):
        step.presenter.scanned("26004187001")
    assert at.last(siti).state is CardState.GOOD


def test_scanning_another_card_is_refused_in_words(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership
) -> None:
    begin(step, at, visit)
    step.press(Key.Key_F9)
    step.until_asked()
    before = at.last(siti)
    step.presenter.scanned("26004187999")
    step.qtbot.waitUntil(lambda: "another card: 26004187999" in step.page.notice.text(), timeout=5000)
    assert at.last(siti) == before
    assert step.page.asks


def test_leaving_the_page_does_not_lose_the_question(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership
) -> None:
    begin(step, at, visit)
    step.press(Key.Key_F9)
    step.until_asked()
    step.page.hide()
    at.desk.answer(at.last(siti).id, CardState.NOT_PRINTED, at.officer)
    step.page.show()
    step.until("did not come out")


def test_a_card_in_doubt_since_before_is_asked_about_first(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership
) -> None:
    at.desk.sent(siti)
    at.parts.cards.to_check.after_start()
    start(step, at, visit)
    step.until("Look in the tray")
    assert step.page.asks


def test_print_later_leaves_the_card_owed(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership, printer: ScriptedPrinter
) -> None:
    begin(step, at, visit)
    with step.qtbot.waitSignal(step.presenter.finished, timeout=5000):
        step.press(Key.Key_F8)
    (owed,) = at.parts.cards.to_check(at.officer)
    assert (owed.job.state, owed.job.visit_id) == (CardState.QUEUED, visit.id)
    assert printer.sent == []


def test_without_a_number_no_card_can_be_printed_and_the_visit_goes_on(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership, printer: ScriptedPrinter
) -> None:
    step.presenter.start(visit, at.officer, None)
    step.until("No card can be printed yet")
    step.press(Key.Key_F9)
    with step.qtbot.waitSignal(step.presenter.finished, timeout=5000):
        QTest.keyClick(step.window, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert at.desk.jobs(siti) == ()
    assert printer.sent == []


class TestReprint:
    @pytest.fixture(autouse=True)
    def has_a_good_card(self, at: ScreenDesk, siti: Membership) -> None:
        at.desk.answer(at.desk.printed(siti).id, CardState.GOOD, at.officer)

    @pytest.fixture
    def visit(self, at: ScreenDesk, siti: Membership) -> Visit:
        return at.visit(siti, Stage.PRINT, VisitKind.CARD)

    def test_f9_waits_for_the_reason_and_the_supervisors_sign_in(
        self, step: Step, at: ScreenDesk, visit: Visit, siti: Membership
    ) -> None:
        start(step, at, visit)
        step.until("already has a good card")
        step.press(Key.Key_F9)
        at.background.drain()
        assert len(at.desk.jobs(siti)) == 1

    def test_is_typed_and_printed_without_a_mouse(
        self, step: Step, at: ScreenDesk, visit: Visit, siti: Membership
    ) -> None:
        start(step, at, visit)
        step.until("already has a good card")
        step.type("", Key.Key_Down)
        step.type("")
        step.type(PASSWORD)
        step.type("surat polisi")
        step.qtbot.waitUntil(lambda: "Approved by Hadi Santoso" in step.says(), timeout=5000)
        step.press(Key.Key_F9)
        step.until_asked()
        job = at.last(siti)
        assert (job.kind, job.copy) == (CardKind.REPRINT, 2)
        assert (job.reprint_reason, job.approved_by) == (ReprintReason.LOST, at.desk.hadi.id)

    def test_a_wrong_password_prints_nothing_and_keeps_what_was_typed(
        self, step: Step, at: ScreenDesk, visit: Visit, siti: Membership
    ) -> None:
        start(step, at, visit)
        step.until("already has a good card")
        step.type("", Key.Key_Down)
        step.type("")
        step.type("bukan kata sandi")
        step.type("surat polisi")
        step.qtbot.waitUntil(lambda: "This password is not right" in step.says(), timeout=5000)
        step.press(Key.Key_F9)
        at.background.drain()
        assert len(at.desk.jobs(siti)) == 1
        step.type(PASSWORD)
        step.type("")
        step.qtbot.waitUntil(lambda: "Approved by Hadi Santoso: surat polisi" in step.says(), timeout=5000)

    def test_can_be_left_alone(self, step: Step, at: ScreenDesk, visit: Visit, siti: Membership) -> None:
        start(step, at, visit)
        step.until("already has a good card")
        with step.qtbot.waitSignal(step.presenter.finished, timeout=5000):
            step.press(Key.Key_F8)
        assert len(at.desk.jobs(siti)) == 1


def test_the_printer_that_is_chosen_prints(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership
) -> None:
    begin(step, at, visit)
    step.qtbot.waitUntil(lambda: step.page.printer.address() == "test:satu", timeout=5000)
    step.page.printer.setFocus()
    QTest.keyClick(step.page.focusWidget(), Key.Key_Down)
    step.press(Key.Key_F9)
    step.until_asked()
    assert at.last(siti).printer == "test:dua"


def test_a_printer_that_is_not_ready_says_what_to_do(
    step: Step, at: ScreenDesk, visit: Visit, printer: ScriptedPrinter
) -> None:
    printer.state = PrinterState(False, PrinterReason.COVER_OPEN)
    begin(step, at, visit)
    step.qtbot.waitUntil(lambda: "Cover open" in step.page.printer.state(), timeout=5000)


def test_the_officer_who_takes_over_answers_for_the_card(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership
) -> None:
    begin(step, at, visit)
    step.press(Key.Key_F9)
    step.presenter.take_over(at.desk.hadi)
    step.until_asked()
    step.press(Key.Key_T)
    step.until("did not come out")
    assert at.last(siti).answered_by == at.desk.hadi.id


def test_everything_that_takes_the_focus_tells_its_name(step: Step, at: ScreenDesk, visit: Visit) -> None:
    begin(step, at, visit)
    step.press(Key.Key_F9)
    step.until_asked()
    step.press(Key.Key_R)
    assert nameless(step.page) == []
