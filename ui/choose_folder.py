"""Let the officer choose a folder, or a file to save in, without stopping the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate


def choose_folder(parent: QWidget, title: str, start: str, then: Callable[[Path], None]) -> None:
    dialog = QFileDialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _word(dialog, translate("ChooseFile", "Choose"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda folder: then(Path(folder)))
    dialog.open()


def choose_file(parent: QWidget, title: str, kind: str, then: Callable[[Path], None]) -> None:
    """``kind`` is what the dialog calls the files that may be chosen, such as ``Lists (*.xlsx *.csv)``.

    It begins where browsers and mail programs leave what they receive, later where the last file was.
    """
    dialog = QFileDialog(parent, title, "", kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    if dialog.directory() == QDir.current():
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
    _word(dialog, translate("ChooseFile", "Open"))
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
    _word(dialog, translate("ChooseFile", "Save"))
    dialog.setDefaultSuffix(start.suffix.removeprefix("."))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.open()


def _word(dialog: QFileDialog, accept: str) -> None:
    """Qt's own dialog knows no Indonesian; the desktop's takes these words too."""
    label = QFileDialog.DialogLabel
    dialog.setLabelText(label.LookIn, translate("ChooseFile", "Look in"))
    dialog.setLabelText(label.FileName, translate("ChooseFile", "File name"))
    dialog.setLabelText(label.FileType, translate("ChooseFile", "Kind of file"))
    dialog.setLabelText(label.Accept, accept)
    dialog.setLabelText(label.Reject, translate("ChooseFile", "Cancel"))
