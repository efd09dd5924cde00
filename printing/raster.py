"""Turn pages into pixels: the bitmap and black layer a card printer's kit wants, and the screen's preview."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageChops

from app.ports import PageImage
from printing.card_page import DOT_PT, DOTS_PER_INCH

WIDTH_DOTS, HEIGHT_DOTS = 1016, 648
"""What 300 dpi card printers take: the card's 1011 x 637.6 dots and a little over its edges."""

_LEFT_DOTS, _BELOW_DOTS = 2, 5
_HAIR = 0.0001  # points; PDFium rounds sizes up, and 648.0000001 dots must not become 649

_one_page_at_a_time = threading.Lock()
"""PDFium is one for the whole process and may not be entered twice."""


@dataclass(frozen=True, slots=True)
class CardBitmap:
    """``black`` is the K panel: one bit a dot, 1 is ink, rows padded to whole bytes, top row first."""

    colour: PageImage
    black: bytes


def card_bitmap(pdf: bytes, page: int) -> CardBitmap:
    """One side at exactly 300 dpi with its bleed; whole dots of the page are whole dots here."""
    with _opened(pdf, page) as sheet:
        left, below = -_LEFT_DOTS * DOT_PT, -_BELOW_DOTS * DOT_PT
        right, above = left + WIDTH_DOTS * DOT_PT - _HAIR, below + HEIGHT_DOTS * DOT_PT - _HAIR
        sheet.set_mediabox(left, below, right, above)
        # without grey edges: every dot of a letter or a bar is the K panel's, none is mixed from colours
        image = sheet.render(
            scale=DOTS_PER_INCH / 72, rev_byteorder=True, no_smoothtext=True, no_smoothpath=True
        ).to_pil()
    red, green, blue = image.split()
    lightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    black = lightest.point(lambda value: 255 if value == 0 else 0, mode="1")
    return CardBitmap(_page_image(image), black.tobytes())


def card_picture(pdf: bytes, page: int, dots_per_inch: int) -> PageImage:
    """One side without bleed, as a driver gets it: black stays black, so that its K panel takes it."""
    with _opened(pdf, page) as sheet:
        image = sheet.render(
            scale=dots_per_inch / 72, rev_byteorder=True, no_smoothtext=True, no_smoothpath=True
        ).to_pil()
    return _page_image(image)


def preview(pdf: bytes, page: int, width_px: int) -> PageImage:
    """A page of the very document that will be printed, ``width_px`` wide, smooth for a screen."""
    with _opened(pdf, page) as sheet:
        image = sheet.render(scale=width_px / sheet.get_width(), rev_byteorder=True).to_pil()
    return _page_image(image)


def page_count(pdf: bytes) -> int:
    with _one_page_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


@contextmanager
def _opened(pdf: bytes, page: int) -> Iterator[pypdfium2.PdfPage]:
    with _one_page_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document[page]
        finally:
            document.close()


def _page_image(image: Image.Image) -> PageImage:
    return PageImage(image.width, image.height, image.width * 3, image.tobytes())
