"""What this counter is set to. Each change counts at once and can be taken back for ten seconds.

``SettingsPage(settings, printers, default_folder)``; ``changed(Settings)`` for every new value, an undo
included; ``offer_branch(allowed)``: what concerns the whole branch is the administrator's to change, how the
screen speaks and looks is everybody's.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.findings import FindingCode, Severity
from app.ports import PrinterName
from app.settings import Language, Look, Settings
from ui.choose_folder import choose_folder
from ui.theme import GAP
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.line import Line
from ui.widgets.notice import Notice
from ui.widgets.page import Page, scrolling
from ui.widgets.panel import Panel
from ui.wording.finding_words import words_of_code
from ui.wording.names import choices

TEXT_PERCENTS = (100, 110, 125, 150, 175, 200)
_LETTERS_WIDE = 80
_MOST = {"idle_minutes": 60, "visit_minutes": 480, "same_company_days": 365}


class SettingsPage(Page):
    changed = Signal(Settings)
    password_asked = Signal()

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
        self.idle = self._figure(
            self.tr("Lock after minutes without a key"), self.tr("1 to 60; F12 locks at once")
        )
        self.standard = self._figure(
            self.tr("Standard for a visit, in minutes"),
            self.tr("The branch's own; the running time turns red after it"),
        )
        self.same_company = self._figure(
            self.tr("Warn of a card printed before, in days"),
            self.tr("For the same company and the same person"),
        )
        self._password = ActionButton(self.tr("Change my password …"), icon="lock")
        self._kept_by = Label(
            self.tr("The administrator changes what concerns the whole branch."), "muted", grade="small"
        )
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
        for field, name in self._figures():
            field.set_text(str(getattr(settings, name)))
            field.clear_finding()

    def offer_branch(self, allowed: bool) -> None:
        """Others see what holds and who changes it."""
        for field in (self.printer, self.branch, *(one for one, _ in self._figures())):
            field.editor.setEnabled(allowed)
        self._pick.setVisible(allowed)
        self._kept_by.setHidden(allowed)

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
        for field, name in self._figures():
            field.left.connect(partial(self._set_figure, field, name))
        self._password.triggered.connect(self.password_asked)
        self.branch.left.connect(self._rename_branch)
        self._pick.triggered.connect(self._ask_for_folder)

    def _figures(self) -> tuple[tuple[Field, str], ...]:
        """Each with the setting it shows."""
        return (
            (self.idle, "idle_minutes"),
            (self.standard, "visit_minutes"),
            (self.same_company, "same_company_days"),
        )

    def _set_figure(self, field: Field, name: str) -> None:
        """What is no figure in its range stays as typed, and nothing is changed by it."""
        most = _MOST[name]
        text = field.text().strip()
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= most):
            field.show_finding(Severity.BLOCK, self.tr("A figure from 1 to {most}").format(most=most))
            return
        field.clear_finding()
        self._change(replace(self._settings, **{name: int(text)}))  # type: ignore[arg-type]

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
        choose_folder(
            self,
            self.tr("Folder for PDFs and workbooks"),
            self.folder.text(),
            lambda folder: self._change(replace(self._settings, out=str(folder))),
        )

    def _figure(self, label: str, hint: str) -> Field:
        line = Line()
        line.setMaxLength(len(str(max(_MOST.values()))))
        return Field(label, line, hint=hint)

    def _choice(self, label: str, offered: Sequence[tuple[str, str]]) -> Field:
        choice = Choice(label)
        choice.offer(offered)
        return Field(label, choice)

    def _arrange(self) -> None:
        content = self._content
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        screen = _panel(self.tr("Screen and password"), [[self.language, self.look, self.text_size]])
        own = QHBoxLayout()
        own.addWidget(self._password)
        own.addStretch()
        screen.body.addLayout(own)
        column.addWidget(screen)
        column.addWidget(self._kept_by)
        paper = _panel(self.tr("Printing and files"), [[self.printer]])
        folder_row = QHBoxLayout()
        folder_row.setSpacing(GAP)
        folder_row.addWidget(self.folder, 1)
        folder_row.addWidget(self._pick, 0, Qt.AlignmentFlag.AlignBottom)
        paper.body.addLayout(folder_row)
        column.addWidget(paper)
        column.addWidget(_panel(self.tr("This desk"), [[self.branch, self.counter]]))
        column.addWidget(_panel(self.tr("Standards"), [[self.standard, self.same_company, self.idle]]))
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
