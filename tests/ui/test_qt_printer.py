"""A card drawn through Qt has the card's size and stands where it was drawn. Never run on Windows."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from app.ports import PageImage
from ui.qt_printer import card_size, draw_card, print_card

MM = QPageSize.Unit.Millimeter


def size(width: float, height: float) -> QPageSize:
    return QPageSize(QSizeF(width, height), MM, "", QPageSize.SizeMatchPolicy.ExactMatch)


def marked(_page: int, dots_per_inch: int) -> PageImage:
    """White with one black square of 10 mm, 5 mm from the left and the upper edge."""
    dots_per_mm = dots_per_inch / 25.4
    width, height = round(85.6 * dots_per_mm), round(53.98 * dots_per_mm)
    begin, end = round(5 * dots_per_mm), round(15 * dots_per_mm)
    white, square = b"\xff\xff\xff" * width, b"\xff" * 3 * begin + bytes(3 * (end - begin))
    square += b"\xff" * (3 * width - len(square))
    rows = [square if begin <= row < end else white for row in range(height)]
    return PageImage(width, height, width * 3, b"".join(rows))


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [
        ([size(210, 297), size(86, 54)], (86, 54)),
        ([size(54, 86), size(210, 297)], (54, 86)),
        ([size(85.6, 54), size(88, 56)], (85.6, 54)),
        ([size(210, 297), size(100, 150)], (85.6, 53.98)),
        ([], (85.6, 53.98)),
    ],
)
def test_the_drivers_size_nearest_to_a_card_is_taken_and_never_a_sheet(
    offered: list[QPageSize], chosen: tuple[float, float]
) -> None:
    taken = card_size(offered).size(MM)
    assert (taken.width(), taken.height()) == pytest.approx(chosen, abs=0.2)


def test_both_sides_come_out_at_the_cards_size_with_every_mark_in_its_place(
    qtbot: QtBot, tmp_path: Path
) -> None:
    file, printer = tmp_path / "kartu.pdf", QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(300)
    printer.setOutputFileName(str(file))
    assert draw_card(printer, QPrinterInfo(), "loket-kartu-7-1", 2, marked)
    document = pypdfium2.PdfDocument(file)
    assert len(document) == 2
    page = document[0]
    assert page.get_size() == pytest.approx((242.6, 153.0), abs=1)  # Qt rounds to whole points
    picture = page.render(scale=300 / 72).to_pil().convert("L")
    left, upper, right, lower = picture.point(lambda value: 255 if value < 128 else 0).getbbox()
    mm = 300 / 25.4
    assert (left / mm, upper / mm) == pytest.approx((5, 5), abs=0.3)
    assert ((right - left) / mm, (lower - upper) / mm) == pytest.approx((10, 10), abs=0.2)


def test_a_printer_that_is_not_there_refuses_to_begin(qtbot: QtBot) -> None:
    assert not print_card("Tidak ada", "loket-kartu-7-1", 1, marked)
