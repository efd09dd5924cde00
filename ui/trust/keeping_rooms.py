"""The rooms of those who keep the branch, built when the first of them comes."""

from PySide6.QtCore import QObject, Signal

from ui.background import Background
from ui.keeping_parts import KeepingParts
from ui.settings.current_settings import CurrentSettings
from ui.trust.backup_page import BackupPage
from ui.trust.backup_presenter import BackupPresenter
from ui.trust.holds_page import HoldsPage
from ui.trust.holds_presenter import HoldsPresenter
from ui.trust.journal_page import JournalPage
from ui.trust.journal_presenter import JournalPresenter
from ui.trust.officers_page import OfficersPage
from ui.trust.officers_presenter import OfficersPresenter
from ui.trust.retention_page import RetentionPage
from ui.trust.retention_presenter import RetentionPresenter


class KeepingRooms(QObject):
    """Each room comes with who carries it. What reaches beyond a room is told here: a backup to be put back,
    a new recovery code, a database that is written anew."""

    restore_asked = Signal()
    new_code_asked = Signal()
    rekeying = Signal()
    rekeyed = Signal(str)
    backed_up = Signal()

    def __init__(
        self, parts: KeepingParts, settings: CurrentSettings, background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._parts, self._settings, self._background = parts, settings, background

    def journal(self) -> tuple[JournalPage, JournalPresenter]:
        page = JournalPage()
        return page, JournalPresenter(page, self._parts.journal(), self._background)

    def officers(self) -> tuple[OfficersPage, OfficersPresenter]:
        page = OfficersPage()
        presenter = OfficersPresenter(page, self._parts.officers(), self._background)
        presenter.rekeying.connect(self.rekeying)
        presenter.rekeyed.connect(self.rekeyed)
        return page, presenter

    def backup(self) -> tuple[BackupPage, BackupPresenter]:
        page = BackupPage()
        presenter = BackupPresenter(page, self._parts.backup(), self._settings, self._background)
        presenter.backed_up.connect(self.backed_up)
        presenter.restore_asked.connect(self.restore_asked)
        presenter.new_code_asked.connect(self.new_code_asked)
        return page, presenter

    def retention(self) -> tuple[RetentionPage, RetentionPresenter]:
        page = RetentionPage()
        return page, RetentionPresenter(page, self._parts.retention(), self._background)

    def holds(self) -> tuple[HoldsPage, HoldsPresenter]:
        page = HoldsPage()
        return page, HoldsPresenter(page, self._parts.holds(), self._background)
