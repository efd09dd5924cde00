"""From the first window to a counter one can sign in to: the heavy parts load while a password is typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.background import Background, Lane
from ui.main_window import MainWindow
from ui.start.sign_in_page import SignInPage
from ui.start.sign_in_presenter import SignInPresenter

if TYPE_CHECKING:
    from app.ports import VaultState


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in the data folder. ``fill`` is called on the window's thread where somebody can sign in."""

    state: "VaultState"
    can_sign_in: bool
    names: Mapping[int, str]
    fill: Callable[[], None]


class Opening(QObject):
    """``ready`` once names can be chosen; ``filled`` once the counter behind them is there;
    ``elsewhere(state)`` where there is nothing to sign in to.

    What went wrong is told on the page, and signing in again tries again.
    """

    ready = Signal()
    filled = Signal()
    elsewhere = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        page: SignInPage,
        sign_in: SignInPresenter,
        background: Background,
        *,
        read_names: Callable[[], Mapping[int, str]],
        load_parts: Callable[[], None],
        look_in: Callable[[], Found],
    ) -> None:
        """``read_names`` is quick and believes what it reads; ``look_in`` needs the parts and knows."""
        super().__init__(window)
        self._window, self._page, self._sign_in, self._background = window, page, sign_in, background
        self._read_names, self._load_parts, self._look_in = read_names, load_parts, look_in
        self._shown = self._failed = False
        sign_in.waits.connect(self._try_again)

    def begin(self) -> None:
        self._window.cover(self._page)
        self._page.show_busy(True, self.tr("One moment …"))
        self._show_names(self._read_names())
        self._window.show()
        QTimer.singleShot(0, self, self._load)

    def _load(self) -> None:
        """Once the window has been painted: two threads of Python do not run side by side."""
        self._background.run(
            self._window, self._load_parts, then=self._look, otherwise=self._tell, lane=Lane.PAPER
        )

    def _look(self, _loaded: None) -> None:
        self._background.run(self._window, self._look_in, then=self._take, otherwise=self._tell)

    def _take(self, found: Found) -> None:
        if not found.can_sign_in:
            self.elsewhere.emit(found.state)
            return
        self._show_names(found.names)
        found.fill()
        self.filled.emit()

    def _show_names(self, names: Mapping[int, str]) -> None:
        if names:
            self._sign_in.show_names(names)
            if not self._shown:
                self._shown = True
                QTimer.singleShot(0, self, self.ready.emit)  # once the window is shown

    def _tell(self, error: Exception) -> None:
        self._failed = True
        self._sign_in.give_up(error)

    def _try_again(self) -> None:
        if self._failed:
            self._failed = False
            self._load()
