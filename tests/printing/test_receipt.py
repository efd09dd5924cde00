"""A receipt always comes out whole: nothing clipped, nothing read as markup, numbered and signed by two."""

from dataclasses import replace
from datetime import datetime

import pypdfium2
import pytest

from app.ports import Receipt, ReceiptLine
from printing.fonts import FontShelf
from printing.raster import preview
from printing.receipt import PdfReceiptRenderer
from tests.printing.seen import picture


@pytest.fixture
def receipt() -> Receipt:
    return Receipt(
        number="TT-2026-000017",
        branch="Kantor Cabang Contoh",
        counter="Loket 1",
        officer="Rina Pratiwi",
        at=datetime(2026, 11, 20, 14, 32),  # noqa: DTZ001 -- the paper shows the branch's wall clock
        member_name="SITI NUR RAHAYU",
        nik_masked="3578••••••••0004",
        lines=(ReceiptLine("No. KPJ", "26 0041 87326"), ReceiptLine("Badan usaha", "PT Sumber Rejeki")),
        done=("Peserta baru didaftarkan", "Kartu peserta dicetak dan diserahkan"),
    )


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_the_receipt_says_who_got_what_from_whom_and_when(fonts: FontShelf, receipt: Receipt) -> None:
    [page] = pages_of(PdfReceiptRenderer(fonts).render(receipt))
    for expected in (
        "Tanda Terima",
        "TT-2026-000017",
        "Kantor Cabang Contoh · Loket 1",
        "20 November 2026, pukul 14.32",
        "3578••••••••0004",
        "26 0041 87326",
        "Kartu peserta dicetak dan diserahkan",
        "Penerima",
        "Petugas",
        "Rina Pratiwi",
    ):
        assert expected in page
    assert page.count("SITI NUR RAHAYU") == 2  # above, and under the line to sign on


def test_the_receipt_is_half_a_sheet_of_a4(fonts: FontShelf, receipt: Receipt) -> None:
    document = pypdfium2.PdfDocument(PdfReceiptRenderer(fonts).render(receipt))
    millimetres = [round(side * 25.4 / 72) for side in document[0].get_size()]
    document.close()
    assert millimetres == [210, 148]


def test_the_same_receipt_gives_the_same_bytes(fonts: FontShelf, receipt: Receipt) -> None:
    renderer = PdfReceiptRenderer(fonts)
    assert renderer.render(receipt) == renderer.render(receipt)


def test_what_looks_like_markup_is_only_text(fonts: FontShelf, receipt: Receipt) -> None:
    odd = replace(receipt, member_name="<b>SITI</b> & <font size=99>", officer="A <i> B")
    [page] = pages_of(PdfReceiptRenderer(fonts).render(odd))
    assert page.count("<b>SITI</b> & <font size=99>") >= 1
    assert "A <i> B" in page


@pytest.mark.parametrize("name", ["W" * 200, "RADEN AYU " * 30])
def test_a_long_name_wraps_and_keeps_clear_of_the_edges(
    fonts: FontShelf, receipt: Receipt, name: str
) -> None:
    long = replace(receipt, member_name=name, officer=name, branch=name, lines=(ReceiptLine(name, name),))
    pdf = PdfReceiptRenderer(fonts).render(long)
    for number in range(len(pages_of(pdf))):
        paper = picture(preview(pdf, number, 1050)).convert("L").point(lambda value: 255 - value)
        box = paper.getbbox()
        assert box is not None
        left, _top, right, _bottom = box
        assert left >= 74
        assert right <= 1050 - 70
    assert "".join(pages_of(pdf)).replace("\r\n", "").count(name.split()[0]) >= 1


def test_many_lines_go_on_to_the_next_page_with_the_number_on_each(
    fonts: FontShelf, receipt: Receipt
) -> None:
    many = replace(receipt, lines=tuple(ReceiptLine(f"Baris {n}", f"isi {n}") for n in range(30)))
    pages = pages_of(PdfReceiptRenderer(fonts).render(many))
    assert len(pages) > 1
    assert all("TT-2026-000017" in page for page in pages)
    assert all(any(f"isi {n}" in page for page in pages) for n in range(30))
    assert "Petugas" in pages[-1]


def test_what_the_font_cannot_draw_is_shown_as_a_square_and_the_receipt_comes_out(
    fonts: FontShelf, receipt: Receipt
) -> None:
    [page] = pages_of(PdfReceiptRenderer(fonts).render(replace(receipt, member_name="SITI 😀\x00")))
    assert "SITI □□" in page
