"""Tutup hari: the day's figures as the paper will have them, what is still open, and one key that closes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.findings import Severity
from app.ports import DayClose
from app.reports.day_close import DayClosed, DayToClose
from app.reports.report import grouped
from ui.folder import open_folder_of
from ui.formats import clock_time, number, weekday_date
from ui.shortcuts import Key
from ui.supplies.count_panel import CountPanel
from ui.theme import GAP, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.facts import Fact, Facts
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page, scrolling
from ui.widgets.panel import Panel


class DayClosePage(Page):
    """``close_asked(reason, count)``, the reason empty where nothing is open, the count None at a counter
    without blanks; ``left()`` back to the tally."""

    close_asked = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Close the day"))
        self.notice = Notice()
        self._title = Label(grade="status")
        self._figures, self._chain = Facts(), Facts()
        self._open = Panel(self.tr("Still open"), tone=Tone.WARN)
        self._open_words = Label(grade="small", wrap=True)
        self.reason = Field(
            self.tr("Why the day is closed all the same"),
            hint=self.tr("Stands on the paper, beside the counts"),
        )
        self.count = CountPanel()
        self._earlier = Panel(self.tr("Closed before"), tone=Tone.INFO)
        self._earlier_words = Label(grade="small", wrap=True)
        self._back = ActionButton(self.tr("Back"), Key.BACK)
        self._close = ActionButton(self.tr("Close the day"), Key.GO_ON, primary=True)
        self._arrange()
        self._back.triggered.connect(self.left)
        self._close.triggered.connect(self._ask)
        self.reason.entered.connect(self._after_reason)
        self.count.done.connect(self._close.click)
        self.reason.edited.connect(self.reason.clear_finding)

    def show_day(self, day: DayToClose) -> None:
        """What was typed stays."""
        self._title.setText(self.tr("Close {day}").format(day=weekday_date(day.day)))
        figures, counter = day.figures, day.figures.counter
        findings = sum(row.found for row in figures.tally.findings)
        self._figures.show_facts(
            [
                Fact(self.tr("Visits finished"), number(counter.visits)),
                Fact(self.tr("New cards"), number(counter.good - counter.reprinted)),
                Fact(self.tr("Reprinted cards"), number(counter.reprinted)),
                Fact(self.tr("Cards spoiled"), number(counter.spoiled)),
                Fact(self.tr("Findings"), number(findings)),
            ]
        )
        self.count.setVisible(day.must_count)
        self.count.show_held(figures.blanks.held)
        still = day.still_open
        self._open.setVisible(bool(still))
        self.reason.setVisible(bool(still))
        self._open_words.setText(
            self.tr("{cards} cards nobody has answered for, {visits} visits nobody has finished.").format(
                cards=number(still.cards), visits=number(still.visits)
            )
        )
        self._show_earlier(day.closes)
        self.setFocusProxy(self.reason if still else self.count if day.must_count else self._close)
        self.setFocus()

    def ask_for_reason(self) -> None:
        self.reason.show_finding(Severity.BLOCK, self.tr("Write why, or settle what is open first."))
        self.reason.setFocus()

    def start(self) -> None:
        """Another officer closes the day: nothing of the one before stays."""
        self.notice.close_notice()
        self.reason.set_text("")
        self.count.clear()

    def show_busy(self, busy: bool) -> None:
        self._close.set_busy(busy, self.tr("Closing …"))
        self._back.setEnabled(not busy)

    def show_closed(self, closed: DayClosed) -> None:
        self.reason.set_text("")
        self.reason.clear_finding()
        self.count.clear()
        self._show_head(closed.close)
        self.notice.say(
            self.tr("Closed. The paper lies ready to be printed and signed: {file}").format(
                file=closed.file.name
            ),
            Tone.OK,
            action=self.tr("Open folder"),
            key=Key.OPEN_FOLDER,
            do=lambda: open_folder_of(closed.file),
        )

    def _show_head(self, close: DayClose) -> None:
        self._chain.show_facts(
            [
                Fact(self.tr("Journal entries"), number(close.head.length)),
                Fact(self.tr("Head of the chain"), grouped(close.head.sha256)),
            ]
        )

    def _show_earlier(self, closes: tuple[DayClose, ...]) -> None:
        self._earlier.setVisible(bool(closes))
        if not closes:
            self._chain.show_facts(
                [Fact(self.tr("Head of the chain"), self.tr("Is written when the day is closed"))]
            )
            return
        self._show_head(closes[0])
        self._earlier_words.setText(
            self.tr("{count} times, last at {time}. Closing again makes a paper of its own.").format(
                count=number(len(closes)), time=clock_time(closes[0].closed_at)
            )
        )

    def _after_reason(self) -> None:
        if self.count.isVisible():
            self.count.setFocus()
        else:
            self._close.click()

    def _ask(self) -> None:
        count = None
        if self.count.isVisible():
            count = self.count.count()
            if count is None:
                return
        self.close_asked.emit(self.reason.text() if self.reason.isVisible() else "", count)

    def _arrange(self) -> None:
        self._open.add(self._open_words)
        self._open.add(self.reason)
        self._earlier.add(self._earlier_words)
        figures = Panel(self.tr("As they will stand on the paper"))
        figures.add(self._figures)
        chain = Panel(self.tr("Where the journal stands"))
        chain.add(self._chain)
        what = Label(
            self.tr(
                "The day's figures and the head of the journal go onto a paper to be signed and filed; "
                "a backup is made. The counter can go on working, and the day can be closed again."
            ),
            "muted",
            wrap=True,
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self._back)
        buttons.addStretch()
        buttons.addWidget(self._close)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(figures, 1, top)
        row.addWidget(chain, 1, top)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(what)
        column.addWidget(self._earlier)
        column.addWidget(self._open)
        column.addWidget(self.count)
        column.addLayout(row)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(self._title)
        whole.addWidget(self.notice)
        whole.addWidget(scrolling(content), 1)
        whole.addLayout(buttons)
