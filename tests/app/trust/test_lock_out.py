"""Who guesses has to wait, longer each time, whatever they do with the program, the clock or the file."""

import json
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Problem, RuleBroken
from app.trust.lock_out import LONGEST_WAIT, Failures, LockOuts, wait_after
from tests.app.trust.keeper import Wall
from tests.builders import MORNING


@pytest.fixture
def clock() -> Wall:
    return Wall()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "loket.lockout"


@pytest.fixture
def lock_outs(file: Path, clock: Wall) -> LockOuts:
    return LockOuts(file, clock)


def wrong(lock_outs: LockOuts, officer_id: int = 2) -> RuleBroken:
    """What is told to who types a wrong password."""
    with pytest.raises(RuleBroken) as told, lock_outs.trying(officer_id):
        raise RuleBroken(Problem.WRONG_PASSWORD)
    return told.value


def right(lock_outs: LockOuts, officer_id: int = 2) -> Failures:
    with lock_outs.trying(officer_id) as failures:
        return failures


def seconds_to_wait(lock_outs: LockOuts, officer_id: int = 2) -> int:
    with pytest.raises(RuleBroken) as told:
        right(lock_outs, officer_id)
    assert told.value.problem is Problem.LOCKED_OUT
    return int(told.value.facts["seconds"])


def test_five_tries_are_free_and_each_tells_how_many_are_left(lock_outs: LockOuts) -> None:
    assert [wrong(lock_outs).facts["left"] for _ in range(5)] == ["4", "3", "2", "1", "0"]
    assert seconds_to_wait(lock_outs) == 60


def test_each_further_failure_doubles_the_wait_up_to_an_hour(lock_outs: LockOuts, clock: Wall) -> None:
    for _ in range(5):
        wrong(lock_outs)
    waits = []
    for _ in range(9):
        waits.append(seconds_to_wait(lock_outs))
        clock.forward(seconds=waits[-1])
        wrong(lock_outs)
    assert waits == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]


def test_waiting_itself_is_not_counted_as_a_failure(lock_outs: LockOuts, clock: Wall) -> None:
    for _ in range(5):
        wrong(lock_outs)
    for left in (60, 40, 20):
        assert seconds_to_wait(lock_outs) == left
        clock.forward(seconds=20)
    right(lock_outs)


def test_the_last_second_is_waited_for(lock_outs: LockOuts, clock: Wall) -> None:
    for _ in range(5):
        wrong(lock_outs)
    clock.forward(seconds=59.5)
    assert seconds_to_wait(lock_outs) == 1


def test_a_right_password_begins_anew(lock_outs: LockOuts) -> None:
    for _ in range(4):
        wrong(lock_outs)
    right(lock_outs)
    assert wrong(lock_outs).facts["left"] == "4"


def test_one_officers_failures_do_not_shut_out_another(lock_outs: LockOuts) -> None:
    for _ in range(5):
        wrong(lock_outs, 2)
    right(lock_outs, 3)
    assert seconds_to_wait(lock_outs, 2) == 60


def test_the_program_started_again_remembers(lock_outs: LockOuts, file: Path, clock: Wall) -> None:
    for _ in range(5):
        wrong(lock_outs)
    assert seconds_to_wait(LockOuts(file, clock)) == 60


def test_a_program_ended_while_the_password_is_tried_gives_no_free_guess(file: Path, clock: Wall) -> None:
    with ExitStack() as programs:
        for _ in range(5):
            programs.enter_context(LockOuts(file, clock).trying(2))  # and nothing more is heard of it
        assert seconds_to_wait(LockOuts(file, clock)) == 60


def test_what_was_no_fault_of_the_password_is_not_counted(lock_outs: LockOuts) -> None:
    for error in (OSError("no disk"), RuleBroken(Problem.OFFICER_REMOVED), KeyboardInterrupt()):
        for _ in range(5):
            with pytest.raises(type(error)), lock_outs.trying(2):
                raise error
    assert wrong(lock_outs).facts["left"] == "4"


def test_a_clock_set_back_neither_frees_nor_shuts_out_for_days(lock_outs: LockOuts, clock: Wall) -> None:
    for _ in range(5):
        wrong(lock_outs)
    clock.forward(days=-400)
    assert seconds_to_wait(lock_outs) == 60
    clock.forward(seconds=30)
    assert seconds_to_wait(lock_outs) == 30
    clock.forward(seconds=30)
    right(lock_outs)


@pytest.mark.parametrize(
    "left",
    [b"", b"{}", b"null", b"[1]", b"\xff", b'{"format": 2}', b"[" * 100_000, b'{"format": 1, "tries": 3}'],
)
def test_a_damaged_record_is_no_clean_one(lock_outs: LockOuts, file: Path, clock: Wall, left: bytes) -> None:
    file.write_bytes(left)
    assert (seconds_to_wait(lock_outs, 2), seconds_to_wait(lock_outs, 3)) == (60, 60)
    clock.forward(seconds=60)
    assert right(lock_outs).damaged_at == MORNING
    right(lock_outs)


def test_failures_are_remembered_until_somebody_came_in_and_told_them(
    lock_outs: LockOuts, clock: Wall
) -> None:
    for officer_id in (2, 3, 2):
        wrong(lock_outs, officer_id)
        clock.forward(minutes=1)
    untold = right(lock_outs, 3).untold
    assert [(failure.officer_id, failure.at) for failure in untold] == [
        (2, MORNING),
        (3, MORNING + timedelta(minutes=1)),
        (2, MORNING + timedelta(minutes=2)),
    ]
    assert right(lock_outs, 3).untold == ()
    assert wrong(lock_outs, 2).facts["left"] == "2"


def test_a_sign_in_that_could_not_be_told_keeps_the_failures(lock_outs: LockOuts) -> None:
    wrong(lock_outs)
    with pytest.raises(OSError, match="disk"), lock_outs.trying(3):
        raise OSError("no disk")
    assert len(right(lock_outs, 3).untold) == 1


def test_a_record_of_ten_thousand_guesses_stays_small(file: Path) -> None:
    failures = Failures()
    for _ in range(1_000):
        failures = failures.with_failure(2, MORNING)
    assert (failures.tries[2].count, len(failures.untold), failures.left_out) == (1_000, 200, 800)


@given(st.integers(0, 10**9))
def test_no_wait_is_longer_than_an_hour(count: int) -> None:
    assert wait_after(count) <= LONGEST_WAIT
    assert (wait_after(count) == 0) == (count < 5)


_PLAIN = st.recursive(
    st.none() | st.integers() | st.floats() | st.text(max_size=6) | st.just("2026-11-20T09:00:00+07:00"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(_PLAIN, _PLAIN, _PLAIN, _PLAIN)
def test_generated_records_are_read_or_taken_for_damaged(
    tmp_path_factory: pytest.TempPathFactory, tries: object, untold: object, left_out: object, damaged: object
) -> None:
    file = tmp_path_factory.getbasetemp() / "generated.lockout"
    plain = {"format": 1, "tries": tries, "untold": untold, "left_out": left_out, "damaged_at": damaged}
    file.write_text(json.dumps(plain))
    with pytest.raises(RuleBroken) as told, LockOuts(file, Wall()).trying(2):
        raise RuleBroken(Problem.WRONG_PASSWORD)
    assert told.value.problem in (Problem.WRONG_PASSWORD, Problem.LOCKED_OUT)
