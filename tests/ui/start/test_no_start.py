"""A program that cannot start says so where somebody looks."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from main import main


def test_a_data_folder_that_cannot_be_made_is_told_in_a_window(qtbot: QtBot, tmp_path: Path) -> None:
    in_the_way = tmp_path / "loket"
    in_the_way.write_text("a file")
    told: list[str] = []

    def read_and_close() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            told.append(box.text())
            box.close()

    reader = QTimer(interval=10)
    reader.timeout.connect(read_and_close)
    reader.start()
    assert main(["--base", str(in_the_way)]) == 2
    assert len(told) == 1
    assert "loket" in told[0]
