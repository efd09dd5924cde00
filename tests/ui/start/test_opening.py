"""The officer chooses a name while the database still opens, and is told in words when it cannot."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import Problem, StorageUnavailable, YourEnvironment
from app.trust.officer import Officer, Role
from ui.background import Background
from ui.main_window import MainWindow
from ui.start.choose_officer import ChooseOfficer
from ui.start.opening import Opened, Opening

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=timezone(timedelta(hours=7)))
RINA = Officer("Rina Pratiwi", Role.FRONTLINER, 11)
BUDI = Officer("Budi Santoso", Role.CARD_OPERATOR, 12)
SARI = Officer("Ni Luh Sari", Role.SUPERVISOR, 13)
LONGEST_MS = 10_000


class Morning:
    """A branch whose opening waits until the test lets it go on, and fails as the test wishes."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.stored: tuple[Officer, ...] = (RINA, BUDI)
        self.read_early = True
        self.checked = Event()
        self.key_missing = self.damaged = False
        self.opened, self.seated = 0, list[Officer]()
        self.background = Background()
        self.window = MainWindow(lambda: NOON, "Loket 3")
        self.page = ChooseOfficer("Kantor Cabang Contoh", "Loket 3")
        self.opening = Opening(
            self.window,
            self.page,
            self.background,
            read_names=self._read_names,
            check_file=self._check_file,
            load_parts=lambda: None,
            open_counter=self._open_counter,
        )

    def begin(self) -> None:
        with self.qtbot.waitExposed(self.window):
            self.opening.begin()
        self.window.activateWindow()

    def begin_to_choose(self) -> None:
        with self.qtbot.waitSignal(self.opening.ready, timeout=LONGEST_MS):
            self.begin()

    def press(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)

    def wait_until_seated(self) -> None:
        self.qtbot.waitUntil(lambda: bool(self.seated), timeout=LONGEST_MS)

    def wait_until_told(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.page.notice.text(), timeout=LONGEST_MS)

    def wait_until_quiet(self) -> None:
        self.qtbot.waitUntil(lambda: not self.background.busy, timeout=LONGEST_MS)

    def _read_names(self) -> tuple[Officer, ...]:
        if self.key_missing:
            raise YourEnvironment(Problem.KEY_MISSING, file="loket.key")
        return (RINA, BUDI) if self.read_early else ()

    def _check_file(self) -> None:
        self.checked.wait(LONGEST_MS / 1000)
        if self.damaged:
            raise StorageUnavailable(Problem.DATABASE_DAMAGED)

    def _open_counter(self) -> Opened:
        self.opened += 1
        by_id = {officer.id: officer for officer in self.stored}
        return Opened(self.stored, by_id.__getitem__, lambda: self.seated.append)


@pytest.fixture
def morning(qtbot: QtBot) -> Iterator[Morning]:
    morning = Morning(qtbot)
    qtbot.addWidget(morning.window)
    yield morning
    morning.checked.set()
    morning.background.drain()


def test_a_name_chosen_while_the_database_opens_is_kept_until_it_is_open(morning: Morning) -> None:
    morning.begin_to_choose()
    morning.press(Qt.Key.Key_2)
    assert (morning.opened, morning.seated) == (0, [])
    morning.checked.set()
    morning.wait_until_seated()
    assert morning.seated == [BUDI]


def test_while_it_opens_a_second_name_cannot_be_chosen(morning: Morning) -> None:
    morning.begin_to_choose()
    morning.press(Qt.Key.Key_2)
    QTest.keyClick(morning.page, Qt.Key.Key_1)
    morning.checked.set()
    morning.wait_until_seated()
    morning.wait_until_quiet()
    assert morning.seated == [BUDI]


def test_an_open_counter_takes_the_officer_who_comes_later(morning: Morning) -> None:
    morning.checked.set()
    morning.begin_to_choose()
    morning.wait_until_quiet()
    assert (morning.opened, morning.seated) == (1, [])
    morning.press(Qt.Key.Key_1)
    morning.wait_until_seated()
    assert (morning.opened, morning.seated) == (1, [RINA])


def test_the_names_of_a_new_branch_come_once_it_is_made(morning: Morning) -> None:
    morning.read_early = False
    morning.checked.set()
    morning.begin_to_choose()
    morning.press(Qt.Key.Key_2)
    morning.wait_until_seated()
    assert morning.seated == [BUDI]


def test_names_that_changed_in_the_opening_are_shown_anew(morning: Morning) -> None:
    morning.stored = (SARI, RINA)
    morning.begin_to_choose()
    with morning.qtbot.waitSignal(morning.opening.ready, timeout=LONGEST_MS):
        morning.checked.set()
    morning.press(Qt.Key.Key_1)
    morning.wait_until_seated()
    assert morning.seated == [SARI]


def test_a_damaged_file_is_told_and_never_opened_for_work(morning: Morning) -> None:
    morning.damaged = True
    morning.checked.set()
    morning.begin_to_choose()
    morning.wait_until_told("call the administrator")
    morning.wait_until_quiet()
    assert morning.opened == 0


def test_choosing_a_name_again_tries_again(morning: Morning) -> None:
    morning.damaged = True
    morning.checked.set()
    morning.begin_to_choose()
    morning.wait_until_told("The database is damaged")
    morning.damaged = False
    morning.press(Qt.Key.Key_1)
    morning.wait_until_seated()
    assert morning.seated == [RINA]
    assert not morning.page.notice.isVisible()


def test_a_missing_key_is_told_with_the_next_step_and_nobody_can_start(morning: Morning) -> None:
    morning.key_missing = True
    morning.begin()
    morning.wait_until_told("Put the key file back beside the database: loket.key")
    QTest.keyClick(morning.page, Qt.Key.Key_Return)
    morning.wait_until_quiet()
    assert (morning.opened, morning.seated) == (0, [])
