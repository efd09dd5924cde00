"""How a tanda terima looks, be it a visitor's or a company's: its words, lines and signatures."""

from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Paragraph, Table

from printing import indonesian
from printing.fonts import Font, FontShelf

ACCENT, INK, MUTED, LINE, HEADING = (
    HexColor(code) for code in ("#0B6B4F", "#17212B", "#55636F", "#C9D1D9", "#E3F1EC")
)
MARGIN = 15 * mm
SMALL = 8.5
HEAD, FOOT = 32 * mm, 14 * mm
"""What of a page belongs to its head and its foot."""
_SIGNATURE = 60 * mm


@dataclass(frozen=True, slots=True)
class ReceiptHead:
    """``where`` names branch and counter."""

    title: str
    number: str
    at: datetime
    where: str


class ReceiptLook:
    def __init__(self, fonts: FontShelf) -> None:
        plain, bold = fonts.font("Inter-400Regular"), fonts.font("Inter-600SemiBold")
        self.plain: Font = plain
        self.bold: Font = bold
        self._text = ParagraphStyle("text", fontName=plain.name, fontSize=9.5, leading=13.5, textColor=INK)
        self._label = ParagraphStyle("label", parent=self._text, textColor=MUTED)
        self._strong = ParagraphStyle("strong", parent=self._text, fontName=bold.name)
        self._signed = ParagraphStyle("signed", parent=self._text, alignment=TA_CENTER)

    def drawable(self, text: str) -> str:
        return self.plain.drawable(text)

    def text(self, text: str) -> Paragraph:
        return Paragraph(escape(self.drawable(text)), self._text)

    def label(self, text: str) -> Paragraph:
        return Paragraph(escape(self.drawable(text)), self._label)

    def strong(self, text: str) -> Paragraph:
        return Paragraph(escape(self.drawable(text)), self._strong)

    def signed(self, text: str) -> Paragraph:
        return Paragraph(escape(self.drawable(text)), self._signed)


def plain_table(rows: list[list[object]], widths: list[float]) -> Table:
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2 * mm),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    ]
    return Table(rows, widths, style=style)


def signatures(look: ReceiptLook, width: float, receiver: str, officer: str) -> Table:
    """Room for two hands across ``width``, with the names below."""
    between = width - 2 * _SIGNATURE
    rows = [
        [look.signed("Penerima"), "", look.signed("Petugas")],
        ["", "", ""],
        [look.signed(receiver), "", look.signed(officer)],
    ]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 1), (0, 1), 0.6, INK),
        ("LINEBELOW", (2, 1), (2, 1), 0.6, INK),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ]
    return Table(rows, [_SIGNATURE, between, _SIGNATURE], [None, 13 * mm, None], style=style)


def head_and_foot(
    look: ReceiptLook, head: ReceiptHead, foot: str, canvas: Canvas, document: BaseDocTemplate
) -> None:
    """Drawn on each page, with its number."""
    width, height = document.pagesize
    right, top = width - MARGIN, height - 18 * mm
    canvas.setFillColor(ACCENT)
    canvas.setFont(look.bold.name, 17)
    canvas.drawString(MARGIN, top, head.title)
    canvas.setFillColor(INK)
    canvas.setFont(look.bold.name, 11)
    canvas.drawRightString(right, top, look.drawable(head.number))
    canvas.setFillColor(MUTED)
    at = f"{indonesian.long_date(head.at.date())}, pukul {head.at:%H.%M}"
    canvas.setFont(look.plain.name, SMALL)
    canvas.drawRightString(right, top - 5.5 * mm, at)
    where = look.drawable(head.where)
    room = right - MARGIN - 5 * mm - canvas.stringWidth(at, look.plain.name, SMALL)
    canvas.setFont(look.plain.name, min(SMALL, room * 1000 / look.plain.width(where)))
    canvas.drawString(MARGIN, top - 5.5 * mm, where)
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(1.2)
    canvas.line(MARGIN, top - 9 * mm, right, top - 9 * mm)
    canvas.setFont(look.plain.name, SMALL)
    canvas.drawRightString(right, 8 * mm, f"Halaman {document.page}")
    canvas.drawString(MARGIN, 8 * mm, foot)
