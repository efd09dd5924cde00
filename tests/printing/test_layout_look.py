"""Whoever designs a layout sees its very pixels, and hears what is wrong before five hundred cards are."""

from dataclasses import replace

import pytest

from app.cards.card_face import CardFace
from app.cards.card_text import CardText
from app.cards.layout_draft import CardSide, ElementKind, Flaw, FoundFlaw, LayoutDraft
from app.cards.layout_samples import LONGEST, ORDINARY, SAMPLES, WITH_LETTERS
from app.member_fields import MemberField
from app.members.names import read_name
from printing.card import PdfCardRenderer
from printing.fonts import FontShelf
from printing.layout import layout_from
from printing.layout_look import LookAtDraft, contrast
from printing.layout_text import draft_of, text_of
from printing.raster import preview
from tests.printing.seen import as_worn, at_300_dpi, codes_read
from tests.printing.test_layout_text import EVERY_KIND, PROGRAM, no_image

FRONT = CardSide.FRONT


@pytest.fixture(scope="session")
def look(fonts: FontShelf) -> LookAtDraft:
    return LookAtDraft(fonts, specimen=True)


@pytest.fixture
def draft() -> LayoutDraft:
    return draft_of(PROGRAM, "kartu-peserta.toml", no_image)


def place_of(draft: LayoutDraft, kind: ElementKind, show: CardText = CardText.NAME) -> int:
    return next(
        place
        for place, element in enumerate(draft.front)
        if element.kind is kind and (kind is not ElementKind.FIELD or element.show is show)
    )


def flaws(look: LookAtDraft, draft: LayoutDraft) -> list[tuple[Flaw, int | None, str]]:
    return [(found.flaw, found.place, found.key) for found in look(draft, ORDINARY, 300).flaws]


def test_the_programs_layout_has_no_flaw_and_no_doubt(look: LookAtDraft, draft: LayoutDraft) -> None:
    assert look(draft, ORDINARY, 300).flaws == ()


def test_what_is_shown_is_what_is_printed(look: LookAtDraft, draft: LayoutDraft, fonts: FontShelf) -> None:
    layout = layout_from(text_of(draft), "", fonts, no_image)
    printed = PdfCardRenderer(layout, specimen=True).render([ORDINARY])
    assert look(draft, ORDINARY, 500).pages == (preview(printed, 0, 500), preview(printed, 1, 500))


@pytest.mark.parametrize(
    ("kind", "show", "changes", "flaw", "key"),
    [
        (ElementKind.FIELD, CardText.NAME, {"x_mm": 30.0}, Flaw.OFF_THE_CARD, "x_mm"),
        (ElementKind.FIELD, CardText.COMPANY, {"y_mm": 40.0}, Flaw.TOUCHES_A_CODE, "x_mm"),
        (ElementKind.FIELD, CardText.NAME, {"font": "Comic"}, Flaw.NO_SUCH_FONT, "font"),
        (ElementKind.FIELD, CardText.NAME, {"smallest_pt": 4.5}, Flaw.SMALL_TYPE, "smallest_pt"),
        (ElementKind.FIELD, CardText.NAME, {"width_mm": 30.0}, Flaw.LONG_NAMES_STAY_OUT, "width_mm"),
        (ElementKind.FIELD, CardText.NAME, {"y_mm": 4.0}, Flaw.PALE, "colour"),
        (ElementKind.TEXT, CardText.NAME, {"text": "KARTU 🎉"}, Flaw.NOT_IN_FONT, "text"),
        (ElementKind.TEXT, CardText.NAME, {"colour": "#0E7558"}, Flaw.PALE, "colour"),
        (ElementKind.RECT, CardText.NAME, {"fill": ""}, Flaw.MISSING, "fill"),
        (ElementKind.CODE128, CardText.NAME, {"width_mm": 40.0}, Flaw.TOO_SMALL, "width_mm"),
        (ElementKind.CODE128, CardText.NAME, {"module_dots": 2}, Flaw.TOO_SMALL, "module_dots"),
        (
            ElementKind.CODE128,
            CardText.NAME,
            {"module_dots": 3, "smallest_module_dots": 3},
            Flaw.NARROW_MODULES,
            "module_dots",
        ),
        (ElementKind.QR, CardText.NAME, {"x_mm": 50.0}, Flaw.TOUCHES_A_CODE, "x_mm"),
    ],
)
def test_a_flaw_is_told_beside_its_element_and_property(
    look: LookAtDraft,
    draft: LayoutDraft,
    kind: ElementKind,
    show: CardText,
    changes: dict[str, object],
    flaw: Flaw,
    key: str,
) -> None:
    place = place_of(draft, kind, show)
    changed = draft.changed(FRONT, place, replace(draft.front[place], **changes))  # type: ignore[arg-type]
    assert (flaw, place, key) in flaws(look, changed)


def test_several_flaws_are_told_at_once_and_the_rest_is_drawn(look: LookAtDraft, draft: LayoutDraft) -> None:
    first = place_of(draft, ElementKind.TEXT)
    broken = draft.changed(FRONT, first, replace(draft.front[first], text=""))
    broken = broken.changed(FRONT, first, replace(draft.front[first], x_mm=80.0))
    name = place_of(draft, ElementKind.FIELD)
    broken = broken.changed(FRONT, name, replace(draft.front[name], font="Comic"))
    seen = look(broken, ORDINARY, 300)
    assert {found.place for found in seen.flaws} == {first, name}
    without = draft.removed(FRONT, name).removed(FRONT, first)
    assert seen.pages == look(without, ORDINARY, 300).pages


def test_a_layout_that_would_leave_something_out_says_so(look: LookAtDraft) -> None:
    found = look(LayoutDraft("kosong", 1), ORDINARY, 300).flaws
    assert found == (FoundFlaw(Flaw.NO_NAME), FoundFlaw(Flaw.NO_NUMBER), FoundFlaw(Flaw.NO_CODE))
    assert not any(flaw.forbids for flaw in found)


def test_an_image_and_every_other_kind_are_drawn(look: LookAtDraft, fonts: FontShelf) -> None:
    seen = look(EVERY_KIND, ORDINARY, 856).pages
    left, top = 65 * 10, 25 * 10
    at = (top * seen[0].width + left) * 3
    assert len(seen) == 2
    assert seen[0].rgb[at : at + 3] == bytes.fromhex("0B6B4F")


@pytest.mark.parametrize("face", [ORDINARY, WITH_LETTERS], ids=["digits", "letters"])
@pytest.mark.parametrize(("code128", "qr"), [(5, 5), (4, 4)])
def test_codes_placed_in_the_designer_are_read_from_the_printed_dots(
    draft: LayoutDraft, fonts: FontShelf, face: CardFace, code128: int, qr: int
) -> None:
    bar, square = place_of(draft, ElementKind.CODE128), place_of(draft, ElementKind.QR)
    changed = draft.changed(
        FRONT, bar, replace(draft.front[bar].moved(0.17, -0.43), module_dots=code128)
    ).changed(FRONT, square, replace(draft.front[square].moved(-1.11, 0.3), module_dots=qr))
    layout = layout_from(text_of(changed), "", fonts, no_image)
    assert face in SAMPLES
    pdf = PdfCardRenderer(layout).render([face])
    kpj = face.kpj
    for card in as_worn(at_300_dpi(pdf)):
        assert codes_read(card) == {"Code128": kpj, "QRCode": kpj}


def test_the_longest_face_is_as_long_as_a_name_may_be() -> None:
    assert len(LONGEST.name) == 60
    assert read_name(LONGEST.name, MemberField.NAME) == LONGEST.name


def test_contrast_is_counted_as_the_standard_does() -> None:
    assert contrast("#000000", (255, 255, 255)) == pytest.approx(21)
    assert contrast("#777777", (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
