"""What was set up, before the first sign-in."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.setup.wizard import WizardStep
from ui.widgets.facts import Fact, Facts
from ui.widgets.panel import Panel


class DoneStep(WizardStep):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = Facts()
        panel = Panel()
        panel.add(self._facts)
        self.body.addWidget(panel)
        self.body.addStretch()
        self.next_text = self.tr("Sign in")

    def show_facts(self, title: str, lead: str, facts: Sequence[Fact]) -> None:
        self.say(title, lead)
        self._facts.show_facts(facts)
