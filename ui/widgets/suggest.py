"""A line that asks for suggestions while one types; the answers come from outside, when they come.

``Suggest(label)``; ``asked(text)`` fires shortly after the typing pauses; answer with
``offer([(code, label), …], asked=text)`` — an answer to an older question is dropped.
``picked(code)`` when one is taken with Enter or the mouse; ``code()`` is ``""`` once the text is
edited again. ``set_picked(code, text)`` fills it from outside.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from ui.theme import HAIR
from ui.widgets.line import Line

PAUSE_MS = 120
ROOM, WIDEST = 48, 560
"""Pixels beside a suggestion, and how wide the list may grow beyond a narrow field."""
_CODE = Qt.ItemDataRole.UserRole


class Suggest(Line):
    asked = Signal(str)
    picked = Signal(str)

    def __init__(self, name: str, *, free_text: bool = False, parent: QWidget | None = None) -> None:
        """Enter takes the nearest suggestion; with ``free_text`` only one that ↓ has chosen."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._free_text = free_text
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
        popup.installEventFilter(self)
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
            self._popup.resize(self._popup.width(), rows * self._popup.sizeHintForRow(0) + 4 * HAIR)
            if not self._free_text:
                self._choose_first()
        else:
            self._popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is marked, but nothing from a list that newer typing has overtaken."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not self._popup.isVisible():
            super().keyPressEvent(event)
            return
        marked = self._popup.currentIndex()
        self._popup.hide()
        if marked.isValid() and not self._pause.isActive():
            self._take(marked)
        else:
            QCoreApplication.sendEvent(self, event)  # past the list, to whoever waits for Enter

    def event(self, event: QEvent) -> bool:
        return self._keeps(event) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return self._keeps(event) or super().eventFilter(watched, event)

    def _keeps(self, event: QEvent) -> bool:
        """While the list is open Esc closes it and steps nowhere else."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
            return False
        closes = self._popup.isVisible() and event.key() == Qt.Key.Key_Escape
        if closes:
            event.accept()
        return closes

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
