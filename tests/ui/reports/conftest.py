from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.members.membership import Membership
from tests.app.cards.desk import ScriptedPrinter
from tests.ui.cards.screen_desk import ScreenDesk


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[ScreenDesk]:
    """The counter at which the test stands."""
    desk = ScreenDesk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def printer(at: ScreenDesk) -> ScriptedPrinter:
    return at.printer


@pytest.fixture
def siti(at: ScreenDesk) -> Membership:
    return at.desk.member()
