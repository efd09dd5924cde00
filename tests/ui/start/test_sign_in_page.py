"""A name, a password, Enter: what is typed stays, what is wrong is said beside it."""

from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.accessible import nameless
from ui.start.sign_in_page import SignInPage
from ui.widgets.action_button import ActionButton

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=timezone(timedelta(hours=7)))
NAMES = {11: "Rina Pratiwi", 12: "Budi Santoso", 13: "Ni Luh Sari"}


@pytest.fixture
def page(qtbot: QtBot) -> SignInPage:
    page = SignInPage("Kantor Cabang Contoh", "Loket 3")
    qtbot.addWidget(page)
    page.show_names(NAMES)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    return page


@pytest.fixture
def tried(page: SignInPage) -> list[tuple[int, str]]:
    tried: list[tuple[int, str]] = []
    page.signed_in.connect(lambda officer_id, password: tried.append((officer_id, password)))
    return tried


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def type_in(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def says(page: SignInPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_figure_a_password_and_enter_are_enough(page: SignInPage, tried: list[tuple[int, str]]) -> None:
    press(Qt.Key.Key_2)
    assert "Password of Budi Santoso" in says(page)
    type_in("sembilan kartu")
    press(Qt.Key.Key_Return)
    assert tried == [(12, "sembilan kartu")]


def test_names_are_found_by_arrows_and_by_their_first_letters(
    page: SignInPage, tried: list[tuple[int, str]]
) -> None:
    press(Qt.Key.Key_Down)
    assert page.officers.officer_name() == "Budi Santoso"
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_Enter)
    type_in("x")
    press(Qt.Key.Key_Enter)
    assert tried == [(13, "x")]


def test_a_figure_nobody_has_and_an_empty_password_try_nothing(
    page: SignInPage, tried: list[tuple[int, str]]
) -> None:
    press(Qt.Key.Key_9)
    assert page.officers.hasFocus()
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    assert tried == []


def test_the_arrows_still_walk_from_the_password_and_never_carry_one_to_another_name(
    page: SignInPage, tried: list[tuple[int, str]]
) -> None:
    press(Qt.Key.Key_1)
    type_in("rahasia rina")
    press(Qt.Key.Key_Down)
    assert page.officers.officer_name() == "Budi Santoso"
    assert page.password.text() == ""
    press(Qt.Key.Key_Escape)
    assert page.officers.hasFocus()


def test_a_refused_password_stays_to_be_mended_and_says_what_to_do(page: SignInPage) -> None:
    press(Qt.Key.Key_1)
    type_in("sembilan kertu")
    page.refuse("This password is not right. 3 tries are left.")
    assert page.password.text() == "sembilan kertu"
    assert "3 tries are left" in says(page)
    type_in("sembilan kartu")
    assert page.password.text() == "sembilan kartu", "what was refused is replaced by what is typed"
    assert "3 tries are left" not in says(page)


def test_nothing_is_tried_twice_while_the_first_try_runs(
    page: SignInPage, tried: list[tuple[int, str]]
) -> None:
    press(Qt.Key.Key_1)
    type_in("x")
    page.show_busy(True)
    press(Qt.Key.Key_Return)
    assert tried == []
    page.show_busy(False)
    press(Qt.Key.Key_Return)
    assert tried == [(11, "x")]


def test_who_has_to_wait_sees_for_how_long_and_the_others_come_in(
    page: SignInPage, tried: list[tuple[int, str]]
) -> None:
    press(Qt.Key.Key_1)
    type_in("salah")
    until = NOON + timedelta(seconds=90)
    page.show_locked_out(11, until, NOON)
    assert "Try again at 12:01, in 01:30" in says(page)
    press(Qt.Key.Key_Return)
    assert tried == []
    press(Qt.Key.Key_Down)
    type_in("x")
    press(Qt.Key.Key_Return)
    assert tried == [(12, "x")]
    press(Qt.Key.Key_Up)
    page.show_locked_out(11, until, until)
    assert page.locked_out() == {}
    type_in("y")
    press(Qt.Key.Key_Return)
    assert tried[-1] == (11, "y")


def test_a_locked_counter_says_who_is_at_work_and_asks_for_their_password_first(page: SignInPage) -> None:
    page.show_names(NAMES, 12)
    page.show_counter_locked("Budi Santoso")
    assert "The counter is locked" in says(page)
    assert "Password of Budi Santoso" in says(page)
    page.setFocus()
    assert page.password.editor.hasFocus()


def test_help_says_who_can_help_and_leads_to_the_recovery_code(page: SignInPage, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F1)
    assert "An administrator of the branch gives a new one-time password" in says(page)
    [code] = [
        button for button in page.findChildren(ActionButton) if button.text() == "Enter the recovery code"
    ]
    with qtbot.waitSignal(page.recovery_asked):
        code.setFocus()
        press(Qt.Key.Key_Return)


def test_only_a_demo_branch_tells_its_password(page: SignInPage) -> None:
    assert "loket contoh" not in says(page)
    page.show_sample_password("loket contoh")
    assert "Password of all its officers: loket contoh" in says(page)


def test_nothing_of_a_password_stays_behind(page: SignInPage) -> None:
    press(Qt.Key.Key_1)
    type_in("sembilan kartu")
    page.forget()
    assert page.password.text() == ""


def test_everything_that_takes_the_focus_has_a_name(page: SignInPage) -> None:
    assert nameless(page) == []
