"""The room "Laporan": the day's tally, and the day close behind it."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.reports.day_close_page import DayClosePage
from ui.reports.tally_page import TallyPage


class ReportsRoom(QStackedWidget):
    def __init__(self, tally: TallyPage, day_close: DayClosePage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for page in (tally, day_close):
            self.addWidget(page)
        tally.close_day_asked.connect(lambda: self._show(day_close))
        day_close.left.connect(lambda: self._show(tally))
        self.setFocusProxy(tally.day)

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()
