"""Visits left open by a crash or put aside: resumed with Enter, dropped with Delete, never in the way."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import InputRejected
from app.members.nik import Nik
from app.ports import Draft
from ui.formats import clock_time, short_date
from ui.theme import SMALL
from ui.widgets.action_button import ActionButton
from ui.widgets.label import Label
from ui.widgets.panel import Panel
from ui.widgets.table import Column, Table
from ui.wording.names import name_of

ROWS_SHOWN = 4


class LeftOverList(Panel):
    resumed = Signal(object)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._drafts: list[Draft] = []
        self.table = Table(
            self.tr("Visits put aside"),
            [
                Column(self.tr("Visit"), width=100),
                Column(self.tr("Name"), stretch=True),
                Column(self.tr("NIK"), width=190),
                Column(self.tr("Step"), width=110),
                Column(self.tr("Last saved"), width=175),
            ],
            empty=self.tr("No visit is waiting."),
        )
        self._resume = ActionButton(self.tr("Resume"), quiet=True)
        self._drop = ActionButton(self.tr("Drop"), quiet=True)
        keys = Label(self.tr("F4 comes here · Enter resumes · Delete drops"), "muted", grade="small")
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(keys)
        row.addStretch()
        row.addWidget(self._drop)
        row.addWidget(self._resume)
        self.add(self.table)
        self.body.addLayout(row)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, autoRepeat=False)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._drop_current)
        self.table.row_chosen.connect(lambda _row: self._resume_current())
        self._resume.triggered.connect(self._resume_current)
        self._drop.triggered.connect(self._drop_current)
        self.hide()

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Hidden while nothing waits."""
        self._drafts = list(drafts)
        self.set_title(self.tr("Visits put aside ({count})").format(count=len(drafts)))
        self.table.show_rows([_row(draft) for draft in drafts])
        rows = min(len(drafts), ROWS_SHOWN)
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows * height + SMALL)
        self.setVisible(bool(drafts))

    def drafts(self) -> tuple[Draft, ...]:
        return tuple(self._drafts)

    def _resume_current(self) -> None:
        if draft := self._current():
            self.resumed.emit(draft.visit)

    def _drop_current(self) -> None:
        if draft := self._current():
            self.dropped.emit(draft)

    def _current(self) -> Draft | None:
        row = self.table.current_row()
        return self._drafts[row] if 0 <= row < len(self._drafts) else None


def _row(draft: Draft) -> list[str]:
    saved = f"{short_date(draft.saved_at)} {clock_time(draft.saved_at)}"
    return [
        draft.visit.number,
        draft.form.name or "—",
        _masked(draft.form.nik),
        name_of(draft.visit.stage),
        saved,
    ]


def _masked(typed: str) -> str:
    """Lists show no whole NIK; a half-typed one is shown only as typed length."""
    try:
        return Nik.parse(typed).masked
    except InputRejected:
        return "•" * len(typed.strip()) or "—"
