"""A setting counts at once, can be taken back, and never leaves a desk without a name."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ports import PrinterName
from app.settings import Look, Settings
from tests.ui.accessible import nameless
from ui.settings.settings_page import SettingsPage
from ui.widgets.action_button import ActionButton

PDF, EVOLIS = PrinterName("pdf_file:", "PDF file"), PrinterName("cups:evolis", "Evolis Primacy 2")


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(Settings(), [PDF, EVOLIS], Path("keluaran"))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


@pytest.fixture
def saved(page: SettingsPage) -> list[Settings]:
    saved: list[Settings] = []
    page.changed.connect(saved.append)
    return saved


def test_dark_is_one_letter_away_and_can_be_taken_back(page: SettingsPage, saved: list[Settings]) -> None:
    page.look.setFocus()
    QTest.keyClicks(page.look.editor, "d")
    assert saved == [Settings(look=Look.DARK)]
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert saved[-1] == Settings()
    assert page.look.text() == "light"


def test_a_printer_is_kept_by_its_address(page: SettingsPage, saved: list[Settings]) -> None:
    page.printer.setFocus()
    QTest.keyClicks(page.printer.editor, "e")
    assert saved == [Settings(printer="cups:evolis")]


def test_a_printer_that_is_switched_off_stays_chosen(page: SettingsPage) -> None:
    page.show_settings(Settings(printer="cups:evolis"))
    page.show_printers([PDF])
    assert page.printer.text() == "cups:evolis"


def test_the_branch_is_renamed_when_the_focus_leaves(page: SettingsPage, saved: list[Settings]) -> None:
    page.branch.set_text("  Kantor   Cabang Gresik ")
    page.branch.setFocus()
    assert saved == []
    QTest.keyClick(page.branch.editor, Qt.Key.Key_Tab)
    assert saved == [Settings(branch="Kantor Cabang Gresik")]


def test_a_branch_without_a_name_is_told_beside_the_field(page: SettingsPage, saved: list[Settings]) -> None:
    page.branch.set_text("")
    page.branch.setFocus()
    QTest.keyClick(page.branch.editor, Qt.Key.Key_Return)
    assert saved == []
    assert page.branch.message() == "Still empty"


def test_the_counter_keeps_the_name_its_blanks_and_cards_belong_to(page: SettingsPage) -> None:
    QTest.keyClicks(page.counter.editor, "7")
    assert page.counter.text() == Settings().counter


def test_leaving_a_field_as_it_was_saves_nothing(page: SettingsPage, saved: list[Settings]) -> None:
    page.branch.setFocus()
    QTest.keyClick(page.branch.editor, Qt.Key.Key_Tab)
    assert saved == []
    assert not page.notice.isVisible()


def test_everything_that_takes_the_focus_has_a_name(page: SettingsPage) -> None:
    assert nameless(page) == []


def test_who_may_not_change_the_branch_still_chooses_how_the_screen_looks(page: SettingsPage) -> None:
    page.offer_branch(False)
    branch = (page.printer, page.branch, page.idle, page.standard, page.same_company)
    assert not any(field.editor.isEnabled() for field in branch)
    assert all(field.editor.isEnabled() for field in (page.language, page.look, page.text_size))
    page.offer_branch(True)
    assert all(field.editor.isEnabled() for field in branch)


def test_the_counter_locks_itself_after_as_many_minutes_as_are_typed(
    page: SettingsPage, saved: list[Settings]
) -> None:
    page.idle.set_text("3")
    page.idle.setFocus()
    QTest.keyClick(page.idle.editor, Qt.Key.Key_Return)
    assert saved == [Settings(idle_minutes=3)]


@pytest.mark.parametrize("typed", ["0", "61", "lima", "", "1.5"])
def test_a_figure_that_cannot_be_meant_stays_as_typed_and_changes_nothing(
    page: SettingsPage, saved: list[Settings], typed: str
) -> None:
    page.idle.editor.setText(typed)  # type: ignore[union-attr]
    page.idle.setFocus()
    QTest.keyClick(page.idle.editor, Qt.Key.Key_Return)
    assert saved == []
    assert "from 1 to 60" in page.idle.message()
    assert page.idle.text() == typed[:3]


def test_ones_own_password_is_changed_from_here(qtbot: QtBot, page: SettingsPage) -> None:
    [button] = [one for one in page.findChildren(ActionButton) if one.text() == "Change my password …"]
    with qtbot.waitSignal(page.password_asked):
        button.click()
