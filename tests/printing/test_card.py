"""A card is exactly one card, the same each time, and never cut off or drawn with holes."""

import re
import unicodedata
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from app.cards.card_face import CardFace
from app.cards.card_text import CardText
from app.errors import Problem, RuleBroken
from app.findings import FindingCode, Severity
from app.member_fields import MemberField
from printing.card import PdfCardRenderer
from printing.fit import fitted
from printing.fonts import FontShelf
from printing.layout import CardLayout, Field, read_layout
from printing.raster import card_bitmap, preview
from tests.printing.seen import at_300_dpi, codes_read, picture

SIXTY_LETTERS = "RADEN AYU SITI NURHALIZAH KUSUMANINGTYAS PRABAWATI DEWI ANGGR"


def name_field(layout: CardLayout) -> Field:
    return next(field for field in layout.front.fields if field.show is CardText.NAME)


def text_of(pdf: bytes, page: int) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document[page].get_textpage().get_text_range())
    finally:
        document.close()


def test_the_page_is_exactly_one_card(renderer: PdfCardRenderer, siti: CardFace) -> None:
    document = pypdfium2.PdfDocument(renderer.render([siti]))
    sizes = [page.get_mediabox() for page in document]
    document.close()
    assert sizes == [pytest.approx((0, 0, 242.646, 153.014), abs=1e-3)] * 2


def test_the_same_faces_always_give_the_same_bytes(
    demo_layout: CardLayout, renderer: PdfCardRenderer, siti: CardFace
) -> None:
    faces = [siti, replace(siti, name="NÓVITA ŁUKASZ", kpj="0A0041873ZZ")]
    assert renderer.render(faces) == PdfCardRenderer(demo_layout, specimen=True).render(faces)


def test_the_card_says_what_the_face_says(renderer: PdfCardRenderer, siti: CardFace) -> None:
    pdf = renderer.render([siti])
    front, back = text_of(pdf, 0), text_of(pdf, 1)
    for expected in (
        "SITI NUR RAHAYU",
        "26 0041 87326",
        "3578015508920004",
        "PT Sumber Rejeki Abadi",
        "20 November 2026",
    ):
        assert expected in front
    assert "Penerima Upah" in back
    assert "Kantor Cabang Contoh" in back


@pytest.mark.parametrize(
    ("day", "written"), [(date(2026, 8, 17), "17 Agustus 2026"), (date(2027, 5, 1), "1 Mei 2027")]
)
def test_the_date_is_written_in_indonesian(
    renderer: PdfCardRenderer, siti: CardFace, day: date, written: str
) -> None:
    assert written in text_of(renderer.render([replace(siti, issued_on=day)]), 0)


def test_a_self_employed_member_is_named_so_where_the_company_would_stand(
    renderer: PdfCardRenderer, siti: CardFace
) -> None:
    pdf = renderer.render([replace(siti, company="", segment="BPU")])
    assert "Peserta mandiri" in text_of(pdf, 0)
    assert "Bukan Penerima Upah" in text_of(pdf, 1)


def test_a_batch_has_front_and_back_of_each_in_order(renderer: PdfCardRenderer, siti: CardFace) -> None:
    numbers = [f"{number:011d}" for number in range(5)]
    pdf = renderer.render([replace(siti, kpj=kpj) for kpj in numbers])
    assert [codes_read(at_300_dpi(pdf, page)).get("QRCode") for page in range(10)] == [
        code for kpj in numbers for code in (kpj, None)
    ]


def test_the_background_is_stored_once_for_a_whole_batch(renderer: PdfCardRenderer, siti: CardFace) -> None:
    pdf = renderer.render([replace(siti, kpj=f"{number:011d}") for number in range(50)])
    assert pdf.count(b"/Subtype /Form") == 2


def test_only_the_embedded_fonts_are_used(renderer: PdfCardRenderer, siti: CardFace) -> None:
    pdf = renderer.render([siti])
    assert b"Helvetica" not in pdf
    assert pdf.count(b"/FontFile2") == pdf.count(b"/Type /FontDescriptor") > 0


def test_what_changes_from_card_to_card_is_pure_black(
    fonts: FontShelf, siti: CardFace, tmp_path: Path
) -> None:
    """The driver's K panel takes only pure black; no other colour is set on a page outside its background."""
    layout = tmp_path / "schwarz.toml"
    layout.write_text(
        'name = "k"\nversion = 1\n[[front.fields]]\nshow = "name"\nx_mm = 5\ny_mm = 5\nwidth_mm = 70\n'
        'height_mm = 5\nfont = "Inter-700Bold"\nsize_pt = 12\n[front.qr]\nx_mm = 5\ny_mm = 30\n',
        encoding="utf-8",
    )
    pdf = PdfCardRenderer(read_layout(layout, fonts)).render([siti])
    streams = [zlib.decompress(raw) for raw in re.findall(rb"stream\n(x.*?)endstream", pdf, re.DOTALL)]
    [page] = [stream for stream in streams if b"/Side0 Do" in stream]
    assert re.findall(rb"[\d. ]+ (?:g|rg|k|G|RG|K|scn?)\b", page) == [b"0 g"]


def test_a_long_name_shrinks_first(demo_layout: CardLayout) -> None:
    fit = fitted("RADEN AYU SITI NURHALIZAH KUSUMANINGTYAS", name_field(demo_layout).box)
    assert fit is not None
    assert len(fit.lines) == 1
    assert 7 <= fit.size_pt < 14


def test_a_name_of_sixty_letters_wraps_and_nothing_is_lost(
    renderer: PdfCardRenderer, demo_layout: CardLayout, siti: CardFace
) -> None:
    fit = fitted(SIXTY_LETTERS, name_field(demo_layout).box)
    assert fit is not None
    assert len(fit.lines) == 2
    assert " ".join(fit.lines) == SIXTY_LETTERS
    long = replace(siti, name=SIXTY_LETTERS)
    assert renderer.findings(long) == ()
    for line in fit.lines:
        assert line in text_of(renderer.render([long]), 0)


def test_the_longest_name_stays_inside_its_box(renderer: PdfCardRenderer, siti: CardFace) -> None:
    short = at_300_dpi(renderer.render([replace(siti, name="X")]))
    wide = at_300_dpi(
        renderer.render([replace(siti, name="WAHYU WIDYAWATI MWAMWIMWE WULANDARI MAWARNI WIDOWATI")])
    )
    changed = ImageChops.difference(short, wide).getbbox()
    assert changed is not None
    left, top, right, bottom = (edge / 300 * 25.4 for edge in changed)
    assert left > 4.9
    assert top > 16.5
    assert right < 81
    assert bottom < 24.2


def test_a_name_that_fits_in_no_way_is_found_before_printing(
    renderer: PdfCardRenderer, siti: CardFace
) -> None:
    too_long = replace(siti, name="W" * 60)
    [finding] = renderer.findings(too_long)
    assert (finding.code, finding.field) == (FindingCode.NAME_OVERFLOWS_CARD, MemberField.NAME)
    assert finding.severity is Severity.BLOCK
    with pytest.raises(RuleBroken) as told:
        renderer.render([siti, too_long])
    assert told.value.problem is Problem.CARD_TEXT_UNPRINTABLE
    assert told.value.facts == {"field": "name"}


@pytest.mark.parametrize(
    ("name", "characters"),
    [
        ("SITI 😀", "U+1F600"),
        ("محمد", "U+0645 U+062D U+062F"),
        ("SITI\x00RAHAYU", "U+0000"),
        ("SITI\u202eRAHAYU", "U+202E"),
        ("SITI\u200bRAHAYU", "U+200B"),
        ("SITI\nRAHAYU", "U+000A"),
        ("S\u0303ITI", "U+0303"),
    ],
)
def test_what_the_font_cannot_draw_is_found_before_printing(
    renderer: PdfCardRenderer, siti: CardFace, name: str, characters: str
) -> None:
    [finding] = renderer.findings(replace(siti, name=name))
    assert (finding.code, finding.field) == (FindingCode.NAME_NOT_ON_CARD_FONT, MemberField.NAME)
    assert finding.facts == {"characters": characters}
    with pytest.raises(RuleBroken):
        renderer.render([replace(siti, name=name)])


@given(
    name=st.text(max_size=40),
    kpj=st.one_of(st.text(max_size=12), st.from_regex("[0-9A-Z]{11}", fullmatch=True)),
)
def test_whatever_is_typed_is_either_found_or_drawn(renderer: PdfCardRenderer, name: str, kpj: str) -> None:
    face = CardFace(name, kpj, "3578015508920004", "", "BPU", date(2026, 11, 20), "Kantor Cabang Contoh")
    try:
        renderer.render([face])
    except RuleBroken:
        drawn = False
    else:
        drawn = True
    assert drawn == (renderer.findings(face) == ())


@pytest.mark.parametrize("name", ["NÓVITA ŁUKASZ", "O'NEIL-D’ARC", "ĀŌŪ ÇELİK ĐẶNG", r"A(B)\C"])
def test_names_with_accents_and_signs_are_drawn_as_they_are(
    renderer: PdfCardRenderer, siti: CardFace, name: str
) -> None:
    face = replace(siti, name=name)
    assert renderer.findings(face) == ()
    assert name in text_of(renderer.render([face]), 0)


def test_a_batch_with_more_letters_than_one_font_subset_holds_is_drawn_right(
    renderer: PdfCardRenderer, siti: CardFace
) -> None:
    letters = [chr(code) for code in range(0xC0, 0x250) if chr(code).isalpha()]
    names = ["".join(letters[start : start + 10]) for start in range(0, len(letters), 10)]
    faces = [replace(siti, name=name) for name in names]
    drawable = [face for face in faces if not renderer.findings(face)]
    assert len(drawable) > 30
    pdf = renderer.render(drawable)
    shown = [unicodedata.normalize("NFC", text_of(pdf, 2 * place)) for place in range(len(drawable))]
    assert [face.name in text for face, text in zip(drawable, shown, strict=True)] == [True] * len(drawable)


def test_a_card_without_a_readable_number_is_never_drawn(renderer: PdfCardRenderer, siti: CardFace) -> None:
    [finding] = renderer.findings(replace(siti, kpj="2600"))
    assert finding.code is FindingCode.KPJ_NOT_11_CHARACTERS
    with pytest.raises(RuleBroken):
        renderer.render([replace(siti, kpj="2600")])


def test_a_specimen_says_so_on_both_sides_and_a_real_card_does_not(
    renderer: PdfCardRenderer, demo_layout: CardLayout, siti: CardFace
) -> None:
    specimen, real = renderer.render([siti]), PdfCardRenderer(demo_layout).render([siti])
    assert ["CONTOH" in text_of(specimen, page) for page in (0, 1)] == [True, True]
    assert ["CONTOH" in text_of(real, page) for page in (0, 1)] == [False, False]


def test_the_layout_is_named_with_its_version(renderer: PdfCardRenderer) -> None:
    assert renderer.layout == "kartu-peserta 1"


def test_the_preview_is_the_document_itself_in_the_width_asked_for(
    renderer: PdfCardRenderer, siti: CardFace
) -> None:
    seen = preview(renderer.render([siti]), 0, 1012)
    assert (seen.width, seen.height, seen.stride) == (1012, 639, 3036)
    assert codes_read(picture(seen)) == {"Code128": siti.kpj, "QRCode": siti.kpj}


def test_the_bitmap_has_the_measure_card_printers_take_and_colour_up_to_its_edges(
    renderer: PdfCardRenderer, siti: CardFace
) -> None:
    bitmap = card_bitmap(renderer.render([siti]), 0)
    assert (bitmap.colour.width, bitmap.colour.height) == (1016, 648)
    card = picture(bitmap.colour)
    green = (0x0B, 0x6B, 0x4F)
    assert {card.getpixel(corner) for corner in ((0, 0), (0, 40), (300, 0))} == {green}


def test_a_branch_may_put_its_own_picture_behind_the_card(
    tmp_path: Path, fonts: FontShelf, siti: CardFace
) -> None:
    Image.new("RGB", (40, 25), (200, 30, 30)).save(tmp_path / "latar.png")
    (tmp_path / "cabang.toml").write_text(
        'name = "cabang"\nversion = 1\n[[front.shapes]]\nkind = "image"\nfile = "latar.png"\n'
        "x_mm = 0\ny_mm = 0\nwidth_mm = 85.6\nheight_mm = 20\n[[front.shapes]]\n"
        'kind = "rect"\nx_mm = 10\ny_mm = 30\nwidth_mm = 20\nheight_mm = 10\nradius_mm = 2\n'
        'fill = "#00FF00"\nstroke = "#0000FF"\nstroke_mm = 1\n[[front.shapes]]\nkind = "line"\nx_mm = 40\n'
        'y_mm = 35\nto_x_mm = 80\nto_y_mm = 35\nstroke = "#000000"\nstroke_mm = 1\n',
        encoding="utf-8",
    )
    layout = read_layout(tmp_path / "cabang.toml", fonts)
    pdf = PdfCardRenderer(layout).render([siti])
    card = at_300_dpi(pdf)
    at = {(x, y): card.getpixel((round(x * 11.81) + 2, round(y * 11.81) + 5)) for x, y in _PLACES}
    assert at == _PLACES
    assert pdf == PdfCardRenderer(layout).render([siti])


_PLACES = {
    (40, 10): (200, 30, 30),
    (20, 35): (0, 255, 0),
    (10, 35): (0, 0, 255),
    (60, 35): (0, 0, 0),
    (60, 45): (255, 255, 255),
}
