"""The settings as they stand now, in one place, for every room that shows or changes them."""

from PySide6.QtCore import QObject, Signal

from app.settings import Settings
from app.trust.change_settings import ChangeSettings
from app.trust.officer import Officer
from ui.background import Background


class CurrentSettings(QObject):
    """``changed(settings)`` once a change is stored; ``refused(error)`` where it was not: then everything
    stands as it did."""

    changed = Signal(object)
    refused = Signal(object)

    def __init__(
        self, settings: Settings, change: ChangeSettings, background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._now, self._change, self._background = settings, change, background

    @property
    def now(self) -> Settings:
        return self._now

    def change(self, after: Settings, by: Officer) -> None:
        before, change = self._now, self._change
        if after != before:
            self._background.run(
                self,
                lambda: change(before, after, by),
                then=lambda _done: self._take(after),
                otherwise=self.refused.emit,
            )

    def _take(self, after: Settings) -> None:
        self._now = after
        self.changed.emit(after)
