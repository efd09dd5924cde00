"""The rows of a list of workers, read in pages as they are looked at: ten thousand scroll as ten do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from app.workers.worker_file import WorkerRow
from ui.companies.row_words import remedy, state_cell
from ui.formats import tidy_kpj
from ui.widgets.table import Cell, Column, Index, Row, Rows, Table

PAGE = 100
_KEPT = 30  # pages; those farthest from what is looked at are let go


class RowsTable(Table):
    """``page_wanted(offset)`` when rows come into sight that are not here yet; answer with ``take``.
    ``row_shown()`` when another row is current, ``row_read()`` when the current one has come."""

    page_wanted = Signal(int)
    row_shown = Signal()
    row_read = Signal()

    def __init__(
        self, name: str, columns: Sequence[Column], empty: str, parent: QWidget | None = None
    ) -> None:
        self._paged = _PagedRows(columns, _cells)
        super().__init__(name, columns, empty=empty, rows=self._paged, parent=parent)
        self._paged.page_wanted.connect(self.page_wanted)
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.row_shown.emit())

    def begin(self, count: int) -> None:
        """Other rows from now on, ``count`` of them, none of which is here yet."""
        self._paged.begin(count)
        if count:
            self.selectRow(0)

    def read_again(self, count: int) -> None:
        """The rows may be others by now, ``count`` of them; what is in sight stays until they come."""
        place, scrolled = self.current_row(), self.verticalScrollBar().value()
        self._paged.read_again(count)
        if count:
            self.selectRow(min(max(place, 0), count - 1))
            self.verticalScrollBar().setValue(scrolled)

    def take(self, offset: int, rows: Sequence[WorkerRow]) -> None:
        self._paged.take(offset, rows)
        current = self.current_row()
        if offset <= current < offset + len(rows):
            self.row_read.emit()

    def row_at(self, place: int) -> WorkerRow | None:
        """None while it is being read."""
        return self._paged.row_at(place)

    def current(self) -> WorkerRow | None:
        return self.row_at(self.current_row())


class _PagedRows(Rows):
    page_wanted = Signal(int)

    def __init__(self, columns: Sequence[Column], cells: Callable[[WorkerRow], Row]) -> None:
        super().__init__(columns)
        self._count = 0
        self._cells = cells
        self._pages: dict[int, list[WorkerRow]] = {}
        self._stale: set[int] = set()
        self._asked: set[int] = set()

    def begin(self, count: int) -> None:
        self._pages.clear()
        self.read_again(count)

    def read_again(self, count: int) -> None:
        self.beginResetModel()
        self._count = count
        self._stale = set(self._pages)
        self._asked.clear()
        self.endResetModel()

    def take(self, offset: int, rows: Sequence[WorkerRow]) -> None:
        page = offset // PAGE
        self._asked.discard(page)
        self._stale.discard(page)
        if not rows:
            return
        self._pages[page] = list(rows)
        if len(self._pages) > _KEPT:
            del self._pages[max(self._pages, key=lambda held: abs(held - page))]
        last = min(offset + len(rows), self._count) - 1
        self.dataChanged.emit(self.index(offset, 0), self.index(last, self.columnCount() - 1))

    def row_at(self, place: int) -> WorkerRow | None:
        if not 0 <= place < self._count:
            return None
        page = self._pages.get(place // PAGE)
        if page is None or place // PAGE in self._stale:
            self._ask(place // PAGE)
        if page is None:
            return None
        at = place % PAGE
        return page[at] if at < len(page) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    def cell_at(self, row: int, column: int) -> Cell:
        held = self.row_at(row)
        if held is None:
            return Cell("…")
        cell = self._cells(held)[column]
        return cell if isinstance(cell, Cell) else Cell(cell)

    def _ask(self, page: int) -> None:
        if page not in self._asked:
            self._asked.add(page)
            self.page_wanted.emit(page * PAGE)


def _cells(row: WorkerRow) -> Row:
    form = row.form
    return [
        str(row.number),
        state_cell(row),
        form.nik,
        form.name,
        tidy_kpj(form.kpj),
        remedy(row),
    ]
