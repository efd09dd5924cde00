"""One counter in a process of its own: the officer signs in, and it says how long the desk took.

``python -m tests.bench.sit_down BASE at_once|opened``: the officer types name and password as soon as the
names are there, at the speed of fingers, or once the counter behind them is ready. Prints ``usable SECONDS``,
counted from Enter.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from app.paths import Paths
from app.settings import Settings
from db.before_sign_in import DEMO_PASSWORD
from main import RESOURCES, Program
from tests.counter_day.counter import Demo
from tests.ui.keyboard import Keyboard
from ui.application import make_application

KEY_MS = 200
"""A key of an average typist (keystroke-level model)."""

LOOK_MS = 5
"""Looking without a pause would take a core from the key slots."""


class SitDown:
    """Usable is the visit screen when the cursor stands in its field and everything is painted."""

    def __init__(self, application: QApplication, base: Path, *, at_once: bool) -> None:
        self._application, self._keys = application, Keyboard()
        self._to_type = f"{Demo.FRONTLINER.value}{DEMO_PASSWORD}"
        self.program = Program(application, Paths(base), Settings())
        self._begun = 0.0
        self._finger, self._turn = QTimer(interval=KEY_MS), QTimer(interval=LOOK_MS)
        self._finger.timeout.connect(self._press)
        self._turn.timeout.connect(self._look)
        begins = self.program.opening.ready if at_once else self.program.opening.filled
        begins.connect(self._finger.start)

    def _press(self) -> None:
        if self._to_type:
            self._keys.type(self._to_type[0])
            self._to_type = self._to_type[1:]
            return
        self._finger.stop()
        self._begun = time.perf_counter()
        self._keys.press(Qt.Key.Key_Return)
        self._turn.start()

    def _look(self) -> None:
        if not self.program.window.covered and isinstance(QApplication.focusWidget(), QLineEdit):
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
