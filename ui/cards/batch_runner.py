"""Prints the batches of this counter, one step after the other, whatever room is shown.

Each step runs in the lane that talks to the printer, so that a visitor's card finds its turn between two
cards of a batch. It goes on behind the lock, in the name of the officer who is signed in: whatever is
uncertain stops it there, and waits for whoever comes back. Under an officer who may not print batches it
rests.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.companies.batch_progress import BatchProgress, Halt
from app.companies.batch_queue import QueuedBatch
from app.companies.card_batch import BatchState
from app.errors import Problem, RuleBroken
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from ui.background import Background, Lane

POLL_MS = 700
MENDING_MS = 2_500
"""Somebody is at the printer, or a visitor's card is in it."""
NEXT_MS = 15_000
"""How often the queue is asked for a batch whose time has come."""

Advance = Callable[[int, Officer], BatchProgress]
ReadQueue = Callable[[Officer], tuple[QueuedBatch, ...]]

_UNFINISHED = frozenset({BatchState.PRINTING, BatchState.PAUSED})
_SLOWLY = frozenset({Halt.DOUBT, Halt.ATTENTION, Halt.VISITOR, Halt.PRINTER, Halt.BLANKS, Halt.RIBBON})


class BatchRunner(QObject):
    """``advanced(BatchProgress)`` after each step; ``failed(error)`` when a step could not be made, after
    which it is tried again; ``changed()`` when another batch is printed, or none."""

    advanced = Signal(object)
    failed = Signal(object)
    changed = Signal()

    def __init__(
        self,
        advance: Advance,
        queue: ReadQueue,
        counter: str,
        background: Background,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._advance, self._queue, self._counter = advance, queue, counter
        self._background = background
        self._officer: Officer | None = None
        self._batch_id = 0
        self._stepping = False
        self._resting = False
        self._next_step = QTimer(self, singleShot=True)
        self._next_batch = QTimer(self, interval=NEXT_MS)
        self._next_step.timeout.connect(self._step)
        self._next_batch.timeout.connect(self._look_for_scheduled)

    @property
    def batch_id(self) -> int:
        """The batch that is being printed, or 0."""
        return self._batch_id

    def serve(self, officer: Officer | None) -> None:
        """Whoever sits at the counter now."""
        self._officer = officer if officer is not None and may(officer.role, Right.PRINT_BATCH) else None
        self.go_on()

    def rest(self) -> None:
        """The database is about to be shut; the card in flight is asked about when it stands again."""
        self._resting = True
        self._next_step.stop()
        self._next_batch.stop()

    def go_on(self) -> None:
        self._resting = False
        if self._officer is None:
            self.rest()
            return
        self._next_batch.start()
        self.step_soon()
        self._look_for_scheduled()

    def print(self, batch_id: int) -> None:
        """From now on, until it is stopped or nothing is left to send."""
        if batch_id != self._batch_id:
            self._batch_id = batch_id
            self.changed.emit()
        self.step_soon()

    def look_for_next(self) -> None:
        """One was approved, or is through: if nothing is in the printer or its tray, the first begins."""
        self._look(lambda queued: queued.due)

    def stop(self, batch_id: int) -> None:
        """No further card of that batch is sent; another one may come to its turn."""
        if batch_id == self._batch_id:
            self._end()

    def step_soon(self) -> None:
        """Something was answered or mended: there is no need to wait for the next turn."""
        if self._batch_id and not self._resting and not self._stepping:
            self._next_step.start(0)

    def _look_for_scheduled(self) -> None:
        """Only these begin by themselves: nothing is printed because somebody signed in."""
        self._look(lambda queued: queued.due and queued.batch.not_before is not None)

    def _look(self, begins: Callable[[QueuedBatch], bool]) -> None:
        officer, queue = self._officer, self._queue
        if officer is None or self._batch_id or self._resting:
            return
        self._background.run(
            self,
            lambda: queue(officer),
            then=partial(self._begin_next, begins),
            otherwise=self.failed.emit,
            lane=Lane.PAPER,
        )

    def _step(self) -> None:
        officer, batch_id, advance = self._officer, self._batch_id, self._advance
        if officer is None or not batch_id or self._resting or self._stepping:
            return
        self._stepping = True

        def then(progress: BatchProgress) -> None:
            self._stepping = False
            self._stepped(progress)

        def otherwise(error: Exception) -> None:
            self._stepping = False
            self._not_stepped(batch_id, error)

        step = partial(advance, batch_id, officer)
        self._background.run(self, step, then=then, otherwise=otherwise, lane=Lane.PAPER)

    def _stepped(self, progress: BatchProgress) -> None:
        halt = progress.halt
        if progress.batch.id == self._batch_id and halt in (Halt.PAUSED, Halt.DONE):
            self._end()
        self.advanced.emit(progress)
        if not self._batch_id or self._resting or halt is Halt.ANSWERS:
            return
        if halt in _SLOWLY:
            self._next_step.start(MENDING_MS)
        else:
            self._next_step.start(0 if progress.cards else POLL_MS)

    def _not_stepped(self, batch_id: int, error: Exception) -> None:
        """A rule that forbids it will do so again; a printer that was not reached is asked once more."""
        if isinstance(error, RuleBroken):
            self.stop(batch_id)
            if error.problem is Problem.BATCH_MOVE_FORBIDDEN:
                return  # matched or cancelled while the step was on its way: whoever did so was told
        elif self._batch_id and not self._resting:
            self._next_step.start(MENDING_MS)
        self.failed.emit(error)

    def _end(self) -> None:
        self._batch_id = 0
        self._next_step.stop()
        self.changed.emit()

    def _begin_next(self, begins: Callable[[QueuedBatch], bool], queue: tuple[QueuedBatch, ...]) -> None:
        """The first whose time has come. While a batch of this counter is unfinished its cards lie in the
        tray: those of another must not fall upon them."""
        unfinished = any(
            queued.batch.counter == self._counter and queued.batch.state in _UNFINISHED for queued in queue
        )
        due = next((queued.batch.id for queued in queue if begins(queued)), 0)
        if due and not unfinished and not self._batch_id:
            self.print(due)
