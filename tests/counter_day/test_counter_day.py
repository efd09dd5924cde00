"""The whole job on real parts: window, encrypted database, print queue, workbook."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from app.settings import Settings
from tests.card_printer.simulated import SimulatedCardPrinter
from tests.counter_day import play
from tests.counter_day.counter import Counter
from tests.counter_day.play import Key
from tests.counter_day.visitor import KETUT, SITI
from tests.faults.counter_worker import die_in_the_middle_of_a_print
from tests.faults.killed import until_it_dies
from tests.printing.seen import as_worn, at_300_dpi, codes_read
from ui.main_window import Room

pytestmark = pytest.mark.slow


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot) -> Iterator[Counter]:
    """The demo branch with its first officer, printing to PDF files."""
    counter = Counter(tmp_path, Settings())
    counter.sit_down()
    yield counter
    counter.close()


@pytest.fixture
def counter_with_queue(tmp_path: Path, qtbot: QtBot, card_printer: SimulatedCardPrinter) -> Iterator[Counter]:
    counter = Counter(tmp_path, Settings(printer=card_printer.address))
    counter.sit_down()
    yield counter
    counter.close()


def test_a_visitor_leaves_with_a_card_whose_codes_scan(counter: Counter) -> None:
    play.register(counter, SITI)
    play.print_card(counter)
    play.close(counter)
    [card] = (counter.base / "keluaran" / "kartu").glob("*.pdf")
    for worn in as_worn(at_300_dpi(card.read_bytes())):
        assert codes_read(worn) == {"Code128": "26900000001", "QRCode": "26900000001"}
    assert [paper.name for paper in (counter.base / "keluaran" / "tanda-terima").iterdir()] == [
        f"TT-{date.today():%Y}-000001.pdf"  # noqa: DTZ011 - the branch's own day
    ]


def test_the_day_ends_with_a_workbook_nobody_typed(counter: Counter) -> None:
    for visitor in (SITI, KETUT):
        play.register(counter, visitor)
        play.print_card(counter)
        play.close(counter)
    counter.enter(Room.REPORTS)
    counter.press(Key.Key_F9)
    counter.wait_for("Sudah dibuat")
    [file] = (counter.base / "keluaran" / "rekap").glob("*.xlsx")
    log = openpyxl.load_workbook(file)["Log KPJ"]
    heading, *rows = log.iter_rows(values_only=True)
    assert heading == ("Tanggal", "NPP", "Nama Perusahaan", "Jumlah KPJ")
    assert {(npp, cards) for _day, npp, _name, cards in rows} == {(SITI.npp, 1), (KETUT.npp, 1)}
    assert all(cell.data_type == "s" for cell in log["B"][1:])


def test_the_queue_gets_the_very_card_that_was_shown(
    counter_with_queue: Counter, card_printer: SimulatedCardPrinter
) -> None:
    play.register(counter_with_queue, SITI)
    play.print_card(counter_with_queue)
    [card] = card_printer.cards
    assert codes_read(at_300_dpi(card.document)) == {"Code128": "26900000001", "QRCode": "26900000001"}


def test_a_program_killed_in_the_middle_of_a_print_asks_about_that_one_card(
    tmp_path: Path, qtbot: QtBot
) -> None:
    [name] = until_it_dies(die_in_the_middle_of_a_print, tmp_path)
    counter = Counter(tmp_path, Settings())
    counter.sit_down()
    counter.enter(Room.CARDS)
    counter.wait_for("Tolong periksa")
    counter.wait_for(f"{name} · ")
    assert not (tmp_path / "keluaran" / "kartu").exists(), "something was sent before anybody was asked"
    counter.press(Key.Key_T)
    counter.wait_for("Tidak ada kartu yang perlu diperiksa")
    counter.press(Key.Key_F9)
    counter.wait_for_the_question()
    counter.wait_for(f"{name} · ")
    counter.press(Key.Key_B)
    counter.wait_for("Tidak ada kartu yang perlu diperiksa")
    assert len(list((tmp_path / "keluaran" / "kartu").glob("*.pdf"))) == 1
    counter.close()
