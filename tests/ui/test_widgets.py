"""The parts of every page behave as hands and eyes expect."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.findings import Severity
from tests.ui.accessible import nameless
from ui.formats import tidy_date
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.card_view import CardView
from ui.widgets.choice import Choice
from ui.widgets.facts import Fact, Facts
from ui.widgets.field import Field, enter_moves_on
from ui.widgets.finding_row import FindingRow
from ui.widgets.key_cap import key_text
from ui.widgets.label import Elided, Label
from ui.widgets.line import Line
from ui.widgets.notice import Notice
from ui.widgets.password_field import PasswordField
from ui.widgets.stepper import Stepper
from ui.widgets.suggest import Suggest
from ui.widgets.table import Cell, Column, Table
from ui.widgets.tick import Tick

Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Puts widgets under each other in a window that is really shown and active."""

    kept: list[QWidget] = []

    def shown(*widgets: QWidget) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        kept.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return shown


# fields


def test_a_finding_beside_a_field_never_touches_what_was_typed(show: Show) -> None:
    field = Field("Birth date", hint="from the NIK")
    show(field)
    QTest.keyClicks(field.editor, "16081992")
    field.show_finding(Severity.WARN, "NIK says 15-08-1992")
    assert (field.text(), field.message()) == ("16081992", "NIK says 15-08-1992")
    assert field.editor.accessibleDescription() == "NIK says 15-08-1992"
    field.clear_finding()
    assert (field.text(), field.message()) == ("16081992", "from the NIK")


def test_a_date_is_tidied_when_the_focus_leaves_and_not_before(show: Show) -> None:
    date, other = Field("Birth date", tidy=tidy_date), Field("Name")
    show(date, other)
    date.setFocus()
    QTest.keyClicks(date.editor, "16081992")
    assert date.text() == "16081992"
    QTest.keyClick(date.editor, Qt.Key.Key_Tab)
    assert date.text() == "16-08-1992"


def test_only_a_hand_counts_as_editing(show: Show) -> None:
    heard: list[str] = []
    field, choice = Field("Name"), Choice("Sex")
    choice.offer([("f", "Female"), ("m", "Male")])
    sex = Field("Sex", choice)
    for each in (field, sex):
        each.edited.connect(heard.append)
    show(field, sex)
    field.set_text("SITI")
    sex.set_text("f")
    assert heard == []
    QTest.keyClicks(field.editor, "A")
    QTest.keyClicks(choice, "m")
    assert heard[-1] == "m"
    assert sex.text() == "m"


def test_enter_walks_the_paper_and_ends_in_the_primary_action(show: Show) -> None:
    done: list[str] = []
    first, locked, last = Field("First"), Field("Locked"), Field("Last")
    locked.editor.setEnabled(False)
    show(first, locked, last)
    enter_moves_on([first, locked, last], lambda: done.append("submitted"))
    first.setFocus()
    QTest.keyClick(first.editor, Qt.Key.Key_Return)
    assert last.editor.hasFocus()
    QTest.keyClick(last.editor, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert done == ["submitted"]


def test_a_long_message_below_a_narrow_field_is_read_whole(show: Show) -> None:
    field = Field("NIK")
    field.setFixedWidth(150)
    window = show(field)
    words = "NIK has 15 digits instead of 16. Read it again from the KTP, digit by digit."
    field.show_finding(Severity.BLOCK, words)
    window.resize(200, 400)
    QApplication.processEvents()
    [line] = [label for label in field.findChildren(Label) if label.text() == words]
    assert line.heightForWidth(line.width()) > 3 * line.fontMetrics().height()
    assert line.height() >= line.heightForWidth(line.width())


def test_a_shown_field_can_be_read_but_not_typed_into(show: Show) -> None:
    field = Field.fixed("Segment")
    field.set_text("PU")
    show(field)
    QTest.keyClicks(field.editor, "X")
    assert field.text() == "PU"
    assert field.editor.focusPolicy() is Qt.FocusPolicy.ClickFocus


def test_a_line_leaves_the_programs_keys_to_the_program(show: Show) -> None:
    line = Line()
    show(line)
    line.setText("PT SUMBER REJEKI")
    for key in (Qt.Key.Key_K, Qt.Key.Key_U, Qt.Key.Key_E):
        pressed = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        pressed.accept()
        line.event(pressed)
        assert not pressed.isAccepted()
    copied = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied.ignore()
    line.event(copied)
    assert copied.isAccepted()


def test_a_choice_keeps_its_code_when_the_list_changes(show: Show) -> None:
    choice = Choice("Company")
    choice.offer([("", "—"), ("a", "Alfa"), ("b", "Beta")])
    choice.set_code("b")
    choice.offer([("b", "Beta Jaya"), ("c", "Cita")])
    assert choice.code() == "b"
    choice.offer([("c", "Cita")])
    assert choice.code() == ""


# suggestions


def test_suggestions_are_asked_once_the_typing_pauses(show: Show, qtbot: QtBot) -> None:
    line = Suggest("Company")
    show(line)
    line.setFocus()
    asked: list[str] = []
    line.asked.connect(asked.append)
    QTest.keyClicks(line, "sumber")
    qtbot.waitUntil(lambda: asked == ["sumber"])


def test_enter_takes_the_first_suggestion(show: Show, qtbot: QtBot) -> None:
    line = Suggest("Company")
    show(line)
    line.setFocus()
    with qtbot.waitSignal(line.asked):
        QTest.keyClicks(line, "sum")
    line.offer([("13007478", "13007478 · PT Sumber Rejeki"), ("1", "Other")], asked="sum")
    with qtbot.waitSignal(line.picked) as picked:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert picked.args == ["13007478"]
    assert line.text() == "13007478 · PT Sumber Rejeki"
    QTest.keyClicks(line, "x")
    assert line.code() == ""


def test_the_second_suggestion_is_one_arrow_away(show: Show, qtbot: QtBot) -> None:
    line = Suggest("Company")
    show(line)
    line.setFocus()
    with qtbot.waitSignal(line.asked):
        QTest.keyClicks(line, "s")
    line.offer([("1", "One"), ("2", "Two")], asked="s")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    with qtbot.waitSignal(line.picked) as picked:
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(popup, key)
    assert picked.args == ["2"]


def test_enter_leaves_free_text_as_it_was_typed(show: Show, qtbot: QtBot) -> None:
    line = Suggest("Company", free_text=True)
    field = Field("Company", line)
    show(field)
    line.setFocus()
    with qtbot.waitSignal(line.asked):
        QTest.keyClicks(line, "sum")
    line.offer([("1", "Sumber Rejeki")], asked="sum")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    with qtbot.waitSignal(field.entered):
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert (line.text(), line.code()) == ("sum", "")


def test_an_answer_to_an_older_question_is_dropped(show: Show, qtbot: QtBot) -> None:
    line = Suggest("Company")
    show(line)
    line.setFocus()
    with qtbot.waitSignal(line.asked):
        QTest.keyClicks(line, "new")
    line.offer([("1", "Old answer")], asked="ne")
    assert QApplication.activePopupWidget() is None


# buttons


def test_a_button_pressed_twice_acts_once(show: Show) -> None:
    button, acts = ActionButton("Print", "F9", primary=True), list[str]()
    button.triggered.connect(lambda: acts.append("printed"))
    window = show(button)
    QTest.keyClick(window, Qt.Key.Key_F9)
    QTest.keyClick(window, Qt.Key.Key_F9)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert acts == ["printed"]


def test_a_busy_button_takes_no_press_and_says_what_it_does(show: Show) -> None:
    button, acts = ActionButton("Save", "Ctrl+Return"), list[str]()
    button.triggered.connect(lambda: acts.append("saved"))
    window = show(button)
    button.set_busy(True, "Saving …")
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert acts == []
    assert next(label.text() for label in button.findChildren(Label)) == "Saving …"
    button.set_busy(False)
    QTest.keyClick(window, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert acts == ["saved"]


def test_enter_on_a_focused_button_presses_it(show: Show) -> None:
    button, acts = ActionButton("Back", "Esc"), list[str]()
    button.triggered.connect(lambda: acts.append("back"))
    show(button)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert acts == ["back"]


def test_a_key_is_written_as_on_the_keyboard() -> None:
    assert key_text("Ctrl+Return") == "Ctrl ↵"
    assert key_text("F9") == "F9"


def test_controls_are_high_enough_to_hit(show: Show) -> None:
    controls: list[QWidget] = [
        ActionButton("Print", "F9"),
        Tick("Compared"),
        Choice("Sex"),
        Suggest("Company"),
    ]
    show(*controls, field := Field("Name"))
    assert min(control.height() for control in (*controls, field.editor)) >= 28


# findings


def test_a_warning_is_settled_by_a_reason(show: Show) -> None:
    row, told = FindingRow(Severity.WARN, "Birth date differs", "NIK says 15", "Compare"), list[bool]()
    row.answered.connect(lambda: told.append(row.settled))
    show(row)
    reason = row.reason_field()
    assert reason is not None
    QTest.keyClicks(reason.editor, " K")
    assert told == [False, True]
    assert row.reason() == "K"


def test_an_approval_needs_a_supervisors_password_and_reason(show: Show) -> None:
    row = FindingRow(Severity.APPROVE, "Printed before", "3 days ago", "Ask", supervisors=[(7, "Budi")])
    asked: list[tuple[int, str, str]] = []
    row.approval_asked.connect(lambda *given: asked.append(given))
    window = show(row)
    row.focus_answer()
    for typed in ("rahasia dapur", ""):
        focus = window.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, typed)
        QTest.keyClick(focus, Qt.Key.Key_Return)
    assert asked == [], "nobody approves without saying why"
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "card lost")
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert asked == [(7, "rahasia dapur", "card lost")]
    before = row.settled
    row.show_approved("Budi", "card lost")
    assert (before, row.settled) == (False, True)
    assert row.findChildren(PasswordField)[0].text() == ""


def test_a_password_that_was_forgotten_comes_back_by_no_undoing(show: Show) -> None:
    field = PasswordField("Password")
    show(field)
    QTest.keyClicks(field.editor, "rahasia dapur")
    field.forget()
    QTest.keyClick(field.editor, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(field.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""


def test_a_block_is_only_mended_in_its_field(show: Show, qtbot: QtBot) -> None:
    row = FindingRow(Severity.BLOCK, "NIK has 15 digits", "16", "Read again")
    show(row)
    assert not row.settled
    assert row.reason_field() is None
    (go,) = row.findChildren(ActionButton)
    assert "NIK has 15 digits" in go.accessibleName()
    with qtbot.waitSignal(row.go_to_field):
        QTest.mouseClick(go, Qt.MouseButton.LeftButton)


def test_a_note_asks_nothing() -> None:
    row = FindingRow(Severity.NOTE, "Number block low", "40 left", "Tell the supervisor")
    assert row.settled
    assert row.findChildren(ActionButton) == []


# notices


def test_an_undo_takes_back_and_closes(show: Show) -> None:
    notice, taken = Notice(), list[str]()
    window = show(notice)
    notice.offer_undo("Visit A-017 dropped.", lambda: taken.append("back"))
    assert notice.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["back"]
    assert not notice.isVisible()


def test_an_undo_is_gone_after_ten_seconds(show: Show, qtbot: QtBot) -> None:
    notice, taken = Notice(), list[str]()
    show(notice)
    notice.offer_undo("Saved.", lambda: taken.append("back"))
    notice._tick.setInterval(1)  # ten seconds in ten milliseconds
    with qtbot.waitSignal(notice.gone):
        pass
    assert not notice.isVisible()
    assert taken == []


def test_a_new_notice_replaces_the_undo_of_the_one_before(show: Show) -> None:
    notice, taken = Notice(), list[str]()
    window = show(notice)
    notice.offer_undo("Saved.", lambda: taken.append("back"))
    notice.say("Printer ready.", Tone.OK)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken == []
    assert notice.text() == "Printer ready."


# what is only shown


def test_no_steps_name_gives_way_to_the_time_behind_it_on_the_branchs_screen(qtbot: QtBot) -> None:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.set_steps(["Verifikasi", "Input", "Validasi", "Cetak", "Tutup"])
    stepper.show_place(2, dict.fromkeys(range(5), "00:31"))
    stepper.resize(762, 40)  # beside the card, at 1366
    stepper.show()
    names = stepper.findChildren(Elided)
    assert [name.text() for name in names if name.width() < name.sizeHint().width()] == []


def test_the_stepper_tells_the_step_to_ears_too() -> None:
    stepper = Stepper()
    stepper.set_steps(["Verify", "Input", "Close"])
    stepper.show_place(1, {0: "0:38"})
    assert stepper.accessibleDescription() == "Step 2 of 3: Input"


def test_facts_are_replaced_as_a_whole() -> None:
    facts = Facts([Fact("NIK", "3578")])
    facts.show_facts([Fact("Status", "Active", Tone.OK), Fact("Name", "<b>SITI</b>")])
    shown = [label.text() for label in facts.findChildren(Label) if label.text() and not label.isHidden()]
    assert shown == ["Status", "Active", "Name", "<b>SITI</b>"]


def test_a_name_with_markup_stays_a_name() -> None:
    assert Label("<b>SITI</b>").textFormat() is Qt.TextFormat.PlainText


def test_long_words_shorten_themselves_and_tell_the_whole(show: Show, qtbot: QtBot) -> None:
    label = Elided("Card jammed – open the cover and pull the card out")
    label.setFixedWidth(120)
    show(label)
    label.grab()
    assert label.toolTip() == "Card jammed – open the cover and pull the card out"


@dataclass(frozen=True)
class Plain:
    width: int
    height: int
    rgb: bytes


def test_the_card_is_drawn_from_the_bytes_handed_in(show: Show) -> None:
    green = Plain(2, 2, bytes([0, 128, 0]) * 4)
    card = CardView(sides=1)
    card.show_card(green, green)
    show(card)
    middle = card.grab().toImage().pixelColor(card.rect().center())
    assert (middle.red(), middle.green(), middle.blue()) == (0, 128, 0)


def test_a_card_at_true_size_is_as_wide_as_a_card(show: Show) -> None:
    card = CardView(sides=2)
    card.set_true_size(True)
    show(card)
    inches = card.sizeHint().width() / card.screen().physicalDotsPerInchX()
    assert inches == pytest.approx(85.6 / 25.4, rel=0.01)


def test_an_empty_table_says_what_to_do_first(show: Show) -> None:
    table = Table("Cards", [Column("Name", stretch=True)], empty="Scan a card to begin.")
    table.resize(400, 200)
    show(table)
    empty = table.viewport().grab().toImage()
    table.show_rows([["SITI"]])
    assert table.row_count() == 1
    assert table.viewport().grab().toImage() != empty


def test_a_row_is_chosen_with_enter_and_stays_current(show: Show, qtbot: QtBot) -> None:
    table = Table("Cards", [Column("Name"), Column("State")], empty="None.")
    table.show_rows([["SITI", Cell("Good", Tone.OK)], ["BUDI", "Waiting"]])
    show(table)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.row_chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [1]
    table.show_rows([["SITI", "Good"], ["BUDI", "Good"]])
    assert table.current_row() == 1


def test_every_part_that_takes_the_focus_has_a_name(show: Show) -> None:
    window = show(
        Field("Name"),
        Field("Sex", Choice("Sex")),
        Field("Company", Suggest("Company")),
        Field.fixed("Segment"),
        Tick("Compared"),
        ActionButton("Print", "F9"),
        FindingRow(Severity.APPROVE, "What", "Why", "Remedy", supervisors=[(1, "Budi")]),
        Table("Cards", [Column("Name")], empty="None."),
        notice := Notice(),
    )
    notice.offer_undo("Saved.", lambda: None)
    assert nameless(window) == []
