"""The officers' room: who comes gets a one-time password, who goes takes no key along, one keeper stays."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.errors import LoketError, Problem
from app.trust.officer import Officer, Role
from tests.ui.accessible import nameless
from tests.ui.keeping import PASSWORD, Keeping
from tests.ui.screen_desk import shown
from ui.trust.officers_page import OfficersPage
from ui.trust.officers_presenter import OfficersPresenter
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field

Key = Qt.Key


@dataclass
class Room:
    qtbot: QtBot
    window: QWidget
    page: OfficersPage
    presenter: OfficersPresenter
    told: list[str]

    def names(self) -> list[str]:
        model = self.page.table.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def cell(self, name: str, column: int) -> str:
        return str(self.page.table.model().index(self.names().index(name), column).data())

    def until_shown(self, *names: str) -> None:
        self.qtbot.waitUntil(lambda: self.names() == list(names), timeout=5000)

    def choose(self, name: str) -> None:
        self.page.table.selectRow(self.names().index(name))

    def button(self, text: str) -> QPushButton:
        [found] = [
            one for one in self.page.findChildren(ActionButton) if one.text() == text and one.isVisible()
        ]
        return found

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def add(self, name: str) -> None:
        [field] = [one for one in self._fields() if one.text() == ""]
        field.setFocus()
        QTest.keyClicks(self.window.focusWidget(), name)
        self.button("Add").click()

    def _fields(self) -> list[Field]:
        return [field for field in self.page.findChildren(Field) if isinstance(field.editor, QLineEdit)]

    def given(self) -> str:
        """The one-time password as it stands on the page."""
        self.qtbot.waitUntil(self.page.password.isVisible, timeout=5000)
        [label] = [one for one in self.page.password.findChildren(QLabel) if one.text().count("-") == 4]
        return label.text()


@pytest.fixture
def room(qtbot: QtBot, pc: Keeping, agus: Officer) -> Room:
    page = OfficersPage()
    presenter = OfficersPresenter(page, pc.officers(), pc.background)
    told: list[str] = []
    presenter.rekeying.connect(lambda: told.append("rekeying"))
    presenter.rekeyed.connect(told.append)
    presenter.start(agus)
    window = shown(qtbot, page)
    made = Room(qtbot, window, page, presenter, told)
    made.qtbot.waitUntil(lambda: bool(made.names()), timeout=5000)
    return made


def test_a_new_officer_comes_in_with_the_password_shown_once(room: Room, pc: Keeping) -> None:
    room.add("Nova Anggraini")
    password = room.given()
    room.until_shown("Agus Wijaya", "Nova Anggraini")
    assert room.cell("Nova Anggraini", 3) == "One-time password"
    room.button("Handed over").click()
    assert not room.says(password)
    assert pc.sign_in(2, password).must_change


def test_the_slip_bears_name_role_and_password(room: Room, saved_papers: Path) -> None:
    room.add("Nova Anggraini")
    password = room.given()
    room.button("Save as PDF …").click()
    room.qtbot.waitUntil(lambda: room.says("Saved as"), timeout=5000)
    [page] = pypdfium2.PdfDocument(saved_papers / "kata-sandi-sekali-pakai.pdf")
    text = page.get_textpage().get_text_bounded()
    assert password in text
    assert "Nova Anggraini" in text
    assert "Petugas loket" in text


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there; the folder's own rights hold")
def test_a_saved_slip_is_read_by_nobody_else_on_the_pc(room: Room, saved_papers: Path) -> None:
    room.add("Nova Anggraini")
    room.given()
    room.button("Save as PDF …").click()
    room.qtbot.waitUntil(lambda: room.says("Saved as"), timeout=5000)
    assert (saved_papers / "kata-sandi-sekali-pakai.pdf").stat().st_mode & 0o777 == 0o600


def test_a_slip_that_is_drawn_after_the_counter_was_locked_asks_nobody_where_it_goes(
    room: Room, saved_papers: Path
) -> None:
    room.add("Nova Anggraini")
    room.given()
    room.button("Save as PDF …").click()
    room.window.hide()
    room.presenter._background.drain()
    room.qtbot.waitUntil(lambda: not room.presenter._background.busy, timeout=5000)
    assert not saved_papers.exists()


def test_a_copied_password_is_not_pasted_behind_the_lock(room: Room) -> None:
    room.add("Nova Anggraini")
    password = room.given()
    room.button("Copy").click()
    assert QGuiApplication.clipboard().text() == password
    room.page.hide()
    assert QGuiApplication.clipboard().text() == ""


def test_a_copied_password_does_not_stay_in_the_clipboard(room: Room) -> None:
    room.add("Nova Anggraini")
    password = room.given()
    room.button("Copy").click()
    assert QGuiApplication.clipboard().text() == password
    room.button("Handed over").click()
    assert QGuiApplication.clipboard().text() == ""


def test_the_next_officer_at_the_counter_sees_nothing_of_the_password(room: Room, agus: Officer) -> None:
    room.add("Nova Anggraini")
    password = room.given()
    room.presenter.start(agus)
    assert not room.says(password)


def test_a_name_that_is_taken_is_told_beside_it_and_stays(rina: Officer, room: Room) -> None:
    room.add("rina pratiwi")
    room.qtbot.waitUntil(lambda: room.says("Another officer is called"), timeout=5000)
    assert "rina pratiwi" in [field.text() for field in room._fields()]
    assert room.names() == ["Agus Wijaya", "Rina Pratiwi"]


def test_name_and_role_are_changed_together(rina: Officer, room: Room, pc: Keeping) -> None:
    room.choose("Rina Pratiwi")
    room.page.renamed.emit(rina.id, "Rina Pratiwi Sari")
    room.until_shown("Agus Wijaya", "Rina Pratiwi Sari")
    room.page.role_changed.emit(rina.id, Role.CARD_OPERATOR)
    room.qtbot.waitUntil(lambda: room.cell("Rina Pratiwi Sari", 1) == "Card operator", timeout=5000)
    assert [slot.name for slot in pc.vault.slots()] == ["Agus Wijaya", "Rina Pratiwi Sari"]


def test_after_saving_the_cursor_is_not_left_on_the_reset_of_a_password(
    rina: Officer, room: Room, pc: Keeping
) -> None:
    room.choose("Rina Pratiwi")
    save = room.button("Save")
    [field] = [one for one in room._fields() if one.text() == "Rina Pratiwi"]
    field.setFocus()
    QTest.keyClicks(room.window.focusWidget(), "X")
    save.setFocus()
    QTest.keyClick(save, Key.Key_Return)
    room.qtbot.waitUntil(lambda: not save.isEnabled(), timeout=5000)
    assert room.window.focusWidget() is not room.button("Reset password")


def test_the_next_officer_is_not_given_the_role_of_the_one_before(room: Room) -> None:
    role = room.page._add.findChildren(Choice)[0]
    role.set_code(Role.ADMINISTRATOR.value)
    room.add("Nova Anggraini")
    room.given()
    assert role.code() == Role.FRONTLINER.value


def test_whoever_forgot_theirs_gets_another_one_time_password(rina: Officer, room: Room, pc: Keeping) -> None:
    room.choose("Rina Pratiwi")
    room.button("Reset password").click()
    assert pc.sign_in(rina.id, room.given()).must_change


def test_a_removal_is_asked_about_and_gives_the_database_a_new_key(
    rina: Officer, room: Room, pc: Keeping
) -> None:
    before = pc.paths.database.read_bytes()[:16]
    room.choose("Rina Pratiwi")
    room.button("Remove …").click()
    assert room.told == []
    room.button("Yes, remove").click()
    room.qtbot.waitUntil(lambda: len(room.told) == 2, timeout=10000)
    assert room.told == ["rekeying", "The officer is removed, and the database has a new key."]
    assert pc.paths.database.read_bytes()[:16] != before
    room.until_shown("Agus Wijaya")
    assert pc.sign_in(1, PASSWORD).officer.name == "Agus Wijaya"


def test_a_new_key_that_is_put_off_is_asked_for_again(rina: Officer, room: Room, pc: Keeping) -> None:
    room.choose("Rina Pratiwi")
    room.button("Remove …").click()
    room.presenter.rekeying.connect(room.page.put_off)
    room.button("Yes, remove").click()
    room.qtbot.waitUntil(lambda: len(room.told) == 2, timeout=10000)
    assert room.told == ["rekeying", ""]
    room.qtbot.waitUntil(lambda: room.says("The database still has the old key"), timeout=5000)
    room.until_shown("Agus Wijaya")
    assert pc.vault.rekey_due
    room.presenter.rekeying.disconnect(room.page.put_off)
    room.button("Give it a new key").click()
    room.qtbot.waitUntil(lambda: len(room.told) == 4, timeout=10000)
    assert not pc.vault.rekey_due


def test_keeping_changes_nothing(rina: Officer, room: Room) -> None:
    room.choose("Rina Pratiwi")
    room.button("Remove …").click()
    QTest.keyClick(room.window.focusWidget(), Key.Key_Escape)
    assert not room.says("Remove Rina Pratiwi?")
    assert room.told == []


def test_the_only_administrator_cannot_be_removed_and_is_told_why(room: Room) -> None:
    room.choose("Agus Wijaya")
    assert not room.button("Remove …").isEnabled()
    assert room.says("The only administrator")


def test_another_administrator_may_be_removed_but_not_oneself(room: Room, pc: Keeping, agus: Officer) -> None:
    pc.hired("Wayan Sudana", Role.ADMINISTRATOR, agus)
    room.presenter.refresh()
    room.until_shown("Agus Wijaya", "Wayan Sudana")
    room.choose("Wayan Sudana")
    assert room.button("Remove …").isEnabled()
    room.choose("Agus Wijaya")
    assert not room.button("Remove …").isEnabled()
    assert room.says("another administrator's to decide")


def test_the_last_sign_in_stands_beside_the_name(rina: Officer, room: Room) -> None:
    room.qtbot.waitUntil(lambda: "Agus Wijaya" in room.names())
    assert room.cell("Agus Wijaya", 2).startswith("20-11-2026")
    assert room.cell("Agus Wijaya", 3) == "Signed in now"


def test_a_role_that_may_not_keep_officers_is_refused_by_the_use_case(
    pc: Keeping, room: Room, agus: Officer
) -> None:
    with pytest.raises(LoketError) as told:
        pc.officers().see(replace(agus, role=Role.SUPERVISOR))
    assert told.value.problem is Problem.NOT_ALLOWED


def test_everything_that_takes_the_focus_has_a_name(room: Room) -> None:
    assert nameless(room.page) == []
