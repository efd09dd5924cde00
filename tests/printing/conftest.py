from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.cards.card_face import CardFace
from printing.card import PdfCardRenderer
from printing.fonts import FontShelf
from printing.layout import CardLayout, read_layout
from printing.printers.cups import CupsCardPrinter
from tests.card_printer.simulated import SimulatedCardPrinter, why_not

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def fonts() -> FontShelf:
    return FontShelf(RESOURCES / "fonts")


@pytest.fixture(scope="session")
def demo_layout(fonts: FontShelf) -> CardLayout:
    return read_layout(RESOURCES / "card_layouts" / "kartu-peserta.toml", fonts)


@pytest.fixture(scope="session")
def renderer(demo_layout: CardLayout) -> PdfCardRenderer:
    return PdfCardRenderer(demo_layout, specimen=True)


@pytest.fixture
def siti() -> CardFace:
    return CardFace(
        name="SITI NUR RAHAYU",
        kpj="26004187326",
        nik="3578015508920004",
        company="PT Sumber Rejeki Abadi",
        segment="PU",
        issued_on=date(2026, 11, 20),
        branch="Kantor Cabang Contoh",
    )


@pytest.fixture
def desk() -> Iterator[SimulatedCardPrinter]:
    """The machine on the desk, with its own spooler."""
    if reason := why_not():
        pytest.skip(reason)
    pytest.importorskip("cups", reason="no pycups here: pip install pycups")
    with SimulatedCardPrinter() as printer:
        yield printer


@pytest.fixture
def cups_printer(desk: SimulatedCardPrinter) -> CupsCardPrinter:
    return CupsCardPrinter(desk.host, desk.port, seconds=5)
