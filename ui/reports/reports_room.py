"""The room "Laporan": the day's tally, and the day close behind it."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.reports.day_close_page import DayClosePage
from ui.reports.tally_page import TallyPage


class ReportsRoom(QStackedWidget):
    """``make_close`` is called when the day is to be closed for the first time: few officers ever do."""

    def __init__(
        self, tally: TallyPage, make_close: Callable[[], DayClosePage], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tally, self._make_close = tally, make_close
        self._day_close: DayClosePage | None = None
        self.addWidget(tally)
        self.setFocusProxy(tally.day)

    def show_close(self) -> None:
        if self._day_close is None:
            self._day_close = page = self._make_close()
            self.addWidget(page)
            page.left.connect(self.show_tally)
        self._show(self._day_close)

    def show_tally(self) -> None:
        self._show(self._tally)

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()
