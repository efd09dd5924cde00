"""Draw a card on a printer of Windows, through Qt and without a dialog, which would reset the card's size."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.ports import PageImage

_CARD_MM = QSizeF(85.60, 53.98)
_NEAR_MM = 2.0
"""Drivers list 85.6 × 54, 86 × 54, 3.37 × 2.125 in, with or without their bleed."""

Picture = Callable[[int, int], PageImage]


def print_card(printer: str, document_name: str, pages: int, picture: Picture) -> bool:
    """The pages as one document under that name; False when the printer refuses to begin.

    ``picture(page, dots_per_inch)`` gives a side. May be called from any thread.
    """
    info = QPrinterInfo.printerInfo(printer)
    if info.isNull():
        return False
    return draw_card(QPrinter(info, QPrinter.PrinterMode.HighResolution), info, document_name, pages, picture)


def draw_card(
    printer: QPrinter, info: QPrinterInfo, document_name: str, pages: int, picture: Picture
) -> bool:
    printer.setDocName(document_name)
    printer.setCreator("Loket")
    size = card_size(info.supportedPageSizes())
    upright = size.size(QPageSize.Unit.Millimeter).width() < size.size(QPageSize.Unit.Millimeter).height()
    printer.setPageSize(size)
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if upright else QPageLayout.Orientation.Portrait
    )
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for page in range(pages):
        if page:
            printer.newPage()
        painter.drawImage(_on_card(printer), _as_image(picture(page, printer.resolution())))
    return painter.end()


def card_size(offered: Iterable[QPageSize]) -> QPageSize:
    """The driver's own size nearest to a card, lying or upright; the card's measure where it has none."""
    nearest = min(offered, key=_off_mm, default=None)
    if nearest is None or _off_mm(nearest) > _NEAR_MM:
        return QPageSize(_CARD_MM, QPageSize.Unit.Millimeter, "CR80", QPageSize.SizeMatchPolicy.ExactMatch)
    return nearest


def _off_mm(size: QPageSize) -> float:
    paper = size.size(QPageSize.Unit.Millimeter)
    lying = max(abs(paper.width() - _CARD_MM.width()), abs(paper.height() - _CARD_MM.height()))
    upright = max(abs(paper.height() - _CARD_MM.width()), abs(paper.width() - _CARD_MM.height()))
    return min(lying, upright)


def _on_card(printer: QPrinter) -> QRectF:
    """The card at its true size in the middle of a page that may be a little larger."""
    sheet, dots_per_mm = printer.paperRect(QPrinter.Unit.DevicePixel), printer.resolution() / 25.4
    card = QRectF(0, 0, _CARD_MM.width() * dots_per_mm, _CARD_MM.height() * dots_per_mm)
    card.moveCenter(sheet.center())
    return card


def _as_image(page: PageImage) -> QImage:
    return QImage(page.rgb, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
