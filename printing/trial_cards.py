"""Cards that try a printer and are nobody's: a layout's specimen, and lines at known places to measure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.cards.calibration import LEFT_MM, LOWER_MM, RIGHT_MM, UPPER_MM
from app.cards.card_face import CardFace
from app.cards.printer_setup import Placement, PrinterSetup
from app.cards.try_printer import TrialKind
from app.ports import CardRenderers
from printing.background import BLACK
from printing.card_document import CardDocument
from printing.card_page import HEIGHT_MM, HEIGHT_PT, PT_PER_MM, WIDTH_MM, number, operands
from printing.fit import TextBox
from printing.fonts import Font, FontShelf, one_document_at_a_time
from printing.placed_text import PlacedText
from printing.placement import placed

_LINE_MM = 0.2
_TICK_MM, _FIFTH_TICK_MM = 1.2, 2.4

_TEXTS = (
    ("KARTU KALIBRASI", 17.0, 16.0, 10.0),
    ("Bukan kartu peserta. Ukur A dan B dari tepi kiri, C dan D dari tepi atas, dalam mm.", 17.0, 23.0, 7.0),
    ("A", LEFT_MM + 3.5, 3.0, 10.0),
    ("B", RIGHT_MM + 1.5, 3.0, 10.0),
    ("C", RIGHT_MM + 6.0, UPPER_MM + 4.0, 10.0),
    ("D", RIGHT_MM + 6.0, LOWER_MM + 2.0, 10.0),
)
"""Text, left and top in millimetres, size in points."""

NOBODY = CardFace(
    name="KARTU UJI",
    kpj="00000000000",
    nik="0000000000000000",
    company="BUKAN KARTU PESERTA",
    segment="PU",
    issued_on=date(2000, 1, 1),
    branch="KARTU UJI",
)


@dataclass(frozen=True, slots=True)
class PdfTrialCards:
    """``specimens`` marks every card as no real card."""

    specimens: CardRenderers
    fonts: FontShelf

    def __call__(self, kind: TrialKind, setup: PrinterSetup) -> bytes:
        if kind is TrialKind.CALIBRATION:
            return self._calibration(setup.placement)
        renderer = self.specimens.of(NOBODY.layout)
        return renderer.render([NOBODY], setup.placement, back=setup.double_sided)

    def _calibration(self, placement: Placement) -> bytes:
        """Two upright and two level lines across the card, with a tick each millimetre."""
        font = self.fonts.font("Inter-500Medium")  # before: it is read under the same lock
        with one_document_at_a_time:
            document = CardDocument()
            words = "\n".join(_words(document, font))
            document.add_page(placed(f"{BLACK}\n0 G\n{_lines()}\n{words}", placement))
            return document.as_bytes()


def _words(document: CardDocument, font: Font) -> Iterator[str]:
    for text, left, top, size in _TEXTS:
        box = TextBox(left, top, 52, 16, font, size_pt=size, smallest_pt=5, lines=3)
        yield PlacedText.into(box, document.pdf)(text)


def _lines() -> str:
    """Thin enough to be read to a tenth of a millimetre against a ruler's edge."""
    upright = [_line(x, 0, x, HEIGHT_MM) for x in (LEFT_MM, RIGHT_MM)]
    level = [_line(0, y, WIDTH_MM, y) for y in (UPPER_MM, LOWER_MM)]
    along = [_line(x, UPPER_MM, x, UPPER_MM + _tick(x)) for x in range(1, int(WIDTH_MM))]
    down = [_line(LEFT_MM, y, LEFT_MM + _tick(y), y) for y in range(1, int(HEIGHT_MM))]
    return "\n".join([f"{number(_LINE_MM * PT_PER_MM)} w", *upright, *level, *along, *down])


def _tick(millimetre: int) -> float:
    return _TICK_MM if millimetre % 5 else _FIFTH_TICK_MM


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    begin = operands(x * PT_PER_MM, HEIGHT_PT - y * PT_PER_MM)
    end = operands(to_x * PT_PER_MM, HEIGHT_PT - to_y * PT_PER_MM)
    return f"{begin} m {end} l S"
