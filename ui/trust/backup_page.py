"""The room "Cadangan": when the last good backup was made, where they lie, and one key that makes another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import LoketError
from app.findings import Severity
from app.settings import Settings
from app.trust.backup import BackupProgress, BackupStatus, FoundBackup
from ui.choose_folder import choose_folder
from ui.formats import clock_time, long_date, number, short_date, size
from ui.shortcuts import Key
from ui.theme import GAP, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.widgets.progress import Progress
from ui.widgets.table import Cell, Column, Row, Table
from ui.wording.names import name_of
from ui.wording.problem_words import problem_words

MOST_BETWEEN, MOST_KEPT = 1000, 365


class BackupPage(Page):
    """``plan_changed(every, keep)`` once both are figures that can be meant."""

    backup_asked = Signal()
    cancelled = Signal()
    folder_chosen = Signal(object)
    plan_changed = Signal(int, int)
    restore_asked = Signal()
    new_code_asked = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Backup"))
        self.notice, self.progress = Notice(), Progress()
        self._status = Panel()
        self._told = Label(grade="small", wrap=True)
        self._folder = Field.fixed(self.tr("Folder for backups"))
        self._pick = ActionButton(self.tr("Choose folder …"), icon="folder-open")
        self.every = Field(self.tr("After so many registrations"))
        self.keep = Field(self.tr("Newest ones kept"))
        self._now = ActionButton(self.tr("Back up now"), Key.PRINT, primary=True, icon="database-backup")
        self._restore = ActionButton(self.tr("Restore from a backup …"))
        self._new_code = ActionButton(self.tr("New recovery code …"), icon="lock")
        self._sure = Panel(self.tr("A new recovery code?"), tone=Tone.WARN)
        self._yes = ActionButton(self.tr("Make a new code"))
        self._no = ActionButton(self.tr("Keep the present one"), Key.BACK)
        self.table = Table(
            self.tr("Backups"),
            [
                Column(self.tr("Made"), width=170),
                Column(self.tr("Branch and counter"), stretch=True),
                Column(self.tr("Members"), width=85, right=True),
                Column(self.tr("Journal entries"), width=110, right=True),
                Column(self.tr("Size"), width=85, right=True),
                Column(self.tr("State"), width=190),
            ],
            empty=self.tr("No backup lies here yet. Choose a folder on another disk, then press F9."),
        )
        self._arrange()
        self._connect()
        self.setFocusProxy(self._now)

    def offer_keeping(self, allowed: bool) -> None:
        """Folder, figures, restore and code are the administrator's; a supervisor makes backups."""
        for button in (self._pick, self._restore, self._new_code):
            button.setVisible(allowed)
        self.every.editor.setEnabled(allowed)
        self.keep.editor.setEnabled(allowed)

    def show_status(self, status: BackupStatus) -> None:
        title, words, tone = self._words(status)
        self._status.set_title(title)
        self._status.set_tone(tone)
        self._told.setText(words)
        self._now.setEnabled(status.folder is not None)

    def show_plan(self, settings: Settings) -> None:
        self._folder.set_text(settings.backup_folder)
        self.every.set_text(str(settings.backup_every))
        self.keep.set_text(str(settings.backup_keep))

    def show_found(self, found: Sequence[FoundBackup]) -> None:
        self.table.show_rows([self._row(backup) for backup in found])

    def show_busy(self, busy: bool) -> None:
        on_bar = self.progress.isAncestorOf(self.window().focusWidget() or self)
        if busy:
            self.progress.start(self.tr("Backing up"))
        else:
            self.progress.stop()
        self._now.set_busy(busy, self.tr("Backing up …"))
        for button in (self._pick, self._restore, self._new_code):
            button.setEnabled(not busy)
        if not busy and on_bar:  # else the cursor goes to a figure, and the next key changes it
            self._now.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, progress: BackupProgress) -> None:
        self.progress.show_done(name_of(progress.stage), progress.done, progress.total)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._sure.hide()
        self.shown.emit()

    def _words(self, status: BackupStatus) -> tuple[str, str, Tone]:
        made = status.last_verified_at
        last = (
            self.tr("Last good backup: {day}, {time}").format(day=long_date(made), time=clock_time(made))
            if made
            else self.tr("No good backup yet")
        )
        words = [self._why(status)]
        if status.same_disk:
            words.append(
                self.tr(
                    "The folder lies on the disk of the data: a broken disk takes both. Better: a USB stick."
                )
            )
        tone = Tone.ERROR if status.overdue else Tone.WARN if status.problem or status.same_disk else Tone.OK
        return last, " ".join(words), tone

    def _why(self, status: BackupStatus) -> str:
        if status.folder is None:
            return self.tr(
                "No folder is chosen: if this PC breaks, its data is lost. The administrator chooses one."
            )
        if status.problem is not None:
            words = problem_words(LoketError(status.problem, folder=str(status.folder)))
            return f"{words.what}. {words.next_step}"
        if status.overdue:
            return self.tr(
                "More than a day without a good backup: whatever was entered since lies on this PC alone."
            )
        return self.tr("It was opened and compared after it was written.")

    def _row(self, backup: FoundBackup) -> Row:
        made = backup.manifest
        if made is None:
            why = problem_words(LoketError(backup.problem)).what if backup.problem else ""
            return ["–", backup.folder.name, "", "", "", Cell(why, Tone.ERROR)]
        return [
            f"{short_date(made.made_at)} {clock_time(made.made_at)}",
            f"{made.branch} · {made.counter}",
            number(made.counts.members),
            number(made.counts.entries),
            size(made.size),
            Cell(self.tr("Verified when made"), Tone.OK),
        ]

    def _take_figures(self) -> None:
        figures = []
        for field, most in ((self.every, MOST_BETWEEN), (self.keep, MOST_KEPT)):
            text = field.text().strip()
            if text.isascii() and text.isdigit() and 1 <= int(text) <= most:
                field.clear_finding()
                figures.append(int(text))
            else:
                field.show_finding(Severity.BLOCK, self.tr("A figure from 1 to {most}").format(most=most))
        if len(figures) == 2:
            self.plan_changed.emit(*figures)

    def _ask_folder(self) -> None:
        choose_folder(self, self.tr("Folder for backups"), self._folder.text(), self.folder_chosen.emit)

    def _ask_whether_new_code(self) -> None:
        self._sure.show()
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_new_code(self) -> None:
        self._sure.hide()
        self.new_code_asked.emit()

    def _connect(self) -> None:
        self._now.triggered.connect(self.backup_asked)
        self.progress.cancelled.connect(self.cancelled)
        self._pick.triggered.connect(self._ask_folder)
        self._restore.triggered.connect(self.restore_asked)
        self._new_code.triggered.connect(self._ask_whether_new_code)
        self._yes.triggered.connect(self._take_new_code)
        self._no.triggered.connect(self._sure.hide)
        for field in (self.every, self.keep):
            field.left.connect(self._take_figures)

    def _arrange(self) -> None:
        self._status.add(self._told)
        self._sure.add(
            Label(
                self.tr(
                    "The code in the safe opens this branch no more; backups made before still open with it. "
                    "The new one has to go onto paper at once."
                ),
                grade="small",
                wrap=True,
            )
        )
        answers = QHBoxLayout()
        answers.setSpacing(SMALL)
        answers.addWidget(self._no)
        answers.addWidget(self._yes)
        answers.addStretch()
        self._sure.body.addLayout(answers)
        self._sure.hide()
        plan = Panel()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._folder, 4, top)
        row.addWidget(self._pick, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.every, 2, top)
        row.addWidget(self.keep, 1, top)
        plan.body.addLayout(row)
        plan.add(
            Label(
                self.tr("Also at every day close and at least once a day, while work goes on."),
                "muted",
                grade="small",
            )
        )
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(Label(self.tr("Backup"), grade="status"))
        head.addStretch()
        head.addWidget(self._now)
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        foot.addWidget(self._restore)
        foot.addWidget(self._new_code)
        foot.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addLayout(head)
        for part in (self.notice, self._sure, self.progress, self._status, plan):
            whole.addWidget(part)
        whole.addWidget(self.table, 1)
        whole.addLayout(foot)
