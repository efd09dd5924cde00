"""A card printer whose tray can be looked into: every card that came out is a file in a folder."""

import time
from pathlib import Path

from app.cards.print_job import PrinterReason
from app.ports import PrinterName, PrinterState, SpoolReport, SpoolState


class TrayPrinter:
    """Takes a moment before and after the card falls, so that a kill can strike on either side.

    The same document sent twice makes two cards: a printer cannot know better.
    """

    def __init__(self, tray: Path, moment: float = 0.002) -> None:
        self._tray = tray
        self._moment = moment
        tray.mkdir(parents=True, exist_ok=True)

    def list(self) -> tuple[PrinterName, ...]:
        return (PrinterName("tray:", "Tray"),)

    def status(self, address: str) -> PrinterState:
        return PrinterState(True, PrinterReason.NONE)

    def submit(self, address: str, document: bytes, unique_name: str) -> str:
        time.sleep(self._moment)
        card = self._tray / f"{unique_name}#{time.monotonic_ns()}"
        card.write_bytes(document)
        time.sleep(self._moment)
        return unique_name

    def poll(self, address: str, ticket: str) -> SpoolReport:
        return SpoolReport(SpoolState.CLAIMED_DONE)

    def cancel(self, address: str, unique_name: str) -> None:
        """A card that fell cannot be called back."""

    def fallen(self) -> tuple[str, ...]:
        """Document names of the cards in the tray, one for each card."""
        return tuple(card.name.split("#")[0] for card in self._tray.iterdir())
