"""Carries the room "Cetak kartu": reads the open cards, sends the owed ones, stores what a person saw."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.cards.card_stock import BlankLevel
from app.cards.print_job import CardJob, CardState, GiveUpReason, PrinterReason, SpoiledReason
from app.errors import RuleBroken
from app.ports import CardToAnswer
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from app.trust.person_shown import View
from ui.background import Background, Lane
from ui.cards.card_room_page import CardRoomPage
from ui.cards.printer_choice import PrinterFound, look_for_printers
from ui.errands import Errands
from ui.parts import Parts

T = TypeVar("T")

POLL_MS = 700
PRINTERS_MS = 5_000
ASK_AFTER_MS = 30_000
LATEST = 100


@dataclass(frozen=True, slots=True)
class _Room:
    """What the database says at this moment."""

    open_cards: tuple[CardToAnswer, ...]
    latest: tuple[CardToAnswer, ...]
    blanks: BlankLevel

    @property
    def in_doubt(self) -> list[CardToAnswer]:
        """Those the program lost sight of first: nobody else remembers them. A batch asks about its own."""
        doubted = [card for card in self.open_cards if card.job.in_doubt and card.job.batch_id is None]
        return sorted(doubted, key=lambda card: card.job.printer_reason is not PrinterReason.RESTARTED)

    @property
    def owed(self) -> list[CardToAnswer]:
        return [card for card in self.open_cards if card.job.owed and card.job.batch_id is None]


_NO_ROOM = _Room((), (), BlankLevel(0, 0, 0, 0, 0))


class CardRoomPresenter(QObject):
    """``open_count_changed`` tells how many cards wait for an answer, ``read`` that the room shows what is
    stored now, ``changed`` that a card moved here, ``problem`` an error no page has words for."""

    open_count_changed = Signal(int)
    read = Signal()
    changed = Signal()
    problem = Signal(object)

    def __init__(
        self,
        page: CardRoomPage,
        parts: Parts,
        background: Background,
        printer: str,
        *,
        ask_after: int = ASK_AFTER_MS,
    ) -> None:
        """``printer`` is the address the settings keep; ``ask_after`` is in milliseconds."""
        super().__init__(page)
        self._page, self._parts = page, parts
        self._errands = Errands(page, background, page.notice, page.show_busy)
        self._errands.problem.connect(self.problem)
        self._printer = printer
        self._officer: Officer | None = None
        self._room = _NO_ROOM
        self._waiting = 0
        self._entering = True
        self._just_sent = 0
        self._fresh = False  # just sent: a quick printer is asked at once
        self._next_poll = QTimer(self, singleShot=True)
        self._patience = QTimer(self, singleShot=True, interval=ask_after)
        self._printers = QTimer(self, interval=PRINTERS_MS)
        self._next_poll.timeout.connect(self._poll)
        self._patience.timeout.connect(self._show_room)
        self._printers.timeout.connect(self._look_for_printers)
        page.shown.connect(self._enter)
        page.answered.connect(self._answer)
        page.print_asked.connect(self._print)
        page.given_up.connect(self._give_up)
        page.blanks_received.connect(self._receive)
        page.reveal_asked.connect(self._reveal)
        page.printer.chosen.connect(self.use_printer)

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter."""
        self._officer = officer if may(officer.role, Right.PRINT_CARD) else None
        self._page.offer_booking(may(officer.role, Right.KEEP_BLANKS))
        self._page.offer_numbers(may(officer.role, Right.SEE_NUMBERS))
        if self._officer is None:
            self._leave()
            return
        self._printers.start()
        self._look_for_printers()
        self.refresh()

    def refresh(self) -> None:
        """Read the room again; also called when a card moved somewhere else. While nobody looks into it,
        only how many cards wait is asked: who they belong to is read, and told, when the room is shown."""
        officer, cards = self._officer, self._parts.cards
        if officer is None:
            return
        if not self._page.isVisible():
            self._errands.ask(lambda: cards.to_check.in_doubt(officer), self._count)
            return

        def read() -> _Room:
            return _Room(cards.to_check(officer), cards.latest(LATEST, officer), cards.blanks(officer))

        self._errands.ask(read, self._show_fresh)

    def _leave(self) -> None:
        """Who sits here now may not print: nothing of what was read for another stays in the room."""
        self._printers.stop()
        self._next_poll.stop()
        self._room = _NO_ROOM
        self._show_room()
        self._count(0)

    def use_printer(self, address: str) -> None:
        """Another printer was chosen, here or in the settings."""
        self._printer = address
        self._look_for_printers()

    def scanned(self, text: str) -> None:
        """A card held under the scanner came out: its own answer, whichever row is selected."""
        officer, answer = self._officer, self._parts.cards.answer_by_scan
        if officer is not None:
            self._move(lambda: answer(text, officer), self._moved)

    def _enter(self) -> None:
        self._entering = True
        if self._officer is not None:
            self.refresh()
            self._look_for_printers()

    def _look_for_printers(self) -> None:
        printer = self._parts.cards.printer
        if self._page.isVisible() and not self._errands.busy:
            self._errands.ask(lambda: look_for_printers(printer), self._show_printers, lane=Lane.PAPER)

    def _show_printers(self, found: tuple[PrinterFound, ...]) -> None:
        self._page.printer.show_printers(found, self._printer)

    def _show_fresh(self, room: _Room) -> None:
        if self._officer is None:
            return
        self._room = room
        self._show_room()
        self._page.show_blanks(room.blanks)
        if self._entering:
            self._entering = False
            self._page.take_focus()
        self.read.emit()
        self._count(sum(card.job.in_doubt for card in room.open_cards))

    def _count(self, waiting: int) -> None:
        if waiting != self._waiting:
            self._waiting = waiting
            self.open_count_changed.emit(waiting)

    def _show_room(self) -> None:
        room = self._room
        waiting = {self._just_sent} if self._patience.isActive() else set()
        being_sent = {
            card.job.id
            for card in room.in_doubt
            if card.job.id in waiting and card.job.state is CardState.SENDING
        }
        self._page.show_cards(room.in_doubt, room.owed, room.latest, being_sent)
        if any(card.job.on_its_way for card in room.in_doubt):
            self._next_poll.start(0 if self._fresh else POLL_MS)
            self._fresh = False

    def _poll(self) -> None:
        officer, poll = self._officer, self._parts.cards.poll
        before = [card.job for card in self._room.in_doubt if card.job.on_its_way]
        if officer is None or self._errands.busy or not before or not self._page.isVisible():
            return

        def follow(after: list[CardJob]) -> None:
            if after == before:
                self._next_poll.start(POLL_MS)
            else:
                self.changed.emit()
                self.refresh()

        self._errands.ask(
            lambda: [poll(job.id, officer) for job in before],
            follow,
            otherwise=self._poll_failed,
            lane=Lane.PAPER,
        )

    def _poll_failed(self, error: Exception) -> None:
        if isinstance(error, RuleBroken):  # answered somewhere else meanwhile
            self.refresh()
            return
        self._errands.tell(error)
        self._patience.stop()
        self._show_room()
        self._next_poll.start(PRINTERS_MS)

    def _print(self, job_id: int) -> None:
        officer, address, cards = self._officer, self._printer, self._parts.cards
        job = next((card.job for card in self._room.owed if card.job.id == job_id), None)
        if officer is None or job is None or self._errands.busy:
            return

        def print_card() -> CardJob:
            asked = cards.ask(job.membership_id, address, officer)
            return cards.send(asked.id, officer)

        self._move(print_card, self._sent)

    def _answer(self, job_id: int, answer: CardState, spoiled: SpoiledReason | None) -> None:
        officer, store = self._officer, self._parts.cards.answer
        if officer is not None:
            self._move(lambda: store(job_id, answer, officer, spoiled), self._moved)

    def _give_up(self, job_id: int, reason: GiveUpReason) -> None:
        officer, cancel = self._officer, self._parts.cards.cancel
        if officer is not None:
            self._move(lambda: cancel(job_id, reason, officer), self._moved)

    def _receive(self, quantity: int) -> None:
        officer, blanks = self._officer, self._parts.cards.blanks
        if officer is not None:
            self._move(
                lambda: blanks.receive(quantity, officer),
                lambda _level: self._booked(quantity),
            )

    def _reveal(self, membership_id: int) -> None:
        officer, reveal = self._officer, self._parts.visit.reveal
        if officer is not None:
            self._errands.ask(
                lambda: reveal.kpj(membership_id, View.CARD_LIST, officer),
                lambda kpj: self._page.show_kpj(membership_id, kpj),
            )

    def _booked(self, quantity: int) -> None:
        self._page.show_booked(quantity)
        self._settled()

    def _sent(self, job: CardJob) -> None:
        self._just_sent = job.id
        self._patience.start()
        self._fresh = True
        self._settled()

    def _moved(self, _job: CardJob) -> None:
        self._settled()

    def _not_moved(self, error: Exception) -> None:
        self._errands.tell(error)
        self._settled()

    def _move(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._errands.move(work, then, otherwise=self._not_moved)

    def _settled(self) -> None:
        self.changed.emit()
        self.refresh()
