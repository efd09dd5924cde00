"""Draw what is the same on every card of a side: shapes, fixed texts and the white under the codes."""

from collections.abc import Iterator

from reportlab.pdfgen.pathobject import PDFPathObject

from printing.card_document import CardDocument
from printing.card_page import HEIGHT_PT, PT_PER_MM, number, operands
from printing.layout import Circle, Code128Place, Image, Line, QrPlace, Rect, Shape, Side
from printing.placed_text import PlacedText

BLACK = "0 g"
_WHITE = "1 g"


def background_operators(side: Side, document: CardDocument, specimen: bool, mark: str = "") -> str:
    """``specimen`` shows the texts meant only for cards that are no real cards."""
    return "\n".join(_pieces(side, document, specimen, mark))


def _pieces(side: Side, document: CardDocument, specimen: bool, mark: str) -> Iterator[str]:
    for shape in side.shapes:
        yield _shape(shape, document)
    if mark:
        yield mark
    for text in side.texts:
        if specimen or not text.specimen_only:
            yield f"{_fill(text.colour)} {PlacedText.into(text.box, document.pdf)(text.text)}"
    for code in (side.code128, side.qr):
        if code is not None:  # last: a quiet zone stays quiet whatever the layout paints there
            yield _quiet_zone(code)


def _quiet_zone(code: Code128Place | QrPlace) -> str:
    return f"{_WHITE} {_rect(code.x_mm, code.y_mm, code.width_mm, code.height_mm)} f"


def _shape(shape: Shape, document: CardDocument) -> str:
    match shape:
        case Rect():
            return _painted(shape, _rect_path(shape))
        case Circle():
            path = PDFPathObject()
            path.circle(_x(shape.x_mm), _y(shape.y_mm), shape.radius_mm * PT_PER_MM)
            return _painted(shape, path.getCode())
        case Line():
            begin = operands(_x(shape.x_mm), _y(shape.y_mm))
            end = operands(_x(shape.to_x_mm), _y(shape.to_y_mm))
            return f"{_pen(shape.stroke, shape.stroke_mm)} {begin} m {end} l S"
        case Image():
            width, height = shape.width_mm * PT_PER_MM, shape.height_mm * PT_PER_MM
            place = operands(width, 0, 0, height, _x(shape.x_mm), _y(shape.y_mm) - height)
            return f"q {place} cm {document.add_image(shape.content)} Q"


def _rect_path(rect: Rect) -> str:
    if not rect.radius_mm:
        return _rect(rect.x_mm, rect.y_mm, rect.width_mm, rect.height_mm)
    path = PDFPathObject()
    width, height, radius = (side * PT_PER_MM for side in (rect.width_mm, rect.height_mm, rect.radius_mm))
    path.roundRect(_x(rect.x_mm), _y(rect.y_mm) - height, width, height, radius)
    return str(path.getCode())


def _rect(x_mm: float, y_mm: float, width_mm: float, height_mm: float) -> str:
    corner = _x(x_mm), _y(y_mm + height_mm)
    return f"{operands(*corner, width_mm * PT_PER_MM, height_mm * PT_PER_MM)} re"


def _painted(shape: Rect | Circle, path: str) -> str:
    colours = [_fill(shape.fill)] if shape.fill else []
    if shape.stroke:
        colours.append(_pen(shape.stroke, shape.stroke_mm))
    ending = {(True, True): "B", (True, False): "f", (False, True): "S"}
    return " ".join((*colours, path, ending[bool(shape.fill), bool(shape.stroke)]))


def _fill(colour: str) -> str:
    return BLACK if colour == "#000000" else f"{_rgb(colour)} rg"


def _pen(colour: str, width_mm: float) -> str:
    black = colour == "#000000"
    return f"{'0 G' if black else _rgb(colour) + ' RG'} {number(width_mm * PT_PER_MM)} w"


def _rgb(colour: str) -> str:
    return operands(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))


def _x(millimetres: float) -> float:
    return millimetres * PT_PER_MM


def _y(millimetres: float) -> float:
    """PDF counts from the bottom edge; layouts count from the top."""
    return HEIGHT_PT - millimetres * PT_PER_MM
