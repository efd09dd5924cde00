"""The officer reads what happened and what to do; the log reads where, and never about whom."""

import logging
import re
import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.errors import InputRejected, LoketError, Problem, RuleBroken, StorageUnavailable
from app.findings import FindingCode
from app.member_fields import MemberField
from ui.problems import Problems
from ui.widgets.notice import Notice


@pytest.fixture
def notice(qtbot: QtBot) -> Notice:
    notice = Notice()
    qtbot.addWidget(notice)
    return notice


@pytest.mark.parametrize(
    ("error", "words", "tone"),
    [
        (
            RuleBroken(Problem.BLANKS_EMPTY),
            "No blank cards left at this counter. Nothing was sent. A card operator",
            "warn",
        ),
        (StorageUnavailable(Problem.DISK_FULL), "The disk is full. Nothing was half-stored.", "error"),
        (InputRejected(MemberField.NIK, FindingCode.NIK_NOT_16_DIGITS, length="15"), "NIK has 15", "warn"),
    ],
)
def test_a_known_problem_is_told_with_its_next_step(
    notice: Notice, error: Exception, words: str, tone: str
) -> None:
    Problems(notice).tell(error)
    assert notice.text().startswith(words)
    assert notice.property("tone") == tone


@pytest.mark.expects_log("mistake [A-Z]{6} ValueError")
def test_our_own_mistake_gets_a_reference_and_keeps_the_person_out_of_the_log(
    notice: Notice, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        try:
            raise ValueError("SITI NUR RAHAYU 3578015508920004")
        except ValueError as error:
            Problems(notice).tell(error)
    reference = re.search(r"\b[A-Z]{6}\b", notice.text())
    assert reference is not None
    assert reference.group() in caplog.text
    assert "test_problems.py" in caplog.text
    assert "SITI" not in caplog.text
    assert "3578" not in caplog.text


@pytest.fixture
def hooks() -> Iterator[None]:
    kept = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = kept


@pytest.mark.usefixtures("hooks")
def test_what_nobody_caught_still_reaches_the_officer(notice: Notice) -> None:
    problems = Problems(notice)
    problems.catch_all()
    error = LoketError(Problem.PRINTER_MISSING)
    sys.excepthook(LoketError, error, None)
    assert notice.text().startswith("The card printer is not there.")


@pytest.mark.usefixtures("hooks")
def test_a_failure_in_another_thread_is_told_on_the_windows_thread(notice: Notice, qtbot: QtBot) -> None:
    Problems(notice).catch_all()

    def fail() -> None:
        raise LoketError(Problem.DISK_FULL)

    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: notice.text().startswith("The disk is full."))
