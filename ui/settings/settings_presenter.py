"""Carries the room "Pengaturan": what is changed counts at once, for whoever may change it."""

from PySide6.QtCore import QObject, Signal

from app.errors import LoketError
from app.settings import Settings
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from ui.problems import Problems
from ui.settings.current_settings import CurrentSettings
from ui.settings.settings_page import SettingsPage


class SettingsPresenter(QObject):
    """``problem`` carries an error no page has words for."""

    problem = Signal(object)

    def __init__(self, page: SettingsPage, settings: CurrentSettings) -> None:
        super().__init__(page)
        self._page, self._settings = page, settings
        self._problems = Problems(page.notice, self)
        self._officer: Officer | None = None
        page.changed.connect(self._change)
        settings.changed.connect(page.show_settings)
        settings.refused.connect(self._refuse)

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter."""
        self._officer = officer
        self._page.notice.close_notice()
        self._page.offer_branch(may(officer.role, Right.CHANGE_SETTINGS))
        self._page.show_settings(self._settings.now)

    def _change(self, after: Settings) -> None:
        if self._officer is not None:
            self._settings.change(after, self._officer)

    def _refuse(self, error: Exception) -> None:
        """The page goes back to what still holds, and says why."""
        self._page.show_settings(self._settings.now)
        if isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)
