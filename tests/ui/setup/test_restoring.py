"""A backup put back: seen before anything is replaced, opened on another PC by the code from the safe."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.cards.number_block import NumberBlock
from app.errors import LoketError, Problem
from app.settings import Settings, SetUp
from app.trust.found_branch import Founded
from app.trust.officer import Officer, Role
from tests.ui.accessible import nameless
from tests.ui.keeping import AGUS, BRANCH, COUNTER, PASSWORD, Keeping
from tests.ui.screen_desk import shown
from ui.setup.restore_page import Place, RestorePage
from ui.setup.restoring import Purpose, Restoring
from ui.widgets.action_button import ActionButton

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NEW = "kereta pagi ke Malang"


def _takes_a_press(button: ActionButton) -> bool:
    return not button.isVisible() or not button.isEnabled() or button.takes(button.key)


@dataclass
class Wizard:
    qtbot: QtBot
    window: QWidget
    page: RestorePage
    presenter: Restoring
    finished: list[Settings]
    told: list[str]

    def press(self, key: Qt.Key, with_key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.waitUntil(lambda: all(map(_takes_a_press, self.window.findChildren(ActionButton))))
        QTest.keyClick(self.window.focusWidget() or self.window, key, with_key)

    def go_on(self) -> None:
        self.press(Key.Key_Return, CTRL)

    def choose_password(self) -> None:
        self.page.access.password.setFocus()
        for _twice in range(2):
            self.type(NEW)
            self.press(Key.Key_Return)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.window.focusWidget(), text)

    def until(self, place: Place) -> None:
        self.qtbot.waitUntil(lambda: self.presenter.place is place, timeout=15000)

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def choose(self, medium: Path) -> None:
        self.page.backups.folder_chosen.emit(medium)
        self.qtbot.waitUntil(lambda: self.page.backups.table.row_count() > 0, timeout=5000)

    def open_by_code(self, medium: Path, code: str) -> None:
        self.choose(medium)
        self.go_on()
        self.until(Place.KEY)
        self.type(code.lower())
        self.go_on()
        self.until(Place.INSIDE)


@pytest.fixture
def medium(tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture
def founded(pc: Keeping, medium: Path) -> Founded:
    """A branch with two officers besides the administrator, and a backup of it."""
    Settings(branch=BRANCH, counter=COUNTER, backup_folder=str(medium)).save(pc.paths.settings)
    founded = pc.founded()
    for name, role in (("Rina Pratiwi", Role.FRONTLINER), ("Sri Wahyuni", Role.SUPERVISOR)):
        pc.hired(name, role, founded.administrator)
    with pc.file.begin() as work:
        work.number_blocks.add(NumberBlock(900_000_001, 900_000_010, 900_000_004))
        work.commit()
    pc.back_up(founded.administrator)
    return founded


@pytest.fixture
def wizard_at(qtbot: QtBot) -> Callable[[Keeping, Purpose, Officer | None], Wizard]:
    def wizard_at(pc: Keeping, purpose: Purpose, by: Officer | None = None) -> Wizard:
        page = RestorePage()
        window = shown(qtbot, page)
        presenter = Restoring(page, pc.restoring(), pc.background)
        finished: list[Settings] = []
        told: list[str] = []
        presenter.finished.connect(finished.append)
        presenter.left.connect(lambda: told.append("left"))
        presenter.replacing.connect(lambda: told.append("replacing"))
        presenter.begin(purpose, by)
        return Wizard(qtbot, window, page, presenter, finished, told)

    return wizard_at


At = Callable[..., Wizard]


def test_another_pc_takes_the_place_of_the_broken_one(
    founded: Founded, other_pc: Keeping, medium: Path, wizard_at: At, saved_papers: Path
) -> None:
    wizard = wizard_at(other_pc, Purpose.RESTORE)
    wizard.open_by_code(medium, founded.recovery_code)
    assert wizard.says("holds no branch yet")
    wizard.go_on()
    wizard.until(Place.BRANCH)
    assert wizard.page.branch.counter.text() == COUNTER
    wizard.go_on()
    wizard.until(Place.ACCESS)
    wizard.choose_password()
    wizard.until(Place.SLIPS)
    slips = wizard.page.slips.rows()
    assert [name for name, _role, _password in slips] == ["Rina Pratiwi", "Sri Wahyuni"]
    wizard.go_on()
    assert wizard.presenter.place is Place.SLIPS
    wizard.press(Key.Key_F8)
    wizard.qtbot.waitUntil(lambda: wizard.says("Saved as"), timeout=5000)
    wizard.go_on()
    wizard.until(Place.DONE)
    wizard.go_on()
    assert wizard.finished[0].branch == BRANCH
    other_pc.vault.close()
    assert other_pc.sign_in(1, NEW).officer.name == AGUS
    assert other_pc.sign_in(2, slips[0][2]).must_change
    with other_pc.file.look() as work:
        peeked = work.number_blocks.peek()
    assert peeked is not None
    assert peeked.text == "00900000004"


def test_a_further_pc_has_its_own_name_and_gives_none_of_the_first_ones_numbers(
    founded: Founded, other_pc: Keeping, medium: Path, wizard_at: At
) -> None:
    wizard = wizard_at(other_pc, Purpose.JOIN)
    wizard.open_by_code(medium, founded.recovery_code)
    wizard.go_on()
    wizard.until(Place.BRANCH)
    wizard.page.branch.counter.set_text(COUNTER)
    wizard.go_on()
    assert "Give this PC another name" in wizard.page.branch.counter.message()
    wizard.page.branch.counter.set_text("Loket 2")
    wizard.go_on()
    wizard.until(Place.ACCESS)
    assert other_pc.settings().set_up is SetUp.JOINING
    wizard.choose_password()
    wizard.until(Place.SLIPS)
    settings = other_pc.settings()
    assert (settings.counter, settings.set_up, settings.backup_folder) == ("Loket 2", SetUp.DONE, "")
    with other_pc.file.begin() as work, pytest.raises(LoketError) as told:
        work.number_blocks.take()
    assert told.value.problem is Problem.NUMBER_BLOCK_EMPTY


def test_a_join_killed_before_the_password_still_leaves_the_numbers(
    founded: Founded, other_pc: Keeping, medium: Path, wizard_at: At
) -> None:
    first = wizard_at(other_pc, Purpose.JOIN)
    first.open_by_code(medium, founded.recovery_code)
    first.go_on()
    first.until(Place.BRANCH)
    first.page.branch.counter.set_text("Loket 2")
    first.go_on()
    first.until(Place.ACCESS)
    wizard = wizard_at(other_pc, Purpose.OPEN_WITH_CODE)
    wizard.type(founded.recovery_code)
    wizard.go_on()
    wizard.until(Place.ACCESS)
    wizard.choose_password()
    wizard.until(Place.SLIPS)
    with other_pc.file.look() as work:
        assert work.number_blocks.level().left == 0


def test_an_older_backup_is_compared_before_it_replaces_and_leaves_a_safety_copy(
    founded: Founded, pc: Keeping, medium: Path, wizard_at: At
) -> None:
    agus = founded.administrator
    pc.hired("Dewi Lestari", Role.SCREENING, agus)
    wizard = wizard_at(pc, Purpose.RESTORE, agus)
    wizard.choose(medium)
    wizard.go_on()
    wizard.until(Place.KEY)
    wizard.page.key.password.setFocus()
    wizard.type(PASSWORD)
    wizard.go_on()
    wizard.until(Place.INSIDE)
    assert wizard.says("Older than what stands on this PC")
    wizard.go_on()
    assert wizard.presenter.place is Place.INSIDE
    assert wizard.told == []
    wizard.press(Key.Key_Space)
    wizard.go_on()
    wizard.until(Place.DONE)
    assert wizard.told == ["replacing"]
    assert list(pc.paths.copies.glob("sebelum-pemulihan-*/loket.db"))
    pc.sign_in(1, PASSWORD)
    with pc.file.look() as work:
        assert [officer.name for officer in work.officers.all()] == [AGUS, "Rina Pratiwi", "Sri Wahyuni"]


def test_a_wrong_code_is_told_beside_it_and_stays(
    founded: Founded, other_pc: Keeping, medium: Path, wizard_at: At
) -> None:
    wizard = wizard_at(other_pc, Purpose.RESTORE)
    wizard.choose(medium)
    wizard.go_on()
    wizard.until(Place.KEY)
    wizard.type("AAAAA")
    wizard.go_on()
    wizard.qtbot.waitUntil(
        lambda: bool(wizard.page.key.code.message()) and wizard.presenter.place is Place.KEY
    )
    wizard.qtbot.waitUntil(lambda: "AAAAA" in wizard.page.key.code.text())
    assert not other_pc.paths.database.exists()


def test_going_back_from_the_first_step_changes_nothing(
    founded: Founded, other_pc: Keeping, medium: Path, wizard_at: At
) -> None:
    wizard = wizard_at(other_pc, Purpose.RESTORE)
    wizard.choose(medium)
    wizard.go_on()
    wizard.until(Place.KEY)
    wizard.press(Key.Key_Escape)
    wizard.until(Place.BACKUPS)
    wizard.press(Key.Key_Escape)
    assert wizard.told == ["left"]
    assert not other_pc.paths.database.exists()


def test_a_pc_without_key_slots_asks_for_the_code_alone(
    founded: Founded, other_pc: Keeping, medium: Path, wizard_at: At
) -> None:
    wizard = wizard_at(other_pc, Purpose.RESTORE)
    wizard.choose(medium)
    assert not wizard.page.notice.isVisible()
    wizard.go_on()
    wizard.until(Place.KEY)
    assert wizard.window.focusWidget() is wizard.page.key.code.editor


def test_a_folder_without_a_backup_leads_nowhere(other_pc: Keeping, tmp_path: Path, wizard_at: At) -> None:
    wizard = wizard_at(other_pc, Purpose.RESTORE)
    empty = tmp_path / "kosong"
    empty.mkdir()
    wizard.page.backups.folder_chosen.emit(empty)
    wizard.go_on()
    assert wizard.presenter.place is Place.BACKUPS
    assert wizard.says("Choose a folder in which a backup lies")


@pytest.mark.parametrize("place", list(Place))
def test_everything_that_takes_the_focus_has_a_name(other_pc: Keeping, wizard_at: At, place: Place) -> None:
    wizard = wizard_at(other_pc, Purpose.JOIN)
    wizard.page.show_place(place, back=True)
    assert nameless(wizard.page) == []
