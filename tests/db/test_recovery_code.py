"""The recovery code is read from paper and typed by hand: what can be told apart is forgiven."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Problem, RuleBroken
from db.recovery_code import draw_code, read_code


def test_a_code_is_seven_groups_of_five_without_letters_that_look_alike() -> None:
    for code in (draw_code() for _ in range(200)):
        assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}", code)


def test_it_carries_160_bits_and_no_two_are_alike() -> None:
    secrets = {read_code(draw_code()) for _ in range(200)}
    assert len(secrets) == 200
    assert {len(secret) for secret in secrets} == {20}


@pytest.mark.parametrize(
    "as_typed",
    [
        str.lower,
        lambda code: code.replace("-", " "),
        lambda code: code.replace("-", ""),
        lambda code: f"  {code}\n",
        lambda code: code.replace("0", "O"),
        lambda code: code.replace("0", "o").replace("1", "l"),
        lambda code: code.replace("1", "i"),
        lambda code: code.replace("-", " – "),
    ],
)
def test_however_it_is_typed_it_is_the_same_code(as_typed) -> None:  # type: ignore[no-untyped-def]
    for code in (draw_code() for _ in range(20)):
        assert read_code(as_typed(code)) == read_code(code)


def test_a_single_wrong_letter_is_told_as_a_slip_and_not_as_a_wrong_code() -> None:
    code, slipped = draw_code(), 0
    for at, letter in enumerate(code):
        if letter != "-":
            wrong = code[:at] + ("7" if letter != "7" else "8") + code[at + 1 :]
            with pytest.raises(RuleBroken) as told:
                read_code(wrong)
            slipped += told.value.problem is Problem.RECOVERY_CODE_MISTYPED
    assert slipped == 35


def test_neighbours_typed_the_wrong_way_round_are_found() -> None:
    code = "00000-00000-00000-00000-00000-00000-00000"
    groups = draw_code().split("-")
    swapped = "-".join([groups[1], groups[0], *groups[2:]])
    for wrong in (code, swapped):
        with pytest.raises(RuleBroken) as told:
            read_code(wrong)
        assert told.value.problem is Problem.RECOVERY_CODE_MISTYPED


@given(st.text(max_size=60))
def test_whatever_else_is_typed_is_told_as_a_slip(typed: str) -> None:
    with pytest.raises(RuleBroken) as told:
        read_code(typed)
    assert told.value.problem is Problem.RECOVERY_CODE_MISTYPED
