"""One PDF of cards: pages of exactly one card, backgrounds drawn once, equal pages stored once."""

from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFFormXObject,
    PDFImageXObject,
    PDFObjectReference,
    PDFPage,
    PDFResourceDictionary,
    PDFStream,
    PDFZCompress,
)

from printing.card_page import HEIGHT_PT, PT_PER_MM, WIDTH_PT

BLEED_MM = 1.0
"""How far a background may reach over the card's edge, for printers that print up to it."""


class CardDocument:
    """ReportLab's document without its canvas, which would spell out every page's resources anew."""

    def __init__(self, size: tuple[float, float] = (WIDTH_PT, HEIGHT_PT)) -> None:
        self.pdf = PDFDocument(invariant=1, compression=1)  # same input, same bytes
        self.pdf.info.title = "Kartu peserta"
        self.pdf.info.author = self.pdf.info.creator = "Loket"
        self.pdf.info.subject = ""
        self._drawings = PDFDictionary()
        resources = PDFResourceDictionary(XObject=self._drawings)
        resources.basicFonts()
        resources.allProcs()
        self._resources = self.pdf.Reference(resources)
        self._box = PDFArray([0, 0, *size])
        self._images: dict[bytes, str] = {}
        self._contents: dict[str, PDFObjectReference] = {}

    def add_drawing(self, name: str, operators: str) -> str:
        """Store one card's drawing with its bleed once; returns the operator that draws it."""
        bleed = BLEED_MM * PT_PER_MM
        form = PDFFormXObject(-bleed, -bleed, WIDTH_PT + bleed, HEIGHT_PT + bleed)
        form.Contents = _stream(operators)
        form.Resources = self._resources
        self._drawings[name] = self.pdf.Reference(form)
        return f"/{name} Do"

    def add_image(self, content: bytes) -> str:
        """Store it once; returns the operator that draws it into the unit square."""
        name = self._images.get(content)
        if name is None:
            name = self._images[content] = f"Image{len(self._images)}"
            image = PDFImageXObject(name)
            image.loadImageFromSRC(ImageReader(BytesIO(content)))
            self._drawings[name] = self.pdf.Reference(image)
        return f"/{name} Do"

    def add_page(self, operators: str) -> None:
        contents = self._contents.get(operators)
        if contents is None:
            contents = self._contents[operators] = self.pdf.Reference(_stream(operators))
        page = PDFPage()
        page.MediaBox = self._box
        page.Contents = contents
        page.Resources = self._resources
        self.pdf.addPage(page)

    def as_bytes(self) -> bytes:
        return bytes(self.pdf.GetPDFData(canvas=None))


def _stream(operators: str) -> PDFStream:
    return PDFStream(content=operators, filters=[PDFZCompress])
