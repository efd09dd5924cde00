"""Let the officer choose a folder, or a file to save in, without stopping the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def choose_folder(parent: QWidget, title: str, start: str, then: Callable[[Path], None]) -> None:
    dialog = QFileDialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda folder: then(Path(folder)))
    dialog.open()


def choose_file(parent: QWidget, title: str, kind: str, then: Callable[[Path], None]) -> None:
    """``kind`` is what the dialog calls the files that may be chosen, such as ``Lists (*.xlsx *.csv)``."""
    dialog = QFileDialog(parent, title, "", kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.open()


def choose_new_file(
    parent: QWidget, title: str, start: Path, kind: str, then: Callable[[Path], None]
) -> None:
    """``kind`` is what the dialog calls the files, such as ``PDF (*.pdf)``; their ending is added."""
    dialog = QFileDialog(parent, title, str(start), kind)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(start.suffix.removeprefix("."))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.open()
