"""A child that opens files from outside gets nothing, may nothing, and is believed nothing."""

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import FileRefused, Problem
from app.exchange.limited_child import (
    CHILD_ARGUMENT,
    ChildDied,
    ChildLimits,
    Death,
    Frame,
    Stop,
    Stopped,
    child_asked,
    command,
)

ROOT = Path(__file__).parents[3]
CHILD = "tests.app.exchange.odd_children"
LIMITS = ChildLimits(
    memory_bytes=400_000_000, seconds=1, patience=30, answer_bytes=1_000_000, frame_bytes=100_000
)
TAKEN_OVER = [
    "another kind",
    "no json",
    "no list",
    "no text",
    "no number",
    "endless number",
    "deep",
    "too much at once",
    "too much in all",
    "half a frame",
    "leave early",
    "refuse what is not its own",
    "refuse at length",
    "refuse with more than text",
]

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows takes neither files nor sockets away")


def answer(behaviour: str, limits: ChildLimits = LIMITS, stop: Stop | None = None) -> list[Frame]:
    with child_asked(CHILD, {"word": "élan"}, behaviour.encode(), limits, stop) as frames:
        return list(frames)


def test_what_the_child_answers_arrives_as_it_was_told() -> None:
    assert answer("echo") == [["élan"], b"\x00\xff"]


@posix
def test_the_child_inherits_nothing_and_may_open_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOKET_SECRET", "rahasia")
    (told,) = answer("what it may")
    environment, file, socket, program, memory, core = told
    assert "rahasia" not in str(environment)
    assert isinstance(environment, dict)
    assert set(environment) <= {"LC_CTYPE", "SYSTEMROOT"}  # the first is Python's own doing
    assert [file, socket, program] == ["OSError"] * 3
    assert memory == "MemoryError"
    assert core == [0, 0]


@pytest.mark.parametrize(
    ("behaviour", "death"),
    [
        ("fall", Death.FELL),
        ("abort", Death.MEMORY),
        ("hoard", Death.MEMORY),
        ("hoard in python", Death.MEMORY),
        ("compute", Death.TIME),
    ],
)
@posix
def test_a_child_that_dies_says_of_what(behaviour: str, death: Death) -> None:
    limits = LIMITS if death is Death.TIME else replace(LIMITS, seconds=20)  # a busy machine hoards slowly
    with pytest.raises(ChildDied) as died:
        answer(behaviour, limits)
    assert died.value.death is death


def test_a_child_that_only_waits_is_ended_when_patience_is() -> None:
    with pytest.raises(ChildDied) as died:
        answer("wait", ChildLimits(400_000_000, 60, 0.5, 1000, 1000))
    assert died.value.death is Death.TIME


@pytest.mark.parametrize("behaviour", TAKEN_OVER)
def test_what_no_child_of_ours_answers_is_not_believed(behaviour: str) -> None:
    with pytest.raises(ChildDied) as died:
        answer(behaviour)
    assert died.value.death is Death.FELL


def test_a_refusal_arrives_with_its_facts() -> None:
    with pytest.raises(FileRefused) as refused:
        answer("refuse")
    assert refused.value.problem is Problem.WORKBOOK_TOO_LARGE
    assert refused.value.facts == {"why": "rows", "most": "7"}


def test_cancel_ends_the_child_at_once_and_no_other() -> None:
    stop, neighbour = Stop(), Stop()
    with child_asked(CHILD, {"word": ""}, b"wait", LIMITS, neighbour) as others:
        assert next(others) == ["here"]
        with child_asked(CHILD, {"word": ""}, b"wait", LIMITS, stop) as frames:
            assert next(frames) == ["here"]
            presser = threading.Thread(target=stop.press)
            presser.start()
            with pytest.raises(Stopped):
                next(frames)
            presser.join()
        assert not neighbour.pressed
        with child_asked(CHILD, {"word": "next"}, b"echo", LIMITS) as frames:
            assert next(frames) == ["next"]


def test_after_cancel_no_child_is_begun() -> None:
    stop = Stop()
    stop.press()
    with pytest.raises(Stopped):
        answer("echo", stop=stop)


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks into /proc")
def test_no_child_is_left_behind() -> None:
    for behaviour in ("echo", "fall", "too much at once"):
        try:
            answer(behaviour)
        except ChildDied:
            continue
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
    commands = [Path(f"/proc/{child}/cmdline").read_bytes() for child in children]
    assert [line for line in commands if CHILD.encode() in line] == []


def test_the_packaged_program_runs_itself_as_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program, *arguments = command("app.exchange.workbook_child")
    assert (program, arguments[0]) == (sys.executable, CHILD_ARGUMENT)
    wish = b'{"memory": 768000000, "seconds": 5, "kind": "csv", "limits": %s}\nNIK;Nama\n1;Siti\n'
    limits = b'{"file_bytes":1,"memory_bytes":1,"seconds":1,"answer_bytes":9999,"frame_bytes":9999}'
    told = subprocess.run(
        [program, ROOT / "main.py", *arguments], input=wish % limits, capture_output=True, check=True
    )
    assert b'[1,["NIK","Nama"]],[2,["1","Siti"]]' in told.stdout


def test_the_program_runs_itself_as_nothing_else() -> None:
    told = subprocess.run(
        [sys.executable, ROOT / "main.py", CHILD_ARGUMENT, "os"], capture_output=True, check=False
    )
    assert told.returncode == 2
    assert b"unrecognized arguments" in told.stderr
