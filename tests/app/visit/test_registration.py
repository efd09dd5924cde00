"""Steps 1 to 5 as use cases, on the real demo branch: what is stored, what is refused, what is left alone."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.cards.print_job import CardState
from app.errors import Problem, RuleBroken
from app.findings import FindingCode, Severity
from app.members.duplicates import Verdict
from app.members.member import Member
from app.members.membership import Membership
from app.members.nik import Nik
from app.paths import Paths
from app.settings import Settings
from app.trust.officer import Officer, Role
from app.visit.decision import Decision, approval_subject
from app.visit.member_form import KpjSource, MemberForm
from app.visit.register_member import Registered
from app.visit.visit import DocumentShown, Stage, Visit, VisitKind
from db.before_sign_in import DEMO_PASSWORD
from main import Branch, compose
from tests.builders import MORNING, filled_form, reasons_for, visitors
from tests.faults.tray_printer import TrayPrinter
from ui.parts import Parts


@pytest.fixture
def supervisor(branch: Branch) -> Officer:
    with branch.look() as work:
        return next(officer for officer in work.officers.all() if officer.role is Role.SUPERVISOR)


@pytest.fixture
def visitor() -> tuple[Member, Membership]:
    [visitor] = visitors(1)
    return visitor


def at_validation(parts: Parts, officer: Officer, form: MemberForm) -> Visit:
    visit = parts.visit.open_visit(officer)
    visit = parts.visit.finish_verify(visit, VisitKind.NEW_MEMBER, officer, document=DocumentShown.KTP)
    return parts.visit.finish_input(visit, form, officer)


def signed(parts: Parts, supervisor: Officer, visit: Visit, finding_key: str) -> Decision:
    subject = approval_subject(visit, finding_key)
    return Decision(finding_key, parts.approve(supervisor.id, DEMO_PASSWORD, subject, "dua jabatan"))


def registered(parts: Parts, officer: Officer, form: MemberForm) -> Registered:
    visit = at_validation(parts, officer, form)
    return parts.visit.register(
        visit, form, reasons_for(parts.visit.check_form(visit, form, officer).findings), officer
    )


def test_a_new_member_gets_the_next_number_of_the_block(
    parts: Parts, branch: Branch, rina: Officer, visitor: tuple[Member, Membership]
) -> None:
    with branch.look() as work:
        following = work.number_blocks.peek()
    done = registered(parts, rina, filled_form(*visitor))
    assert done.membership.kpj == following
    assert done.visit.stage is Stage.PRINT
    assert parts.visit.find_person(visitor[0].nik.digits, rina).people[0].name == visitor[0].name


def test_a_registered_visit_that_waits_is_named_and_the_last_one_comes_first(
    branch: Branch, rina: Officer, visitor: tuple[Member, Membership], tmp_path: Path
) -> None:
    now = MORNING
    parts = compose(branch, Paths(tmp_path), Settings(), lambda: now, TrayPrinter(tmp_path / "tray"))
    done = registered(parts, rina, filled_form(*visitor))
    now += timedelta(minutes=5)
    later = parts.visit.open_visit(rina)
    waiting = parts.visit.left_over(rina)
    assert [draft.visit.id for draft in waiting] == [later.id, done.visit.id]
    assert waiting[1].form.name == visitor[0].name


def test_a_refused_registration_stores_nothing_and_uses_no_number(
    parts: Parts, branch: Branch, rina: Officer, visitor: tuple[Member, Membership]
) -> None:
    form = replace(filled_form(*visitor), start_date="01012027", company_name="PT BELUM ADA", npp="99999999")
    visit = at_validation(parts, rina, form)
    with branch.look() as work:
        following = work.number_blocks.peek()
    with pytest.raises(RuleBroken) as refused:
        parts.visit.register(visit, form, (), rina)
    assert refused.value.problem is Problem.FINDINGS_OPEN
    with branch.look() as work:
        assert work.members.by_nik(visitor[0].nik) is None
        assert work.number_blocks.peek() == following
        assert [company.npp.text for company in work.companies.like("99999999", 1)] == []


def test_the_same_nik_gets_a_further_membership_and_no_second_record(
    parts: Parts, rina: Officer, visitor: tuple[Member, Membership]
) -> None:
    form = filled_form(*visitor)
    first = registered(parts, rina, form)
    second = registered(parts, rina, replace(form, segment="BPU", npp="", company_name="", programmes=""))
    assert second.member.id == first.member.id
    assert second.visit.kind is VisitKind.NEW_MEMBERSHIP
    assert second.membership.kpj != first.membership.kpj


def test_a_second_membership_in_one_company_needs_a_supervisor_and_nobody_else(
    parts: Parts, rina: Officer, supervisor: Officer, visitor: tuple[Member, Membership]
) -> None:
    form = replace(
        filled_form(*visitor), npp="17000000", company_name="", segment="PU", wage="5000000", programmes=""
    )
    registered(parts, rina, form)
    visit = at_validation(parts, rina, form)
    findings = parts.visit.check_form(visit, form, rina).findings
    approve = [finding for finding in findings if finding.severity is Severity.APPROVE]
    assert {finding.code for finding in approve} == {FindingCode.SAME_COMPANY_MEMBERSHIP}
    reasons = reasons_for(findings)
    own = [Decision(finding.key, "dua jabatan") for finding in approve]
    with pytest.raises(RuleBroken, match="findings_open"):
        parts.visit.register(visit, form, [*reasons, *own], rina)
    with pytest.raises(RuleBroken, match="not_allowed"):
        signed(parts, rina, visit, approve[0].key)
    by_supervisor = [signed(parts, supervisor, visit, finding.key) for finding in approve]
    by_rina = [
        replace(decision, answer=replace(decision.approval, supervisor_id=rina.id))
        for decision in by_supervisor
        if decision.approval is not None
    ]
    with pytest.raises(RuleBroken, match="not_allowed"):
        parts.visit.register(visit, form, [*reasons, *by_rina], rina)
    earlier_visitor = [signed(parts, supervisor, replace(visit, id=1), finding.key) for finding in approve]
    with pytest.raises(RuleBroken, match="not_allowed"):
        parts.visit.register(visit, form, [*reasons, *earlier_visitor], rina)
    assert parts.visit.register(visit, form, [*reasons, *by_supervisor], rina).membership.id


def test_two_people_who_look_alike_are_compared_and_not_waved_through(
    parts: Parts, rina: Officer, visitor: tuple[Member, Membership]
) -> None:
    member, membership = visitor
    stored = registered(parts, rina, filled_form(member, membership)).member
    twin = replace(member, nik=Nik.parse(f"{member.nik.digits[:12]}9876"))
    form = filled_form(twin, membership)
    visit = at_validation(parts, rina, form)
    checked = parts.visit.check_form(visit, form, rina)
    assert [alike.person.member.id for alike in checked.look_alikes] == [stored.id]
    waved = [Decision(finding.key, "orang lain") for finding in checked.findings]
    with pytest.raises(RuleBroken, match="findings_open"):
        parts.visit.register(visit, form, waved, rina)
    visit, form = parts.visit.decide_duplicate(
        visit, form, stored.nik, Verdict.DIFFERENT_PERSON, "ibu kandung berbeda", rina
    )
    findings = parts.visit.check_form(visit, form, rina).findings
    assert parts.visit.register(visit, form, reasons_for(findings), rina).member.nik == twin.nik


def test_the_same_person_keeps_the_stored_identity_and_the_typed_membership(
    parts: Parts, rina: Officer, visitor: tuple[Member, Membership]
) -> None:
    member, membership = visitor
    stored = registered(parts, rina, filled_form(member, membership)).member
    typed = replace(filled_form(member, membership), nik=f"{member.nik.digits[:12]}9876", wage="7654321")
    visit = at_validation(parts, rina, typed)
    visit, form = parts.visit.decide_duplicate(
        visit, typed, stored.nik, Verdict.SAME_PERSON, "NIK salah ketik", rina
    )
    assert (visit.kind, visit.member_id) == (VisitKind.NEW_MEMBERSHIP, stored.id)
    assert (form.nik, form.wage) == (stored.nik.digits, "7654321")
    assert parts.visit.check_form(visit, form, rina).look_alikes == ()


def test_a_number_of_another_person_is_refused(
    parts: Parts, rina: Officer, visitor: tuple[Member, Membership]
) -> None:
    owner = registered(parts, rina, filled_form(*visitor)).membership
    assert owner.kpj is not None
    stranger = list(visitors(5, seed=4))[4]
    form = replace(filled_form(*stranger), kpj=owner.kpj.text, kpj_source=KpjSource.TYPED.value)
    checked = parts.visit.check_form(at_validation(parts, rina, form), form, rina)
    codes = {finding.code: finding.severity for finding in checked.findings}
    assert codes[FindingCode.KPJ_OF_ANOTHER_PERSON] is Severity.BLOCK


def test_a_membership_whose_number_follows_is_stored_but_has_no_card(
    parts: Parts, rina: Officer, visitor: tuple[Member, Membership]
) -> None:
    form = replace(filled_form(*visitor), kpj_source=KpjSource.LATER.value)
    done = registered(parts, rina, form)
    assert done.face is None
    with pytest.raises(RuleBroken, match="membership_without_number"):
        parts.cards.ask(done.membership.id, "tray:", rina)
    assert parts.visit.finish_print(done.visit, rina).stage is Stage.CLOSE


def test_findings_that_were_mended_are_counted_in_the_tally(
    parts: Parts, rina: Officer, visitor: tuple[Member, Membership]
) -> None:
    form = filled_form(*visitor)
    visit = at_validation(parts, rina, replace(form, phone="08-SALAH"))
    assert visit.stage is Stage.INPUT, "a form that cannot be read went on"
    visit = parts.visit.finish_input(visit, form, rina)
    parts.visit.register(visit, form, reasons_for(parts.visit.check_form(visit, form, rina).findings), rina)
    counts = {row.code: row.found for row in parts.read_tally(MORNING.date(), rina).findings}
    assert counts[FindingCode.PHONE_HAS_LETTERS] == 1


def test_nothing_is_printed_for_the_deceased(parts: Parts, branch: Branch, rina: Officer) -> None:
    with branch.look() as work:
        deceased = next(
            member for member in map(work.members.by_id, range(1, 200)) if member.deceased_on is not None
        )
        memberships = work.members.memberships_of(deceased.id)
    found = parts.visit.find_person(deceased.nik.digits, rina).person
    assert found is not None
    assert found.may == (VisitKind.STATUS,)
    visit = parts.visit.open_visit(rina)
    with pytest.raises(RuleBroken, match="person_deceased"):
        parts.visit.finish_verify(
            visit,
            VisitKind.CARD,
            rina,
            member_id=deceased.id,
            membership_id=memberships[0].id,
            document=DocumentShown.KTP,
        )
    with pytest.raises(RuleBroken, match="person_deceased"):
        parts.cards.ask(memberships[0].id, "tray:", rina)


def test_a_visit_is_not_closed_while_its_card_is_in_doubt(
    parts: Parts, rina: Officer, visitor: tuple[Member, Membership]
) -> None:
    done = registered(parts, rina, filled_form(*visitor))
    job = parts.cards.ask(done.membership.id, "tray:", rina, visit_id=done.visit.id)
    parts.cards.send(job.id, rina)
    with pytest.raises(RuleBroken, match="card_unanswered"):
        parts.visit.finish_print(done.visit, rina)
    parts.cards.answer(job.id, CardState.GOOD, rina)
    closing = parts.visit.finish_print(done.visit, rina)
    receipt = parts.visit.write_receipt(closing, rina)
    assert receipt.read_bytes().startswith(b"%PDF")
    assert parts.visit.close(closing, rina).stage is Stage.DONE
    assert parts.today(rina).visits == 1
