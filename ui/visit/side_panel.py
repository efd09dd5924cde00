"""The steady right side of a visit: the card, what is known, who it might be already, copies so far."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.cards.print_job import CardJob
from app.findings import Finding, FindingCode, Severity
from app.visit.step_3_validate import LookAlike
from ui.cards.card_words import kind_words, state_words
from ui.formats import clock_time, short_date
from ui.shortcuts import Key
from ui.theme import HAIR, SMALL
from ui.tone import SEVERITY_TONES, Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.card_view import CardView, PageImage
from ui.widgets.facts import Fact, Facts
from ui.widgets.label import Label
from ui.widgets.page import scrolling
from ui.widgets.panel import Panel
from ui.wording.finding_words import finding_words
from ui.wording.names import name_of

NARROWEST = 280
MOST_FINDINGS = 2
MOST_LOOK_ALIKES = 2
MOST_COPIES = 4


class SidePanel(QWidget):
    compare = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(NARROWEST)
        self.card = CardView(sides=1)
        self._card_panel = Panel(self.tr("The card to be printed"))
        self._card_panel.add(self.card)
        self.known = Facts()
        self._known_panel = Panel(self.tr("What is known"))
        self._known_panel.add(self.known)
        self.duplicates = Panel(tone=Tone.WARN)
        self._duplicate_words = QVBoxLayout()
        self._duplicate_words.setSpacing(HAIR)
        self.duplicates.body.addLayout(self._duplicate_words)
        self.compare_button = ActionButton(self.tr("Compare"), Key.COMPARE)
        self.compare_button.triggered.connect(self.compare)
        self.duplicates.add_to_head(self.compare_button)
        self.findings = Panel()
        self._finding_words = QVBoxLayout()
        self._finding_words.setSpacing(HAIR)
        self.findings.body.addLayout(self._finding_words)
        self.copies = Panel(self.tr("Cards of this membership"))
        self._copy_words = QVBoxLayout()
        self._copy_words.setSpacing(HAIR)
        self.copies.body.addLayout(self._copy_words)
        self._arrange()
        self.card_beside(True)
        self.clear()

    def clear(self) -> None:
        self.card.show_text(self.tr("The card appears here once name, NIK and KPJ are known."))
        self.show_known(())
        self.show_look_alikes(())
        self.show_findings(())
        self.show_copies(())

    def card_beside(self, beside: bool) -> None:
        """Where the page itself shows the card, the panel tells what became of the copies before."""
        self._card_panel.setVisible(beside)
        self.copies.setVisible(not beside)

    def show_copies(self, jobs: Sequence[CardJob]) -> None:
        """The last one first, each with what became of it."""
        _empty(self._copy_words)
        for job in sorted(jobs, key=lambda job: job.id, reverse=True)[:MOST_COPIES]:
            asked = f"{short_date(job.asked_at)} {clock_time(job.asked_at)}"
            told = f"{kind_words(job.kind, job.copy)} · {asked}"
            words, tone = state_words(job)
            self._copy_words.addWidget(Label(told, grade="small", weight="strong", wrap=True))
            self._copy_words.addWidget(Label(words, tone, grade="small", wrap=True))
        if not jobs:
            none = self.tr("None has been printed before.")
            self._copy_words.addWidget(Label(none, "muted", grade="small", wrap=True))

    def show_card(self, front: PageImage) -> None:
        self.card.show_card(front, front)

    def show_no_card(self, why: str) -> None:
        self.card.show_text(why)

    def show_known(self, facts: Sequence[Fact]) -> None:
        self.known.show_facts(facts)
        self._known_panel.setVisible(bool(facts))

    def show_look_alikes(self, look_alikes: Sequence[LookAlike]) -> None:
        """Only those nobody has decided on yet."""
        _empty(self._duplicate_words)
        count = len(look_alikes)
        self.duplicates.set_title(
            self.tr("1 possible duplicate")
            if count == 1
            else self.tr("{count} possible duplicates").format(count=count)
        )
        for look_alike in look_alikes[:MOST_LOOK_ALIKES]:
            for label in _person_lines(look_alike, self.tr("name {percent} % alike")):
                self._duplicate_words.addWidget(label)
        self.duplicates.setVisible(bool(look_alikes))

    def offer_compare(self, offered: bool) -> None:
        self.compare_button.setVisible(offered)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """The worst first, each with its why and its remedy."""
        _empty(self._finding_words)
        order = list(Severity)
        others = [one for one in findings if one.code is not FindingCode.PERSON_POSSIBLY_DUPLICATE]
        worst = sorted(others, key=lambda finding: order.index(finding.severity))
        count = len(worst)
        self.findings.set_title(
            self.tr("1 finding") if count == 1 else self.tr("{count} findings").format(count=count)
        )
        for finding in worst[:MOST_FINDINGS]:
            words = finding_words(finding)
            where = f"{name_of(finding.field)}: " if finding.field else ""
            self._finding_words.addWidget(
                Label(
                    f"{where}{words.what}",
                    SEVERITY_TONES[finding.severity],
                    grade="small",
                    weight="strong",
                    wrap=True,
                )
            )
            self._finding_words.addWidget(Label(words.remedy, "muted", grade="small", wrap=True))
        if count > MOST_FINDINGS:
            more = self.tr("and {count} more").format(count=count - MOST_FINDINGS)
            self._finding_words.addWidget(Label(more, "muted", grade="small"))
        self.findings.setVisible(bool(worst))

    def _arrange(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for panel in (self._card_panel, self.copies, self._known_panel, self.duplicates, self.findings):
            column.addWidget(panel)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))


def _person_lines(look_alike: LookAlike, alike: str) -> list[Label]:
    member = look_alike.person.member
    numbers = [one.kpj.masked for one in look_alike.person.memberships if one.kpj]
    companies = [one.company_name for one in look_alike.person.memberships if one.company_name]
    born = f"{short_date(member.birth_date)}" + (f" · KPJ {numbers[0]}" if numbers else "")
    where = [*companies[:1], name_of(look_alike.person.status)]
    told = " · ".join([*where, alike.format(percent=look_alike.similarity_percent)])
    return [
        Label(member.name, grade="small", weight="strong", wrap=True),
        Label(born, grade="small", wrap=True),
        Label(told, grade="small", wrap=True),
    ]


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
