"""The room "Tata letak kartu": the list of layouts, and the designer over it."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.layouts.designer_page import DesignerPage
from ui.layouts.layouts_page import LayoutsPage


class LayoutsRoom(QStackedWidget):
    def __init__(self, kept: LayoutsPage, designer: DesignerPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept, self.designer = kept, designer
        self.addWidget(kept)
        self.addWidget(designer)
        self.setFocusProxy(kept)

    def show_kept(self) -> None:
        self._show(self.kept)

    def show_designer(self) -> None:
        self._show(self.designer)

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()
