"""Whatever lies in the data folder, somebody is led to a branch that can be signed in to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from app.errors import Problem
from app.ports import VaultState
from app.settings import Settings
from app.trust.restore import NewestGoodBackup
from tests.ui.accessible import nameless
from tests.ui.keeping import BRANCH, COUNTER, PASSWORD, Keeping
from tests.ui.screen_desk import shown
from ui.setup.first_start_page import FirstStartPage
from ui.setup.restore_page import RestorePage
from ui.setup.setup import Setup
from ui.setup.setup_parts import SetupParts
from ui.setup.trouble_page import TroublePage
from ui.widgets.action_button import ActionButton


class Covered(QStackedWidget):
    """Stands for the window that the pages cover."""

    def cover(self, page: QWidget) -> None:
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        page.setFocus()

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.findChildren(QLabel) if label.isVisible())

    def button(self, text: str) -> ActionButton:
        [found] = [one for one in self.findChildren(ActionButton) if one.isVisible() and one.text() == text]
        return found


@pytest.fixture
def covered(qtbot: QtBot) -> Covered:
    covered = Covered()
    covered.window_kept = shown(qtbot, covered)  # type: ignore[attr-defined]
    return covered


@pytest.fixture
def setup_of(covered: Covered) -> Callable[[Keeping], Setup]:
    def setup_of(pc: Keeping) -> Setup:
        parts = SetupParts(
            pc.first_start(),
            pc.restoring(),
            pc.vault.use_previous_slots,
            NewestGoodBackup(pc.shelf),
        )
        return Setup(parts, pc.background, covered.cover, QObject(covered))

    return setup_of


SetupOf = Callable[[Keeping], Setup]


def test_an_empty_folder_begins_with_the_first_start(
    covered: Covered, pc: Keeping, setup_of: SetupOf
) -> None:
    setup_of(pc).begin(pc.vault.state())
    assert isinstance(covered.currentWidget(), FirstStartPage)
    assert covered.says("Welcome to Loket")


def test_from_the_first_start_one_goes_to_a_restore_and_back(
    covered: Covered, pc: Keeping, setup_of: SetupOf, qtbot: QtBot
) -> None:
    setup_of(pc).begin(VaultState.EMPTY)
    QTest.keyClick(covered.window().focusWidget(), Qt.Key.Key_2)
    assert isinstance(covered.currentWidget(), RestorePage)
    QTest.keyClick(covered.window().focusWidget() or covered, Qt.Key.Key_Escape)
    assert isinstance(covered.currentWidget(), FirstStartPage)


def test_a_missing_database_offers_the_newest_good_backup(
    covered: Covered, pc: Keeping, setup_of: SetupOf, qtbot: QtBot, tmp_path: Path
) -> None:
    medium = tmp_path / "usb"
    medium.mkdir()
    Settings(branch=BRANCH, counter=COUNTER, backup_folder=str(medium)).save(pc.paths.settings)
    agus = pc.founded().administrator
    pc.back_up(agus)
    pc.vault.close()
    pc.paths.database.unlink()
    setup_of(pc).begin(pc.vault.state())
    assert isinstance(covered.currentWidget(), TroublePage)
    qtbot.waitUntil(lambda: covered.says(BRANCH), timeout=5000)
    covered.button("Restore from a backup").click()
    assert isinstance(covered.currentWidget(), RestorePage)
    qtbot.waitUntil(lambda: covered.says("Choose a folder") or covered.says("Connect the disk"))


def test_key_slots_that_are_lost_come_back_from_the_copy_before(
    covered: Covered, pc: Keeping, setup_of: SetupOf, qtbot: QtBot
) -> None:
    pc.founded()
    pc.vault.close()
    pc.paths.slots.write_bytes(b"")
    assert pc.vault.state() is VaultState.PREVIOUS_SLOTS
    setup = setup_of(pc)
    setup.begin(pc.vault.state())
    with qtbot.waitSignal(setup.finished, timeout=5000):
        covered.button("Take the copy of the key slots").click()
    assert pc.vault.state() is VaultState.READY
    assert pc.sign_in(1, PASSWORD).officer.id == 1


def test_a_pc_that_lost_its_part_of_the_secret_asks_for_the_code(
    covered: Covered, pc: Keeping, setup_of: SetupOf
) -> None:
    pc.founded()
    setup_of(pc).tell_trouble(Problem.MACHINE_SECRET_MISSING)
    covered.button("Enter the recovery code").click()
    assert isinstance(covered.currentWidget(), RestorePage)
    assert covered.says("Recovery code")


def test_a_branch_from_before_passwords_gets_its_administrator(
    covered: Covered, pc: Keeping, setup_of: SetupOf
) -> None:
    Settings(branch=BRANCH, counter=COUNTER).save(pc.paths.settings)
    setup_of(pc).begin(VaultState.OPEN_KEY_FILE)
    page = covered.currentWidget()
    assert isinstance(page, FirstStartPage)
    assert page.branch.branch.text() == BRANCH
    assert not covered.says("Welcome to Loket")


@pytest.mark.parametrize("problem", [Problem.DATABASE_DAMAGED, Problem.KEY_SLOTS_DAMAGED])
def test_every_trouble_says_what_to_do_next(
    covered: Covered, pc: Keeping, setup_of: SetupOf, problem: Problem
) -> None:
    setup_of(pc).tell_trouble(problem)
    page = covered.currentWidget()
    assert isinstance(page, TroublePage)
    assert nameless(page) == []
    assert covered.button("Restore from a backup").isEnabled()
