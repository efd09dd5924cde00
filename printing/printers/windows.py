"""Card printers behind the Windows spooler: jobs through pywin32, pages through whoever can draw them."""

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from app.cards.print_job import PrinterReason
from app.errors import NothingSent, Problem, YourEnvironment
from app.ports import PageImage, PrinterName, PrinterState, SpoolReport, SpoolState
from printing.printers.time_limit import within
from printing.printers.windows_states import job_report, printer_state, reason_of
from printing.raster import card_picture, page_count

PREFIX = "windows:"

Picture = Callable[[int, int], PageImage]
"""``picture(page, dots_per_inch)``: one side of the card."""

DrawCard = Callable[[str, str, int, Picture], bool]
"""``draw(printer, document_name, pages, picture)``: print the pages as one document; False when the printer
refused to begin, so that certainly nothing was sent."""

_LOCAL, _CONNECTIONS = 0x2, 0x4
_DELETE = 5
_EVERY_JOB = 999

_Answer = TypeVar("_Answer")


class _NoSpooler(Exception):
    """It is not there, refused, or did not answer in time."""


def _win32print() -> Any:
    import win32print

    return win32print


@dataclass(frozen=True, slots=True)
class WindowsCardPrinter:
    """``draw`` lives where Qt may be used. A ticket is the document's unique name: the job is found by it."""

    draw: DrawCard
    spooler: Callable[[], Any] = _win32print
    seconds: float = 10.0

    def list(self) -> tuple[PrinterName, ...]:
        """Nothing where there is no such spooler."""
        try:
            found = self._ask(lambda spooler: spooler.EnumPrinters(_LOCAL | _CONNECTIONS, None, 4))
        except (ImportError, _NoSpooler):
            return ()
        return tuple(PrinterName(f"{PREFIX}{one['pPrinterName']}", one["pPrinterName"]) for one in found)

    def status(self, address: str) -> PrinterState:
        try:
            about = self._about(address)
        except ImportError as error:
            raise YourEnvironment(Problem.PRINTER_MISSING, printer=address) from error
        except _NoSpooler:
            return PrinterState(ready=False, reason=PrinterReason.OFFLINE)
        return printer_state(about["Status"], about["Attributes"])

    def submit(self, address: str, document: bytes, unique_name: str) -> str:
        """Drawing has its own end: what the driver does with a page cannot be left half-way."""
        try:
            self._about(address)
        except ImportError as error:
            raise NothingSent(Problem.PRINTER_MISSING, printer=address) from error
        except _NoSpooler as error:
            raise NothingSent(Problem.PRINTER_UNREACHABLE, printer=address) from error
        picture = partial(card_picture, document)
        if not self.draw(_name(address), unique_name, page_count(document), picture):
            raise NothingSent(Problem.PRINTER_REFUSED, printer=address)
        return unique_name

    def poll(self, address: str, ticket: str) -> SpoolReport:
        try:
            jobs, about = self._named(address, ticket), self._about(address)
        except (ImportError, _NoSpooler):
            return SpoolReport(SpoolState.UNKNOWN, PrinterReason.OFFLINE)
        status = jobs[0]["Status"] if jobs else None
        return job_report(status, reason_of(about["Status"], about["Attributes"]))

    def cancel(self, address: str, unique_name: str) -> None:
        """Asked until the spooler lists it no more: one that is being deleted can still print."""
        until = time.monotonic() + self.seconds
        try:
            while jobs := self._named(address, unique_name):
                for job in jobs:
                    with suppress(_NoSpooler):  # refused or gone meanwhile: looked up again
                        self._delete(address, job["JobId"])
                if time.monotonic() > until:
                    raise _NoSpooler
                time.sleep(0.05)
        except (ImportError, _NoSpooler) as error:
            raise YourEnvironment(Problem.SPOOL_NOT_CLEARED, printer=address) from error

    def _delete(self, address: str, job: int) -> None:
        self._at(address, lambda spooler, handle: spooler.SetJob(handle, job, 0, None, _DELETE))

    def _named(self, address: str, unique_name: str) -> tuple[Mapping[str, Any], ...]:
        jobs = self._at(address, lambda spooler, handle: spooler.EnumJobs(handle, 0, _EVERY_JOB, 1))
        return tuple(job for job in jobs if job["pDocument"] == unique_name)

    def _about(self, address: str) -> Mapping[str, Any]:
        about: Mapping[str, Any] = self._at(address, lambda spooler, handle: spooler.GetPrinter(handle, 2))
        return about

    def _at(self, address: str, question: Callable[[Any, Any], _Answer]) -> _Answer:
        def opened(spooler: Any) -> _Answer:
            handle = spooler.OpenPrinter(_name(address))
            try:
                return question(spooler, handle)
            finally:
                spooler.ClosePrinter(handle)

        return self._ask(opened)

    def _ask(self, question: Callable[[Any], _Answer]) -> _Answer:
        spooler = self.spooler()
        try:
            return within(self.seconds, lambda: question(spooler))
        except (spooler.error, TimeoutError) as error:
            raise _NoSpooler from error


def _name(address: str) -> str:
    return address.removeprefix(PREFIX)
