"""The screens' tests run without a screen, dressed as the program is."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.members.membership import Membership
from app.settings import Language, Settings
from tests.app.cards.desk import ScriptedPrinter
from tests.ui.screen_desk import ScreenDesk
from ui.application import prepare

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(autouse=True)
def source_language() -> None:
    """A counter that was played in this process before has left its language on."""
    standing = QApplication.instance()
    if isinstance(standing, QApplication) and standing.findChildren(QTranslator):
        prepare(standing, RESOURCES, Settings(language=Language.ENGLISH))


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The real look and fonts, in the source language so that tests read like the code."""
    standing = QApplication.instance()
    application = standing if isinstance(standing, QApplication) else QApplication(["loket"])
    prepare(application, RESOURCES, Settings(language=Language.ENGLISH))
    return application


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
