"""Cards a second and bytes a card, beside the plain ReportLab way of drawing everything on each page."""

import io
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from app.cards.card_face import CardFace
from app.cards.card_text import CardText
from app.members.kpj import Kpj
from printing import indonesian
from printing.card import PdfCardRenderer
from printing.card_page import DOT_PT, HEIGHT_PT, PT_PER_MM, WIDTH_PT
from printing.fit import TextBox, fitted
from printing.fonts import FontShelf
from printing.layout import CardLayout, Circle, Line, Rect, Shape, Side, read_layout

_ROOT = Path(__file__).parents[2]
_GIVEN = ("SITI", "BUDI", "AGUS", "DEWI", "RINA", "JOKO", "WAHYU", "EKA", "PUTRI", "MADE", "YUSUF")
_FAMILY = ("RAHAYU", "SANTOSO", "WIJAYA", "LESTARI", "PRATAMA", "HIDAYAT", "SIREGAR", "UTAMI", "KUSUMA")
_COMPANIES = [f"PT {word} Abadi Sentosa" for word in ("Sumber", "Maju", "Karya", "Cipta", "Tirta")]


def run(quick: bool) -> Iterator[dict[str, object]]:
    """Two kinds of card; ``quick`` draws a tenth of the cards."""
    fonts = FontShelf(_ROOT / "resources" / "fonts")
    simple = read_layout(Path(__file__).with_name("four_texts.toml"), fonts)
    demo = read_layout(_ROOT / "resources" / "card_layouts" / "kartu-peserta.toml", fonts)
    n = 1_000 if quick else 10_000
    yield from _compared("a", simple, n, n, ">= 2.0", 2.0)
    # a hundred a second are slow enough to be measured on fewer cards
    yield from _compared("b", demo, n, n // 10, ">= 20.0", 20.0)


def _compared(
    kind: str, layout: CardLayout, n: int, n_plain: int, goal: str, least: float
) -> Iterator[dict[str, object]]:
    faces = _faces(n)
    ours = _timed(PdfCardRenderer(layout).render, faces)
    plain = _timed(lambda of: drawn_plainly(layout, of), faces[:n_plain])
    ratio = ours.cards_per_s / plain.cards_per_s
    bytes_ratio = ours.bytes_per_card / plain.bytes_per_card
    seconds = round(ours.seconds + plain.seconds, 2)
    yield {
        "bench": "cards",
        "measure": f"{kind}_cards_per_s_vs_plain_reportlab",
        "value": round(ratio, 2),
        "goal": goal,
        "met": ratio >= least,
        "n": n,
        "seconds": seconds,
        "ours": round(ours.cards_per_s),
        "theirs": round(plain.cards_per_s),
    }
    yield {
        "bench": "cards",
        "measure": f"{kind}_bytes_per_card_vs_plain_reportlab",
        "value": round(bytes_ratio, 2),
        "goal": "<= 1.0",
        "met": bytes_ratio <= 1.0,
        "n": n,
        "seconds": seconds,
        "ours": round(ours.bytes_per_card),
        "theirs": round(plain.bytes_per_card),
    }


@dataclass(frozen=True, slots=True)
class _Measured:
    seconds: float
    cards_per_s: float
    bytes_per_card: float


def _timed(render: Callable[[Sequence[CardFace]], bytes], faces: Sequence[CardFace]) -> _Measured:
    render(faces[:10])  # fonts are read and tables made once a day, not once a batch
    begun = time.perf_counter()
    pdf = render(faces)
    seconds = time.perf_counter() - begun
    return _Measured(seconds, len(faces) / seconds, len(pdf) / len(faces))


def _faces(n: int) -> list[CardFace]:
    chance = random.Random(20261120)
    return [
        CardFace(
            name=" ".join((chance.choice(_GIVEN), chance.choice(_GIVEN), chance.choice(_FAMILY))),
            kpj=f"{chance.randrange(10**11):011d}",
            nik=f"3578{chance.randrange(10**12):012d}",
            company=chance.choice(_COMPANIES),
            segment="PU",
            issued_on=date(2026, 11, 20),
            branch="Kantor Cabang Contoh",
        )
        for _ in range(n)
    ]


def drawn_plainly(layout: CardLayout, faces: Sequence[CardFace]) -> bytes:
    """The same cards as a ReportLab beginner's guide would draw them: everything, on every page."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH_PT, HEIGHT_PT), invariant=1)
    for face in faces:
        for side in layout.sides:
            _side_plainly(canvas, side, face)
            canvas.showPage()
    canvas.save()
    return file.getvalue()


def _side_plainly(canvas: Canvas, side: Side, face: CardFace) -> None:
    for shape in side.shapes:
        _shape_plainly(canvas, shape)
    for text in side.texts:
        if not text.specimen_only:
            canvas.setFillColor(HexColor(text.colour))
            _text_plainly(canvas, text.text, text.box)
    canvas.setFillColor(black)
    for field in side.fields:
        _text_plainly(canvas, _shown(field.show, face), field.box)
    if side.code128 is not None:
        module = side.code128.module_dots * DOT_PT
        bars = Code128(face.kpj, barWidth=module, barHeight=side.code128.height_mm * PT_PER_MM, quiet=False)
        bottom = HEIGHT_PT - (side.code128.y_mm + side.code128.height_mm) * PT_PER_MM
        bars.drawOn(canvas, side.code128.x_mm * PT_PER_MM + 10 * module, bottom)
    if side.qr is not None:
        size = side.qr.width_mm * PT_PER_MM
        drawing = Drawing(size, size)
        drawing.add(QrCodeWidget(face.kpj, barLevel="H", barWidth=size, barHeight=size))
        renderPDF.draw(drawing, canvas, side.qr.x_mm * PT_PER_MM, HEIGHT_PT - side.qr.y_mm * PT_PER_MM - size)


def _shape_plainly(canvas: Canvas, shape: Shape) -> None:
    x, y = shape.x_mm * PT_PER_MM, HEIGHT_PT - shape.y_mm * PT_PER_MM
    match shape:
        case Rect():
            canvas.setFillColor(HexColor(shape.fill))
            width, height = shape.width_mm * PT_PER_MM, shape.height_mm * PT_PER_MM
            canvas.rect(x, y - height, width, height, stroke=0, fill=1)
        case Circle():
            canvas.setFillColor(HexColor(shape.fill))
            canvas.circle(x, y, shape.radius_mm * PT_PER_MM, stroke=0, fill=1)
        case Line():
            canvas.setStrokeColor(HexColor(shape.stroke))
            canvas.setLineWidth(shape.stroke_mm * PT_PER_MM)
            canvas.line(x, y, shape.to_x_mm * PT_PER_MM, HEIGHT_PT - shape.to_y_mm * PT_PER_MM)


def _text_plainly(canvas: Canvas, text: str, box: TextBox) -> None:
    """One line at full size needs no fitting; longer texts are broken as the layout breaks them."""
    fit = None
    if canvas.stringWidth(text, box.font.name, box.size_pt) > box.width_pt:
        fit = fitted(text, box)
    size, lines = (fit.size_pt, fit.lines) if fit else (box.size_pt, (text,))
    canvas.setFont(box.font.name, size)
    y = HEIGHT_PT - box.y_mm * PT_PER_MM - size
    for place, line in enumerate(lines):
        canvas.drawString(box.x_mm * PT_PER_MM, y - place * size * box.leading, line)


def _shown(show: CardText, face: CardFace) -> str:
    return {
        CardText.NAME: face.name,
        CardText.KPJ: Kpj(face.kpj).grouped,
        CardText.KPJ_PLAIN: face.kpj,
        CardText.NIK: face.nik,
        CardText.COMPANY: face.company,
        CardText.SEGMENT: indonesian.segment(face.segment),
        CardText.ISSUED_ON: indonesian.long_date(face.issued_on),
        CardText.BRANCH: face.branch,
    }[show]
