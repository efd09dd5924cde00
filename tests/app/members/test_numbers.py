"""KPJ, NPP, family card and NPWP: each row of the identifier table with its near misses."""

import pytest

from app.errors import InputRejected
from app.findings import FindingCode
from app.member_fields import MemberField
from app.members.family_card import FamilyCard
from app.members.kpj import Kpj
from app.members.nik import Nik
from app.members.npp import Npp
from app.members.npwp import Npwp


@pytest.mark.parametrize("typed", ["00041873260", "000 4187 3260", "000-4187-3260", "000.4187.3260 "])
def test_a_kpj_keeps_its_leading_zeros(typed: str) -> None:
    assert Kpj.parse(typed).text == "00041873260"


@pytest.mark.parametrize(
    "typed", ["", "2600418732", "260041873260", "26004187_26", "2600418732É", "２６００４１８７３２６"]
)
def test_anything_but_eleven_characters_is_no_kpj(typed: str) -> None:
    with pytest.raises(InputRejected) as refusal:
        Kpj.parse(typed)
    assert refusal.value.code is FindingCode.KPJ_NOT_11_CHARACTERS


def test_letters_that_merely_grow_into_plain_ones_are_no_kpj() -> None:
    with pytest.raises(InputRejected):
        Kpj.parse("260041873ß")  # ß in capitals is SS: eleven characters that nobody typed


def test_a_kpj_of_the_old_days_may_have_letters_and_says_so() -> None:
    assert (Kpj.parse("99j80012345").text, Kpj.parse("99j80012345").has_letters) == ("99J80012345", True)
    assert not Kpj.parse("26004187326").has_letters


def test_a_block_number_becomes_a_kpj_with_its_zeros() -> None:
    assert Kpj.of_number(41_873_260).text == "00041873260"
    assert Kpj.of_number(26_004_187_326).grouped == "26 0041 87326"


@pytest.mark.parametrize("typed", ["", "1300747", "130074789", "1300747?", "1300747ı"])
def test_anything_but_eight_characters_is_no_npp(typed: str) -> None:
    with pytest.raises(InputRejected) as refusal:
        Npp.parse(typed)
    assert refusal.value.code is FindingCode.NPP_NOT_8_CHARACTERS


def test_an_npp_with_letters_is_accepted_and_says_so() -> None:
    assert Npp.parse("jj 012-345").text == "JJ012345"
    assert Npp.parse("JJ012345").has_letters
    assert not Npp.parse("13007478").has_letters


@pytest.mark.parametrize("typed", ["", "357801120310000", "35780112031000012", "3578011203l00001"])
def test_anything_but_sixteen_digits_is_no_family_card(typed: str) -> None:
    with pytest.raises(InputRejected) as refusal:
        FamilyCard.parse(typed)
    assert refusal.value.code is FindingCode.FAMILY_CARD_NOT_16_DIGITS


@pytest.mark.parametrize(
    ("typed", "has_a_date"),
    [
        ("3578 0112 0310 0001", True),
        ("3578012902240001", True),
        ("3578012902230001", False),
        ("3578015203100001", False),
        ("3578010013100001", False),
        ("3578013112000000", True),
    ],
)
def test_an_odd_date_in_a_family_card_number_is_only_told(typed: str, has_a_date: bool) -> None:
    assert FamilyCard.parse(typed).has_a_date is has_a_date


@pytest.mark.parametrize("typed", ["12.345.678.2-407.000", "123456782407000", "0123456782407000"])
def test_an_old_npwp_is_kept_with_a_zero_in_front(typed: str) -> None:
    npwp = Npwp.parse(typed)
    assert npwp.digits == "0123456782407000"
    assert npwp.nik is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", FindingCode.NPWP_WRONG_LENGTH),
        ("12345678240700", FindingCode.NPWP_WRONG_LENGTH),
        ("12345678240700000", FindingCode.NPWP_WRONG_LENGTH),
        ("12345678240700A", FindingCode.NPWP_WRONG_LENGTH),
        ("123456783407000", FindingCode.NPWP_CHECK_FAILS),
        ("213456782407000", FindingCode.NPWP_CHECK_FAILS),
        ("0123456783407000", FindingCode.NPWP_CHECK_FAILS),
        ("000000000000000", FindingCode.NPWP_CHECK_FAILS),
        ("0000000000000000", FindingCode.NPWP_CHECK_FAILS),
        ("000000000407000", FindingCode.NPWP_CHECK_FAILS),
        ("3578015508920000", FindingCode.NIK_SERIAL_ZERO),
        ("3578013202920004", FindingCode.NIK_DAY_IMPOSSIBLE),
    ],
)
def test_what_can_be_no_npwp_is_refused_at_its_own_field(typed: str, code: FindingCode) -> None:
    with pytest.raises(InputRejected) as refusal:
        Npwp.parse(typed)
    assert (refusal.value.field, refusal.value.code) == (MemberField.NPWP, code)


def test_sixteen_digits_without_a_zero_in_front_are_a_nik() -> None:
    assert Npwp.parse("3578 0155 0892 0004").nik == Nik("3578015508920004")
