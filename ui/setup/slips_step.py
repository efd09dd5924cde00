"""One-time passwords of the other officers, shown once and put on paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.trust.recovery_paper import PasswordSlip
from ui.setup.wizard import WizardStep
from ui.shortcuts import Key
from ui.theme import SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.label import Label
from ui.widgets.table import Column, Table
from ui.wording.names import name_of


class SlipsStep(WizardStep):
    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("One-time passwords"),
            self.tr(
                "Each holds for one sign-in; then Loket asks for a password of the officer's own. They are "
                "shown only now: print the slips and hand them over."
            ),
        )
        self._table = Table(
            self.tr("One-time passwords"),
            [
                Column(self.tr("Officer"), stretch=True),
                Column(self.tr("Role"), width=220),
                Column(self.tr("One-time password"), width=280),
            ],
            empty=self.tr("There is no other officer."),
        )
        self._kept = Label("", Tone.OK, grade="small", wrap=True)
        self._print = ActionButton(self.tr("Print slips"), Key.PRINT, icon="printer")
        self._save = ActionButton(self.tr("Save as PDF …"), Key.SAVE_DRAFT, icon="folder-open")
        self._print.triggered.connect(self.print_asked)
        self._save.triggered.connect(self.save_asked)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._print)
        row.addWidget(self._save)
        row.addStretch()
        self.body.addWidget(self._table, 1)
        self.body.addLayout(row)
        self.body.addWidget(self._kept)
        self.begin_at(self._print)

    def show_slips(self, slips: Sequence[PasswordSlip]) -> None:
        self._table.show_rows([[slip.officer, name_of(slip.role), slip.password] for slip in slips])
        self._print.setEnabled(bool(slips))
        self._save.setEnabled(bool(slips))

    def show_kept(self, words: str) -> None:
        self._kept.setText(words)

    def rows(self) -> list[tuple[str, str, str]]:
        """Name, role and one-time password, as they are shown."""
        model = self._table.model()
        return [
            (
                str(model.index(row, 0).data()),
                str(model.index(row, 1).data()),
                str(model.index(row, 2).data()),
            )
            for row in range(model.rowCount())
        ]

    @property
    def kept(self) -> bool:
        """Whether they were printed or saved."""
        return bool(self._kept.text())
