"""The day close: what is open is said first, the paper bears the journal's head, a day closes again."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.cards.shift import BlankCount, Shift
from app.reports.report import grouped
from app.trust.officer import Officer, Role
from app.visit.visit import Stage, Visit
from tests.ui.accessible import nameless
from tests.ui.keeping import COUNTER, PASSWORD, Keeping
from tests.ui.screen_desk import shown
from ui.reports.day_close_page import DayClosePage
from ui.reports.day_close_presenter import DayClosePresenter
from ui.reports.reports_room import ReportsRoom
from ui.reports.tally_page import TallyPage
from ui.widgets.action_button import ActionButton

Key = Qt.Key
GO_ON = "Ctrl+Return"
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Room:
    qtbot: QtBot
    window: QWidget
    page: DayClosePage
    presenter: DayClosePresenter
    told: list[str]

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def until_it_says(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.says(words), timeout=10000)

    def press(self, key: Qt.Key, with_key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, with_key)

    def close(self) -> None:
        """The key that closes, once it counts again after the press before."""
        [button] = [each for each in self.page.findChildren(ActionButton) if each.key == GO_ON]
        self.qtbot.waitUntil(lambda: button.takes(GO_ON))
        self.press(Key.Key_Return, CTRL)


@pytest.fixture
def pc(tmp_path: Path) -> Iterator[Keeping]:
    keeping = Keeping(tmp_path / "pc")
    yield keeping
    keeping.close()


@pytest.fixture
def sri(pc: Keeping) -> Officer:
    pc.founded()
    agus = pc.sign_in(1, PASSWORD).officer
    return pc.hired("Sri Wahyuni", Role.SUPERVISOR, agus).officer


@pytest.fixture
def room(qtbot: QtBot, pc: Keeping, sri: Officer) -> Room:
    page = DayClosePage()
    presenter = DayClosePresenter(page, pc.day_close(), pc.background)
    told: list[str] = []
    presenter.closed.connect(lambda: told.append("closed"))
    presenter.start(sri)
    window = shown(qtbot, page)
    presenter.show_day(pc.now.date())
    made = Room(qtbot, window, page, presenter, told)
    made.until_it_says("Jumat, 20 November 2026")
    return made


def papers(pc: Keeping) -> list[Path]:
    return sorted((pc.paths.out / "tutup-hari").glob("*.pdf"))


def test_one_key_closes_the_day_and_the_paper_bears_the_head(room: Room, pc: Keeping) -> None:
    room.press(Key.Key_Return, CTRL)
    room.until_it_says("The paper lies ready")
    assert room.told == ["closed"]
    [paper] = papers(pc)
    text = pypdfium2.PdfDocument(paper)[0].get_textpage().get_text_bounded()
    with pc.file.look() as work:
        close = work.day_closes.latest()
    assert close is not None
    assert grouped(close.head.sha256)[:19] in text
    assert room.says(grouped(close.head.sha256))


def test_what_is_open_asks_for_a_reason_first(room: Room, pc: Keeping, sri: Officer) -> None:
    with pc.file.begin() as work:
        work.visits.open(Visit("", COUNTER, sri.id, pc.now, stage=Stage.INPUT, stage_since=pc.now))
        work.commit()
    room.press(Key.Key_Return, CTRL)
    room.until_it_says("Write why, or settle what is open first")
    room.until_it_says("0 cards nobody has answered for, 1 visits nobody has finished")
    assert papers(pc) == []
    room.page.reason.setFocus()
    QTest.keyClicks(room.window.focusWidget(), "pengunjung pulang")
    room.close()
    room.until_it_says("The paper lies ready")
    text = pypdfium2.PdfDocument(papers(pc)[0])[0].get_textpage().get_text_bounded()
    assert "pengunjung pulang" in text


def test_the_blanks_are_counted_before_what_should_be_there_is_told(
    room: Room, pc: Keeping, sri: Officer
) -> None:
    with pc.file.begin() as work:
        work.stock.open_shift(Shift(COUNTER, 50, sri.id, pc.now))
        work.commit()
    room.presenter.refresh()
    room.qtbot.waitUntil(room.page.count.isVisible)
    assert not room.says("50")
    room.press(Key.Key_Return, CTRL)
    room.until_it_says("Count the blank cards and type how many")
    QTest.keyClicks(room.window.focusWidget(), "48")
    room.close()
    room.until_it_says("There should be 50: 2 too few. Count once more.")
    assert papers(pc) == []
    room.page.count.reason.setFocus()
    QTest.keyClicks(room.window.focusWidget(), "dua tercecer")
    room.close()
    room.until_it_says("The paper lies ready")
    with pc.file.look() as work:
        [_running, ended] = work.stock.shifts(COUNTER, 9)
        assert work.stock.level(COUNTER).remaining == 48
    assert ended.end is not None
    assert ended.end.count == BlankCount(48, "dua tercecer")
    assert room.page.count.counted.text() == ""


def test_a_day_closed_again_makes_a_paper_of_its_own(room: Room, pc: Keeping) -> None:
    for _twice in range(2):
        with room.qtbot.waitSignal(room.presenter.closed, timeout=10000):
            room.page.close_asked.emit("", None)
    room.until_it_says("2 times, last at 09:00")
    assert len(papers(pc)) == 2


def test_only_who_may_close_is_offered_it_and_esc_leads_back(qtbot: QtBot) -> None:
    tally, close = TallyPage(), DayClosePage()
    room = ReportsRoom(tally, lambda: close)
    tally.close_day_asked.connect(room.show_close)
    window = shown(qtbot, room)
    QTest.keyClick(window.focusWidget() or window, Key.Key_F8)
    assert room.currentWidget() is tally
    tally.offer_day_close(True)
    QTest.keyClick(window.focusWidget() or window, Key.Key_F8)
    assert room.currentWidget() is close
    QTest.keyClick(window.focusWidget() or window, Key.Key_Escape)
    assert room.currentWidget() is tally


def test_everything_that_takes_the_focus_has_a_name(room: Room) -> None:
    assert nameless(room.page) == []
