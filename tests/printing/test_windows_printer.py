"""What the Windows spooler would say, in the words of the desk: recorded states, never run on Windows."""

import pytest

from app.cards.card_face import CardFace
from app.cards.print_job import PrinterReason
from app.errors import NothingSent, Problem, YourEnvironment
from app.ports import PrinterState, SpoolReport, SpoolState
from printing.card import PdfCardRenderer
from printing.printers.windows import WindowsCardPrinter
from tests.card_printer.fake_spooler import FakeSpooler

DONE = SpoolReport(SpoolState.CLAIMED_DONE)
NAME = "loket-kartu-7-1"


@pytest.fixture
def spooler() -> FakeSpooler:
    return FakeSpooler()


@pytest.fixture
def windows(spooler: FakeSpooler) -> WindowsCardPrinter:
    return WindowsCardPrinter(spooler.draw, lambda: spooler, seconds=0.2)


@pytest.fixture
def sent(windows: WindowsCardPrinter, spooler: FakeSpooler, renderer: PdfCardRenderer, siti: CardFace) -> str:
    return windows.submit(spooler.address, renderer.render([siti]), NAME)


@pytest.mark.parametrize(
    ("status", "attributes", "reason"),
    [
        (0, 0, PrinterReason.NONE),
        (0x400, 0, PrinterReason.NONE),  # printing
        (0x20000, 0, PrinterReason.NONE),  # toner low
        (0x8, 0, PrinterReason.JAM),
        (0x8 | 0x400000, 0, PrinterReason.JAM),
        (0x400000, 0, PrinterReason.COVER_OPEN),
        (0x10, 0, PrinterReason.CARDS_EMPTY),
        (0x40000, 0, PrinterReason.RIBBON_ENDED),
        (0x80, 0, PrinterReason.OFFLINE),
        (0, 0x400, PrinterReason.OFFLINE),  # the queue was set to work offline
        (0x1, 0, PrinterReason.STOPPED),
        (0x2, 0, PrinterReason.OTHER),
        (0x100000, 0, PrinterReason.OTHER),
    ],
)
def test_the_printers_bits_become_a_reason(
    windows: WindowsCardPrinter, spooler: FakeSpooler, status: int, attributes: int, reason: PrinterReason
) -> None:
    spooler.status, spooler.attributes = status, attributes
    assert windows.status(spooler.address) == PrinterState(reason is PrinterReason.NONE, reason)


@pytest.mark.parametrize(
    ("job", "report"),
    [
        (0x8, SpoolReport(SpoolState.WAITING)),  # spooling
        (0x10, SpoolReport(SpoolState.WAITING)),  # printing
        (0x1000, DONE),  # complete: the data was sent
        (0x80, DONE),
        (0x2000, DONE),
        (0x1, SpoolReport(SpoolState.NEEDS_ATTENTION, PrinterReason.HELD)),
        (0x2 | 0x10, SpoolReport(SpoolState.NEEDS_ATTENTION, PrinterReason.FAILED)),
        (0x40, SpoolReport(SpoolState.NEEDS_ATTENTION, PrinterReason.CARDS_EMPTY)),
        (0x20, SpoolReport(SpoolState.NEEDS_ATTENTION, PrinterReason.OFFLINE)),
        (0x400, SpoolReport(SpoolState.NEEDS_ATTENTION, PrinterReason.OTHER)),
        (0x4, SpoolReport(SpoolState.UNKNOWN, PrinterReason.STOPPED)),
    ],
)
def test_the_jobs_bits_become_a_claim(
    windows: WindowsCardPrinter, spooler: FakeSpooler, sent: str, job: int, report: SpoolReport
) -> None:
    spooler.jobs[0]["Status"] = job
    assert windows.poll(spooler.address, sent) == report


def test_the_printers_jam_is_told_of_the_job_that_waits_for_it(
    windows: WindowsCardPrinter, spooler: FakeSpooler, sent: str
) -> None:
    spooler.status = 0x8
    assert windows.poll(spooler.address, sent).reason is PrinterReason.JAM


def test_a_job_that_left_the_queue_before_anybody_looked_is_claimed_beside_a_printer_that_is_well(
    windows: WindowsCardPrinter, spooler: FakeSpooler, sent: str
) -> None:
    spooler.print_all()
    assert windows.poll(spooler.address, sent) == DONE


def test_a_job_that_left_the_queue_of_a_jammed_printer_is_unknown(
    windows: WindowsCardPrinter, spooler: FakeSpooler, sent: str
) -> None:
    spooler.print_all()
    spooler.status = 0x8
    assert windows.poll(spooler.address, sent) == SpoolReport(SpoolState.UNKNOWN, PrinterReason.JOB_LOST)


def test_the_driver_gets_both_sides_at_its_own_resolution_under_the_unique_name(
    spooler: FakeSpooler, sent: str
) -> None:
    [(name, sides)] = spooler.drawn
    assert name == sent == NAME
    assert [(side.width, side.height) for side in sides] == [(1012, 638), (1012, 638)]


def test_a_driver_that_refuses_to_begin_got_nothing(
    windows: WindowsCardPrinter, spooler: FakeSpooler, renderer: PdfCardRenderer, siti: CardFace
) -> None:
    spooler.begins = False
    with pytest.raises(NothingSent) as told:
        windows.submit(spooler.address, renderer.render([siti]), NAME)
    assert told.value.problem is Problem.PRINTER_REFUSED


def test_a_job_of_another_name_is_left_alone(
    windows: WindowsCardPrinter, spooler: FakeSpooler, sent: str
) -> None:
    spooler.jobs.append({"JobId": 99, "pDocument": "Laporan", "Status": 0})
    windows.cancel(spooler.address, sent)
    assert [job["pDocument"] for job in spooler.jobs] == ["Laporan"]


def test_a_job_the_spooler_will_not_let_go_is_told(
    windows: WindowsCardPrinter, spooler: FakeSpooler, sent: str
) -> None:
    spooler.keeps_jobs = True
    with pytest.raises(YourEnvironment) as told:
        windows.cancel(spooler.address, sent)
    assert told.value.problem is Problem.SPOOL_NOT_CLEARED


def test_every_printer_that_was_opened_is_closed(
    windows: WindowsCardPrinter, spooler: FakeSpooler, sent: str
) -> None:
    windows.poll(spooler.address, sent)
    windows.cancel(spooler.address, sent)
    assert spooler.open_handles == 0


def test_where_there_is_no_pywin32_no_printer_is_listed_and_nothing_is_sent() -> None:
    def missing() -> None:
        raise ImportError("win32print")

    nowhere = WindowsCardPrinter(FakeSpooler().draw, missing)
    assert nowhere.list() == ()
    with pytest.raises(NothingSent) as told:
        nowhere.submit("windows:Zebra", b"%PDF", NAME)
    assert told.value.problem is Problem.PRINTER_MISSING
