"""A card goes to the queue as it was rendered; whatever the machine does, the officer hears why, once."""

import hashlib
import time
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from app.cards.card_face import CardFace
from app.cards.print_job import PrinterReason
from app.errors import NothingSent, Problem, YourEnvironment
from app.ports import PrinterName, PrinterState, SpoolReport, SpoolState
from printing.card import PdfCardRenderer
from printing.printers.cups import CupsCardPrinter
from tests.card_printer.simulated import Behaviour, SimulatedCardPrinter

pytestmark = pytest.mark.cups

DONE = SpoolReport(SpoolState.CLAIMED_DONE)
CARD = b"%PDF-1.7 a card\n"


def settled(printer: CupsCardPrinter, desk: SimulatedCardPrinter, ticket: str) -> SpoolReport:
    """What is said once the queue no longer merely works on it."""
    until = time.monotonic() + 10
    while (report := printer.poll(desk.address, ticket)).state is SpoolState.WAITING:
        assert time.monotonic() < until, "the queue never came to an end"
    return report


def done_in_the_end(printer: CupsCardPrinter, desk: SimulatedCardPrinter, ticket: str) -> None:
    until = time.monotonic() + 10
    while (report := printer.poll(desk.address, ticket)) != DONE:
        assert time.monotonic() < until, report


def names(desk: SimulatedCardPrinter) -> Sequence[str]:
    return [card.name for card in desk.cards]


def test_the_queue_gets_the_very_bytes_that_were_rendered(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter, renderer: PdfCardRenderer, siti: CardFace
) -> None:
    card = renderer.render([siti])
    ticket = cups_printer.submit(desk.address, card, "loket-kartu-1-1")
    assert settled(cups_printer, desk, ticket) == DONE
    [printed] = desk.cards
    assert printed.name == "loket-kartu-1-1"
    assert hashlib.sha256(printed.document).hexdigest() == hashlib.sha256(card).hexdigest()


def test_a_document_larger_than_one_chunk_arrives_whole(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter
) -> None:
    large = CARD * 20_000
    ticket = cups_printer.submit(desk.address, large, "loket-kartu-1-1")
    assert settled(cups_printer, desk, ticket) == DONE
    assert desk.cards[0].document == large


def test_the_job_asks_for_the_card_size_unscaled_and_front_only_on_a_one_sided_queue(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter
) -> None:
    settled(cups_printer, desk, cups_printer.submit(desk.address, CARD, "a"))
    [options] = desk.options
    assert "85.6x53.98mm" in options
    assert {"print-scaling=none", "page-ranges=1"} <= set(options.split())


def test_the_spooler_keeps_no_picture_of_a_settled_card(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter
) -> None:
    done_in_the_end(cups_printer, desk, cups_printer.submit(desk.address, CARD, "loket-kartu-1-1"))
    assert len(desk.files_kept()) == 1
    cups_printer.cancel(desk.address, "loket-kartu-1-1")
    assert desk.files_kept() == []
    assert names(desk) == ["loket-kartu-1-1"]


def test_the_servers_name_is_taken_from_the_environment(
    desk: SimulatedCardPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", f"{desk.host}:{desk.port}")
    from_environment = CupsCardPrinter(seconds=5)
    done_in_the_end(from_environment, desk, from_environment.submit(desk.address, CARD, "a"))
    assert names(desk) == ["a"]


def test_the_queue_is_listed_by_the_name_the_desk_calls_it(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter
) -> None:
    assert cups_printer.list() == (PrinterName("cups:Kartu", "Printer kartu"),)
    assert cups_printer.status(desk.address) == PrinterState(ready=True)


def test_the_ribbon_is_told_once_the_printer_has_told_it(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter
) -> None:
    settled(cups_printer, desk, cups_printer.submit(desk.address, CARD, "a"))
    assert cups_printer.status(desk.address).ribbon_percent == 80


FAULTS = [
    (Behaviour.JAM, SpoolState.NEEDS_ATTENTION, PrinterReason.JAM, False),
    (Behaviour.RIBBON, SpoolState.NEEDS_ATTENTION, PrinterReason.RIBBON_ENDED, False),
    (Behaviour.EMPTY, SpoolState.NEEDS_ATTENTION, PrinterReason.CARDS_EMPTY, False),
    (Behaviour.COVER, SpoolState.NEEDS_ATTENTION, PrinterReason.COVER_OPEN, False),
    (Behaviour.OFFLINE, SpoolState.NEEDS_ATTENTION, PrinterReason.OFFLINE, False),
    (Behaviour.FAIL, SpoolState.NEEDS_ATTENTION, PrinterReason.FAILED, True),
    (Behaviour.HOLD, SpoolState.NEEDS_ATTENTION, PrinterReason.HELD, True),
    (Behaviour.POWERLOSS, SpoolState.UNKNOWN, PrinterReason.RESTARTED, True),
]


@pytest.mark.parametrize(("fault", "state", "reason", "ready"), FAULTS)
def test_every_fault_has_its_state_and_its_reason(
    cups_printer: CupsCardPrinter,
    desk: SimulatedCardPrinter,
    fault: Behaviour,
    state: SpoolState,
    reason: PrinterReason,
    ready: bool,
) -> None:
    desk.will(fault)
    ticket = cups_printer.submit(desk.address, CARD, "a")
    assert settled(cups_printer, desk, ticket) == SpoolReport(state, reason)
    assert desk.cards == []
    told = cups_printer.status(desk.address)
    assert (told.ready, told.reason) == (ready, PrinterReason.NONE if ready else reason)


@pytest.mark.parametrize("fault", [fault for fault, *_ in FAULTS])
def test_a_cancelled_card_never_comes_out_later_and_the_next_one_does(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter, fault: Behaviour
) -> None:
    desk.will(fault)
    settled(cups_printer, desk, cups_printer.submit(desk.address, CARD, "loket-kartu-1-1"))
    cups_printer.cancel(desk.address, "loket-kartu-1-1")
    desk.tend()
    desk.enable()
    ticket = cups_printer.submit(desk.address, CARD, "loket-kartu-2-1")
    done_in_the_end(cups_printer, desk, ticket)
    assert names(desk) == ["loket-kartu-2-1"]


def test_a_stopped_queue_prints_its_backlog_when_nobody_cancelled_it(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter
) -> None:
    """The trap the cancelling is for."""
    desk.will(Behaviour.JAM)
    ticket = cups_printer.submit(desk.address, CARD, "loket-kartu-1-1")
    settled(cups_printer, desk, ticket)
    desk.enable()
    done_in_the_end(cups_printer, desk, ticket)
    assert names(desk) == ["loket-kartu-1-1"]


@pytest.mark.parametrize("fault", [Behaviour.EMPTY, Behaviour.COVER, Behaviour.OFFLINE])
def test_what_a_hand_can_mend_goes_on_by_itself(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter, fault: Behaviour
) -> None:
    desk.will(fault)
    ticket = cups_printer.submit(desk.address, CARD, "a")
    assert settled(cups_printer, desk, ticket).state is SpoolState.NEEDS_ATTENTION
    desk.tend()
    done_in_the_end(cups_printer, desk, ticket)
    assert names(desk) == ["a"]


def test_a_card_waiting_behind_a_jam_says_so(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter
) -> None:
    desk.will_at(2, Behaviour.JAM)
    tickets = [cups_printer.submit(desk.address, CARD, f"loket-kartu-{n}-1") for n in (1, 2, 3)]
    done_in_the_end(cups_printer, desk, tickets[0])
    jam = SpoolReport(SpoolState.NEEDS_ATTENTION, PrinterReason.JAM)
    assert [settled(cups_printer, desk, ticket) for ticket in tickets[1:]] == [jam, jam]
    assert names(desk) == ["loket-kartu-1-1"]


def test_a_document_not_let_go_at_once_is_asked_for_again(desk: SimulatedCardPrinter) -> None:
    asked: list[int] = []

    class SlowToLetGo(CupsCardPrinter):
        def _purge(self, job: int) -> None:
            asked.append(job)
            if len(asked) > 1:
                CupsCardPrinter._purge(self, job)

    printer = SlowToLetGo(desk.host, desk.port, seconds=5)
    desk.disable()
    printer.submit(desk.address, CARD, "loket-kartu-1-1")
    printer.cancel(desk.address, "loket-kartu-1-1")
    desk.enable()
    done_in_the_end(printer, desk, printer.submit(desk.address, CARD, "loket-kartu-2-1"))
    assert names(desk) == ["loket-kartu-2-1"]


def test_only_the_named_document_is_cancelled(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter
) -> None:
    desk.disable()
    for n in (1, 2):
        cups_printer.submit(desk.address, CARD, f"loket-kartu-{n}-1")
    cups_printer.cancel(desk.address, "loket-kartu-1-1")
    desk.enable()
    ticket = cups_printer.submit(desk.address, CARD, "loket-kartu-3-1")
    done_in_the_end(cups_printer, desk, ticket)
    assert names(desk) == ["loket-kartu-2-1", "loket-kartu-3-1"]


def test_cancelling_what_the_spooler_does_not_know_is_quiet(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter
) -> None:
    cups_printer.cancel(desk.address, "loket-kartu-9-1")
    done = cups_printer.submit(desk.address, CARD, "loket-kartu-1-1")
    settled(cups_printer, desk, done)
    cups_printer.cancel(desk.address, "loket-kartu-1-1")
    assert names(desk) == ["loket-kartu-1-1"]


def test_a_stopped_queue_takes_the_card_and_says_that_it_stands_still(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter
) -> None:
    desk.disable()
    ticket = cups_printer.submit(desk.address, CARD, "a")
    expected = SpoolReport(SpoolState.NEEDS_ATTENTION, PrinterReason.STOPPED)
    assert settled(cups_printer, desk, ticket) == expected
    assert cups_printer.status(desk.address).reason is PrinterReason.STOPPED


def test_a_queue_that_takes_no_jobs_got_nothing(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter
) -> None:
    desk.reject()
    with pytest.raises(NothingSent) as told:
        cups_printer.submit(desk.address, CARD, "a")
    assert told.value.problem is Problem.PRINTER_REFUSED
    assert not cups_printer.status(desk.address).ready


def test_a_queue_that_does_not_exist_got_nothing(cups_printer: CupsCardPrinter) -> None:
    with pytest.raises(NothingSent) as told:
        cups_printer.submit("cups:Tidak-Ada", CARD, "a")
    assert told.value.problem is Problem.PRINTER_MISSING
    assert cups_printer.status("cups:Tidak-Ada").reason is PrinterReason.OFFLINE


def test_a_spooler_that_is_down_got_nothing_and_lists_nothing(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter
) -> None:
    desk.kill()
    with pytest.raises(NothingSent) as told:
        cups_printer.submit(desk.address, CARD, "a")
    assert told.value.problem is Problem.PRINTER_UNREACHABLE
    assert cups_printer.list() == ()
    assert cups_printer.status(desk.address) == PrinterState(False, PrinterReason.OFFLINE)


def test_a_spooler_killed_in_the_middle_leaves_the_card_unknown(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter
) -> None:
    desk.will(Behaviour.EMPTY)
    ticket = cups_printer.submit(desk.address, CARD, "a")
    settled(cups_printer, desk, ticket)
    desk.kill()
    assert cups_printer.poll(desk.address, ticket).state is SpoolState.UNKNOWN
    with pytest.raises(YourEnvironment) as told:
        cups_printer.cancel(desk.address, "a")
    assert told.value.problem is Problem.SPOOL_NOT_CLEARED


def test_a_job_the_spooler_lost_is_unknown(cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter) -> None:
    desk.disable()
    ticket = cups_printer.submit(desk.address, CARD, "a")
    desk.forget_jobs()
    expected = SpoolReport(SpoolState.UNKNOWN, PrinterReason.JOB_LOST)
    assert cups_printer.poll(desk.address, ticket) == expected
    cups_printer.cancel(desk.address, "a")


def test_a_card_of_a_killed_spooler_can_still_be_cancelled_when_it_is_back(
    cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter
) -> None:
    desk.disable()
    cups_printer.submit(desk.address, CARD, "loket-kartu-1-1")
    desk.stop()
    desk.start()
    cups_printer.cancel(desk.address, "loket-kartu-1-1")
    desk.enable()
    ticket = cups_printer.submit(desk.address, CARD, "loket-kartu-2-1")
    done_in_the_end(cups_printer, desk, ticket)
    assert names(desk) == ["loket-kartu-2-1"]


def test_a_spooler_that_hangs_is_given_up_in_time(desk: SimulatedCardPrinter) -> None:
    impatient = CupsCardPrinter(desk.host, desk.port, seconds=0.3)
    desk.freeze()
    begun = time.monotonic()
    with pytest.raises(NothingSent):
        impatient.submit(desk.address, CARD, "a")
    assert impatient.poll(desk.address, "1").state is SpoolState.UNKNOWN
    with pytest.raises(YourEnvironment):
        impatient.cancel(desk.address, "a")
    assert time.monotonic() - begun < 5
    desk.thaw()
    assert desk.received == []


def test_a_spooler_that_dies_with_the_job_in_its_hands_leaves_the_card_in_doubt(
    desk: SimulatedCardPrinter,
) -> None:
    class DiesOnceTheJobIsThere(CupsCardPrinter):
        def _job_to_fill(self, address: str, unique_name: str) -> tuple[Any, int]:
            made = CupsCardPrinter._job_to_fill(self, address, unique_name)
            desk.kill()
            return made

    with pytest.raises(YourEnvironment) as told:
        DiesOnceTheJobIsThere(desk.host, desk.port, seconds=5).submit(desk.address, CARD, "a")
    assert told.value.problem is Problem.PRINTER_REFUSED
    assert not isinstance(told.value, NothingSent)


def test_a_spooler_that_does_not_say_whether_it_made_the_job_leaves_the_card_in_doubt(
    desk: SimulatedCardPrinter,
) -> None:
    class HangsWhenAskedForAJob(CupsCardPrinter):
        def _about(self, queue: str) -> Mapping[str, Any]:
            about = CupsCardPrinter._about(self, queue)
            desk.freeze()
            return about

    with pytest.raises(YourEnvironment) as told:
        HangsWhenAskedForAJob(desk.host, desk.port, seconds=0.3).submit(desk.address, CARD, "a")
    assert not isinstance(told.value, NothingSent)
    desk.thaw()
    patient = CupsCardPrinter(desk.host, desk.port, seconds=5)
    patient.cancel(desk.address, "a")
    done_in_the_end(patient, desk, patient.submit(desk.address, CARD, "b"))
    assert names(desk) == ["b"]
