"""The backup room: one key backs up and says so, red says why, and only the administrator changes where."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ports import JournalWish
from app.trust.backup import BackupProgress, BackupStage
from app.trust.journal import Action
from app.trust.officer import Officer
from tests.ui.accessible import nameless
from tests.ui.keeping import BRANCH, Keeping
from tests.ui.screen_desk import shown
from ui.settings.current_settings import CurrentSettings
from ui.trust.backup_page import BackupPage
from ui.trust.backup_presenter import BackupPresenter
from ui.widgets.action_button import ActionButton

Key = Qt.Key


@dataclass
class Room:
    qtbot: QtBot
    window: QWidget
    page: BackupPage
    presenter: BackupPresenter
    settings: CurrentSettings

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def until_it_says(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.says(words), timeout=10000)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key)

    def offers(self, text: str) -> bool:
        return any(one.isVisible() and one.text() == text for one in self.page.findChildren(ActionButton))

    def choose(self, folder: Path) -> None:
        self.page.folder_chosen.emit(folder)
        self.qtbot.waitUntil(lambda: self.settings.now.backup_folder == str(folder), timeout=5000)
        buttons = self.page.findChildren(ActionButton)
        self.qtbot.waitUntil(lambda: any(one.takes("F9") for one in buttons), timeout=5000)


@pytest.fixture
def medium(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture
def room(qtbot: QtBot, pc: Keeping, agus: Officer) -> Room:
    page, settings = BackupPage(), pc.current_settings()
    presenter = BackupPresenter(page, pc.backups(), settings, pc.background)
    presenter.start(agus)
    return Room(qtbot, shown(qtbot, page), page, presenter, settings)


def test_without_a_folder_it_says_what_that_means(room: Room) -> None:
    room.until_it_says("No folder is chosen")
    assert room.says("No good backup yet")


def test_one_key_backs_up_and_the_backup_stands_in_the_list(room: Room, medium: Path, pc: Keeping) -> None:
    room.choose(medium)
    room.press(Key.Key_F9)
    room.until_it_says("Backed up and verified")
    room.until_it_says("Last good backup: 20 November 2026, 09:00")
    room.qtbot.waitUntil(lambda: room.page.table.row_count() == 1, timeout=5000)
    assert room.page.table.model().index(0, 1).data() == f"{BRANCH} · Loket 1"
    assert len(pc.backups_in(medium)) == 1


def test_a_key_struck_after_a_backup_changes_no_figure(room: Room, medium: Path) -> None:
    room.choose(medium)
    room.page.setFocus()
    room.page.show_busy(True)
    room.page.show_busy(False)
    room.press(Key.Key_7)
    assert (room.page.every.text(), room.page.keep.text()) == ("50", "14")


def test_where_backups_go_is_journalled_without_the_path(room: Room, medium: Path, pc: Keeping) -> None:
    room.choose(medium)
    with pc.file.look() as work:
        [stored] = work.journal.find(JournalWish(actions=frozenset({Action.SETTINGS_CHANGED})), 5)
    assert dict(stored.entry.facts) == {"changed": "backup_folder"}
    assert pc.settings().backup_folder == str(medium)


def test_more_than_a_day_without_a_backup_is_red_and_says_why(room: Room, medium: Path, pc: Keeping) -> None:
    room.choose(medium)
    pc.back_up(None)
    pc.now += timedelta(hours=25)
    room.presenter.refresh()
    room.until_it_says("More than a day without a good backup")


def test_a_medium_that_was_pulled_out_is_told(room: Room, medium: Path) -> None:
    room.choose(medium)
    medium.rmdir()
    room.press(Key.Key_F9)
    room.qtbot.waitUntil(room.page.notice.isVisible, timeout=10000)
    assert not room.page.progress.isVisible()


def test_a_backup_that_is_stopped_leaves_nothing(room: Room, medium: Path, pc: Keeping) -> None:
    room.choose(medium)
    room.press(Key.Key_F9)
    room.page.cancelled.emit()
    room.until_it_says("Stopped. Nothing of it was left behind.")
    assert list(medium.iterdir()) == []


def test_how_far_it_is_stands_beside_the_bar(room: Room) -> None:
    room.page.show_busy(True)
    room.page.show_progress(BackupProgress(BackupStage.VERIFYING, 300_000_000, 800_000_000))
    assert room.says("Opening and comparing the copy")
    assert room.says("300\u00a0MB of 800\u00a0MB")


def test_a_supervisor_backs_up_but_neither_restores_nor_moves_the_folder(room: Room, sri: Officer) -> None:
    room.presenter.start(sri)
    assert room.offers("Back up now")
    assert not room.offers("Restore from a backup …")
    assert not room.offers("New recovery code …")
    assert not room.offers("Choose folder …")


def test_a_figure_out_of_range_stays_as_typed_and_changes_nothing(room: Room) -> None:
    before = room.settings.now
    room.page.every.set_text("0")
    room.page.every.setFocus()
    room.press(Key.Key_Return)
    assert "A figure from 1 to" in room.page.every.message()
    assert room.page.every.text() == "0"
    assert room.settings.now == before


def test_how_often_and_how_many_are_kept(room: Room, pc: Keeping) -> None:
    room.page.every.set_text("25")
    room.page.every.setFocus()
    room.press(Key.Key_Return)
    room.qtbot.waitUntil(lambda: pc.settings().backup_every == 25, timeout=5000)


def test_a_new_code_is_asked_about_first(room: Room) -> None:
    asked: list[bool] = []
    room.presenter.new_code_asked.connect(lambda: asked.append(True))
    [button] = [one for one in room.page.findChildren(ActionButton) if one.text() == "New recovery code …"]
    button.click()
    assert room.says("opens this branch no more")
    room.press(Key.Key_Escape)
    assert asked == []
    assert not room.says("opens this branch no more")


def test_a_refused_change_stands_as_it_did(room: Room, rina: Officer, medium: Path) -> None:
    refused: list[Exception] = []
    room.settings.refused.connect(refused.append)
    room.settings.change(replace(room.settings.now, backup_folder=str(medium)), rina)
    room.qtbot.waitUntil(lambda: bool(refused), timeout=5000)
    assert room.settings.now.backup_folder == ""


def test_everything_that_takes_the_focus_has_a_name(room: Room) -> None:
    assert nameless(room.page) == []
