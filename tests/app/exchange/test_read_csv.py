"""A CSV file says neither how its letters nor how its columns are written: recognised, or doubted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import FileRefused
from app.exchange.file_flaw import FileFlaw
from app.exchange.read_csv import read_csv
from app.exchange.workbook import CsvDoubt

LONGEST = 32_767
LIST = "NIK;Nama;Upah\n3578015508920004;SITI RAHMÉ;4961753,50\n3578015508920005;BUDI;5100000,00\n"


def rows(content: bytes) -> list[list[str]]:
    return list(read_csv(content, LONGEST).rows())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_letters_are_recognised(encoding: str) -> None:
    assert rows(LIST.encode(encoding))[1] == ["3578015508920004", "SITI RAHMÉ", "4961753,50"]


@pytest.mark.parametrize(
    ("encoding", "doubts"), [("utf-8", set()), ("utf-16", set()), ("cp1252", {CsvDoubt.ENCODING})]
)
def test_letters_without_a_mark_are_doubted_unless_they_are_utf_8(
    encoding: str, doubts: set[CsvDoubt]
) -> None:
    assert read_csv(LIST.encode(encoding), LONGEST).doubts == doubts


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_recognised(delimiter: str) -> None:
    text = LIST.replace(",", ".").replace(";", delimiter)
    assert rows(text.encode())[2] == ["3578015508920005", "BUDI", "5100000.00"]


def test_commas_of_money_are_no_columns() -> None:
    read = read_csv(LIST.encode(), LONGEST)
    assert (read.delimiter, read.doubts) == (";", frozenset())


def test_a_list_that_parts_in_two_ways_is_doubted() -> None:
    assert CsvDoubt.DELIMITER in read_csv(b"a;b,c\nd;e,f\n", LONGEST).doubts


def test_a_title_above_the_list_hides_no_delimiter() -> None:
    assert rows(b"DAFTAR PESERTA\n\n" + LIST.encode())[-1][1] == "BUDI"


def test_what_excel_says_of_the_delimiter_is_believed_and_is_no_row() -> None:
    assert rows(b"sep=|\r\na|b;c\r\n") == [["a", "b;c"]]


def test_line_ends_inside_quotes_stay() -> None:
    assert rows(b'a;"b\r\nc"\r\nd;e\r\n') == [["a", "b\r\nc"], ["d", "e"]]


def test_a_list_of_one_column_is_no_doubt() -> None:
    read = read_csv(b"NIK\n3578015508920004\n", LONGEST)
    assert (list(read.rows()), read.doubts) == ([["NIK"], ["3578015508920004"]], frozenset())


def test_bytes_that_are_no_letters_are_refused() -> None:
    with pytest.raises(FileRefused) as refused:
        rows(b"Nama\n\x81\x8d\n")
    assert refused.value.facts["why"] == FileFlaw.UNKNOWN_LETTERS


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        read = rows(content)
    except FileRefused:
        return
    assert all(isinstance(cell, str) for row in read for cell in row)


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@given(st.lists(st.tuples(cells, cells, cells), min_size=3, max_size=8))
def test_what_a_program_wrote_is_read_back(written: list[tuple[str, str, str]]) -> None:
    quoted = [";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in written]
    content = "\r\n".join(["NIK;NAMA;UPAH", *quoted]).encode("utf-8-sig")
    assert rows(content)[1:] == [list(row) for row in written]
