"""Look at a layout while it is being designed: what can be drawn of it, and all that is wrong or doubtful."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from app.cards.card_face import CardFace
from app.cards.card_text import CardText
from app.cards.layout_draft import (
    CARD_MM,
    CODES,
    SHAPES,
    WRITTEN,
    CardSide,
    DraftLook,
    Element,
    ElementKind,
    Flaw,
    FoundFlaw,
    LayoutDraft,
)
from app.cards.layout_samples import LONGEST
from app.errors import YourEnvironment
from app.ports import PageImage
from printing.card import PdfCardRenderer, text_on_card
from printing.fit import TextBox, fitted
from printing.fonts import FontShelf
from printing.layout import CardLayout, layout_from
from printing.layout_text import text_of
from printing.placed_text import covered_mm
from printing.raster import preview

_READABLE = 4.5
"""Contrast of a text with what lies below it; WCAG 2.2, 1.4.3."""
_READABLE_LARGE, _LARGE_PT = 3.0, 11.0
_LEGIBLE_PT = 5.0
_STEADY_DOTS = 4
"""Narrower modules are misread once a card is worn."""
_GROUND_PX = 428
_SPECKS = 0.03
"""A colour under less of a text than that does not hide it."""


@dataclass(frozen=True, slots=True)
class LookAtDraft:
    """``specimen`` as the renderers of the branch have it."""

    fonts: FontShelf
    specimen: bool = False

    def __call__(self, draft: LayoutDraft, face: CardFace, width_px: int) -> DraftLook:
        found: list[FoundFlaw] = []
        drawn = draft
        for side in _sides(draft):
            unsound = {flaw.place: flaw for flaw in _unsound(draft, side, self.fonts)}
            found += unsound.values()
            found += self._doubts(draft, side, frozenset(unsound))
            fits = self._drawable(draft, side, frozenset(unsound), face)
            drawn = drawn.with_elements(side, fits)
        found += _missing(draft)
        return DraftLook(self._pages(drawn, face, width_px), tuple(found))

    def _pages(self, drawn: LayoutDraft, face: CardFace, width_px: int) -> tuple[PageImage, ...]:
        renderer = PdfCardRenderer(self._layout(drawn), self.specimen)
        document = renderer.render([face])
        return tuple(preview(document, page, width_px) for page in range(renderer.sides))

    def _layout(self, draft: LayoutDraft) -> CardLayout:
        return layout_from(text_of(draft), draft.name, self.fonts, draft.images.get)

    def _drawable(
        self, draft: LayoutDraft, side: CardSide, unsound: frozenset[int | None], face: CardFace
    ) -> tuple[Element, ...]:
        return tuple(
            element
            for place, element in enumerate(draft.elements(side))
            if place not in unsound and (element.kind is not ElementKind.FIELD or self._fits(element, face))
        )

    def _fits(self, element: Element, face: CardFace) -> bool:
        text, box = text_on_card(element.show, face) or element.when_empty, self._box(element)
        return not box.font.not_drawn(text) and fitted(text, box) is not None

    def _doubts(
        self, draft: LayoutDraft, side: CardSide, unsound: frozenset[int | None]
    ) -> Iterator[FoundFlaw]:
        shapes = tuple(
            element
            for place, element in enumerate(draft.elements(side))
            if element.kind in SHAPES and place not in unsound
        )
        for place, element in enumerate(draft.elements(side)):
            if place in unsound:
                continue
            if element.kind in WRITTEN:
                yield from self._written_doubts(draft, shapes, side, place, element)
            elif element.kind is ElementKind.CODE128 and element.module_dots < _STEADY_DOTS:
                facts = {"dots": str(element.module_dots)}
                yield FoundFlaw(Flaw.NARROW_MODULES, side, place, "module_dots", facts)

    def _written_doubts(
        self, draft: LayoutDraft, shapes: tuple[Element, ...], side: CardSide, place: int, element: Element
    ) -> Iterator[FoundFlaw]:
        if element.smallest_pt < _LEGIBLE_PT:
            facts = {"pt": f"{element.smallest_pt:g}"}
            yield FoundFlaw(Flaw.SMALL_TYPE, side, place, "smallest_pt", facts)
        if element.kind is ElementKind.FIELD:
            text = text_on_card(element.show, LONGEST) or element.when_empty
            if not self._fits(element, LONGEST):
                facts = {"length": str(len(text))}
                yield FoundFlaw(Flaw.LONG_NAMES_STAY_OUT, side, place, "width_mm", facts)
                return
        else:
            text = element.text
        ground = _ground(shapes, tuple(sorted(draft.images.items())), self.fonts)
        stands_out = self._contrast(element, text, ground)
        enough = _READABLE_LARGE if element.smallest_pt >= _LARGE_PT else _READABLE
        if stands_out < enough and not element.specimen_only:
            facts = {"contrast": f"{stands_out:.1f}", "enough": f"{enough:g}"}
            yield FoundFlaw(Flaw.PALE, side, place, "colour", facts)

    def _contrast(self, element: Element, text: str, ground: Image.Image) -> float:
        """With the colour below the text from which it stands out least."""
        left, top, width, height = covered_mm(text, self._box(element))
        scale = ground.width / CARD_MM[0]
        right, bottom = max(left + width, left + 0.5), max(top + height, top + 0.5)
        area = ground.crop(tuple(round(edge * scale) for edge in (left, top, right, bottom)))  # type: ignore[arg-type]
        ink = element.colour if element.kind is ElementKind.TEXT else "#000000"
        colours: list[tuple[int, tuple[int, int, int]]] = area.getcolors(area.width * area.height) or []  # type: ignore[assignment]
        enough = area.width * area.height * _SPECKS
        return min((contrast(ink, colour) for count, colour in colours if count >= enough), default=21.0)

    def _box(self, element: Element) -> TextBox:
        return TextBox(
            element.x_mm,
            element.y_mm,
            element.width_mm,
            element.height_mm,
            self.fonts.font(element.font),
            element.size_pt,
            element.smallest_pt,
            element.lines,
            element.leading,
            element.tracking_pt,
            element.align,
            element.anchor,
        )


def _sides(draft: LayoutDraft) -> tuple[CardSide, ...]:
    return tuple(CardSide) if draft.back is not None else (CardSide.FRONT,)


def _missing(draft: LayoutDraft) -> Iterator[FoundFlaw]:
    elements = [element for side in _sides(draft) for element in draft.elements(side)]
    shown = {element.show for element in elements if element.kind is ElementKind.FIELD}
    if CardText.NAME not in shown:
        yield FoundFlaw(Flaw.NO_NAME)
    if not shown & {CardText.KPJ, CardText.KPJ_PLAIN}:
        yield FoundFlaw(Flaw.NO_NUMBER)
    if not any(element.kind in CODES for element in elements):
        yield FoundFlaw(Flaw.NO_CODE)


def _unsound(draft: LayoutDraft, side: CardSide, fonts: FontShelf) -> Iterator[FoundFlaw]:
    """What the strict reader says of each element, read by itself beside the side's codes."""
    elements = draft.elements(side)
    codes: list[Element] = []
    for place, element in enumerate(elements):
        if element.kind in CODES:
            told = _told(element, (), None, fonts) or _told(element, tuple(codes), None, fonts)
            if told is None:
                codes.append(element)
            else:
                yield FoundFlaw(Flaw(told[1]), side, place, told[0])
    for place, element in enumerate(elements):
        if element.kind not in CODES:
            told = _told(element, tuple(codes), draft.images.get(element.file), fonts)
            if told is not None:
                yield FoundFlaw(Flaw(told[1]), side, place, told[0])


@lru_cache(maxsize=2048)
def _told(
    element: Element, codes: tuple[Element, ...], image: bytes | None, fonts: FontShelf
) -> tuple[str, str] | None:
    """Key and reason; most elements of a layout stay as they are while one is changed."""
    alone = LayoutDraft("satu", 1, (element, *codes))
    try:
        layout_from(text_of(alone), "", fonts, lambda _name: image)
    except YourEnvironment as error:
        return error.facts["key"].rpartition(".")[2], error.facts["why"]
    return None


@lru_cache(maxsize=8)
def _ground(
    shapes: tuple[Element, ...], images: tuple[tuple[str, bytes], ...], fonts: FontShelf
) -> Image.Image:
    """One side without anything written on it."""
    bare = LayoutDraft("dasar", 1, shapes)
    layout = layout_from(text_of(bare), "", fonts, dict(images).get)
    page = preview(PdfCardRenderer(layout).render([LONGEST]), 0, _GROUND_PX)
    return Image.frombytes("RGB", (page.width, page.height), page.rgb)


def contrast(one: str, other: Sequence[int]) -> float:
    """Of two colours, as WCAG counts it: 1 to 21."""
    lights = sorted((_light([int(one[at : at + 2], 16) for at in (1, 3, 5)]), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: Sequence[int]) -> float:
    red, green, blue = (_linear(value / 255) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
