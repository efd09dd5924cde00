"""Carries the queue: reads it, moves batches in it, and prepares one for the company that was chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.companies.batch_queue import QueuedBatch, Turn
from app.companies.card_batch import IN_QUEUE, BatchState, CardBatch
from app.companies.find_companies import CompanyLine
from app.members.npp import Npp
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from ui.background import Background
from ui.batch_parts import BatchParts
from ui.cards.batch_words import batch_words, title_of
from ui.cards.queue_page import QueueLine, QueuePage
from ui.errands import Errands
from ui.formats import number

SEARCH_AFTER_MS = 200
"""Typing goes on for so long before the list is narrowed."""

_MOVABLE = IN_QUEUE | {BatchState.PREPARED}


@dataclass(frozen=True, slots=True)
class _Room:
    queue: tuple[QueuedBatch, ...]
    ended: tuple[QueuedBatch, ...]
    waiting: tuple[CompanyLine, ...]


class QueuePresenter(QObject):
    """``opened(batch_id)``: that batch is to be shown."""

    opened = Signal(int)
    problem = Signal(object)

    def __init__(self, page: QueuePage, parts: BatchParts, background: Background, printer: str) -> None:
        """``printer`` is the address new batches are prepared for."""
        super().__init__(page)
        self._page, self._parts, self._printer = page, parts, printer
        self._officer: Officer | None = None
        self._typed = ""
        self._entering = True
        self._leading = True  # to the batch that asks, once for each officer who sits down
        self._errands = Errands(page, background, page.notice, page.show_busy)
        self._errands.problem.connect(self.problem)
        self._search = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._search.timeout.connect(self.refresh)
        page.opened.connect(self.opened)
        page.moved.connect(self._move)
        page.prepared.connect(self.prepare)
        page.searched.connect(self._narrow)
        page.shown.connect(self._enter)

    def start(self, officer: Officer) -> None:
        self._officer = officer if may(officer.role, Right.HAND_OVER) else None
        self._page.offer_printing(may(officer.role, Right.PRINT_BATCH))
        self._leading = True
        self._page.show_queue(())
        self._page.show_waiting(())
        self.refresh()

    def use_printer(self, address: str) -> None:
        """Batches prepared from now on are for that one."""
        self._printer = address

    def refresh(self) -> None:
        officer, parts, typed = self._officer, self._parts, self._typed
        if officer is None or not self._page.isVisible():
            return

        def read() -> _Room:
            companies = parts.companies(typed, officer).lines
            queue, ended = parts.queue(officer), parts.queue.ended(officer)
            return _Room(queue, ended, tuple(filter(_waits, companies)))

        self._errands.ask(read, self._show)

    def prepare(self, npp: Npp) -> None:
        """Asked for here, or in the company's own room: a batch with everybody who waits."""
        officer, prepare, printer = self._officer, self._parts.prepare, self._printer
        if officer is not None:
            self._errands.move(lambda: prepare(npp, None, printer, officer), self._prepared)

    def _prepared(self, batch: CardBatch) -> None:
        self.opened.emit(batch.id)

    def _move(self, batch_id: int, turn: Turn) -> None:
        officer, move = self._officer, self._parts.move
        if officer is not None:
            self._errands.move(lambda: move(batch_id, turn, officer), lambda _batch: self.refresh())

    def _narrow(self, typed: str) -> None:
        self._typed = typed
        self._search.start()

    def _enter(self) -> None:
        self._entering = True
        self.refresh()

    def _show(self, room: _Room) -> None:
        if self._officer is None:
            return
        self._page.show_queue([_line(queued) for queued in (*room.queue, *room.ended)])
        self._page.show_waiting(room.waiting)
        if self._entering:
            self._entering = False
            self._page.take_focus()
        asking = next((queued.batch.id for queued in room.queue if self._asks(queued)), 0)
        if asking and self._leading:
            self.opened.emit(asking)
        self._leading = False

    def _asks(self, queued: QueuedBatch) -> bool:
        """Cards of it lie in this counter's tray, or may."""
        open_cards = queued.count.to_answer + queued.count.in_printer
        return queued.batch.counter == self._parts.counter and open_cards > 0


def _waits(line: CompanyLine) -> bool:
    return line.unprinted > line.in_batch


def _line(queued: QueuedBatch) -> QueueLine:
    batch, count = queued.batch, queued.count
    words, tone = batch_words(batch)
    return QueueLine(
        batch.id,
        title_of(batch),
        batch.company_name,
        f"{number(count.came_out)} / {number(count.wanted)}",
        batch.counter,
        words,
        tone,
        batch.state in _MOVABLE,
    )
