"""Choosing a file speaks the language of the program and begins where files arrive."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Language
from main import RESOURCES
from ui.choose_folder import choose_file
from ui.translation import install_translation


def test_a_file_is_asked_for_in_indonesian_beginning_where_files_arrive(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    application = QCoreApplication.instance()
    assert application is not None
    install_translation(application, RESOURCES, Language.INDONESIAN)
    parent = QWidget()
    qtbot.addWidget(parent)
    choose_file(parent, "Daftar mana yang dibaca?", "Daftar (*.xlsx)", lambda _file: None)
    [dialog] = parent.findChildren(QFileDialog)
    assert dialog.labelText(QFileDialog.DialogLabel.FileName) == "Nama berkas"
    assert dialog.labelText(QFileDialog.DialogLabel.Reject) == "Batal"
    assert dialog.directory().path() == str(tmp_path)
    dialog.close()
