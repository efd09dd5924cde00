"""The first start with keys alone: a branch that can be signed in to, its code on paper, its first backup."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.errors import LoketError, Problem
from app.ports import VaultState
from app.settings import Settings, SetUp
from tests.ui.accessible import nameless
from tests.ui.keeping import AGUS, BRANCH, COUNTER, PASSWORD, Keeping
from tests.ui.screen_desk import shown
from ui.setup.first_start import FirstStart
from ui.setup.first_start_page import FirstStartPage, Place
from ui.widgets.action_button import ActionButton

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def _takes_a_press(button: ActionButton) -> bool:
    """Or cannot be pressed at all: two presses that follow at once would count as one."""
    return not button.isVisible() or not button.isEnabled() or button.takes(button.key)


@dataclass
class Start:
    qtbot: QtBot
    window: QWidget
    page: FirstStartPage
    presenter: FirstStart
    finished: list[Settings]

    def press(self, key: Qt.Key, with_key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.waitUntil(lambda: all(map(_takes_a_press, self.window.findChildren(ActionButton))))
        QTest.keyClick(self.window.focusWidget() or self.window, key, with_key)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.window.focusWidget(), text)

    def go_on(self) -> None:
        self.press(Key.Key_Return, CTRL)

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def until(self, place: Place) -> None:
        self.qtbot.waitUntil(lambda: self.presenter.place is place, timeout=5000)

    def name_the_branch(self) -> None:
        self.press(Key.Key_1)
        self.type(BRANCH)
        self.press(Key.Key_Return)
        QTest.keyClick(self.window.focusWidget(), Key.Key_A, CTRL)
        self.type(COUNTER)
        self.press(Key.Key_Return)
        self.until(Place.ADMINISTRATOR)

    def found(self) -> list[str]:
        """Up to the recovery code; gives its groups as the page shows them."""
        self.name_the_branch()
        for text in (AGUS, PASSWORD, PASSWORD):
            self.type(text)
            self.press(Key.Key_Return)
        self.until(Place.RECOVERY)
        return self.shown_groups()

    def shown_groups(self) -> list[str]:
        return self.page.recovery.groups()

    def put_on_paper(self) -> None:
        self.press(Key.Key_F8)
        self.qtbot.waitUntil(lambda: self.says("Saved as"), timeout=5000)

    def read_back_after(self, groups: list[str]) -> None:
        self.put_on_paper()
        self.read_back(groups)
        self.until(Place.BACKUP)

    def read_back(self, groups: list[str]) -> None:
        self.go_on()
        self.until(Place.CONFIRM)
        for place in self.page.confirm.asked:
            self.type(groups[place].lower())
            self.press(Key.Key_Return)


@pytest.fixture
def start_at(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[[Keeping], Start]:
    def start_at(pc: Keeping) -> Start:
        page = FirstStartPage()
        window = shown(qtbot, page)
        presenter = FirstStart(page, pc.first_start(), pc.background)
        finished: list[Settings] = []
        presenter.finished.connect(finished.append)
        presenter.begin()
        return Start(qtbot, window, page, presenter, finished)

    return start_at


@pytest.fixture
def start(pc: Keeping, start_at: Callable[[Keeping], Start]) -> Start:
    return start_at(pc)


def test_a_branch_is_founded_with_keys_alone(
    start: Start, pc: Keeping, saved_papers: Path, tmp_path: Path
) -> None:
    medium = tmp_path / "usb"
    medium.mkdir()
    groups = start.found()
    start.put_on_paper()
    start.read_back(groups)
    start.until(Place.BACKUP)
    start.page.backup.folder_chosen.emit(medium)
    start.qtbot.waitUntil(lambda: start.says(str(medium)) or "usb" in start.page.backup.folder.text())
    start.go_on()
    start.qtbot.waitUntil(lambda: start.says("made and verified"), timeout=10000)
    start.go_on()
    start.until(Place.PRINTER)
    start.go_on()
    start.until(Place.DONE)
    assert start.says(AGUS)
    assert start.says(BRANCH)
    start.go_on()
    [settings] = start.finished
    assert (settings.branch, settings.counter, settings.backup_folder) == (BRANCH, COUNTER, str(medium))
    assert settings == pc.settings()
    assert settings.set_up is SetUp.DONE
    assert pc.backups_in(medium)[0].manifest is not None
    pc.vault.close()
    assert pc.sign_in(1, PASSWORD).officer.name == AGUS
    assert not start.shown_groups()


def test_the_paper_in_the_safe_opens_the_branch(start: Start, pc: Keeping, saved_papers: Path) -> None:
    groups = start.found()
    start.put_on_paper()
    [page] = pypdfium2.PdfDocument(saved_papers / "kode-pemulihan.pdf")
    text = page.get_textpage().get_text_bounded()
    assert all(group in text for group in groups)
    assert pc.vault.database_id in text
    pc.vault.close()
    pc.vault.open_with_recovery_code("-".join(groups))
    assert pc.vault.is_open


def test_nothing_is_founded_with_a_password_the_rules_refuse(start: Start, pc: Keeping) -> None:
    start.name_the_branch()
    for text in (AGUS, "gresik loket", "gresik loket"):
        start.type(text)
        start.press(Key.Key_Return)
    assert start.presenter.place is Place.ADMINISTRATOR
    assert pc.vault.state() is VaultState.EMPTY
    assert start.page.administrator.password.first.message()


def test_two_different_passwords_are_told_and_stay(start: Start, pc: Keeping) -> None:
    start.name_the_branch()
    for text in (AGUS, PASSWORD, PASSWORD + "!"):
        start.type(text)
        start.press(Key.Key_Return)
    assert "not the same" in start.page.administrator.password.again.message()
    assert start.page.administrator.password.first.text() == PASSWORD
    assert pc.vault.state() is VaultState.EMPTY


def test_going_back_loses_nothing_that_was_typed(start: Start) -> None:
    start.name_the_branch()
    start.type(AGUS)
    start.press(Key.Key_Escape)
    start.until(Place.BRANCH)
    assert start.page.branch.branch.text() == BRANCH
    start.press(Key.Key_Escape)
    start.until(Place.WAY)
    start.press(Key.Key_Escape)
    assert start.presenter.place is Place.WAY
    start.press(Key.Key_1)
    start.go_on()
    start.until(Place.ADMINISTRATOR)
    assert start.page.administrator.name.text() == AGUS


def test_a_branch_without_a_name_is_told_beside_the_field(start: Start) -> None:
    start.press(Key.Key_1)
    start.go_on()
    assert start.page.branch.branch.message() == "Still empty"
    assert start.presenter.place is Place.BRANCH


def test_nobody_goes_on_before_the_code_is_on_paper(start: Start) -> None:
    start.found()
    start.go_on()
    assert start.says("Print the code or save it")
    assert start.presenter.place is Place.RECOVERY


def test_a_group_misread_from_the_paper_is_told(start: Start, saved_papers: Path) -> None:
    groups = start.found()
    start.put_on_paper()
    start.read_back(["AAAAA"] * len(groups))
    assert start.presenter.place is Place.CONFIRM
    assert start.says("not what the paper should say")
    start.press(Key.Key_Escape)
    start.until(Place.RECOVERY)
    assert start.shown_groups() == groups


def test_the_paper_is_not_left_beside_the_data(
    start: Start, pc: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = pc.paths.base / "surat" / "kode.pdf"
    monkeypatch.setattr(
        "ui.paper_out.choose_new_file", lambda _page, _title, _start, _kind, then: then(inside)
    )
    start.found()
    start.press(Key.Key_F8)
    start.qtbot.waitUntil(lambda: start.says("Not into the folder of the data"))
    assert not inside.exists()
    start.go_on()
    assert start.presenter.place is Place.RECOVERY


def test_killed_at_the_code_the_next_start_makes_another_and_the_first_opens_nothing(
    start: Start, pc: Keeping, start_at: Callable[[Keeping], Start], saved_papers: Path
) -> None:
    lost = start.found()
    assert pc.settings().set_up is SetUp.CODE_NOT_KEPT
    pc.vault.close()
    again = start_at(pc)
    agus = pc.sign_in(1, PASSWORD).officer
    again.presenter.resume(agus)
    again.until(Place.RECOVERY)
    assert again.says("This is a new code")
    groups = again.shown_groups()
    again.put_on_paper()
    again.read_back(groups)
    again.until(Place.BACKUP)
    assert pc.settings().set_up is SetUp.DONE
    pc.vault.close()
    with pytest.raises(LoketError) as told:
        pc.vault.open_with_recovery_code("-".join(lost))
    assert told.value.problem is Problem.RECOVERY_CODE_WRONG
    pc.vault.open_with_recovery_code("-".join(groups))


def test_a_new_code_is_all_that_is_asked_of_a_branch_long_set_up(
    pc: Keeping, start_at: Callable[[Keeping], Start], saved_papers: Path
) -> None:
    agus = pc.founded().administrator
    start = start_at(pc)
    start.presenter.renew_code(agus)
    start.until(Place.RECOVERY)
    groups = start.shown_groups()
    start.put_on_paper()
    start.read_back(groups)
    start.qtbot.waitUntil(lambda: bool(start.finished))
    assert pc.settings().set_up is SetUp.DONE


def test_names_settled_before_a_crash_are_there_again(
    start: Start, pc: Keeping, start_at: Callable[[Keeping], Start]
) -> None:
    start.name_the_branch()
    again = start_at(pc)
    again.press(Key.Key_1)
    assert again.page.branch.branch.text() == BRANCH


def test_a_folder_that_takes_no_backup_is_told_and_can_be_left_out(
    start: Start, pc: Keeping, saved_papers: Path, tmp_path: Path
) -> None:
    start.read_back_after(start.found())
    gone = tmp_path / "pulled out"
    start.page.backup.folder_chosen.emit(gone)
    start.qtbot.waitUntil(lambda: "pulled out" in start.page.backup.folder.text())
    start.go_on()
    start.qtbot.waitUntil(lambda: start.says("Without a backup"), timeout=10000)
    assert start.page.notice.isVisible()
    start.go_on()
    start.until(Place.PRINTER)
    assert pc.settings().backup_folder == ""


@pytest.mark.parametrize("place", list(Place))
def test_everything_that_takes_the_focus_has_a_name(start: Start, place: Place) -> None:
    start.page.show_place(place, back=True)
    assert nameless(start.page) == []
