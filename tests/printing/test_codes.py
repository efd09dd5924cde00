"""What the card carries for a scanner can be read by one, worn or half-size, whatever the number."""

import random
import string

import numpy as np
import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.cards.card_face import CardFace
from printing import barcode, qr
from printing.card import PdfCardRenderer
from printing.layout import CardLayout
from printing.raster import card_bitmap
from tests.printing.seen import as_worn, at_300_dpi, codes_read

_CHANCE = random.Random(20261120)
NUMBERS = ["00000000000", "99999999999", "99000000001", "01234567890"] + [
    f"{_CHANCE.randrange(10**11):011d}" for _ in range(40)
]
WITH_LETTERS = ["ABCDEFGHIJK", "0A0A0A0A0A0", "12345678ZZZ", "Z9999999999", "99AB99CD99E", "9A999999999"] + [
    "".join(_CHANCE.choices(string.ascii_uppercase + string.digits, k=11)) for _ in range(20)
]
KPJ = st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=11, max_size=11)


def face_with(kpj: str, siti: CardFace) -> CardFace:
    return CardFace(siti.name, kpj, siti.nik, siti.company, siti.segment, siti.issued_on, siti.branch)


@pytest.mark.parametrize("kpj", NUMBERS + WITH_LETTERS)
def test_both_codes_are_read_from_the_card_worn_or_half_size(
    renderer: PdfCardRenderer, siti: CardFace, kpj: str
) -> None:
    card = at_300_dpi(renderer.render([face_with(kpj, siti)]))
    for seen in as_worn(card):
        assert codes_read(seen) == {"Code128": kpj, "QRCode": kpj}


@pytest.mark.parametrize(("kpj", "module"), [("26004187326", 5), ("ABCDEFGHIJK", 4)])
def test_every_bar_is_whole_dots_with_clean_edges(
    renderer: PdfCardRenderer, demo_layout: CardLayout, siti: CardFace, kpj: str, module: int
) -> None:
    place = demo_layout.front.code128
    assert place is not None
    card = at_300_dpi(renderer.render([face_with(kpj, siti)]))
    dot = 25.4 / 300
    left, right = (round(edge / dot) + 2 for edge in (place.x_mm, place.x_mm + place.width_mm))
    middle = round((place.y_mm + place.height_mm / 2) / dot) + 5
    row = [card.getpixel((x, middle)) for x in range(left, right)]
    assert set(row) == {(0, 0, 0), (255, 255, 255)}
    pattern = "".join("1" if pixel == (0, 0, 0) else "0" for pixel in row).strip("0")
    assert pattern == "".join(bit * module for bit in barcode.modules(kpj))
    before = row.index((0, 0, 0))
    after = row[::-1].index((0, 0, 0))
    assert min(before, after) >= 10 * module - 1


def test_the_qr_code_is_whole_dots_and_its_quiet_zone_is_white(
    renderer: PdfCardRenderer, demo_layout: CardLayout, siti: CardFace
) -> None:
    place = demo_layout.front.qr
    assert place is not None
    dot, side = 25.4 / 300, 29 * 5
    left, top = round(place.x_mm / dot) + 2, 648 - 5 - round((53.98 - place.y_mm) / dot)
    area = at_300_dpi(renderer.render([siti])).crop((left, top, left + side, top + side))
    modules = area.crop((20, 20, side - 20, side - 20)).resize((21, 21), Image.Resampling.NEAREST)
    expected = Image.new("RGB", (29, 29), "white")
    expected.paste(modules, (4, 4))
    assert area.tobytes() == expected.resize(area.size, Image.Resampling.NEAREST).tobytes()


@given(st.integers(0, 10**11 - 1))
def test_the_qr_code_put_together_from_tables_is_the_one_segno_draws(number: int) -> None:
    kpj = f"{number:011d}"
    by_segno = segno.make_qr(kpj, version=1, error="h", mode="numeric", mask=2, boost_error=False)
    assert qr.modules(kpj) == tuple(int("".join(f"{bit:d}" for bit in row), 2) for row in by_segno.matrix)


@given(KPJ)
def test_no_number_is_wider_than_the_layouts_are_checked_for(kpj: str) -> None:
    assert len(barcode.modules(kpj)) <= barcode.MODULES_AT_MOST


def test_the_black_layer_holds_exactly_the_black(renderer: PdfCardRenderer, siti: CardFace) -> None:
    for page in (0, 1):
        bitmap = card_bitmap(renderer.render([siti]), page)
        colour = Image.frombytes("RGB", (1016, 648), bitmap.colour.rgb)
        black = Image.frombytes("1", (1016, 648), bitmap.black)
        assert (np.asarray(black) == (np.asarray(colour) == 0).all(axis=2)).all()
        assert np.asarray(black).any()


def test_the_codes_are_read_from_the_black_layer_alone(renderer: PdfCardRenderer, siti: CardFace) -> None:
    bitmap = card_bitmap(renderer.render([siti]), 0)
    ink = Image.frombytes("1", (1016, 648), bitmap.black).convert("L").point(lambda value: 255 - value)
    assert codes_read(ink) == {"Code128": siti.kpj, "QRCode": siti.kpj}
