"""What is looked after behind the counter: each page of the file after the first sign-in, and backups."""

from PySide6.QtCore import QObject, QTimer

from app.errors import StorageUnavailable
from app.trust.backup import BackupProgress, BackupStatus
from ui.background import Background, Lane
from ui.main_window import MainWindow
from ui.parts import UpkeepParts
from ui.problems import Problems
from ui.tone import Tone
from ui.wording.backup_words import backup_words

MINUTE_MS = 60_000


class Upkeep(QObject):
    """``begin()`` once the database stands open, ``look()`` after whatever may make a backup due, ``end()``
    before the program closes: a backup half made leaves nothing behind."""

    def __init__(
        self, window: MainWindow, parts: UpkeepParts, background: Background, problems: Problems
    ) -> None:
        super().__init__(window)
        self._window, self._parts, self._background = window, parts, background
        self._problems = problems
        self._going = self._ending = False
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self.look)

    def begin(self) -> None:
        check = self._parts.check_every_page
        self._window.show_database(self.tr("Database encrypted"), Tone.OK)
        self._background.run(
            self._window,
            check,
            then=lambda _well: self._window.show_database(self.tr("Database encrypted, checked"), Tone.OK),
            otherwise=self._tell_damage,
            lane=Lane.UPKEEP,
        )
        self.look()
        self._minute.start()

    def look(self) -> None:
        """One at a time; the status it ends with is shown."""
        if self._going or self._ending:
            return
        self._going = True
        back_up = self._parts.back_up_when_due
        self._background.run(
            self._window,
            lambda: back_up(self._goes_on),
            then=self._show,
            otherwise=self._fail,
            lane=Lane.UPKEEP,
        )

    def end(self) -> None:
        self._ending = True
        self._minute.stop()

    def go_on(self) -> None:
        """It was not the end after all."""
        self._ending = False
        self._minute.start()

    def _goes_on(self, _progress: BackupProgress) -> bool:
        return not self._ending

    def _show(self, status: BackupStatus) -> None:
        self._going = False
        self._window.show_backup(*backup_words(status))

    def _fail(self, error: Exception) -> None:
        self._going = False
        self._problems.tell(error)

    def _tell_damage(self, error: Exception) -> None:
        if isinstance(error, StorageUnavailable):
            self._window.show_database(self.tr("Database damaged"), Tone.ERROR)
        self._problems.tell(error)
