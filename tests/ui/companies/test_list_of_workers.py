"""A company's list on the screen: read, its columns checked, each row mended with keys, then taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.companies.company_form import CompanyForm
from app.member_fields import MemberField
from app.members.nik import Nik
from app.members.npp import Npp
from app.reference import Reference
from app.trust.officer import Officer, Role
from app.visit.member_form import MemberForm
from app.workers.worker_file import FilePurpose, WorkerRow
from main import RESOURCES
from tests.company_lists import as_xlsx, sheet_of, tidy_lines
from tests.ui.accessible import nameless
from tests.ui.screen_desk import ScreenDesk, shown
from tests.vaults import PASSWORD
from ui.companies.companies_presenter import CompaniesPresenter
from ui.companies.companies_room import CompaniesRoom
from ui.companies.rows_page import RowsPage, Shown
from ui.companies.rows_table import PAGE, RowsTable
from ui.shortcuts import Key as Shortcut
from ui.widgets.action_button import ActionButton
from ui.widgets.table import Column

Key = Qt.Key
Ctrl, Alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NPP = Npp("13007478")
HEADINGS = ("No", "NIK", "Nama Lengkap", "Tempat Lahir", "Tgl Lahir", "Jenis Kelamin", "Mulai Kerja")
EKO: Mapping[str, str] = {
    "NIK": "3578011203900001",
    "Nama Lengkap": "EKO PRASETYO",
    "Tempat Lahir": "SURABAYA",
    "Tgl Lahir": "12-03-1990",
    "Jenis Kelamin": "L",
    "Mulai Kerja": "03-11-2026",
}
SITI = {"Tgl Lahir": "15-08-1992", "Jenis Kelamin": "P"}


def worker(number: int, name: str, **texts: str) -> dict[str, str]:
    return {**EKO, "NIK": f"357801120390{number:04d}", "Nama Lengkap": name} | texts


def workbook(file: Path, workers: Sequence[Mapping[str, str]], headings: Sequence[str] = HEADINGS) -> Path:
    book = xlsxwriter.Workbook(str(file))
    sheet = book.add_worksheet("Data")
    sheet.write_string(0, 0, "DAFTAR TENAGA KERJA BARU")
    for place, heading in enumerate(headings):
        sheet.write_string(2, place, heading)
        for row, texts in enumerate(workers, start=3):
            sheet.write_string(row, place, texts.get(heading, str(row - 2)))
    book.close()
    return file


@dataclass
class Room:
    qtbot: QtBot
    at: ScreenDesk
    window: QWidget
    room: CompaniesRoom
    presenter: CompaniesPresenter
    folder: Path

    @property
    def rows(self) -> RowsPage:
        return self.presenter.lists.rows

    def read(self, *workers: Mapping[str, str], headings: Sequence[str] = HEADINGS) -> None:
        file = workbook(self.folder / "daftar.xlsx", workers, headings)
        self.presenter.lists.read(file, NPP, FilePurpose.REGISTRATION)

    def until_rows(self, *names: str) -> None:
        self.qtbot.waitUntil(lambda: self.names() == list(names), timeout=20_000)

    def names(self) -> list[str]:
        return [self.cell(row, 3) for row in range(self.rows.table.row_count())]

    def cell(self, row: int, column: int) -> str:
        return str(self.rows.table.model().index(row, column).data())

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.window.focusWidget(), words)

    def until_in(self, name: str) -> None:
        """The cursor waits in the field of that name."""

        def there() -> bool:
            focus = self.window.focusWidget()
            return focus is not None and focus.accessibleName() == name

        self.qtbot.waitUntil(there, timeout=5000)

    def until_says(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.says(words), timeout=20_000)

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.room.findChildren(QLabel) if label.isVisible())

    def until_takes(self, words: str, key: str) -> None:
        """The button of that name is ready for its key."""

        def ready() -> bool:
            buttons = self.room.findChildren(ActionButton)
            return any(button.text() == words and button.takes(key) for button in buttons)

        self.qtbot.waitUntil(ready, timeout=5000)

    def count(self, of: Shown) -> int:
        return self.rows.counted(of)

    def until_count(self, of: Shown, count: int) -> None:
        self.qtbot.waitUntil(lambda: self.count(of) == count, timeout=5000)

    def stored(self, nik: str) -> str:
        with self.at.branch.look() as work:
            member = work.members.by_nik(Nik(nik))
        return member.name if member else ""


@pytest.fixture
def room(qtbot: QtBot, at: ScreenDesk, tmp_path: Path) -> Room:
    parts = at.parts.rooms.companies()
    parts.save(CompanyForm(npp=NPP.text, name="PT Sumber Rejeki Abadi"), None, at.officer)
    room = CompaniesRoom()
    presenter = CompaniesPresenter(room, parts, at.background)
    presenter.start(at.officer)
    window = shown(qtbot, room)
    room.setFocus()
    qtbot.waitUntil(lambda: room.companies.table.row_count() == 1, timeout=5000)
    return Room(qtbot, at, window, room, presenter, tmp_path)


def test_each_row_says_how_it_stands_and_what_is_to_be_done(room: Room) -> None:
    room.read(EKO, worker(2, "SITI AMINAH", NIK="35780112039000"))
    room.until_rows("EKO PRASETYO", "SITI AMINAH")
    assert [room.cell(row, 0) for row in (0, 1)] == ["4", "5"]
    assert [room.cell(row, 1) for row in (0, 1)] == ["Ready", "Cannot be taken"]
    assert room.cell(1, 5).startswith("NIK: ")
    assert (room.count(Shown.READY), room.count(Shown.BLOCKED)) == (1, 1)


def test_one_key_leads_to_the_next_row_and_enter_mends_it(room: Room) -> None:
    room.read(EKO, worker(2, "SITI AMINAH", NIK="35780112039000"), worker(3, "BUDI SANTOSO", NIK="12"))
    room.until_rows("EKO PRASETYO", "SITI AMINAH", "BUDI SANTOSO")
    room.press(Key.Key_Down, Ctrl)
    room.until_in("NIK")
    assert room.rows.row.number == 5
    room.type("3578011203900002")
    room.press(Key.Key_Return)
    room.until_rows("BUDI SANTOSO")
    room.until_in("NIK")
    assert room.rows.row.number == 6
    assert room.count(Shown.READY) == 2


def test_what_is_typed_into_a_row_is_kept_when_the_row_is_left(room: Room) -> None:
    room.read(EKO, worker(2, "SITI AMINAH", NIK="35780112039000"))
    room.until_rows("EKO PRASETYO", "SITI AMINAH")
    room.press(Key.Key_Down, Ctrl)
    room.until_in("NIK")
    room.type("3578011203900002")
    room.press(Key.Key_A, Alt)
    room.until_count(Shown.READY, 2)


def test_a_row_is_left_out_and_taken_in_again_with_one_key(room: Room) -> None:
    room.read(EKO, worker(2, "SITI AMINAH"))
    room.until_rows("EKO PRASETYO", "SITI AMINAH")
    room.press(Key.Key_Delete, Alt)
    room.until_count(Shown.LEFT, 1)
    room.qtbot.waitUntil(lambda: room.cell(0, 1) == "Left out", timeout=5000)
    room.until_takes("Take in again", Shortcut.LEAVE_ROW_OUT)
    room.press(Key.Key_Delete, Alt)
    room.until_count(Shown.LEFT, 0)


def test_rows_are_left_out_one_after_the_other_from_within_their_fields(room: Room) -> None:
    room.read(worker(2, "SITI AMINAH", NIK="1"), worker(3, "BUDI SANTOSO", NIK="12"), EKO)
    room.until_rows("SITI AMINAH", "BUDI SANTOSO", "EKO PRASETYO")
    room.press(Key.Key_Down, Ctrl)
    room.until_in("NIK")
    room.press(Key.Key_Delete, Alt)
    room.until_rows("BUDI SANTOSO")
    room.until_in("NIK")
    room.until_takes("Leave out", Shortcut.LEAVE_ROW_OUT)
    room.press(Key.Key_Delete, Alt)
    room.until_count(Shown.LEFT, 2)
    room.until_says("Every row is answered.")
    assert room.window.focusWidget() is room.rows.accept


def test_the_cursor_stays_in_its_field_while_the_remarks_are_written(room: Room) -> None:
    room.read(EKO, worker(2, "SITI AMINAH", NIK="1"))
    room.until_rows("EKO PRASETYO", "SITI AMINAH")
    room.press(Key.Key_Down, Ctrl)
    room.until_in("NIK")
    room.press(Key.Key_E, Ctrl)
    room.until_says("Written:")
    room.until_in("NIK")


def test_a_list_that_is_taken_leads_back_to_its_company_with_its_cards(room: Room) -> None:
    room.read(EKO, worker(2, "SITI AMINAH"))
    room.until_rows("EKO PRASETYO", "SITI AMINAH")
    room.press(Key.Key_Return, Ctrl)
    room.until_says("2 taken")
    assert room.room.currentWidget() is room.room.companies
    assert room.stored("3578011203900001") == "EKO PRASETYO"


def test_what_still_needs_a_hand_stays_when_the_rest_is_taken(room: Room) -> None:
    room.read(EKO, worker(2, "SITI AMINAH", NIK="35780112039000"))
    room.until_rows("EKO PRASETYO", "SITI AMINAH")
    room.press(Key.Key_Return, Ctrl)
    room.until_says("1 still need a hand and stay here")
    room.until_rows("SITI AMINAH")
    assert room.stored("3578011203900001") == "EKO PRASETYO"


def test_a_list_put_aside_waits_among_the_companies(room: Room) -> None:
    room.read(EKO)
    room.until_rows("EKO PRASETYO")
    room.press(Key.Key_Escape)
    room.until_says("Not finished")
    room.press(Key.Key_L, Ctrl)
    room.until_rows("EKO PRASETYO")


def test_a_list_that_is_discarded_comes_back_for_ten_seconds(room: Room) -> None:
    room.read(EKO)
    room.until_rows("EKO PRASETYO")
    room.rows.discarded.emit()
    room.until_says("daftar.xlsx is discarded.")
    assert room.rows.table.row_count() == 0
    assert not room.says("Not finished")
    room.room.companies.table.setFocus()
    room.press(Key.Key_Z, Ctrl)
    room.until_rows("EKO PRASETYO")


def test_a_discarded_list_is_gone_once_another_one_goes(room: Room) -> None:
    room.read(EKO)
    room.until_rows("EKO PRASETYO")
    room.rows.discarded.emit()
    room.presenter.lists.discard_now()
    room.qtbot.waitUntil(lambda: not room.at.background.busy, timeout=5000)
    with room.at.branch.look() as work:
        assert work.worker_files.staged() == ()


def test_reading_is_stopped_with_one_key_and_nothing_is_left(room: Room) -> None:
    room.read(EKO)
    room.rows.progress.cancelled.emit()
    room.until_says("Nothing was taken from the file.")
    with room.at.branch.look() as work:
        assert work.worker_files.staged() == ()


def test_a_file_that_is_no_list_is_refused_in_words(room: Room) -> None:
    file = room.folder / "foto.xlsx"
    file.write_bytes(b"not a workbook at all")
    room.presenter.lists.read(file, NPP, FilePurpose.REGISTRATION)
    room.qtbot.waitUntil(lambda: room.room.currentWidget() is room.room.companies, timeout=20_000)
    assert room.room.companies.notice.isVisible()
    assert room.room.companies.notice.text()


def test_columns_without_headings_are_asked_for_and_remembered(room: Room) -> None:
    strange = ("A1", "A2", "A3", "A4", "A5", "A6", "A7")
    told = dict(zip(strange, ("1", *EKO.values()), strict=True))
    room.read(told, headings=strange)
    columns = room.presenter.lists.columns
    room.qtbot.waitUntil(lambda: room.room.currentWidget() is columns, timeout=20_000)
    assert room.says("No headings were found.")
    columns.choose(1, MemberField.NIK)
    columns.choose(2, MemberField.NAME)
    room.press(Key.Key_Return, Ctrl)
    room.qtbot.waitUntil(lambda: room.room.currentWidget() is room.rows, timeout=20_000)
    room.qtbot.waitUntil(lambda: "EKO PRASETYO" in room.names(), timeout=5000)


def test_another_sheet_of_the_file_is_read_instead(room: Room) -> None:
    reference = Reference.load(RESOURCES / "reference")
    first, second = (sheet_of(tidy_lines(2, reference, seed)) for seed in (3, 4))
    file = room.folder / "dua.xlsx"
    file.write_bytes(as_xlsx(replace(first, name="Pusat"), replace(second, name="Cabang")))
    room.presenter.lists.read(file, NPP, FilePurpose.REGISTRATION)
    room.qtbot.waitUntil(lambda: len(room.names()) == 2 and "…" not in room.names(), timeout=20_000)
    names = room.names()
    room.press(Key.Key_M, Ctrl)
    columns = room.presenter.lists.columns
    columns.sheet_chosen.emit("Cabang")
    room.until_says("Sheet Cabang")
    room.press(Key.Key_Return, Ctrl)
    room.qtbot.waitUntil(lambda: room.room.currentWidget() is room.rows, timeout=5000)
    assert room.names() != names


def test_a_field_stands_in_one_column(room: Room) -> None:
    room.read(EKO)
    room.until_rows("EKO PRASETYO")
    room.press(Key.Key_M, Ctrl)
    columns = room.presenter.lists.columns
    assert columns.columns()[1] is MemberField.NIK
    columns.choose(0, MemberField.NIK)
    assert columns.columns()[0] is MemberField.NIK
    assert 1 not in columns.columns()


def test_who_may_not_see_the_list_finds_nothing_of_it(room: Room) -> None:
    room.read(EKO)
    room.until_rows("EKO PRASETYO")
    room.presenter.start(Officer("Agus Wijaya", Role.ADMINISTRATOR, id=9))
    assert room.rows.table.row_count() == 0
    assert room.room.currentWidget() is room.room.companies


def test_the_list_is_written_with_remarks_for_the_company(room: Room) -> None:
    room.read(EKO, worker(2, "SITI AMINAH", NIK="35780112039000"))
    room.until_rows("EKO PRASETYO", "SITI AMINAH")
    room.press(Key.Key_E, Ctrl)
    room.until_says("Written: ")
    assert list(room.folder.rglob("13007478_*_perbaikan-*.xlsx"))


def test_somebody_alike_is_compared_side_by_side(room: Room) -> None:
    room.at.desk.member(1)
    room.read(worker(0, "SITI NUR RAHAYU", NIK="3578015508920077", **SITI))
    room.until_rows("SITI NUR RAHAYU")
    room.until_count(Shown.WARNED, 1)
    room.press(Key.Key_F6)
    room.until_in("Reason for your decision")
    room.type("foto KTP berbeda")
    room.press(Key.Key_2, Alt)
    room.until_count(Shown.READY, 1)
    assert room.room.currentWidget() is room.rows


def test_a_supervisor_approves_a_row_on_the_spot(room: Room) -> None:
    room.at.desk.member(1)
    siti = worker(0, "SITI NUR RAHAYU", NIK="3578015508920001", **SITI)
    room.read({**siti, "No KPJ": "26004187999"}, headings=(*HEADINGS, "No KPJ"))
    room.until_rows("SITI NUR RAHAYU")
    room.until_count(Shown.WARNED, 1)
    room.press(Key.Key_Down, Ctrl)
    room.until_in("Supervisor's password")
    room.type(PASSWORD)
    room.press(Key.Key_Return)
    room.type("dua kontrak")
    room.press(Key.Key_Return)
    room.until_count(Shown.READY, 1)
    with room.at.branch.look() as work:
        [row] = work.worker_files.rows(1)
    assert [decision.approved_by for decision in row.decisions] == [room.at.desk.hadi.id]


def test_one_reason_may_hold_for_every_row_with_the_same_question(room: Room) -> None:
    odd = {"Tgl Lahir": "13-03-1990"}
    room.read(worker(1, "EKO PRASETYO", **odd), worker(2, "SITI AMINAH", **odd))
    room.until_rows("EKO PRASETYO", "SITI AMINAH")
    room.until_count(Shown.WARNED, 2)
    room.press(Key.Key_Down, Ctrl)
    room.until_in("Reason")
    room.type("KTP memang begitu")
    room.press(Key.Key_Return)
    room.until_says("Does this reason hold for every row with the same question?")
    room.press(Key.Key_Return, Alt)
    room.until_count(Shown.READY, 2)


def test_a_list_of_numbers_gives_them_to_who_waits(room: Room) -> None:
    room.read(EKO)
    room.until_rows("EKO PRASETYO")
    room.press(Key.Key_Return, Ctrl)
    room.until_says("1 of them without a number yet")
    file = workbook(
        room.folder / "kpj.xlsx",
        [{"NIK": EKO["NIK"], "Nama": "EKO PRASETYO", "No KPJ": "26004187555"}],
        ("NIK", "Nama", "No KPJ"),
    )
    room.presenter.lists.read(file, None, FilePurpose.ACCEPTANCE)
    room.until_rows("EKO PRASETYO")
    assert room.says("KPJ numbers given by the centre")
    room.qtbot.waitUntil(lambda: room.rows.accept.takes(Shortcut.GO_ON), timeout=5000)
    room.press(Key.Key_Return, Ctrl)
    room.until_says("1 taken")
    with room.at.branch.look() as work:
        member = work.members.by_nik(Nik(EKO["NIK"]))
        assert member is not None
        [membership] = work.members.memberships_of(member.id)
    assert membership.kpj is not None
    assert membership.kpj.text == "26004187555"


def test_ten_thousand_rows_are_read_as_they_are_looked_at(qtbot: QtBot) -> None:
    table = RowsTable("Rows", [Column(str(place)) for place in range(6)], "none")
    qtbot.addWidget(table)
    asked: list[int] = []
    table.page_wanted.connect(asked.append)
    table.resize(800, 500)
    table.show()
    qtbot.waitExposed(table)
    table.begin(10_000)
    qtbot.waitUntil(lambda: asked == [0], timeout=5000)
    table.take(0, [WorkerRow(number, MemberForm(name=f"NAMA {number}")) for number in range(1, PAGE + 1)])
    table.selectRow(9_999)
    qtbot.waitUntil(lambda: 9_900 in asked, timeout=5000)
    assert len(asked) <= 3


def test_every_part_of_a_list_has_a_name(room: Room) -> None:
    room.read(EKO, worker(2, "SITI AMINAH", NIK="35780112039000"))
    room.until_rows("EKO PRASETYO", "SITI AMINAH")
    room.press(Key.Key_Down, Ctrl)
    room.until_in("NIK")
    assert nameless(room.window) == []
    room.press(Key.Key_M, Ctrl)
    assert nameless(room.window) == []
