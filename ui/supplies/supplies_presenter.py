"""Carries the room "Persediaan": counts, books, loads and adds, and shows what stands afterwards."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.cards.card_stock import StockMove, UsedFor
from app.cards.count_blanks import Counted
from app.cards.load_ribbon import RibbonNow
from app.cards.number_block import NumberBlock
from app.cards.ribbon import RibbonKind
from app.cards.shift import BlankCount
from app.errors import LoketError, Problem
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from ui.background import Background, Lane
from ui.problems import Problems
from ui.supplies.supplies_page import SuppliesPage
from ui.supplies.supplies_parts import SuppliesParts

T = TypeVar("T")


class SuppliesPresenter(QObject):
    """``changed()`` when blanks came or went. ``problem`` carries an error no page has words for."""

    problem = Signal(object)
    changed = Signal()

    def __init__(
        self, page: SuppliesPage, parts: SuppliesParts, background: Background, printer: str
    ) -> None:
        super().__init__(page)
        self._page, self._parts, self._background, self._printer = page, parts, background, printer
        self._problems = Problems(page.notice, self)
        self._officer: Officer | None = None
        self._beside: dict[Problem, Callable[[LoketError], None]] = {
            Problem.BLANKS_DIFFER: page.count.show_difference,
            Problem.BLANKS_TOO_FEW: page.blanks.refuse,
            Problem.RIBBON_ODD: page.ribbon.refuse,
            Problem.NUMBER_BLOCK_ODD: page.numbers.refuse,
            Problem.NUMBER_BLOCK_OVERLAPS: page.numbers.refuse,
        }
        page.shown.connect(self.refresh)
        page.count_asked.connect(self._count)
        page.blanks.booked.connect(self._book)
        page.ribbon.loaded.connect(self._load)
        page.numbers.look_asked.connect(self._look)
        page.numbers.add_asked.connect(self._add)
        page.numbers.take_back_asked.connect(self._take_back)

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter."""
        self._officer = officer
        self._page.clear()
        self._page.offer(officer.role)

    def use_printer(self, address: str) -> None:
        self._printer = address

    def refresh(self) -> None:
        by, parts, printer = self._officer, self._parts, self._printer
        if by is None:
            return
        if may(by.role, Right.COUNT_BLANKS):
            self._ask(lambda: parts.read_shift(by), self._page.show_shift)
            self._ask(lambda: parts.read_ribbon(printer, by), self._page.ribbon.show_ribbon, lane=Lane.PAPER)
        if may(by.role, Right.KEEP_NUMBERS):
            self._ask(lambda: parts.read_numbers(by), self._page.numbers.show_numbers)

    def _count(self, count: BlankCount) -> None:
        self._change(lambda by: self._parts.count(count, by), self._counted)

    def _counted(self, counted: Counted) -> None:
        self._page.show_counted(counted)
        self.changed.emit()

    def _book(self, what: StockMove | UsedFor, quantity: int, note: str) -> None:
        blanks = self._parts.blanks
        if isinstance(what, UsedFor):
            book = partial(blanks.use_up, quantity, what)
        else:
            book = partial(blanks.receive if what is StockMove.RECEIVED else blanks.give_back, quantity)
        self._change(lambda by: book(by, note), lambda _level: self._booked())

    def _booked(self) -> None:
        self._page.blanks.clear()
        self.changed.emit()

    def _load(self, kind: RibbonKind, panels: int) -> None:
        printer, load = self._printer, self._parts.load_ribbon
        self._change(lambda by: load(kind, panels, printer, by), self._loaded, lane=Lane.PAPER)

    def _loaded(self, now: RibbonNow) -> None:
        self._page.ribbon.clear()
        self._page.ribbon.show_ribbon(now)

    def _look(self, first: str, last: str) -> None:
        self._change(lambda by: self._parts.look_at_numbers(first, last, by), self._page.numbers.show_block)

    def _add(self, first: str, last: str) -> None:
        self._change(lambda by: self._parts.add_numbers(first, last, by), self._added)

    def _added(self, block: NumberBlock) -> None:
        self._page.numbers.show_added()
        words = self.tr("Added: {block}").format(block=str(block))
        self._page.notice.offer_undo(words, lambda: self._take_back(block.id))

    def _take_back(self, block_id: int) -> None:
        self._change(lambda by: self._parts.take_back_numbers(block_id, by), lambda _none: None)

    def _change(
        self, work: Callable[[Officer], T], then: Callable[[T], None], *, lane: Lane = Lane.DATABASE
    ) -> None:
        by = self._officer
        if by is None:
            return

        def done(result: T) -> None:
            self._page.show_busy(False)
            then(result)
            self.refresh()

        self._page.notice.close_notice()
        self._page.show_busy(True)
        self._ask(lambda: work(by), done, lane=lane)

    def _ask(self, work: Callable[[], T], then: Callable[[T], None], *, lane: Lane = Lane.DATABASE) -> None:
        self._background.run(self._page, work, then=then, otherwise=self._tell, lane=lane)

    def _tell(self, error: Exception) -> None:
        self._page.show_busy(False)
        if not isinstance(error, LoketError):
            self.problem.emit(error)
        elif error.problem in self._beside:
            self._beside[error.problem](error)
        else:
            self._problems.tell(error)
