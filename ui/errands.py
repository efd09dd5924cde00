"""What a page has done for it elsewhere: questions to the database, and one change at a time.

``Errands(page, background, notice, show_busy)``; ``ask(work, then)``; ``move(work, then)`` hides the notice,
shows the page busy and refuses a second one meanwhile. Refusals are told in the page's notice; ``problem``
carries what no page has words for.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import LoketError
from ui.background import Background, Lane
from ui.problems import Problems
from ui.widgets.notice import Notice

T = TypeVar("T")


class Errands(QObject):
    problem = Signal(object)

    def __init__(
        self, page: QWidget, background: Background, notice: Notice, show_busy: Callable[[bool], None]
    ) -> None:
        super().__init__(page)
        self._page, self._background, self._notice = page, background, notice
        self._problems = Problems(notice, self)
        self._show_busy = show_busy
        self._busy = False

    @property
    def busy(self) -> bool:
        """Something is being changed."""
        return self._busy

    def ask(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        *,
        otherwise: Callable[[Exception], None] | None = None,
        lane: Lane = Lane.DATABASE,
    ) -> None:
        self._background.run(self._page, work, then=then, otherwise=otherwise or self.tell, lane=lane)

    def move(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        *,
        otherwise: Callable[[Exception], None] | None = None,
        lane: Lane = Lane.PAPER,
    ) -> None:
        if self._busy:
            return
        self._notice.hide()
        self._set_busy(True)

        def moved(result: T) -> None:
            self._set_busy(False)
            then(result)

        def not_moved(error: Exception) -> None:
            self._set_busy(False)
            (otherwise or self.tell)(error)

        self.ask(work, moved, otherwise=not_moved, lane=lane)

    def tell(self, error: Exception) -> None:
        if isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._show_busy(busy)
