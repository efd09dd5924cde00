"""Step 5 on screen: what was done, its receipt, a word about the app, and the next visitor."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.cards.print_job import CardJob, CardState
from app.ports import PageImage
from app.visit.step_5_close import VisitSummary
from app.visit.visit import Stage, VisitKind
from ui.cards.card_words import kind_words, state_words
from ui.folder import open_folder_of
from ui.formats import long_date, minutes, rupiah
from ui.shortcuts import Key
from ui.theme import GAP, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.facts import Fact, Facts
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page, scrolling
from ui.widgets.panel import Panel
from ui.widgets.pill import Pill
from ui.widgets.status_word import StatusWord
from ui.wording.names import name_of


class ClosePage(Page):
    receipt_asked = Signal()
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Close"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.notice = Notice()
        self._done = StatusWord()
        self._facts = Facts()
        self._total = Pill()
        self._times = Facts()
        self._paper = PaperView()
        self._written = Label("", "muted", grade="small", wrap=True)
        self._folder = ActionButton(self.tr("Open folder"), Key.OPEN_FOLDER)
        self._receipt = ActionButton(self.tr("Write receipt"), Key.PRINT)
        self._close = ActionButton(self.tr("Close and call the next"), Key.NEXT_VISITOR, primary=True)
        self._file: Path | None = None
        self._arrange()
        self._folder.triggered.connect(self._open_folder)
        self._receipt.triggered.connect(self.receipt_asked)
        self._close.triggered.connect(self.close_asked)
        self.begin()

    def begin(self) -> None:
        """Nothing is known yet of this visit."""
        self.notice.hide()
        self._done.show_word(self.tr("One moment …"), Tone.NEUTRAL)
        self._facts.show_facts([])
        self._times.show_facts([])
        self._total.hide()
        self._file = None
        self._folder.hide()
        self._receipt.show()
        self._paper.show_paper(None)
        self._written.setText(self.tr("Not written yet. F9 writes it as a PDF, to be signed by the member."))

    def show_summary(self, summary: VisitSummary, monthly: int, standard_seconds: int) -> None:
        """``monthly`` are all contributions of the membership in rupiah, 0 where none is known."""
        word, tone = self._outcome(summary)
        self._done.show_word(word, tone)
        facts = self._what_stands_now(summary)
        if monthly:
            facts.append(Fact(self.tr("Contributions a month"), rupiah(monthly)))
        if summary.findings_decided:
            decided = self.tr("{count} answered with a reason").format(count=summary.findings_decided)
            facts.append(Fact(self.tr("Findings"), decided))
        self._facts.show_facts(facts + [self._card(job) for job in summary.cards])
        self._show_times(summary, standard_seconds)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter closes

    def show_receipt(self, file: Path, paper: PageImage) -> None:
        self._file = file
        self._paper.show_paper(paper)
        self._written.setText(self.tr("Receipt {number}\n{file}").format(number=file.stem, file=file))
        self._receipt.hide()
        self._folder.show()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, busy: bool, saying: str = "") -> None:
        if busy:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # else it would wander to some other button
        self._receipt.set_busy(busy, saying)
        self._close.set_busy(busy)

    def outcome(self) -> str:
        """How the visit ends, in the large words."""
        return self._done.word()

    def facts(self) -> tuple[Fact, ...]:
        return self._facts.facts()

    def total_time(self) -> str:
        return self._total.text()

    def receipt_text(self) -> str:
        return self._written.text()

    def _outcome(self, summary: VisitSummary) -> tuple[str, Tone]:
        kind = summary.visit.kind
        good = any(job.state is CardState.GOOD for job in summary.cards)
        if kind is VisitKind.STATUS:
            return self.tr("Question answered"), Tone.OK
        if kind is VisitKind.CARD:
            return (self.tr("Card handed out"), Tone.OK) if good else (self.tr("Card follows"), Tone.INFO)
        stored = self.tr("Registered") if kind is VisitKind.NEW_MEMBER else self.tr("Membership added")
        if good:
            return self.tr("{done}, card handed out").format(done=stored), Tone.OK
        return self.tr("{done}, card follows").format(done=stored), Tone.INFO

    def _what_stands_now(self, summary: VisitSummary) -> list[Fact]:
        facts = []
        if summary.member is not None:
            facts.append(Fact(self.tr("Member"), summary.member.name))
            facts.append(Fact(self.tr("NIK"), summary.member.nik.grouped))
        if (membership := summary.membership) is not None:
            number = membership.kpj.grouped if membership.kpj else self.tr("follows later")
            programmes = " · ".join(membership.programmes_in_order)
            facts.append(Fact(self.tr("KPJ"), number))
            facts.append(Fact(self.tr("Programmes"), f"{membership.segment.value}: {programmes}"))
            if membership.npp is not None:
                company = f"{membership.npp.text} · {membership.company_name}"
                facts.append(Fact(self.tr("Company"), company))
            facts.append(Fact(self.tr("Since"), long_date(membership.start_date)))
            if membership.wage:
                facts.append(Fact(self.tr("Monthly wage"), rupiah(membership.wage)))
        return facts

    def _card(self, job: CardJob) -> Fact:
        words, tone = state_words(job)
        return Fact(self.tr("Card"), f"{words} · {kind_words(job.kind, job.copy)}", tone)

    def _show_times(self, summary: VisitSummary, standard_seconds: int) -> None:
        seconds = summary.step_seconds
        self._times.show_facts(
            [
                Fact(name_of(stage), minutes(seconds[stage]))
                for stage in summary.visit.route
                if stage in seconds and stage is not Stage.CLOSE
            ]
        )
        total = sum(seconds.values())
        words = self.tr("{total} of {standard}").format(
            total=minutes(total), standard=minutes(standard_seconds)
        )
        self._total.say(words, Tone.OK if total <= standard_seconds else Tone.WARN)
        self._total.show()

    def _open_folder(self) -> None:
        if self._file is not None:
            open_folder_of(self._file)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.notice)
        column.addWidget(scrolling(self._told()), 1)
        column.addWidget(self._advice())
        actions = QHBoxLayout()
        actions.setSpacing(SMALL)
        asked = self.tr("Ask whether everything is clear, then close.")
        actions.addWidget(Label(asked, "muted", grade="small", wrap=True), 1)
        actions.addWidget(self._receipt)
        actions.addWidget(self._close)
        column.addLayout(actions)

    def _told(self) -> QWidget:
        told = QWidget()
        row = QHBoxLayout(told)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(_panel(self.tr("What was done"), self._done, self._facts))
        times = _panel(self.tr("Time per step"), self._times)
        times.add_to_head(self._total)
        left.addWidget(times)
        left.addStretch()
        row.addLayout(left, 5)
        receipt = _panel(self.tr("Receipt for the member"), self._written, self._paper, self._folder)
        row.addWidget(receipt, 4)
        return told

    def _advice(self) -> Panel:
        """Next time the member may not have to come (study C: show the digital channel)."""
        panel = Panel(tone=Tone.INFO)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        advice = self.tr(
            "For next time: balance, digital card and small claims are in the JMO app on the phone."
        )
        row.addWidget(Icon("info", Tone.INFO), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(advice, wrap=True), 1)
        panel.body.addLayout(row)
        return panel


class PaperView(QFrame):
    """A small picture of a written paper, from its very bytes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("The receipt as written"))

    def show_paper(self, page: PageImage | None) -> None:
        self._image = None
        if page is not None:
            shown = QImage(page.rgb, page.width, page.height, page.stride, QImage.Format.Format_RGB888)
            self._image = shown.copy()  # the bytes handed in may be gone before the next paint
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRectF((self.width() - size.width()) / 2, 1, size.width(), size.height())
        sharp = self._image.scaled(
            size * self.devicePixelRatioF(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(frame, sharp)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(frame)


def _panel(title: str, *content: QWidget) -> Panel:
    panel = Panel(title)
    for widget in content:
        panel.add(widget)
    return panel
