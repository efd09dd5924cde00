"""A report always comes out whole: on every page its number and the journal's head, nothing clipped."""

from dataclasses import replace
from datetime import date, datetime

import pypdfium2
import pytest

from app.exchange.write_workbook import Column, Sheet
from app.reports.report import Facts, Report
from app.trust.journal import ChainHead
from printing.fonts import FontShelf
from printing.line_wrap import wrapped
from printing.raster import preview
from printing.report import PdfReportRenderer
from tests.printing.seen import picture

_COLUMNS = (
    Column("Entri", 10),
    Column("Waktu", 20),
    Column("Keterangan", 60),
    Column("Jumlah", 12, counts=True),
)
_PAGE_PX = 1050


@pytest.fixture
def report() -> Report:
    return Report(
        title="Data pribadi peserta",
        about="SITI NUR RAHAYU",
        branch="Kantor Cabang Contoh",
        at=datetime(2026, 11, 20, 14, 32),  # noqa: DTZ001 -- the paper shows the branch's wall clock
        by="Sri Wahyuni",
        head=ChainHead(1_234_567, "3f2a91bc77de0a1b" * 4),
        sections=(
            Facts("Identitas", {"Nama": "SITI NUR RAHAYU", "NPWP": ""}),
            Sheet("Jejak", _COLUMNS, [("17", date(2026, 11, 20), "kunjungan 3", 12_345)]),
            Sheet("Lampiran", _COLUMNS, []),
        ),
        note="Simpan lembar ini.",
        signatures=(("Penyelia", "Sri Wahyuni"), ("Diterima oleh", "SITI")),
    )


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def _rows(count: int, text: str = "kunjungan 3") -> tuple[Sheet]:
    rows = [(f"nomor-{number}", date(2026, 11, 20), text, number) for number in range(count)]
    return (Sheet("Jejak", _COLUMNS, rows),)


def test_the_paper_says_what_it_is_who_made_it_and_where_the_journal_stood(
    fonts: FontShelf, report: Report
) -> None:
    [page] = pages_of(PdfReportRenderer(fonts).render(report))
    for expected in (
        "Data pribadi peserta",
        "Kantor Cabang Contoh",
        "Identitas",
        "20/11/2026",
        "12.345",
        "Tidak ada.",
        "Simpan lembar ini.",
        "Penyelia",
        "Halaman 1 dari 1",
        "Jurnal: 1.234.567 entri · kepala 3f2a 91bc 77de 0a1b 3f2a 91bc 77de 0a1b",
        "Dibuat 20 November 2026 pukul 14.32 oleh Sri Wahyuni",
    ):
        assert expected in page
    assert page.count("Sri Wahyuni") == 2


def test_the_paper_is_a4(fonts: FontShelf, report: Report) -> None:
    document = pypdfium2.PdfDocument(PdfReportRenderer(fonts).render(report))
    millimetres = [round(side * 25.4 / 72) for side in document[0].get_size()]
    document.close()
    assert millimetres == [210, 297]


def test_the_same_report_gives_the_same_bytes(fonts: FontShelf, report: Report) -> None:
    renderer = PdfReportRenderer(fonts)
    assert renderer.render(report) == renderer.render(report)


def test_a_long_table_goes_on_under_its_headings_with_every_row_once(
    fonts: FontShelf, report: Report
) -> None:
    pages = pages_of(PdfReportRenderer(fonts).render(replace(report, sections=_rows(150))))
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert f"Halaman {number} dari {len(pages)}" in page
        assert "kepala 3f2a 91bc" in page
        assert "SITI NUR RAHAYU" in page
    told = "\n".join(pages).replace("\r\n", "\n").split("\n")
    for number in range(150):
        assert sum(f"nomor-{number} " in f"{line} " for line in told) == 1
    assert all("Keterangan" in page for page in pages if "nomor-" in page)


def test_signatures_stand_on_the_page_of_the_words_they_confirm(fonts: FontShelf, report: Report) -> None:
    for rows in range(25, 75):
        pages = pages_of(PdfReportRenderer(fonts).render(replace(report, sections=_rows(rows))))
        assert "Simpan lembar ini." in pages[-1]
        assert "Diterima oleh" in pages[-1]


@pytest.mark.parametrize("text", ["W" * 300, "RADEN AYU " * 200, "satu\ndua\r\ntiga", "x" * 20_000])
def test_a_long_text_wraps_and_keeps_clear_of_the_edges(fonts: FontShelf, report: Report, text: str) -> None:
    long = replace(
        report,
        about=text[:400],
        by=text[:40],
        sections=(Facts(text[:20], {"Nama": text[:2000], text[:60]: "x"}), *_rows(3, text)),
    )
    pdf = PdfReportRenderer(fonts).render(long)
    for number in range(len(pages_of(pdf))):
        paper = picture(preview(pdf, number, _PAGE_PX)).convert("L").point(lambda value: 255 - value)
        box = paper.getbbox()
        assert box is not None
        left, top, right, bottom = box
        assert left >= 74
        assert right <= _PAGE_PX - 74
        assert top >= 50
        assert bottom <= paper.height - 20


def test_what_looks_like_markup_or_cannot_be_drawn_is_only_text(fonts: FontShelf, report: Report) -> None:
    odd = replace(report, about="<b>SITI</b> & 😀\x00", sections=(Facts("<i>", {"&amp;": "(a\\b)"}),))
    [page] = pages_of(PdfReportRenderer(fonts).render(odd))
    for expected in ("<b>SITI</b> & □□", "<i>", "&amp;", "(a\\b)"):
        assert expected in page


@pytest.mark.parametrize("width", [1, 20, 200])
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(fonts: FontShelf, width: float) -> None:
    font = fonts.font("Inter-400Regular")
    text = "Kunjungan 12;  dari Verifikasi " + "panjang" * 30
    lines = wrapped(font, text, 8, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(font.width(line) * 8 <= width * 1000 or len(line) == 1 for line in lines)
