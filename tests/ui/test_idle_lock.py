"""A counter nobody sits at locks itself; any key, the mouse or a scan counts as somebody."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.idle_lock import IdleLock

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=timezone(timedelta(hours=7)))


class Sitting:
    def __init__(self) -> None:
        self.now = NOON
        self.lock = IdleLock(lambda: self.now, 5)
        self.locked: list[datetime] = []
        self.lock.idle.connect(lambda: self.locked.append(self.now))
        self.lock.begin()

    def after(self, **passed: float) -> None:
        self.now += timedelta(**passed)
        self.lock.look()


@pytest.fixture
def sitting(qapp: QApplication) -> Iterator[Sitting]:
    sitting = Sitting()
    qapp.installEventFilter(sitting.lock)
    yield sitting
    qapp.removeEventFilter(sitting.lock)
    sitting.lock.end()


def test_it_locks_once_when_nobody_touched_anything_for_the_minutes_set(sitting: Sitting) -> None:
    sitting.after(minutes=4, seconds=59)
    assert sitting.locked == []
    sitting.after(seconds=1)
    sitting.after(minutes=30)
    assert sitting.locked == [NOON + timedelta(minutes=5)]


@pytest.mark.parametrize("hand", ["key", "mouse"])
def test_a_key_and_the_mouse_keep_it_open(
    sitting: Sitting, qapp: QApplication, qtbot: QtBot, hand: str
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    sitting.now += timedelta(minutes=4)
    if hand == "key":
        event: QEvent = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    else:
        button = Qt.MouseButton.NoButton
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(), QPointF(), button, button, Qt.KeyboardModifier.NoModifier
        )
    qapp.sendEvent(widget, event)
    sitting.after(minutes=4)
    assert sitting.locked == []
    sitting.after(minutes=1)
    assert len(sitting.locked) == 1


def test_a_pc_that_slept_is_locked_when_it_wakes(sitting: Sitting) -> None:
    sitting.after(hours=9)
    assert len(sitting.locked) == 1


def test_a_clock_set_back_begins_the_time_anew(sitting: Sitting) -> None:
    sitting.after(days=-1)
    sitting.after(minutes=4)
    assert sitting.locked == []
    sitting.after(minutes=1)
    assert len(sitting.locked) == 1


def test_another_time_set_by_the_branch_holds_at_once(sitting: Sitting) -> None:
    sitting.lock.allow(1)
    sitting.after(minutes=1)
    assert len(sitting.locked) == 1
