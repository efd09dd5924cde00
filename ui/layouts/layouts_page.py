"""The branch's card layouts, and which cards are printed with which of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cards.card_layouts import LayoutChoice
from app.cards.choose_layout import KeptLayout, KeptLayouts
from app.findings import Severity
from app.members.membership import Segment
from app.members.npp import Npp
from app.ports import PageImage
from ui.formats import short_date
from ui.shortcuts import Key
from ui.theme import GAP, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.card_view import CardView
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.widgets.table import Cell, Column, Row, Table
from ui.wording.names import name_of


class LayoutsPage(Page):
    """``design_asked(layout)`` by name and version, ``chosen(LayoutChoice)``, ``looked_at(layout)`` as
    another row becomes current; ``company_typed(text)`` for a company that is to have a layout of its own."""

    design_asked = Signal(str)
    anew_asked = Signal()
    take_in_asked = Signal()
    give_out_asked = Signal(str)
    looked_at = Signal(str)
    chosen = Signal(object)
    company_typed = Signal(str)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Card layouts"))
        self.notice = Notice()
        self._layouts: tuple[KeptLayout, ...] = ()
        self._choices: list[LayoutChoice] = []
        self.table = Table(
            self.tr("Layouts of the branch"),
            [
                Column(self.tr("Layout"), stretch=True),
                Column(self.tr("Version"), width=70, right=True),
                Column(self.tr("Saved"), width=120),
                Column(self.tr("By"), width=130),
            ],
            empty=self.tr("One moment …"),
        )
        self.design = ActionButton(self.tr("Design"), Key.DESIGN, primary=True, icon="pencil")
        self.anew = ActionButton(self.tr("Begin with the program's"), Key.DESIGN_ANEW)
        self.take_in = ActionButton(self.tr("Read a file …"), Key.TAKE_IN)
        self.give_out = ActionButton(self.tr("Write a file …"), Key.GIVE_OUT)
        self.card = CardView(upright=False)
        self.choices = Table(
            self.tr("Which cards are printed with which layout"),
            [Column(self.tr("Cards of"), stretch=True), Column(self.tr("Layout"), width=150)],
            empty=self.tr("One moment …"),
        )
        self.use = ActionButton("", Key.USE_LAYOUT)
        self.as_others = ActionButton(self.tr("As all others"), Key.GIVE_UP, within=self.choices)
        self.npp = Field(
            self.tr("A company with a layout of its own"),
            hint=self.tr("NPP, then Enter: its cards get the layout selected at the left"),
        )
        self._arrange()
        self._connect()
        self.setFocusProxy(self.table)

    def show_layouts(self, kept: KeptLayouts) -> None:
        self._layouts = kept.layouts
        self.table.show_rows([_layout_row(layout) for layout in kept.layouts])
        chosen = {(each.npp, each.segment): each.layout for each in kept.choices}
        keys: list[tuple[Npp | None, Segment | None]] = [(None, None), *((None, each) for each in Segment)]
        keys += [(each.npp, None) for each in kept.choices if each.npp is not None]
        self._choices = [LayoutChoice(chosen.get(key, ""), *key) for key in keys]
        self.choices.show_rows([self._choice_row(each, kept) for each in self._choices])
        self._name_use()

    def current(self) -> KeptLayout | None:
        row = self.table.current_row()
        return self._layouts[row] if 0 <= row < len(self._layouts) else None

    def select(self, name: str) -> None:
        names = [layout.name for layout in self._layouts]
        if name in names:
            self.table.selectRow(names.index(name))

    def show_card(self, pages: Sequence[PageImage]) -> None:
        if pages:
            self.card.show_card(*pages)

    def show_no_company(self) -> None:
        self.npp.show_finding(Severity.BLOCK, self.tr("The branch has no company of this NPP."))
        self.npp.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _choice_row(self, choice: LayoutChoice, kept: KeptLayouts) -> Row:
        if choice.npp is not None:
            whose = f"{choice.npp.text} · {kept.companies.get(choice.npp, '')}"
        elif choice.segment is not None:
            whose = name_of(choice.segment)
        else:
            return [self.tr("The whole branch"), Cell(kept.of_branch, Tone.OK)]
        return [whose, Cell(choice.layout, Tone.OK) if choice.layout else self.tr("as the branch")]

    def _name_use(self) -> None:
        current = self.current()
        name = current.name if current is not None else "…"
        self.use.set_text(self.tr("Print these with {layout}").format(layout=name))
        chosen = self._choice()
        self.as_others.setEnabled(chosen is not None and bool(chosen.layout))

    def _choice(self) -> LayoutChoice | None:
        row = self.choices.current_row()
        return self._choices[row] if 0 <= row < len(self._choices) else None

    def _connect(self) -> None:
        self.table.row_chosen.connect(lambda _row: self._emit(self.design_asked))
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._look())
        self.choices.selectionModel().currentRowChanged.connect(lambda *_rows: self._name_use())
        self.choices.row_chosen.connect(lambda _row: self._use())
        self.design.triggered.connect(lambda: self._emit(self.design_asked))
        self.give_out.triggered.connect(lambda: self._emit(self.give_out_asked))
        self.anew.triggered.connect(self.anew_asked)
        self.take_in.triggered.connect(self.take_in_asked)
        self.use.triggered.connect(self._use)
        self.as_others.triggered.connect(self._as_others)
        self.npp.entered.connect(lambda: self.company_typed.emit(self.npp.text()))
        self.npp.edited.connect(lambda _text: self.npp.clear_finding())

    def _emit(self, signal: SignalInstance) -> None:
        current = self.current()
        if current is not None:
            signal.emit(current.layout)

    def _look(self) -> None:
        self._name_use()
        self._emit(self.looked_at)

    def _use(self) -> None:
        current, choice = self.current(), self._choice()
        if current is not None and choice is not None:
            self.chosen.emit(LayoutChoice(current.name, choice.npp, choice.segment))

    def _as_others(self) -> None:
        choice = self._choice()
        if choice is not None and choice.layout:
            self.chosen.emit(LayoutChoice("", choice.npp, choice.segment))

    def _arrange(self) -> None:
        kept = Panel(self.tr("Layouts of the branch"))
        kept.body.addWidget(self.table, 1)
        kept.add(self.card)
        work = QHBoxLayout()
        work.setSpacing(SMALL)
        for button in (self.design, self.anew):
            work.addWidget(button)
        work.addStretch(1)
        files = QHBoxLayout()
        files.setSpacing(SMALL)
        for button in (self.take_in, self.give_out):
            files.addWidget(button)
        files.addStretch(1)
        kept.body.addLayout(work)
        kept.body.addLayout(files)
        which = Panel(self.tr("Which cards"))
        which.body.addWidget(self.choices, 1)
        which.add(self.use)
        which.add(self.as_others)
        which.add(self.npp)
        lower = QHBoxLayout()
        lower.setSpacing(GAP)
        lower.addWidget(kept, 3)
        lower.addWidget(which, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(Label(self.tr("Card layouts"), grade="status"))
        whole.addWidget(self.notice)
        whole.addLayout(lower, 1)


def _layout_row(layout: KeptLayout) -> Row:
    saved = short_date(layout.made_at.date()) if layout.made_at is not None else ""
    by = layout.made_by if layout.made_at is not None else "Loket"
    return [layout.name, str(layout.version), saved, by]
