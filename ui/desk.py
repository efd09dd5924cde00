"""The main window at work: its rooms, who carries what in them, and how they tell each other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.cards.card_stock import BlankLevel
from app.errors import LoketError
from app.members.npp import Npp
from app.ports import PrinterState
from app.reports.daily_tally import CounterDay
from app.settings import Settings
from app.trust.check_chain import ChainReport
from app.trust.officer import Officer, Role
from app.trust.permissions import Right, may
from app.visit.visit import Stage, Visit
from ui.background import Background, Lane
from ui.cards.card_room_page import CardRoomPage
from ui.cards.card_room_presenter import CardRoomPresenter
from ui.cards.card_words import printer_words
from ui.cards.cards_room import CardsRoom
from ui.cards.company_batches import CompanyBatches
from ui.companies.companies_presenter import CompaniesPresenter
from ui.companies.companies_room import CompaniesRoom
from ui.layouts.designer_page import DesignerPage
from ui.layouts.layouts_page import LayoutsPage
from ui.layouts.layouts_presenter import LayoutsPresenter
from ui.layouts.layouts_room import LayoutsRoom
from ui.main_window import MainWindow, Room
from ui.parts import Parts
from ui.printers.printers_page import PrintersPage
from ui.printers.printers_presenter import PrintersPresenter
from ui.problems import Problems
from ui.reports.day_close_page import DayClosePage
from ui.reports.day_close_presenter import DayClosePresenter
from ui.reports.reports_room import ReportsRoom
from ui.reports.tally_page import TallyPage
from ui.reports.tally_presenter import TallyPresenter
from ui.scanner import Scanner
from ui.settings.current_settings import CurrentSettings
from ui.settings.settings_page import SettingsPage
from ui.settings.settings_presenter import SettingsPresenter
from ui.status.status_page import StatusPage
from ui.status.status_presenter import StatusPresenter
from ui.supplies.supplies_page import SuppliesPage
from ui.supplies.supplies_presenter import SuppliesPresenter
from ui.tone import Tone
from ui.trust.keeping_rooms import KeepingRooms
from ui.upkeep import Upkeep
from ui.visit.close_presenter import ClosePresenter
from ui.visit.print_presenter import PrintPresenter
from ui.visit.step_4_print_page import PrintPage
from ui.visit.step_5_close_page import ClosePage
from ui.visit.visit_page import VisitPage
from ui.visit.visit_presenter import VisitPresenter
from ui.wording.names import name_of

PRINTER_MS = 5_000

_NEEDED = {
    Room.COUNTER: Right.SERVE_VISIT,
    Room.STATUS: Right.LOOK_UP,
    Room.CARDS: Right.PRINT_CARD,
    Room.COMPANIES: Right.KEEP_COMPANIES,
    Room.SUPPLIES: Right.COUNT_BLANKS,
    Room.REPORTS: Right.READ_TALLY,
    Room.JOURNAL: Right.READ_JOURNAL,
    Room.HOLDS: Right.HOLD_RECORDS,
    Room.OFFICERS: Right.KEEP_OFFICERS,
    Room.BACKUP: Right.BACK_UP,
    Room.RETENTION: Right.ERASE_RECORDS,
    Room.PRINTERS: Right.SET_UP_PRINTER,
    Room.LAYOUTS: Right.KEEP_LAYOUTS,
}
"""A role begins in the first of its rooms."""


def rooms_for(role: Role) -> list[Room]:
    """What the role may use at all; what it may do there is asked by each use case. Who serves visits looks
    people up in them, and everybody may choose how the screen looks."""
    rooms = [room for room, right in _NEEDED.items() if may(role, right)]
    if Room.COUNTER in rooms:
        rooms.remove(Room.STATUS)
    if Room.SUPPLIES not in rooms and may(role, Right.KEEP_NUMBERS):
        rooms.append(Room.SUPPLIES)
    return [*rooms, Room.SETTINGS]


class Presenter(Protocol):
    """Who carries a room: told of each officer who takes the counter."""

    problem: SignalInstance

    def start(self, officer: Officer) -> None: ...


@dataclass(frozen=True, slots=True)
class _Counts:
    today: CounterDay
    blanks: BlankLevel


class Desk(QObject):
    """Fills ``window`` with the rooms while the database is still shut; ``sit_down`` when an officer came in.

    ``settings_changed(settings)`` is for whoever dresses the program, ``password_asked()`` when the officer
    wants another one; ``restore_asked(officer)`` and ``new_code_asked(officer)`` for whoever has the wizards;
    ``rekeyed(words)`` when everybody has to sign in again.
    """

    settings_changed = Signal(Settings)
    password_asked = Signal()
    restore_asked = Signal(object)
    new_code_asked = Signal(object)
    rekeyed = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        parts: Parts,
        background: Background,
        scanner: Scanner,
        settings: Settings,
        out: Path,
    ) -> None:
        super().__init__(window)
        self._window, self._parts, self._background, self._out = window, parts, background, out
        self._officer: Officer | None = None
        self._problems = Problems(window.notice, self)
        self._settings = CurrentSettings(settings, parts.change_settings, background, self)
        self._upkeep = Upkeep(window, parts.upkeep, background, self._problems)
        print_page, close_page = PrintPage(), ClosePage()
        self.visit_page = VisitPage(parts.regions, parts.rates, print_page, close_page)
        self._print = PrintPresenter(print_page, parts, background, settings.printer)
        close = ClosePresenter(close_page, parts, background, settings.visit_minutes)
        self.visit = VisitPresenter(self.visit_page, parts, background, self._print, close)
        self.card_page = CardRoomPage()
        self._cards = CardRoomPresenter(self.card_page, parts, background, settings.printer)
        self.cards_room = CardsRoom(self.card_page)
        self._batches = CompanyBatches(
            self.cards_room, parts.rooms.batches, background, settings.printer, parts.clock
        )
        self._keeping = KeepingRooms(parts.keeping, self._settings, background, self)
        self._presenters: list[tuple[Room, Presenter]] = []
        self._reports: ReportsRoom | None = None
        self._printer_timer = QTimer(self, interval=PRINTER_MS)
        self._fill(scanner)

    def sit_down(self, officer: Officer) -> None:
        """Somebody comes back, or takes over: a half-filled form stays as it is."""
        before, self._officer = self._officer, officer
        if before is None:
            self._begin_the_day()
        if officer == before:
            self._window.uncover()
        else:
            self._take_over(officer)
            self._window.uncover_all()

    def rest(self) -> None:
        """The database is about to be shut, replaced or written anew."""
        self._upkeep.end()
        self._batches.rest()
        self._printer_timer.stop()

    def go_on(self) -> None:
        """It stands as it did."""
        self._upkeep.go_on()
        self._batches.go_on()
        if self._may_enter(Room.CARDS):
            self._printer_timer.start()

    def _begin_the_day(self) -> None:
        """In this order, before anything is asked of the database: is the journal whole, which cards did the
        program lose sight of, and which files of papers did it never come to keep?"""
        check, after_start = self._parts.upkeep.check_journal, self._parts.cards.to_check.after_start
        pause_batches = self._parts.cards.pause_batches
        clear_left_files = self._parts.upkeep.clear_left_files

        def begin() -> ChainReport:
            report = check()
            after_start()
            pause_batches()
            clear_left_files()
            return report

        self._background.run(self._window, begin, then=self._tell_report, otherwise=self._problems.tell)
        self._upkeep.begin()

    def _tell_report(self, report: ChainReport) -> None:
        if report.problem is not None:
            self._window.show_database(self.tr("Journal does not agree"), Tone.ERROR)
            self._problems.tell(report.problem)

    def _take_over(self, officer: Officer) -> None:
        window, rooms = self._window, rooms_for(officer.role)
        prints = may(officer.role, Right.PRINT_CARD)
        window.notice.close_notice()
        window.show_officer(officer, self._settings.now.counter)
        window.show_desk(prints)
        window.forget_today()
        self.visit.begin(officer)
        if self._reports is not None:
            self._reports.show_tally()
        for room, presenter in self._presenters:
            # the print room hears of everybody: for who may not print it lets go of whose cards it showed
            if room in rooms or room is Room.CARDS:
                presenter.start(officer)
        window.offer_rooms(rooms, search=may(officer.role, Right.LOOK_UP))
        if window.room != rooms[0]:
            window.go_to(rooms[0])  # where the officer before was looking is not where this one begins
        if prints:
            self._refresh_counts()
            self._ask_printer()
            self._printer_timer.start()
        else:
            self._printer_timer.stop()

    # the rooms

    def _fill(self, scanner: Scanner) -> None:
        window = self._window
        window.add_room(Room.COUNTER, self.visit_page)
        window.add_room(Room.CARDS, self.cards_room)
        self._carry(Room.CARDS, self._cards)
        self._carry(Room.CARDS, self._batches)
        window.promise_room(Room.STATUS, self._status_page)
        window.promise_room(Room.COMPANIES, self._companies_room)
        window.promise_room(Room.SUPPLIES, self._supplies_room)
        window.promise_room(Room.PRINTERS, self._printers_room)
        window.promise_room(Room.LAYOUTS, self._layouts_room)
        window.promise_room(Room.REPORTS, self._reports_room)
        window.promise_room(Room.SETTINGS, self._settings_page)
        keeping = self._keeping
        builders: dict[Room, Callable[[], tuple[QWidget, Presenter]]] = {
            Room.JOURNAL: keeping.journal,
            Room.HOLDS: keeping.holds,
            Room.OFFICERS: keeping.officers,
            Room.BACKUP: keeping.backup,
            Room.RETENTION: keeping.retention,
        }
        for room, build in builders.items():
            window.promise_room(room, partial(self._kept_page, room, build))
        keeping.restore_asked.connect(lambda: self.restore_asked.emit(self._officer))
        keeping.new_code_asked.connect(lambda: self.new_code_asked.emit(self._officer))
        keeping.rekeying.connect(self.rest)
        keeping.rekeyed.connect(self._hear_rekeyed)
        keeping.backed_up.connect(self._upkeep.look)
        window.searched.connect(self._search)
        window.room_shown.connect(self._room_shown)
        window.backup_asked.connect(self._go_to_backup)
        self.visit.visit_changed.connect(self._show_visit)
        self.visit.problem.connect(self._problems.tell)
        self._print.changed.connect(self._cards.refresh)
        self._print.changed.connect(self._refresh_counts)
        self._cards.changed.connect(self._refresh_counts)
        self._batches.changed.connect(self._cards.refresh)
        self._batches.changed.connect(self._refresh_counts)
        self._cards.open_count_changed.connect(lambda count: window.show_open_count(Room.CARDS, count))
        self._settings.changed.connect(self._take_settings)
        self._printer_timer.timeout.connect(self._ask_printer)
        scanner.scanned.connect(self._scanned)

    def _carry(self, room: Room, presenter: Presenter) -> None:
        """From now on it is told of each officer; and of the one who is entering the room."""
        self._presenters.append((room, presenter))
        presenter.problem.connect(self._problems.tell)
        if self._officer is not None:
            presenter.start(self._officer)

    def _status_page(self) -> QWidget:
        page = StatusPage()
        self._status = StatusPresenter(page, self._parts, self._background)
        self._carry(Room.STATUS, self._status)
        return page

    def _companies_room(self) -> QWidget:
        room = CompaniesRoom()
        companies = CompaniesPresenter(room, self._parts.rooms.companies(), self._background)
        companies.batch_asked.connect(self._prepare_batch)
        self._carry(Room.COMPANIES, companies)
        return room

    def _prepare_batch(self, npp: Npp) -> None:
        self._window.go_to(Room.CARDS)
        self._batches.prepare(npp)

    def _supplies_room(self) -> QWidget:
        page, printer = SuppliesPage(), self._settings.now.printer
        supplies = SuppliesPresenter(page, self._parts.rooms.supplies(), self._background, printer)
        supplies.changed.connect(self._cards.refresh)
        supplies.changed.connect(self._refresh_counts)
        self._settings.changed.connect(lambda settings: supplies.use_printer(settings.printer))
        self._carry(Room.SUPPLIES, supplies)
        return page

    def _printers_room(self) -> QWidget:
        page = PrintersPage()
        printers = PrintersPresenter(page, self._parts.rooms.printers(), self._settings, self._background)
        printers.changed.connect(self._refresh_counts)
        self._carry(Room.PRINTERS, printers)
        return page

    def _layouts_room(self) -> QWidget:
        parts = self._parts.rooms.layouts()
        room = LayoutsRoom(LayoutsPage(), DesignerPage(parts.fonts))
        self._carry(Room.LAYOUTS, LayoutsPresenter(room, parts, self._background))
        return room

    def _reports_room(self) -> QWidget:
        page = TallyPage()
        tally = TallyPresenter(page, self._parts, self._background)
        self._reports = ReportsRoom(page, self._day_close_page)
        self._carry(Room.REPORTS, tally)
        tally.day_close_asked.connect(self._close_day)
        return self._reports

    def _day_close_page(self) -> DayClosePage:
        page = DayClosePage()
        self._closing = DayClosePresenter(page, self._parts.keeping.day_close(), self._background)
        self._closing.closed.connect(self._upkeep.look)
        self._carry(Room.REPORTS, self._closing)
        return page

    def _close_day(self, day: date) -> None:
        assert self._reports is not None, "its tally asks"
        self._reports.show_close()
        self._closing.show_day(day)

    def _kept_page(self, room: Room, build: Callable[[], tuple[QWidget, Presenter]]) -> QWidget:
        page, presenter = build()
        self._carry(room, presenter)
        return page

    def _hear_rekeyed(self, words: str) -> None:
        """Without words the database has its old key, and work goes on."""
        if words:
            self.rekeyed.emit(words)
        else:
            self.go_on()

    def _settings_page(self) -> QWidget:
        page = SettingsPage(self._settings.now, (), self._out)
        page.password_asked.connect(self.password_asked)
        self._show_printers = page.show_printers
        self._carry(Room.SETTINGS, SettingsPresenter(page, self._settings))
        return page

    # what the frame shows

    def _show_visit(self, visit: Visit | None) -> None:
        if visit is None or visit.closed_at is not None:
            self._window.show_no_visit()
            self._refresh_counts()
            self._upkeep.look()
            return
        standard = timedelta(minutes=self._settings.now.visit_minutes)
        # step 1 is there to find out what the visitor wants
        kind = "" if visit.stage is Stage.VERIFY else name_of(visit.kind)
        self._window.show_visit(visit.number, kind, visit.opened_at, standard)

    def _refresh_counts(self) -> None:
        officer, today, blanks = self._officer, self._parts.today, self._parts.cards.blanks
        if officer is None or not may(officer.role, Right.PRINT_CARD):
            return
        self._background.run(
            self._window,
            lambda: _Counts(today(officer), blanks(officer)),
            then=self._show_counts,
            otherwise=self._problems.tell,
        )

    def _show_counts(self, counts: _Counts) -> None:
        self._window.show_blanks(counts.blanks.remaining)
        self._window.show_today(counts.today)

    def _ask_printer(self) -> None:
        printer, address = self._parts.cards.printer, self._print.printer

        def ask() -> tuple[str, PrinterState]:
            labels = {name.address: name.label for name in printer.list()}
            return labels.get(address, address.partition(":")[2] or address), printer.status(address)

        self._background.run(
            self._window, ask, then=self._show_printer, otherwise=self._show_no_printer, lane=Lane.PAPER
        )

    def _show_printer(self, told: tuple[str, PrinterState]) -> None:
        label, state = told
        words, tone = printer_words(state)
        self._window.show_printer(f"{label} · {words}", tone)

    def _show_no_printer(self, error: Exception) -> None:
        if not isinstance(error, LoketError):
            self._problems.tell(error)
        self._window.show_printer(self.tr("Printer does not answer"), Tone.WARN)

    # what the officer does in the frame

    def _search(self, typed: str) -> None:
        """From the box in the top bar, or from a scanner outside the print room."""
        if self._may_enter(Room.COUNTER):
            self._window.go_to(Room.COUNTER)
            self.visit.look_up(typed)
        elif self._may_enter(Room.STATUS):
            self._window.go_to(Room.STATUS)
            self._status.look_up(typed)

    def _scanned(self, text: str) -> None:
        """In the print room a scan answers for a card, everywhere else it belongs to the visitor."""
        if self._window.covered or self._officer is None:
            return
        at_cards = self._window.room == Room.CARDS or not self._may_enter(Room.COUNTER)
        if at_cards and self._may_enter(Room.CARDS):
            self._window.go_to(Room.CARDS)
            if not self._batches.takes_scan(text):
                self.cards_room.show_single()
                self._cards.scanned(text)
        elif self._may_enter(Room.COUNTER):
            self._window.go_to(Room.COUNTER)
            self.visit.scanned(text)
        else:
            self._search(text)

    def _may_enter(self, room: Room) -> bool:
        return self._officer is not None and room in rooms_for(self._officer.role)

    def _go_to_backup(self) -> None:
        if self._may_enter(Room.BACKUP):
            self._window.go_to(Room.BACKUP)
        else:
            self._window.notice.say(
                self.tr("Backups are made by a supervisor or the administrator. Tell them if this is red.")
            )

    def _room_shown(self, room: str) -> None:
        if room == Room.SETTINGS:
            self._background.run(
                self._window,
                self._parts.cards.printer.list,
                then=self._show_printers,
                otherwise=self._problems.tell,
                lane=Lane.PAPER,
            )

    def _take_settings(self, settings: Settings) -> None:
        self._print.use_printer(settings.printer)
        self._cards.use_printer(settings.printer)
        self._batches.use_printer(settings.printer)
        self._ask_printer()
        self._upkeep.look()
        self.settings_changed.emit(settings)
