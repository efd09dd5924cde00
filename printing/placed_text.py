"""Write texts into one box of one document, as PDF operators."""

from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFDocument

from app.cards.card_text import Align, Anchor
from printing.card_page import HEIGHT_PT, PT_PER_MM, number
from printing.fit import Fitted, TextBox, fitted, line_width_pt


class TextOverflows(Exception):
    """The text does not fit its box at the smallest size the layout allows."""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """Writes any text into ``box``. The fill colour is whatever stands when the operators run."""

    box: TextBox
    document: PDFDocument
    resource: str

    @classmethod
    def into(cls, box: TextBox, document: PDFDocument) -> "PlacedText":
        return cls(box, document, box.font.resource(document))

    def __call__(self, text: str) -> str:
        """``TextOverflows`` or, for a character the font does not draw, ``KeyError``."""
        fit = fitted(text, self.box)
        if fit is None:
            raise TextOverflows
        size = number(fit.size_pt)
        tracking = self.box.tracking_pt
        lines = " ".join(self._line(line, place, fit, size) for place, line in enumerate(fit.lines))
        shown = f"BT {self.resource} {size} Tf {lines} ET"
        return f"{number(tracking)} Tc {shown} 0 Tc" if tracking else shown

    def _line(self, line: str, place: int, fit: Fitted, size: str) -> str:
        x, y = self._start(line, place, fit)
        return f"1 0 0 1 {number(x)} {number(y)} Tm {self.box.font.shown(line, size, self.document)}"

    def _start(self, line: str, place: int, fit: Fitted) -> tuple[float, float]:
        """Left end of the base line, in points from the card's lower left corner."""
        box, leading = self.box, fit.size_pt * self.box.leading
        room = box.width_pt - line_width_pt(line, fit.size_pt, box)
        x = box.x_mm * PT_PER_MM + room * _SHARE_BEFORE[box.align]
        height = box.font.cap_height * fit.size_pt + leading * (len(fit.lines) - 1)
        spare = (box.height_pt - height) * _SHARE_ABOVE[box.anchor]
        top = HEIGHT_PT - box.y_mm * PT_PER_MM - spare
        return x, top - box.font.cap_height * fit.size_pt - leading * place


def covered_mm(text: str, box: TextBox) -> tuple[float, float, float, float]:
    """Left, top, width and height of what the text takes up of its box; nothing where it does not fit."""
    fit = fitted(text, box)
    if fit is None:
        return box.x_mm, box.y_mm, 0.0, 0.0
    width = max(line_width_pt(line, fit.size_pt, box) for line in fit.lines) / PT_PER_MM
    height = fit.size_pt * (box.font.cap_height + box.leading * (len(fit.lines) - 1)) / PT_PER_MM
    left = box.x_mm + (box.width_mm - width) * _SHARE_BEFORE[box.align]
    return left, box.y_mm + (box.height_mm - height) * _SHARE_ABOVE[box.anchor], width, height


_SHARE_BEFORE = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}
_SHARE_ABOVE = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}
