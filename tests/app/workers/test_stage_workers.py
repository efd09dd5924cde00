"""A company's list lies aside whole, once, and is corrected row by row."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import FileRefused, Problem, RuleBroken, YourEnvironment
from app.findings import FindingCode, Severity
from app.member_fields import MemberField as Field
from app.members.npp import Npp
from app.ports import JournalWish
from app.trust.journal import Action
from app.visit.member_form import MemberForm
from app.workers.worker_file import FilePurpose, FileState, RowState
from tests.app.workers.list_desk import MILL, ListDesk
from tests.company_lists import HEADINGS, as_xlsx, sheet_of, tidy_lines

COLUMNS = {**HEADINGS, Field.REGENCY: "Kota/Kabupaten"}


def _codes(desk: ListDesk, file_id: int, number: int) -> set[FindingCode]:
    return {found.code for found in desk.row(file_id, number).findings}


def test_a_tidy_list_lies_ready_to_be_taken(desk: ListDesk) -> None:
    staged = desk.stage(as_xlsx(sheet_of(tidy_lines(12, desk.reference))))
    assert [count.rows for count in staged.counts] == [12]
    assert desk.states(staged.file.id) == [RowState.OPEN] * 12
    assert desk.files(desk.rina) == (staged.file,)


def test_the_same_file_again_gives_what_lies_there_and_changes_nothing(desk: ListDesk) -> None:
    content = as_xlsx(sheet_of(tidy_lines(3, desk.reference)))
    first = desk.stage(content)
    desk.leave_out(first.file.id, [3], desk.rina)
    with desk.look() as work:
        head = work.journal.head()
    again = desk.stage_workers(desk.file(content, "salinan.xlsx"), MILL.npp, first.file.purpose, desk.rina)
    assert again.file == first.file
    assert again.columns == first.columns
    assert desk.states(first.file.id) == [RowState.OPEN, RowState.LEFT_OUT, RowState.OPEN]
    with desk.look() as work:
        assert work.journal.head() == head


def test_a_discarded_list_leaves_nothing_and_can_be_read_again(desk: ListDesk) -> None:
    content = as_xlsx(sheet_of(tidy_lines(3, desk.reference)))
    first = desk.stage(content)
    desk.discard(first.file.id, desk.rina)
    assert desk.rows(first.file.id) == ()
    with desk.look() as work, pytest.raises(RuleBroken) as gone:
        work.worker_files.content(first.file.id)
    assert gone.value.problem is Problem.WORKER_FILE_SETTLED
    again = desk.stage(content)
    assert again.file.state is FileState.STAGED
    assert len(desk.rows(again.file.id)) == 3


def test_a_list_is_staged_once_for_each_company(desk: ListDesk) -> None:
    other = replace(MILL, npp=Npp("13007479"), name="PT LAIN")
    with desk.begin() as work:
        work.companies.add(other)
        work.commit()
    content = as_xlsx(sheet_of(tidy_lines(2, desk.reference)))
    mine = desk.stage(content)
    theirs = desk.stage_workers(desk.file(content), other.npp, FilePurpose.REGISTRATION, desk.rina)
    assert mine.file.id != theirs.file.id


def test_the_list_of_a_company_nobody_registered_is_refused(desk: ListDesk) -> None:
    file = desk.file(as_xlsx(sheet_of(tidy_lines(2, desk.reference))))
    with pytest.raises(RuleBroken) as refused:
        desk.stage_workers(file, Npp("99999999"), FilePurpose.REGISTRATION, desk.rina)
    assert refused.value.problem is Problem.NOT_FOUND
    assert desk.files(desk.rina) == ()


def test_what_is_no_workbook_leaves_nothing_behind(desk: ListDesk) -> None:
    with pytest.raises(FileRefused):
        desk.stage(b"PK no workbook")
    assert desk.files(desk.rina) == ()


def test_a_nearly_full_disk_takes_no_new_list(desk: ListDesk) -> None:
    desk.free = 1_000_000
    with pytest.raises(YourEnvironment) as refused:
        desk.stage(as_xlsx(sheet_of(tidy_lines(2, desk.reference))))
    assert refused.value.problem is Problem.DISK_NEARLY_FULL


def test_a_list_without_a_nik_column_waits_for_its_columns_and_they_are_remembered(desk: ListDesk) -> None:
    odd = {**COLUMNS, Field.NIK: "Kolom rahasia"}
    staged = desk.stage(as_xlsx(sheet_of(tidy_lines(4, desk.reference), odd)))
    assert desk.rows(staged.file.id) == ()
    assert staged.columns is not None
    told = dict(staged.columns.mapping.columns)
    place = list(odd).index(Field.NIK)
    remapped = desk.remap(staged.file.id, {**told, place: Field.NIK}, desk.rina)
    assert desk.states(remapped.file.id) == [RowState.OPEN] * 4
    next_month = desk.stage(as_xlsx(sheet_of(tidy_lines(4, desk.reference, seed=8), odd)))
    assert desk.states(next_month.file.id) == [RowState.OPEN] * 4


def test_columns_that_leave_out_the_name_are_refused_and_the_rows_stay(desk: ListDesk) -> None:
    staged = desk.stage(as_xlsx(sheet_of(tidy_lines(2, desk.reference))))
    with pytest.raises(RuleBroken) as refused:
        desk.remap(staged.file.id, {0: Field.NIK}, desk.rina)
    assert refused.value.problem is Problem.COLUMNS_NOT_FOUND
    assert len(desk.rows(staged.file.id)) == 2


def test_a_row_corrected_is_checked_anew(desk: ListDesk) -> None:
    lines = tidy_lines(3, desk.reference)
    right = str(lines[1][Field.NIK])
    lines[1][Field.NIK] = right[:-1]
    staged = desk.stage(as_xlsx(sheet_of(lines)))
    before = desk.row(staged.file.id, 3)
    assert FindingCode.NIK_NOT_16_DIGITS in {found.code for found in before.findings}
    after = desk.change(staged.file.id, 3, replace(before.form, nik=right), desk.rina)
    assert after.findings == ()
    assert desk.row(staged.file.id, 3) == after


def test_twins_in_a_list_part_when_one_of_them_is_corrected(desk: ListDesk) -> None:
    lines = tidy_lines(4, desk.reference)
    own = str(lines[2][Field.NIK])
    lines[2][Field.NIK] = lines[0][Field.NIK]
    lines[3][Field.NIK] = lines[0][Field.NIK]
    staged = desk.stage(as_xlsx(sheet_of(lines)))
    row = desk.row(staged.file.id, 4)
    desk.change(staged.file.id, 4, replace(row.form, nik=own), desk.rina)
    assert desk.row(staged.file.id, 4).findings == ()
    twice = [found.facts["row"] for found in desk.row(staged.file.id, 2).findings if "row" in found.facts]
    assert twice == ["5"]


def test_a_twin_left_out_says_nothing_until_it_is_taken_in_again(desk: ListDesk) -> None:
    lines = tidy_lines(3, desk.reference)
    lines[2] = dict(lines[0])
    staged = desk.stage(as_xlsx(sheet_of(lines)))
    desk.leave_out(staged.file.id, [4], desk.rina)
    assert FindingCode.NIK_TWICE_IN_FILE not in _codes(desk, staged.file.id, 2)
    desk.take_in(staged.file.id, [4], desk.rina)
    assert FindingCode.NIK_TWICE_IN_FILE in _codes(desk, staged.file.id, 2)


def test_who_looks_like_a_stored_person_is_shown_to_the_officer_in_the_journal(desk: ListDesk) -> None:
    with desk.look() as work:
        stored = work.members.by_id(1)
    line = tidy_lines(1, desk.reference)[0]
    line[Field.NAME], line[Field.BIRTH_DATE] = stored.name, f"{stored.birth_date:%d-%m-%Y}"
    line[Field.NIK] = f"{stored.nik.digits[:12]}9876"
    line[Field.SEX] = "P" if int(stored.nik.digits[6]) >= 4 else "L"
    staged = desk.stage(as_xlsx(sheet_of([line])))
    assert FindingCode.PERSON_POSSIBLY_DUPLICATE in _codes(desk, staged.file.id, 2)
    with desk.look() as work:
        told = work.journal.find(JournalWish(actions=frozenset({Action.PERSON_SHOWN}), member_id=1), 5)
    assert [entry.entry.officer_id for entry in told] == [desk.rina.id]


def test_the_journal_keeps_no_text_of_a_list(desk: ListDesk) -> None:
    lines = tidy_lines(2, desk.reference)
    staged = desk.stage(as_xlsx(sheet_of(lines)))
    desk.change(staged.file.id, 2, MemberForm(nik="3578", name="Budi Rahasia"), desk.rina)
    with desk.look() as work:
        entries = work.journal.find(JournalWish(subject=f"worker_file:{staged.file.id}"), 10)
    told = " ".join(value for each in entries for value in each.entry.facts.values())
    assert [each.entry.action for each in entries] == [Action.WORKER_ROW_CHANGED, Action.WORKER_FILE_STAGED]
    assert "Budi" not in told
    assert "3578" not in told
    assert str(lines[0][Field.NAME]) not in told


def test_rows_in_need_of_a_hand_can_be_asked_for(desk: ListDesk) -> None:
    lines = tidy_lines(5, desk.reference)
    lines[3][Field.NIK] = "123"
    staged = desk.stage(as_xlsx(sheet_of(lines)))
    worst = {count.worst: count.rows for count in staged.counts}
    assert worst == {None: 4, Severity.BLOCK: 1}


def test_a_file_that_is_not_there_is_told(desk: ListDesk) -> None:
    with pytest.raises(FileRefused):
        desk.stage_workers(Path("tidak ada.xlsx"), MILL.npp, FilePurpose.REGISTRATION, desk.rina)
