"""The journal's room: who did what to whom is found, the chain is checked, two papers take one key each."""

from dataclasses import dataclass
from datetime import timedelta

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.trust.check_chain import BrokenLink, ChainReport, Fault
from app.trust.journal import Action, ChainHead, Entry, HeadDoubt
from app.trust.officer import Officer
from app.trust.read_journal import PAGE
from tests.app.cards.desk import CardDesk, ScriptedPrinter
from tests.ui.accessible import nameless
from tests.ui.keeping import Keeping
from tests.ui.screen_desk import shown
from ui.tone import Tone
from ui.trust.chain_words import chain_words
from ui.trust.journal_page import Export, JournalPage
from ui.trust.journal_presenter import JournalPresenter

Key = Qt.Key
ACTION, ABOUT = 3, 4  # columns


@dataclass
class Room:
    qtbot: QtBot
    window: QWidget
    page: JournalPage
    presenter: JournalPresenter

    def column(self, place: int) -> list[str]:
        model = self.page.table.model()
        return [str(model.index(row, place).data()) for row in range(model.rowCount())]

    def actions(self) -> list[str]:
        return self.column(ACTION)

    def until_found(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.actions()) == count, timeout=5000)

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    def until_it_says(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.says(words), timeout=10000)

    def look_up(self, typed: str) -> None:
        self.page.person.search.setFocus()
        self.page.person.search.set_text(typed)
        QTest.keyClick(self.window.focusWidget(), Key.Key_Return)


@pytest.fixture
def siti(pc: Keeping, agus: Officer) -> int:
    """A member, whose number it gives."""
    return CardDesk(pc.file.begin, ScriptedPrinter()).member().member_id


@pytest.fixture
def room(qtbot: QtBot, pc: Keeping, agus: Officer, sri: Officer) -> Room:
    page = JournalPage()
    presenter = JournalPresenter(page, pc.journal(), pc.background)
    presenter.start(sri)
    window = shown(qtbot, page)
    made = Room(qtbot, window, page, presenter)
    made.qtbot.waitUntil(lambda: bool(made.actions()), timeout=5000)
    return made


def told(pc: Keeping, by: Officer, action: Action, *members: int, count: int = 1, days_ago: int = 0) -> None:
    with pc.file.begin() as work:
        for _each in range(count):
            work.journal.add(Entry(pc.now - timedelta(days_ago), by.id, action, members=members))
        work.commit()


def test_the_newest_entry_stands_first_in_words(room: Room) -> None:
    assert room.actions() == ["Petugas ditambahkan", "Masuk", "Kantor cabang disiapkan"]
    assert room.column(ABOUT)[0] == "petugas Sri Wahyuni; peran Penyelia"


def test_an_officer_narrows_the_search(room: Room, pc: Keeping, sri: Officer) -> None:
    told(pc, sri, Action.TALLY_WRITTEN)
    room.page.choose_officer(sri.id)
    room.until_found(2)
    assert room.actions() == ["Rekap harian dibuat", "Jurnal dibaca"]


def test_an_action_narrows_the_search(room: Room) -> None:
    room.page.choose_action(Action.BRANCH_FOUNDED.value)
    room.until_found(1)
    assert room.actions() == ["Kantor cabang disiapkan"]


def test_days_narrow_the_search(room: Room, pc: Keeping, sri: Officer) -> None:
    told(pc, sri, Action.RECEIPT_WRITTEN, days_ago=3)
    room.page.since.set_text("17112026")
    room.page.until.setFocus()
    room.page.until.set_text("17112026")
    QTest.keyClick(room.window.focusWidget(), Key.Key_Return)
    room.until_found(1)
    assert room.actions() == ["Tanda terima dibuat"]


@pytest.mark.parametrize("typed", ["31022026", "kemarin", "1"])
def test_what_is_no_day_is_told_beside_the_field_and_stays(room: Room, typed: str) -> None:
    room.page.since.set_text(typed)
    room.page.since.setFocus()
    QTest.keyClick(room.window.focusWidget(), Key.Key_Return)
    assert "Day, month and year" in room.page.since.message()
    assert room.page.since.text() == typed


def test_a_person_is_looked_up_and_only_what_touched_them_is_shown(
    siti: int, room: Room, pc: Keeping, sri: Officer
) -> None:
    told(pc, sri, Action.PERSON_SHOWN, siti)
    room.look_up("siti")
    room.qtbot.waitUntil(lambda: room.page.person.member_id == siti, timeout=5000)
    room.qtbot.waitUntil(lambda: set(room.actions()) == {"Data peserta dilihat", "Data peserta dicari"})
    assert "SITI NUR RAHAYU" in room.page.person.search.text()


def test_nobody_of_that_name_is_told(room: Room) -> None:
    room.look_up("zainal")
    room.until_it_says("Nobody is stored under this")


def test_scrolling_to_the_end_reads_on(room: Room, pc: Keeping, sri: Officer) -> None:
    told(pc, sri, Action.TALLY_WRITTEN, count=PAGE + 30)
    room.page.choose_action(Action.TALLY_WRITTEN.value)
    room.until_found(PAGE)
    bar = room.page.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    room.until_found(PAGE + 30)
    numbers = [int(text.replace(".", "")) for text in room.column(0)]
    assert numbers == sorted(numbers, reverse=True)
    assert len(set(numbers)) == PAGE + 30


def test_reading_the_journal_is_an_entry_too(room: Room) -> None:
    room.page.searched.emit()
    room.qtbot.waitUntil(lambda: "Jurnal dibaca" in room.actions(), timeout=5000)


def test_a_whole_chain_is_said_to_be_whole(room: Room) -> None:
    room.page.check_asked.emit()
    room.until_it_says("The chain is whole")
    assert not room.page.progress.isVisible()


def test_a_broken_chain_says_where(room: Room) -> None:
    head = ChainHead(40, "ab" * 32)
    report = ChainReport(1, head, (BrokenLink(17, Fault.CHANGED, None),), (HeadDoubt.SHORTER,))
    title, words, tone = chain_words(report)
    assert tone is Tone.ERROR
    assert "17" in words
    assert "an older database took its place" in words
    assert title == "The journal does not agree with itself"


def test_the_data_of_one_person_leaves_as_paper_and_workbook(siti: int, room: Room, pc: Keeping) -> None:
    room.look_up("siti")
    room.qtbot.waitUntil(lambda: room.page.person.member_id == siti, timeout=5000)
    room.page.export_asked.emit(Export.PERSON)
    room.until_it_says("Written as PDF and workbook")
    [pdf] = (pc.paths.out / "jejak").glob("*.pdf")
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()
    assert "SITI NUR RAHAYU" in text
    assert openpyxl.load_workbook(next((pc.paths.out / "jejak").glob("*.xlsx"))).sheetnames


def test_who_saw_whom_is_written_for_the_days_chosen(
    siti: int, room: Room, pc: Keeping, sri: Officer
) -> None:
    told(pc, sri, Action.PERSON_SHOWN, siti)
    room.page.export_asked.emit(Export.TOUCHED)
    room.until_it_says("Written as PDF and workbook")
    [pdf] = (pc.paths.out / "jejak").glob("siapa-melihat-siapa*.pdf")
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()
    assert "Sri Wahyuni" in text
    assert "SITI NUR RAHAYU" in text


def test_the_next_officer_finds_nothing_of_the_search(siti: int, room: Room, sri: Officer) -> None:
    room.look_up("siti")
    room.qtbot.waitUntil(lambda: room.page.person.member_id == siti, timeout=5000)
    room.page.hide()
    room.presenter.start(sri)
    assert room.page.person.member_id is None
    assert room.actions() == []


def test_everything_that_takes_the_focus_has_a_name(room: Room) -> None:
    assert nameless(room.page) == []
