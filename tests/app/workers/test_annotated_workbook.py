"""A company gets its own rows back, with what is wrong coloured and what to do in plain words."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from app.errors import Problem, RuleBroken
from app.exchange.read_workbook import read_workbook
from app.findings import FindingCode
from app.member_fields import MemberField as Field
from app.ports import JournalWish
from app.trust.journal import Action
from app.workers.annotated_workbook import WriteAnnotated
from app.workers.columns import columns_of
from app.workers.worker_file import FilePurpose
from tests.app.workers.list_desk import ListDesk
from tests.builders import MORNING
from tests.company_lists import Line, as_xlsx, letterhead, sheet_of, tidy_lines

WRONG, DOUBTFUL = "FFFDECEA", "FFFFF4DB"


def _written(desk: ListDesk, file_id: int) -> Path:
    write = WriteAnnotated(desk.begin, desk.look, lambda: MORNING, desk.check, desk.folder / "keluar")
    return write(file_id, desk.rina)


def _page(file: Path) -> Worksheet:
    page = openpyxl.load_workbook(file).active
    assert isinstance(page, Worksheet)
    return page


def _column(page: Worksheet, heading: str) -> list[object]:
    place = [cell.value for cell in page[1]].index(heading)
    return [row[place].value for row in page.iter_rows(min_row=2)]


def _lines(desk: ListDesk) -> list[Line]:
    lines = tidy_lines(4, desk.reference)
    lines[1][Field.NIK] = "35780"
    lines[2][Field.START_DATE] = "01-02-2020"
    return lines


def test_each_row_comes_back_with_what_to_do_about_it(desk: ListDesk) -> None:
    lines = _lines(desk)
    file = _written(desk, desk.stage(as_xlsx(sheet_of(lines))).file.id)
    assert file.name == "13007478_2026-11-20_perbaikan-1.xlsx"
    page = _page(file)
    assert _column(page, "Baris") == [2, 3, 4, 5]
    assert _column(page, "NIK") == [line[Field.NIK] for line in lines]
    well, wrong, doubtful, _ = map(str, _column(page, "Keterangan"))
    assert well == "Lengkap."
    assert wrong == "NIK: NIK harus 16 angka, tertulis 5. Salin ulang dari KTP."
    assert doubtful.startswith("TMT: Mulai kerja sudah")


def test_two_lists_of_a_company_on_one_day_go_back_as_two_files(desk: ListDesk) -> None:
    lists = [desk.stage(as_xlsx(sheet_of(tidy_lines(number, desk.reference)))) for number in (2, 3)]
    first, second = (_written(desk, each.file.id) for each in lists)
    assert (len(_column(_page(first), "Baris")), len(_column(_page(second), "Baris"))) == (2, 3)


def test_the_cell_that_is_wrong_is_coloured_and_no_other(desk: ListDesk) -> None:
    page = _page(_written(desk, desk.stage(as_xlsx(sheet_of(_lines(desk)))).file.id))
    headings = [cell.value for cell in page[1]]
    coloured = {
        (row[0].value, headings[place]): cell.fill.fgColor.rgb
        for row in page.iter_rows(min_row=2)
        for place, cell in enumerate(row)
        if cell.fill.fill_type
    }
    assert coloured == {
        (3, "NIK"): WRONG,
        (3, "Keterangan"): WRONG,
        (4, "TMT"): DOUBTFUL,
        (4, "Keterangan"): DOUBTFUL,
    }


def test_numbers_stay_text_and_money_a_number(desk: ListDesk) -> None:
    page = _page(_written(desk, desk.stage(as_xlsx(sheet_of(_lines(desk)))).file.id))
    assert all(isinstance(nik, str) for nik in _column(page, "NIK"))
    assert all(isinstance(phone, str) for phone in _column(page, "No. HP"))
    assert all(isinstance(wage, int) for wage in _column(page, "Upah Sebulan"))


def test_what_the_branch_knows_of_others_does_not_leave_it(desk: ListDesk) -> None:
    with desk.look() as work:
        stored = work.members.by_id(1)
    [line] = tidy_lines(1, desk.reference)
    line[Field.NAME], line[Field.BIRTH_DATE] = stored.name, f"{stored.birth_date:%d-%m-%Y}"
    line[Field.NIK] = f"{stored.nik.digits[:12]}9876"
    line[Field.SEX] = "P" if int(stored.nik.digits[6]) >= 4 else "L"
    staged = desk.stage(as_xlsx(sheet_of([line])))
    codes = {found.code for found in desk.row(staged.file.id, 2).findings}
    assert FindingCode.PERSON_POSSIBLY_DUPLICATE in codes
    [told] = _column(_page(_written(desk, staged.file.id)), "Keterangan")
    assert told == "Nama Lengkap: Identitas perlu dipastikan. Lampirkan salinan KTP."


def test_rows_already_taken_are_told_as_such(desk: ListDesk) -> None:
    file_id = desk.stage(as_xlsx(sheet_of(_lines(desk)))).file.id
    desk.accept(file_id, desk.rina)
    told = _column(_page(_written(desk, file_id)), "Keterangan")
    assert told[0] == told[3] == "Sudah didaftarkan."
    with desk.look() as work:
        [entry] = work.journal.find(JournalWish(actions=frozenset({Action.WORKER_FILE_RETURNED})), 5)
    assert set(entry.entry.members) == {desk.row(file_id, row).member_id for row in (2, 5)}


def test_a_settled_list_has_no_text_left_to_send(desk: ListDesk) -> None:
    file_id = desk.stage(as_xlsx(sheet_of(tidy_lines(2, desk.reference)))).file.id
    desk.accept(file_id, desk.rina)
    with pytest.raises(RuleBroken) as refused:
        _written(desk, file_id)
    assert refused.value.problem is Problem.WORKER_FILE_SETTLED


def test_the_company_can_mend_that_very_file_and_send_it_again(desk: ListDesk) -> None:
    file = _written(desk, desk.stage(as_xlsx(letterhead(_lines(desk)))).file.id)
    found = columns_of(read_workbook(file), FilePurpose.REGISTRATION, desk.reference.headings)
    assert {Field.NIK, Field.NAME, Field.BIRTH_DATE, Field.WAGE} <= set(found.mapping.columns.values())
    again = desk.stage(file.read_bytes())
    assert len(desk.rows(again.file.id)) == 4
