"""A card layout while it is being designed: plain values; each change is a new one, so all can be undone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.cards.card_text import Align, Anchor, CardText
from app.ports import PageImage

CARD_MM = 85.60, 53.98
DOT_MM = 25.4 / 300
_QR_MODULES = 21 + 2 * 4
"""With its quiet zone of four modules on each side."""


class CardSide(StrEnum):
    FRONT = "front"
    BACK = "back"


class ElementKind(StrEnum):
    """In the order in which they are drawn: shapes, texts, fields, codes."""

    RECT = "rect"
    CIRCLE = "circle"
    LINE = "line"
    IMAGE = "image"
    TEXT = "text"
    FIELD = "field"
    CODE128 = "code128"
    QR = "qr"


SHAPES = (ElementKind.RECT, ElementKind.CIRCLE, ElementKind.LINE, ElementKind.IMAGE)
WRITTEN = (ElementKind.TEXT, ElementKind.FIELD)
CODES = (ElementKind.CODE128, ElementKind.QR)
_RANKS = {**dict.fromkeys(SHAPES, 0), ElementKind.TEXT: 1, ElementKind.FIELD: 2} | {
    ElementKind.CODE128: 3,
    ElementKind.QR: 4,
}

_PLACE = ("x_mm", "y_mm")
_BOX = (*_PLACE, "width_mm", "height_mm")
_TYPE = ("font", "size_pt", "smallest_pt", "lines", "leading", "tracking_pt", "align", "anchor")

PROPERTIES: Mapping[ElementKind, tuple[str, ...]] = {
    ElementKind.RECT: (*_BOX, "radius_mm", "fill", "stroke", "stroke_mm"),
    ElementKind.CIRCLE: (*_PLACE, "radius_mm", "fill", "stroke", "stroke_mm"),
    ElementKind.LINE: (*_PLACE, "to_x_mm", "to_y_mm", "stroke", "stroke_mm"),
    ElementKind.IMAGE: ("file", *_BOX),
    ElementKind.TEXT: ("text", *_BOX, *_TYPE, "colour", "specimen_only"),
    ElementKind.FIELD: ("show", *_BOX, *_TYPE, "when_empty"),
    ElementKind.CODE128: (*_BOX, "module_dots", "smallest_module_dots"),
    ElementKind.QR: (*_PLACE, "module_dots"),
}
"""What each kind has, named as in the file and in the order in which it is asked for."""


@dataclass(frozen=True, slots=True)
class Element:
    """Of all these only the ``PROPERTIES`` of its kind count. A circle's place is its centre."""

    kind: ElementKind
    x_mm: float
    y_mm: float
    width_mm: float = 0
    height_mm: float = 0
    to_x_mm: float = 0
    to_y_mm: float = 0
    radius_mm: float = 0
    fill: str = ""
    stroke: str = ""
    stroke_mm: float = 0
    file: str = ""
    text: str = ""
    colour: str = "#000000"
    specimen_only: bool = False
    show: CardText = CardText.NAME
    when_empty: str = ""
    font: str = ""
    size_pt: float = 0
    smallest_pt: float = 0
    lines: int = 1
    leading: float = 1.2
    tracking_pt: float = 0
    align: Align = Align.LEFT
    anchor: Anchor = Anchor.TOP
    module_dots: int = 0
    smallest_module_dots: int = 3

    @property
    def area(self) -> tuple[float, float, float, float]:
        """Left, top, width and height in millimetres."""
        match self.kind:
            case ElementKind.CIRCLE:
                across = 2 * self.radius_mm
                return self.x_mm - self.radius_mm, self.y_mm - self.radius_mm, across, across
            case ElementKind.LINE:
                left, top = min(self.x_mm, self.to_x_mm), min(self.y_mm, self.to_y_mm)
                return left, top, abs(self.to_x_mm - self.x_mm), abs(self.to_y_mm - self.y_mm)
            case ElementKind.QR:
                side = _QR_MODULES * self.module_dots * DOT_MM
                return self.x_mm, self.y_mm, side, side
            case _:
                return self.x_mm, self.y_mm, self.width_mm, self.height_mm

    def moved(self, right: float, down: float) -> "Element":
        moved = replace(self, x_mm=_tidy(self.x_mm + right), y_mm=_tidy(self.y_mm + down))
        if self.kind is not ElementKind.LINE:
            return moved
        return replace(moved, to_x_mm=_tidy(self.to_x_mm + right), to_y_mm=_tidy(self.to_y_mm + down))

    def grown(self, wider: float, higher: float) -> "Element":
        """From its lower right corner; what has one size alone follows the larger of the two."""
        match self.kind:
            case ElementKind.CIRCLE:
                by = max(wider, higher, key=abs)
                return replace(self, radius_mm=max(_LEAST_MM, _tidy(self.radius_mm + by / 2)))
            case ElementKind.LINE:
                return replace(
                    self, to_x_mm=_tidy(self.to_x_mm + wider), to_y_mm=_tidy(self.to_y_mm + higher)
                )
            case ElementKind.QR:
                dots = round(max(wider, higher, key=abs) / (_QR_MODULES * DOT_MM))
                return replace(self, module_dots=max(4, self.module_dots + dots))
            case _:
                return replace(
                    self,
                    width_mm=max(_LEAST_MM, _tidy(self.width_mm + wider)),
                    height_mm=max(_LEAST_MM, _tidy(self.height_mm + higher)),
                )


_LEAST_MM = 0.2


def _tidy(millimetres: float) -> float:
    """Hundredths of a millimetre: a dot of the printer is eight of them."""
    return round(millimetres, 2) + 0.0


@dataclass(frozen=True, slots=True)
class LayoutDraft:
    """Each side's elements in the order they are drawn; ``back`` is None where the card has none. ``images``
    are the pictures shown, by the name the elements call them."""

    name: str
    version: int
    front: tuple[Element, ...] = ()
    back: tuple[Element, ...] | None = None
    images: Mapping[str, bytes] = field(default_factory=dict)

    def elements(self, side: CardSide) -> tuple[Element, ...]:
        return self.front if side is CardSide.FRONT else self.back or ()

    def with_elements(self, side: CardSide, elements: tuple[Element, ...]) -> "LayoutDraft":
        if side is CardSide.FRONT:
            return replace(self, front=elements)
        return replace(self, back=elements)

    def changed(self, side: CardSide, place: int, element: Element) -> "LayoutDraft":
        before = self.elements(side)
        return self.with_elements(side, (*before[:place], element, *before[place + 1 :]))

    def added(self, side: CardSide, element: Element) -> tuple["LayoutDraft", int]:
        """Drawn above all others of its kind; with the place it got. A side has one of each code."""
        before = self.elements(side)
        place = sum(_RANKS[each.kind] <= _RANKS[element.kind] for each in before)
        return self.with_elements(side, (*before[:place], element, *before[place:])), place

    def removed(self, side: CardSide, place: int) -> "LayoutDraft":
        before = self.elements(side)
        return self.with_elements(side, (*before[:place], *before[place + 1 :]))

    def swapped(self, side: CardSide, place: int, other: int) -> "LayoutDraft | None":
        """Drawn earlier or later; None where it is the last of its kind already."""
        elements = list(self.elements(side))
        if not (0 <= place < len(elements) and 0 <= other < len(elements)):
            return None
        if _RANKS[elements[place].kind] != _RANKS[elements[other].kind]:
            return None
        elements[place], elements[other] = elements[other], elements[place]
        return self.with_elements(side, tuple(elements))

    def has_code(self, side: CardSide, kind: ElementKind) -> bool:
        return kind in CODES and any(each.kind is kind for each in self.elements(side))


class Flaw(StrEnum):
    """What is wrong with a layout, or doubtful about it. The first ones forbid it to be saved."""

    UNKNOWN = "unknown"
    MISSING = "missing"
    NOT_TEXT = "not_text"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_WHOLE_NUMBER = "not_a_whole_number"
    NOT_TRUE_OR_FALSE = "not_true_or_false"
    NOT_A_COLOUR = "not_a_colour"
    NOT_A_TABLE = "not_a_table"
    NOT_TABLES = "not_tables"
    NO_SUCH_CHOICE = "no_such_choice"
    NO_SUCH_FONT = "no_such_font"
    NO_SUCH_FILE = "no_such_file"
    NO_SUCH_LAYOUT = "no_such_layout"
    NOT_A_PICTURE = "not_a_picture"
    NOT_IN_FONT = "not_in_font"
    NOT_TOML = "not_toml"
    UNREADABLE = "unreadable"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    OFF_THE_CARD = "off_the_card"
    TOUCHES_A_CODE = "touches_a_code"
    # doubtful, and told before somebody finds out on five hundred cards
    PALE = "pale"
    SMALL_TYPE = "small_type"
    LONG_NAMES_STAY_OUT = "long_names_stay_out"
    NARROW_MODULES = "narrow_modules"
    NO_NAME = "no_name"
    NO_NUMBER = "no_number"
    NO_CODE = "no_code"


DOUBTS = frozenset(
    {
        Flaw.PALE,
        Flaw.SMALL_TYPE,
        Flaw.LONG_NAMES_STAY_OUT,
        Flaw.NARROW_MODULES,
        Flaw.NO_NAME,
        Flaw.NO_NUMBER,
        Flaw.NO_CODE,
    }
)


@dataclass(frozen=True, slots=True)
class FoundFlaw:
    """``place`` is that of the element on its side, None for the whole layout; ``key`` its property."""

    flaw: Flaw
    side: CardSide = CardSide.FRONT
    place: int | None = None
    key: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def forbids(self) -> bool:
        return self.flaw not in DOUBTS


@dataclass(frozen=True, slots=True)
class DraftLook:
    """What of a draft can be drawn, side by side, and what was found."""

    pages: tuple[PageImage, ...]
    flaws: tuple[FoundFlaw, ...]


def fresh_element(kind: ElementKind, fonts: Sequence[str]) -> Element:
    """In the middle of the card, where it is seen at once."""
    x, y = CARD_MM[0] / 2 - 15, CARD_MM[1] / 2 - 4
    element = Element(kind, round(x, 1), round(y, 1), 30, 8)
    match kind:
        case ElementKind.RECT:
            return replace(element, fill="#E3F1EC")
        case ElementKind.CIRCLE:
            return replace(element, x_mm=42.8, y_mm=27.0, radius_mm=6.0, fill="#E3F1EC")
        case ElementKind.LINE:
            return replace(
                element, to_x_mm=element.x_mm + 30, to_y_mm=element.y_mm, stroke="#000000", stroke_mm=0.3
            )
        case ElementKind.CODE128:
            return replace(
                element, x_mm=0.75, y_mm=41.6, width_mm=59.7, module_dots=5, smallest_module_dots=4
            )
        case ElementKind.QR:
            return replace(element, x_mm=70.0, y_mm=39.9, module_dots=5)
        case _:
            font = next((each for each in fonts if "Medium" in each), fonts[0])
            written = replace(element, font=font, size_pt=8.0, smallest_pt=6.0, height_mm=5.0)
            if kind is ElementKind.TEXT:
                return replace(written, text="Teks")
            return replace(written, x_mm=12.8, width_mm=60.0, lines=2)  # the longest name has room
