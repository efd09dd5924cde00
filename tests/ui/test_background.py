"""Slow work leaves the window's thread, and its answers come back in good order."""

import threading
from functools import partial

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.background import Background, Lane


def test_the_answer_arrives_on_the_windows_thread(qtbot: QtBot) -> None:
    background, owner = Background(), QObject()
    seen: list[int] = []
    background.run(
        owner,
        threading.get_ident,
        then=lambda worker: seen.extend([worker, threading.get_ident()]),
        otherwise=lambda error: seen.append(0),
    )
    qtbot.waitUntil(lambda: bool(seen))
    worker, answer = seen
    assert answer == threading.get_ident() != worker


def test_a_failure_is_told_to_whoever_asked(qtbot: QtBot) -> None:
    background, owner = Background(), QObject()
    seen: list[Exception] = []

    def fail() -> None:
        raise OSError("disk")

    background.run(owner, fail, then=lambda _none: None, otherwise=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], OSError)
    assert not background.busy


def test_a_closed_page_hears_nothing(qtbot: QtBot) -> None:
    background, gate, page = Background(), threading.Event(), QObject()
    seen: list[object] = []
    background.run(page, gate.wait, then=seen.append, otherwise=seen.append)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    gate.set()
    other = QObject()
    background.run(other, lambda: "last", then=seen.append, otherwise=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["last"]


def test_a_stuck_printer_does_not_delay_a_lookup(qtbot: QtBot) -> None:
    background, printer, owner = Background(), threading.Event(), QObject()
    seen: list[str] = []

    def print_slowly() -> str:
        printer.wait(10)
        return "printed"

    background.run(owner, print_slowly, then=seen.append, otherwise=lambda _e: None, lane=Lane.PAPER)
    background.run(owner, lambda: "found", then=seen.append, otherwise=lambda _e: None)
    qtbot.waitUntil(lambda: seen == ["found"])
    printer.set()
    qtbot.waitUntil(lambda: seen == ["found", "printed"])


def test_work_on_the_database_keeps_its_order(qtbot: QtBot) -> None:
    background, owner = Background(), QObject()
    seen: list[int] = []
    for number in range(50):
        background.run(owner, partial(int, number), then=seen.append, otherwise=lambda _e: None)
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == list(range(50))


def test_closing_waits_for_what_was_begun(qtbot: QtBot) -> None:
    background, owner = Background(), QObject()
    done: list[int] = []
    for number in range(20):
        background.run(owner, partial(done.append, number), then=lambda _n: None, otherwise=lambda _e: None)
    background.drain()
    assert done == list(range(20))
