"""One Loket per folder of data: a second start brings the first window to the front and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.errors import Problem, YourEnvironment
from app.files import write_whole

_PATIENCE_MS = 2000


class SingleInstance(QObject):
    """The lock file decides who is first and outlives no process; the socket only carries the knock."""

    knocked = Signal()

    def __init__(self, lock: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "loket-" + hashlib.sha256(str(lock.resolve()).encode()).hexdigest()[:16]
        self._lock = QLockFile(str(lock))
        self._lock.setStaleLockTime(0)  # stale only when its process is gone
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_knock)

    def claim(self) -> bool:
        """True for the first; otherwise the first has been asked to show itself.

        Raises ``YourEnvironment`` with ``FILE_NOT_WRITTEN`` or ``DISK_FULL`` where nobody could work: the
        folder takes no file.
        """
        if not self._lock.tryLock(0):
            file = Path(self._lock.fileName())
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                raise YourEnvironment(Problem.FILE_NOT_WRITTEN, file=file.name, folder=str(file.parent))
            if not self._knock():
                _try_folder(file)
            return False
        QLocalServer.removeServer(self._name)  # a crash leaves its socket behind
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        self._server.close()
        self._lock.unlock()

    def _knock(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(_PATIENCE_MS)
        if answered:
            socket.disconnectFromServer()
        return answered

    def _on_knock(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            visitor.disconnected.connect(visitor.deleteLater)
            visitor.disconnectFromServer()
            self.knocked.emit()


def _try_folder(lock: Path) -> None:
    """Nobody answers: either the first is only starting, or a crash left its lock where nothing can be
    taken away, on a full disk or in a folder that may only be read."""
    probe = lock.with_name(lock.name + ".probe")
    write_whole(probe, b"?")
    probe.unlink()
