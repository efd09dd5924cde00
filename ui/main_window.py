"""The one window: a frame around the rooms. It shows and passes on; it decides nothing."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from app.clock import Clock
from app.reports.daily_tally import CounterDay
from app.trust.officer import Officer
from ui.frame.key_card import KeyCard
from ui.frame.rail import Rail
from ui.frame.status_line import StatusLine
from ui.frame.top_bar import TopBar
from ui.shortcuts import Key
from ui.theme import GAP, SMALL, WIDE
from ui.tone import Tone
from ui.widgets.notice import Notice
from ui.wording.names import name_of


class Room(StrEnum):
    """In the order of the rail."""

    COUNTER = "counter"
    STATUS = "status"
    CARDS = "cards"
    COMPANIES = "companies"
    SUPPLIES = "supplies"
    REPORTS = "reports"
    JOURNAL = "journal"
    HOLDS = "holds"
    OFFICERS = "officers"
    BACKUP = "backup"
    RETENTION = "retention"
    PRINTERS = "printers"
    LAYOUTS = "layouts"
    SETTINGS = "settings"


ROOM_ICONS = {
    Room.COUNTER: "monitor",
    Room.STATUS: "search-check",
    Room.CARDS: "printer",
    Room.COMPANIES: "building-2",
    Room.SUPPLIES: "package",
    Room.REPORTS: "chart-column",
    Room.JOURNAL: "scroll-text",
    Room.HOLDS: "gavel",
    Room.OFFICERS: "users",
    Room.BACKUP: "database-backup",
    Room.RETENTION: "archive",
    Room.PRINTERS: "printer-check",
    Room.LAYOUTS: "layout-template",
    Room.SETTINGS: "settings",
}


class MainWindow(QMainWindow):
    """Rooms are handed in; whoever owns the visit tells the frame what to show.

    A *cover* hides the frame and everything in it, so that nothing can be read there and no key reaches
    the page below while, say, the counter is locked; what was typed stays as it was.
    """

    room_shown = Signal(str)
    searched = Signal(str)
    lock_asked = Signal()
    backup_asked = Signal()
    closing = Signal()

    def __init__(self, clock: Clock, counter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rooms: dict[str, QWidget] = {}
        self._promised: dict[str, Callable[[], QWidget]] = {}
        self._offered: frozenset[Room] = frozenset()
        self._visit: tuple[str, str, datetime, timedelta] | None = None
        self._last_focus: QWidget | None = None
        self._covers: list[QWidget] = []
        self._rail = Rail()
        self._top = TopBar()
        self._status = StatusLine(counter)
        self._pages = QStackedWidget()
        self.notice = Notice()
        self._whole = QStackedWidget()
        self._frame = self._arrange()
        self._whole.addWidget(self._frame)
        self.setCentralWidget(self._whole)
        self.setWindowTitle("Loket")
        self.setMinimumSize(1024, 600)
        self.resize(1366, 768)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._on_second)
        self._rail.room_asked.connect(self.go_to)
        self._rail.lock_asked.connect(self.lock_asked)
        self._status.backup_asked.connect(self.backup_asked)
        self._top.searched.connect(self.searched)
        help_key = QShortcut(QKeySequence(Key.HELP), self._frame, autoRepeat=False)
        help_key.activated.connect(self._show_keys)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._keep_focus_on_cover)
        lock_key = QShortcut(QKeySequence(Key.LOCK), self, autoRepeat=False)  # also over the key card
        lock_key.activated.connect(self.lock_asked)

    def add_room(self, room: Room, page: QWidget) -> None:
        """It is seen once it is offered."""
        self.promise_room(room, lambda: page)
        self._built(room)

    def promise_room(self, room: Room, make: Callable[[], QWidget]) -> None:
        """A room whose page is made when it is entered for the first time: few officers ever do."""
        names = {
            Room.COUNTER: self.tr("Counter"),
            Room.STATUS: self.tr("Status check"),
            Room.CARDS: self.tr("Card printing"),
            Room.COMPANIES: self.tr("Companies"),
            Room.SUPPLIES: self.tr("Supplies"),
            Room.REPORTS: self.tr("Reports"),
            Room.JOURNAL: self.tr("Journal"),
            Room.HOLDS: self.tr("Legal holds"),
            Room.OFFICERS: self.tr("Officers"),
            Room.BACKUP: self.tr("Backup"),
            Room.RETENTION: self.tr("Retention"),
            Room.PRINTERS: self.tr("Printers"),
            Room.LAYOUTS: self.tr("Card layouts"),
            Room.SETTINGS: self.tr("Settings"),
        }
        self._promised[room] = make
        self._rail.add_room(room, names[room], ROOM_ICONS[room], list(Room).index(room))

    def _built(self, room: str) -> QWidget:
        make = self._promised.pop(room, None)
        if make is not None:
            self._rooms[room] = page = make()
            self._pages.addWidget(page)
        return self._rooms[room]

    def offer_rooms(self, rooms: Sequence[Room], *, search: bool) -> None:
        """Only these can be entered now; ``search`` tells whether the box in the top bar may be used.

        Who stands in another room is led to the first that is offered.
        """
        self._offered = frozenset(rooms)
        self._rail.offer_rooms(rooms)
        self._top.offer_search(search)
        if self.room not in rooms:
            self.go_to(rooms[0])
        self._rail.show_room(self.room)

    def go_to(self, room: str) -> None:
        if room not in self._offered:
            return
        page = self._built(room)
        self._pages.setCurrentWidget(page)
        self._rail.show_room(room)
        page.setFocus()
        self.room_shown.emit(room)

    @property
    def room(self) -> str:
        """The room that is shown, also while it is covered."""
        shown = self._pages.currentWidget()
        return next((room for room, page in self._rooms.items() if page is shown), "")

    def show_open_count(self, room: Room, count: int) -> None:
        """How much waits in a room for somebody's answer; nothing is shown for none."""
        self._rail.show_open_count(room, count)

    def cover(self, page: QWidget) -> None:
        """Show ``page`` over everything; one that lay below others already comes back without them. Lists,
        hints and dialogs are taken away: they would stay above it."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        QToolTip.hideText()
        if not self._covers:
            self._last_focus = self.focusWidget()
        if page in self._covers:
            del self._covers[self._covers.index(page) + 1 :]
        else:
            self._covers.append(page)
        if self._whole.indexOf(page) < 0:
            self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)
        page.setFocus()

    def uncover(self) -> None:
        """Back to what lay below, in the end to the frame with the cursor where it was."""
        del self._covers[-1:]
        if self._covers:
            self._whole.setCurrentWidget(self._covers[-1])
            self._covers[-1].setFocus()
            return
        self._whole.setCurrentWidget(self._frame)
        if self._last_focus is not None and self._last_focus.isVisible():
            self._last_focus.setFocus()
        self._last_focus = None

    def take_away(self, page: QWidget) -> None:
        """``page`` is done with; what was laid over it meanwhile, such as the lock, stays."""
        if self.is_on_top(page):
            self.uncover()
        elif page in self._covers:
            self._covers.remove(page)

    def uncover_all(self) -> None:
        """Whatever the officer before had open over their work is not the next one's."""
        del self._covers[:-1]
        self.uncover()

    @property
    def covered(self) -> bool:
        return bool(self._covers)

    def is_on_top(self, page: QWidget) -> bool:
        """Whether ``page`` covers everything, whatever lies below it."""
        return self._covers[-1:] == [page]

    def show_officer(self, officer: Officer, counter: str) -> None:
        self._rail.show_officer(officer.name, f"{name_of(officer.role)} · {counter}")
        self._status.show_counter(counter)

    def show_visit(self, number: str, kind: str, opened_at: datetime, standard: timedelta) -> None:
        self._visit = (number, kind, opened_at, standard)
        self._show_running_time(self._clock())

    def show_no_visit(self) -> None:
        self._visit = None
        self._top.show_no_visit()

    def show_printer(self, text: str, tone: Tone) -> None:
        self._top.show_printer(text, tone)

    def show_blanks(self, left: int) -> None:
        self._top.show_blanks(left)

    def show_today(self, day: CounterDay) -> None:
        self._status.show_today(day)

    def forget_today(self) -> None:
        self._status.forget_today()

    def show_database(self, text: str, tone: Tone) -> None:
        self._status.show_database(text, tone)

    def show_backup(self, text: str, tone: Tone) -> None:
        self._status.show_backup(text, tone)

    def show_sample_data(self) -> None:
        self._status.show_sample_data()

    def show_desk(self, shown: bool) -> None:
        """Printer and blanks, for officers whom they concern."""
        self._top.show_desk(shown)

    def focus_search(self) -> None:
        self._top.search.take_focus()

    def fit_in(self, room: QSize) -> None:
        """Take the screen whole where it has no ``room`` for the window's own frame too: else the foot of
        the window, with the lock's key and the state of the backup, lies below the edge."""
        if room.width() <= self.width() or room.height() <= self.height():
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def raise_up(self) -> None:
        """Come to the front; a second start of the program asks for it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_second()
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._second.stop()
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._on_second()

    def _show_keys(self) -> None:
        keys = KeyCard()
        keys.closed.connect(self.uncover)
        keys.closed.connect(keys.deleteLater)
        self.cover(keys)

    def _keep_focus_on_cover(self, before: QWidget | None, now: QWidget | None) -> None:
        """Work that ends below a cover asks for the cursor, and Qt would give it to what cannot be seen."""
        if now is None or not self._covers or not self._frame.isAncestorOf(now):
            return
        self._last_focus = now  # it gets it once it can be seen
        cover = self._covers[-1]
        (before if before is not None and cover.isAncestorOf(before) else cover).setFocus()

    def _on_second(self) -> None:
        now = self._clock()
        self._status.show_time(now)
        self._show_running_time(now)

    def _show_running_time(self, now: datetime) -> None:
        if self._visit is None:
            return
        number, kind, opened_at, standard = self._visit
        seconds = int((now - opened_at).total_seconds())
        self._top.show_visit(number, kind, seconds, int(standard.total_seconds()))

    def _arrange(self) -> QWidget:
        frame = QWidget()
        whole = QHBoxLayout(frame)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._top)
        inside = QVBoxLayout()
        inside.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        inside.setSpacing(GAP)
        inside.addWidget(self.notice)
        inside.addWidget(self._pages, 1)
        right.addLayout(inside, 1)
        right.addWidget(self._status)
        whole.addLayout(right, 1)
        return frame
