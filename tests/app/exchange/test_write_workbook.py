"""Whatever a name begins with, what leaves the program is text: no formula, no link, no number, nothing cut
in silence."""

import csv
from datetime import date
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.exchange.plain_text import LONGEST, plain
from app.exchange.write_csv import csv_bytes
from app.exchange.write_workbook import Cell, Column, Sheet, workbook_bytes

HOSTILE = [
    "=1+1",
    "+62",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=cmd|' /C calc'!A0",
    "{=1}",
    "https://contoh.id",
    "1E5",
]
texts = st.one_of(
    st.text(max_size=40), st.tuples(st.sampled_from([*"=+-@\t\r\n'\"{ "]), st.text(max_size=20)).map("".join)
)


def written(*rows: tuple[Cell, ...], name: str = "Daftar") -> openpyxl.Workbook:
    columns = tuple(Column(f"Kolom {place}", 10) for place in range(len(rows[0])))
    return openpyxl.load_workbook(BytesIO(workbook_bytes([Sheet(name, columns, rows)])))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_a_text_whatever_it_begins_with(text: str) -> None:
    cell = written((text,))["Daftar"]["A2"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    assert cell.number_format == "@"


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5))
@example([("\ud800", "\ufffe")])
@example([("_x0041_", "\x00")])
def test_no_generated_text_becomes_a_formula_a_link_or_a_number(rows: list[tuple[str, str]]) -> None:
    page = written(*rows)["Daftar"]
    for line, row in enumerate(rows, start=2):
        for place, text in enumerate(row, start=1):
            cell = page.cell(line, place)
            assert cell.data_type == "s"
            assert cell.hyperlink is None
            # openpyxl leaves what Excel writes for a backspace or for "_x0041_" as it stands in the file
            if "_x" not in text:
                assert cell.value == plain(text)


def test_a_text_longer_than_a_cell_says_that_it_was_cut() -> None:
    shown = plain("A" * (LONGEST + 1))
    assert len(shown) == LONGEST
    assert shown.endswith("… (dipotong)")
    assert plain("A" * LONGEST) == "A" * LONGEST
    assert written(("A" * 40_000,))["Daftar"]["A2"].value == shown


@given(st.integers(0, 8).map(lambda more: "😀" * (LONGEST // 2 - 4 + more)))
def test_an_emoji_counts_for_two_and_is_never_halved(text: str) -> None:
    shown = plain(text)
    assert len(shown.encode("utf-16-le")) // 2 <= LONGEST
    assert shown.removesuffix("… (dipotong)").strip("😀") == ""


def test_what_no_document_can_hold_is_shown_as_such() -> None:
    assert plain("A\x00\x1b\ud800\uffff\x7fB") == "A" + "\ufffd" * 5 + "B"
    assert plain("a\r\nb\rc\td") == "a\nb\nc\td"


def test_a_number_longer_than_excel_keeps_is_written_as_text() -> None:
    page = written((3578015508920004, 999_999_999_999_999))["Daftar"]
    assert (page["A2"].value, page["A2"].data_type) == ("3578015508920004", "s")
    assert page["B2"].value == 999_999_999_999_999


def test_a_day_before_excel_began_is_written_as_text() -> None:
    assert written((date(1899, 12, 31),))["Daftar"]["A2"].value == "31/12/1899"


@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
@example(["PT/A:B*C?[D]\\", "'kutip'", "", "History", "A" * 40, "A" * 50, "daftar", "DAFTAR"])
def test_any_name_becomes_a_sheet_of_its_own(names: list[str]) -> None:
    sheets = [Sheet(name, (Column("Nama", 10),), [("SITI",)]) for name in names]
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(sheets)))
    assert len(book.sheetnames) == len(names)
    assert all(page["A2"].value == "SITI" for page in book)


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("text", HOSTILE[:6])
def test_no_field_of_a_csv_file_begins_a_formula(text: str) -> None:
    (_, (field,)) = read_csv(csv_bytes(["Nama"], [(text,)]))
    assert field[0] == "'"


@given(st.lists(st.tuples(texts, texts), max_size=5))
def test_a_csv_file_gives_back_every_text(rows: list[tuple[str, str]]) -> None:
    read = read_csv(csv_bytes(["Nama", "Alamat"], rows))
    assert len(read) == 1 + len(rows)
    for fields, row in zip(read[1:], rows, strict=True):
        assert not any(field.startswith(("=", "+", "-", "@", "\t", "\r")) for field in fields)
        assert [field.removeprefix("'") for field in fields] == [
            plain(text).removeprefix("'") for text in row
        ]


def test_numbers_and_days_of_a_csv_file_stay_what_they_are() -> None:
    assert read_csv(csv_bytes(["Upah", "Lahir"], [(-5, date(1992, 8, 15))]))[1] == ["-5", "15/08/1992"]
