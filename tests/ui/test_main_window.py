"""The frame shows where one is, who one is, and how long the visitor has been here."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.reports.daily_tally import CounterDay
from app.settings import Look
from app.trust.officer import Officer, Role
from tests.ui.accessible import nameless
from ui.application import dress
from ui.frame.rail import RailButton
from ui.frame.top_bar import SearchBox, TopBar
from ui.main_window import MainWindow, Room
from ui.tone import Tone
from ui.widgets.page import Page
from ui.widgets.pill import Pill

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=timezone(timedelta(hours=7)))
STANDARD = timedelta(minutes=10)


class FormPage(Page):
    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName("Name")
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusProxy(self.field)


class Branch:
    """A window with two rooms, and a clock that a test can turn."""

    def __init__(self) -> None:
        self.now = NOON
        self.window = MainWindow(lambda: self.now, "Loket 3")
        self.counter, self.cards = FormPage(), FormPage()
        self.window.add_room(Room.COUNTER, self.counter)
        self.window.add_room(Room.CARDS, self.cards)
        self.window.offer_rooms([Room.COUNTER, Room.CARDS], search=True)

    def says(self) -> str:
        """Everything that can be read in the window now."""
        labels = self.window.findChildren(QLabel)
        return " | ".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def branch(qtbot: QtBot) -> Branch:
    branch = Branch()
    qtbot.addWidget(branch.window)
    with qtbot.waitExposed(branch.window):
        branch.window.show()
    branch.window.activateWindow()
    return branch


def test_the_rail_keeps_its_width_while_cards_begin_to_wait(qtbot: QtBot) -> None:
    button = RailButton("Cetak kartu", "printer")
    qtbot.addWidget(button)
    button.show()
    width = button.sizeHint().width()
    for waiting in (1, 9, 10, 50):
        button.show_open_count(waiting)
        assert abs(button.sizeHint().width() - width) <= 2, "figures may differ by a pixel"


def test_the_rail_shows_only_rooms_that_exist(branch: Branch) -> None:
    names = [button.accessibleName() for button in branch.window.findChildren(RailButton)]
    assert names == ["Counter", "Card printing"]


def test_the_rail_shows_only_rooms_the_role_may_use(branch: Branch) -> None:
    branch.window.go_to(Room.CARDS)
    branch.window.offer_rooms([Room.COUNTER], search=True)
    shown = [button for button in branch.window.findChildren(RailButton) if button.isVisible()]
    assert [button.accessibleName() for button in shown] == ["Counter"]
    assert branch.window.room == Room.COUNTER
    QTest.keyClick(branch.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    branch.window.go_to(Room.CARDS)
    assert branch.window.room == Room.COUNTER


def test_the_first_room_offered_has_the_first_key(branch: Branch) -> None:
    branch.window.offer_rooms([Room.CARDS], search=False)
    branch.window.offer_rooms([Room.CARDS, Room.COUNTER], search=True)
    branch.window.offer_rooms([Room.CARDS], search=False)
    QTest.keyClick(branch.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert branch.cards.field.hasFocus()


def test_who_may_not_look_people_up_has_no_search_box(branch: Branch) -> None:
    branch.window.offer_rooms([Room.CARDS], search=False)
    QTest.keyClick(branch.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = branch.window.findChild(SearchBox)
    assert isinstance(search, SearchBox)
    assert not search.isVisible()
    assert not search.hasFocus()


def test_who_neither_searches_nor_prints_has_no_empty_strip_above_the_work(branch: Branch) -> None:
    bar = branch.window.findChild(TopBar)
    assert isinstance(bar, TopBar)
    branch.window.show_desk(False)
    branch.window.offer_rooms([Room.CARDS], search=False)
    assert not bar.isVisible()
    branch.window.offer_rooms([Room.CARDS], search=True)
    assert bar.isVisible()


@pytest.mark.parametrize(("height", "whole"), [(728, True), (768, True), (1040, False)])
def test_the_foot_of_the_window_never_lies_below_the_screens_edge(
    qtbot: QtBot, height: int, whole: bool
) -> None:
    window = MainWindow(lambda: NOON, "Loket 1")
    qtbot.addWidget(window)
    window.fit_in(QSize(1920, height))
    assert window.isMaximized() is whole


def test_nothing_moves_when_a_card_begins_to_wait(branch: Branch, qtbot: QtBot) -> None:
    before = branch.counter.mapTo(branch.window, branch.counter.rect().topLeft())
    branch.window.show_open_count(Room.CARDS, 1)
    qtbot.waitUntil(lambda: "1" in branch.says().split(" | "))
    QCoreApplication.sendPostedEvents()
    assert branch.counter.mapTo(branch.window, branch.counter.rect().topLeft()) == before


def test_a_room_is_reached_by_its_key(branch: Branch) -> None:
    QTest.keyClick(branch.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert branch.cards.isVisible()
    assert branch.cards.field.hasFocus()
    assert not branch.counter.isVisible()


def test_the_search_box_asks_once_and_is_free_again(branch: Branch, qtbot: QtBot) -> None:
    QTest.keyClick(branch.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = branch.window.findChild(SearchBox)
    assert isinstance(search, SearchBox)
    assert search.hasFocus()
    with qtbot.waitSignal(branch.window.searched) as asked:
        QTest.keyClicks(search, " SITI ")
        QTest.keyClick(search, Qt.Key.Key_Return)
    assert asked.args == ["SITI"]
    assert search.text() == ""


def test_the_running_time_follows_the_clock_and_warns_past_the_standard(branch: Branch, qtbot: QtBot) -> None:
    branch.window.show_visit("A-017", "New registration", NOON - timedelta(seconds=161), STANDARD)
    assert "A-017" in branch.says()
    assert "02:41 / 10:00" in branch.says()
    branch.now = NOON + timedelta(minutes=8)
    qtbot.waitUntil(lambda: "10:41 / 10:00" in branch.says(), timeout=3000)
    late = [pill for pill in branch.window.findChildren(Pill) if "10:41 / 10:00" in pill.text()]
    assert [pill.property("tone") for pill in late] == ["warn"]
    branch.window.show_no_visit()
    assert "A-017" not in branch.says()


def test_the_officer_and_the_day_are_always_told(branch: Branch) -> None:
    branch.window.show_officer(Officer("Rina Pratiwi", Role.FRONTLINER, 1), "Loket 3")
    branch.window.show_today(CounterDay(16, 11, 0, 1))
    said = branch.says()
    assert "Rina Pratiwi" in said
    assert "Counter officer · Loket 3" in said
    assert "Today: 16 visits · 11 cards good · 1 spoiled" in said
    assert "Database encrypted" in said
    assert "SAMPLE DATA" not in said


def test_a_demo_branch_is_never_taken_for_a_real_one(branch: Branch) -> None:
    branch.window.show_sample_data()
    assert "SAMPLE DATA" in branch.says()


def test_the_last_backup_stands_at_the_foot_and_leads_to_the_next(branch: Branch, qtbot: QtBot) -> None:
    branch.window.show_backup("Backup: 2 days ago", Tone.ERROR)
    assert "Backup: 2 days ago" in branch.says()
    button = branch.window.findChild(QPushButton, "lastBackup")
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(branch.window.backup_asked):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize(("left", "tone"), [(38, "neutral"), (20, "warn"), (0, "error")])
def test_few_blanks_are_told_before_they_are_gone(branch: Branch, left: int, tone: str) -> None:
    branch.window.show_blanks(left)
    (pill,) = [pill for pill in branch.window.findChildren(Pill) if pill.text() == f"Blanks {left}"]
    assert pill.property("tone") == tone


def test_f12_asks_to_lock_also_over_the_key_card(branch: Branch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(branch.window.lock_asked):
        QTest.keyClick(branch.window, Qt.Key.Key_F12)
    QTest.keyClick(branch.window, Qt.Key.Key_F1)
    with qtbot.waitSignal(branch.window.lock_asked):
        QTest.keyClick(branch.window, Qt.Key.Key_F12)
    lock = FormPage()
    branch.window.cover(lock)
    assert "Back to work" not in branch.says()
    branch.window.uncover()
    assert "Back to work" in branch.says(), "who comes back finds what they had open"
    branch.window.cover(lock)
    branch.window.uncover_all()
    assert branch.counter.isVisible(), "it is not the next officer's"


def test_a_page_that_lay_below_others_comes_back_without_them(branch: Branch) -> None:
    first, second = FormPage(), FormPage()
    branch.window.cover(first)
    branch.window.cover(second)
    branch.window.cover(first)
    assert first.isVisible()
    branch.window.uncover()
    assert branch.counter.isVisible()


def test_nothing_stays_above_a_cover(branch: Branch) -> None:
    dialog, list_of_names = QDialog(branch.counter), QMenu(branch.counter)
    list_of_names.addAction("SITI RAHAYU")
    dialog.open()
    list_of_names.popup(branch.window.pos())
    branch.window.cover(FormPage())
    assert (dialog.isVisible(), list_of_names.isVisible()) == (False, False)


def test_under_a_cover_no_key_reaches_the_work_and_nothing_typed_is_lost(
    branch: Branch, qtbot: QtBot
) -> None:
    branch.counter.field.setFocus()
    QTest.keyClicks(branch.counter.field, "SITI")
    cover = FormPage()
    branch.window.cover(cover)
    assert cover.field.hasFocus()
    QTest.keyClick(branch.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    branch.window.uncover()
    assert branch.counter.isVisible()
    assert branch.counter.field.hasFocus()
    assert branch.counter.field.text() == "SITI"


def test_a_page_that_is_done_with_below_the_lock_does_not_take_the_lock_away(branch: Branch) -> None:
    wizard, lock = FormPage(), FormPage()
    branch.window.cover(wizard)
    branch.window.cover(lock)
    branch.window.take_away(wizard)
    assert lock.isVisible()
    branch.window.uncover()
    assert branch.counter.isVisible()


def test_work_that_ends_below_a_cover_takes_no_key_and_gets_the_cursor_afterwards(branch: Branch) -> None:
    cover = FormPage()
    branch.window.cover(cover)
    branch.cards.field.setFocus()
    branch.counter.field.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "rahasia")
    assert (cover.field.text(), branch.counter.field.text()) == ("rahasia", "")
    branch.window.uncover()
    assert branch.counter.field.hasFocus()


def test_f1_shows_the_keys_and_esc_goes_back_to_work(branch: Branch) -> None:
    branch.counter.field.setFocus()
    QTest.keyClick(branch.window, Qt.Key.Key_F1)
    assert branch.window.covered
    assert "Lock the counter, or change officer" in branch.says()
    QTest.keyClick(branch.window, Qt.Key.Key_Escape)
    assert branch.counter.isVisible()
    assert branch.counter.field.hasFocus()


def test_everything_that_takes_the_focus_has_a_name(branch: Branch) -> None:
    assert nameless(branch.window) == []


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_frame_fits_the_branchs_screen(
    branch: Branch, qapp: QApplication, percent: int, redress: Callable[[int], None]
) -> None:
    redress(percent)
    branch.window.show_visit("A-017", "Pendaftaran baru", NOON, STANDARD)
    branch.window.show_printer("Kartu tersangkut – buka penutup, tarik kartu", Tone.ERROR)
    branch.window.show_blanks(8)
    branch.window.show_today(CounterDay(160, 111, 12, 11))
    branch.window.show_backup("Cadangan: 14 menit lalu", Tone.OK)
    branch.window.show_sample_data()
    branch.window.resize(1366, 768)
    hint = branch.window.minimumSizeHint()
    assert (hint.width() <= 1366, hint.height() <= 768) == (True, True)


@pytest.fixture
def redress(qapp: QApplication) -> Iterator[Callable[[int], None]]:
    yield lambda percent: dress(qapp, Look.LIGHT, percent)
    dress(qapp, Look.LIGHT, 100)
