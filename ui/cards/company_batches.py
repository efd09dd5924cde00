"""Company batches at this counter: their pages, put together for the first officer who may use them, and what
prints them whatever room is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.clock import Clock
from app.companies.batch_progress import BatchProgress
from app.members.npp import Npp
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from ui.background import Background
from ui.batch_parts import BatchParts
from ui.cards.batch_presenter import BatchPresenter
from ui.cards.batch_runner import BatchRunner
from ui.cards.cards_room import CardsRoom
from ui.cards.queue_presenter import QueuePresenter


class CompanyBatches(QObject):
    """``changed()`` when a card or a batch moved: what is counted elsewhere is out of date."""

    changed = Signal()
    problem = Signal(object)

    def __init__(
        self,
        room: CardsRoom,
        build: Callable[[], BatchParts],
        background: Background,
        printer: str,
        clock: Clock,
    ) -> None:
        """``printer`` is the address the settings keep."""
        super().__init__(room)
        self._room, self._build, self._background = room, build, background
        self._printer, self._clock = printer, clock
        self._queue: QueuePresenter | None = None
        self._batch: BatchPresenter | None = None
        self._runner: BatchRunner | None = None

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter; who prints batches finds them first."""
        allowed, prints = may(officer.role, Right.HAND_OVER), may(officer.role, Right.PRINT_BATCH)
        self._room.single.offer_batches(allowed)
        if prints:
            self._room.show_queue()
        else:
            self._room.show_single()
        if allowed and self._queue is None:
            self._begin()
        if self._queue is not None and self._batch is not None and self._runner is not None:
            self._runner.serve(officer)
            self._batch.start(officer)
            self._queue.start(officer)

    def use_printer(self, address: str) -> None:
        self._printer = address
        if self._queue is not None:
            self._queue.use_printer(address)

    def prepare(self, npp: Npp) -> None:
        """A company was chosen in its own room."""
        self._room.show_queue()
        if self._queue is not None:
            self._queue.prepare(npp)

    def takes_scan(self, text: str) -> bool:
        """While a batch is shown a scan answers for one of its cards."""
        if self._batch is None or not self._room.shows_batch:
            return False
        self._batch.scanned(text)
        return True

    def rest(self) -> None:
        """The database is about to be shut."""
        if self._runner is not None:
            self._runner.rest()

    def go_on(self) -> None:
        if self._runner is not None:
            self._runner.go_on()

    def _begin(self) -> None:
        parts, room = self._build(), self._room
        self._runner = BatchRunner(parts.advance, parts.queue, parts.counter, self._background, self)
        self._queue = QueuePresenter(room.queue, parts, self._background, self._printer)
        self._batch = BatchPresenter(room.batch, parts, self._runner, self._background, self._clock)
        self._queue.opened.connect(self._open)
        self._batch.changed.connect(self.changed)
        self._runner.advanced.connect(self._show_moving)
        for presenter in (self._queue, self._batch):
            presenter.problem.connect(self.problem)

    def _open(self, batch_id: int) -> None:
        if self._batch is not None:
            self._batch.open(batch_id)
            self._room.show_batch()
            self._room.batch.take_focus()

    def _show_moving(self, progress: BatchProgress) -> None:
        if progress.cards and self._queue is not None:
            self._queue.refresh()
