"""Ticket printers that understand ESC/POS: on the network by ``socket://host:9100``, else by their device."""

import socket
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from app.errors import Problem, YourEnvironment
from app.ports import Slip
from printing.printers.time_limit import within
from printing.slip import slip_bytes

_PORT = 9100


@dataclass(frozen=True, slots=True)
class EscposSlipPrinter:
    """``seconds`` limits the whole slip: a ticket printer that is out of paper takes bytes and waits.

    The bytes are sent from here: the library's own network printer leaves its socket open when it is refused.
    """

    seconds: float = 5.0

    def print_slip(self, address: str, slip: Slip) -> None:
        content = slip_bytes(slip)
        network = _network(address)
        try:
            within(self.seconds, lambda: self._send(network or Path(address), content))
        except OSError as error:  # a TimeoutError is one of them
            raise YourEnvironment(Problem.PRINTER_UNREACHABLE, printer=address) from error

    def _send(self, to: tuple[str, int] | Path, content: bytes) -> None:
        if isinstance(to, Path):
            with to.open("wb", buffering=0) as device:
                device.write(content)
        else:
            with socket.create_connection(to, timeout=self.seconds) as connection:
                connection.sendall(content)


def _network(address: str) -> tuple[str, int] | None:
    """None for a device that is there; ``PRINTER_MISSING`` for what is neither."""
    try:
        place = urlsplit(address)
        if place.scheme == "socket" and place.hostname:
            return place.hostname, place.port or _PORT
    except ValueError as error:  # a port that is none
        raise YourEnvironment(Problem.PRINTER_MISSING, printer=address) from error
    if not address.strip() or not Path(address).exists():
        raise YourEnvironment(Problem.PRINTER_MISSING, printer=address)
    return None
