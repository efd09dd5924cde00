"""What holds for every test: no screen is needed, and nothing may be left behind or muttered.

pytest-qt already fails a test on a Qt warning, Python's own warnings are errors (pyproject). Here come the
rest: log records nobody expected, Qt warnings while things are taken down, and threads, timers or
windows that outlive their test.
"""

import logging
import os
import re
import threading
import time
from collections.abc import Generator, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

NIGHTLY = os.environ.get("LOKET_NIGHTLY") == "1"
settings.register_profile("loket", max_examples=10_000 if NIGHTLY else 300, deadline=None, database=None)
settings.load_profile("loket")

GRACE_SECONDS = 2.0
"""A thread that was told to stop may need this long."""


class _Ear(logging.Handler):
    """Hears every log record from a warning upwards, and Qt's warnings during the teardown."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def hear_qt(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            self.heard.append(f"Qt {kind.name}: {message}")


_EAR = pytest.StashKey[_Ear]()
_THREADS = pytest.StashKey[set[threading.Thread]]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    ear = item.stash[_EAR] = _Ear()
    item.stash[_THREADS] = set(threading.enumerate())
    logging.getLogger().addHandler(ear)
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    ear = item.stash[_EAR]
    before = qInstallMessageHandler(ear.hear_qt)
    try:
        result = yield
        left = [*_threads_left(item.stash[_THREADS]), *_widgets_left()]
    finally:
        qInstallMessageHandler(before)
        logging.getLogger().removeHandler(ear)
    expected = [pattern for mark in item.iter_markers("expects_log") for pattern in mark.args]
    muttered = [text for text in ear.heard if not any(re.search(pattern, text) for pattern in expected)]
    if left or muttered:
        pytest.fail("\n".join(["The test left behind or muttered:", *left, *muttered]), pytrace=False)
    return result


def _threads_left(before: set[threading.Thread]) -> Iterator[str]:
    deadline = time.monotonic() + GRACE_SECONDS
    for thread in set(threading.enumerate()) - before:
        # Qt's idle pool threads show as dummies once Python code has run in them
        if not isinstance(thread, threading._DummyThread):
            thread.join(max(0.0, deadline - time.monotonic()))
            if thread.is_alive():
                yield f"thread {thread.name}"
    if not QThreadPool.globalInstance().waitForDone(int(GRACE_SECONDS * 1000)):
        yield "work in Qt's global thread pool"


def _widgets_left() -> Iterator[str]:
    """Names what is left and takes it away, so that only the test to blame is blamed."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for window in QApplication.topLevelWidgets():
        name = f"{type(window).__name__} “{window.windowTitle()}”"
        for timer in window.findChildren(QTimer):
            if timer.isActive():
                timer.stop()
                yield f"running timer of {name}"
        if window.isVisible():
            window.close()
            window.deleteLater()
            yield f"visible window {name}"
