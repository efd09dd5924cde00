"""The room "Printer": what is found on the desk, how it is, which one this counter uses, and trying it.

``printer_chosen(address)`` for this counter's card printer; ``look_asked()`` to ask all printers again.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cards.print_job import PrinterReason
from app.cards.set_up_printer import DeskPrinter
from ui.cards.card_words import printer_words, reason_and_remedy
from ui.formats import number
from ui.printers.addresses_panel import AddressesPanel
from ui.printers.trial_panel import TrialPanel
from ui.shortcuts import Key
from ui.theme import GAP, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.facts import Fact, Facts
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page, scrolling
from ui.widgets.panel import Panel
from ui.widgets.table import Cell, Column, Row, Table

_UNKNOWN = "–"


class PrintersPage(Page):
    printer_chosen = Signal(str)
    look_asked = Signal()
    shown = Signal()
    hidden = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Printers"))
        self.notice = Notice()
        self.table = Table(
            self.tr("Printers found"),
            [
                Column(self.tr("Printer"), stretch=True),
                Column(self.tr("State"), width=230),
                Column(self.tr("Ribbon left"), width=110, right=True),
                Column(self.tr("This counter"), width=160),
            ],
            empty=self.tr("The printers are being looked for."),
        )
        self.trial, self.addresses = TrialPanel(), AddressesPanel()
        self._about = Panel(self.tr("How it is"))
        self._what = Label("", weight="strong", wrap=True)
        self._remedy = Label("", wrap=True)
        self._figures = Facts()
        self._use = ActionButton(self.tr("Use at this counter"), Key.GO_ON, primary=True)
        self._look = ActionButton(self.tr("Look again"))
        self._printers: tuple[DeskPrinter, ...] = ()
        self._chosen = ""
        self._arrange()
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_current())
        self.table.row_chosen.connect(lambda _row: self._choose())
        self._use.triggered.connect(self._choose)
        self._look.triggered.connect(self.look_asked)
        self.setFocusProxy(self.table)

    def show_printers(self, printers: Sequence[DeskPrinter], chosen: str) -> None:
        """The selection stays on its printer; at first it is on this counter's."""
        current = self.current()
        wanted = current.name.address if current is not None else chosen
        self._printers, self._chosen = tuple(printers), chosen
        self.table.show_rows([self._row(printer) for printer in printers])
        addresses = [printer.name.address for printer in printers]
        self.table.selectRow(addresses.index(wanted) if wanted in addresses else 0)
        self._show_current()

    def current(self) -> DeskPrinter | None:
        row = self.table.current_row()
        return self._printers[row] if 0 <= row < len(self._printers) else None

    def clear(self) -> None:
        self.notice.close_notice()
        self.trial.clear()

    def set_looking(self, looking: bool) -> None:
        self._look.set_busy(looking)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hidden.emit()

    def _row(self, printer: DeskPrinter) -> Row:
        state = printer.state
        words, tone = self._state_words(printer)
        left = _UNKNOWN
        if state is not None and state.ribbon_left is not None:
            left = number(state.ribbon_left)
        elif state is not None and state.ribbon_percent is not None:
            left = f"{state.ribbon_percent} %"
        mine = printer.name.address == self._chosen
        return [
            printer.name.label,
            Cell(words, tone),
            left,
            Cell(self.tr("Used here"), Tone.OK) if mine else "",
        ]

    def _state_words(self, printer: DeskPrinter) -> tuple[str, Tone]:
        if printer.state is None:
            return self.tr("Not found"), Tone.ERROR
        if printer.state.reason is PrinterReason.NONE:
            words, tone = printer_words(printer.state)
            return words.partition(" · ")[0], tone
        return reason_and_remedy(printer.state.reason)[0], Tone.WARN

    def _choose(self) -> None:
        printer = self.current()
        if printer is not None and printer.name.address != self._chosen:
            self.printer_chosen.emit(printer.name.address)

    def _show_current(self) -> None:
        printer = self.current()
        self.trial.show_printer(printer)
        self._use.setEnabled(printer is not None and printer.name.address != self._chosen)
        if printer is None:
            return
        words, tone = self._state_words(printer)
        self._about.set_title(printer.name.label)
        self._what.say(words, tone)
        self._remedy.setText(self._what_to_do(printer))
        self._remedy.setVisible(bool(self._remedy.text()))
        self._figures.show_facts(self._facts(printer))

    def _what_to_do(self, printer: DeskPrinter) -> str:
        state = printer.state
        if state is None:
            return self.tr("Switch it on and plug it in, then look again; or use another printer.")
        if state.reason is PrinterReason.NONE:
            return ""
        remedy = reason_and_remedy(state.reason)[1]
        if state.reason is PrinterReason.OFFLINE:
            return self.tr("Switch it on and check its cable or network, then look again.")
        return f"{remedy}." if remedy else ""

    def _facts(self, printer: DeskPrinter) -> list[Fact]:
        state = printer.state
        if state is None:
            return []
        figures = (
            (self.tr("Ribbon left"), state.ribbon_left, self.tr("{count} cards")),
            (self.tr("Ribbon"), state.ribbon_percent, "{count} %"),
            (self.tr("Cards printed"), state.cards_printed, "{count}"),
            (self.tr("Next cleaning"), state.cleaning_in, self.tr("in {count} cards")),
        )
        facts = [
            Fact(label, form.format(count=number(value)))
            for label, value, form in figures
            if value is not None
        ]
        return facts or [Fact(self.tr("Ribbon, cards, cleaning"), self.tr("This printer does not tell"))]

    def _arrange(self) -> None:
        for widget in (self._what, self._remedy, self._figures):
            self._about.add(widget)
        self._about.body.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        foot.addWidget(self._look)
        foot.addStretch()
        foot.addWidget(self._use)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self._about, 1)
        below.addWidget(self.addresses, 1)
        left.addLayout(below)
        left.addLayout(foot)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.trial)
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addLayout(left, 7)
        row.addWidget(scrolling(beside), 4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(Label(self.tr("Printers"), grade="status"))
        whole.addWidget(self.notice)
        whole.addLayout(row, 1)
