"""Cells as Excel keeps them: what it damaged is said, what is certain is read, and nothing is guessed."""

import pytest

from app.exchange.workbook import NOT_RECKONED, Cell, CellError, Number
from app.findings import FindingCode
from app.member_fields import MemberField as Field
from app.workers.read_cells import reader_of


def read(field: Field, cell: Cell, *others: Cell) -> tuple[str, FindingCode | None]:
    text, doubt = reader_of(field, [cell, *others])(cell)
    return text, doubt.code if doubt else None


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("3578015508920004", "3578015508920004"),
        ("'3578015508920004", "3578015508920004"),
        ("\u00a03578015508920004\u00a0", "3578015508920004"),
        ("3578.0155.0892.0004", "3578.0155.0892.0004"),
        ("NIK: 3578015508920004", "3578015508920004"),
        ("3578015508920004.0", "3578015508920004"),
        (Number(3578015508920004.0), "3578015508920004"),
        ("-", ""),
        ("tidak ada", ""),
    ],
)
def test_a_nik_is_read_whatever_excel_put_around_it(cell: Cell, text: str) -> None:
    assert read(Field.NIK, cell) == (text, None)


@pytest.mark.parametrize("cell", [Number(3578015508920000.0), "3,57802E+15", "3.57801550892E+15"])
def test_a_nik_that_excel_has_cut_is_told_and_not_guessed(cell: Cell) -> None:
    assert read(Field.NIK, cell)[1] is FindingCode.DIGITS_LOST


def test_a_nought_lost_in_front_of_a_kpj_is_asked_about_with_the_number_it_may_have_been() -> None:
    text, doubt = reader_of(Field.KPJ, [])(Number(5004187326.0))
    assert doubt is not None
    assert (text, doubt.code, doubt.facts["proposal"]) == (
        "5004187326",
        FindingCode.LEADING_ZERO_LOST,
        "05004187326",
    )


def test_a_kpj_much_too_short_has_lost_more_than_a_nought() -> None:
    assert read(Field.KPJ, Number(4187326.0)) == ("4187326", None)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Number(81234567890.0), "081234567890"),
        ("81234567890", "081234567890"),
        (Number(6281234567890.0), "+6281234567890"),
        ("0812-3456-7890", "0812-3456-7890"),
        ("081234567890.0", "081234567890"),
        ("-", ""),
    ],
)
def test_a_telephone_number_gets_its_nought_back(cell: Cell, text: str) -> None:
    assert read(Field.PHONE, cell) == (text, None)


@pytest.mark.parametrize("cell", ["L", "lk", "Laki-laki", "LAKI LAKI", "Pria", "m", "Laki - Laki", "laki2"])
def test_men(cell: str) -> None:
    assert read(Field.SEX, cell) == ("male", None)


@pytest.mark.parametrize("cell", ["P", "Pr.", "PEREMPUAN", "wanita", "W", "female"])
def test_women(cell: str) -> None:
    assert read(Field.SEX, cell, "L") == ("female", None)


def test_p_is_for_men_where_w_is_for_women() -> None:
    assert read(Field.SEX, "P", "W", "P") == ("male", None)


def test_an_unknown_sex_stays_for_the_rule_to_say() -> None:
    assert read(Field.SEX, "X") == ("X", None)


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("K", "married"),
        ("K/2", "married"),
        ("TK", "single"),
        ("TK/0", "single"),
        ("Belum Kawin", "single"),
        ("Kawin", "married"),
        ("Cerai Hidup", "divorced"),
        ("cerai mati", "widowed"),
        ("entah", "entah"),
    ],
)
def test_marital_status_in_its_spellings(cell: str, status: str) -> None:
    assert read(Field.MARITAL_STATUS, cell) == (status, None)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Number(4500000.0), "4500000"),
        (Number(4500000.5), "4500000,50"),
        ("Rp 4.500.000,-", "Rp 4.500.000,-"),
        ("4,5 jt", "4500000"),
        ("Rp 4 juta", "4000000"),
        ("4.500.000/bulan", "4.500.000"),
        ("UMK", "UMK"),
        ("sekitar 4 juta", "sekitar 4 juta"),
    ],
)
def test_a_wage_is_read_where_it_is_certain(cell: Cell, text: str) -> None:
    assert read(Field.WAGE, cell) == (text, None)


@pytest.mark.parametrize("field", [Field.NIK, Field.NAME, Field.SEX, Field.WAGE, Field.PHONE, Field.KPJ])
def test_formulas_without_a_value_and_truth_values_are_told(field: Field) -> None:
    assert read(field, CellError("#REF!")) == ("#REF!", FindingCode.CELL_ERROR)
    assert read(field, NOT_RECKONED)[1] is FindingCode.CELL_NOT_RECKONED
    assert read(field, True) == ("TRUE", FindingCode.CELL_UNREADABLE)
