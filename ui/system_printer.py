"""Print a document on a printer of the system, such as the A4 printer of the office."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from app.ports import Preview
from app.trust.recovery_paper import PrintedPaper

_DPI = 300
_A4_INCHES = 8.27


def ask_and_print(
    parent: QWidget,
    paper: PrintedPaper,
    preview: Preview,
    *,
    name: str,
    then: Callable[[], None],
) -> None:
    """Let the officer choose a printer, and send the pages of an A4 document to it.

    ``then`` once the system took it, which proves no paper. ``name`` stands in the print queue, so it
    tells nothing personal.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setCreator("Loket")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def send() -> None:
        if print_pages(printer, paper, preview):
            then()

    dialog.accepted.connect(send)
    dialog.setModal(True)
    dialog.show()


def print_pages(printer: QPrinter, document: PrintedPaper, preview: Preview) -> bool:
    """Every page fills the sheet; False where the printer refuses to begin."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for page in range(document.pages):
        if page:
            printer.newPage()
        drawn = preview(document.pdf, page, round(_A4_INCHES * _DPI))
        image = QImage(drawn.rgb, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888)
        sheet = printer.pageRect(QPrinter.Unit.DevicePixel)
        size = QSizeF(image.size()).scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(sheet.topLeft(), size), image)
    return painter.end()
