"""What this counter is set to. Each change counts at once and can be taken back for ten seconds.

``SettingsPage(settings, printers, default_folder)``; ``changed(Settings)`` for every new value, an undo
included.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.findings import FindingCode, Severity
from app.ports import PrinterName
from app.settings import Language, Look, Settings
from ui.theme import GAP
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page, scrolling
from ui.widgets.panel import Panel
from ui.wording.finding_words import words_of_code
from ui.wording.names import choices

TEXT_PERCENTS = (100, 110, 125, 150, 175, 200)
_LETTERS_WIDE = 80


class SettingsPage(Page):
    changed = Signal(Settings)

    def __init__(
        self,
        settings: Settings,
        printers: Sequence[PrinterName],
        default_folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._default_folder = default_folder
        self.notice = Notice()
        self._content = QWidget()
        self.language = self._choice(self.tr("Language"), choices(Language))
        self.language.set_hint(self.tr("Holds from the next start of Loket"))
        self.look = self._choice(self.tr("Colours"), choices(Look))
        self.text_size = self._choice(
            self.tr("Text size"), [(str(percent), f"{percent} %") for percent in TEXT_PERCENTS]
        )
        self.printer = self._choice(
            self.tr("Card printer"), [(printer.address, printer.label) for printer in printers]
        )
        self.folder = Field.fixed(self.tr("Folder for PDFs and workbooks"))
        self.branch = Field(self.tr("Branch"), hint=self.tr("Stands on receipts and workbooks"))
        self.counter = Field.fixed(
            self.tr("Counter"), hint=self.tr("Blanks, cards and drafts belong to this name, so it stays")
        )
        self._pick = ActionButton(self.tr("Choose folder …"), icon="folder-open")
        self._connect()
        self._arrange()
        self.show_settings(settings)
        self.setFocusProxy(self.language)

    def changeEvent(self, event: QEvent) -> None:
        """Fields stay as wide as what they hold, at every text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._content.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)

    def show_settings(self, settings: Settings) -> None:
        self._settings = settings
        self.language.set_text(settings.language.value)
        self.look.set_text(settings.look.value)
        self.text_size.set_text(str(settings.text_percent))
        self.printer.set_text(settings.printer)
        self.folder.set_text(settings.out or str(self._default_folder))
        self.branch.set_text(settings.branch)
        self.counter.set_text(settings.counter)

    def show_printers(self, printers: Sequence[PrinterName]) -> None:
        """The desk's printers as they are known now; one that is gone stays visible as chosen."""
        offered = [(printer.address, printer.label) for printer in printers]
        if self._settings.printer not in dict(offered):
            offered.append((self._settings.printer, self._settings.printer))
        editor = self.printer.editor
        assert isinstance(editor, Choice)
        editor.offer(offered)
        editor.set_code(self._settings.printer)

    def _connect(self) -> None:
        self.language.edited.connect(
            lambda code: self._change(replace(self._settings, language=Language(code)))
        )
        self.look.edited.connect(lambda code: self._change(replace(self._settings, look=Look(code))))
        self.text_size.edited.connect(
            lambda code: self._change(replace(self._settings, text_percent=int(code)))
        )
        self.printer.edited.connect(lambda code: self._change(replace(self._settings, printer=code)))
        self.branch.left.connect(self._rename_branch)
        self._pick.triggered.connect(self._ask_for_folder)

    def _rename_branch(self) -> None:
        """A branch without a name would leave papers that nobody can place."""
        text = " ".join(self.branch.text().split())
        if not text:
            self.branch.show_finding(Severity.BLOCK, words_of_code(FindingCode.REQUIRED, {}).what)
            return
        self.branch.clear_finding()
        self._change(replace(self._settings, branch=text))

    def _change(self, settings: Settings) -> None:
        before = self._settings
        if settings == before:
            return
        self.show_settings(settings)
        self.changed.emit(settings)
        self.notice.offer_undo(self.tr("Saved."), lambda: self._take_back(before))

    def _take_back(self, before: Settings) -> None:
        self.show_settings(before)
        self.changed.emit(before)

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for PDFs and workbooks"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self._change(replace(self._settings, out=folder)))
        dialog.open()

    def _choice(self, label: str, offered: Sequence[tuple[str, str]]) -> Field:
        choice = Choice(label)
        choice.offer(offered)
        return Field(label, choice)

    def _arrange(self) -> None:
        content = self._content
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(_panel(self.tr("Screen"), [[self.language, self.look, self.text_size]]))
        paper = _panel(self.tr("Printing and files"), [[self.printer]])
        folder_row = QHBoxLayout()
        folder_row.setSpacing(GAP)
        folder_row.addWidget(self.folder, 1)
        folder_row.addWidget(self._pick, 0, Qt.AlignmentFlag.AlignBottom)
        paper.body.addLayout(folder_row)
        column.addWidget(paper)
        column.addWidget(_panel(self.tr("This desk"), [[self.branch, self.counter]]))
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(Label(self.tr("Settings"), grade="status"))
        whole.addWidget(self.notice)
        whole.addWidget(scrolling(content), 1)


def _panel(title: str, rows: Sequence[Sequence[Field]]) -> Panel:
    panel, grid = Panel(title), QGridLayout()
    grid.setSpacing(GAP)
    for row, fields in enumerate(rows):
        for column, field in enumerate(fields):
            grid.addWidget(field, row, column)
            grid.setColumnStretch(column, 1)
    panel.body.addLayout(grid)
    return panel
