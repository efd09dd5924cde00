"""The room "Retensi": how long each kind of record is kept, and erasing what is past its period."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.trust.kept_records import RecordKind
from app.trust.officer import Officer
from app.trust.retention import KindReview
from ui.folder import open_folder_of
from ui.formats import number, short_date
from ui.shortcuts import Key
from ui.theme import GAP
from ui.tone import Tone
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page, scrolling
from ui.widgets.panel import Panel
from ui.widgets.supervisor_sign_in import SupervisorSignIn
from ui.widgets.table import Cell, Column, Row, Table
from ui.wording.names import name_of

_YEARS = (1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 50)


class RetentionPage(Page):
    """``period_chosen(kind, months)``, ``None`` for ever; ``approval_asked(officer, password, reason)`` is
    a supervisor's word that what is past its period may be erased now."""

    period_chosen = Signal(object, object)
    approval_asked = Signal(int, str, str)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Retention"))
        self.notice, self.supervisor = Notice(), SupervisorSignIn()
        self._kinds: tuple[KindReview, ...] = ()
        self.table = Table(
            self.tr("Kinds of record"),
            [
                Column(self.tr("Record"), stretch=True),
                Column(self.tr("Kept for"), width=130),
                Column(self.tr("Erased if before"), width=190),
                Column(self.tr("Past its period"), width=180, right=True),
                Column(self.tr("On legal hold"), width=120, right=True),
            ],
            empty=self.tr("The kinds of record are being counted."),
        )
        self._period_choice = Choice(self.tr("Keep for"))
        self.period = Field(self.tr("Keep for"), self._period_choice)
        self._chosen = Label(weight="strong", wrap=True)
        self._past = Label(wrap=True)
        self._arrange()
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_current())
        self.table.row_chosen.connect(lambda _row: self.period.setFocus())
        self.period.edited.connect(self._choose)
        self.supervisor.asked.connect(self.approval_asked)
        self.setFocusProxy(self.table)

    def show_kinds(self, kinds: Sequence[KindReview]) -> None:
        self._kinds = tuple(kinds)
        self.table.show_rows([self._row(kind) for kind in kinds])
        due = sum(kind.due for kind in kinds)
        self._past.setText(
            self.tr("{count} records are past their period. What is erased is gone for good.").format(
                count=number(due)
            )
            if due
            else self.tr("Nothing is past its period: there is nothing to erase.")
        )
        self.supervisor.setVisible(due > 0)
        self._show_current()

    def offer_supervisors(self, supervisors: Sequence[Officer]) -> None:
        self.supervisor.offer([(officer.id, officer.name) for officer in supervisors])

    def show_erased(self, count: int, certificate: Path, *, more: bool) -> None:
        self.supervisor.clear()
        words = self.tr("{count} records erased. The certificate: {file}").format(
            count=number(count), file=certificate.name
        )
        if more:
            words += " " + self.tr("More is past its period: erase once more.")
        self.notice.say(
            words,
            Tone.OK,
            action=self.tr("Open folder"),
            key=Key.OPEN_FOLDER,
            do=lambda: open_folder_of(certificate),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _row(self, kind: KindReview) -> Row:
        return [
            name_of(kind.kind),
            self._period_words(kind.months),
            short_date(kind.before) if kind.before else "–",
            Cell(number(kind.due), Tone.WARN) if kind.due else Cell("0"),
            number(kind.held),
        ]

    def _period_words(self, months: int | None) -> str:
        if months is None:
            return self.tr("For ever")
        if months % 12:
            return self.tr("{count} months").format(count=months)
        return self.tr("{count} years").format(count=months // 12)

    def _current(self) -> KindReview | None:
        row = self.table.current_row()
        return self._kinds[row] if 0 <= row < len(self._kinds) else None

    def _show_current(self) -> None:
        kind = self._current()
        if kind is None:
            return
        self._chosen.setText(name_of(kind.kind))
        offered = [12 * years for years in _YEARS]
        if kind.months is not None and kind.months not in offered:
            offered = sorted([*offered, kind.months])
        self._period_choice.offer(
            [
                ("", self._period_words(None)),
                *((str(months), self._period_words(months)) for months in offered),
            ]
        )
        self._period_choice.set_code("" if kind.months is None else str(kind.months))

    def _choose(self, code: str) -> None:
        kind = self._current()
        if kind is not None:
            self.period_chosen.emit(kind.kind, int(code) if code else None)

    def kind_at(self, row: int) -> RecordKind:
        return self._kinds[row].kind

    def _arrange(self) -> None:
        period = Panel(self.tr("Period"))
        period.add(self._chosen)
        period.add(self.period)
        period.add(
            Label(
                self.tr("The period is the branch's own decision. Nothing is erased by itself."),
                "muted",
                grade="small",
                wrap=True,
            )
        )
        erase = Panel(self.tr("Erase what is past its period"))
        erase.add(self._past)
        erase.add(
            Label(
                self.tr(
                    "Persons lose name, NIK and everything typed; their KPJ number stays taken. Copies on "
                    "the backup medium go with the oldest backups. A supervisor signs on the spot."
                ),
                "muted",
                grade="small",
                wrap=True,
            )
        )
        erase.add(self.supervisor)
        panels = QWidget()
        lower = QHBoxLayout(panels)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(GAP)
        lower.addWidget(period, 1, Qt.AlignmentFlag.AlignTop)
        lower.addWidget(erase, 1, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(Label(self.tr("Retention"), grade="status"))
        whole.addWidget(self.notice)
        whole.addWidget(self.table, 2)
        whole.addWidget(scrolling(panels), 3)
