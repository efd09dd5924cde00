"""The person found: status in large words, who it is, and the memberships to choose from."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.members.masking import MaskedMembership, MaskedPerson
from app.members.member import MemberStatus
from app.members.membership import Membership
from app.visit.step_1_verify import PersonFound, QueryKind
from ui.formats import long_date, short_date
from ui.theme import SMALL
from ui.tone import Tone
from ui.visit.member_status import STATUS_ICONS, STATUS_TONES
from ui.widgets.label import Label
from ui.widgets.panel import Panel
from ui.widgets.status_word import StatusWord
from ui.widgets.table import Cell, Column, Row, Table
from ui.wording.names import name_of

ROWS_SHOWN = 4


class PersonView(Panel):
    membership_shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.status = StatusWord()
        self.name = Label(weight="strong", wrap=True)
        self.details = Label("", "muted", wrap=True)
        self.memberships = Table(
            self.tr("Memberships"),
            [
                Column(self.tr("KPJ number"), width=150),
                Column(self.tr("Company"), stretch=True),
                Column(self.tr("Segment"), width=80),
                Column(self.tr("Since"), width=120),
                Column(self.tr("Status"), width=205),
            ],
            empty=self.tr("No membership yet."),
        )
        self._memberships: tuple[Membership, ...] = ()
        for widget in (self.status, self.name, self.details, self.memberships):
            self.add(widget)
        self.memberships.selectionModel().currentRowChanged.connect(
            lambda _now, _before: self.membership_shown.emit(self.membership())
        )

    def show_person(self, person: PersonFound) -> None:
        member = person.member
        self._show_status(person.status, self._deceased(member.deceased_on))
        self.name.setText(member.name)
        told = [member.nik.grouped, f"{member.birth_place} {long_date(member.birth_date)}".strip()]
        self.details.setText(" · ".join([*told, name_of(member.sex)]))
        self._show_memberships(person.memberships)
        self.name.show()

    def show_masked(self, person: MaskedPerson) -> None:
        """To an officer who need not know the numbers."""
        self._show_status(person.status, self._deceased(person.deceased_on))
        self.name.setText(person.name)
        born = self.tr("born {year}").format(year=person.birth_year)
        self.details.setText(f"{person.nik} · {born}")
        self._show_rows([self._masked_row(held) for held in person.memberships])
        self._memberships = ()
        self.name.show()

    def show_unknown(self, asked: QueryKind, says: Sequence[str]) -> None:
        why = {
            QueryKind.NIK: self.tr("No person with this NIK is stored at this branch."),
            QueryKind.KPJ: self.tr("No membership with this KPJ is stored at this branch."),
            QueryKind.NAME: self.tr("Nobody with this name is stored at this branch."),
        }[asked]
        self._show_status(MemberStatus.UNREGISTERED, why)
        self.name.hide()
        self.details.setText("\n".join(says))
        self.details.setVisible(bool(says))
        self.memberships.hide()
        self._memberships = ()

    def _deceased(self, on: date | None) -> str:
        told = self.tr("Recorded as deceased on {day}: no card and no change.")
        return told.format(day=long_date(on)) if on else ""

    def _show_status(self, status: MemberStatus, detail: str) -> None:
        self.status.show_word(name_of(status), STATUS_TONES[status], detail, icon=STATUS_ICONS[status])

    def membership(self) -> Membership | None:
        """The one whose card is meant."""
        row = self.memberships.current_row()
        return self._memberships[row] if 0 <= row < len(self._memberships) else None

    def _show_memberships(self, memberships: Sequence[Membership]) -> None:
        self._memberships = tuple(memberships)
        self._show_rows([self._row(membership) for membership in memberships])
        printable = (place for place, one in enumerate(memberships) if one.kpj is not None)
        self.memberships.selectRow(next(printable, 0))

    def _show_rows(self, rows: Sequence[Row]) -> None:
        self.details.show()
        self.memberships.show_rows(rows)
        height = self.memberships.verticalHeader().defaultSectionSize()
        head = self.memberships.horizontalHeader().sizeHint().height()
        shown = min(max(len(rows), 1), ROWS_SHOWN)
        self.memberships.setFixedHeight(head + shown * height + SMALL)
        self.memberships.setVisible(bool(rows))

    def _row(self, membership: Membership) -> list[Cell | str]:
        return self._cells(membership.kpj.grouped if membership.kpj else "", membership)

    def _masked_row(self, membership: MaskedMembership) -> list[Cell | str]:
        return self._cells(membership.kpj, membership)

    def _cells(self, kpj: str, membership: Membership | MaskedMembership) -> list[Cell | str]:
        ended = membership.ended_on
        status = (
            Cell(self.tr("Active"), Tone.OK)
            if ended is None
            else Cell(self.tr("ended {day}").format(day=short_date(ended)), Tone.NEUTRAL)
        )
        return [
            kpj or self.tr("follows later"),
            membership.company_name or "—",
            membership.segment.value,
            short_date(membership.start_date),
            status,
        ]
