"""The room "Laporan": what stands on the screen stands in the workbook, and one key writes it."""

from dataclasses import dataclass
from datetime import date, timedelta

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.cards.ask_for_card import Reprint, approval_subject
from app.cards.print_job import CardState, ReprintReason, SpoiledReason
from app.members.membership import Membership
from app.visit.visit import Stage
from tests.app.cards.desk import MORNING, SEALS
from tests.ui.accessible import nameless
from tests.ui.screen_desk import ScreenDesk, shown
from ui.formats import number, short_date
from ui.reports.tally_page import TallyPage
from ui.reports.tally_presenter import TallyPresenter

Key = Qt.Key
SHEETS = ("Log KPJ", "Baru dan ulang", "Kunjungan", "Kartu", "Kartu rusak", "Temuan")


@dataclass
class Room:
    qtbot: QtBot
    window: QWidget
    page: TallyPage
    presenter: TallyPresenter

    def press(self, key: Qt.Key, with_key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, with_key)

    def type_day(self, text: str) -> None:
        self.page.day.setFocus()
        editor = self.window.focusWidget()
        QTest.keyClick(editor, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Key.Key_Return)

    def shown(self, sheet: str) -> list[tuple[str, ...]]:
        return self.page.rows(sheet)

    def until_log_has(self, rows: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.shown("Log KPJ")) == rows, timeout=5000)


@pytest.fixture
def room(qtbot: QtBot, at: ScreenDesk) -> Room:
    page = TallyPage()
    window = shown(qtbot, page)
    return Room(qtbot, window, page, TallyPresenter(page, at.parts, at.background))


@pytest.fixture
def busy_day(at: ScreenDesk, siti: Membership) -> None:
    """One good card, one spoiled, one in doubt, one visit finished and one still open."""
    finished = at.visit(siti, Stage.CLOSE)
    with at.branch.begin() as work:
        work.visits.record_step(finished.id, Stage.INPUT, 125)
        work.commit()
    at.parts.visit.close(finished, at.officer)
    at.visit(siti, Stage.INPUT)
    at.desk.answer(at.desk.printed(siti).id, CardState.SPOILED, at.officer, SpoiledReason.JAM)
    at.desk.answer(at.desk.printed(siti).id, CardState.GOOD, at.officer)
    at.desk.printed(at.desk.member(2, "BUDI SANTOSO"))


def written(room: Room, at: ScreenDesk) -> "openpyxl.Workbook":
    room.press(Key.Key_F9)
    room.qtbot.waitUntil(lambda: "rekap-harian_2026-11-20.xlsx" in room.page.notice.text(), timeout=5000)
    return openpyxl.load_workbook(at.paths.out / "rekap" / "rekap-harian_2026-11-20.xlsx")


def as_shown(value: object) -> str:
    if isinstance(value, date):
        return short_date(value)
    return number(value) if isinstance(value, int) else str(value)


@pytest.mark.usefixtures("busy_day")
def test_the_screen_and_the_workbook_say_the_same(room: Room, at: ScreenDesk) -> None:
    room.presenter.start(at.officer)
    room.until_log_has(1)
    book = written(room, at)
    for name in SHEETS:
        heading, *rows = book[name].iter_rows(values_only=True)
        assert room.page.headings(name) == heading
        assert room.shown(name) == [tuple(map(as_shown, row)) for row in rows]


@pytest.mark.usefixtures("busy_day")
def test_the_log_counts_good_cards_only(room: Room, at: ScreenDesk) -> None:
    room.presenter.start(at.officer)
    room.until_log_has(1)
    assert room.shown("Log KPJ") == [("20-11-2026", "13007478", "PT SUMBER REJEKI ABADI", "1")]
    assert room.shown("Kartu") == [("Rina Pratiwi", "1", "0", "1", "1")]
    assert room.shown("Kunjungan") == [("Peserta baru", "2", "1", "2:05")]


def test_a_reprint_is_told_apart_from_the_first_card(room: Room, at: ScreenDesk, siti: Membership) -> None:
    at.desk.answer(at.desk.printed(siti).id, CardState.GOOD, at.officer)
    approval = SEALS.seal(at.desk.hadi, approval_subject(siti.id, 2), "hilang", MORNING)
    again = at.desk.ask(siti.id, "test:satu", at.officer, reprint=Reprint(ReprintReason.LOST, approval))
    at.desk.send(again.id, at.officer)
    at.desk.answer(again.id, CardState.GOOD, at.officer)
    room.presenter.start(at.officer)
    room.until_log_has(1)
    assert room.shown("Log KPJ") == [("20-11-2026", "13007478", "PT SUMBER REJEKI ABADI", "2")]
    assert room.shown("Baru dan ulang") == [("13007478", "PT SUMBER REJEKI ABADI", "1", "1", "0")]
    assert room.shown("Kartu") == [("Rina Pratiwi", "1", "1", "0", "0")]
    told = [label.text() for label in room.page.findChildren(QLabel)]
    assert "KPJ cards good, 1 of them reprints" in told


@pytest.mark.usefixtures("busy_day")
def test_identifiers_are_text_cells(room: Room, at: ScreenDesk) -> None:
    room.presenter.start(at.officer)
    room.until_log_has(1)
    cell = written(room, at)["Log KPJ"]["B2"]
    assert (cell.data_type, cell.value) == ("s", "13007478")


@pytest.mark.usefixtures("busy_day")
def test_another_day_is_typed_or_stepped_to(room: Room, at: ScreenDesk) -> None:
    room.presenter.start(at.officer)
    room.until_log_has(1)
    room.type_day("19112026")
    room.until_log_has(0)
    room.press(Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    room.until_log_has(1)
    assert room.page.day.text() == "20-11-2026"


@pytest.mark.parametrize("typed", ["31022026", "kemarin", "", "1", "00000000"])
def test_what_is_no_day_is_told_beside_the_field_and_stays(room: Room, at: ScreenDesk, typed: str) -> None:
    room.presenter.start(at.officer)
    room.page.day.setFocus()
    room.page.day.set_text(typed)
    QTest.keyClick(room.window.focusWidget(), Key.Key_Return)
    assert "day, month and year" in room.page.day.message()
    assert room.page.day.text() == typed


def test_a_day_to_come_is_refused_in_words(room: Room, at: ScreenDesk) -> None:
    room.presenter.start(at.officer)
    room.type_day("21112026")
    assert "not come yet" in room.page.day.message()


def test_today_is_the_last_day(room: Room, at: ScreenDesk) -> None:
    room.presenter.start(at.officer)
    room.press(Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert room.page.day.text() == "20-11-2026"


@pytest.mark.usefixtures("busy_day")
def test_coming_back_to_the_room_counts_again(room: Room, at: ScreenDesk) -> None:
    room.presenter.start(at.officer)
    room.until_log_has(1)
    room.page.hide()
    at.desk.answer(at.parts.cards.to_check(at.officer)[0].job.id, CardState.GOOD, at.officer)
    room.page.show()
    room.qtbot.waitUntil(lambda: room.shown("Log KPJ")[0][3] == "2", timeout=5000)


@pytest.mark.usefixtures("busy_day")
def test_a_card_answered_after_midnight_belongs_to_the_new_day(room: Room, at: ScreenDesk) -> None:
    at.now += timedelta(days=1)
    card = at.parts.cards.to_check(at.officer)[0]
    at.parts.cards.answer(card.job.id, CardState.GOOD, at.officer)
    room.presenter.start(at.officer)
    room.until_log_has(1)
    assert room.shown("Log KPJ") == [("21-11-2026", "13007478", "PT SUMBER REJEKI ABADI", "1")]


def test_a_folder_that_cannot_be_written_is_told(room: Room, at: ScreenDesk) -> None:
    at.paths.out.mkdir(parents=True, exist_ok=True)
    (at.paths.out / "rekap").write_text("in the way")
    room.presenter.start(at.officer)
    room.press(Key.Key_F9)
    room.qtbot.waitUntil(lambda: "could not be written" in room.page.notice.text(), timeout=5000)


def test_the_day_is_written_again_over_itself(room: Room, at: ScreenDesk) -> None:
    room.presenter.start(at.officer)
    written(room, at)
    at.parts.write_tally(date(2026, 11, 20), at.officer)
    assert [file.name for file in (at.paths.out / "rekap").iterdir()] == ["rekap-harian_2026-11-20.xlsx"]


def test_everything_that_takes_the_focus_tells_its_name(room: Room, at: ScreenDesk) -> None:
    room.presenter.start(at.officer)
    assert nameless(room.page) == []
