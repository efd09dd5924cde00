"""The main window at work: its rooms, who carries what in them, and how they tell each other."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.cards.card_stock import BlankLevel
from app.errors import LoketError
from app.ports import PrinterName, PrinterState
from app.reports.today import Today
from app.settings import Settings
from app.trust.officer import Officer, Role
from app.trust.permissions import Right, may
from app.visit.visit import Stage, Visit
from ui.background import Background, Lane
from ui.cards.card_room_page import CardRoomPage
from ui.cards.card_room_presenter import CardRoomPresenter
from ui.cards.card_words import printer_words
from ui.main_window import MainWindow, Room
from ui.parts import Parts
from ui.problems import Problems
from ui.reports.tally_page import TallyPage
from ui.reports.tally_presenter import TallyPresenter
from ui.scanner import Scanner
from ui.settings.settings_page import SettingsPage
from ui.start.choose_officer import ChooseOfficer
from ui.tone import Tone
from ui.visit.close_presenter import ClosePresenter
from ui.visit.print_presenter import PrintPresenter
from ui.visit.step_4_print_page import PrintPage
from ui.visit.step_5_close_page import ClosePage
from ui.visit.visit_page import VisitPage
from ui.visit.visit_presenter import VisitPresenter
from ui.wording.names import name_of

PRINTER_MS = 5_000

_COUNTS = (Right.READ_TALLY, Right.PRINT_CARD)
"""What it takes to be told the counts in the frame."""


_NEEDED = {
    Room.COUNTER: Right.SERVE_VISIT,
    Room.CARDS: Right.PRINT_CARD,
    Room.REPORTS: Right.READ_TALLY,
    Room.SETTINGS: Right.CHANGE_SETTINGS,
}


def rooms_for(role: Role) -> list[Room]:
    """What the role may use at all; what it may do there is asked by each use case."""
    return [room for room, right in _NEEDED.items() if may(role, right)]


@dataclass(frozen=True, slots=True)
class _Counts:
    today: Today
    blanks: BlankLevel


class Desk(QObject):
    """Fills ``window`` with the rooms once the database is open; ``sit_down`` when an officer is known."""

    settings_changed = Signal(Settings)

    def __init__(
        self,
        window: MainWindow,
        choose: ChooseOfficer,
        parts: Parts,
        background: Background,
        scanner: Scanner,
        settings: Settings,
        out: Path,
    ) -> None:
        """``choose`` is the page that covers the window while another officer takes over."""
        super().__init__(window)
        self._window, self._choose = window, choose
        self._parts, self._background, self._settings = parts, background, settings
        self._officer: Officer | None = None
        self._problems = Problems(window.notice, self)
        print_page, close_page = PrintPage(), ClosePage()
        self.visit_page = VisitPage(parts.regions, parts.rates, print_page, close_page)
        self._print = PrintPresenter(print_page, parts, background, settings.printer)
        close = ClosePresenter(close_page, parts, background, settings.visit_minutes)
        self.visit = VisitPresenter(self.visit_page, parts, background, self._print, close)
        self.card_page, self.tally_page = CardRoomPage(), TallyPage()
        self._cards = CardRoomPresenter(self.card_page, parts, background, settings.printer)
        self._tally = TallyPresenter(self.tally_page, parts, background)
        self.settings_page = SettingsPage(settings, (), out)
        self._printer_timer = QTimer(self, interval=PRINTER_MS)
        self._fill(scanner)

    def sit_down(self, officer: Officer) -> None:
        """The officer starts or takes over; a half-filled form stays as it is."""
        self._officer = officer
        self._window.offer_rooms(rooms_for(officer.role), search=may(officer.role, Right.LOOK_UP))
        self._window.uncover()
        self._window.show_officer(officer, self._settings.counter)
        self.visit.begin(officer)
        self._cards.start(officer)
        self._tally.start(officer)
        self._refresh_counts()
        self._ask_printer()
        self._printer_timer.start()

    def _fill(self, scanner: Scanner) -> None:
        window = self._window
        window.add_room(Room.COUNTER, self.visit_page)
        window.add_room(Room.CARDS, self.card_page)
        window.add_room(Room.REPORTS, self.tally_page)
        window.add_room(Room.SETTINGS, self.settings_page)
        window.searched.connect(self._search)
        window.lock_asked.connect(self._change_officer)
        window.room_shown.connect(self._room_shown)
        self.visit.visit_changed.connect(self._show_visit)
        self._print.changed.connect(self._cards.refresh)
        self._print.changed.connect(self._refresh_counts)
        self._cards.changed.connect(self._refresh_counts)
        self._cards.open_count_changed.connect(lambda count: window.show_open_count(Room.CARDS, count))
        for presenter in (self.visit, self._cards, self._tally):
            presenter.problem.connect(self._problems.tell)
        self.settings_page.changed.connect(self._change_settings)
        self._printer_timer.timeout.connect(self._ask_printer)
        scanner.scanned.connect(self._scanned)

    # what the frame shows

    def _show_visit(self, visit: Visit | None) -> None:
        if visit is None or visit.closed_at is not None:
            self._window.show_no_visit()
            self._refresh_counts()
            return
        standard = timedelta(minutes=self._settings.visit_minutes)
        # step 1 is there to find out what the visitor wants
        kind = "" if visit.stage is Stage.VERIFY else name_of(visit.kind)
        self._window.show_visit(visit.number, kind, visit.opened_at, standard)

    def _refresh_counts(self) -> None:
        officer, today, blanks = self._officer, self._parts.today, self._parts.cards.blanks
        if officer is None or not all(may(officer.role, right) for right in _COUNTS):
            return
        self._background.run(
            self._window,
            lambda: _Counts(today(officer), blanks(officer)),
            then=self._show_counts,
            otherwise=self._problems.tell,
        )

    def _show_counts(self, counts: _Counts) -> None:
        self._window.show_blanks(counts.blanks.remaining)
        self._window.show_today(counts.today.visits, counts.today.good, counts.today.spoiled)

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
        self._window.go_to(Room.COUNTER)
        self.visit.look_up(typed)

    def _scanned(self, text: str) -> None:
        """In the print room a scan answers for a card, everywhere else it belongs to the visit."""
        if self._window.covered or self._officer is None:
            return
        if self._window.room == Room.CARDS:
            self._cards.scanned(text)
            return
        self._window.go_to(Room.COUNTER)
        self.visit.scanned(text)

    def _room_shown(self, room: str) -> None:
        if room == Room.SETTINGS:
            self._background.run(
                self._window,
                self._parts.cards.printer.list,
                then=self._offer_printers,
                otherwise=self._problems.tell,
                lane=Lane.PAPER,
            )

    def _offer_printers(self, printers: tuple[PrinterName, ...]) -> None:
        self.settings_page.show_printers(printers)

    def _change_officer(self) -> None:
        officer = self._officer
        if officer is not None and not self._window.covered:
            self._background.run(
                self._window,
                self._parts.officers,
                then=lambda officers: self._offer_officers(officers, officer),
                otherwise=self._problems.tell,
            )

    def _offer_officers(self, officers: tuple[Officer, ...], current: Officer) -> None:
        self._choose.show_officers(officers, current.id)
        self._window.cover(self._choose)

    def _change_settings(self, settings: Settings) -> None:
        self._settings = settings
        self._print.use_printer(settings.printer)
        self._cards.use_printer(settings.printer)
        self._ask_printer()
        self.settings_changed.emit(settings)
