"""Card printers of Evolis through the vendor's own kit. Without the kit none is listed.

The kit is an extra: it states no licence, so it never comes with the program. It raises nothing; every answer
is looked at. A card goes to the printer whole and the kit waits until it is out, on a thread of its own.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from PIL import Image

from app.cards.print_job import PrinterReason
from app.errors import NothingSent, Problem, YourEnvironment
from app.ports import PrinterName, PrinterState, SpoolReport, SpoolState
from printing.printers.evolis_states import AT_WORK, print_report, printer_state
from printing.printers.time_limit import Begun, begin, within
from printing.raster import HEIGHT_DOTS, WIDTH_DOTS, CardBitmap, card_bitmap, page_count

PREFIX = "evolis:"

_Answer = TypeVar("_Answer")


class _NotReached(Exception):
    """No kit, no printer, or no answer in time."""


@dataclass(slots=True)
class _Print:
    """One card on its way; ``report`` is filled by the thread that waits for the printer."""

    address: str
    work: Begun | None = None
    report: SpoolReport | None = None

    @property
    def running(self) -> bool:
        return self.work is not None and self.work.running


@dataclass(frozen=True, slots=True)
class EvolisCardPrinter:
    """``configured`` gives the network addresses (``socket://host:9100``) typed for this desk; what the kit
    finds by itself is listed too.

    ``seconds`` limits every question to the printer, ``card_seconds`` how long the kit waits for one card,
    ``reset_seconds`` how long a printer may take to start anew.
    """

    configured: Callable[[], Sequence[str]] = tuple
    seconds: float = 10.0
    card_seconds: float = 300.0
    reset_seconds: float = 60.0
    _prints: dict[str, _Print] = field(default_factory=dict)

    def list(self) -> tuple[PrinterName, ...]:
        try:
            kit = _kit()
            found = within(self.seconds, kit.Evolis.get_devices)
        except (_NotReached, TimeoutError):
            return ()
        names = [PrinterName(f"{PREFIX}{uri}", f"Evolis {uri.split('//')[-1]}") for uri in self.configured()]
        names += [
            PrinterName(f"{PREFIX}{device.name}", device.displayName or device.name) for device in found
        ]
        return tuple(names)

    def status(self, address: str) -> PrinterState:
        if self._busy(address):  # the kit speaks with it already
            return PrinterState(ready=True)
        try:
            with self._opened(address) as printer:
                minor, ribbon = self._minor(printer), self._ask(printer.get_ribbon_info)
                return printer_state(minor, ribbon, self._ask(printer.get_cleaning_info))
        except _NotReached:
            return PrinterState(ready=False, reason=PrinterReason.OFFLINE)

    def submit(self, address: str, document: bytes, unique_name: str) -> str:
        """Begin the card and return at once. ``NothingSent`` while nothing has been begun."""
        if self._busy(address):
            raise NothingSent(Problem.PRINTER_REFUSED, printer=address)
        sides = [card_bitmap(document, page) for page in range(page_count(document))]
        if any((side.colour.width, side.colour.height) != (WIDTH_DOTS, HEIGHT_DOTS) for side in sides):
            raise NothingSent(Problem.PRINTER_REFUSED, printer=address)  # the kit would silently stretch it
        try:
            printer = self._open(address)
        except _NotReached as error:
            raise NothingSent(Problem.PRINTER_UNREACHABLE, printer=address) from error
        try:
            session = self._filled(printer, sides)
        except _NotReached as error:
            self._close(printer)
            raise NothingSent(Problem.PRINTER_REFUSED, printer=address) from error
        card = self._prints[unique_name] = _Print(address)
        card.work = begin(partial(self._carry_out, card, printer, session))
        return unique_name

    def poll(self, address: str, ticket: str) -> SpoolReport:
        card = self._prints.get(ticket)
        if card is None:  # begun by a program that is no more
            return SpoolReport(SpoolState.UNKNOWN, PrinterReason.JOB_LOST)
        if card.running:
            return SpoolReport(SpoolState.WAITING)
        return card.report or SpoolReport(SpoolState.UNKNOWN, PrinterReason.OTHER)

    def cancel(self, address: str, unique_name: str) -> None:
        """There is no queue: a card is in the printer or it is not.

        What came out well has left nothing behind. After everything else the printer is asked, and one that
        does not say that it is idle is started anew, which makes it forget.
        """
        card = self._prints.get(unique_name)
        if card is not None and card.work is not None and not card.work.ended_within(self.seconds):
            raise YourEnvironment(Problem.SPOOL_NOT_CLEARED, printer=address)
        came_out = card is not None and card.report == SpoolReport(SpoolState.CLAIMED_DONE)
        # a later card that was taken proves that the printer held none before it
        if not came_out and not self._busy(address):
            self._make_it_forget(address)
        self._prints.pop(unique_name, None)

    def _make_it_forget(self, address: str) -> None:
        try:
            with self._opened(address) as printer:
                if not self._ask(printer.clear_mechanical_errors):
                    raise _NotReached
                minor = self._minor(printer)
                unsure = minor in AT_WORK or minor in ("PRINTER_STATUS_DISABLED", "PRINTER_UNKNOWN")
                if unsure and not self._ask(
                    lambda: printer.reset(round(self.reset_seconds)), self.reset_seconds + self.seconds
                ):
                    raise _NotReached
        except _NotReached as error:
            raise YourEnvironment(Problem.SPOOL_NOT_CLEARED, printer=address) from error

    def _filled(self, printer: Any, sides: Sequence[CardBitmap]) -> Any:
        """A session that holds the card. The printer must not go on by itself after a fault: it would print a
        card that was answered for meanwhile."""
        kit = _kit()
        if not self._ask(lambda: printer.set_error_management(kit.ErrorManagement.SOFTWARE)):
            raise _NotReached
        session = self._ask(lambda: kit.PrintSession(printer))
        if not self._ask(session.init):
            raise _NotReached
        for face, side in zip((kit.CardFace.FRONT, kit.CardFace.BACK), sides, strict=False):
            colour, black = _as_files(side)
            taken = self._ask(partial(session.set_image_buffer, face, colour))
            if not (taken and self._ask(partial(session.set_black_buffer, face, black))):
                raise _NotReached
        return session

    def _carry_out(self, card: _Print, printer: Any, session: Any) -> None:
        code = session.print(round(self.card_seconds * 1000)).name
        minor = "" if code == "OK" else printer.get_state().minor.name
        card.report = print_report(code, minor)
        printer.close()

    def _busy(self, address: str) -> bool:
        return any(card.address == address and card.running for card in self._prints.values())

    def _minor(self, printer: Any) -> str:
        return str(self._ask(printer.get_state).minor.name)

    @contextmanager
    def _opened(self, address: str) -> Iterator[Any]:
        printer = self._open(address)
        try:
            yield printer
        finally:
            self._close(printer)

    def _open(self, address: str) -> Any:
        kit, name = _kit(), address.removeprefix(PREFIX)
        mode = kit.OpenMode.DIRECT if name.startswith("socket://") else kit.OpenMode.AUTO
        printer = self._ask(lambda: kit.Connection(name, mode))
        if printer.get_context() is None:  # while its last error says OK
            raise _NotReached
        return printer

    def _close(self, printer: Any) -> None:
        self._ask(printer.close)

    def _ask(self, question: Callable[[], _Answer], seconds: float | None = None) -> _Answer:
        try:
            return within(seconds or self.seconds, question)
        except TimeoutError as error:
            raise _NotReached from error


def _kit() -> Any:
    try:
        import evolis
    except (ImportError, OSError) as error:  # not installed, or its library does not load here
        raise _NotReached from error
    return evolis


def _as_files(side: CardBitmap) -> tuple[bytes, bytes]:
    """The colours and the black layer as BMP; black dots are 0 there."""
    size = (WIDTH_DOTS, HEIGHT_DOTS)
    black = Image.frombytes("1", size, side.black).point(lambda dot: not dot)
    return _bmp(Image.frombytes("RGB", size, side.colour.rgb)), _bmp(black)


def _bmp(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "BMP")
    return file.getvalue()
