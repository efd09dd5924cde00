from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.companies.company import Company
from app.errors import LoketError
from app.members.npp import Npp
from app.trust.officer import Officer, Role
from tests.ui.screen_desk import ScreenDesk, shown
from ui.layouts.designer import Designer
from ui.layouts.designer_page import DesignerPage
from ui.layouts.layouts_page import LayoutsPage
from ui.layouts.layouts_presenter import LayoutsPresenter
from ui.layouts.layouts_room import LayoutsRoom


class LayoutRoom:
    """The room with everything real behind it, and its administrator."""

    def __init__(self, at: ScreenDesk, qtbot: QtBot) -> None:
        self.at, self.qtbot = at, qtbot
        with at.branch.begin() as work:
            self.dian = work.officers.add(Officer("Dian Kusuma", Role.ADMINISTRATOR))
            work.companies.add(Company(Npp("13007478"), "PT SUMBER REJEKI ABADI"))
            work.commit()
        self.parts = at.parts.rooms.layouts()
        self.open()

    def open(self) -> None:
        """As after a start of the program."""
        self.kept, self.page = LayoutsPage(), DesignerPage(self.parts.fonts)
        self.room = LayoutsRoom(self.kept, self.page)
        self.presenter = LayoutsPresenter(self.room, self.parts, self.at.background)
        self.presenter.problem.connect(_fail)
        self.window: QWidget = shown(self.qtbot, self.room)
        self.presenter.start(self.dian)
        self.settle()

    @property
    def designer(self) -> Designer:
        return self.presenter.designer

    def design(self, layout: str = "kartu-peserta 1") -> None:
        self.kept.design_asked.emit(layout)
        self.settle()
        assert self.room.currentWidget() is self.page

    def settle(self) -> None:
        """Until everything asked for is drawn and told."""
        self.qtbot.waitUntil(lambda: not self.at.background.busy, timeout=10_000)

    def newest(self) -> dict[str, int]:
        return {layout.name: layout.version for layout in self.parts.see(self.dian).layouts}


def _fail(error: LoketError) -> None:
    raise AssertionError(f"nobody had words for {error!r}")


@pytest.fixture
def room(at: ScreenDesk, qtbot: QtBot, tmp_path: Path) -> Iterator[LayoutRoom]:
    room = LayoutRoom(at, qtbot)
    yield room
    room.settle()
