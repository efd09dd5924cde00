"""The guards of `tests/conftest.py` catch what they are there for: each leak is planted once."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PLANTED = """
import logging, threading, time
import pytest
from PySide6.QtCore import QObject, QTimer, qWarning
from PySide6.QtWidgets import QMainWindow

kept = []

def test_nothing(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    QTimer(window).start(1000)

def test_thread_that_ends():
    threading.Thread(target=time.sleep, args=(0.05,)).start()

@pytest.mark.expects_log("printer is o[a-z]+")
def test_expected_record():
    logging.getLogger("loket").warning("the printer is out")

def test_info_record():
    logging.getLogger("loket").info("all is well")

def test_thread():
    threading.Thread(target=threading.Event().wait, daemon=True, name="lost").start()

def test_record():
    logging.getLogger("loket").warning("nobody asked for this")

def test_window(qapp):
    kept.append(QMainWindow(windowTitle="Left open"))
    kept[-1].show()

def test_timer(qapp):
    kept.append(QMainWindow(windowTitle="Still ticking"))
    QTimer(kept[-1]).start(1000)

def test_after_them_all(qapp):
    pass

def test_qt_warning(qapp):
    qWarning("said in the test")

@pytest.fixture
def clumsy(qapp):
    yield
    qWarning("said in the teardown")

def test_qt_warning_in_teardown(clumsy):
    pass

def test_python_warning():
    import warnings
    warnings.warn("old ways", DeprecationWarning)
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("planted")
    (folder / "tests").mkdir()
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "tests")
    (folder / "tests" / "test_planted.py").write_text(PLANTED, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider"]
    # on a build server pytest tells each failure a second time
    surroundings = {name: value for name, value in os.environ.items() if name not in ("CI", "BUILD_NUMBER")}
    run = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
    return run.stdout


def outcomes(report: str, test: str) -> set[str]:
    return set(re.findall(rf"^(PASSED|FAILED|ERROR) \S+::{test}\b", report, re.MULTILINE))


@pytest.mark.parametrize(
    "test",
    [
        "test_nothing",
        "test_thread_that_ends",
        "test_expected_record",
        "test_info_record",
        "test_after_them_all",
    ],
)
def test_a_clean_test_passes(report: str, test: str) -> None:
    assert outcomes(report, test) == {"PASSED"}, report


@pytest.mark.parametrize(
    ("test", "named"),
    [
        ("test_thread", "thread lost"),
        ("test_record", "WARNING loket: nobody asked for this"),
        ("test_window", "visible window QMainWindow “Left open”"),
        ("test_timer", "running timer of QMainWindow “Still ticking”"),
        ("test_qt_warning_in_teardown", "Qt QtWarningMsg: said in the teardown"),
    ],
)
def test_what_a_test_leaves_behind_is_named(report: str, test: str, named: str) -> None:
    assert "ERROR" in outcomes(report, test), report
    assert report.count(f"\n{named}\n") == 1


@pytest.mark.parametrize("test", ["test_qt_warning", "test_python_warning"])
def test_a_warning_fails_the_test_itself(report: str, test: str) -> None:
    assert "FAILED" in outcomes(report, test), report
