"""A worker on a list hears what the same person would hear at the counter."""

from collections.abc import Iterator
from dataclasses import replace

from app.cards.print_job import CardJob, CardKind, CardState
from app.findings import FindingCode
from app.members.duplicates import DuplicateDecision, Verdict
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership
from app.members.nik import Nik
from app.ports import UnitOfWork
from app.trust.person_shown import PersonsShown
from app.visit.member_form import KpjSource, MemberForm, with_person
from app.visit.read_form import read_form
from app.visit.rules import check
from app.visit.step_3_validate import CheckForm
from app.visit.visit import DocumentShown, Visit
from app.workers.known_to_branch import known_to_branch
from tests.app.workers.list_desk import SAME_COMPANY_DAYS, ListDesk
from tests.builders import MORNING, TODAY, filled_form, visitors


def _another_nik(nik: Nik) -> str:
    """Of the same district and day, with the last of serials."""
    return f"{nik.digits[:12]}9876"


def _variants(member: Member, membership: Membership) -> Iterator[MemberForm]:
    """The stored person again, somebody under their NIK, and people who may be them."""
    form = with_person(filled_form(member, membership), member)
    swapped = (
        f"{member.birth_date:%m-%d-%Y}" if member.birth_date.day <= 12 else f"{member.birth_date:%d-%m-%Y}"
    )
    yield form
    yield replace(form, name="Orang Lain Sekali")
    yield replace(form, birth_date="01-02-1983")
    yield replace(form, nik=_another_nik(member.nik))
    yield replace(form, nik=_another_nik(member.nik), birth_date=swapped)
    yield replace(form, nik=_another_nik(member.nik), name=f"{member.name}h")
    yield replace(form, nik=_another_nik(member.nik), name=" ".join(reversed(member.name.split())))
    yield replace(form, nik="", name="")
    if membership.kpj is not None:
        typed = {"kpj": membership.kpj.text, "kpj_source": KpjSource.TYPED.value}
        yield replace(form, **typed)
        yield replace(form, nik=_another_nik(member.nik), **typed)


def _forms(work: UnitOfWork) -> list[MemberForm]:
    forms = [filled_form(*visitor) for visitor in visitors(20)]
    for member_id in range(1, 41):
        member = work.members.by_id(member_id)
        for membership in work.members.memberships_of(member_id)[:1]:
            forms += _variants(member, membership)
    ahead = work.number_blocks.peek()
    assert ahead is not None
    further = Kpj.of_number(int(ahead.text) + 5)
    return [*forms, replace(forms[0], kpj=further.text, kpj_source=KpjSource.TYPED.value)]


def _some_history(desk: ListDesk) -> None:
    """Cards that came out lately, and pairs that were decided upon."""
    with desk.begin() as work:
        for member_id in range(1, 41):
            member = work.members.by_id(member_id)
            for membership in work.members.memberships_of(member_id)[:1]:
                job = CardJob(
                    membership.id, 1, CardKind.FIRST, "pdf_file:x", "Loket 1", desk.rina.id, MORNING
                )
                good = replace(
                    job, copy=7, state=CardState.GOOD, answered_at=MORNING, answered_by=desk.rina.id
                )
                work.card_jobs.add(good)
            if member_id % 3:
                verdict = Verdict.SAME_PERSON if member_id % 3 == 1 else Verdict.DIFFERENT_PERSON
                another = Nik(_another_nik(member.nik))
                work.duplicates.keep(
                    DuplicateDecision(another, member.nik, verdict, "dibandingkan", desk.rina.id, MORNING)
                )
        work.commit()


def test_each_form_is_found_the_same_faults_alone_and_on_a_list(desk: ListDesk) -> None:
    _some_history(desk)
    shown = PersonsShown(desk.look, desk.begin, lambda: MORNING)
    counter = CheckForm(
        desk.look, lambda: MORNING, desk.reference, lambda face: (), "Surabaya", SAME_COMPANY_DAYS, shown
    )
    visit = Visit("001", "Loket 1", desk.rina.id, MORNING, document_shown=DocumentShown.KTP)
    with desk.look() as work:
        forms = _forms(work)
    for use_up in (False, True):
        if use_up:
            desk.use_up_the_block()
        with desk.look() as work:
            alone = [counter.within(work, visit, form).findings for form in forms]
            read = [read_form(form, TODAY, desk.reference) for form in forms]
            knowledge = known_to_branch(work, read, desk.reference.names, TODAY, SAME_COMPANY_DAYS)
        key = desk.reference.names.key
        on_a_list = [
            check(each, knowledge.of(each, key(each.person.name or "")), TODAY, desk.reference)
            for each in read
        ]
        assert on_a_list == alone
        met = {found.code for findings in alone for found in findings}
        wanted = {
            FindingCode.PERSON_ALREADY_KNOWN,
            FindingCode.PERSON_STORED_DIFFERENTLY,
            FindingCode.PERSON_POSSIBLY_DUPLICATE,
            FindingCode.SAME_COMPANY_MEMBERSHIP,
            FindingCode.CARD_PRINTED_RECENTLY,
            FindingCode.KPJ_OF_ANOTHER_PERSON,
            FindingCode.KPJ_ALREADY_STORED,
            FindingCode.REQUIRED,
            FindingCode.NUMBER_BLOCK_EMPTY if use_up else FindingCode.KPJ_INSIDE_NUMBER_BLOCK,
        }
        assert wanted <= met
