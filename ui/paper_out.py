"""Bring a paper with a secret out of the program: to a printer, or as PDF where the officer wants it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from app.files import write_whole
from app.ports import Preview
from app.trust.recovery_paper import PrintedPaper
from ui.background import Background, Lane
from ui.choose_folder import choose_new_file
from ui.system_printer import ask_and_print

Draw = Callable[[], PrintedPaper]


class PaperOut(QObject):
    """``told`` hears in words where the paper went, or, with False, why it did not go there."""

    def __init__(
        self,
        page: QWidget,
        background: Background,
        preview: Preview,
        data_folder: Path,
        *,
        told: Callable[[str, bool], None],
        otherwise: Callable[[Exception], None],
    ) -> None:
        super().__init__(page)
        self._page, self._background, self._preview = page, background, preview
        self._data_folder, self._told, self._otherwise = data_folder, told, otherwise

    def print(self, draw: Draw, name: str) -> None:
        """``name`` stands in the print queue: nothing personal."""
        self._run(draw, lambda paper: self._ask_printer(paper, name))

    def save(self, draw: Draw, title: str, name: str) -> None:
        self._run(draw, lambda paper: self._ask_where(paper, title, name))

    def _run(self, draw: Draw, then: Callable[[PrintedPaper], None]) -> None:
        def ask(paper: PrintedPaper) -> None:
            if self._page.isVisible():  # a dialog would stand above the lock, and bring the secret out
                then(paper)

        self._background.run(self._page, draw, then=ask, otherwise=self._otherwise, lane=Lane.PAPER)

    def _ask_printer(self, paper: PrintedPaper, name: str) -> None:
        words = self.tr("Sent to the printer. Look whether the paper is there.")
        ask_and_print(self._page, paper, self._preview, name=name, then=lambda: self._told(words, True))

    def _ask_where(self, paper: PrintedPaper, title: str, name: str) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        choose_new_file(
            self._page,
            title,
            Path(documents) / name,
            self.tr("PDF (*.pdf)"),
            partial(self.write, paper),
        )

    def write(self, paper: PrintedPaper, file: Path) -> None:
        """Never beside the data: who takes that folder away must not have the key with it."""
        if file.resolve().is_relative_to(self._data_folder.resolve()):
            self._told(
                self.tr("Not into the folder of the data: who takes it away would have the key with it."),
                False,
            )
            return
        words = self.tr("Saved as {file}. Print it and delete the file.")
        self._background.run(
            self._page,
            lambda: write_whole(file, paper.pdf, private=True),
            then=lambda _done: self._told(words.format(file=file), True),
            otherwise=self._otherwise,
            lane=Lane.PAPER,
        )
