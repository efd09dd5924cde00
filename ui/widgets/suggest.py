"""A line that asks for suggestions while one types; the answers come from outside, when they come.

``Suggest(label)``; ``asked(text)`` fires shortly after the typing pauses; answer with
``offer([(code, label), …], asked=text)`` — an answer to an older question is dropped.
``picked(code)`` when one is taken with Enter or the mouse; ``code()`` is ``""`` once the text is
edited again. ``set_picked(code, text)`` fills it from outside.
"""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from ui.theme import HAIR

PAUSE_MS = 120
ROOM, WIDEST = 48, 560
"""Pixels beside a suggestion, and how wide the list may grow beyond a narrow field."""
_CODE = Qt.ItemDataRole.UserRole


class Suggest(QLineEdit):
    asked = Signal(str)
    picked = Signal(str)

    def __init__(self, name: str, *, first_taken: bool = False, parent: QWidget | None = None) -> None:
        """``first_taken``: Enter takes the nearest suggestion; without it, one that ↓ has chosen."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._first_taken = first_taken
        self._code = ""
        self._offers = QStandardItemModel(0, 1, self)
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(8)
        self._popup = popup = QListView()
        popup.setObjectName("suggestions")
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setAccessibleName(name)
        completer.setPopup(popup)
        completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        self.setCompleter(completer)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.asked.emit(self.text().strip()))
        self.textEdited.connect(self._on_edited)

    def code(self) -> str:
        return self._code

    def set_picked(self, code: str, text: str) -> None:
        self._pause.stop()
        self._code = code
        self.setText(text)

    def offer(self, suggestions: Sequence[tuple[str, str]], asked: str | None = None) -> None:
        if asked is not None and asked != self.text().strip():
            return
        self._offers.clear()
        for code, label in suggestions:
            item = QStandardItem(label)
            item.setData(code, _CODE)
            self._offers.appendRow(item)
        widest = max((self.fontMetrics().horizontalAdvance(label) for _code, label in suggestions), default=0)
        self._popup.setMinimumWidth(min(widest + ROOM, WIDEST))
        if suggestions and self.hasFocus():
            self.completer().complete()
            rows = min(len(suggestions), self.completer().maxVisibleItems())
            self._popup.resize(self._popup.width(), rows * self._popup.sizeHintForRow(0) + 2 * HAIR)
            if self._first_taken:
                self._choose_first()
        else:
            self._popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the first suggestion when none was walked to, unless newer typing waits."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        walked = self._popup.currentIndex().isValid()
        if enter and self._popup.isVisible() and not walked and not self._pause.isActive():
            self._popup.hide()
            self._take(self._offers.index(0, 0))
            return
        super().keyPressEvent(event)

    def _choose_first(self) -> None:
        """Quietly: a completer that hears of it would write the suggestion into the line at once."""
        selection = self._popup.selectionModel()
        selection.blockSignals(True)
        self._popup.setCurrentIndex(self._offers.index(0, 0))
        selection.blockSignals(False)
        self._popup.viewport().update()

    def _on_edited(self, _text: str) -> None:
        self._code = ""
        self._pause.start()

    def _take(self, index: QModelIndex) -> None:
        self.set_picked(str(index.data(_CODE)), str(index.data()))
        self.picked.emit(self._code)
