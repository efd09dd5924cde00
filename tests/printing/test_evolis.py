"""Evolis: the vendor's real kit against a printer on TCP; states, ribbon and cleaning as recorded values."""

import time
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest

from app.cards.card_face import CardFace
from app.cards.print_job import PrinterReason
from app.errors import NothingSent, Problem, YourEnvironment
from app.ports import PrinterState, SpoolReport, SpoolState
from printing.card import PdfCardRenderer
from printing.printers.evolis import EvolisCardPrinter
from printing.printers.evolis_states import AT_WORK, REASON_OF, print_report, printer_state, reason_of
from tests.card_printer.fake_evolis import FakeEvolis

NAME = "loket-kartu-7-1"


@pytest.fixture
def fake() -> Iterator[FakeEvolis]:
    pytest.importorskip("evolis", reason="no Evolis kit here: see requirements/evolis.txt")
    with FakeEvolis() as printer:
        yield printer


@pytest.fixture
def card(renderer: PdfCardRenderer, siti: CardFace) -> bytes:
    return renderer.render([siti], back=False)


def test_every_state_of_the_kit_has_its_reason() -> None:
    kit = pytest.importorskip("evolis", reason="no Evolis kit here: see requirements/evolis.txt")
    assert {minor.name for minor in kit.State.Minor} == set(REASON_OF)
    assert set(REASON_OF) >= AT_WORK


@pytest.mark.parametrize(
    ("minor", "ready", "reason"),
    [
        ("PRINTER_READY", True, PrinterReason.NONE),
        ("INF_PRINTING_RUNNING", True, PrinterReason.NONE),
        ("INF_RIBBON_LOW", True, PrinterReason.NONE),
        ("INF_CLEANING_REQUIRED", True, PrinterReason.CLEANING_DUE),
        ("DEF_FEEDER_EMPTY", False, PrinterReason.CARDS_EMPTY),
        ("ERR_FEEDER_EMPTY", False, PrinterReason.CARDS_EMPTY),
        ("DEF_COVER_OPEN", False, PrinterReason.COVER_OPEN),
        ("DEF_RIBBON_ENDED", False, PrinterReason.RIBBON_ENDED),
        ("DEF_UNSUPPORTED_RIBBON", False, PrinterReason.RIBBON_WRONG),
        ("ERR_BAD_RIBBON", False, PrinterReason.RIBBON_WRONG),
        ("ERR_MECHANICAL", False, PrinterReason.JAM),
        ("AVANSIA_ERR_CARD_JAM", False, PrinterReason.JAM),
        ("DEF_REJECT_BOX_FULL", False, PrinterReason.REJECTS_FULL),
        ("PRINTER_OFFLINE", False, PrinterReason.OFFLINE),
        ("ERR_HEAD_TEMP", False, PrinterReason.OTHER),
        ("A_STATE_OF_A_LATER_KIT", False, PrinterReason.OTHER),
    ],
)
def test_a_state_says_whether_the_next_card_goes_through_and_what_to_do(
    minor: str, ready: bool, reason: PrinterReason
) -> None:
    state = printer_state(minor, None, None)
    assert (state.ready, state.reason) == (ready, reason)


def test_ribbon_and_cleaning_are_told_in_cards() -> None:
    ribbon = SimpleNamespace(capacity=300, remaining=93)
    cleaning = SimpleNamespace(totalCardCount=12_408, cardCountBeforeWarning=592, warningThreshold=1000)
    assert printer_state("PRINTER_READY", ribbon, cleaning) == PrinterState(
        ready=True, ribbon_percent=31, ribbon_left=93, cards_printed=12_408, cleaning_in=592
    )


def test_a_printer_that_does_not_tell_answers_with_noughts_and_nothing_is_shown_of_them() -> None:
    noughts = SimpleNamespace(totalCardCount=0, cardCountBeforeWarning=0, warningThreshold=0)
    empty = SimpleNamespace(capacity=0, remaining=0)
    assert printer_state("PRINTER_READY", empty, noughts) == PrinterState(ready=True)


@pytest.mark.parametrize(
    ("code", "minor", "report"),
    [
        ("OK", "", SpoolReport(SpoolState.CLAIMED_DONE)),
        ("PRINT_NEEDACTION", "DEF_FEEDER_EMPTY", (SpoolState.NEEDS_ATTENTION, PrinterReason.CARDS_EMPTY)),
        ("PRINT_NEEDACTION", "PRINTER_READY", (SpoolState.NEEDS_ATTENTION, PrinterReason.OTHER)),
        ("PRINT_EMECHANICAL", "PRINTER_READY", (SpoolState.NEEDS_ATTENTION, PrinterReason.JAM)),
        ("PRINT_EMECHANICAL", "ERR_RIBBON_ENDED", (SpoolState.NEEDS_ATTENTION, PrinterReason.RIBBON_ENDED)),
        ("PRINT_EUNKNOWNRIBBON", "PRINTER_READY", (SpoolState.NEEDS_ATTENTION, PrinterReason.RIBBON_WRONG)),
        ("PRINT_EDATA", "PRINTER_READY", (SpoolState.NEEDS_ATTENTION, PrinterReason.FAILED)),
        ("PRINTER_ENOCOM", "PRINTER_OFFLINE", (SpoolState.UNKNOWN, PrinterReason.OFFLINE)),
        ("ETIMEOUT", "PRINTER_READY", (SpoolState.UNKNOWN, PrinterReason.OFFLINE)),
    ],
)
def test_what_the_kit_says_of_a_card_becomes_a_claim(
    code: str, minor: str, report: SpoolReport | tuple[SpoolState, PrinterReason]
) -> None:
    assert print_report(code, minor) == (report if isinstance(report, SpoolReport) else SpoolReport(*report))


def test_a_card_typed_as_a_network_address_goes_out_through_the_real_kit(
    fake: FakeEvolis, card: bytes
) -> None:
    printer = EvolisCardPrinter(lambda: (fake.uri,), seconds=5)
    assert [name.address for name in printer.list()] == [fake.address]
    ticket = printer.submit(fake.address, card, NAME)
    assert settled(printer, fake, ticket).state is SpoolState.CLAIMED_DONE
    assert len(fake.cards) == 1
    assert "Pem;2" in fake.commands, "the program manages faults, not the printer"


def test_while_one_card_is_in_the_printer_no_other_is_begun(fake: FakeEvolis, card: bytes) -> None:
    printer = EvolisCardPrinter(seconds=5)
    ticket = printer.submit(fake.address, card, NAME)
    with pytest.raises(NothingSent):
        printer.submit(fake.address, card, "loket-kartu-8-1")
    settled(printer, fake, ticket)
    assert len(fake.cards) == 1


def test_a_card_that_is_still_in_the_printer_is_not_called_forgotten(fake: FakeEvolis, card: bytes) -> None:
    printer = EvolisCardPrinter(seconds=5)
    ticket = printer.submit(fake.address, card, NAME)
    hasty = replace(printer, seconds=0.01)
    with pytest.raises(YourEnvironment) as told:
        hasty.cancel(fake.address, NAME)
    assert told.value.problem is Problem.SPOOL_NOT_CLEARED
    settled(printer, fake, ticket)
    printer.cancel(fake.address, NAME)
    assert len(fake.cards) == 1


def test_a_state_the_kit_cannot_read_is_no_ready_printer(fake: FakeEvolis) -> None:
    assert EvolisCardPrinter(seconds=5).status(fake.address) == PrinterState(False, PrinterReason.OTHER)


def test_a_card_of_a_program_that_died_is_unknown_and_the_printer_is_made_to_forget_it(
    fake: FakeEvolis,
) -> None:
    printer = EvolisCardPrinter(seconds=5, reset_seconds=1)
    assert printer.poll(fake.address, NAME) == SpoolReport(SpoolState.UNKNOWN, PrinterReason.JOB_LOST)
    with pytest.raises(YourEnvironment) as told:  # this one does not say that it has started anew
        printer.cancel(fake.address, NAME)
    assert told.value.problem is Problem.SPOOL_NOT_CLEARED
    assert {"Scs", "Srs"} <= set(fake.commands), "errors cleared, then started anew"


def test_a_printer_that_hangs_is_given_up_in_time(fake: FakeEvolis, card: bytes) -> None:
    printer = EvolisCardPrinter(seconds=0.3)
    fake.hang()
    begun = time.monotonic()
    with pytest.raises(NothingSent):
        printer.submit(fake.address, card, NAME)
    assert printer.status(fake.address).reason is PrinterReason.OFFLINE
    assert time.monotonic() - begun < 5
    fake.wake()
    assert fake.cards == []


def test_without_the_kit_no_printer_is_listed_and_nothing_is_sent(
    monkeypatch: pytest.MonkeyPatch, card: bytes
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "evolis", None)
    printer = EvolisCardPrinter(lambda: ("socket://192.0.2.7:9100",))
    assert printer.list() == ()
    with pytest.raises(NothingSent):
        printer.submit("evolis:socket://192.0.2.7:9100", card, NAME)
    assert reason_of("PRINTER_READY") is PrinterReason.NONE


def settled(printer: EvolisCardPrinter, fake: FakeEvolis, ticket: str) -> SpoolReport:
    until = time.monotonic() + 20
    while (report := printer.poll(fake.address, ticket)).state is SpoolState.WAITING:
        assert time.monotonic() < until, "the card never came to an end"
        time.sleep(0.02)
    return report
