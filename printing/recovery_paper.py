"""Draw the papers of the keys on A4, in Indonesian: the recovery code, slips of one-time passwords."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import segno
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from app.reports.paper_names import paper_name
from app.trust.recovery_paper import PasswordSlip, PasswordSlips, PrintedPaper, RecoveryPaper
from printing import indonesian
from printing.fonts import Font, FontShelf, one_document_at_a_time

_WIDTH, _HEIGHT = A4
_MARGIN = 20 * mm
_ROOM = _WIDTH - 2 * _MARGIN
_ACCENT, _INK, _MUTED, _LINE, _SOFT = (
    HexColor(code) for code in ("#0B6B4F", "#17212B", "#55636F", "#C9D1D9", "#F4F6F8")
)
_SEPARATOR = "-"
_GROUPS_A_ROW = 4
_NOT_DRAWN = "\N{WHITE SQUARE}"

_WHAT_FOR = (
    "Membuka basis data cabang di komputer mana pun, tanpa kata sandi: bila komputer loket rusak atau "
    "diganti, bila tidak ada administrator yang ingat kata sandinya, atau bila cadangan dipulihkan di "
    "komputer lain.",
    "Siapa pun yang memegang kode ini dan cadangan (atau komputer) cabang dapat membaca seluruh data "
    "peserta.",
)
_WHERE = (
    "Dalam amplop tertutup dan ditandatangani, di brankas kepala cabang. Jangan difoto, jangan disimpan di "
    "komputer, jangan dikirim lewat surel atau pesan.",
    "Jangan disimpan bersama media cadangan.",
)
_IF_LOST = (
    "Bila lembar ini hilang, terlihat orang lain, atau amplopnya terbuka: administrator segera membuat kode "
    "baru di Loket (Cadangan, “Kode pemulihan baru”). Sejak itu kode ini tidak lagi membuka data cabang, "
    "tetapi masih membuka cadangan lama: musnahkan atau amankan cadangan itu.",
)
_SLIP = 50 * mm


@dataclass(frozen=True, slots=True)
class PdfKeyPapers:
    """The same values give the same bytes."""

    fonts: FontShelf

    def recovery(self, paper: RecoveryPaper) -> PrintedPaper:
        """One page: the code in numbered groups and as QR, what it can do and where to keep it."""
        sheet = _Sheet(self.fonts, f"Kode pemulihan {paper.branch}")
        with one_document_at_a_time:
            _draw_recovery(sheet, paper)
            return sheet.finished()

    def slips(self, slips: PasswordSlips) -> PrintedPaper:
        """One slip an officer, as many pages as they need."""
        sheet = _Sheet(self.fonts, f"Kata sandi sekali pakai {slips.branch}")
        with one_document_at_a_time:
            _draw_slips(sheet, slips)
            return sheet.finished()


class _Sheet:
    """A canvas whose ``y`` goes down the page with what is written."""

    def __init__(self, fonts: FontShelf, title: str) -> None:
        self.plain, self.bold = fonts.font("Inter-400Regular"), fonts.font("Inter-600SemiBold")
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, A4, invariant=1, initialFontName=self.plain.name, lang="id")
        self.canvas.setTitle(self.drawable(title))
        self.canvas.setAuthor("Loket")
        self.canvas.setCreator("Loket")
        self.y = _HEIGHT - _MARGIN
        self._text = ParagraphStyle(
            "text", fontName=self.plain.name, fontSize=10, leading=14.5, textColor=_INK
        )

    def drawable(self, text: str) -> str:
        """These papers must always come out: what the font lacks is shown as a square."""
        return "".join(char if char in self.plain.widths else _NOT_DRAWN for char in text)

    def words(self, x: float, y: float, text: str, size: float, *, bold: bool = False) -> None:
        font = self.bold if bold else self.plain
        self.canvas.setFont(font.name, size)
        self.canvas.drawString(x, y, self.drawable(text))

    def paragraph(self, text: str, x: float, width: float) -> None:
        made = Paragraph(escape(self.drawable(text)), self._text)
        _, height = made.wrap(width, _HEIGHT)
        made.drawOn(self.canvas, x, self.y - height)
        self.y -= height

    def finished(self) -> PrintedPaper:
        pages = self.canvas.getPageNumber()
        self.canvas.showPage()
        self.canvas.save()
        return PrintedPaper(self._file.getvalue(), pages)


def _draw_recovery(sheet: _Sheet, paper: RecoveryPaper) -> None:
    _draw_head(sheet, "Kode Pemulihan", paper.branch, "RAHASIA")
    made = f"{indonesian.long_date(paper.made_at.date())}, pukul {paper.made_at:%H.%M}"
    for label, text in (
        ("Kantor cabang", paper.branch),
        ("Nomor basis data", paper.database_id),
        ("Dibuat", f"{made}, oleh {paper.made_by}"),
    ):
        _draw_fact(sheet, label, text)
    sheet.y -= 5 * mm
    _draw_code(sheet, paper.groups)
    for title, paragraphs in (
        ("Kegunaan", _WHAT_FOR),
        ("Tempat menyimpan", _WHERE),
        ("Bila hilang atau terlihat orang lain", _IF_LOST),
    ):
        _draw_section(sheet, title, paragraphs)
    _draw_signatures(sheet)


def _draw_head(sheet: _Sheet, title: str, branch: str, tag: str = "") -> None:
    canvas = sheet.canvas
    sheet.y -= 6 * mm
    canvas.setFillColor(_ACCENT)
    sheet.words(_MARGIN, sheet.y, title, 22, bold=True)
    canvas.setFillColor(_INK)
    canvas.setFont(sheet.bold.name, 12)
    canvas.drawRightString(_WIDTH - _MARGIN, sheet.y, tag)
    sheet.y -= 6 * mm
    canvas.setFillColor(_MUTED)
    name = sheet.drawable(f"Loket · {branch}")
    sheet.words(_MARGIN, sheet.y, name, _fitting(sheet.plain, name, 10, _ROOM))
    sheet.y -= 3.5 * mm
    canvas.setStrokeColor(_ACCENT)
    canvas.setLineWidth(1.2)
    canvas.line(_MARGIN, sheet.y, _WIDTH - _MARGIN, sheet.y)
    sheet.y -= 8 * mm


def _draw_fact(sheet: _Sheet, label: str, text: str) -> None:
    at = 42 * mm
    sheet.canvas.setFillColor(_MUTED)
    sheet.words(_MARGIN, sheet.y, label, 10)
    sheet.canvas.setFillColor(_INK)
    told = sheet.drawable(text)
    sheet.words(_MARGIN + at, sheet.y, told, _fitting(sheet.plain, told, 10, _ROOM - at))
    sheet.y -= 5.5 * mm


def _draw_code(sheet: _Sheet, groups: Sequence[str]) -> None:
    canvas, qr = sheet.canvas, 30 * mm
    rows = [groups[at : at + _GROUPS_A_ROW] for at in range(0, len(groups), _GROUPS_A_ROW)]
    row_height, pad = 18 * mm, 6 * mm
    height = max(len(rows) * row_height, qr) + pad
    canvas.setFillColor(_SOFT)
    canvas.setStrokeColor(_LINE)
    canvas.setLineWidth(0.8)
    canvas.roundRect(_MARGIN, sheet.y - height, _ROOM, height, 3 * mm, fill=1)
    width = (_ROOM - qr - 3 * pad) / _GROUPS_A_ROW
    widest = max(groups, key=sheet.bold.width)
    size = _fitting(sheet.bold, widest, 21, width - 7 * mm)
    top = sheet.y - (height - len(rows) * row_height) / 2
    for row, line in enumerate(rows):
        for place, group in enumerate(line):
            left, base = _MARGIN + pad + place * width, top - row * row_height - 12.5 * mm
            canvas.setFillColor(_MUTED)
            sheet.words(left, base + size + 1, str(row * _GROUPS_A_ROW + place + 1), 7.5)
            canvas.setFillColor(_INK)
            sheet.words(left, base, group, size, bold=True)
    _draw_qr(
        canvas, _SEPARATOR.join(groups), _WIDTH - _MARGIN - pad / 2 - qr, sheet.y - (height + qr) / 2, qr
    )
    sheet.y -= height + 4 * mm
    canvas.setFillColor(_MUTED)
    note = "Huruf besar atau kecil, spasi dan tanda hubung tidak berpengaruh. Tidak ada huruf I, L, O dan U."
    sheet.words(_MARGIN, sheet.y - 1 * mm, note, 9)
    sheet.y -= 9 * mm


def _draw_qr(canvas: Canvas, text: str, left: float, bottom: float, side: float) -> None:
    """For a scanner at the PC that will be restored; four modules around it stay white."""
    symbol = segno.make_qr(text, error="m").matrix
    quiet = 4
    module = side / (len(symbol) + 2 * quiet)
    canvas.setFillColor(HexColor("#FFFFFF"))
    canvas.rect(left, bottom, side, side, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#000000"))
    path = canvas.beginPath()
    for row, line in enumerate(symbol):
        for column, dark in enumerate(line):
            if dark:
                y = bottom + side - (quiet + row + 1) * module
                path.rect(left + (quiet + column) * module, y, module, module)
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_section(sheet: _Sheet, title: str, paragraphs: Sequence[str]) -> None:
    sheet.canvas.setFillColor(_ACCENT)
    sheet.words(_MARGIN, sheet.y, title, 11, bold=True)
    sheet.y -= 2.5 * mm
    for text in paragraphs:
        sheet.paragraph(text, _MARGIN, _ROOM)
        sheet.y -= 1.5 * mm
    sheet.y -= 5 * mm


def _draw_signatures(sheet: _Sheet) -> None:
    canvas, width, base = sheet.canvas, 70 * mm, 30 * mm
    canvas.setStrokeColor(_INK)
    canvas.setLineWidth(0.6)
    for left, who in ((_MARGIN, "Administrator"), (_WIDTH - _MARGIN - width, "Kepala cabang")):
        canvas.setFillColor(_INK)
        sheet.words(left, base + 24 * mm, who, 10)
        canvas.line(left, base, left + width, base)
        canvas.setFillColor(_MUTED)
        sheet.words(left, base - 4.5 * mm, "Nama, tanda tangan, tanggal disimpan", 8.5)


def _draw_slips(sheet: _Sheet, slips: PasswordSlips) -> None:
    canvas = sheet.canvas
    made = f"{indonesian.long_date(slips.made_at.date())}, pukul {slips.made_at:%H.%M}"
    _draw_head(sheet, "Kata Sandi Sekali Pakai", slips.branch)
    for slip in slips.slips:
        if sheet.y - _SLIP < _MARGIN:
            canvas.showPage()
            sheet.y = _HEIGHT - _MARGIN
        _draw_slip(sheet, slip, made)


def _draw_slip(sheet: _Sheet, slip: PasswordSlip, made: str) -> None:
    canvas, bottom = sheet.canvas, sheet.y - _SLIP
    left = _MARGIN + 2 * mm
    canvas.setFillColor(_INK)
    sheet.words(left, sheet.y - 8 * mm, slip.officer, 12, bold=True)
    canvas.setFillColor(_MUTED)
    sheet.words(left, sheet.y - 13.5 * mm, f"{paper_name(slip.role)} · dibuat {made}", 9)
    canvas.setFillColor(_INK)
    sheet.words(left, sheet.y - 25 * mm, slip.password, 20, bold=True)
    canvas.setFillColor(_MUTED)
    sheet.words(
        left, sheet.y - 34 * mm, "Berlaku sekali: saat masuk pertama, Loket meminta kata sandi baru.", 9
    )
    sheet.words(left, sheet.y - 38.5 * mm, "Serahkan langsung kepada petugasnya, lalu musnahkan.", 9)
    canvas.setStrokeColor(_LINE)
    canvas.setLineWidth(0.6)
    canvas.setDash(3, 3)
    canvas.line(_MARGIN, bottom + 4 * mm, _WIDTH - _MARGIN, bottom + 4 * mm)
    canvas.setDash()
    sheet.y = bottom


def _fitting(font: Font, text: str, size: float, room: float) -> float:
    """``size``, or as much smaller as the text needs."""
    return min(size, room * 1000 / max(1.0, font.width(text)))
