"""The form as step 2 begins: what was drafted, brought in line with who was found at step 1."""

from dataclasses import replace

from app.errors import InputRejected
from app.members.member import Member
from app.members.nik import Nik
from app.visit.member_form import KpjSource, MemberForm, with_person
from app.visit.step_1_verify import Query, QueryKind


def first_form(draft: MemberForm, query: Query | None, person: Member | None) -> MemberForm:
    """A draft about the same person stays as it is; another person found brings their own identity."""
    if person is not None:
        return draft if _same_nik(draft.nik, person.nik.digits) else with_person(draft, person)
    if query is None:
        return draft
    if query.kind is QueryKind.NIK and not _same_nik(draft.nik, query.text):
        return replace(draft, nik=Nik(query.text).grouped)
    if query.kind is QueryKind.KPJ and not draft.kpj:
        return replace(draft, kpj=query.text, kpj_source=KpjSource.TYPED.value)
    if query.kind is QueryKind.NAME and not draft.name:
        return replace(draft, name=query.text.upper())
    return draft


def _same_nik(typed: str, digits: str) -> bool:
    try:
        return Nik.parse(typed).digits == digits
    except InputRejected:
        return False
