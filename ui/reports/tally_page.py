"""The room "Laporan": a day's tally, sheet by sheet as the workbook has it, and one key that writes it.

The tables carry the workbook's own Indonesian headings in either language: they are its preview.
"""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.exchange.write_workbook import Cell, Sheet
from app.findings import Severity
from app.reports.daily_tally import DailyTally
from app.reports.write_tally import tally_sheets
from ui.folder import open_folder_of
from ui.formats import number, short_date, tidy_date, weekday_date
from ui.shortcuts import Key
from ui.theme import GAP, SMALL, WIDE
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.widgets.table import Column, Table

_PIXELS_A_LETTER = 8


class TallyPage(Page):
    day_typed = Signal(str)
    day_stepped = Signal(int)
    write_asked = Signal()
    close_day_asked = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Reports"))
        self.notice = Notice()
        self.day = Field(self.tr("Day (ddmmyyyy)"), tidy=tidy_date)
        self._earlier = ActionButton(self.tr("Earlier"), Key.DAY_BEFORE)
        self._later = ActionButton(self.tr("Later"), Key.DAY_AFTER)
        self._weekday = Label(weight="strong")
        self._write = ActionButton(self.tr("Write daily tally"), Key.PRINT, primary=True)
        self._close_day = ActionButton(self.tr("Close the day …"), Key.SAVE_DRAFT)
        self._close_day.hide()
        self._figures = [Figure(title) for title in self._figure_titles()]
        self._tables: dict[str, Table] = {}
        self._panels: dict[str, Panel] = {}
        self._arrange()
        self.day.entered.connect(lambda: self.day_typed.emit(self.day.text()))
        self._earlier.triggered.connect(lambda: self.day_stepped.emit(-1))
        self._later.triggered.connect(lambda: self.day_stepped.emit(1))
        self._write.triggered.connect(self.write_asked)
        self._close_day.triggered.connect(self.close_day_asked)

    def offer_day_close(self, offered: bool) -> None:
        """Whether the officer may close days."""
        self._close_day.setVisible(offered)

    def show_day(self, day: date, *, today: date) -> None:
        self.day.set_text(short_date(day))
        self.day.clear_finding()
        self._weekday.setText(weekday_date(day))
        self._later.setEnabled(day < today)

    def show_day_problem(self, text: str) -> None:
        """What was typed stays; the tables still show the day before."""
        self.day.show_finding(Severity.BLOCK, text)
        self.day.setFocus()

    def show_tally(self, tally: DailyTally) -> None:
        finished = sum(row.finished for row in tally.visits)
        spoiled = sum(row.spoiled for row in tally.officer_cards)
        findings = sum(row.found for row in tally.findings)
        for figure, count in zip(self._figures, (finished, tally.cards, spoiled, findings), strict=True):
            figure.show_count(count)
        reprinted = sum(row.reprinted for row in tally.company_cards)
        reprints = self.tr("{count} of them reprints").format(count=number(reprinted)) if reprinted else ""
        self._figures[1].show_remark(reprints)
        for sheet in tally_sheets(tally):
            self._tables[sheet.name].show_rows([[_text(cell) for cell in row] for row in sheet.rows])

    def show_written(self, file: Path) -> None:
        self.notice.say(
            self.tr("Written: {file}").format(file=file),
            Tone.OK,
            action=self.tr("Open folder"),
            key=Key.OPEN_FOLDER,
            do=lambda: open_folder_of(file),
        )

    def show_busy(self, busy: bool) -> None:
        if busy:
            self.day.setFocus()  # else the focus of a busy button would wander out of the room
        self._write.set_busy(busy, self.tr("Writing …"))

    def headings(self, sheet: str) -> tuple[str, ...]:
        """Of the table that shows the sheet of that name."""
        model = self._tables[sheet].model()
        return tuple(
            str(model.headerData(place, Qt.Orientation.Horizontal)) for place in range(model.columnCount())
        )

    def rows(self, sheet: str) -> list[tuple[str, ...]]:
        model = self._tables[sheet].model()
        return [
            tuple(str(model.index(row, place).data()) for place in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _figure_titles(self) -> tuple[str, ...]:
        return (
            self.tr("Visits finished"),
            self.tr("KPJ cards good"),
            self.tr("Cards spoiled"),
            self.tr("Findings"),
        )

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.notice)
        column.addWidget(self._head())
        column.addLayout(self._counts())
        log, kinds, visits, cards, spoiled, findings = tally_sheets(DailyTally(date.min, "", (), (), (), ()))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(GAP)
        left.addWidget(self._sheet(log, self.tr("No card was answered “good” on this day.")), 3)
        left.addWidget(self._sheet(kinds, self.tr("No card came out on this day.")), 3)
        left.addWidget(self._sheet(findings, self.tr("No finding on this day.")), 3)
        right.addWidget(self._sheet(visits, self.tr("No visit on this day.")), 1)
        right.addWidget(self._sheet(cards, self.tr("No card was printed on this day.")), 1)
        right.addWidget(self._sheet(spoiled, self.tr("No card was spoiled on this day.")), 1)
        row.addLayout(left, 6)
        row.addLayout(right, 5)
        column.addLayout(row, 1)

    def _head(self) -> Panel:
        panel = Panel()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.day, 0, top)
        middle = QVBoxLayout()
        middle.setSpacing(SMALL)
        middle.addWidget(self._weekday)
        steps = QHBoxLayout()
        steps.setSpacing(SMALL)
        steps.addWidget(self._earlier)
        steps.addWidget(self._later)
        steps.addStretch()
        middle.addLayout(steps)
        row.addLayout(middle)
        row.addStretch()
        papers = QVBoxLayout()
        papers.setSpacing(SMALL)
        papers.addWidget(self._write)
        papers.addWidget(self._close_day)
        row.addLayout(papers)
        panel.body.addLayout(row)
        return panel

    def _counts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for figure in self._figures:
            row.addWidget(figure, 1)
        return row

    def _sheet(self, sheet: Sheet, empty: str) -> Panel:
        widest = max(column.width for column in sheet.columns)
        table = Table(
            sheet.name,
            [
                Column(
                    column.title,
                    round(column.width * _PIXELS_A_LETTER),
                    stretch=column.width == widest,
                    right=column.counts,
                )
                for column in sheet.columns
            ],
            empty=empty,
        )
        self._tables[sheet.name] = table
        panel = Panel(sheet.name)
        panel.add(table)
        return panel


class Figure(Panel):
    """One count in large figures beside its name."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = title
        self._count = Label("–", grade="status")
        self._words = Label(title, "muted", grade="small", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._count)
        row.addWidget(self._words, 1)
        self.body.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        self.body.addLayout(row)

    def show_count(self, count: int) -> None:
        self._count.setText(number(count))
        self.setAccessibleName(f"{self._name}: {number(count)}")

    def show_remark(self, remark: str) -> None:
        """Beside the name, such as how many of them are of a kind."""
        self._words.setText(f"{self._name}, {remark}" if remark else self._name)


def _text(cell: Cell) -> str:
    if isinstance(cell, date):
        return short_date(cell)
    return number(cell) if isinstance(cell, int) else cell
