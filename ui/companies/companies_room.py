"""The room "Perusahaan": the list of companies, and the list of workers one of them has sent."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.companies.companies_page import CompaniesPage

WORKBOOKS = frozenset({".xlsx", ".xls", ".ods", ".csv"})


class CompaniesRoom(QStackedWidget):
    """``dropped(file)`` when a workbook falls on it; anything else is not taken."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.companies = CompaniesPage()
        self.addWidget(self.companies)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.companies)

    def show_companies(self) -> None:
        self.show_page(self.companies)

    def show_page(self, page: QWidget) -> None:
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _workbook(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        file = _workbook(event)
        if file is not None:
            event.acceptProposedAction()
            self.dropped.emit(file)


def _workbook(event: QDropEvent) -> Path | None:
    """The one file that is dropped, when it can be a list at all; several at once are none."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() in WORKBOOKS else None
