"""Whatever the card printer does, the officer reads why in words, and no card comes out twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.cards.print_job import PrinterReason
from app.settings import Settings
from tests.card_printer.simulated import Behaviour, SimulatedCardPrinter
from tests.counter_day import play
from tests.counter_day.counter import Counter
from tests.counter_day.play import Key
from tests.counter_day.visitor import SITI
from ui.wording.names import name_of

pytestmark = pytest.mark.slow

GOES_ON_BY_ITSELF = {
    Behaviour.EMPTY: PrinterReason.CARDS_EMPTY,
    Behaviour.COVER: PrinterReason.COVER_OPEN,
    Behaviour.OFFLINE: PrinterReason.OFFLINE,
}
"""Tended, the printer prints the card it waited with."""

NEVER_CAME_OUT = {
    Behaviour.JAM: PrinterReason.JAM,
    Behaviour.RIBBON: PrinterReason.RIBBON_ENDED,
    Behaviour.FAIL: PrinterReason.FAILED,
    Behaviour.HOLD: PrinterReason.HELD,
    Behaviour.POWERLOSS: PrinterReason.RESTARTED,
}
"""The tray stays empty; the officer says so and sends the same card again."""


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot, card_printer: SimulatedCardPrinter) -> Iterator[Counter]:
    counter = Counter(tmp_path, Settings(printer=card_printer.address))
    counter.sit_down()
    play.register(counter, SITI)
    yield counter
    counter.close()


def told(reason: PrinterReason) -> str:
    """What is wrong, without what to do about it."""
    return name_of(reason).split(" – ")[0]


@pytest.mark.parametrize(("behaviour", "reason"), GOES_ON_BY_ITSELF.items())
def test_a_printer_that_was_tended_prints_the_card_it_waited_with(
    counter: Counter, card_printer: SimulatedCardPrinter, behaviour: Behaviour, reason: PrinterReason
) -> None:
    card_printer.will(behaviour)
    counter.press(Key.Key_F9)
    counter.wait_for(told(reason))
    card_printer.tend()
    counter.wait_for("Lihat baki printer")
    counter.press(Key.Key_B)
    counter.wait_for("Yang dilakukan")
    assert len(card_printer.cards) == 1


@pytest.mark.parametrize(("behaviour", "reason"), NEVER_CAME_OUT.items())
def test_a_card_that_never_came_out_is_printed_once_after_the_officer_said_so(
    counter: Counter, card_printer: SimulatedCardPrinter, behaviour: Behaviour, reason: PrinterReason
) -> None:
    card_printer.will(behaviour)
    counter.press(Key.Key_F9)
    counter.wait_for(told(reason))
    assert len(card_printer.cards) == 0
    counter.press(Key.Key_T)
    counter.wait_for("Kartu tidak keluar")
    card_printer.enable()  # a stopped queue would print its backlog now
    play.print_card(counter)
    assert len(card_printer.cards) == 1
