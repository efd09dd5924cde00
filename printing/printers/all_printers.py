"""Every card printer of the desk behind one contract: the address says whose it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.errors import NothingSent, Problem, YourEnvironment
from app.ports import CardPrinter, PrinterName, PrinterState, SpoolReport


@dataclass(frozen=True, slots=True)
class AllPrinters:
    """``backends`` by the word before the colon of their addresses."""

    backends: Mapping[str, CardPrinter]

    def list(self) -> tuple[PrinterName, ...]:
        return tuple(name for backend in self.backends.values() for name in backend.list())

    def status(self, address: str) -> PrinterState:
        return self._of(address).status(address)

    def submit(self, address: str, document: bytes, unique_name: str) -> str:
        try:
            printer = self._of(address)
        except YourEnvironment as error:
            raise NothingSent(error.problem, **error.facts) from error
        return printer.submit(address, document, unique_name)

    def poll(self, address: str, ticket: str) -> SpoolReport:
        return self._of(address).poll(address, ticket)

    def cancel(self, address: str, unique_name: str) -> None:
        self._of(address).cancel(address, unique_name)

    def _of(self, address: str) -> CardPrinter:
        backend = address.partition(":")[0]
        if backend not in self.backends:
            raise YourEnvironment(Problem.PRINTER_MISSING, printer=address)
        return self.backends[backend]
