"""Which backup: a folder, and what lies in it, newest first."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import LoketError
from app.trust.backup import FoundBackup
from ui.choose_folder import choose_folder
from ui.formats import clock_time, number, short_date, size
from ui.setup.wizard import WizardStep
from ui.theme import GAP
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.table import Cell, Column, Row, Table
from ui.wording.problem_words import problem_words


class BackupsStep(WizardStep):
    folder_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Which backup?"),
            self.tr("Connect the disk or USB stick and choose the folder the backups lie in."),
        )
        self.next_text = self.tr("Open this backup")
        self._found: tuple[FoundBackup, ...] = ()
        self._folder = Field.fixed(self.tr("Folder with backups"))
        self._pick = ActionButton(self.tr("Choose folder …"), icon="folder-open")
        self._pick.triggered.connect(self._ask)
        self.table = Table(
            self.tr("Backups"),
            [
                Column(self.tr("Made"), width=155),
                Column(self.tr("Branch and counter"), stretch=True),
                Column(self.tr("Members"), width=80, right=True),
                Column(self.tr("Visits"), width=95, right=True),
                Column(self.tr("Size"), width=75, right=True),
                Column(self.tr("State"), width=180),
            ],
            empty=self.tr("No backup here yet: choose a folder."),
        )
        self.table.row_chosen.connect(lambda _row: self.go_on.emit())
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._folder, 1)
        row.addWidget(self._pick, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self.begin_at(self._pick)

    def show_found(self, folder: Path, found: Sequence[FoundBackup]) -> None:
        self._found = tuple(found)
        self._folder.set_text(str(folder))
        self.table.show_rows([self._row(backup) for backup in found])
        if found:
            self.begin_at(self.table)
            self.take_cursor()

    def chosen(self) -> FoundBackup | None:
        row = self.table.current_row()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _row(self, backup: FoundBackup) -> Row:
        made = backup.manifest
        if made is None:
            why = problem_words(LoketError(backup.problem)).what if backup.problem else ""
            return ["–", backup.folder.name, "", "", "", Cell(why, Tone.ERROR)]
        return [
            f"{short_date(made.made_at)} {clock_time(made.made_at)}",
            f"{made.branch} · {made.counter}",
            number(made.counts.members),
            number(made.counts.visits),
            size(made.size),
            Cell(self.tr("Verified when made"), Tone.OK),
        ]

    def _ask(self) -> None:
        choose_folder(self, self.tr("Folder with backups"), self._folder.text(), self.folder_chosen.emit)
