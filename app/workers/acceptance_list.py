"""The acceptance list of the centre (SMILE): KPJ numbers given, matched to the memberships that wait."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.duplicates import ALIKE
from app.members.member import Member
from app.members.membership import Membership
from app.members.names import similarity
from app.members.npp import Npp
from app.ports import UnitOfWork
from app.reference import Reference
from app.visit.read_form import ReadForm, in_field_order, read_form
from app.workers.cell_doubt import CELL_FINDINGS
from app.workers.worker_file import RowState, WorkerFile, WorkerRow

_NEEDED = frozenset({MemberField.NIK, MemberField.KPJ})
_TOLD = _NEEDED | {MemberField.NAME, MemberField.BIRTH_DATE, MemberField.NPP}
"""What such a list says of a member; whatever else stands in it is not looked at."""
_TWICE = {
    MemberField.NIK: FindingCode.NIK_TWICE_IN_FILE,
    MemberField.KPJ: FindingCode.KPJ_TWICE_IN_FILE,
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """``beside`` tells in which other row the same number stands."""

    row: WorkerRow
    read: ReadForm
    npp: Npp | None
    beside: Mapping[MemberField, int]


@dataclass(frozen=True, slots=True)
class _Stored:
    """What the branch has of the row's NIK and KPJ."""

    member: Member | None
    memberships: tuple[Membership, ...]
    owner: Member | None

    def of_company(self, npp: Npp | None) -> tuple[Membership, ...]:
        return tuple(each for each in self.memberships if npp is None or each.npp == npp)


def check_acceptance(
    work: UnitOfWork, file: WorkerFile, rows: Sequence[WorkerRow], reference: Reference, on: date
) -> tuple[WorkerRow, ...]:
    """Each row with its findings and, where nothing speaks against it, the membership its number is for."""
    read = [read_form(replace(row.form, segment="BPU"), on, reference, _NEEDED) for row in rows]
    members = work.lists.persons({each.nik for each in read if each.nik})
    memberships = work.lists.memberships([member.id for member in members.values()])
    owners = work.lists.kpj_owners({each.work.kpj for each in read if each.work.kpj})
    beside = _rows_beside(rows, read)
    checked = []
    for row, form in zip(rows, read, strict=True):
        member = members.get(form.nik) if form.nik else None
        stored = _Stored(
            member,
            memberships.get(member.id, ()) if member else (),
            owners.get(form.work.kpj) if form.work.kpj else None,
        )
        asked = _Asked(row, form, file.npp or form.work.npp, beside.get(row.number, {}))
        checked.append(_checked(asked, stored, reference))
    return tuple(checked)


def _rows_beside(rows: Sequence[WorkerRow], read: Sequence[ReadForm]) -> dict[int, dict[MemberField, int]]:
    """By row, where its number stands once more. One NIK may wait in two companies."""
    first: dict[object, int] = {}
    beside: dict[int, dict[MemberField, int]] = {}
    for row, form in zip(rows, read, strict=True):
        if row.state is RowState.LEFT_OUT:
            continue
        numbers = {MemberField.NIK: (form.nik, form.work.npp), MemberField.KPJ: (form.work.kpj,)}
        for field, number in numbers.items():
            if (
                number[0] is not None
                and (other := first.setdefault((field, number), row.number)) != row.number
            ):
                beside.setdefault(row.number, {})[field] = other
                beside.setdefault(other, {})[field] = row.number
    return beside


def _checked(asked: _Asked, stored: _Stored, reference: Reference) -> WorkerRow:
    row = replace(asked.row, member_id=stored.member.id if stored.member else None, membership_id=None)
    told = [found for found in row.findings if found.code in CELL_FINDINGS and found.field in _TOLD]
    doubted = {found.field for found in told if found.severity is not Severity.NOTE}
    told += [found for found in asked.read.findings if found.field in _TOLD - doubted]
    given = [each for each in stored.memberships if each.kpj is not None and each.kpj == asked.read.work.kpj]
    if given and not told:
        state = RowState.LEFT_OUT if row.state is RowState.LEFT_OUT else RowState.KNOWN
        return replace(row, findings=(), decisions=(), state=state, membership_id=given[0].id)
    told += _against(asked, stored, reference)
    waiting = [each for each in stored.of_company(asked.npp) if each.kpj is None]
    keys = {found.key for found in told}
    return replace(
        row,
        findings=in_field_order(told),
        decisions=tuple(decision for decision in row.decisions if decision.finding_key in keys),
        state=RowState.OPEN if row.state is RowState.KNOWN else row.state,
        membership_id=waiting[0].id if len(waiting) == 1 else None,
    )


def _against(asked: _Asked, stored: _Stored, reference: Reference) -> Iterator[Finding]:
    """What keeps the number from being set as it stands in the list."""
    nik, kpj, member = asked.read.nik, asked.read.work.kpj, stored.member
    for field, other in asked.beside.items():
        yield _block(_TWICE[field], field, row=str(other))
    if nik is None or kpj is None:
        return
    if stored.owner is not None and stored.owner.nik != nik:
        facts = {"member_id": str(stored.owner.id), "nik": stored.owner.nik.masked}
        yield _block(FindingCode.KPJ_OF_ANOTHER_PERSON, MemberField.KPJ, **facts)
    if member is None:
        yield _block(FindingCode.PERSON_NOT_STORED, MemberField.NIK)
        return
    if member.deceased_on is not None:
        yield _block(FindingCode.PERSON_DECEASED, MemberField.NIK, on=f"{member.deceased_on:%d-%m-%Y}")
    yield from _stored_differently(asked.read, member, reference)
    yield from _against_membership(asked, stored)


def _against_membership(asked: _Asked, stored: _Stored) -> Iterator[Finding]:
    of_company = stored.of_company(asked.npp)
    waiting = [each for each in of_company if each.kpj is None]
    if not of_company:
        npp = asked.npp.text if asked.npp else ""
        yield _block(FindingCode.MEMBERSHIP_NOT_STORED, MemberField.NPP, npp=npp)
    elif not waiting:
        yield _block(FindingCode.KPJ_ALREADY_GIVEN, MemberField.KPJ, kpj=_number(of_company))
    elif len(waiting) > 1:
        yield _block(FindingCode.SEVERAL_MEMBERSHIPS_WAIT, MemberField.KPJ, count=str(len(waiting)))


def _stored_differently(read: ReadForm, member: Member, reference: Reference) -> Iterator[Finding]:
    person, key, differs = read.person, reference.names.key, []
    if person.name is not None and similarity(key(person.name), key(member.name)) < ALIKE:
        differs.append(MemberField.NAME)
    if person.birth_date is not None and person.birth_date != member.birth_date:
        differs.append(MemberField.BIRTH_DATE)
    if differs:
        facts: Mapping[str, str] = {"member_id": str(member.id), "fields": " ".join(differs)}
        yield Finding(FindingCode.PERSON_STORED_DIFFERENTLY, Severity.WARN, differs[0], facts)


def _number(memberships: Sequence[Membership]) -> str:
    return next((each.kpj.text for each in memberships if each.kpj is not None), "")


def _block(code: FindingCode, field: MemberField, **facts: str) -> Finding:
    return Finding(code, Severity.BLOCK, field, facts)
