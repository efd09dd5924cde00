"""Carries the room "Printer": looks, chooses, sets up, tries, and takes back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.cards.calibration import Measured, corrected
from app.cards.printer_setup import AS_DRAWN, Placement, PrinterSetup
from app.cards.set_up_printer import DeskPrinter
from app.cards.try_printer import TrialKind, TrialSent
from app.errors import LoketError, RuleBroken
from app.ports import SpoolReport, SpoolState
from app.settings import Settings
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from ui.background import Background, Lane
from ui.cards.card_words import reason_and_remedy
from ui.printer_parts import PrinterParts
from ui.printers.printers_page import PrintersPage
from ui.problems import Problems
from ui.settings.current_settings import CurrentSettings
from ui.tone import Tone

POLL_MS = 1_000
LOOK_MS = 10_000

T = TypeVar("T")


class PrintersPresenter(QObject):
    """``changed()`` when a blank was used up. ``problem`` carries an error no page has words for."""

    problem = Signal(object)
    changed = Signal()

    def __init__(
        self, page: PrintersPage, parts: PrinterParts, settings: CurrentSettings, background: Background
    ) -> None:
        super().__init__(page)
        self._page, self._parts, self._settings, self._background = page, parts, settings, background
        self._problems = Problems(page.notice, self)
        self._officer: Officer | None = None
        self._trial: TrialSent | None = None
        self._looking = self._polling_now = False
        self._poll_timer = QTimer(self, interval=POLL_MS)
        self._look_timer = QTimer(self, interval=LOOK_MS)
        self._poll_timer.timeout.connect(self._poll)
        self._look_timer.timeout.connect(self.look)
        page.shown.connect(self._begin_looking)
        page.hidden.connect(self._look_timer.stop)
        page.look_asked.connect(self.look)
        page.printer_chosen.connect(lambda address: self._change(replace(settings.now, printer=address)))
        page.trial.sides_chosen.connect(self._choose_sides)
        page.trial.trial_asked.connect(self._try)
        page.trial.measured.connect(self._correct)
        page.trial.reset_asked.connect(lambda: self._place(AS_DRAWN))
        addresses = page.addresses
        addresses.network_typed.connect(
            lambda address: self._change(replace(settings.now, network_printer=address))
        )
        addresses.ticket_typed.connect(
            lambda address: self._change(replace(settings.now, ticket_printer=address))
        )
        addresses.ticket_asked.connect(self._try_ticket)
        settings.changed.connect(self._show_settings)
        settings.refused.connect(self._refuse_settings)

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter."""
        self._officer = officer if may(officer.role, Right.SET_UP_PRINTER) else None
        self._page.clear()
        self._page.addresses.show_settings(self._settings.now)
        if self._page.isVisible():
            self.look()

    def look(self) -> None:
        by, read, chosen = self._officer, self._parts.read, self._settings.now.printer
        if by is None or self._looking:
            return
        self._looking = True
        self._page.set_looking(True)
        self._run(lambda: read(chosen, by), self._show, self._could_not_look)

    # how they are

    def _begin_looking(self) -> None:
        self.look()
        self._look_timer.start()

    def _show(self, printers: tuple[DeskPrinter, ...]) -> None:
        self._looked()
        self._page.show_printers(printers, self._settings.now.printer)

    def _could_not_look(self, error: Exception) -> None:
        self._looked()
        self._tell(error)

    def _looked(self) -> None:
        self._looking = False
        self._page.set_looking(False)

    # which one, and where

    def _change(self, after: Settings) -> None:
        by, before = self._officer, self._settings.now
        if by is None or after == before:
            return
        self._settings.change(after, by)
        self._page.notice.offer_undo(self.tr("Saved."), lambda: self._settings.change(before, by))

    def _show_settings(self, settings: Settings) -> None:
        self._page.addresses.show_settings(settings)
        self.look()

    def _refuse_settings(self, error: Exception) -> None:
        if self._page.isVisible():
            self._tell(error)

    def _choose_sides(self, double: bool) -> None:
        printer = self._page.current()
        if printer is not None:
            self._set_up(replace(printer.setup, double_sided=double))

    def _correct(self, seen: Measured) -> None:
        printer = self._page.current()
        if printer is None:
            return
        try:
            placement = corrected(printer.setup.placement, seen)
        except RuleBroken as error:
            self._page.trial.refuse(error)
        else:
            self._place(placement)

    def _place(self, placement: Placement) -> None:
        printer = self._page.current()
        if printer is not None:
            self._set_up(replace(printer.setup, placement=placement))

    def _set_up(self, setup: PrinterSetup) -> None:
        by, set_up = self._officer, self._parts.set_up
        if by is not None:
            self._run(lambda: set_up(setup, by), self._offer_to_take_back, self._tell)

    def _offer_to_take_back(self, before: PrinterSetup) -> None:
        self._page.trial.clear()
        self._page.trial.focus_trial()
        self._page.notice.offer_undo(
            self.tr("Saved. Print a calibration card again to see whether it is right."),
            partial(self._take_back, before),
        )
        self.look()

    def _take_back(self, before: PrinterSetup) -> None:
        by, set_up = self._officer, self._parts.set_up
        if by is not None:
            self._run(lambda: set_up(before, by), lambda _after: self.look(), self._tell)

    # trying

    def _try(self, kind: TrialKind) -> None:
        printer, by, try_out = self._page.current(), self._officer, self._parts.try_out
        if printer is None or by is None or self._trial is not None:
            return
        self._page.trial.set_busy(True)
        self._page.notice.say(self.tr("The card is on its way to the printer."))
        address = printer.name.address
        self._run(lambda: try_out(address, kind, by), self._sent, self._not_sent)

    def _sent(self, trial: TrialSent) -> None:
        self._trial = trial
        self.changed.emit()
        self._poll_timer.start()

    def _not_sent(self, error: Exception) -> None:
        self._page.trial.set_busy(False)
        self.changed.emit()
        self._tell(error)

    def _poll(self) -> None:
        trial, by, try_out = self._trial, self._officer, self._parts.try_out
        if trial is None or by is None or self._polling_now:
            return
        self._polling_now = True
        self._run(lambda: try_out.poll(trial, by), self._polled, self._could_not_poll)

    def _polled(self, report: SpoolReport) -> None:
        self._polling_now = False
        if report.state is SpoolState.WAITING:
            return
        if report.state is SpoolState.NEEDS_ATTENTION:
            what, remedy = reason_and_remedy(report.reason)
            self._page.notice.say(
                f"{what}. {remedy}".strip(),
                Tone.WARN,
                action=self.tr("Give the card up"),
                do=self._forget,
            )
            return
        self._page.notice.say(self.tr("The printer says it is done. Look into the tray."), Tone.OK)
        self._forget()

    def _could_not_poll(self, error: Exception) -> None:
        self._polling_now = False
        self._tell(error)

    def _forget(self) -> None:
        """So that nothing comes out behind the next card."""
        trial, by, try_out = self._trial, self._officer, self._parts.try_out
        self._poll_timer.stop()
        if trial is None or by is None:
            return
        self._run(lambda: try_out.forget(trial, by), lambda _done: self._end_trial(), self._keep_trial)

    def _keep_trial(self, error: Exception) -> None:
        """The spooler could not be made to forget it: no further card is tried before that."""
        self._tell(error)
        self._poll_timer.start()

    def _end_trial(self) -> None:
        trial, self._trial = self._trial, None
        self._page.trial.set_busy(False)
        if trial is not None and trial.kind is TrialKind.CALIBRATION:
            self._page.trial.focus_marks()
        self.look()

    def _try_ticket(self, address: str) -> None:
        by, test_ticket = self._officer, self._parts.test_ticket
        if by is None:
            return
        self._page.addresses.set_busy(True)
        self._run(lambda: test_ticket(address, by), lambda _sent: self._ticket_sent(), self._no_ticket)

    def _ticket_sent(self) -> None:
        self._page.addresses.set_busy(False)
        self._page.addresses.show_ticket_sent()

    def _no_ticket(self, error: Exception) -> None:
        self._page.addresses.set_busy(False)
        if isinstance(error, LoketError):
            self._page.addresses.refuse_ticket(error)
        else:
            self.problem.emit(error)

    def _run(
        self, work: Callable[[], T], then: Callable[[T], None], otherwise: Callable[[Exception], None]
    ) -> None:
        self._background.run(self._page, work, then=then, otherwise=otherwise, lane=Lane.PAPER)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)
