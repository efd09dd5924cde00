"""The printer that is always there: each card becomes a PDF in the folder ``kartu``."""

from dataclasses import dataclass
from pathlib import Path

from app.cards.print_job import PrinterReason
from app.errors import NothingSent, YourEnvironment
from app.files import write_whole
from app.ports import PrinterName, PrinterState, SpoolReport, SpoolState

ADDRESS = "pdf_file:"


@dataclass(frozen=True, slots=True)
class PdfFilePrinter:
    """``out`` is the folder of papers; a ticket is the file's name."""

    out: Path

    def list(self) -> tuple[PrinterName, ...]:
        return (PrinterName(ADDRESS, "PDF"),)

    def status(self, address: str) -> PrinterState:
        return PrinterState(ready=True)

    def submit(self, address: str, document: bytes, unique_name: str) -> str:
        """``NothingSent`` when the file could not be written: it is there whole or not at all."""
        file = self._file(f"{unique_name}.pdf")
        try:
            write_whole(file, document)
        except YourEnvironment as error:
            raise NothingSent(error.problem, **error.facts) from error
        return file.name

    def poll(self, address: str, ticket: str) -> SpoolReport:
        if self._file(ticket).is_file():
            return SpoolReport(SpoolState.CLAIMED_DONE)
        return SpoolReport(SpoolState.UNKNOWN, PrinterReason.JOB_LOST)

    def cancel(self, address: str, unique_name: str) -> None:
        """A written file prints nothing by itself later; it stays for the officer to see."""

    def _file(self, name: str) -> Path:
        return self.out / "kartu" / name
