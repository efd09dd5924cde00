"""A counter as an officer has it: the real window on a real branch, worked with keys alone."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView, QWidget

from app.clock import Clock
from app.paths import Paths
from app.ports import JournalWish
from app.settings import Settings
from app.trust.journal import Action, Entry
from db.before_sign_in import DEMO_PASSWORD
from main import RESOURCES, BranchIn, Program, system_clock
from tests.branches import cheaply
from tests.ui.keyboard import Keyboard
from ui.application import prepare
from ui.frame.rail import RailButton
from ui.main_window import Room
from ui.shortcuts import Key
from ui.start.officer_list import OfficerList
from ui.widgets.action_button import ActionButton

_PAUSE_SECONDS = 0.4
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
FIGURES = [getattr(Qt.Key, f"Key_{figure}") for figure in (*range(1, 10), 0)]
"""The keys of the rooms, in the order of the rail."""


class DayClock:
    """The day's own time, moved on by a test."""

    def __init__(self) -> None:
        self.later = timedelta()

    def __call__(self) -> datetime:
        return system_clock() + self.later


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
        *,
        demo: bool = True,
        branch_in: BranchIn = cheaply,
    ) -> None:
        standing = QApplication.instance()
        self.application = standing if isinstance(standing, QApplication) else QApplication(["loket"])
        prepare(self.application, RESOURCES, settings)
        self.base, self.keys = base, Keyboard()
        self._clock, self._branch_in = clock, branch_in
        Paths(base).prepare()
        self._start(settings, demo=demo)

    def _start(self, settings: Settings, *, demo: bool = False, said: str = "") -> None:
        self._program = Program(
            self.application,
            Paths(self.base),
            settings,
            self._clock,
            demo=demo,
            said=said,
            branch_in=self._branch_in,
        )
        self.window = self._program.window

    def begin(self) -> None:
        """Start the program, whatever it finds."""
        self._program.opening.begin()
        self.until(self.window.isActiveWindow, "the window listens to keys")

    def begin_anew(self) -> None:
        """As the program does by itself once its file was replaced: in the same process."""
        self.until(lambda: self._program.said_next is not None, "the program is to be made anew")
        said = self._program.said_next
        assert said is not None
        self.close()
        self._start(Settings.load(Paths(self.base).settings), said=said)

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
        self.choose(who)
        self.sign_in(DEMO_PASSWORD)

    def sign_in(self, password: str) -> None:
        """With the name that is marked, until the officer sits at the counter."""
        seated: list[bool] = []
        self._program.sign_in.seated.connect(lambda: seated.append(True))
        self.try_password(password)
        self.until(lambda: bool(seated), "the officer sits at the counter")
        self.settle()

    def try_password(self, password: str) -> None:
        self.keys.type(password)
        self.keys.press(Qt.Key.Key_Return)

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

    def names(self) -> list[str]:
        """Who may sign in, as the page lists them."""
        [officers] = self.window.findChildren(OfficerList)
        return [officers.item(row).text() for row in range(officers.count())]

    def rooms(self) -> list[str]:
        """Those that stand in the rail, in its order."""
        buttons = [button for button in self.window.findChildren(RailButton) if button.isVisible()]
        return [button.accessibleName() for button in sorted(buttons, key=lambda button: button.y())]

    def enter(self, room: Room) -> None:
        """By its key, wherever it stands in the rail."""
        buttons = [button for button in self.window.findChildren(RailButton) if button.isVisible()]
        codes = [button.objectName() for button in sorted(buttons, key=lambda button: button.y())]
        self.press(FIGURES[codes.index(room)], CTRL)

    def everything_readable(self) -> str:
        """Whatever stands on the screen now: words, fields and tables."""
        words = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        typed = [field.text() for field in self.window.findChildren(QLineEdit) if field.isVisible()]
        cells = [
            str(model.index(row, column).data())
            for table in self.window.findChildren(QTableView)
            if table.isVisible() and (model := table.model()) is not None
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        ]
        return " | ".join([*words, *typed, *cells])

    def journal(self, *actions: Action) -> list[Entry]:
        """What the journal says of these, oldest first."""
        assert self._program.branch is not None
        with self._program.branch.look() as work:
            wish = JournalWish(actions=frozenset(actions))
            return [stored.entry for stored in reversed(work.journal.find(wish, 1000))]

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
