"""The part of pywin32's win32print that Loket uses, with a queue that does as a test says. Never Windows."""

from typing import Any

from app.ports import PageImage
from printing.printers.windows import Picture


class SpoolerError(Exception):
    """As ``win32print.error``."""


class FakeSpooler:
    """``jobs`` is the queue; ``status`` and ``attributes`` are those of its one printer."""

    error = SpoolerError

    def __init__(self, name: str = "Zebra ZC300") -> None:
        self.name = name
        self.status = self.attributes = 0
        self.jobs: list[dict[str, Any]] = []
        self.down = self.keeps_jobs = False
        self.open_handles = 0
        self.drawn: list[tuple[str, list[PageImage]]] = []
        self.begins = True

    @property
    def address(self) -> str:
        return f"windows:{self.name}"

    def draw(self, printer: str, document_name: str, pages: int, picture: Picture) -> bool:
        """What Qt and the driver do: a job appears in the queue."""
        if not self.begins:
            return False
        assert printer == self.name
        self.drawn.append((document_name, [picture(page, 300) for page in range(pages)]))
        self.jobs.append({"JobId": len(self.drawn), "pDocument": document_name, "Status": 0x10})
        return True

    def print_all(self) -> None:
        """Done, and out of the queue before anybody asks."""
        self.jobs.clear()

    def EnumPrinters(self, _flags: int, _name: None, _level: int) -> tuple[dict[str, Any], ...]:
        self._answer()
        return ({"pPrinterName": self.name},)

    def OpenPrinter(self, name: str) -> int:
        self._answer()
        if name != self.name:
            raise SpoolerError(1801, "OpenPrinter", "The printer name is invalid.")
        self.open_handles += 1
        return 1

    def ClosePrinter(self, _handle: int) -> None:
        self.open_handles -= 1

    def GetPrinter(self, _handle: int, _level: int) -> dict[str, Any]:
        self._answer()
        return {"Status": self.status, "Attributes": self.attributes}

    def EnumJobs(self, _handle: int, _first: int, _count: int, _level: int) -> tuple[dict[str, Any], ...]:
        self._answer()
        return tuple(self.jobs)

    def SetJob(self, _handle: int, job: int, _level: int, _info: None, command: int) -> None:
        assert command == 5, "JOB_CONTROL_DELETE"
        self._answer()
        if self.keeps_jobs:
            raise SpoolerError(5, "SetJob", "Access is denied.")
        self.jobs = [kept for kept in self.jobs if kept["JobId"] != job]

    def _answer(self) -> None:
        if self.down:
            raise SpoolerError(1722, "OpenPrinter", "The RPC server is unavailable.")
