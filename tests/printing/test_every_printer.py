"""One contract for every card printer: what is promised of one backend holds for all of them."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.cards.card_face import CardFace
from app.errors import NothingSent, YourEnvironment
from app.ports import CardPrinter, SpoolReport, SpoolState
from printing.card import PdfCardRenderer
from printing.printers.cups import CupsCardPrinter
from printing.printers.evolis import EvolisCardPrinter
from printing.printers.pdf_file import ADDRESS, PdfFilePrinter
from printing.printers.windows import WindowsCardPrinter
from tests.card_printer.fake_evolis import FakeEvolis
from tests.card_printer.fake_spooler import FakeSpooler
from tests.card_printer.simulated import SimulatedCardPrinter

NAME = "loket-kartu-7-1"


@dataclass(frozen=True)
class Machine:
    """A backend with what stands behind it. ``go_on`` lets it do its work, ``gone`` takes it away."""

    printer: CardPrinter
    address: str
    missing: str
    go_on: Callable[[], None]
    gone: Callable[[], None]
    printed: Callable[[], int]


def nothing() -> None:
    """This machine needs no hand."""


@pytest.fixture
def pdf_file(tmp_path: Path) -> Machine:
    folder = tmp_path / "kartu"

    def gone() -> None:
        folder.parent.joinpath("kartu").write_text("a file where the folder should be", encoding="utf-8")

    count = lambda: len(list(folder.glob("*.pdf")))  # noqa: E731
    return Machine(PdfFilePrinter(tmp_path), ADDRESS, "", nothing, gone, count)


@pytest.fixture
def cups(cups_printer: CupsCardPrinter, desk: SimulatedCardPrinter) -> Machine:
    return Machine(cups_printer, desk.address, "cups:Tidak-Ada", nothing, desk.kill, lambda: len(desk.cards))


@pytest.fixture
def evolis() -> Iterator[Machine]:
    pytest.importorskip("evolis", reason="no Evolis kit here: see requirements/evolis.txt")
    with FakeEvolis() as fake:
        backend = EvolisCardPrinter(lambda: (fake.uri,), seconds=5)
        missing = "evolis:socket://127.0.0.1:1"
        yield Machine(backend, fake.address, missing, nothing, fake.unplug, lambda: len(fake.cards))


@pytest.fixture
def windows() -> Machine:
    spooler = FakeSpooler()
    backend = WindowsCardPrinter(spooler.draw, lambda: spooler, seconds=0.3)

    def gone() -> None:
        spooler.down = True

    count = lambda: len(spooler.drawn)  # noqa: E731
    return Machine(backend, spooler.address, "windows:Tidak ada", spooler.print_all, gone, count)


EVERY = [
    "pdf_file",
    pytest.param("cups", marks=pytest.mark.cups),
    pytest.param("evolis", marks=pytest.mark.slow),
    "windows",
]


@pytest.fixture(params=EVERY)
def machine(request: pytest.FixtureRequest) -> Machine:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Machine)
    return found


@pytest.fixture
def card(renderer: PdfCardRenderer, siti: CardFace) -> bytes:
    return renderer.render([siti])


def came_to(machine: Machine, ticket: str) -> SpoolReport:
    machine.go_on()
    until = time.monotonic() + 20
    while (report := machine.printer.poll(machine.address, ticket)).state is SpoolState.WAITING:
        assert time.monotonic() < until, "it never came to an end"
        time.sleep(0.02)
    return report


def test_it_is_listed_under_the_address_it_answers_to(machine: Machine) -> None:
    assert machine.address in [name.address for name in machine.printer.list()]
    machine.printer.status(machine.address)


def test_a_card_sent_once_comes_out_once_and_is_only_claimed(machine: Machine, card: bytes) -> None:
    ticket = machine.printer.submit(machine.address, card, NAME)
    assert came_to(machine, ticket).state is SpoolState.CLAIMED_DONE
    machine.printer.cancel(machine.address, NAME)
    assert machine.printed() == 1


def test_a_settled_card_leaves_the_way_free_for_the_next(machine: Machine, card: bytes) -> None:
    for name in (NAME, "loket-kartu-8-1"):
        came_to(machine, machine.printer.submit(machine.address, card, name))
        machine.printer.cancel(machine.address, name)
    assert machine.printed() == 2


def test_a_printer_that_is_not_there_got_nothing(machine: Machine, card: bytes) -> None:
    if not machine.missing:
        pytest.skip("the PDF file is always there")
    with pytest.raises(NothingSent):
        machine.printer.submit(machine.missing, card, NAME)
    assert not machine.printer.status(machine.missing).ready
    assert machine.printed() == 0


def test_a_machine_taken_away_before_the_card_got_nothing(machine: Machine, card: bytes) -> None:
    machine.gone()
    with pytest.raises(NothingSent):
        machine.printer.submit(machine.address, card, NAME)
    assert machine.printed() == 0


def test_what_nobody_can_look_up_is_unknown_and_what_nobody_can_clear_is_told(
    machine: Machine, card: bytes
) -> None:
    if machine.address == ADDRESS:
        pytest.skip("a written file prints nothing by itself later")
    machine.gone()
    assert machine.printer.poll(machine.address, "999").state is SpoolState.UNKNOWN
    with pytest.raises(YourEnvironment):
        machine.printer.cancel(machine.address, NAME)
