"""A supervisor's own sign-in on the spot: name, password, reason, Enter. The officer at the counter stays.

``SupervisorSignIn()``; ``offer([(officer_id, name), …])``; ``asked(officer_id, password, reason)`` once all
three are given; then ``refuse(text)`` or ``show_approved(name, reason)``. ``clear()`` for the next card.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.findings import Severity
from ui.theme import GAP, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field, enter_moves_on
from ui.widgets.label import Label
from ui.widgets.password_field import PasswordField


class SupervisorSignIn(QWidget):
    asked = Signal(int, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who_list = Choice(self.tr("Supervisor"))
        self.who = Field(self.tr("Supervisor"), self._who_list)
        self.password = PasswordField(self.tr("Supervisor's password"))
        self.reason = Field(self.tr("Supervisor's reason"))
        self._approve = ActionButton(self.tr("Approve"))
        self._approved = Label("", Tone.OK, weight="medium", wrap=True)
        self._fields = QWidget()
        self._busy = False
        self._arrange()
        for field in (self.who, self.password, self.reason):
            field.edited.connect(self._edit)
        enter_moves_on([self.who, self.password, self.reason], self._ask)
        self._approve.triggered.connect(self._ask)
        self.setFocusProxy(self.who)

    def offer(self, supervisors: Sequence[tuple[int, str]]) -> None:
        """Where there is only one, nobody has to be chosen."""
        only = len(supervisors) == 1
        nobody = [] if only else [("", "—")]
        self._who_list.offer([*nobody, *((str(number), name) for number, name in supervisors)])
        if only:
            self._who_list.set_code(str(supervisors[0][0]))
        self.setFocusProxy(self.password if only else self.who)

    def clear(self) -> None:
        """As for another card or another visitor."""
        self.password.forget()
        self.reason.set_text("")
        self.reason.clear_finding()
        self._approved.hide()
        self._fields.show()

    def show_busy(self, busy: bool) -> None:
        self._busy = busy
        self._approve.set_busy(busy)

    def refuse(self, text: str) -> None:
        """Beside the password; what was typed stays."""
        self.show_busy(False)
        self.password.show_finding(Severity.BLOCK, text)
        self.password.select_all()

    def show_approved(self, name: str, reason: str) -> None:
        """The password is forgotten at once, the reason stays readable."""
        self.show_busy(False)
        words = self.tr("Approved by {name}: {reason}").format(name=name, reason=reason)
        self.password.forget()
        self._approved.setText(words)
        self._approved.show()
        self._fields.hide()

    def focus_missing(self) -> None:
        """To the first of the three that is not given yet."""
        for field in (self.who, self.password, self.reason):
            if not field.text().strip():
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self._approve.setFocus(Qt.FocusReason.TabFocusReason)

    def _edit(self, _text: str) -> None:
        if not self.password.caps_lock_told:
            self.password.clear_finding()
        self.reason.clear_finding()

    def _ask(self) -> None:
        who, password, reason = self.who.text(), self.password.text(), self.reason.text().strip()
        if self._busy:
            return
        if not reason and who and password:
            self.reason.show_finding(
                Severity.BLOCK, self.tr("Write why, so that it can be understood later.")
            )
        if not (who and password and reason):
            self.focus_missing()
            return
        self.show_busy(True)
        self.asked.emit(int(who), password, reason)

    def _arrange(self) -> None:
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(SMALL)
        for column, share in enumerate((3, 4, 0)):
            grid.setColumnStretch(column, share)
        grid.addWidget(self.who, 0, 0)
        grid.addWidget(self.password, 0, 1, 1, 2)
        grid.addWidget(self.reason, 1, 0, 1, 2)
        grid.addWidget(self._approve, 1, 2, Qt.AlignmentFlag.AlignBottom)
        self._approved.hide()
        column_of_both = QVBoxLayout(self)
        column_of_both.setContentsMargins(0, 0, 0, 0)
        column_of_both.addWidget(self._fields)
        column_of_both.addWidget(self._approved)
