"""Show a written file in its folder, when the officer asks for it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_folder_of(file: Path) -> None:
    """The folder, never the file: nothing is handed to another program unasked."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
