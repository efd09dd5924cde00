"""Hear from work in the background how far it is, and let it be cancelled."""

from PySide6.QtCore import QObject, Signal


class Watching(QObject):
    """Handed to the work as its watch: called there, heard here on the window's thread."""

    progressed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = False

    def __call__(self, progress: object) -> bool:
        self.progressed.emit(progress)
        return not self._cancelled

    def cancel(self) -> None:
        """The work hears of it at its next step."""
        self._cancelled = True
