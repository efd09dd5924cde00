"""Draw the receipt (tanda terima): A5 landscape, half an A4 sheet, in Indonesian, for two signatures."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A5, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from app.ports import Receipt
from printing import indonesian
from printing.fonts import Font, FontShelf, one_document_at_a_time

_WIDTH, _HEIGHT = landscape(A5)
_MARGIN = 15 * mm
_HEAD, _FOOT = 32 * mm, 14 * mm
_ACCENT, _INK, _MUTED, _LINE = (HexColor(code) for code in ("#0B6B4F", "#17212B", "#55636F", "#C9D1D9"))
_LABELS = 42 * mm
_SIGNATURES = 60 * mm
_SMALL = 8.5

_CONFIRMED = "Penerima menyatakan data di atas benar dan yang tersebut sudah diterima."


@dataclass(frozen=True, slots=True)
class PdfReceiptRenderer:
    """The same receipt gives the same bytes; what does not fit one page goes on to the next."""

    fonts: FontShelf

    def render(self, receipt: Receipt) -> bytes:
        look = _Look(self.fonts.font("Inter-400Regular"), self.fonts.font("Inter-600SemiBold"))
        file = io.BytesIO()
        document = BaseDocTemplate(
            file,
            pagesize=(_WIDTH, _HEIGHT),
            invariant=1,
            initialFontName=look.plain.name,
            title=look.drawable(f"Tanda terima {receipt.number}"),
            author="Loket",
            creator="Loket",
            lang="id",
        )
        body = Frame(_MARGIN, _FOOT, _WIDTH - 2 * _MARGIN, _HEIGHT - _HEAD - _FOOT, 0, 0, 0, 0)
        on_page = partial(_draw_head_and_foot, receipt, look)
        document.addPageTemplates(PageTemplate("halaman", [body], onPage=on_page))
        with one_document_at_a_time:
            document.build(list(_story(receipt, look)))
        return file.getvalue()


class _Look:
    def __init__(self, plain: Font, bold: Font) -> None:
        self.plain, self.bold = plain, bold
        self._text = ParagraphStyle("text", fontName=plain.name, fontSize=9.5, leading=13.5, textColor=_INK)
        self._label = ParagraphStyle("label", parent=self._text, textColor=_MUTED)
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


def _story(receipt: Receipt, look: _Look) -> Iterator[Flowable]:
    rows = [
        [look.label("Nama peserta"), look.strong(receipt.member_name)],
        [look.label("NIK"), look.text(receipt.nik_masked)],
    ]
    rows += [[look.label(line.label), look.text(line.text)] for line in receipt.lines]
    if receipt.done:
        rows.append([look.label("Yang diselesaikan"), [look.text(done) for done in receipt.done]])
    yield _plain_table(rows, [_LABELS, _WIDTH - 2 * _MARGIN - _LABELS])
    # a signature never stands on another page than the words it confirms
    yield KeepTogether(
        [
            Spacer(0, 3 * mm),
            look.label(_CONFIRMED),
            Spacer(0, 4 * mm),
            _signatures(receipt, look),
        ]
    )


def _plain_table(rows: list[list[object]], widths: list[float]) -> Table:
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2 * mm),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE),
    ]
    return Table(rows, widths, style=style)


def _signatures(receipt: Receipt, look: _Look) -> Table:
    between = _WIDTH - 2 * _MARGIN - 2 * _SIGNATURES
    rows = [
        [look.signed("Penerima"), "", look.signed("Petugas")],
        ["", "", ""],
        [look.signed(receipt.member_name), "", look.signed(receipt.officer)],
    ]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 1), (0, 1), 0.6, _INK),
        ("LINEBELOW", (2, 1), (2, 1), 0.6, _INK),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ]
    return Table(rows, [_SIGNATURES, between, _SIGNATURES], [None, 13 * mm, None], style=style)


def _draw_head_and_foot(receipt: Receipt, look: _Look, canvas: Canvas, document: BaseDocTemplate) -> None:
    right, top = _WIDTH - _MARGIN, _HEIGHT - 18 * mm
    canvas.setFillColor(_ACCENT)
    canvas.setFont(look.bold.name, 17)
    canvas.drawString(_MARGIN, top, "Tanda Terima")
    canvas.setFillColor(_INK)
    canvas.setFont(look.bold.name, 11)
    canvas.drawRightString(right, top, look.drawable(receipt.number))
    canvas.setFillColor(_MUTED)
    at = f"{indonesian.long_date(receipt.at.date())}, pukul {receipt.at:%H.%M}"
    canvas.setFont(look.plain.name, _SMALL)
    canvas.drawRightString(right, top - 5.5 * mm, at)
    where = look.drawable(f"{receipt.branch} · {receipt.counter}")
    room = right - _MARGIN - 5 * mm - canvas.stringWidth(at, look.plain.name, _SMALL)
    canvas.setFont(look.plain.name, min(_SMALL, room * 1000 / look.plain.width(where)))
    canvas.drawString(_MARGIN, top - 5.5 * mm, where)
    canvas.setStrokeColor(_ACCENT)
    canvas.setLineWidth(1.2)
    canvas.line(_MARGIN, top - 9 * mm, right, top - 9 * mm)
    canvas.setFont(look.plain.name, _SMALL)
    canvas.drawRightString(right, 8 * mm, f"Halaman {document.page}")
    canvas.drawString(_MARGIN, 8 * mm, "Lembar ini disimpan peserta sebagai bukti layanan.")
