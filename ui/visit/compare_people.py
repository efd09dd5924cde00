"""The form and a stored person side by side; the officer says whether it is one person or two."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.member_fields import MemberField
from app.members.duplicates import Verdict
from app.members.nik import Sex
from app.visit.member_form import MemberForm
from app.visit.step_3_validate import LookAlike
from ui.formats import short_date, tidy_date, tidy_nik
from ui.shortcuts import Key
from ui.theme import GAP, HAIR, SMALL
from ui.tone import Tone
from ui.visit.member_status import STATUS_TONES
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.page import Page, scrolling
from ui.widgets.panel import Panel
from ui.wording.names import name_of


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    typed: str
    stored: str
    compared: bool = True

    @property
    def differs(self) -> bool:
        return self.compared and self.typed.strip().casefold() != self.stored.strip().casefold()


class ComparePage(Page):
    decided = Signal(object, object, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look_alikes: tuple[LookAlike, ...] = ()
        self._form = MemberForm()
        self._place = 0
        self._panel = Panel()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.reason = Field(self.tr("Reason for your decision"))
        self.same = ActionButton(self.tr("Same person"), Key.SAME_PERSON)
        self.other = ActionButton(self.tr("Another person"), Key.ANOTHER_PERSON)
        self.following = ActionButton(self.tr("Next one"), Key.COMPARE, quiet=True)
        self.back = ActionButton(self.tr("Back"), Key.BACK)
        self._missing = Label("", Tone.WARN, grade="small", wrap=True)
        self._arrange()
        self.same.triggered.connect(lambda: self._decide(Verdict.SAME_PERSON))
        self.other.triggered.connect(lambda: self._decide(Verdict.DIFFERENT_PERSON))
        self.following.triggered.connect(self._show_following)
        self.back.triggered.connect(self.closed)
        self.reason.edited.connect(lambda _text: self._missing.hide())

    def compare(self, form: MemberForm, look_alikes: tuple[LookAlike, ...]) -> None:
        self._form, self._look_alikes, self._place = form, look_alikes, 0
        self.reason.set_text("")
        self._show()

    def show_busy(self, busy: bool) -> None:
        for button in (self.same, self.other):
            button.set_busy(busy)

    @property
    def shown(self) -> LookAlike:
        return self._look_alikes[self._place]

    def _show_following(self) -> None:
        self._place = (self._place + 1) % len(self._look_alikes)
        self._show()

    def _decide(self, verdict: Verdict) -> None:
        if not self.reason.text().strip():
            self._missing.setText(
                self.tr("Write in a few words how you know, for example “KTP photo differs”.")
            )
            self._missing.show()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.decided.emit(self.shown.person.member.nik, verdict, self.reason.text().strip())

    def _show(self) -> None:
        count = len(self._look_alikes)
        title = self.tr("Is this the same person?  {place} of {count}")
        self._panel.set_title(title.format(place=self._place + 1, count=count))
        self.following.setVisible(count > 1)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        person = self.shown.person
        heads = ("", self.tr("On the form"), self.tr("Stored at the branch"))
        for column, head in enumerate(heads):
            self._grid.addWidget(Label(head, "muted", grade="small", weight="strong"), 0, column)
        for row, line in enumerate(self._lines(), 1):
            self._grid.addWidget(Label(line.label, "muted", grade="small"), row, 0)
            self._grid.addWidget(Label(line.typed or "—", wrap=True), row, 1)
            self._grid.addWidget(_stored(line, self.tr("differs")), row, 2)
        row = self._grid.rowCount()
        self._grid.addWidget(Label(self.tr("Status"), "muted", grade="small"), row, 0)
        status = Label(name_of(person.status), STATUS_TONES[person.status], weight="strong")
        self._grid.addWidget(status, row, 2)
        memberships = [
            " · ".join(
                part
                for part in (one.kpj.grouped if one.kpj else "", one.company_name, short_date(one.start_date))
                if part
            )
            for one in person.memberships
        ]
        self._grid.addWidget(Label(self.tr("Memberships"), "muted", grade="small"), row + 1, 0)
        self._grid.addWidget(Label("\n".join(memberships) or "—", wrap=True), row + 1, 2)
        self._missing.hide()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self) -> list[_Line]:
        form, member = self._form, self.shown.person.member
        return [
            _Line(name_of(MemberField.NIK), tidy_nik(form.nik), member.nik.grouped),
            _Line(name_of(MemberField.NAME), form.name, member.name),
            _Line(name_of(MemberField.BIRTH_DATE), tidy_date(form.birth_date), short_date(member.birth_date)),
            _Line(name_of(MemberField.BIRTH_PLACE), form.birth_place, member.birth_place),
            _Line(name_of(MemberField.SEX), _sex(form.sex), name_of(member.sex)),
            _Line(name_of(MemberField.MOTHER_NAME), form.mother_name, member.mother_name),
            _Line(name_of(MemberField.ADDRESS), form.address, member.address.street),
            _Line(name_of(MemberField.PHONE), _bare(form.phone), _bare(member.phone)),
        ]

    def _arrange(self) -> None:
        self._panel.body.addLayout(self._grid)
        self._panel.body.addSpacing(SMALL)
        self._panel.add(self.reason)
        self._panel.add(self._missing)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panel)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SMALL)
        whole.addWidget(scrolling(inside), 1)
        bar = QHBoxLayout()
        bar.setSpacing(GAP)
        bar.addWidget(self.following)
        bar.addStretch()
        for button in (self.back, self.same, self.other):
            bar.addWidget(button)
        whole.addLayout(bar)


def _stored(line: _Line, differs: str) -> QWidget:
    """Where the two differ it says so, with an icon: colour is never alone."""
    cell = QWidget()
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(HAIR)
    if line.differs:
        row.addWidget(Icon("triangle-alert", Tone.WARN, grade="small"))
        row.addWidget(Label(line.stored or "—", Tone.WARN, weight="strong", wrap=True), 1)
        row.addWidget(Label(differs, Tone.WARN, grade="small"))
    else:
        row.addWidget(Label(line.stored or "—", wrap=True), 1)
    return cell


def _sex(code: str) -> str:
    return name_of(Sex(code)) if code in set(Sex) else code


def _bare(phone: str) -> str:
    """0812… and +62812… are one number."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    return "0" + digits[2:] if digits.startswith("62") else digits
