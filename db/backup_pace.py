"""The pace of a backup: tells whoever watches, and ends it when they want or the medium is too slow."""

import time

from app.errors import Problem, YourEnvironment
from app.trust.backup import BackupProgress, BackupStage, Cancelled, Watch

SLOWEST = 500_000
"""Bytes a second, all in all: a slower medium would keep the backup running into the next one."""

_START = 60.0
_EVERY = 0.1


class Pace:
    """One for each backup or restore, used on the thread that does it."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._stage, self._done, self._total = BackupStage.COPYING, 0, 0
        self._told_at = 0.0
        self._until: float | None = None
        self._ended: Exception | None = None

    def allow(self, size: int) -> None:
        """From now on the medium has as long as a slow one needs for so many bytes."""
        self._until = time.monotonic() + _START + size / SLOWEST

    def begin(self, stage: BackupStage, total: int) -> None:
        self._stage, self._done, self._total = stage, 0, total
        self._told_at = 0.0
        self.add(0)

    def add(self, size: int) -> None:
        """Raises :class:`~app.trust.backup.Cancelled`, or ``YourEnvironment(BACKUP_TOO_SLOW)``."""
        if not self.reached(self._done + size):
            self.end()

    def reached(self, done: int) -> bool:
        """The same for a driver that may not be left by an exception: False, and :meth:`end` raises it."""
        self._done = done
        now = time.monotonic()
        if self._until is not None and now > self._until:
            self._ended = YourEnvironment(Problem.BACKUP_TOO_SLOW)
        elif now - self._told_at >= _EVERY:
            self._told_at = now
            progress = BackupProgress(self._stage, min(self._done, self._total), self._total)
            if not self._watch(progress):
                self._ended = Cancelled()
        return self._ended is None

    def end(self) -> None:
        """Raise why the work was ended, if it was."""
        if self._ended is not None:
            raise self._ended
