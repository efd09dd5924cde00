"""An Evolis printer for tests, on TCP: what the vendor's kit was seen to send and to be content with.

One connection per exchange: a probe that is closed at once, an empty one that reads the status, a command
with its answer, or a whole card. The binary status is not reproduced, so the kit says that it is disabled:
states, ribbon and cleaning are tested with recorded values.
"""

import socket
import threading
from types import TracebackType
from typing import Self

_ANSWERS = {"Rok": "OK", "Rtp": "Evolis Primacy 2", "Rfv": "1000", "Rsn": "10000123456"}
_PROBE, _ESCAPE = b"\x1c", b"\x1b"
_CARD_BYTES = 100_000
"""No command is this long."""


class FakeEvolis:
    """Started by ``with``; ``uri`` is what is typed for it. ``hang()``: it takes
    connections and says nothing."""

    def __init__(self) -> None:
        self.cards: list[int] = []
        self.commands: list[str] = []
        self.answers = dict(_ANSWERS)
        self._silent = threading.Event()
        self._closing = threading.Event()
        self._talks: list[threading.Thread] = []
        self._server = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="fake-evolis")

    @property
    def uri(self) -> str:
        return f"socket://127.0.0.1:{self._server.getsockname()[1]}"

    @property
    def address(self) -> str:
        return f"evolis:{self.uri}"

    def hang(self) -> None:
        self._silent.set()

    def wake(self) -> None:
        self._silent.clear()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.unplug()

    def unplug(self) -> None:
        self._closing.set()
        if self._thread.is_alive():
            self._server.shutdown(socket.SHUT_RDWR)
            self._thread.join()
        self._server.close()
        for talk in self._talks:
            talk.join()

    def _serve(self) -> None:
        while not self._closing.is_set():
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            talk = threading.Thread(target=self._talk, args=(connection,))
            self._talks.append(talk)
            talk.start()

    def _talk(self, connection: socket.socket) -> None:
        with connection:
            while self._silent.is_set() and not self._closing.wait(0.02):
                pass
            received = b""
            while chunk := connection.recv(1 << 16):
                received += chunk
                if received.startswith(_PROBE):
                    return
            self._answer(connection, received)

    def _answer(self, connection: socket.socket, received: bytes) -> None:
        if len(received) > _CARD_BYTES:
            self.cards.append(len(received))
        if not received:
            connection.sendall(b"OK\r")
        elif received.startswith(_ESCAPE):
            command = received[1:].split(b"\r")[0].decode("latin1")
            self.commands.append(command)
            answer = self.answers.get(command, self.answers.get(command.split(";")[0], "OK"))
            connection.sendall(answer.encode() + b"\0")
