"""One card to its 300 dpi bitmaps and K layers, beside PDFium alone and beside a card printer's pace."""

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pypdfium2

from app.cards.card_face import CardFace
from printing.card import PdfCardRenderer
from printing.card_page import DOTS_PER_INCH
from printing.fonts import FontShelf
from printing.layout import read_layout
from printing.raster import card_bitmap

_ROOT = Path(__file__).parents[2]
_CARDS_AN_HOUR = 280
"""A quick card printer with both sides in colour."""


def run(quick: bool) -> Iterator[dict[str, object]]:
    """Front and back of one card; ``quick`` repeats it less often."""
    n = 20 if quick else 100
    layout = read_layout(
        _ROOT / "resources" / "card_layouts" / "kartu-peserta.toml", FontShelf(_ROOT / "resources" / "fonts")
    )
    face = CardFace(
        name="SITI NUR RAHAYU",
        kpj="26004187326",
        nik="3578015508920004",
        company="PT Sumber Rejeki Abadi",
        segment="PU",
        issued_on=date(2026, 11, 20),
        branch="Kantor Cabang Contoh",
    )
    pdf = PdfCardRenderer(layout).render([face])
    begun = time.perf_counter()
    ours = _median_ms(n, lambda: [card_bitmap(pdf, page) for page in (0, 1)])
    theirs = _median_ms(n, lambda: _merely_rasterised(pdf))
    seconds = round(time.perf_counter() - begun, 2)
    yield {
        "bench": "raster",
        "measure": "card_to_bitmap_and_k_layer_ms_vs_pypdfium2",
        "value": round(ours, 1),
        "goal": "<= 50",
        "met": ours <= 50,
        "n": n,
        "seconds": seconds,
        "ours": round(ours, 1),
        "theirs": round(theirs, 1),
    }
    printer_ms = 3_600_000 / _CARDS_AN_HOUR
    yield {
        "bench": "raster",
        "measure": "times_faster_than_a_card_printer",
        "value": round(printer_ms / ours),
        "goal": ">= 100",
        "met": printer_ms / ours >= 100,
        "n": n,
        "seconds": seconds,
        "ours": round(ours, 1),
        "theirs": round(printer_ms),
    }


def _median_ms(n: int, work: Callable[[], object]) -> float:
    taken = []
    for _ in range(n):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def _merely_rasterised(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        page.render(scale=DOTS_PER_INCH / 72)
    document.close()
