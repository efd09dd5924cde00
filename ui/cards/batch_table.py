"""The cards of a batch, one row each; what is asked about a card opens right under its row.

``BatchTable()``; ``show_lines([BatchLine(…), …])`` draws only what changed. ``open_under(place, content)``
makes room for a widget under a row and keeps it there while one scrolls; ``close_strip()``.
``line_changed()`` when another row became current; Space ticks it where ``allow_ticks(True)``, and
``ticked()`` are the places; ``keep_ticks(places)`` takes them from all others.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui.theme import GAP, HAIR, SECTION, WIDE
from ui.tone import Tone
from ui.widgets.table import Cell, Column, Index, Table, ToneDelegate


@dataclass(frozen=True, slots=True)
class BatchLine:
    """``place`` is that of the card in the batch. ``state`` is told with an icon by its tone."""

    place: int
    name: str
    kpj: str
    state: str
    tone: Tone


class BatchTable(Table):
    line_changed = Signal()
    ticks_changed = Signal()
    _open = -1  # the font is set, and the rows sized by it, before the table is complete

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "",
            [
                Column("#", 52, right=True),
                Column(self.tr("Name"), stretch=True),
                Column(self.tr("KPJ"), 132),
                Column(self.tr("State of the card"), stretch=True),
            ],
            empty=self.tr("No card is left in this batch."),
            parent=parent,
        )
        self.setAccessibleName(self.tr("Cards of the batch"))
        self.strip = RowStrip(self)
        self._lines: tuple[BatchLine, ...] = ()
        self._ticked: set[int] = set()
        self._ticking = False
        self._filling = False
        self.setItemDelegate(_OpenRowDelegate(self))
        self.setVerticalScrollMode(Table.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.verticalScrollBar().valueChanged.connect(self._lay_strip)
        self.verticalHeader().sectionResized.connect(self._lay_strip)

    def show_lines(self, lines: Sequence[BatchLine]) -> None:
        before = [line.place for line in self._lines]
        kept = self.current_place()
        self._lines = tuple(lines)
        places = [line.place for line in lines]
        self._ticked &= set(places)
        rows = [self._row(line) for line in lines]
        if len(places) == len(before) and set(places) == set(before):
            self.change_rows(rows)
            if places != before and kept in places:
                self._select(places.index(kept))
            return
        self.close_strip()
        self._filling = True
        self.show_rows(rows)
        self._filling = False
        if places:
            self._select(places.index(kept) if kept in places else 0)

    def change_line(self, line: BatchLine) -> None:
        """One card moved: only its row is drawn anew. Of a card that has no row yet nothing is shown."""
        row = self._row_of(line.place)
        if row >= 0:
            self._lines = (*self._lines[:row], line, *self._lines[row + 1 :])
            self.change_row(row, self._row(line))

    def lines(self) -> tuple[BatchLine, ...]:
        return self._lines

    def current_place(self) -> int:
        """0 while there is no card."""
        row = self.current_row()
        return self._lines[row].place if 0 <= row < len(self._lines) else 0

    def go_to(self, place: int) -> None:
        """The row of that card becomes current and is brought into the middle of the table."""
        row = self._row_of(place)
        if row >= 0 and row != self.current_row():
            self._select(row)
            self.scrollTo(self.model().index(row, 0), Table.ScrollHint.PositionAtCenter)

    def open_under(self, place: int, content: QWidget) -> None:
        row = self._row_of(place)
        self.strip.show_content(content)
        if row != self._open:
            self._close_row()
            self._open = row
        self.fit_strip()
        self.strip.show()
        self.scrollTo(self.model().index(row, 0))

    def close_strip(self) -> None:
        self._close_row()
        self._open = -1
        self.strip.hide()

    def fit_strip(self) -> None:
        """As tall as what it asks; a question about the reason is taller than the one before it."""
        if self._open >= 0:
            height = self.line_height + self.strip.heightForWidth(self.viewport().width())
            self.setRowHeight(self._open, height)
            self._lay_strip()

    @property
    def line_height(self) -> int:
        return self.verticalHeader().defaultSectionSize()

    @property
    def open_row(self) -> int:
        """Under which something is asked, or -1."""
        return self._open

    def allow_ticks(self, allowed: bool) -> None:
        """A tick outlives the moments in which none can be given, as while a spoiled card is made again."""
        self._ticking = allowed

    def keep_ticks(self, places: Collection[int]) -> None:
        """Of these cards nobody has said yet what came out; the others need no tick any more."""
        answered = self._ticked.difference(places)
        if answered:
            self._ticked -= answered
            self.change_rows([self._row(line) for line in self._lines])

    def ticked(self) -> frozenset[int]:
        return frozenset(self._ticked)

    def tick(self) -> None:
        """The card of the current row is not good; once more, and it is after all."""
        if self._ticking and self.current_place():
            self._ticked ^= {self.current_place()}
            self._draw_ticks()

    def event(self, event: QEvent) -> bool:
        """The key is the table's own before it is a button's: two cards may be ticked in quick succession,
        which a button would take for one press."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Space
            and self._ticking
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._ticking:
            if not event.isAutoRepeat():
                self.tick()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_strip()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit_strip()

    def _row(self, line: BatchLine) -> list[Cell]:
        ticked = line.place in self._ticked
        state = Cell(self.tr("Not good – asked next"), Tone.ERROR) if ticked else Cell(line.state, line.tone)
        return [Cell(str(line.place)), Cell(line.name), Cell(line.kpj), state]

    def _draw_ticks(self) -> None:
        self.change_rows([self._row(line) for line in self._lines])
        self.ticks_changed.emit()

    def _row_of(self, place: int) -> int:
        return next((row for row, line in enumerate(self._lines) if line.place == place), -1)

    def _select(self, row: int) -> None:
        self._filling = True
        self.selectRow(row)
        self._filling = False

    def _close_row(self) -> None:
        if 0 <= self._open < self.row_count():
            self.setRowHeight(self._open, self.line_height)

    def _lay_strip(self, *_moved: int) -> None:
        if self._open < 0:
            return
        top = self.rowViewportPosition(self._open) + self.line_height
        height = self.rowHeight(self._open) - self.line_height
        self.strip.setGeometry(QRect(0, top, self.viewport().width(), height))

    def _on_row_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._filling:
            self.line_changed.emit()


class RowStrip(QFrame):
    """Lies in the lower part of a row that was made taller for it."""

    def __init__(self, table: BatchTable) -> None:
        super().__init__(table.viewport())
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(WIDE + SECTION, HAIR, GAP, GAP)
        self.hide()

    def show_content(self, content: QWidget) -> None:
        if content is self._content:
            return
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
        self._content = content
        self._column.addWidget(content)
        content.show()

    def heightForWidth(self, width: int) -> int:
        """Also while nothing was laid out yet."""
        self._column.invalidate()
        asked = self._column.totalSizeHint().height()
        return max(asked, self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else 0)


class _OpenRowDelegate(ToneDelegate):
    """Draws the cells of the opened row in its upper part, on the ground of what is asked below."""

    def __init__(self, table: BatchTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.row() != self._table.open_row:
            super().paint(painter, option, index)
            return
        top = QStyleOptionViewItem(option)
        top.rect.setHeight(self._table.line_height)
        top.state &= ~QStyle.StateFlag.State_Selected
        top.font.setBold(True)
        painter.fillRect(option.rect, self._table.strip.palette().color(QPalette.ColorRole.Window))
        super().paint(painter, top, index)
