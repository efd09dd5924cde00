"""The centre's acceptance list brings numbers to the memberships that wait for them."""

import pytest

from app.errors import Problem, RuleBroken
from app.findings import FindingCode
from app.member_fields import MemberField as Field
from app.ports import JournalWish
from app.trust.journal import Action
from app.workers.worker_file import FilePurpose, RowState
from tests.app.workers.list_desk import MILL, ListDesk
from tests.company_lists import Line, as_xlsx, sheet_of, tidy_lines

COLUMNS = {Field.NPP: "NPP", Field.NIK: "NIK", Field.NAME: "Nama", Field.KPJ: "No KPJ"}
GIVEN = "26077{:06d}"


@pytest.fixture
def waiting(desk: ListDesk) -> list[Line]:
    """Four workers of the mill whose numbers follow later."""
    lines = tidy_lines(4, desk.reference)
    file = desk.stage(as_xlsx(sheet_of(lines)))
    desk.use_up_the_block()
    desk.accept(file.file.id, desk.rina)
    return lines


def _given(lines: list[Line]) -> list[Line]:
    return [
        {
            Field.NPP: MILL.npp.text,
            Field.NIK: line[Field.NIK],
            Field.NAME: line[Field.NAME],
            Field.KPJ: GIVEN.format(place),
        }
        for place, line in enumerate(lines)
    ]


def _staged(desk: ListDesk, lines: list[Line]) -> int:
    return desk.stage(as_xlsx(sheet_of(lines, COLUMNS)), FilePurpose.ACCEPTANCE).file.id


def _codes(desk: ListDesk, file_id: int, number: int) -> set[FindingCode]:
    return {found.code for found in desk.row(file_id, number).findings}


def test_every_number_finds_the_membership_that_waits(desk: ListDesk, waiting: list[Line]) -> None:
    file_id = _staged(desk, _given(waiting))
    assert desk.accept(file_id, desk.rina).registered == 4
    assert [desk.kpj_of(str(line[Field.NIK])) for line in waiting] == [[GIVEN.format(n)] for n in range(4)]
    with desk.look() as work:
        [entry] = work.journal.find(JournalWish(actions=frozenset({Action.NUMBER_GIVEN})), 5)
        of_company = [each for each in work.batches.waiting("", 100) if each.company.npp == MILL.npp]
    assert len(entry.entry.members) == 4
    assert [each.unprinted for each in of_company] == [4]


def test_the_same_numbers_again_change_nothing(desk: ListDesk, waiting: list[Line]) -> None:
    desk.accept(_staged(desk, _given(waiting)), desk.rina)
    again = _staged(desk, _given(waiting)[:3])
    assert desk.states(again) == [RowState.KNOWN] * 3
    assert desk.accept(again, desk.rina).registered == 0


def test_an_unknown_person_is_told_and_the_others_are_taken(desk: ListDesk, waiting: list[Line]) -> None:
    stranger = tidy_lines(1, desk.reference, seed=44)
    file_id = _staged(desk, _given([*waiting, *stranger]))
    assert _codes(desk, file_id, 6) == {FindingCode.PERSON_NOT_STORED}
    counts = desk.accept(file_id, desk.rina)
    assert (counts.registered, counts.blocked) == (4, 1)


def test_another_number_than_the_one_given_is_a_conflict(desk: ListDesk, waiting: list[Line]) -> None:
    desk.accept(_staged(desk, _given(waiting)), desk.rina)
    other = _given(waiting)[:1]
    other[0][Field.KPJ] = "26077999999"
    file_id = _staged(desk, other)
    assert _codes(desk, file_id, 2) == {FindingCode.KPJ_ALREADY_GIVEN}
    with pytest.raises(RuleBroken) as refused:
        desk.accept(file_id, desk.rina)
    assert refused.value.problem is Problem.WORKER_FILE_EMPTY
    assert desk.kpj_of(str(waiting[0][Field.NIK])) == [GIVEN.format(0)]


def test_the_number_of_somebody_else_is_a_conflict(desk: ListDesk, waiting: list[Line]) -> None:
    given = _given(waiting)
    with desk.look() as work:
        [*_, held] = work.members.memberships_of(1)
    assert held.kpj is not None
    given[0][Field.KPJ] = held.kpj.text
    file_id = _staged(desk, given)
    assert FindingCode.KPJ_OF_ANOTHER_PERSON in _codes(desk, file_id, 2)


def test_a_number_that_stands_twice_is_given_to_nobody(desk: ListDesk, waiting: list[Line]) -> None:
    given = _given(waiting)
    given[1][Field.KPJ] = given[0][Field.KPJ]
    file_id = _staged(desk, given)
    assert [FindingCode.KPJ_TWICE_IN_FILE in _codes(desk, file_id, row) for row in (2, 3, 4)] == [
        True,
        True,
        False,
    ]
    assert desk.accept(file_id, desk.rina).registered == 2


def test_another_name_under_the_nik_asks_for_a_reason(desk: ListDesk, waiting: list[Line]) -> None:
    given = _given(waiting)
    given[0][Field.NAME] = "ORANG LAIN SEKALI"
    file_id = _staged(desk, given)
    assert _codes(desk, file_id, 2) == {FindingCode.PERSON_STORED_DIFFERENTLY}
    assert desk.accept(file_id, desk.rina).registered == 3
    desk.decide_alike(file_id, FindingCode.PERSON_STORED_DIFFERENTLY, "ganti nama", desk.rina)
    assert desk.accept(file_id, desk.rina).registered == 1


def test_a_number_for_another_company_is_not_set_here(desk: ListDesk, waiting: list[Line]) -> None:
    given = _given(waiting)[:1]
    given[0][Field.NPP] = "17999999"
    file = desk.file(as_xlsx(sheet_of(given, COLUMNS)))
    staged = desk.stage_workers(file, None, FilePurpose.ACCEPTANCE, desk.rina)
    assert _codes(desk, staged.file.id, 2) == {FindingCode.MEMBERSHIP_NOT_STORED}


def test_a_list_of_several_companies_finds_each_by_its_npp(desk: ListDesk, waiting: list[Line]) -> None:
    file = desk.file(as_xlsx(sheet_of(_given(waiting), COLUMNS)))
    staged = desk.stage_workers(file, None, FilePurpose.ACCEPTANCE, desk.rina)
    assert desk.accept(staged.file.id, desk.rina).registered == 4
