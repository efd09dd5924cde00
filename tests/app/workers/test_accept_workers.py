"""A list is taken whole or not at all, and nothing of it stays that is not needed."""

from dataclasses import replace

import pytest

from app.errors import Problem, RuleBroken
from app.findings import FindingCode
from app.member_fields import MemberField as Field
from app.members.duplicates import Verdict
from app.members.member import Member
from app.ports import JournalWish
from app.trust.journal import Action
from app.visit.member_form import MemberForm
from app.workers.accept_workers import Accepted
from app.workers.decide_row import Compared, row_subject
from app.workers.worker_file import FileState, RowState
from tests.app.workers.list_desk import MILL, ListDesk
from tests.builders import MORNING
from tests.company_lists import Line, as_xlsx, sheet_of, tidy_lines


def _stored(desk: ListDesk, member_id: int) -> Member:
    with desk.look() as work:
        return work.members.by_id(member_id)


def _like(member: Member, line: Line) -> Line:
    """A row about somebody who looks like the stored member and has another NIK."""
    return line | {
        Field.NIK: f"{member.nik.digits[:12]}9876",
        Field.NAME: member.name,
        Field.BIRTH_DATE: f"{member.birth_date:%d-%m-%Y}",
        Field.SEX: "P" if int(member.nik.digits[6]) >= 4 else "L",
    }


def _stages(desk: ListDesk, lines: list[Line]) -> int:
    return desk.stage(as_xlsx(sheet_of(lines))).file.id


def test_everyone_on_a_tidy_list_becomes_a_member_of_the_company_with_a_number(desk: ListDesk) -> None:
    lines = tidy_lines(6, desk.reference)
    file_id = _stages(desk, lines)
    assert desk.accept(file_id, desk.rina) == Accepted(6, 0, 0, 0, 0)
    numbers = [desk.kpj_of(str(line[Field.NIK])) for line in lines]
    assert all(len(held) == 1 and held[0] for held in numbers)
    assert [int(held[0]) for held in numbers] == list(range(int(numbers[0][0]), int(numbers[0][0]) + 6))
    with desk.look() as work:
        waiting = {each.company.npp: each.unprinted for each in work.batches.waiting("", 100)}
        company = work.companies.by_npp(MILL.npp)
        found = work.members.with_name_like(str(lines[0][Field.NAME]), 5)
    assert waiting[MILL.npp] == 6
    assert company is not None
    assert company.data_entered_on == MORNING.date()
    assert lines[0][Field.NIK] in {person.nik.digits for person in found}


def test_a_list_accepted_is_settled_and_accepting_it_again_changes_nothing(desk: ListDesk) -> None:
    content = as_xlsx(sheet_of(tidy_lines(3, desk.reference)))
    file_id = desk.stage(content).file.id
    desk.accept(file_id, desk.rina)
    with desk.look() as work:
        head = work.journal.head()
    with pytest.raises(RuleBroken) as refused:
        desk.accept(file_id, desk.rina)
    assert refused.value.problem is Problem.WORKER_FILE_SETTLED
    assert desk.stage(content).file.state is FileState.ACCEPTED
    with desk.look() as work:
        assert work.journal.head() == head
    assert desk.files(desk.rina) == ()


def test_of_a_row_taken_only_whose_it_became_is_kept(desk: ListDesk) -> None:
    lines = tidy_lines(2, desk.reference)
    lines[0][Field.START_DATE] = "01-02-2020"
    file_id = _stages(desk, lines)
    desk.decide_alike(file_id, FindingCode.START_DATE_LONG_AGO, "terlambat didaftarkan", desk.rina)
    desk.accept(file_id, desk.rina)
    row = desk.row(file_id, 2)
    assert row.form == MemberForm()
    assert [(found.code, dict(found.facts)) for found in row.findings] == [
        (FindingCode.START_DATE_LONG_AGO, {})
    ]
    assert row.state is RowState.TAKEN
    assert row.membership_id is not None
    with desk.look() as work, pytest.raises(RuleBroken):
        work.worker_files.content(file_id)


def test_what_was_found_and_answered_is_counted_with_the_day(desk: ListDesk) -> None:
    lines = tidy_lines(3, desk.reference)
    for line in lines:
        line[Field.START_DATE] = "01-02-2020"
    file_id = _stages(desk, lines)
    assert desk.decide_alike(file_id, FindingCode.START_DATE_LONG_AGO, "terlambat", desk.rina) == 3
    desk.accept(file_id, desk.rina)
    with desk.look() as work:
        counted = {count.code: count for count in work.tally.of_day(MORNING.date(), "").findings}
        member_id = desk.row(file_id, 2).member_id
        assert member_id is not None
        records = work.person_records.of(member_id)
        trail = work.journal.find(JournalWish(member_id=member_id), 10)
    answered = counted[FindingCode.START_DATE_LONG_AGO]
    assert (answered.found, answered.overruled) == (3, 3)
    assert [found.reason for found in records.findings] == ["terlambat"]
    actions = {each.entry.action for each in trail}
    assert actions >= {Action.WORKER_FILE_ACCEPTED, Action.FINDING_DECIDED}


def test_a_row_with_something_open_stays_behind_and_is_taken_once_it_is_mended(desk: ListDesk) -> None:
    lines = tidy_lines(4, desk.reference)
    right = str(lines[2][Field.NIK])
    lines[2][Field.NIK] = "12345"
    file_id = _stages(desk, lines)
    assert desk.accept(file_id, desk.rina) == Accepted(3, 0, 0, 1, 0)
    row = desk.row(file_id, 4)
    assert row.form.nik == "12345"
    desk.change(file_id, 4, replace(row.form, nik=right), desk.rina)
    assert desk.accept(file_id, desk.rina) == Accepted(1, 0, 0, 0, 0)
    assert desk.is_member(right)
    assert desk.files(desk.rina) == ()


def test_when_nothing_can_be_taken_nothing_is_changed(desk: ListDesk) -> None:
    lines = tidy_lines(2, desk.reference)
    for line in lines:
        line[Field.NIK] = "1"
    file_id = _stages(desk, lines)
    with pytest.raises(RuleBroken) as refused:
        desk.accept(file_id, desk.rina)
    assert refused.value.problem is Problem.WORKER_FILE_EMPTY
    assert desk.files(desk.rina)[0].state is FileState.STAGED


def test_a_row_left_out_is_not_registered_and_keeps_no_text(desk: ListDesk) -> None:
    lines = tidy_lines(3, desk.reference)
    file_id = _stages(desk, lines)
    desk.leave_out(file_id, [3], desk.rina)
    assert desk.accept(file_id, desk.rina) == Accepted(2, 0, 1, 0, 0)
    assert not desk.is_member(str(lines[1][Field.NIK]))
    assert desk.row(file_id, 3).form == MemberForm()


def test_next_months_list_of_the_same_people_registers_nobody_twice(desk: ListDesk) -> None:
    lines = tidy_lines(3, desk.reference)
    desk.accept(_stages(desk, lines), desk.rina)
    again = _stages(desk, [*lines, *tidy_lines(1, desk.reference, seed=8)])
    assert desk.states(again) == [RowState.KNOWN] * 3 + [RowState.OPEN]
    assert desk.accept(again, desk.rina) == Accepted(1, 3, 0, 0, 0)
    assert all(len(desk.kpj_of(str(line[Field.NIK]))) == 1 for line in lines)


def test_a_known_person_from_elsewhere_gets_a_further_membership(desk: ListDesk) -> None:
    stored = _stored(desk, 1)
    line = _like(stored, tidy_lines(1, desk.reference)[0]) | {Field.NIK: stored.nik.digits}
    file_id = _stages(desk, [line])
    before = len(desk.kpj_of(stored.nik.digits))
    assert desk.accept(file_id, desk.rina).registered == 1
    assert len(desk.kpj_of(stored.nik.digits)) == before + 1


def test_when_the_block_is_used_up_the_numbers_follow_later(desk: ListDesk) -> None:
    lines = tidy_lines(5, desk.reference)
    file_id = _stages(desk, lines)
    desk.use_up_the_block()
    desk.add_block("26099000001", 3)
    assert desk.accept(file_id, desk.rina) == Accepted(5, 0, 0, 0, 2)
    held = [desk.kpj_of(str(line[Field.NIK]))[0] for line in lines]
    assert held == ["26099000001", "26099000002", "26099000003", "", ""]


def test_who_was_registered_at_the_counter_meanwhile_is_not_registered_again(desk: ListDesk) -> None:
    lines = tidy_lines(2, desk.reference)
    file_id = _stages(desk, lines)
    other = desk.stage(as_xlsx(sheet_of(lines[:1])))
    desk.accept(other.file.id, desk.rina)
    assert desk.accept(file_id, desk.rina) == Accepted(1, 1, 0, 0, 0)


def test_two_people_called_different_are_not_asked_about_again(desk: ListDesk) -> None:
    line = _like(_stored(desk, 1), tidy_lines(1, desk.reference)[0])
    file_id = _stages(desk, [line])
    [pair] = [f for f in desk.row(file_id, 2).findings if f.code is FindingCode.PERSON_POSSIBLY_DUPLICATE]
    with pytest.raises(RuleBroken) as refused:
        desk.decide(file_id, 2, pair.key, "sudah saya lihat", desk.rina)
    assert refused.value.problem is Problem.NOT_ALLOWED
    compared = Compared(Verdict.DIFFERENT_PERSON, "kembar")
    assert desk.decide(file_id, 2, pair.key, compared, desk.rina).findings == ()
    assert desk.accept(file_id, desk.rina).registered == 1


def test_two_people_called_one_become_a_membership_of_the_stored_person(desk: ListDesk) -> None:
    stored = _stored(desk, 1)
    line = _like(stored, tidy_lines(1, desk.reference)[0])
    file_id = _stages(desk, [line])
    [pair] = [f for f in desk.row(file_id, 2).findings if f.code is FindingCode.PERSON_POSSIBLY_DUPLICATE]
    row = desk.decide(file_id, 2, pair.key, Compared(Verdict.SAME_PERSON, "NIK salah ketik"), desk.rina)
    assert row.form.nik == stored.nik.digits
    assert desk.accept(file_id, desk.rina).registered == 1
    assert not desk.is_member(str(line[Field.NIK]))


def test_an_approval_is_a_supervisors_for_this_very_row(desk: ListDesk) -> None:
    lines = tidy_lines(2, desk.reference)
    desk.accept(_stages(desk, lines), desk.rina)
    typed = [line | {Field.KPJ: f"2603{place:07d}"} for place, line in enumerate(lines)]
    columns = {field: field.value.upper() for field in [*lines[0], Field.KPJ]}
    columns[Field.KPJ], columns[Field.NIK], columns[Field.NAME] = "KPJ", "NIK", "Nama"
    columns |= {Field.BIRTH_DATE: "Tgl Lahir", Field.SEX: "L/P", Field.START_DATE: "TMT", Field.WAGE: "Upah"}
    file_id = desk.stage(as_xlsx(sheet_of(typed, columns))).file.id
    row = desk.row(file_id, 2)
    [twice] = [found for found in row.findings if found.code is FindingCode.SAME_COMPANY_MEMBERSHIP]
    other = desk.seals.seal(desk.penyelia, row_subject(file_id, 3, twice.key), "boleh", MORNING)
    with pytest.raises(RuleBroken) as refused:
        desk.decide(file_id, 2, twice.key, other, desk.rina)
    assert refused.value.problem is Problem.NOT_ALLOWED
    with pytest.raises(RuleBroken):
        desk.decide(file_id, 2, twice.key, "saya saja", desk.rina)
    signed = desk.seals.seal(desk.penyelia, row_subject(file_id, 2, twice.key), "dua jabatan", MORNING)
    decided = desk.decide(file_id, 2, twice.key, signed, desk.rina)
    assert [each.approved_by for each in decided.decisions] == [desk.penyelia.id]


def test_an_answer_needs_its_reason(desk: ListDesk) -> None:
    file_id = _stages(desk, tidy_lines(1, desk.reference))
    with pytest.raises(RuleBroken) as refused:
        desk.decide_alike(file_id, FindingCode.WAGE_UNUSUAL, "  ", desk.rina)
    assert refused.value.problem is Problem.REASON_MISSING


def test_the_rest_of_a_list_partly_taken_can_be_given_up(desk: ListDesk) -> None:
    lines = tidy_lines(3, desk.reference)
    lines[2][Field.NIK] = "1"
    file_id = _stages(desk, lines)
    desk.accept(file_id, desk.rina)
    assert desk.discard(file_id, desk.rina).state is FileState.ACCEPTED
    assert desk.states(file_id) == [RowState.TAKEN, RowState.TAKEN]
