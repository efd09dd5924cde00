"""A layout that was designed is written as the same strict file, and read again it is the same layout."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.cards.layout_draft import PROPERTIES, CardSide, Element, ElementKind, LayoutDraft
from app.errors import Problem, YourEnvironment
from printing.fonts import FontShelf
from printing.layout import CardLayout, layout_from
from printing.layout_text import draft_of, text_of
from tests.printing.conftest import RESOURCES

PROGRAM = (RESOURCES / "card_layouts" / "kartu-peserta.toml").read_text(encoding="utf-8")


def no_image(_name: str) -> None:
    return None


def picture(colour: str = "#0B6B4F") -> bytes:
    content = BytesIO()
    Image.new("RGB", (40, 20), colour).save(content, "PNG")
    return content.getvalue()


EVERY_KIND = LayoutDraft(
    "semua",
    4,
    (
        Element(
            ElementKind.RECT, -1, -1, 87.6, 8, radius_mm=2, fill="#0B6B4F", stroke="#00FF00", stroke_mm=1
        ),
        Element(ElementKind.CIRCLE, 70, 12, radius_mm=4, fill="#E3F1EC"),
        Element(ElementKind.LINE, 5, 30, to_x_mm=80, to_y_mm=30.5, stroke="#123456", stroke_mm=0.3),
        Element(ElementKind.IMAGE, 60, 20, 20, 10, file="logo.png"),
        Element(
            ElementKind.TEXT, 5, 3, 40, 4, text='Kartu "peserta" \\ ②'[:17], colour="#FFFFFF",
            specimen_only=True, font="Inter-700Bold", size_pt=9.5, smallest_pt=9.5, tracking_pt=-0.25,
        ),
        Element(
            ElementKind.FIELD, 5, 15, 60, 5, when_empty="–", font="Inter-500Medium", size_pt=8,
            smallest_pt=6.25, lines=2, leading=1.1,
        ),
        Element(ElementKind.CODE128, 0.75, 41.6, 59.7, 8.9, module_dots=5, smallest_module_dots=4),
        Element(ElementKind.QR, 70, 39.9, module_dots=5),
    ),
    (),
    {"logo.png": picture()},
)  # fmt: skip


def read(text: str, fonts: FontShelf, images: dict[str, bytes] | None = None) -> CardLayout:
    return layout_from(text, "cabang.toml", fonts, (images or {}).get)


def test_the_programs_layout_written_anew_is_the_same_layout(fonts: FontShelf) -> None:
    written = text_of(draft_of(PROGRAM, "kartu-peserta.toml", no_image))
    assert read(written, fonts) == read(PROGRAM, fonts)


def test_a_text_written_twice_stays_the_same_text(fonts: FontShelf) -> None:
    written = text_of(draft_of(PROGRAM, "kartu-peserta.toml", no_image))
    assert text_of(draft_of(written, "kartu-peserta.toml", no_image)) == written


def test_every_kind_with_every_property_comes_back_as_it_was(fonts: FontShelf) -> None:
    written = text_of(EVERY_KIND)
    layout = read(written, fonts, dict(EVERY_KIND.images))
    assert draft_of(written, "semua", EVERY_KIND.images.get) == EVERY_KIND
    assert [len(side.shapes) + len(side.texts) + len(side.fields) for side in layout.sides] == [6, 0]


def test_every_kind_has_its_properties_and_every_property_a_kind() -> None:
    named = {key for keys in PROPERTIES.values() for key in keys}
    assert set(PROPERTIES) == set(ElementKind)
    assert named == set(Element.__dataclass_fields__) - {"kind"}


def test_only_what_differs_from_what_goes_without_saying_is_written() -> None:
    text = text_of(LayoutDraft("satu", 1, (Element(ElementKind.QR, 5, 5, module_dots=5),)))
    assert text == 'name = "satu"\nversion = 1\n\n[front.qr]\nx_mm = 5\ny_mm = 5\nmodule_dots = 5\n'


@pytest.mark.parametrize(
    "text", ["", "name = 1", "name = 'a'\nversion = 1\nfront = 3", "[[[", "name = 'a'\n"]
)
def test_what_is_no_layout_is_no_draft(text: str) -> None:
    with pytest.raises(YourEnvironment) as told:
        draft_of(text, "rusak.toml", no_image)
    assert told.value.problem is Problem.LAYOUT_UNREADABLE


def test_a_change_leaves_the_layout_before_it_as_it_was(tmp_path: Path) -> None:
    front = EVERY_KIND.front
    moved = EVERY_KIND.changed(CardSide.FRONT, 3, front[3].moved(1.5, -2))
    assert (moved.front[3].x_mm, moved.front[3].y_mm) == (61.5, 18)
    assert EVERY_KIND.front == front
    copied, place = EVERY_KIND.added(CardSide.FRONT, front[4])
    assert (place, copied.front[4] == copied.front[5], len(EVERY_KIND.front)) == (5, True, 8)
    assert copied.removed(CardSide.FRONT, place) == EVERY_KIND


def test_elements_are_reordered_among_their_like_alone() -> None:
    swapped = EVERY_KIND.swapped(CardSide.FRONT, 0, 1)
    assert swapped is not None
    assert [element.kind for element in swapped.front[:2]] == [ElementKind.CIRCLE, ElementKind.RECT]
    assert EVERY_KIND.swapped(CardSide.FRONT, 3, 4) is None
    assert EVERY_KIND.swapped(CardSide.FRONT, 0, -1) is None
