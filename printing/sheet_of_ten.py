"""Ten cards at their true size on A4 with crop marks, each drawn as the card printer would get it."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.cards.card_face import CardFace
from printing import indonesian
from printing.card import PdfCardRenderer, SideWriter
from printing.card_document import CardDocument
from printing.card_page import HEIGHT_MM, HEIGHT_PT, PT_PER_MM, WIDTH_MM, WIDTH_PT, number, operands
from printing.fonts import FontShelf, one_document_at_a_time

A4_MM = 210.0, 297.0
COLUMNS, ROWS = 2, 5
GAPS_MM = 4.0, 2.0
"""Between the cards across and down: room for the bleed of both neighbours."""

_LEFT_MM = (A4_MM[0] - COLUMNS * WIDTH_MM - GAPS_MM[0]) / 2
_TOP_MM = (A4_MM[1] - ROWS * HEIGHT_MM - (ROWS - 1) * GAPS_MM[1]) / 2
_MARK_MM = 1.5, 4.5
"""Where a crop mark begins and ends, counted outwards from the outermost edge of the cards."""
_SAYS = "KARTU SEMENTARA"
_UNTIL = "Kartu sementara di atas kertas · berlaku sampai kartu PVC diserahkan"
_TILT = math.radians(16)
_GREY = "0.82 g"


@dataclass(frozen=True, slots=True)
class PdfSheets:
    """The fronts of ten, then their backs mirrored, so that a sheet turned over its long edge fits."""

    of: Callable[[str], PdfCardRenderer]
    fonts: FontShelf

    def __call__(self, faces: Sequence[CardFace]) -> bytes:
        drawn = [(face, self.of(face.layout)) for face in faces]
        with one_document_at_a_time:
            return _Sheets(self.fonts).written(drawn)


class _Sheets:
    def __init__(self, fonts: FontShelf) -> None:
        self._document = CardDocument((A4_MM[0] * PT_PER_MM, A4_MM[1] * PT_PER_MM))
        self._bold = fonts.font("Inter-700Bold")
        self._plain = fonts.font("Inter-500Medium")
        self._writers: dict[str, list[SideWriter]] = {}
        self._cards = 0

    def written(self, drawn: Sequence[tuple[CardFace, PdfCardRenderer]]) -> bytes:
        sheets = range(0, len(drawn), COLUMNS * ROWS)
        for place, first in enumerate(sheets, 1):
            ten = drawn[first : first + COLUMNS * ROWS]
            sheet = f"lembar {place} dari {len(sheets)}"
            self._page([(face, self._sides(of)[0]) for face, of in ten], f"{sheet} · muka", mirrored=False)
            backs = [(face, self._sides(of)[1] if of.sides == 2 else None) for face, of in ten]
            if any(writer is not None for _, writer in backs):
                self._page(backs, f"{sheet} · belakang", mirrored=True)
        return self._document.as_bytes()

    def _sides(self, renderer: PdfCardRenderer) -> list[SideWriter]:
        """One layout's sides, each with its background stored once for all sheets."""
        if renderer.layout not in self._writers:
            at = len(self._writers)
            self._writers[renderer.layout] = [
                SideWriter(side, f"Side{at}x{place}", self._document, renderer.specimen, self._mark())
                for place, side in enumerate(renderer.card_layout.sides)
            ]
        return self._writers[renderer.layout]

    def _page(
        self, cards: Sequence[tuple[CardFace, SideWriter | None]], sheet: str, *, mirrored: bool
    ) -> None:
        pieces = [*_crop_marks(), *self._words(cards[0][0], sheet)]
        for place, (face, writer) in enumerate(cards):
            if writer is None:
                continue
            row, column = divmod(place, COLUMNS)
            x, y = _corner(row, COLUMNS - 1 - column if mirrored else column)
            self._cards += 1
            card = self._document.add_drawing(f"Card{self._cards}", writer.page(face))
            pieces.append(f"q 1 0 0 1 {operands(x, y)} cm {card} Q")
        self._document.add_page("\n".join(pieces))

    def _mark(self) -> str:
        """Grey and large across the card, so that no copy of the paper passes for the card."""
        size = 20.0
        long = self._bold.width(_SAYS) * size / 1000
        rise, run = math.sin(_TILT), math.cos(_TILT)
        x = WIDTH_PT / 2 - long / 2 * run + size * self._bold.cap_height / 2 * rise
        y = HEIGHT_PT / 2 - long / 2 * rise - size * self._bold.cap_height / 2 * run
        pdf = self._document.pdf
        shown = self._bold.shown(_SAYS, number(size), pdf)
        matrix = operands(run, rise, -rise, run, x, y)
        return f"{_GREY} BT {self._bold.resource(pdf)} {number(size)} Tf {matrix} Tm {shown} ET"

    def _words(self, face: CardFace, sheet: str) -> Iterator[str]:
        """What the paper is, above the cards: in the margin that is cut off."""
        y = (A4_MM[1] - _TOP_MM + 3.0) * PT_PER_MM
        pdf, font = self._document.pdf, self._plain
        printed = f"{face.branch} · {indonesian.long_date(face.issued_on)} · {sheet}"
        for column, text in enumerate((_UNTIL, printed)):
            x = _corner(0, column)[0] + 2 * PT_PER_MM
            shown = font.shown(font.drawable(text), "6.5", pdf)
            yield f"0 g BT {font.resource(pdf)} 6.5 Tf {operands(x, y)} Td {shown} ET"


def _corner(row: int, column: int) -> tuple[float, float]:
    """The card's lower left corner in points."""
    x = _LEFT_MM + column * (WIDTH_MM + GAPS_MM[0])
    y = A4_MM[1] - _TOP_MM - (row + 1) * HEIGHT_MM - row * GAPS_MM[1]
    return x * PT_PER_MM, y * PT_PER_MM


def _crop_marks() -> Iterator[str]:
    """In line with every edge to be cut, outside the cards."""
    near, far = (distance * PT_PER_MM for distance in _MARK_MM)
    width, height = A4_MM[0] * PT_PER_MM, A4_MM[1] * PT_PER_MM
    left, top = _LEFT_MM * PT_PER_MM, height - _TOP_MM * PT_PER_MM
    yield "0 G 0.4 w"
    for column in range(COLUMNS):
        start = _corner(0, column)[0]
        for x in (start, start + WIDTH_PT):
            for begin, end in ((top + near, top + far), (height - top - near, height - top - far)):
                yield f"{operands(x, begin)} m {operands(x, end)} l S"
    for row in range(ROWS):
        start = _corner(row, 0)[1]
        for y in (start, start + HEIGHT_PT):
            for begin, end in ((left - near, left - far), (width - left + near, width - left + far)):
                yield f"{operands(begin, y)} m {operands(end, y)} l S"
