"""The room "Petugas": who works here, as what, when they last came in; added, changed and removed here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import LoketError, Problem
from app.findings import Severity
from app.trust.backup import BackupProgress
from app.trust.officer import Officer, Role
from app.trust.officers import Staff, StaffMember
from ui.formats import clock_time, short_date
from ui.shortcuts import Key
from ui.theme import GAP, SMALL
from ui.tone import Tone
from ui.trust.one_time_password_panel import OneTimePasswordPanel
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field, enter_moves_on
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.widgets.progress import Progress
from ui.widgets.table import Cell, Column, Row, Table
from ui.wording.names import choices, name_of
from ui.wording.problem_words import problem_words


@dataclass(frozen=True, slots=True)
class Shown:
    """Everybody in the table, those last whose removal was interrupted."""

    officer: Officer
    state: Cell
    unfinished: bool = False


class OfficersPage(Page):
    """``added(name, role)``, ``renamed(id, name)``, ``role_changed(id, role)``, ``reset_asked(id)``,
    ``removed(id)`` after the question was answered, ``rekey_asked()``."""

    added = Signal(str, object)
    renamed = Signal(int, str)
    role_changed = Signal(int, object)
    reset_asked = Signal(int)
    removed = Signal(int)
    rekey_asked = Signal()
    put_off = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Officers"))
        self.notice, self.password, self.progress = Notice(), OneTimePasswordPanel(), Progress()
        self._shown: list[Shown] = []
        self._by: Officer | None = None
        self._administrators = self._wanted = 0
        self.table = Table(
            self.tr("Officers"),
            [
                Column(self.tr("Name"), stretch=True),
                Column(self.tr("Role"), width=190),
                Column(self.tr("Last sign-in"), width=170),
                Column(self.tr("State"), width=210),
            ],
            empty=self.tr("No officer yet: add the first one at the right."),
        )
        self.table.setFocus()
        self._add, self._edit, self._question = AddPanel(), EditPanel(), RemoveQuestion()
        self._rekey = Panel(self.tr("The database still has the old key"), tone=Tone.WARN)
        self._finish = ActionButton(self.tr("Give it a new key"))
        self._arrange()
        self._connect()
        self.setFocusProxy(self.table)

    def show_staff(self, staff: Staff, last: Mapping[int, datetime], by: Officer) -> None:
        self._by = by
        self._shown = [Shown(one.officer, self._state(one, by)) for one in staff.members]
        self._shown += [
            Shown(officer, Cell(self.tr("Removal not finished"), Tone.ERROR), unfinished=True)
            for officer in staff.unfinished
        ]
        self._administrators = sum(one.officer.role is Role.ADMINISTRATOR for one in staff.members)
        self.table.show_rows([_row(one, last.get(one.officer.id)) for one in self._shown])
        if self._wanted:
            self.select(self._wanted)
        self._rekey.setVisible(staff.rekey_due and not staff.unfinished)
        self._show_current()

    def select(self, officer_id: int) -> None:
        """Also one who was just added and comes with the next :meth:`show_staff`."""
        self._wanted = officer_id
        for row, one in enumerate(self._shown):
            if one.officer.id == officer_id:
                self.table.selectRow(row)
                self._wanted = 0

    def start_adding(self) -> None:
        """The cursor waits for the name."""
        self._add.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_typed(self) -> None:
        """After an officer was added: the next one is another."""
        self._add.clear()

    def refuse(self, error: LoketError) -> bool:
        """Beside the name where it is about the name; what was typed stays."""
        if error.problem not in (Problem.OFFICER_NAME_TAKEN, Problem.OFFICER_NAME_MISSING):
            return False
        words = problem_words(error)
        place = self._add.name if self._add.asked else self._edit.name
        place.show_finding(Severity.BLOCK, f"{words.what}. {words.next_step}")
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_rekeying(self, rekeying: bool) -> None:
        """Nothing else can be done here meanwhile."""
        for part in (self.table, self._edit, self._add, self._rekey, self.password):
            part.setEnabled(not rekeying)
        if rekeying:
            self.progress.start(self.tr("Giving the database a new key"))
        else:
            self.progress.stop()

    def show_progress(self, progress: BackupProgress) -> None:
        self.progress.show_done(name_of(progress.stage), progress.done, progress.total)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def current(self) -> Shown | None:
        row = self.table.current_row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _state(self, one: StaffMember, by: Officer) -> Cell:
        if one.officer.id == by.id:
            return Cell(self.tr("Signed in now"), Tone.OK)
        if not one.may_sign_in:
            return Cell(self.tr("No password on this PC"), Tone.WARN)
        if one.one_time:
            return Cell(self.tr("One-time password"), Tone.INFO)
        return Cell(self.tr("May sign in"))

    def _show_current(self) -> None:
        one, by = self.current(), self._by
        self._question.hide()
        if one is not None and by is not None:
            self._edit.show_officer(one, oneself=one.officer.id == by.id, last=self._is_last(one))
        self._edit.setVisible(one is not None)

    def _is_last(self, one: Shown) -> bool:
        return one.officer.role is Role.ADMINISTRATOR and self._administrators == 1

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_current())
        self.table.row_chosen.connect(lambda _row: self._edit.name.setFocus())
        self._add.added.connect(self.added)
        self._edit.renamed.connect(self.renamed)
        self._edit.role_changed.connect(self.role_changed)
        self._edit.reset_asked.connect(self.reset_asked)
        self._edit.remove_asked.connect(self._question.ask)
        self._question.answered.connect(self.removed)
        self._finish.triggered.connect(self.rekey_asked)
        self.progress.cancelled.connect(self.put_off)

    def _arrange(self) -> None:
        self._rekey.add(
            Label(
                self.tr(
                    "Somebody was removed, and the program ended before the database had another key. Do it "
                    "when nobody works: it takes some seconds, then you sign in again."
                ),
                grade="small",
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.addWidget(self._finish)
        row.addStretch()
        self._rekey.body.addLayout(row)
        self._rekey.hide()
        lower = QHBoxLayout()
        lower.setSpacing(GAP)
        lower.addWidget(self._edit, 3)
        lower.addWidget(self._add, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(Label(self.tr("Officers"), grade="status"))
        whole.addWidget(self.notice)
        whole.addWidget(self.progress)
        whole.addWidget(self.password)
        whole.addWidget(self._rekey)
        whole.addWidget(self._question)
        whole.addWidget(self.table, 1)
        whole.addLayout(lower)


class AddPanel(Panel):
    added = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Add an officer"))
        self.asked = False
        self.name = Field(self.tr("Name"))
        self._choice = Choice(self.tr("Role"))
        self._choice.offer(choices(Role))
        self._choice.set_code(Role.FRONTLINER.value)
        role = Field(self.tr("Role"), self._choice)
        self._go = ActionButton(self.tr("Add"), primary=True)
        self._go.triggered.connect(self._add)
        self.name.edited.connect(self._type)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.name, 1)
        row.addWidget(role, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addStretch()
        last = QHBoxLayout()
        last.addStretch()
        last.addWidget(self._go)
        self.body.addLayout(last)
        enter_moves_on([self.name, role], self._go.click)

    def clear(self) -> None:
        """Nobody is given the rights of whoever was added before."""
        self.asked = False
        self._choice.set_code(Role.FRONTLINER.value)
        self.name.set_text("")
        self.name.clear_finding()

    def _type(self) -> None:
        self.name.clear_finding()

    def _add(self) -> None:
        self.asked = True
        self.added.emit(self.name.text(), Role(self._choice.code()))


class EditPanel(Panel):
    renamed = Signal(int, str)
    role_changed = Signal(int, object)
    reset_asked = Signal(int)
    remove_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._one: Shown | None = None
        self.name = Field(self.tr("Name"))
        self._choice = Choice(self.tr("Role"))
        self._choice.offer(choices(Role))
        self._role = Field(self.tr("Role"), self._choice)
        self._save = ActionButton(self.tr("Save"))
        self._reset = ActionButton(self.tr("Reset password"))
        self._remove = ActionButton(self.tr("Remove …"), Key.GIVE_UP)
        self._why = Label("", "muted", grade="small", wrap=True)
        self._arrange()
        self._save.triggered.connect(self._save_changes)
        self._reset.triggered.connect(self._ask_reset)
        self._remove.triggered.connect(lambda: self.remove_asked.emit(self._one))
        self.name.edited.connect(self._compare)
        self._role.edited.connect(self._compare)
        enter_moves_on([self.name, self._role], self._save.click)

    def show_officer(self, one: Shown, *, oneself: bool, last: bool) -> None:
        """What cannot be done is switched off, and a line says why. A name that was refused stays typed."""
        same = self._one is not None and self._one.officer.id == one.officer.id
        self._one = one
        self.set_title(one.officer.name)
        if not same or not self.name.message():
            self.name.set_text(one.officer.name)
            self._choice.set_code(one.officer.role.value)
            self.name.clear_finding()
        self.name.setEnabled(not one.unfinished)
        self._choice.setEnabled(not (oneself or one.unfinished))
        self._reset.setEnabled(not (oneself or one.unfinished))
        self._remove.setEnabled(not (oneself or last))
        self._why.setText(self._reason(oneself=oneself, last=last, unfinished=one.unfinished))
        self._why.setVisible(bool(self._why.text()))
        self._compare()

    def _reason(self, *, oneself: bool, last: bool, unfinished: bool) -> str:
        if last:
            return self.tr(
                "The only administrator: somebody has to keep the branch. Add another one first; they can "
                "then change your role or remove you."
            )
        if oneself:
            return self.tr(
                "Your own role and your removal are another administrator's to decide. Your password is "
                "changed in Settings."
            )
        if unfinished:
            return self.tr("The program ended before this officer's way in was taken. Remove once more.")
        return ""

    def _compare(self) -> None:
        one = self._one
        changed = one is not None and (
            self.name.text() != one.officer.name or self._choice.code() != one.officer.role.value
        )
        if not changed and self._save.hasFocus():  # else the next Enter resets a password
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._save.setEnabled(changed)

    def _save_changes(self) -> None:
        one = self._one
        if one is None:
            return
        if self.name.text() != one.officer.name:
            self.renamed.emit(one.officer.id, self.name.text())
        if self._choice.code() != one.officer.role.value:
            self.role_changed.emit(one.officer.id, Role(self._choice.code()))

    def _ask_reset(self) -> None:
        if self._one is not None:
            self.reset_asked.emit(self._one.officer.id)

    def _arrange(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(GAP)
        fields.addWidget(self.name, 3)
        fields.addWidget(self._role, 2, Qt.AlignmentFlag.AlignTop)
        actions = QHBoxLayout()
        actions.setSpacing(SMALL)
        for button in (self._save, self._reset, self._remove):
            actions.addWidget(button)
        actions.addStretch()
        self.body.addLayout(fields)
        self.add(self._why)
        self.body.addStretch()
        self.body.addLayout(actions)


class RemoveQuestion(Panel):
    """``answered(officer_id)`` for yes; Esc keeps the officer."""

    answered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone=Tone.WARN, parent=parent)
        self._officer_id = 0
        self._no = ActionButton(self.tr("Keep"), Key.BACK)
        self._yes = ActionButton(self.tr("Yes, remove"))
        self._no.triggered.connect(self.hide)
        self._yes.triggered.connect(self._confirm)
        self.add(
            Label(
                self.tr(
                    "The database gets a new key, so that nothing they may have kept opens it. Loket works "
                    "on that alone for some seconds; then you sign in again. The journal keeps their name."
                ),
                grade="small",
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._no)
        row.addWidget(self._yes)
        row.addStretch()
        self.body.addLayout(row)
        self.hide()

    def ask(self, one: Shown) -> None:
        self._officer_id = one.officer.id
        self.set_title(self.tr("Remove {name}?").format(name=one.officer.name))
        self.show()
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        self.hide()
        self.answered.emit(self._officer_id)


def _row(one: Shown, last: datetime | None) -> Row:
    at = f"{short_date(last)} {clock_time(last)}" if last else "–"
    return [one.officer.name, name_of(one.officer.role), at, one.state]
