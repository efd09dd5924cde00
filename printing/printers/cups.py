"""Card printers behind CUPS. Needs pycups; where it is missing no queue is listed."""

import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from app.cards.print_job import PrinterReason
from app.errors import NothingSent, Problem, YourEnvironment
from app.ports import PrinterName, PrinterState, SpoolReport, SpoolState
from printing.printers.cups_states import job_options, job_report, printer_state
from printing.printers.time_limit import within

PREFIX = "cups:"

_NOT_FOUND = 0x0406  # IPPError 1030: client-error-not-found
_NO_ANSWER = frozenset({0x0500, 0x0502})
"""What libcups reports in the server's place when a connection cannot be made or breaks."""

_CHUNK = 1 << 16

_Answer = TypeVar("_Answer")


class _NoServer(Exception):
    """The connection failed, broke or hung."""


class _Refused(Exception):
    """The server answered, with an IPP error."""

    def __init__(self, status: int) -> None:
        super().__init__(f"{status:#06x}")
        self.status = status


@dataclass(frozen=True, slots=True)
class CupsCardPrinter:
    """``host`` and ``port`` name the server; left out, the system's own or ``CUPS_SERVER`` is asked.

    ``seconds`` limits every single exchange with the server: an officer who answers for a card waits for it.
    """

    host: str = ""
    port: int = 631
    seconds: float = 4.0

    def list(self) -> tuple[PrinterName, ...]:
        """Nothing where pycups or the server is missing: then there is no such printer to choose."""
        try:
            queues = self._ask(lambda server: server.getPrinters())
        except (ImportError, _NoServer, _Refused):
            return ()
        return tuple(
            PrinterName(f"{PREFIX}{queue}", str(about.get("printer-info") or queue))
            for queue, about in sorted(queues.items())
        )

    def status(self, address: str) -> PrinterState:
        try:
            return printer_state(self._about(_queue(address)))
        except ImportError as error:
            raise YourEnvironment(Problem.PRINTER_MISSING, printer=address) from error
        except (_NoServer, _Refused):
            return PrinterState(ready=False, reason=PrinterReason.OFFLINE)

    def submit(self, address: str, document: bytes, unique_name: str) -> str:
        """Hand the document over in one job called ``unique_name``; returns the job's number.

        ``NothingSent`` while the server has certainly no byte of the document. Once it has a job to
        fill, every failure leaves the card in doubt: ``YourEnvironment(PRINTER_REFUSED)``.
        """
        queue = _queue(address)
        server, job = self._job_to_fill(address, unique_name)
        try:
            self._step(lambda: server.startDocument(queue, job, unique_name, "application/pdf", 1))
            for start in range(0, len(document), _CHUNK):
                chunk = document[start : start + _CHUNK]
                self._step(partial(server.writeRequestData, chunk, len(chunk)))
            self._step(lambda: server.finishDocument(queue))
        except (_NoServer, _Refused) as error:
            raise YourEnvironment(Problem.PRINTER_REFUSED, printer=address) from error
        return str(job)

    def _job_to_fill(self, address: str, unique_name: str) -> tuple[Any, int]:
        queue = _queue(address)
        try:
            server = self._connected()
            options = job_options(self._about(queue))
        except ImportError as error:
            raise NothingSent(Problem.PRINTER_MISSING, printer=address) from error
        except _NoServer as error:
            raise NothingSent(Problem.PRINTER_UNREACHABLE, printer=address) from error
        except _Refused as error:
            raise NothingSent(Problem.PRINTER_MISSING, printer=address) from error
        try:
            return server, self._step(lambda: server.createJob(queue, unique_name, options))
        except _Refused as error:  # an answer: there is no job, so nothing can come of it
            raise NothingSent(Problem.PRINTER_REFUSED, printer=address) from error
        except _NoServer as error:
            raise YourEnvironment(Problem.PRINTER_REFUSED, printer=address) from error

    def poll(self, address: str, ticket: str) -> SpoolReport:
        try:
            job = self._ask(lambda server: server.getJobAttributes(int(ticket)))
            return job_report(job, self._about(_queue(address)))
        except _Refused as error:
            lost = error.status == _NOT_FOUND
            return SpoolReport(SpoolState.UNKNOWN, PrinterReason.JOB_LOST if lost else PrinterReason.OTHER)
        except (ImportError, _NoServer):
            return SpoolReport(SpoolState.UNKNOWN, PrinterReason.OFFLINE)

    def cancel(self, address: str, unique_name: str) -> None:
        """Found by name, because a crash may have swallowed the job's number.

        A finished job is purged too, where the server lets us: it would keep the card's picture for a
        day, and that is personal data.
        """
        try:
            self._purge_until_gone(unique_name)
            for job in self._named(unique_name, "completed"):
                self._purge(job)
        except (ImportError, _NoServer) as error:
            raise YourEnvironment(Problem.SPOOL_NOT_CLEARED, printer=address) from error

    def _purge(self, job: int) -> None:
        """A refusal is not believed either way: whether the job is gone is looked up afterwards."""
        with contextlib.suppress(_Refused):
            self._ask(lambda server: server.cancelJob(job, purge_job=True))

    def _purge_until_gone(self, unique_name: str) -> None:
        """A job in the printer's hands takes a moment to be stopped, and one that was being made while its
        sender gave up may be listed only now."""
        until = time.monotonic() + self.seconds
        while jobs := self._named(unique_name, "not-completed"):
            for job in jobs:
                self._purge(job)
            if time.monotonic() > until:
                raise _NoServer
            time.sleep(0.05)

    def _named(self, unique_name: str, which: str) -> tuple[int, ...]:
        try:
            jobs = self._ask(
                lambda server: server.getJobs(
                    which_jobs=which, my_jobs=False, requested_attributes=["job-id", "job-name"]
                )
            )
        except _Refused as error:
            raise _NoServer from error
        return tuple(number for number, about in jobs.items() if about.get("job-name") == unique_name)

    def _about(self, queue: str) -> Mapping[str, Any]:
        about: Mapping[str, Any] = self._ask(lambda server: server.getPrinterAttributes(queue))
        return about

    def _ask(self, question: Callable[[Any], _Answer]) -> _Answer:
        server = self._connected()
        return self._step(lambda: question(server))

    def _connected(self) -> Any:
        import cups

        return self._step(cups.Connection)

    def _step(self, call: Callable[[], _Answer]) -> _Answer:
        """One exchange within the time limit, its failures told apart."""
        import cups

        def at_our_server() -> _Answer:
            if self.host:  # libcups keeps it for each thread, and createJob asks there and nowhere else
                cups.setServer(self.host)
                cups.setPort(self.port)
            return call()

        try:
            return within(self.seconds, at_our_server)
        except cups.IPPError as error:
            status = int(error.args[0])
            if status in _NO_ANSWER:
                raise _NoServer from error
            raise _Refused(status) from error
        except (RuntimeError, OSError, cups.HTTPError) as error:
            raise _NoServer from error


def _queue(address: str) -> str:
    return address.removeprefix(PREFIX)
