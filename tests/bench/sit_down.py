"""One counter in a process of its own: the officer presses a key, and says how long the desk took.

``python -m tests.bench.sit_down BASE at_once|opened``: the key comes with the names, or when the database
stands open behind them. Prints ``usable SECONDS``.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from app.paths import Paths
from app.settings import Settings
from main import RESOURCES, Program
from tests.ui.keyboard import Keyboard
from ui.application import make_application


class SitDown:
    """Usable is the visit screen when the cursor stands in its field and everything is painted."""

    def __init__(self, application: QApplication, base: Path, *, at_once: bool) -> None:
        self._application, self._at_once = application, at_once
        self.program = Program(application, Paths(base), Settings())
        self._begun = 0.0
        self._turn = QTimer(interval=0)
        self._turn.timeout.connect(self._look)
        self.program.opening.ready.connect(self._turn.start)
        self.program.opening.seated.connect(self._turn.start)

    def _look(self) -> None:
        if not self._begun:
            if self._at_once or not self.program.background.busy:
                self._turn.stop()
                self._begun = time.perf_counter()
                Keyboard().type("1")
        elif not self.program.window.covered and isinstance(QApplication.focusWidget(), QLineEdit):
            print("usable", time.perf_counter() - self._begun, flush=True)  # noqa: T201 - heard by the bench
            self._turn.stop()
            self._application.quit()


def main(base: str, moment: str) -> None:
    application = make_application(["loket"], RESOURCES, Settings())
    counter = SitDown(application, Path(base), at_once=moment == "at_once")
    counter.program.opening.begin()
    application.exec()
    counter.program.end()


if __name__ == "__main__":
    main(*sys.argv[1:])
