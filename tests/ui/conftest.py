"""The screens' tests run without a screen, dressed as the program is."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from app.settings import Language, Settings
from ui.application import prepare

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The real look and fonts, in the source language so that tests read like the code."""
    standing = QApplication.instance()
    application = standing if isinstance(standing, QApplication) else QApplication(["loket"])
    prepare(application, RESOURCES, Settings(language=Language.ENGLISH))
    return application
