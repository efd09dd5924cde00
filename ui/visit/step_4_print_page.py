"""Step 4 on screen: the card as it will come out, one key that prints, and the question in the tray.

The page shows what the presenter tells it and sends out what the officer does; it decides nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cards.card_stock import BlankLevel
from app.cards.next_copy import NextCopy
from app.cards.print_job import CardJob, CardKind, CardState, PrinterReason, ReprintReason
from app.ports import PageImage
from app.trust.officer import Officer
from ui.cards.card_question import CardQuestion
from ui.cards.card_words import kind_words, reason_and_remedy, state_words
from ui.cards.printer_choice import PrinterChoice
from ui.formats import number
from ui.shortcuts import Key
from ui.theme import GAP, SECTION, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.card_view import CardView
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page, scrolling
from ui.widgets.panel import Panel
from ui.widgets.pill import Pill
from ui.widgets.status_word import StatusWord
from ui.widgets.supervisor_sign_in import SupervisorSignIn
from ui.wording.names import choices, name_of

LOW_BLANKS = 10
"""From here on the count is shown as a warning; a box of blanks is fetched before the last one."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """What can be done now. A text names its button; without one there is no button."""

    printing: str = ""
    later: str = ""
    approval: bool = False
    question: bool = False
    go_on: bool = False


_NOTHING = _Offer()
_ANSWER = _Offer(question=True)
_GO_ON = _Offer(go_on=True)


class PrintPage(Page):
    print_asked = Signal(object)
    later_asked = Signal()
    go_on_asked = Signal()
    answered = Signal(object, object)
    approval_asked = Signal(int, str, str)
    printer_chosen = Signal(str)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Print"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.notice = Notice()
        self._card = CardView(upright=False)
        self._kind = Pill()
        self._size = ActionButton("", Key.TRUE_SIZE, quiet=True)
        self.printer = PrinterChoice()
        self._blanks = Pill(icon="circle-dashed")
        self._state = StatusWord()
        self._approval = ReprintApproval()
        self._question = CardQuestion()
        self._question_panel = Panel(tone=Tone.WARN)
        self._question_panel.add(self._question)
        self._later = ActionButton(self.tr("Print later"), Key.SAVE_DRAFT)
        self._go_on = ActionButton(self.tr("Continue"), Key.GO_ON, primary=True)
        self._print = ActionButton(self.tr("Print card"), Key.PRINT, primary=True)
        self._arrange()
        self._connect()
        self._show_true_size(True)
        self.begin()

    def begin(self) -> None:
        """Nothing is known yet of this visit's card."""
        self.notice.hide()
        self._kind.hide()
        self._approval.clear()
        self._card.show_text("")
        self._show(self.tr("One moment …"), Tone.NEUTRAL)

    def show_card(self, front: PageImage, back: PageImage | None = None) -> None:
        self._card.show_card(front, back)

    def show_blanks(self, level: BlankLevel) -> None:
        words = self.tr("{count} blank cards left").format(count=number(level.remaining))
        self._blanks.say(words, Tone.WARN if level.remaining <= LOW_BLANKS else Tone.NEUTRAL)

    def show_supervisors(self, supervisors: Sequence[Officer]) -> None:
        self._approval.offer(supervisors)

    def show_approved(self, name: str, reason: str) -> None:
        self._approval.show_approved(name, reason)
        if self._print.isEnabled():
            self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse_approval(self, text: str) -> None:
        self._approval.refuse(text)

    def take_approval_back(self) -> None:
        self._approval.take_back()
        self._allow_printing()

    def show_number_follows(self) -> None:
        """No card without a number; the visit goes on."""
        self._card.show_text(self.tr("No card yet: the KPJ number follows later."))
        self._show(
            self.tr("No card can be printed yet"),
            Tone.INFO,
            self.tr("The membership is stored. Print the card once the centre has given the number."),
            offer=_GO_ON,
        )

    def show_ready(self, coming: NextCopy, last: CardJob | None) -> None:
        """``coming`` is the copy that F9 prints; ``last`` what became of the one before."""
        self._show_kind(coming.kind, coming.copy)
        word, tone, detail, button = self._ready_words(coming, last)
        later = self.tr("Do not reprint") if coming.needs_approval else self.tr("Print later")
        self._show(word, tone, detail, _Offer(button, later, approval=coming.needs_approval))
        if coming.needs_approval:
            self._approval.setFocus()
        else:
            self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sending(self) -> None:
        """The card is on its way; nothing can be pressed twice."""
        self._show(self.tr("Sending the card …"), Tone.INFO)

    def show_waiting(self, job: CardJob) -> None:
        self._show_kind(job.kind, job.copy)
        detail = self.tr("Afterwards you will be asked whether it came out well. You can also scan it.")
        self._show(self.tr("The card is being printed …"), Tone.INFO, detail)

    def show_question(self, job: CardJob, name: str) -> None:
        """Only a person can say what lies in the tray."""
        self._show_kind(job.kind, job.copy)
        if job.state is CardState.NEEDS_ATTENTION:
            word, remedy = reason_and_remedy(job.printer_reason)
            after = (
                self.tr("It does not go on by itself; after your answer the card can be sent again.")
                if job.printer_reason is PrinterReason.FAILED
                else self.tr("Once mended, the printer goes on by itself.")
            )
            self._show(word, Tone.WARN, f"{remedy}. {after}" if remedy else after, offer=_ANSWER)
            why = self.tr("Answer only when you have seen what became of the card.")
        elif job.state is CardState.CLAIMED_DONE:
            self._show(self.tr("Look in the tray"), Tone.INFO, offer=_ANSWER)
            why = self.tr("The printer says it is done. Only you can see whether that is so.")
        else:
            self._show(self.tr("Look in the tray"), Tone.WARN, state_words(job)[0], offer=_ANSWER)
            why = self.tr("Nobody but you can find out whether this card came out.")
        asked = self.tr("Did the card of {name} come out well?").format(name=name)
        self._question.ask(job.id, asked, why)

    def show_done(self, job: CardJob) -> None:
        self._show_kind(job.kind, job.copy)
        self._show(self.tr("Card good"), Tone.OK, self.tr("Hand it to the member."), offer=_GO_ON)
        self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, busy: bool) -> None:
        """While something is being stored nothing else is taken."""
        if busy:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # else it would wander to some other button
        self._question.set_busy(busy)
        for button in (self._print, self._later, self._go_on):
            button.set_busy(busy)
        if not busy:
            self._allow_printing()

    def state_word(self) -> str:
        """How the card stands, in the large words."""
        return self._state.word()

    @property
    def asks(self) -> bool:
        """Whether the officer is asked what lies in the tray."""
        return self._question.isVisible() and self._question.isEnabled()

    @property
    def shows_card(self) -> bool:
        return self._card.shows_card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_card()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _ready_words(self, coming: NextCopy, last: CardJob | None) -> tuple[str, Tone, str, str]:
        """The large word, its tone, the line below it and what the button says."""
        if coming.needs_approval:
            return (
                self.tr("The member already has a good card"),
                Tone.WARN,
                self.tr("A reprint needs a reason and a supervisor."),
                self.tr("Reprint card"),
            )
        if last is not None and last.state is CardState.SPOILED:
            word = self.tr("Card spoiled — print another")
            return word, Tone.WARN, state_words(last)[0], self.tr("Print another")
        if last is not None and last.state is CardState.NOT_PRINTED:
            return (
                self.tr("The card did not come out"),
                Tone.WARN,
                self.tr("The print queue was cleared. The same card can be sent again."),
                self.tr("Send again"),
            )
        if last is not None and last.owed and last.printer_reason is not PrinterReason.NONE:
            why = name_of(last.printer_reason)
            return self.tr("Nothing was sent"), Tone.WARN, why, self.tr("Send again")
        return self.tr("Ready to print"), Tone.OK, "", self.tr("Print card")

    def _show_kind(self, kind: CardKind, copy: int) -> None:
        self._kind.say(kind_words(kind, copy), Tone.NEUTRAL if copy == 1 else Tone.WARN)
        self._kind.show()

    def _show(self, word: str, tone: Tone, detail: str = "", offer: _Offer = _NOTHING) -> None:
        """The state in large words, and exactly those things that make sense now."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # before a button with the focus goes away
        self._state.show_word(word, tone, detail)
        self._question_panel.setVisible(offer.question)
        self._approval.setVisible(offer.approval)
        self.printer.setVisible(bool(offer.printing))
        for button, text in ((self._print, offer.printing), (self._later, offer.later)):
            button.set_text(text or button.text())
            button.setVisible(bool(text))
        self._go_on.setVisible(offer.go_on)
        self._allow_printing()

    def _allow_printing(self) -> None:
        missing = self._approval.isVisibleTo(self) and self._approval.reason() is None
        if not self._print.busy:
            self._print.setEnabled(not missing)

    def _show_true_size(self, true_size: bool) -> None:
        self.true_size = true_size
        self._size_card()
        self._size.set_text(self.tr("Fit") if true_size else self.tr("True size"))

    def _size_card(self) -> None:
        """True size where both sides fit beside each other; else there is nothing to choose."""
        room = self.width() - 2 * SECTION
        self._card.set_true_size(True)
        fits = self._card.sizeHint().width() <= room
        self._card.set_true_size(self.true_size and fits)
        self._size.setVisible(fits)

    def _connect(self) -> None:
        self._size.triggered.connect(lambda: self._show_true_size(not self.true_size))
        self._print.triggered.connect(lambda: self.print_asked.emit(self._approval.reason()))
        self._later.triggered.connect(self.later_asked)
        self._go_on.triggered.connect(self.go_on_asked)
        self._question.answered.connect(self.answered)
        self.printer.chosen.connect(self.printer_chosen)
        self._approval.edited.connect(self._allow_printing)
        self._approval.approval_asked.connect(self.approval_asked)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.notice)
        work = scrolling(self._work())
        bar = work.verticalScrollBar()
        # the question stands at the end: large text must not hide its answers
        bar.rangeChanged.connect(lambda _first, last: bar.setValue(last if self.asks else 0))
        column.addWidget(work, 1)
        actions = QHBoxLayout()
        actions.setSpacing(SMALL)
        rule = self.tr("No card is ever sent again without your answer.")
        actions.addWidget(Label(rule, "muted", grade="small", wrap=True), 1)
        for button in (self._later, self._go_on, self._print):
            actions.addWidget(button)
        column.addLayout(actions)

    def _work(self) -> QWidget:
        """All but the buttons; scrolls where large text needs more than the window has."""
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._card_panel())
        column.addWidget(self._state_panel())
        column.addWidget(self._question_panel)
        column.addStretch()
        return work

    def _card_panel(self) -> Panel:
        panel = Panel(self.tr("The card as it will be printed"))
        panel.add_to_head(self._size)
        panel.add(self._card)
        return panel

    def _state_panel(self) -> Panel:
        panel = Panel()
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._state, 1)
        for pill in (self._kind, self._blanks):
            row.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        panel.body.addLayout(row)
        panel.add(self._approval)
        panel.add(self.printer)
        return panel


class ReprintApproval(QWidget):
    """Why another card, and the supervisor's own sign-in for it."""

    edited = Signal()
    approval_asked = Signal(int, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        why = Choice(self.tr("Reason for the reprint"))
        why.offer([("", "—"), *choices(ReprintReason)])
        self._why = Field(self.tr("Reason for the reprint"), why)
        self._supervisor = SupervisorSignIn()
        self._approved = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._why)
        column.addWidget(self._supervisor)
        self._why.edited.connect(lambda _code: self.edited.emit())
        self._why.entered.connect(self._supervisor.focus_missing)
        self._supervisor.asked.connect(self.approval_asked)
        self.setFocusProxy(self._why)

    def offer(self, supervisors: Sequence[Officer]) -> None:
        self._supervisor.offer([(officer.id, officer.name) for officer in supervisors])

    def clear(self) -> None:
        self._approved = False
        self._why.set_text("")
        self._supervisor.clear()

    def take_back(self) -> None:
        """The supervisor signed in too long ago."""
        self._approved = False
        self._supervisor.clear()

    def refuse(self, text: str) -> None:
        self._supervisor.refuse(text)

    def show_approved(self, name: str, reason: str) -> None:
        self._approved = True
        self._supervisor.show_approved(name, reason)
        if not self._why.text():
            self._why.setFocus()
        self.edited.emit()

    def reason(self) -> ReprintReason | None:
        """``None`` until it is given and approved."""
        return ReprintReason(self._why.text()) if self._approved and self._why.text() else None
