"""A counter as an officer has it: the real window on a real branch, worked with keys alone."""

import time
from collections.abc import Callable
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.clock import Clock
from app.paths import Paths
from app.settings import Settings
from db.before_sign_in import DEMO_PASSWORD
from main import RESOURCES, BranchIn, Program, system_clock
from tests.branches import cheaply
from tests.ui.keyboard import Keyboard
from ui.application import prepare
from ui.shortcuts import Key
from ui.start.officer_list import OfficerList
from ui.widgets.action_button import ActionButton

_PAUSE_SECONDS = 0.4
CTRL = Qt.KeyboardModifier.ControlModifier


class Demo(IntEnum):
    """The officers of the demo branch by the number beside their names."""

    ADMINISTRATOR = 1
    FRONTLINER = 2
    CARD_OPERATOR = 3
    SUPERVISOR = 4
    SCREENING = 5


class Counter:
    """On the demo branch in ``base``, which is made if need be. ``application`` may have been dressed
    before; every counter dresses it as its settings say."""

    def __init__(
        self,
        base: Path,
        settings: Settings,
        clock: Clock = system_clock,
        branch_in: BranchIn = cheaply,
    ) -> None:
        standing = QApplication.instance()
        self.application = standing if isinstance(standing, QApplication) else QApplication(["loket"])
        prepare(self.application, RESOURCES, settings)
        self.base, self.keys = base, Keyboard()
        paths = Paths(base)
        paths.prepare()
        self._program = Program(self.application, paths, settings, clock, demo=True, branch_in=branch_in)
        self.window = self._program.window

    def open(self) -> None:
        """Start the program and wait until the officers' names can be chosen."""
        shown: list[bool] = []
        self._program.opening.ready.connect(lambda: shown.append(True))
        self._program.opening.begin()
        self.until(lambda: bool(shown) and self.window.isActiveWindow(), "the officers' names are shown")

    def sit_down(self, who: Demo = Demo.FRONTLINER) -> None:
        """Choose the officer by the number beside the name and sign in; the program is opened first if need
        be."""
        if not self.window.isVisible():
            self.open()
        seated: list[bool] = []
        self._program.sign_in.seated.connect(lambda: seated.append(True))
        self.choose(who)
        self.keys.type(DEMO_PASSWORD)
        self.keys.press(Qt.Key.Key_Return)
        self.until(lambda: bool(seated), "the officer sits at the counter")
        self.settle()

    def choose(self, who: Demo) -> None:
        """By the figure key; the cursor waits for the password."""
        self.window.findChildren(OfficerList)[0].setFocus()
        self.keys.type(str(who.value))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys.press(key, modifiers)
        self.settle()

    def type_in(self, text: str) -> None:
        self.keys.type(text)
        self.settle()

    def scan(self, text: str) -> None:
        self.keys.scan(text)
        self.settle()

    def says(self, words: str) -> bool:
        """Whether the words stand somewhere on the screen now."""
        return any(words in label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    def wait_for(self, words: str) -> None:
        self.until(lambda: self.says(words), f"the screen says “{words}”")

    def wait_for_page(self, kind: type[QWidget]) -> None:
        self.until(
            lambda: any(page.isVisible() for page in self.window.findChildren(kind)),
            f"{kind.__name__} is shown",
        )
        self.settle()

    def wait_for_the_question(self) -> None:
        """Until the officer is asked whether the card came out, and can answer."""
        self._wait_until_taken(Key.CARD_GOOD)

    def wait_for_print(self) -> None:
        """Until a press of F9 would print."""
        self._wait_until_taken(Key.PRINT)

    def _wait_until_taken(self, key: Key) -> None:
        buttons = self.window.findChildren(ActionButton)
        self.until(lambda: any(button.takes(key) for button in buttons), f"{key} can be pressed")

    def until(self, holds: Callable[[], bool], what: str, seconds: float = 30) -> None:
        ends = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < ends, f"waited in vain until {what}"
            QCoreApplication.processEvents()
            time.sleep(0.001)

    @property
    def busy(self) -> bool:
        """Whether work is under way that will still answer."""
        return self._program.background.busy

    def settle(self) -> None:
        """Until nothing is under way any more and every answer is on the screen."""
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < 0.06:
            QCoreApplication.processEvents()
            if self.busy:
                quiet_since = time.monotonic()
            time.sleep(0.002)

    def picture(self, file: Path) -> None:
        """As it looks when the officer stops typing and every check has answered."""
        ends = time.monotonic() + _PAUSE_SECONDS
        while time.monotonic() < ends:
            QCoreApplication.processEvents()
            time.sleep(0.005)
        self.settle()
        file.parent.mkdir(parents=True, exist_ok=True)
        self.window.grab().save(str(file))

    def close(self) -> None:
        self.window.close()
        self._program.end()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
