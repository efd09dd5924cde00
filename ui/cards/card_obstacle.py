"""What stands in the way of a card before it is printed, and how to mend it, under the card's own row.

``CardObstacle()``; ``show_findings(findings)``; ``ask_supervisor(supervisors)`` where one may allow it for
the whole batch: ``approval_asked(officer_id, password, reason)``, then ``refuse(text)`` or
``show_approved(…)``.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cards.print_job import ReprintReason
from app.findings import Finding, FindingCode
from ui.theme import HAIR
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.supervisor_sign_in import SupervisorSignIn
from ui.wording.finding_words import finding_words
from ui.wording.names import choices


class CardObstacle(QWidget):
    approval_asked = Signal(int, str, str)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(grade="small", wrap=True)
        why = Choice(self.tr("Why a further card"))
        why.offer(choices(ReprintReason))
        why.set_code(ReprintReason.LOST.value)
        self._why = Field(self.tr("Why a further card"), why)
        self._sign_in = SupervisorSignIn()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        for part in (self._words, self._why, self._sign_in):
            column.addWidget(part)
        self._why.hide()
        self._sign_in.hide()
        self._sign_in.asked.connect(self.approval_asked)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        told = [finding_words(finding) for finding in findings]
        self._words.setText("\n".join(f"{words.why} {words.remedy}" for words in told))
        self.setAccessibleName(self._words.text())
        self._why.setHidden(all(finding.code is not FindingCode.CARD_PRINTED_BEFORE for finding in findings))

    def words(self) -> str:
        return self._words.text()

    def ask_supervisor(self, supervisors: Sequence[tuple[int, str]]) -> None:
        """Nobody is asked where ``supervisors`` is empty."""
        asked = bool(supervisors)
        if asked and self._sign_in.isHidden():
            self._sign_in.offer(supervisors)
        self._sign_in.setVisible(asked)

    def reprint_reason(self) -> ReprintReason:
        """Why members who have a card already get a further one."""
        return ReprintReason(self._why.text())

    def clear(self) -> None:
        """As for another batch."""
        self._sign_in.clear()

    def refuse(self, text: str) -> None:
        self._sign_in.refuse(text)
        self.resized.emit()

    def show_approved(self, name: str, reason: str) -> None:
        self._sign_in.show_approved(name, reason)
        self.resized.emit()
