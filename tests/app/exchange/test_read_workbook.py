"""A list from a company arrives as it was typed: what Excel lost is told, and nothing is made up."""

import os
import threading
from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from app.errors import FileRefused, Problem
from app.exchange.file_flaw import FileFlaw
from app.exchange.limited_child import Stop, Stopped
from app.exchange.read_workbook import read_workbook
from app.exchange.workbook import (
    NOT_RECKONED,
    CellError,
    CsvDoubt,
    Number,
    Row,
    Workbook,
    WorkbookKind,
    WorkbookLimits,
    digits_lost,
)
from tests.bare_workbooks import ods, record, relations_xml, sheet_xml, xls, xls_number, xlsx

Outside = Callable[[str, bytes], Path]
NIK = "3578015508920004"


@pytest.fixture
def outside(tmp_path: Path) -> Outside:
    """Puts a file on the desk: ``outside("daftar.xlsx", content)``."""

    def put(name: str, content: bytes) -> Path:
        file = tmp_path / name
        file.write_bytes(content)
        return file

    return put


def made_by_excel(*rows: list[object]) -> bytes:
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    page = book.add_worksheet("Peserta")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    hour = book.add_format({"num_format": "hh:mm"})
    for line, row in enumerate(rows):
        for place, cell in enumerate(row):
            look = {datetime: moment, date: day, time: hour}.get(type(cell))
            page.write(line, place, cell, look)
    book.close()
    return content.getvalue()


def only_row(book: Workbook) -> tuple[object, ...]:
    (sheet,) = book.sheets
    (row,) = sheet.rows
    return row.cells


def flaw_of(file: Path, limits: WorkbookLimits | None = None) -> str:
    with pytest.raises(FileRefused) as refused:
        read_workbook(file, limits or WorkbookLimits())
    return refused.value.facts["why"]


def test_every_kind_of_cell_arrives_as_what_it_is(outside: Outside) -> None:
    born, begun, at = date(1992, 8, 15), datetime(2026, 11, 2, 8, 30), time(7, 15)  # noqa: DTZ001 - a cell knows no zone
    file = outside(
        "daftar.xlsx", made_by_excel(["00123", 4961753, 0.24, True, born, begun, at, None, "akhir"])
    )
    assert only_row(read_workbook(file)) == (
        "00123",
        Number(4961753),
        Number(0.24),
        True,
        born,
        begun,
        at,
        None,
        "akhir",
    )


def test_rows_keep_the_numbers_excel_shows_and_cells_their_columns(outside: Outside) -> None:
    sheet = '<row r="3"><c r="C3"><v>7</v></c></row><row r="9"><c r="A9"><v>8</v></c></row>'
    (read,) = read_workbook(outside("daftar.xlsx", xlsx(sheet_xml(sheet)))).sheets
    assert read.rows == (Row(3, (None, None, Number(7))), Row(9, (Number(8),)))


def test_a_formula_gives_its_last_value_and_an_error_is_told_as_one(outside: Outside) -> None:
    cells = (
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A2</f><v>SITI</v></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="e"><v>#REF!</v></c>'
        '<c r="E1"><f>Z9</f></c><c r="F1" t="str"><f>""</f><v></v></c><c r="G1"><v>9</v></c>'
    )
    read = only_row(read_workbook(outside("daftar.xlsx", xlsx(sheet_xml(f'<row r="1">{cells}</row>')))))
    assert read == (
        Number(2),
        "SITI",
        CellError("#DIV/0!"),
        CellError("#REF!"),
        NOT_RECKONED,
        None,
        Number(9),
    )


def test_a_row_of_nothing_but_errors_is_not_passed_over(outside: Outside) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><f>VLOOKUP(1,2,3)</f></c></row>'
    (sheet,) = read_workbook(outside("daftar.xlsx", xlsx(sheet_xml(rows)))).sheets
    assert sheet.rows[1] == Row(2, (NOT_RECKONED,))


def test_what_openpyxl_wrote_without_reckoning_is_not_taken_for_empty(outside: Outside) -> None:
    content, book = BytesIO(), openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Upah", "=2*3", 5])
    book.save(content)
    assert only_row(read_workbook(outside("daftar.xlsx", content.getvalue()))) == (
        "Upah",
        NOT_RECKONED,
        Number(5),
    )


def test_errors_are_found_in_a_sheet_whose_place_is_told_from_the_root(outside: Outside) -> None:
    sheet = sheet_xml('<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>')
    relations = relations_xml(["/xl/worksheets/sheet1.xml"], shared=False)
    file = outside("daftar.xlsx", xlsx(sheet, **{"xl/_rels/workbook.xml.rels": relations}))
    assert only_row(read_workbook(file)) == (CellError("#N/A"),)


def test_errors_of_libreoffice_are_told_too(outside: Outside) -> None:
    row = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>SITI</text:p>'
        "</table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>'
    )
    read = only_row(read_workbook(outside("daftar.ods", ods(row))))
    assert read == ("SITI", None, None, CellError("#DIV/0!"))


def test_excel_97_is_read(outside: Outside) -> None:
    text = record(0x204, b"\x01\x00\x00\x00\x00\x00\x04\x00\x00SITI")
    file = outside("daftar.xls", xls(xls_number(0, 1, 26004187326) + text))
    (sheet,) = read_workbook(file).sheets
    assert sheet.rows == (Row(1, (None, Number(26004187326))), Row(2, ("SITI",)))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (26004187326.0, True),  # a KPJ
        (999_999_999_999_999.0, True),
        (3578015508920004.0, True),  # no Excel leaves a 4 at the sixteenth place
        (3578015508920000.0, False),
        (9471015508920001.0, False),  # above 2**53 a float knows every other number only
        (123456789012345678.0, False),
    ],
)
def test_a_number_says_whether_a_digit_may_be_lost(typed: float, kept: bool) -> None:
    assert Number(typed).digits_kept is kept
    assert digits_lost(Number(typed)) is not kept


def test_a_number_gives_its_figures_for_an_identifier() -> None:
    assert Number(26004187326.0).digits == "26004187326"
    assert Number(1.5).digits is None


def test_a_number_that_csv_wrote_in_powers_of_ten_is_lost() -> None:
    assert digits_lost("3,57802E+15")
    assert not digits_lost("00E12345678")
    assert not digits_lost(NIK)


def test_text_is_read_in_one_form_of_unicode(outside: Outside) -> None:
    file = outside("daftar.xlsx", made_by_excel(["JOSE\u0301"]))
    assert only_row(read_workbook(file)) == ("JOSÉ",)


def test_a_hidden_sheet_says_so(outside: Outside) -> None:
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.add_worksheet("Peserta").write(0, 0, "a")
    book.add_worksheet("Lama").hide()
    book.add_chartsheet("Grafik")
    book.close()
    sheets = read_workbook(outside("daftar.xlsx", content.getvalue())).sheets
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Peserta", False), ("Lama", True)]


def test_capitals_in_the_ending_do_not_matter(outside: Outside) -> None:
    assert read_workbook(outside("DAFTAR.XLSX", made_by_excel([1]))).kind is WorkbookKind.XLSX


def test_csv_tells_what_it_could_not_know(outside: Outside) -> None:
    book = read_workbook(outside("daftar.csv", "NIK;Nama\n3578015508920004;Ándri\n".encode("cp1252")))
    (sheet,) = book.sheets
    assert sheet.rows == (Row(1, ("NIK", "Nama")), Row(2, (NIK, "Ándri")))
    assert book.doubts == {CsvDoubt.ENCODING}


@pytest.mark.parametrize(
    ("limits", "why"),
    [
        (WorkbookLimits(rows=2), FileFlaw.ROWS),
        (WorkbookLimits(columns=2), FileFlaw.COLUMNS),
        (WorkbookLimits(cells=8), FileFlaw.CELLS),
        (WorkbookLimits(text=3), FileFlaw.TEXT),
        (WorkbookLimits(file_bytes=100), FileFlaw.FILE_BYTES),
        (WorkbookLimits(unpacked_bytes=100), FileFlaw.UNPACKED_BYTES),
        (WorkbookLimits(frame_bytes=100), FileFlaw.UNPACKED_BYTES),
    ],
)
def test_what_is_larger_than_any_list_is_refused_with_the_reason(
    outside: Outside, limits: WorkbookLimits, why: FileFlaw
) -> None:
    file = outside("daftar.xlsx", made_by_excel(*[["abcd", 2, 3]] * 3))
    assert read_workbook(file).sheets[0].rows
    assert flaw_of(file, limits) == why


def test_a_file_that_is_gone_or_is_no_file_says_so(tmp_path: Path) -> None:
    assert flaw_of(tmp_path / "daftar.xlsx") == FileFlaw.NOT_OPENED
    folder = tmp_path / "folder.xlsx"
    folder.mkdir()
    assert flaw_of(folder) == FileFlaw.NOT_OPENED


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_file_that_never_ends_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "daftar.csv")
    assert flaw_of(tmp_path / "daftar.csv") == FileFlaw.NOT_OPENED


def test_a_password_is_a_problem_of_its_own(outside: Outside) -> None:
    with pytest.raises(FileRefused) as refused:
        read_workbook(outside("daftar.ods", ods("", encrypted=True)))
    assert refused.value.problem is Problem.WORKBOOK_LOCKED


def test_cancel_takes_nothing_from_the_file(outside: Outside) -> None:
    stop = Stop()
    presser = threading.Thread(target=stop.press)
    presser.start()
    presser.join()
    with pytest.raises(Stopped):
        read_workbook(outside("daftar.csv", b"NIK\n1\n"), stop=stop)
