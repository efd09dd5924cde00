"""Makes the Qt application: looks, fonts, icons and language, all handed in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from app.settings import Look, Settings
from ui import icons
from ui.style_sheet import style_sheet
from ui.theme import PALETTES, TypeScale, qt_palette, work_font
from ui.translation import install_translation


def make_application(arguments: list[str], resources: Path, settings: Settings) -> QApplication:
    application = QApplication(arguments)
    prepare(application, resources, settings)
    return application


def prepare(application: QApplication, resources: Path, settings: Settings) -> None:
    application.setApplicationName("Loket")
    application.setStyle("Fusion")
    bring_resources(resources)
    dress(application, settings.look, settings.text_percent)
    install_translation(application, resources, settings.language)


def bring_resources(resources: Path) -> None:
    """Make icons and fonts known; without the fonts Qt falls back to the system's own."""
    QDir.setSearchPaths(icons.SEARCH_PATH, [str(resources / "icons")])
    for file in sorted((resources / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def dress(application: QApplication, look: Look, text_percent: int) -> None:
    """Dress the whole program; called at start and again when the settings change."""
    palette, scale = PALETTES[look], TypeScale(text_percent)
    application.setPalette(qt_palette(palette))
    application.setFont(work_font(scale))
    application.setStyleSheet(style_sheet(palette, scale))


@contextmanager
def undressed(application: QApplication) -> Iterator[None]:
    """What is built inside is styled once, at the end; styled piece by piece it takes three times as long."""
    sheet = application.styleSheet()
    application.setStyleSheet("")
    try:
        yield
    finally:
        application.setStyleSheet(sheet)
