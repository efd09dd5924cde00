"""A workbook as a company really sends it becomes printed cards, a receipt, an e-mail draft and a log row,
while the printer jams twice on the way; and the blanks add up."""

import email
from collections import Counter as Tally
from collections.abc import Iterator
from dataclasses import replace
from email.policy import default
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from app.cards.card_stock import BlankLevel
from app.cards.print_job import CardState
from app.companies.card_batch import BatchState, CardBatch
from app.member_fields import MemberField as Field
from app.reference import Reference
from app.reports.paper_dates import long_date
from app.settings import Settings
from app.trust.journal import Action
from main import RESOURCES
from tests.card_printer.simulated import Behaviour, SimulatedCardPrinter
from tests.company_lists import Line, as_xlsx, letterhead, people, tidy_lines
from tests.counter_day.counter import ALT, CTRL, Counter, Demo
from tests.counter_day.play import Key
from ui.cards.batch_page import BatchPage
from ui.companies.companies_room import CompaniesRoom
from ui.companies.rows_page import RowsPage, Shown
from ui.main_window import Room
from ui.shortcuts import Key as Shortcut
from ui.widgets.action_button import ActionButton

pytestmark = pytest.mark.slow

WORKERS = 12
COMPANY = ("13007478", "000", "PT SUMBER REJEKI ABADI", "Rahma Dewi", "hrd@sumber-rejeki.example")
SIXTY = "SITI NURHALIZAH KUSUMANINGRUM WIDYAWATI PRAMESTI RAHAYU LEST"


def as_they_send_it() -> tuple[list[Line], list[str]]:
    """Three NIKs that are none, a name of sixty characters, dates in three ways, two people twice; and the
    NIKs as they stand on the KTP."""
    lines = tidy_lines(WORKERS, Reference.load(RESOURCES / "reference"))
    right = [str(line[Field.NIK]) for line in lines]
    lines[1][Field.NIK] = float(right[1][:15] + "0")  # what Excel leaves of sixteen digits
    lines[2][Field.NIK] = right[2][:15]
    lines[3][Field.NIK] = right[3][:6] + "32" + right[3][8:]
    lines[4][Field.NAME] = SIXTY
    born = [member.birth_date for member, _ in people(WORKERS)]
    lines[7][Field.BIRTH_DATE] = born[7]
    lines[8][Field.BIRTH_DATE] = long_date(born[8])
    return [*lines, dict(lines[5]), dict(lines[6])], right


class CompanyDay:
    """A card operator's counter, and what was made at it."""

    def __init__(self, folder: Path, printer: SimulatedCardPrinter) -> None:
        self.papers = folder / "keluaran" / "badan-usaha"
        settings = replace(Settings(), printer=printer.address, out=str(folder / "keluaran"))
        self.counter = Counter(folder / "loket", settings)
        self.counter.sit_down(Demo.CARD_OPERATOR)

    def new_company(self) -> None:
        self.counter.enter(Room.COMPANIES)
        self.counter.press(Key.Key_N, CTRL)
        for text in COMPANY:
            self.counter.type_in(text)
            self.counter.press(Key.Key_Return)
        self.counter.press(Key.Key_Return, CTRL)
        self.counter.wait_for("sudah disimpan")

    def list_arrives(self, file: Path) -> RowsPage:
        [room] = self.counter.window.findChildren(CompaniesRoom)
        room.dropped.emit(file)
        self.counter.wait_for("Kolom mana berisi apa")
        self.counter.press(Key.Key_Return, CTRL)
        self.counter.wait_for_page(RowsPage)
        [rows] = self.counter.window.findChildren(RowsPage)
        return rows

    def mend(self, right: list[str]) -> None:
        """The NIK of one row after the other, read from the KTP again."""
        self.counter.press(Key.Key_Down, CTRL)
        for nik in right:
            self.counter.press(Key.Key_A, CTRL)
            self.counter.type_in(nik)
            self.counter.press(Key.Key_Return)

    def leave_out(self, rows: RowsPage) -> None:
        left, buttons = rows.counted(Shown.LEFT), rows.findChildren(ActionButton)
        key = Shortcut.LEAVE_ROW_OUT
        self.counter.until(lambda: any(each.takes(key) for each in buttons), f"{key} is taken")
        self.counter.press(Key.Key_Delete, ALT)
        self.counter.until(lambda: rows.counted(Shown.LEFT) == left + 1, "the row is left out")

    @property
    def page(self) -> BatchPage:
        [page] = self.counter.window.findChildren(BatchPage)
        return page

    def until_asked(self) -> None:
        self.counter.until(
            lambda: self.page.question.isVisible() and self.page.question.takes_answer,
            "a card is asked for",
        )

    def until_it_says(self, primary: str) -> None:
        self.counter.until(lambda: self.page.deeds.primary() == primary, f"F9 would “{primary}”")
        self.counter.wait_for_print()

    def batch(self) -> CardBatch:
        assert self.counter._program.branch is not None
        with self.counter._program.branch.look() as work:
            return work.batches.latest(1)[0]

    def blanks(self) -> BlankLevel:
        assert self.counter._program.branch is not None
        with self.counter._program.branch.look() as work:
            return work.stock.level("Loket 1")

    def numbers(self) -> list[str]:
        """The KPJ numbers of the cards that came out well, in the batch's order."""
        assert self.counter._program.branch is not None
        with self.counter._program.branch.look() as work:
            cards = work.batches.cards(self.batch().id)
        assert Tally(card.state for card in cards) == {CardState.GOOD: WORKERS, CardState.SPOILED: 1}
        return [card.kpj for card in cards if card.state is CardState.GOOD]


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot, card_printer: SimulatedCardPrinter) -> Iterator[CompanyDay]:
    day = CompanyDay(tmp_path, card_printer)
    yield day
    day.counter.close()


def text_of(document: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(document)
    try:
        return [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()


def take_the_list(day: CompanyDay, folder: Path) -> None:
    """Three NIKs are read from the KTP again, and who stands there twice is left out once."""
    lines, right = as_they_send_it()
    file = folder / "Daftar TK baru November.xlsx"
    file.write_bytes(as_xlsx(letterhead(lines)))
    day.new_company()
    rows = day.list_arrives(file)
    day.mend(right[1:4])
    day.counter.until(lambda: rows.counted(Shown.READY) == 10, "three NIKs are mended")
    day.leave_out(rows)
    day.leave_out(rows)
    day.counter.press(Key.Key_Return, CTRL)
    day.counter.wait_for("12 dicatat")


def print_with_two_jams(day: CompanyDay, printer: SimulatedCardPrinter) -> None:
    """The fourth card is stuck and did not come out; a later one is torn."""
    counter = day.counter
    printer.will(*[Behaviour.OK] * 3, Behaviour.JAM, *[Behaviour.OK] * 3, Behaviour.JAM)
    counter.press(Key.Key_F9)
    counter.wait_for_page(BatchPage)
    day.until_it_says("Setujui dan cetak")
    counter.press(Key.Key_F9)
    for answer in ("T", "R2"):
        day.until_asked()
        for key in answer:
            counter.type_in(key)
        printer.enable()  # a stopped queue would print its backlog now
        day.until_it_says("Lanjutkan")
        counter.press(Key.Key_F9)
    day.until_it_says("Semua baik")
    counter.press(Key.Key_F9)
    day.until_it_says("Tulis tanda terima")
    assert not counter.says("sudah berubah keadaan")


def receipt_and_hand_over(day: CompanyDay) -> None:
    counter = day.counter
    counter.press(Key.Key_F9)
    counter.until(lambda: day.batch().state is BatchState.RECEIPTED, "the receipt is written")
    counter.settle()
    counter.type_in("Ahmad Fauzi")
    counter.press(Key.Key_Return)
    counter.press(Key.Key_Return)
    counter.type_in("0004")
    counter.press(Key.Key_F9)
    counter.until(lambda: day.batch().state is BatchState.HANDED_OVER, "the cards are handed over")


def test_a_list_as_companies_send_it_becomes_cards_receipt_draft_and_log_row(
    day: CompanyDay, card_printer: SimulatedCardPrinter, tmp_path: Path
) -> None:
    before = day.blanks()
    take_the_list(day, tmp_path)
    print_with_two_jams(day, card_printer)
    receipt_and_hand_over(day)

    kpj = day.numbers()
    assert len(kpj) == WORKERS
    in_the_tray = Tally(
        number
        for card in card_printer.cards
        for number in kpj
        if number in text_of(card.document)[0].replace(" ", "")
    )
    assert in_the_tray == Tally(kpj)  # every card came out, and none twice
    assert_papers(day, kpj)

    after = day.blanks()
    assert (after.good - before.good, after.spoiled - before.spoiled, after.held) == (WORKERS, 1, 0)
    assert after.remaining == before.remaining - WORKERS - 1
    [handed_over] = day.counter.journal(Action.BATCH_HANDED_OVER)
    assert len(handed_over.members) == WORKERS


def assert_papers(day: CompanyDay, kpj: list[str]) -> None:
    """Cards, receipt, draft and log tell of the same cards."""
    name = f"13007478_{day.batch().day:%Y-%m-%d}"
    cards, receipt = day.papers / f"{name}_kartu.pdf", day.papers / f"{name}_tanda-terima.pdf"
    fronts = text_of(cards.read_bytes())[::2]
    assert [number in page.replace(" ", "") for number, page in zip(kpj, fronts, strict=True)] == [True] * 12
    paper = "".join(text_of(receipt.read_bytes()))
    assert "12 kartu" in paper
    assert all(f"{number[:2]} {number[2:6]} {number[6:]}" in paper for number in kpj)
    mail = email.message_from_bytes((day.papers / f"{name}_surel.eml").read_bytes(), policy=default)
    assert mail["To"] == COMPANY[-1]
    assert [part.get_filename() for part in mail.iter_attachments()] == [cards.name, receipt.name]
    log = openpyxl.load_workbook(day.papers / f"log-kpj_{day.batch().day:%Y-%m}.xlsx")
    assert [cell.value for cell in log["Log KPJ"][2]][1:] == ["13007478", COMPANY[2], WORKERS]
    log.close()
