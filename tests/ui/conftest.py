"""The screens' tests run without a screen, dressed as the program is."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from app.settings import Language, Settings
from ui.application import make_application

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The real look and fonts, in the source language so that tests read like the code."""
    return make_application(["loket"], RESOURCES, Settings(language=Language.ENGLISH))
