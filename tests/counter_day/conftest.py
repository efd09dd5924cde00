"""A real print queue for the counter, where one can be started."""

from collections.abc import Iterator

import pytest

from tests.card_printer.simulated import SimulatedCardPrinter, why_not


@pytest.fixture
def card_printer(monkeypatch: pytest.MonkeyPatch) -> Iterator[SimulatedCardPrinter]:
    if reason := why_not():
        pytest.skip(reason)
    pytest.importorskip("cups", reason="the optional part pycups is not installed")
    with SimulatedCardPrinter() as printer:
        monkeypatch.setenv("CUPS_SERVER", f"{printer.host}:{printer.port}")
        yield printer
