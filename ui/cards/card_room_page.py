"""The room "Cetak kartu": cards to check first, then cards owed, the latest cards, blanks and printer."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.cards.card_stock import BlankLevel
from app.cards.print_job import CardKind, GiveUpReason
from app.findings import Severity
from app.members.kpj import Kpj
from app.ports import CardToAnswer
from ui.cards.card_question import CardQuestion
from ui.cards.card_words import state_words
from ui.cards.numbered_choice import NumberedChoice
from ui.cards.printer_choice import PrinterChoice
from ui.formats import clock_time, number, short_date
from ui.shortcuts import Key
from ui.theme import GAP, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.facts import Fact, Facts
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page, scrolling
from ui.widgets.panel import Panel
from ui.widgets.table import Cell, Column, Table
from ui.wording.names import choices, name_of

_KPJ = 2  # column

MOST_BLANKS = 9_999
"""No delivery to one counter is larger; a card scanned into the field by mistake is."""


class CardRoomPage(Page):
    answered = Signal(int, object, object)
    print_asked = Signal(int)
    given_up = Signal(int, object)
    blanks_received = Signal(int)
    reveal_asked = Signal(int)
    batches_asked = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Card printing"))
        self.notice = Notice()
        self.printer = PrinterChoice()
        self._check = CheckList()
        self._owed = CardTable(
            self.tr("Cards not printed yet"),
            self.tr("No card is waiting. Cards left with “Print later” in a visit appear here."),
        )
        self._latest = CardTable(
            self.tr("Latest cards"), self.tr("No card yet. The first one is printed in step 4 of a visit.")
        )
        self._latest.setMinimumHeight(48)  # gives way while cards have to be checked
        self._listed = (self._owed, self._latest)
        self._numbers_offered = False
        self._reveals = tuple(self._reveal_in(table) for table in self._listed)
        self._print = ActionButton(self.tr("Print selected card"), Key.PRINT, primary=True)
        self._give_up = ActionButton(self.tr("Give up"), Key.GIVE_UP)
        self._why = NumberedChoice()
        self._actions = QWidget()
        self._giving_up = 0
        self._blanks = Facts()
        self._out_of_blanks = False
        self.received = Field(self.tr("Blank cards received"))
        self._book = ActionButton(self.tr("Book"))
        self._booked_by_others = Label(
            self.tr("A card operator or a supervisor books new blanks."), "muted", grade="small", wrap=True
        )
        self._batches = ActionButton(self.tr("Company batches"), Key.OTHER_CARDS)
        self._arrange()
        self._connect()
        self.show_cards((), (), ())
        self.offer_batches(False)
        self.offer_booking(False)
        self.offer_numbers(False)

    def show_cards(
        self,
        in_doubt: Sequence[CardToAnswer],
        owed: Sequence[CardToAnswer],
        latest: Sequence[CardToAnswer],
        being_sent: Collection[int] = (),
    ) -> None:
        """``being_sent`` are the cards sent a moment ago: too early to ask for them."""
        self._check.show_cards(in_doubt, being_sent)
        self._owed.show_cards(owed)
        self._latest.show_cards(latest)
        for button in (self._print, self._give_up):
            button.setEnabled(bool(owed))
        self._offer_reveals()

    def show_blanks(self, level: BlankLevel) -> None:
        self._out_of_blanks = level.remaining <= 0
        self._blanks.show_facts(
            [
                Fact(self.tr("Opening + received"), number(level.opening + level.received)),
                Fact(self.tr("Good"), number(level.good)),
                Fact(self.tr("Spoiled"), number(level.spoiled)),
                Fact(self.tr("Held until checked"), number(level.held)),
                Fact(self.tr("Should be left"), number(level.remaining)),
            ]
        )

    def offer_booking(self, offered: bool) -> None:
        """Whether the officer may book blanks; else the room says who does."""
        self.received.setVisible(offered)
        self._book.setVisible(offered)
        self._booked_by_others.setHidden(offered)

    def offer_batches(self, offered: bool) -> None:
        """Whether the officer has to do with company batches."""
        self._batches.setVisible(offered)

    def offer_numbers(self, offered: bool) -> None:
        """Whether the officer may see the numbers that the lists mask."""
        self._numbers_offered = offered
        for table in self._listed:
            table.mask_again()
        self._offer_reveals()

    def show_kpj(self, membership_id: int, kpj: Kpj) -> None:
        for table in self._listed:
            table.show_kpj(membership_id, kpj)

    def blanks(self) -> tuple[Fact, ...]:
        return self._blanks.facts()

    def owed_numbers(self) -> list[str]:
        """As the list of the cards not printed yet shows them."""
        return self._owed.numbers()

    def question(self) -> str:
        """What is asked about the selected card in doubt, or nothing."""
        return self._check.question()

    def show_booked(self, quantity: int) -> None:
        self.received.set_text("")
        self.notice.say(self.tr("{count} blank cards booked.").format(count=number(quantity)), Tone.OK)

    def show_busy(self, busy: bool) -> None:
        if busy and not self._check.hasFocus() and not self.received.editor.hasFocus():
            self._owed.setFocus()  # else the focus of a busy button would wander out of the room
        self._check.set_busy(busy)
        self._print.set_busy(busy, self.tr("Sending …"))
        self._book.set_busy(busy)
        if not busy:
            self._print.setEnabled(self._owed.has_cards)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for table in self._listed:
            table.mask_again()
        self.shown.emit()

    def take_focus(self) -> None:
        """To the cards in doubt, or else to those that are owed: arrows choose, one key does. Without a
        blank none can be printed: then to where new ones are booked.

        Only while the room is shown: elsewhere somebody is typing.
        """
        if not self.isVisible():
            return
        if self._check.has_cards:
            self._check.setFocus()
        else:
            may_book = self.received.isVisible()
            (self.received if self._out_of_blanks and may_book else self._owed).setFocus()

    def _connect(self) -> None:
        self._batches.triggered.connect(self.batches_asked)
        self._check.answered.connect(self.answered)
        self._check.why_asked.connect(self._stop_asking_why)
        self._print.triggered.connect(lambda: self.print_asked.emit(self._owed.current_card().job.id))
        self._owed.row_chosen.connect(lambda _row: self._print.click())
        self._give_up.triggered.connect(self._ask_why)
        self._why.chosen.connect(self._give_card_up)
        self._why.left.connect(self._stop_asking_why)
        self._book.triggered.connect(self._receive)
        self.received.entered.connect(self._book.click)
        self.received.edited.connect(lambda _text: self.received.clear_finding())

    def _reveal_in(self, table: "CardTable") -> ActionButton:
        reveal = ActionButton(self.tr("Show KPJ"), Key.REVEAL, quiet=True, within=table)
        reveal.triggered.connect(lambda: self._ask_for_number(table))
        return reveal

    def _offer_reveals(self) -> None:
        for table, reveal in zip(self._listed, self._reveals, strict=True):
            reveal.setVisible(self._numbers_offered and table.has_cards)

    def _ask_for_number(self, table: "CardTable") -> None:
        if table.has_cards:
            self.reveal_asked.emit(table.current_card().job.membership_id)

    def _ask_why(self) -> None:
        self._check.begin_again()  # one question at a time has the figure keys
        name = self._owed.current_card().name
        self._why.ask(
            self.tr("Why will the card of {name} not be printed?").format(name=name), choices(GiveUpReason)
        )
        self._giving_up = self._owed.current_card().job.id
        self._actions.hide()
        self._why.show()

    def _stop_asking_why(self) -> None:
        self._why.hide()
        self._actions.show()

    def _give_card_up(self, code: str) -> None:
        self._stop_asking_why()
        self.given_up.emit(self._giving_up, GiveUpReason(code))

    def _receive(self) -> None:
        typed = self.received.text().strip()
        if not typed.isdigit() or not 0 < int(typed) <= MOST_BLANKS:
            asked = self.tr("Type how many were received, 1 to {most}.").format(most=number(MOST_BLANKS))
            self.received.show_finding(Severity.BLOCK, asked)
            self.received.setFocus()
            return
        self.blanks_received.emit(int(typed))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        work = QWidget()
        left = QVBoxLayout(work)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP)
        left.addWidget(self.notice)
        left.addWidget(self._check)
        left.addWidget(self._owed_panel(), 4)
        latest = _panel(self.tr("Latest cards"), self._latest)
        latest.add_to_head(self._reveals[1])
        left.addWidget(latest, 3)
        row.addWidget(scrolling(work), 11)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self._blanks_panel())
        right.addWidget(self._printer_panel())
        right.addWidget(self._batches)
        right.addStretch()
        row.addLayout(right, 4)

    def _owed_panel(self) -> Panel:
        row = QHBoxLayout(self._actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        rule = self.tr("No card is ever sent again without your answer.")
        row.addWidget(Label(rule, "muted", grade="small", wrap=True), 1)
        row.addWidget(self._give_up)
        row.addWidget(self._print)
        self._why.hide()
        panel = _panel(self.tr("Not printed yet"), self._owed, self._actions, self._why)
        panel.add_to_head(self._reveals[0])
        return panel

    def _blanks_panel(self) -> Panel:
        editor = self.received.editor
        assert isinstance(editor, QLineEdit)
        editor.setValidator(QIntValidator(0, MOST_BLANKS, self))
        panel = _panel(self.tr("Blank cards of this counter"), self._blanks)
        panel.add(self.received)
        panel.body.addWidget(self._book, 0, Qt.AlignmentFlag.AlignRight)
        panel.add(self._booked_by_others)
        return panel

    def _printer_panel(self) -> Panel:
        return _panel(self.tr("Printer"), self.printer)


class CheckList(QWidget):
    """The cards in doubt and the question about the one that is selected."""

    answered = Signal(int, object, object)
    why_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = CardTable(self.tr("Cards to check"), "")
        self._question = CardQuestion()
        self._nothing = Label(self.tr("No card has to be checked."), Tone.OK, weight="strong")
        self._being_sent: Collection[int] = ()
        self._panel = _panel("", self._nothing, self._table, self._question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._table)
        self._table.card_changed.connect(self._ask)
        self._question.answered.connect(self._answer)
        self._question.why_asked.connect(self.why_asked)

    @property
    def has_cards(self) -> bool:
        return self._table.has_cards

    def show_cards(self, cards: Sequence[CardToAnswer], being_sent: Collection[int]) -> None:
        self._being_sent = being_sent
        self._table.show_cards(cards)
        self._table.show_all_rows(most=3)
        self._panel.set_tone(Tone.WARN if cards else None)
        self._panel.set_title(self.tr("Please check: did these cards come out?") if cards else "")
        self._nothing.setVisible(not cards)
        self._table.setVisible(bool(cards))
        self._question.setVisible(bool(cards))
        self._ask()

    def question(self) -> str:
        return self._question.title() if self.has_cards else ""

    def begin_again(self) -> None:
        self._question.begin_again()

    def set_busy(self, busy: bool) -> None:
        self._question.set_busy(busy)

    def _ask(self) -> None:
        if not self._table.has_cards:
            return
        card = self._table.current_card()
        about = f"{card.name} · {Kpj.parse(card.kpj).grouped}"
        if card.job.id in self._being_sent:
            self._question.wait(self.tr("{card} is being printed …").format(card=about))
        else:
            asked = self.tr("{card}: did the card come out well?").format(card=about)
            why = self.tr("{state}. Look in the tray before you answer.")
            self._question.ask(card.job.id, asked, why.format(state=state_words(card.job)[0]))

    def _answer(self, answer: object, spoiled: object) -> None:
        self.answered.emit(self._table.current_card().job.id, answer, spoiled)


class CardTable(Table):
    """Cards with their state, their numbers masked. A refresh keeps the same card selected, wherever its
    row went, and what was revealed."""

    card_changed = Signal()

    def __init__(self, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(
            name,
            [
                Column(self.tr("Asked for"), 126),
                Column(self.tr("Name"), stretch=True),
                Column(self.tr("KPJ"), 152),
                Column(self.tr("State"), 316),
            ],
            empty=empty,
            parent=parent,
        )
        self._cards: tuple[CardToAnswer, ...] = ()
        self._revealed: dict[int, Kpj] = {}
        self._filling = False
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)

    @property
    def has_cards(self) -> bool:
        return bool(self._cards)

    def current_card(self) -> CardToAnswer:
        return self._cards[max(self.current_row(), 0)]

    def show_cards(self, cards: Sequence[CardToAnswer]) -> None:
        kept = self.current_card().job.id if self._cards else 0
        self._filling = True
        self._cards = tuple(cards)
        self.show_rows([_row(card, self._revealed.get(card.job.membership_id)) for card in cards])
        ids = [card.job.id for card in cards]
        if ids:
            self.selectRow(ids.index(kept) if kept in ids else 0)
        self._filling = False

    def show_kpj(self, membership_id: int, kpj: Kpj) -> None:
        self._revealed[membership_id] = kpj
        self.show_cards(self._cards)

    def numbers(self) -> list[str]:
        model = self.model()
        return [str(model.index(row, _KPJ).data()) for row in range(model.rowCount())]

    def mask_again(self) -> None:
        self._revealed.clear()
        self.show_cards(self._cards)

    def show_all_rows(self, most: int) -> None:
        """As tall as its rows, up to ``most`` of them."""
        self.setFixedHeight(self._height_of(min(max(len(self._cards), 1), most)))

    def sizeHint(self) -> QSize:
        """Two rows are enough to ask for; the table takes what the room has left."""
        return QSize(super().sizeHint().width(), self._height_of(2))

    def _height_of(self, rows: int) -> int:
        height = self.verticalHeader().defaultSectionSize() * rows
        return height + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2

    def _on_row_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if not self._filling:
            self.card_changed.emit()


def _row(card: CardToAnswer, revealed: Kpj | None) -> list[Cell]:
    words, tone = state_words(card.job)
    asked_at = card.job.asked_at
    return [
        Cell(f"{short_date(asked_at)[:5]} {clock_time(asked_at)}"),
        Cell(card.name),
        Cell(revealed.grouped if revealed else Kpj.parse(card.kpj).masked),
        Cell(words if card.job.kind is CardKind.FIRST else f"{words} · {name_of(card.job.kind)}", tone),
    ]


def _panel(title: str, *content: QWidget) -> Panel:
    panel = Panel(title)
    for widget in content:
        panel.add(widget)
    return panel
