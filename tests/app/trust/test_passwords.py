"""A password is long and not guessable; what letters it is made of is nobody's business."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import LoketError, Problem, RuleBroken
from app.trust.passwords import PasswordRules, common_passwords, draw_one_time_password

COMMON = common_passwords(Path(__file__).parents[3] / "resources" / "reference" / "common_passwords.txt")
RULES = PasswordRules(COMMON, ("Kantor Cabang Surabaya Karimunjawa", "Loket 1"))


def refused(password: str, *names: str) -> Problem:
    with pytest.raises(RuleBroken) as told:
        RULES.check(password, *names)
    return told.value.problem


@pytest.mark.parametrize(
    "password",
    [
        "hujan di bulan juni",
        "teh hangat tiap pagi",
        "kopi-susu-gelas",
        "XkR7#pQz!m",
        "nasi gudeg 3 piring",
        "日本語のパスワードです",
        "🌧☕📚🌙🚲🎋🐓🍚🌶🥥",
        "surabaya punya hujan lebat",
        "loket kami buka jam delapan",
        "           a b c      d e f",
        "q" * 3 + "wxk9!mz" + "lph",
        "x9" + "aBk!" * 49,
    ],
)
def test_whoever_chooses_something_of_their_own_may_keep_it(password: str) -> None:
    RULES.check(password, "Rina Pratiwi")


@pytest.mark.parametrize("password", ["", "a", "Xk7#pQz!m", "🌧☕📚🌙🚲🎋🐓🍚🌶", "e\u0301" * 9])
def test_nine_characters_are_too_few(password: str) -> None:
    assert refused(password) is Problem.PASSWORD_TOO_SHORT


def test_a_password_of_200_characters_is_taken_and_one_of_201_is_not() -> None:
    long = "padi menguning di sawah " * 9
    RULES.check(long[:200])
    assert refused(long[:201]) is Problem.PASSWORD_TOO_LONG


@pytest.mark.parametrize(
    "password",
    [
        "qwertyuiop",
        "passwordku",
        "Bismillah2026",
        "BISMILLAH!!!",
        "sayangku123",
        "indonesiaraya45",
        "iloveyou12",
        "1q2w3e4r5t",
        "persebaya1927",
        "correct horse battery staple",
        "ｂｉｓｍｉｌｌａｈ２０２６",
    ],
)
def test_known_passwords_are_refused_also_with_a_year_hung_on(password: str) -> None:
    assert refused(password) is Problem.PASSWORD_TOO_COMMON


@pytest.mark.parametrize(
    "password",
    [
        "kkkkkkkkkk",
        "xyxyxyxyxyxy",
        "5555555555",
        "....................",
        "abcdefghijkl",
        "98765432109",
        "FeDcBa654321",
        "poiuytrewq",
        "zxcvbnmasdfg",
        "aabbccddeeff",
    ],
)
def test_one_letter_repeated_and_rows_of_keys_are_refused(password: str) -> None:
    assert refused(password) is Problem.PASSWORD_TOO_EASY


@pytest.mark.parametrize(
    "password",
    [
        "Karimunjawa2026",
        "karimunjawa!",
        "Loket1Surabaya",
        "bpjsketenagakerjaan",
        "BPJS-Ketenagakerjaan-2026",
        "jamsostek99",
        "KantorCabangSurabaya",
        "admin loket bpjs",
        "rinapratiwi",
        "Pratiwi.1990",
        "RINA PRATIWI 08",
        "rahasia-loket",
    ],
)
def test_little_more_than_the_words_everybody_here_knows_is_refused(password: str) -> None:
    assert refused(password, "Rina Pratiwi") is Problem.PASSWORD_TOO_EASY


def test_the_name_of_another_officer_is_no_word_of_ones_own() -> None:
    RULES.check("dewi-lestari-77", "Rina Pratiwi")
    assert refused("dewi-lestari-77", "Dewi Lestari") is Problem.PASSWORD_TOO_EASY


@given(st.text(max_size=250), st.text(max_size=70))
def test_whatever_is_typed_is_taken_or_refused_in_words(password: str, name: str) -> None:
    try:
        RULES.check(password, name)
    except RuleBroken as told:
        assert told.problem.value.startswith("password_")  # noqa: PT017 - both ways are right
    else:
        assert len(password) >= 10


def test_the_list_of_known_passwords_is_long_and_holds_nothing_that_is_refused_for_its_length_alone() -> None:
    assert len(COMMON) >= 300
    assert {"password", "rahasia", "sayangku", "indonesia", "bismillah"} <= COMMON


def test_a_missing_list_is_told(tmp_path: Path) -> None:
    with pytest.raises(LoketError) as told:
        common_passwords(tmp_path / "common_passwords.txt")
    assert told.value.problem is Problem.REFERENCE_UNREADABLE


def test_a_one_time_password_can_be_read_aloud_and_does_not_repeat() -> None:
    drawn = {draw_one_time_password() for _ in range(500)}
    assert len(drawn) == 500
    for password in drawn:
        RULES.check(password)
        groups = password.split("-")
        assert [len(group) for group in groups] == [4] * 5
        assert all(vowel in "aeiou" for group in groups for vowel in group[1::2])
