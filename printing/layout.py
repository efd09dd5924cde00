"""Read a card layout: a TOML file in millimetres, read strictly, so that a slip of the pen is named."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from PIL import Image as Picture
from PIL.Image import DecompressionBombError

from app.cards.card_text import Align, Anchor, CardText
from app.errors import Problem, YourEnvironment
from printing import barcode, qr
from printing.card_page import DOT_MM, HEIGHT_MM, WIDTH_MM
from printing.fit import TextBox, fitted
from printing.fonts import Font, FontShelf


@dataclass(frozen=True, slots=True)
class Rect:
    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    radius_mm: float
    fill: str | None
    stroke: str | None
    stroke_mm: float


@dataclass(frozen=True, slots=True)
class Circle:
    """``x_mm`` and ``y_mm`` are the centre."""

    x_mm: float
    y_mm: float
    radius_mm: float
    fill: str | None
    stroke: str | None
    stroke_mm: float


@dataclass(frozen=True, slots=True)
class Line:
    x_mm: float
    y_mm: float
    to_x_mm: float
    to_y_mm: float
    stroke: str
    stroke_mm: float


@dataclass(frozen=True, slots=True)
class Image:
    """``file`` is what the layout calls it."""

    file: str
    content: bytes
    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float


Shape = Rect | Circle | Line | Image


@dataclass(frozen=True, slots=True)
class StaticText:
    """``specimen_only``: shown only on cards that are no real cards (demo branch, training)."""

    text: str
    box: TextBox
    colour: str
    specimen_only: bool


@dataclass(frozen=True, slots=True)
class Field:
    """Always pure black, so that the printer's K panel takes it. ``when_empty`` stands in for no text."""

    show: CardText
    box: TextBox
    when_empty: str


@dataclass(frozen=True, slots=True)
class Code128Place:
    """The area with its quiet zones; modules shrink to ``smallest_module_dots`` for numbers with letters."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    module_dots: int
    smallest_module_dots: int


@dataclass(frozen=True, slots=True)
class QrPlace:
    """The top left corner of the area with its quiet zone."""

    x_mm: float
    y_mm: float
    module_dots: int

    @property
    def width_mm(self) -> float:
        return (qr.MODULES + 2 * qr.QUIET_MODULES) * self.module_dots * DOT_MM

    @property
    def height_mm(self) -> float:
        return self.width_mm


@dataclass(frozen=True, slots=True)
class Side:
    shapes: tuple[Shape, ...]
    texts: tuple[StaticText, ...]
    fields: tuple[Field, ...]
    code128: Code128Place | None
    qr: QrPlace | None

    @property
    def carries_codes(self) -> bool:
        return self.code128 is not None or self.qr is not None


@dataclass(frozen=True, slots=True)
class CardLayout:
    name: str
    version: int
    front: Side
    back: Side | None

    @property
    def sides(self) -> tuple[Side, ...]:
        return (self.front,) if self.back is None else (self.front, self.back)


Images = Callable[[str], bytes | None]
"""The content of an image by the name the layout calls it, None where there is none."""


def read_layout(file: Path, fonts: FontShelf) -> CardLayout:
    """The images lie beside the file. ``YourEnvironment(LAYOUT_UNREADABLE)`` as :func:`layout_from` tells."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(file.name, "", "unreadable") from error
    return layout_from(text, file.name, fonts, lambda name: beside(file, name))


def beside(file: Path, name: str) -> bytes | None:
    """A picture in the same folder; a layout reaches into no other one."""
    image = file.parent / name
    return image.read_bytes() if image.name == name and image.is_file() else None


def layout_from(text: str, file: str, fonts: FontShelf, images: Images) -> CardLayout:
    """``YourEnvironment(LAYOUT_UNREADABLE)`` names the file, the key and what is wrong with it."""
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        key = str(error) if isinstance(error, tomllib.TOMLDecodeError) else ""
        raise _unreadable(file, key, "not_toml") from error
    table = _Table(file, "", raw, images)
    name = table.text("name")
    version = table.whole("version", least=1, most=_NEWEST)
    front = _side(table.table("front"), fonts)
    back = _side(table.table("back"), fonts) if table.has("back") else None
    table.close()
    return CardLayout(name, version, front, back)


_LARGEST = 1_000
"""Millimetres, points, dots or lines: no card has more of anything."""
_NEWEST = 99_999_999
"""A branch may count its versions by the day: 20261120."""


def _unreadable(file: str, key: str, why: str) -> YourEnvironment:
    return YourEnvironment(Problem.LAYOUT_UNREADABLE, file=file, key=key, why=why)


_Choice = TypeVar("_Choice", bound=StrEnum)


class _Table:
    """One table of the file; ``close`` complains about every key nobody asked for."""

    def __init__(self, file: str, path: str, raw: dict[str, object], images: Images) -> None:
        self.file = file
        self.images = images
        self._path = path
        self._raw = raw
        self._asked: set[str] = set()

    def wrong(self, key: str, why: str) -> YourEnvironment:
        return _unreadable(self.file, f"{self._path}.{key}".strip("."), why)

    def has(self, key: str) -> bool:
        return key in self._raw

    def close(self) -> None:
        for key in self._raw:
            if key not in self._asked:
                raise self.wrong(key, "unknown")

    def _take(self, key: str, default: object = None) -> object:
        self._asked.add(key)
        value = self._raw.get(key, default)
        if value is None:
            raise self.wrong(key, "missing")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, "not_text")
        return value

    def measure(self, key: str, default: float | None = None, least: float = 0.01) -> float:
        value = self._take(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong(key, "not_a_number")
        if value < least:
            raise self.wrong(key, "too_small")
        if not value <= _LARGEST:  # nor is it no number at all
            raise self.wrong(key, "too_large")
        return float(value)

    def place(self, key: str) -> float:
        return self.measure(key, least=-WIDTH_MM)

    def whole(self, key: str, default: int | None = None, least: int = 0, most: int = _LARGEST) -> int:
        value = self._take(key, default)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.wrong(key, "not_a_whole_number")
        if value < least:
            raise self.wrong(key, "too_small")
        if value > most:
            raise self.wrong(key, "too_large")
        return value

    def flag(self, key: str) -> bool:
        value = self._take(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "not_true_or_false")
        return value

    def choice(self, key: str, kind: type[_Choice], default: _Choice | None = None) -> _Choice:
        try:
            return kind(self.text(key, default))
        except ValueError as error:
            raise self.wrong(key, "no_such_choice") from error

    def colour(self, key: str, default: str | None = None) -> str:
        value = self.text(key, default)
        if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
            raise self.wrong(key, "not_a_colour")
        return value

    def font(self, key: str, fonts: FontShelf) -> Font:
        try:
            return fonts.font(self.text(key))
        except FileNotFoundError as error:
            raise self.wrong(key, "no_such_font") from error

    def table(self, key: str) -> "_Table":
        value = self._take(key)
        if not isinstance(value, dict):
            raise self.wrong(key, "not_a_table")
        return _Table(self.file, f"{self._path}.{key}".strip("."), value, self.images)

    def tables(self, key: str) -> "Iterator[_Table]":
        value = self._take(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise self.wrong(key, "not_tables")
        for place, entry in enumerate(value):
            yield _Table(self.file, f"{self._path}.{key}[{place}]".strip("."), entry, self.images)


def _side(table: _Table, fonts: FontShelf) -> Side:
    shapes = tuple(_shape(entry) for entry in table.tables("shapes"))
    code128 = _code128(table.table("code128")) if table.has("code128") else None
    qr_code = _qr(table.table("qr")) if table.has("qr") else None
    if code128 is not None and qr_code is not None and _area(code128).meets(_area(qr_code)):
        raise table.wrong("qr.x_mm", "touches_a_code")
    quiet = [_area(code) for code in (code128, qr_code) if code is not None]
    texts = tuple(_static_text(entry, fonts, quiet) for entry in table.tables("texts"))
    fields = tuple(_field(entry, fonts, quiet) for entry in table.tables("fields"))
    table.close()
    return Side(shapes, texts, fields, code128, qr_code)


def _shape(table: _Table) -> Shape:
    kind = table.text("kind")
    if kind not in _SHAPES:
        raise table.wrong("kind", "no_such_choice")
    shape = _SHAPES[kind](table)
    table.close()
    return shape


def _rect(table: _Table) -> Rect:
    x, y = table.place("x_mm"), table.place("y_mm")
    width, height = table.measure("width_mm"), table.measure("height_mm")
    radius = table.measure("radius_mm", 0, least=0)
    return Rect(x, y, width, height, radius, *_paint(table))


def _circle(table: _Table) -> Circle:
    return Circle(table.place("x_mm"), table.place("y_mm"), table.measure("radius_mm"), *_paint(table))


def _paint(table: _Table) -> tuple[str | None, str | None, float]:
    fill = table.colour("fill") if table.has("fill") else None
    stroke = table.colour("stroke") if table.has("stroke") else None
    if fill is None and stroke is None:
        raise table.wrong("fill", "missing")
    return fill, stroke, table.measure("stroke_mm") if stroke else 0


def _line(table: _Table) -> Line:
    start = table.place("x_mm"), table.place("y_mm")
    end = table.place("to_x_mm"), table.place("to_y_mm")
    return Line(*start, *end, table.colour("stroke"), table.measure("stroke_mm"))


def _image(table: _Table) -> Image:
    file = table.text("file")
    content = table.images(file)
    if content is None:
        raise table.wrong("file", "no_such_file")
    if not _is_picture(content):
        raise table.wrong("file", "not_a_picture")
    place = table.place("x_mm"), table.place("y_mm")
    return Image(file, content, *place, table.measure("width_mm"), table.measure("height_mm"))


def _is_picture(content: bytes) -> bool:
    """Whether it can be drawn: told now, not when a card is wanted."""
    try:
        with Picture.open(BytesIO(content), formats=_PICTURES) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return False
            picture.load()
    except (OSError, ValueError, SyntaxError, DecompressionBombError):
        return False
    return True


_PICTURES = ("PNG", "JPEG")
_MOST_PIXELS = 4_000_000
"""Six times the dots of a whole card at 300 dpi."""

_SHAPES: dict[str, Callable[[_Table], Shape]] = {
    "rect": _rect,
    "circle": _circle,
    "line": _line,
    "image": _image,
}


@dataclass(frozen=True, slots=True)
class _Area:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Area") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    @property
    def on_card(self) -> bool:
        return self.left >= 0 and self.top >= 0 and self.right <= WIDTH_MM and self.bottom <= HEIGHT_MM


def _area(place: TextBox | Code128Place | QrPlace) -> _Area:
    return _Area(place.x_mm, place.y_mm, place.x_mm + place.width_mm, place.y_mm + place.height_mm)


def _code128(table: _Table) -> Code128Place:
    place = Code128Place(
        table.place("x_mm"),
        table.place("y_mm"),
        table.measure("width_mm"),
        table.measure("height_mm", least=5),
        table.whole("module_dots", 4, least=3),
        table.whole("smallest_module_dots", 3, least=3),
    )
    table.close()
    if not _area(place).on_card:
        raise table.wrong("x_mm", "off_the_card")
    digits = barcode.width_mm(barcode.MODULES_OF_DIGITS, place.module_dots)
    letters = barcode.width_mm(barcode.MODULES_AT_MOST, place.smallest_module_dots)
    if max(digits, letters) > place.width_mm:
        raise table.wrong("width_mm", "too_small")
    return place


def _qr(table: _Table) -> QrPlace:
    place = QrPlace(table.place("x_mm"), table.place("y_mm"), table.whole("module_dots", 5, least=4))
    table.close()
    if not _area(place).on_card:
        raise table.wrong("x_mm", "off_the_card")
    return place


def _static_text(table: _Table, fonts: FontShelf, quiet: list[_Area]) -> StaticText:
    box = _text_box(table, fonts, quiet)
    static = StaticText(
        table.text("text"), box, table.colour("colour", "#000000"), table.flag("specimen_only")
    )
    table.close()
    if box.font.not_drawn(static.text):
        raise table.wrong("text", "not_in_font")
    if fitted(static.text, box) is None:
        raise table.wrong("text", "too_long")
    return static


def _field(table: _Table, fonts: FontShelf, quiet: list[_Area]) -> Field:
    box = _text_box(table, fonts, quiet)
    field = Field(table.choice("show", CardText), box, table.text("when_empty", ""))
    table.close()
    if box.font.not_drawn(field.when_empty):
        raise table.wrong("when_empty", "not_in_font")
    if fitted(field.when_empty, box) is None:
        raise table.wrong("when_empty", "too_long")
    return field


def _text_box(table: _Table, fonts: FontShelf, quiet: list[_Area]) -> TextBox:
    size = table.measure("size_pt", least=4)
    box = TextBox(
        table.place("x_mm"),
        table.place("y_mm"),
        table.measure("width_mm"),
        table.measure("height_mm"),
        table.font("font", fonts),
        size,
        table.measure("smallest_pt", size, least=4),
        table.whole("lines", 1, least=1),
        table.measure("leading", 1.2, least=0.8),
        table.measure("tracking_pt", 0, least=-1),
        table.choice("align", Align, Align.LEFT),
        table.choice("anchor", Anchor, Anchor.TOP),
    )
    if not _area(box).on_card:
        raise table.wrong("x_mm", "off_the_card")
    if any(_area(box).meets(code) for code in quiet):
        raise table.wrong("x_mm", "touches_a_code")
    return box
