"""What was found and decided is kept once, and asked never again."""

from datetime import timedelta

from sqlalchemy import Engine, text

from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.duplicates import DuplicateDecision, Verdict
from app.members.nik import Nik
from app.ports import Begin
from app.trust.approval import Approval
from app.trust.officer import Officer
from app.visit.decision import Decision
from app.visit.visit import Visit
from tests.db.conftest import NOW, TODAY

REGION = Finding(FindingCode.NIK_REGION_UNKNOWN, Severity.WARN, MemberField.NIK, {"region": "999999"})
WAGE = Finding(FindingCode.WAGE_UNUSUAL, Severity.WARN, MemberField.WAGE, {"wage": "12"})
ONE, OTHER, THIRD = Nik("3578014105900001"), Nik("3578014105900002"), Nik("3173014105900003")


def _counted(begin: Begin) -> dict[FindingCode, tuple[int, int]]:
    with begin() as work:
        findings = work.tally.of_day(TODAY, "Cabang").findings
    return {count.code: (count.found, count.overruled) for count in findings}


def test_a_finding_is_counted_with_the_reason_that_overruled_it(begin: Begin, visit: Visit) -> None:
    with begin() as work:
        work.findings.record(visit.id, [REGION, WAGE], [Decision(REGION.key, "KTP lama")], NOW)
        work.commit()
    assert _counted(begin) == {REGION.code: (1, 1), WAGE.code: (1, 0)}


def test_a_form_checked_again_does_not_count_twice(
    begin: Begin, engine: Engine, visit: Visit, rina: Officer
) -> None:
    with begin() as work:
        work.findings.record(visit.id, [REGION, WAGE], [Decision(REGION.key, "KTP lama")], NOW)
        approval = Approval(rina.id, "visit:1", "kode lama", NOW, seal="")
        work.findings.record(visit.id, [REGION], [Decision(REGION.key, approval)], NOW)
        work.findings.record(visit.id, [REGION, REGION], [], NOW)
        work.commit()
    assert _counted(begin) == {REGION.code: (1, 1), WAGE.code: (1, 0)}
    with engine.connect() as connection:
        kept = connection.execute(text("SELECT reason, approved_by FROM finding WHERE reason IS NOT NULL"))
        assert kept.one() == ("kode lama", rina.id)


def test_a_decision_about_two_people_holds_whichever_is_asked_about(begin: Begin, rina: Officer) -> None:
    decision = DuplicateDecision(OTHER, ONE, Verdict.DIFFERENT_PERSON, "kembar", rina.id, NOW)
    with begin() as work:
        work.duplicates.keep(decision)
        work.commit()
    with begin() as work:
        assert work.duplicates.of(OTHER) == (decision,)
        (turned,) = work.duplicates.of(ONE)
        assert work.duplicates.of(THIRD) == ()
    assert (turned.nik, turned.other_nik, turned.verdict) == (ONE, OTHER, Verdict.DIFFERENT_PERSON)


def test_a_pair_has_one_decision_and_the_newest_stands(begin: Begin, rina: Officer) -> None:
    later = NOW + timedelta(days=1)
    with begin() as work:
        work.duplicates.keep(DuplicateDecision(ONE, OTHER, Verdict.DIFFERENT_PERSON, "?", rina.id, NOW))
        work.duplicates.keep(DuplicateDecision(OTHER, ONE, Verdict.SAME_PERSON, "KK sama", rina.id, later))
        (kept,) = work.duplicates.of(ONE)
    assert (kept.verdict, kept.reason, kept.at) == (Verdict.SAME_PERSON, "KK sama", later)
