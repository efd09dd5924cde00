"""Records past their period go, what a hold keeps stays, and no number is ever free again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine, text

from app.errors import Problem, RuleBroken
from app.findings import Finding, FindingCode, Severity
from app.members.duplicates import DuplicateDecision, Verdict
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership
from app.members.nik import Nik
from app.ports import Begin
from app.trust.kept_records import LegalHold, RecordKind
from app.trust.officer import Officer
from app.visit.decision import Decision
from app.visit.visit import Visit
from tests.db.conftest import NOW, TODAY

LONG_AGO = date(2015, 3, 1)
CUTOFF = date(2020, 1, 1)
OTHER = Nik("3173014105900003")


@pytest.fixture
def left_long_ago(siti: Member, store: Callable[..., Membership], begin: Begin, engine: Engine) -> Membership:
    """Siti's only membership ended in 2015."""
    membership = store(siti, kpj="26004187326", npp="17000001", company_name="PT SINAR LAUT TEKSTIL")
    with engine.begin() as connection:
        connection.execute(text("UPDATE membership SET ended_on = :on"), {"on": LONG_AGO.isoformat()})
    return membership


def everything_in(engine: Engine) -> str:
    """Every value of every table, as text."""
    with engine.connect() as connection:
        tables = connection.scalars(
            text("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'name_word%'")
        ).all()
        return "\n".join(
            str(tuple(row)) for table in tables for row in connection.execute(text(f"SELECT * FROM {table}"))
        )


def words_in(engine: Engine) -> bytes:
    """The full-text index as it lies in the file, once it is decrypted."""
    with engine.connect() as connection:
        return b"".join(connection.scalars(text("SELECT block FROM name_word_data")))


def test_a_person_past_the_period_leaves_no_name_nik_or_wage(
    begin: Begin, engine: Engine, left_long_ago: Membership, rina: Officer
) -> None:
    assert "SITI" in everything_in(engine)
    with begin() as work:
        assert work.retention.due(RecordKind.MEMBERS, CUTOFF) == (1, 0)
        work.retention.erase_members(CUTOFF, 10, TODAY)
        work.commit()
    left = everything_in(engine)
    for typed in ("SITI", "RAHMAWATI", "AMINAH", "3578014105900001", "MELATI", "+6281234567890", "4725479"):
        assert typed not in left, typed
    with begin() as work:
        assert work.retention.due(RecordKind.MEMBERS, CUTOFF) == (0, 0)
        assert work.members.with_name_like("SITI RAHMAWATI", 5) == ()
        assert work.members.by_nik(Nik("3578014105900001")) is None
        with pytest.raises(RuleBroken) as refused:
            work.members.by_id(left_long_ago.member_id)
    assert refused.value.problem is Problem.NOT_FOUND


def test_the_number_of_an_erased_person_is_never_given_again(
    begin: Begin, left_long_ago: Membership, siti: Member, store: Callable[..., Membership]
) -> None:
    with begin() as work:
        work.retention.erase_members(CUTOFF, 10, TODAY)
        work.commit()
    newcomer = replace(siti, nik=OTHER, name="BUDI HARTONO")
    with pytest.raises(RuleBroken) as refused:
        store(newcomer, kpj="26004187326")
    assert refused.value.problem is Problem.KPJ_ALREADY_STORED


def test_the_same_person_may_come_back_after_the_erasure(
    begin: Begin, left_long_ago: Membership, siti: Member, store: Callable[..., Membership]
) -> None:
    with begin() as work:
        work.retention.erase_members(CUTOFF, 10, TODAY)
        work.commit()
    again = store(siti, kpj="26004187327")
    with begin() as work:
        found = work.members.by_nik(siti.nik)
        assert found is not None
        assert found.id == again.member_id != left_long_ago.member_id
        assert [person.name for person in work.members.with_name_like("SITI RAHMAWATY", 5)] == [siti.name]


def test_who_still_has_a_membership_or_came_since_is_not_erased(
    begin: Begin, siti: Member, store: Callable[..., Membership], left_long_ago: Membership, visit: Visit
) -> None:
    with begin() as work:
        work.visits.save(replace(visit, member_id=left_long_ago.member_id))
        work.commit()
    with begin() as work:
        assert work.retention.due(RecordKind.MEMBERS, CUTOFF) == (0, 0)
    store(replace(siti, nik=OTHER, name="BUDI HARTONO"), kpj="26004187399")
    with begin() as work:
        assert work.retention.due(RecordKind.MEMBERS, CUTOFF) == (0, 0)
        work.retention.erase_members(CUTOFF, 10, TODAY)
        assert work.members.by_nik(OTHER) is not None
        assert work.members.by_kpj(Kpj("26004187326")) is not None


def test_a_legal_hold_keeps_a_person_until_it_is_lifted(
    begin: Begin, left_long_ago: Membership, rina: Officer
) -> None:
    with begin() as work:
        hold = work.retention.place(LegalHold(left_long_ago.member_id, "perkara 12/2026", rina.id, NOW))
        assert work.retention.due(RecordKind.MEMBERS, CUTOFF) == (0, 1)
        work.retention.erase_members(CUTOFF, 10, TODAY)
        assert work.members.by_id(left_long_ago.member_id).name == "SITI RAHMAWATI"
        assert [one.id for one in work.retention.holds()] == [hold.id]
        lifted = work.retention.lift(hold.id, rina.id, NOW)
        assert lifted.lifted_by == rina.id
        assert work.retention.holds() == ()
        assert work.retention.due(RecordKind.MEMBERS, CUTOFF) == (1, 0)
        with pytest.raises(RuleBroken):
            work.retention.lift(hold.id, rina.id, NOW)


def test_why_a_lifted_hold_stood_goes_with_the_person(
    begin: Begin, engine: Engine, left_long_ago: Membership, rina: Officer
) -> None:
    with begin() as work:
        hold = work.retention.place(LegalHold(left_long_ago.member_id, "gugatan SITI", rina.id, NOW))
        work.retention.lift(hold.id, rina.id, NOW)
        work.retention.erase_members(CUTOFF, 10, TODAY)
        work.commit()
    assert "gugatan" not in everything_in(engine)


def test_the_index_of_names_keeps_no_word_of_an_erased_person(
    begin: Begin, engine: Engine, left_long_ago: Membership, siti: Member, store: Callable[..., Membership]
) -> None:
    store(replace(siti, nik=OTHER, name="BUDI HARTONO"), kpj="26004187399")
    assert b"rahmawati" in words_in(engine)
    with begin() as work:
        work.retention.erase_members(CUTOFF, 10, TODAY)
        work.commit()
    assert b"rahmawati" not in words_in(engine)
    assert b"hartono" in words_in(engine)


def test_words_that_somebody_else_bears_are_still_found(
    begin: Begin, left_long_ago: Membership, siti: Member, store: Callable[..., Membership]
) -> None:
    store(replace(siti, nik=OTHER, name="SITI AMINAH"), kpj="26004187399")
    with begin() as work:
        work.retention.erase_members(CUTOFF, 10, TODAY)
        work.commit()
    with begin() as work:
        assert [person.name for person in work.members.with_name_like("STI AMINAH", 5)] == ["SITI AMINAH"]


def test_typed_facts_and_reasons_of_old_visits_go_and_their_counts_stay(
    begin: Begin, engine: Engine, visit: Visit, rina: Officer
) -> None:
    finding = Finding(FindingCode.NIK_REGION_UNKNOWN, Severity.WARN, facts={"typed": "TERKETIK"})
    with begin() as work:
        work.findings.record(visit.id, [finding], [Decision(finding.key, "KTP ASLI")], NOW)
        work.visits.save(replace(visit, closed_at=NOW, abandoned=True))
        work.commit()
    later = date(2030, 1, 1)
    with begin() as work:
        assert work.retention.due(RecordKind.FINDINGS, later) == (1, 0)
        work.retention.erase_findings(later, 10)
        work.commit()
    left = everything_in(engine)
    assert "TERKETIK" not in left
    assert "KTP ASLI" not in left
    with begin() as work:
        assert work.findings.decided(visit.id) == 1
        assert work.retention.due(RecordKind.FINDINGS, later) == (0, 0)


def test_pairs_decided_about_an_erased_person_are_forgotten(
    begin: Begin, engine: Engine, left_long_ago: Membership, siti: Member, rina: Officer
) -> None:
    with begin() as work:
        decided = DuplicateDecision(siti.nik, OTHER, Verdict.DIFFERENT_PERSON, "ibu lain", rina.id, NOW)
        work.duplicates.keep(decided)
        work.retention.erase_members(CUTOFF, 10, TODAY)
        work.commit()
    with begin() as work:
        assert work.duplicates.of(OTHER) == ()


def test_an_erasure_is_numbered_and_kept(begin: Begin, rina: Officer) -> None:
    with begin() as work:
        assert work.retention.next_erasure() == 1
        work.retention.record(1, rina.id, rina.id, NOW, {RecordKind.MEMBERS: 3}, "00" * 32)
        work.commit()
    with begin() as work:
        assert work.retention.next_erasure() == 2


def test_a_period_is_set_changed_and_taken_away(begin: Begin) -> None:
    with begin() as work:
        work.retention.set(RecordKind.MEMBERS, 60)
        work.retention.set(RecordKind.MEMBERS, 120)
        assert work.retention.rules() == {RecordKind.MEMBERS: 120}
        work.retention.set(RecordKind.MEMBERS, None)
        assert work.retention.rules() == {}
