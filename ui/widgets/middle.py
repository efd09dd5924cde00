"""A column in the middle of a page, as wide as its words at every text size; a low window scrolls it.

``Middle(letters)``; ``middle.body`` is its vertical layout.
"""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import GAP, SECTION
from ui.widgets.page import scrolling


class Middle(QWidget):
    def __init__(self, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = letters
        self._column = QWidget()
        self.body = QVBoxLayout(self._column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(GAP)
        ground, column = QWidget(), QVBoxLayout()
        column.addStretch(1)
        column.addWidget(self._column)
        column.addStretch(2)
        row = QHBoxLayout(ground)
        row.setContentsMargins(SECTION, SECTION, SECTION, SECTION)
        row.addStretch()
        row.addLayout(column)
        row.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(ground)
        whole.addWidget(self._area)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whatever has the cursor is in sight, however large the text."""
        if now is not None and self._column.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, 0, SECTION)

    def _fit(self) -> None:
        self._column.setFixedWidth(self.fontMetrics().averageCharWidth() * self._letters)
