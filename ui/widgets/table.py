"""A table of plain rows with a word for the empty case.

``Table(name, [Column("NPP", width=110), Column("Name", stretch=True)], empty="…")``;
``show_rows([[Cell("…"), Cell("Good", Tone.OK)], …])`` (a ``str`` is a plain cell);
``row_chosen(index)`` on Enter or double click; ``current_row()`` or -1. ``end_reached()`` when the last row
came into sight: ``append_rows`` then brings those that follow.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.icons import draw_icon
from ui.theme import GAP, HAIR, SECTION, SMALL, TypeScale, with_even_figures
from ui.tone import TONE_ICONS, Tone
from ui.widgets.label import Label

Index = QModelIndex | QPersistentModelIndex
_TONE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    width: int = 120
    stretch: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    tone: Tone | None = None


Row = Sequence[Cell | str]


class Rows(QAbstractTableModel):
    """What a table shows. A list too long to be held gives its rows by ``cell_at`` as they are looked at."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = columns
        self._rows: list[list[Cell]] = []

    def replace(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows]
        self.endResetModel()

    def append(self, rows: Sequence[Row]) -> None:
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows += [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows]
        self.endInsertRows()

    def change(self, place: int, row: Row) -> None:
        """Told cell by cell: of more than one at once a view draws everything anew."""
        before = self._rows[place]
        self._rows[place] = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row]
        for column, (now, was) in enumerate(zip(self._rows[place], before, strict=True)):
            if now != was:
                changed = self.index(place, column)
                self.dataChanged.emit(changed, changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self._columns)

    def cell_at(self, row: int, column: int) -> Cell:
        return self._rows[row][column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell_at(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell.text
        if role == _TONE:
            return cell.tone
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight
                if self._columns[index.column()].right
                else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class ToneDelegate(QStyledItemDelegate):
    """Draws the icon and the colour of a cell that has a tone; colours come from hidden labels."""

    def __init__(self, table: "Table") -> None:
        super().__init__(table)
        self._inks = {tone: Label(tone=tone, parent=table) for tone in Tone}
        for label in self._inks.values():
            label.hide()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tone = index.data(_TONE)
        if tone is None:
            super().paint(painter, option, index)
            return
        label = self._inks[Tone(tone)]
        label.ensurePolished()
        ink = label.palette().color(QPalette.ColorRole.WindowText)
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        table = self.parent()
        assert isinstance(table, QTableView)
        table.style().drawControl(table.style().ControlElement.CE_ItemViewItem, blank, painter, table)
        box = QRectF(option.rect).adjusted(GAP - 2, 0, -HAIR, 0)
        side = option.fontMetrics.height() * 0.85
        draw_icon(
            painter, TONE_ICONS[Tone(tone)], QRectF(box.left(), box.center().y() - side / 2, side, side), ink
        )
        painter.save()
        painter.setPen(ink)
        words = box.adjusted(side + SMALL - 2, 0, 0, 0)
        text = option.fontMetrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.restore()


class Table(QTableView):
    row_chosen = Signal(int)
    end_reached = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        empty: str,
        rows: Rows | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = rows or Rows(columns)
        self._rows.setParent(self)
        self._empty = empty
        self._columns = columns
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setFont(with_even_figures(self.font()))
        self.setItemDelegate(ToneDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)  # a long name is cut at its end, not after its first word
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for section, column in enumerate(columns):
            mode = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            head.setSectionResizeMode(section, mode)
        self._size_to_text()
        self.doubleClicked.connect(lambda index: self.row_chosen.emit(index.row()))
        self.verticalScrollBar().valueChanged.connect(self._look_for_the_end)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace all rows; the row that was current stays current."""
        kept = self.current_row()
        self._rows.replace(rows)
        if rows:
            self.selectRow(min(max(kept, 0), len(rows) - 1))
        self.viewport().update()

    def append_rows(self, rows: Sequence[Row]) -> None:
        """What is current and in sight stays so."""
        if rows:
            self._rows.append(rows)

    def change_rows(self, rows: Sequence[Row]) -> None:
        """As many rows as before, of which few differ: only those are drawn anew."""
        for place, row in enumerate(rows):
            self._rows.change(place, row)

    def change_row(self, place: int, row: Row) -> None:
        self._rows.change(place, row)

    def current_row(self) -> int:
        return self.currentIndex().row()

    def row_count(self) -> int:
        return self._rows.rowCount()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size_to_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.current_row() >= 0:
                self.row_chosen.emit(self.current_row())
            return
        super().keyPressEvent(event)

    def _look_for_the_end(self, place: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() and place == bar.maximum():
            self.end_reached.emit()

    def _size_to_text(self) -> None:
        """Rows and columns grow with the text; the widths are meant for text of the usual size."""
        self.verticalHeader().setDefaultSectionSize(max(28, self.fontMetrics().height() + GAP))
        for section, column in enumerate(self._columns):
            width = column.width * self.font().pixelSize() // TypeScale().work
            self.horizontalHeader().resizeSection(section, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._rows.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            inside = self.viewport().rect().adjusted(SECTION, 0, -SECTION, 0)
            painter.drawText(
                inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._empty
            )
