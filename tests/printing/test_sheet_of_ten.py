"""Ten cards on A4 at their true size, to be cut along the marks; the backs fit when the sheet is turned."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageStat

from app.cards.card_face import CardFace
from printing.card import PdfCardRenderer
from printing.card_page import HEIGHT_MM, WIDTH_MM
from printing.fonts import FontShelf
from printing.sheet_of_ten import PdfSheets

_DOT = 25.4 / 300
_LEFT, _TOP = (210 - 2 * WIDTH_MM - 4) / 2, (297 - 5 * HEIGHT_MM - 8) / 2


def sheets(renderer: PdfCardRenderer, fonts: FontShelf, faces: Sequence[CardFace]) -> bytes:
    return PdfSheets(lambda _layout: renderer, fonts)(faces)


def at_300_dpi(pdf: bytes, page: int = 0) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        image: Image.Image = document[page].render(scale=300 / 72).to_pil()
        return image.convert("RGB")
    finally:
        document.close()


def text_of(pdf: bytes) -> str:
    return pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text()


def unlike(one: Image.Image, other: Image.Image) -> float:
    """How far the lines that name the segment differ."""
    area = (round(5 / _DOT), round(40 / _DOT), round(39 / _DOT), round(44 / _DOT))
    apart = ImageChops.difference(one.crop(area).convert("L"), other.crop(area).convert("L"))
    return ImageStat.Stat(apart).mean[0]


def twelve(siti: CardFace) -> list[CardFace]:
    return [replace(siti, name=f"SITI {chr(65 + place)}", kpj=f"260041873{place:02d}") for place in range(12)]


def cut_out(sheet: Image.Image, row: int, column: int) -> Image.Image:
    """What is left when the sheet is cut along the marks of one card."""
    x, y = _LEFT + column * (WIDTH_MM + 4), _TOP + row * (HEIGHT_MM + 2)
    box = (x / _DOT, y / _DOT, (x + WIDTH_MM) / _DOT, (y + HEIGHT_MM) / _DOT)
    left, top, right, bottom = (round(edge) for edge in box)
    return sheet.crop((left, top, right, bottom))


def test_twelve_cards_are_two_sheets_of_a4_with_their_backs(
    renderer: PdfCardRenderer, fonts: FontShelf, siti: CardFace
) -> None:
    document = pypdf.PdfReader(BytesIO(sheets(renderer, fonts, twelve(siti))))
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in document.pages}
    assert (len(document.pages), sizes) == (4, {(595, 842)})


def test_every_card_is_read_where_it_lies_and_is_as_large_as_a_card(
    renderer: PdfCardRenderer, fonts: FontShelf, siti: CardFace
) -> None:
    faces = twelve(siti)
    front = at_300_dpi(sheets(renderer, fonts, faces))
    for place, face in enumerate(faces[:10]):
        card = cut_out(front, *divmod(place, 2))
        assert {code.text for code in zxingcpp.read_barcodes(card)} == {face.kpj}
    assert card.size == (1011, 638) or card.size == (1011, 637)


def test_the_backs_lie_mirrored_behind_their_fronts(
    renderer: PdfCardRenderer, fonts: FontShelf, siti: CardFace
) -> None:
    faces = [replace(siti, segment=segment) for segment in ("PU", "BPU", "PU")]
    document = sheets(renderer, fonts, faces)
    back = at_300_dpi(document, 1)
    [first, second, third] = [cut_out(back, *place) for place in ((0, 1), (0, 0), (1, 1))]
    assert unlike(first, third) < unlike(first, second) / 2
    assert cut_out(back, 1, 0).getextrema() == ((255, 255),) * 3


def test_every_card_says_that_it_is_temporary_and_the_margin_says_until_when(
    renderer: PdfCardRenderer, fonts: FontShelf, siti: CardFace
) -> None:
    text = text_of(sheets(renderer, fonts, [siti, siti]))
    assert text.count("KARTU SEMENTARA") == 2
    assert "berlaku sampai kartu PVC diserahkan" in text
    assert "20 November 2026 · lembar 1 dari 1 · muka" in text


def test_a_layout_without_a_back_is_one_page_a_sheet(
    renderer: PdfCardRenderer, fonts: FontShelf, siti: CardFace
) -> None:
    one_sided = PdfCardRenderer(replace(renderer.card_layout, back=None))
    assert len(pypdf.PdfReader(BytesIO(sheets(one_sided, fonts, [siti]))).pages) == 1


def test_crop_marks_stand_outside_the_cards_in_line_with_their_edges(
    renderer: PdfCardRenderer, fonts: FontShelf, siti: CardFace
) -> None:
    front = at_300_dpi(sheets(renderer, fonts, [siti]))
    y = round((_TOP - 3) / _DOT)
    row = front.convert("L").crop((0, y, front.width, y + 1)).tobytes()
    dark = [x * _DOT for x, grey in enumerate(row) if grey < 200]
    for edge in (_LEFT, _LEFT + WIDTH_MM, _LEFT + WIDTH_MM + 4, _LEFT + 2 * WIDTH_MM + 4):
        assert any(x == pytest.approx(edge, abs=0.2) for x in dark)


def test_the_same_cards_give_the_same_bytes(
    renderer: PdfCardRenderer, fonts: FontShelf, siti: CardFace
) -> None:
    assert sheets(renderer, fonts, [siti]) == sheets(renderer, fonts, [siti])
