"""Printers that are reached by an address: a card printer on the network, and the ticket printer.

``network_typed(address)`` and ``ticket_typed(address)`` for what can be one; ``ticket_asked(address)`` to try
it.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.cards.printer_address import read_network_address, read_ticket_address
from app.errors import LoketError, RuleBroken
from app.findings import Severity
from app.settings import Settings
from ui.theme import SMALL
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.panel import Panel
from ui.wording.problem_words import problem_words


class AddressesPanel(Panel):
    network_typed = Signal(str)
    ticket_typed = Signal(str)
    ticket_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Addresses"))
        self.network = Field(
            self.tr("Evolis card printer on the network"),
            hint=self.tr("Such as 192.168.1.20; empty for none"),
        )
        self.ticket = Field(
            self.tr("Ticket printer"), hint=self.tr("Its network address or device; empty for none")
        )
        self._try = ActionButton(self.tr("Test ticket"))
        self.add(self.network)
        self.add(self.ticket)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._try)
        row.addStretch()
        self.body.addLayout(row)
        self._watch(self.network, read_network_address, self.network_typed)
        self._watch(self.ticket, read_ticket_address, self.ticket_typed)
        self._try.triggered.connect(self._ask)

    def show_settings(self, settings: Settings) -> None:
        """What is being typed at this moment stays."""
        for field, address in (
            (self.network, settings.network_printer),
            (self.ticket, settings.ticket_printer),
        ):
            if not field.editor.hasFocus():
                field.set_text(address)
                field.clear_finding()

    def refuse_ticket(self, error: LoketError) -> None:
        words = problem_words(error)
        self.ticket.show_finding(Severity.WARN, f"{words.what}. {words.next_step}")
        self.ticket.setFocus()

    def show_ticket_sent(self) -> None:
        self.ticket.show_ok(self.tr("Sent. Did a ticket come out?"))

    def set_busy(self, busy: bool) -> None:
        self._try.set_busy(busy)

    def _watch(self, field: Field, read: Callable[[str], str], typed: SignalInstance) -> None:
        def take() -> None:
            address = self._read(field, read)
            if address is not None:
                typed.emit(address)

        field.edited.connect(field.clear_finding)
        field.left.connect(take)
        field.entered.connect(take)

    def _ask(self) -> None:
        address = self._read(self.ticket, read_ticket_address)
        if address is not None:
            self.ticket_asked.emit(address)

    def _read(self, field: Field, read: Callable[[str], str]) -> str | None:
        try:
            return read(field.text())
        except RuleBroken as error:
            words = problem_words(error)
            field.show_finding(Severity.BLOCK, f"{words.what}. {words.next_step}")
            return None
