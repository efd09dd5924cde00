"""The companies' room: who waits longest is seen first, a company is found and kept with keys alone."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.companies.company_form import CompanyField, CompanyForm, form_of_company
from app.members.npp import Npp
from app.settings import Look
from tests.ui.accessible import nameless
from tests.ui.screen_desk import ScreenDesk, shown
from ui.application import dress
from ui.companies.companies_page import CompaniesPage
from ui.companies.companies_presenter import CompaniesPresenter
from ui.companies.companies_room import CompaniesRoom

REJEKI = CompanyForm(npp="13007478", name="PT Sumber Rejeki Abadi", email="hrd@rejeki.example")
ANUGERAH = CompanyForm(npp="13000001", name="CV Anugerah", relationship_officer="Dewi Anggraini")
Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier


@dataclass
class Room:
    qtbot: QtBot
    at: ScreenDesk
    window: QWidget
    room: CompaniesRoom
    page: CompaniesPage
    presenter: CompaniesPresenter

    def names(self) -> list[str]:
        return [self.cell(row, 1) for row in range(self.page.table.row_count())]

    def cell(self, row: int, column: int) -> str:
        return str(self.page.table.model().index(row, column).data())

    def until_listed(self, *names: str) -> None:
        self.qtbot.waitUntil(lambda: self.names() == list(names), timeout=5000)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.window.focusWidget(), words)

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def until_says(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.says(words), timeout=5000)

    def text(self, at: CompanyField) -> str:
        return self.page.company.fields[at].text()

    def focused(self, at: CompanyField) -> bool:
        return self.page.company.fields[at].editor.hasFocus()

    def stored(self, npp: str) -> CompanyForm:
        with self.at.branch.look() as work:
            company = work.companies.by_npp(Npp(npp))
        assert company is not None
        return form_of_company(company)


@pytest.fixture
def room(qtbot: QtBot, at: ScreenDesk) -> Room:
    room = CompaniesRoom()
    page, presenter = room.companies, CompaniesPresenter(room, at.parts.rooms.companies(), at.background)
    presenter.start(at.officer)
    window = shown(qtbot, room)
    room.setFocus()
    return Room(qtbot, at, window, room, page, presenter)


@pytest.fixture
def two(room: Room, at: ScreenDesk) -> Room:
    """Two companies, of which one waits for two cards."""
    save = at.parts.rooms.companies().save
    for form in (REJEKI, ANUGERAH):
        save(form, None, at.officer)
    for number in (1, 2):
        at.desk.member(number)
    room.presenter.refresh()
    room.until_listed("PT Sumber Rejeki Abadi", "CV Anugerah")
    return room


def test_who_waits_for_cards_stands_first_and_is_ready_to_print(two: Room) -> None:
    assert [two.cell(0, column) for column in (3, 4)] == ["2", "03-11-2026"]
    assert two.says("2 cards wait, the first since 03-11-2026")
    with two.qtbot.waitSignal(two.presenter.batch_asked) as asked:
        two.press(Key.Key_F9)
    assert asked.args == [Npp("13007478")]


def test_a_company_without_waiting_cards_has_none_to_print(two: Room) -> None:
    two.press(Key.Key_Return)
    two.press(Key.Key_Down)
    assert two.page.current() == Npp("13000001")
    assert not two.page.print.isEnabled()


def test_a_company_is_found_while_one_types(two: Room) -> None:
    two.type("anug")
    two.until_listed("CV Anugerah")
    assert two.text(CompanyField.RELATIONSHIP_OFFICER) == "Dewi Anggraini"


def test_a_company_is_registered_with_keys_alone(room: Room) -> None:
    room.press(Key.Key_N, Ctrl)
    room.type("13007478")
    room.press(Key.Key_Tab)
    room.press(Key.Key_Tab)
    room.type("PT Sumber Rejeki Abadi")
    room.press(Key.Key_Return, Ctrl)
    room.until_listed("PT Sumber Rejeki Abadi")
    assert room.stored("13007478").name == "PT Sumber Rejeki Abadi"


def test_what_cannot_be_read_is_told_beside_its_field_and_stays_as_typed(two: Room) -> None:
    two.press(Key.Key_Return)
    two.press(Key.Key_Return)
    two.page.company.fields[CompanyField.EMAIL].editor.setFocus()
    two.press(Key.Key_A, Ctrl)
    two.type("hrd di rejeki")
    two.press(Key.Key_Return, Ctrl)
    two.until_says("Ask the company for it again.")
    assert two.text(CompanyField.EMAIL) == "hrd di rejeki"
    assert two.focused(CompanyField.EMAIL)
    assert two.stored("13007478").email == "hrd@rejeki.example"


def test_a_change_is_undone_for_ten_seconds(two: Room) -> None:
    two.page.company.fields[CompanyField.NAME].editor.setFocus()
    two.press(Key.Key_A, Ctrl)
    two.type("PT Rejeki Baru")
    two.press(Key.Key_Return, Ctrl)
    two.until_says("PT Rejeki Baru is saved.")
    two.press(Key.Key_Z, Ctrl)
    two.until_says("PT Sumber Rejeki Abadi is saved.")
    assert two.stored("13007478").name == "PT Sumber Rejeki Abadi"


def test_what_was_typed_waits_while_another_company_is_looked_at(two: Room) -> None:
    two.page.company.fields[CompanyField.ADDRESS].editor.setFocus()
    two.type("Jl. Veteran 12")
    two.page.table.selectRow(1)
    assert two.text(CompanyField.ADDRESS) == ""
    two.page.table.selectRow(0)
    assert two.text(CompanyField.ADDRESS) == "Jl. Veteran 12"
    assert two.page.company.dirty


def test_what_was_given_up_comes_back_with_one_key(two: Room) -> None:
    two.page.company.fields[CompanyField.ADDRESS].editor.setFocus()
    two.type("Jl. Veteran 12")
    two.press(Key.Key_Escape)
    assert two.text(CompanyField.ADDRESS) == ""
    two.press(Key.Key_Z, Ctrl)
    assert two.text(CompanyField.ADDRESS) == "Jl. Veteran 12"


def test_a_known_npp_is_told_beside_the_npp(two: Room) -> None:
    two.press(Key.Key_N, Ctrl)
    two.page.company.set_typed(replace(REJEKI, name="CV Lain"))
    two.page.company.edited.emit()
    two.press(Key.Key_Return, Ctrl)
    two.until_says("A company with this NPP is already stored")
    assert two.focused(CompanyField.NPP)
    assert two.text(CompanyField.NAME) == "CV Lain"


def test_only_one_workbook_is_taken_when_it_is_dropped(room: Room, tmp_path: Path) -> None:
    heard: list[object] = []
    room.room.dropped.connect(heard.append)
    for names in (("daftar.pdf",), ("satu.xlsx", "dua.xlsx"), ("Daftar Pegawai.XLSX",)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
        room.room.dropEvent(
            QDropEvent(
                QPointF(5, 5),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier(0),
            )
        )
    assert heard == [tmp_path / "Daftar Pegawai.XLSX"]


def test_every_part_of_the_room_has_a_name(two: Room) -> None:
    assert nameless(two.window) == []


@pytest.mark.parametrize("percent", [100, 150])
def test_no_field_of_a_company_is_cut_at_large_text(room: Room, qapp: QApplication, percent: int) -> None:
    room.page.hide()
    try:
        dress(qapp, Look.LIGHT, percent)
        room.page.show()
        [area] = room.page.company.findChildren(QScrollArea)
        fields = area.widget()
        assert fields is not None
        room.qtbot.waitUntil(lambda: fields.width() <= area.viewport().width(), timeout=5000)
    finally:
        dress(qapp, Look.LIGHT, 100)
