"""A card is drawn for the printer it goes to: moved as it needs it, with a back where it turns cards."""

from dataclasses import dataclass, field

import pypdfium2
import pytest

from app.cards.printer_setup import Placement, PrinterSetup
from app.members.membership import Membership
from app.ports import Begin
from tests.app.cards.desk import CardDesk, ScriptedPrinter


@dataclass
class KeepsDocuments(ScriptedPrinter):
    documents: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        ScriptedPrinter.__init__(self)

    def submit(self, address: str, document: bytes, unique_name: str) -> str:
        self.documents.append(document)
        return super().submit(address, document, unique_name)


@pytest.fixture
def printer() -> KeepsDocuments:
    return KeepsDocuments()


def set_up(begin: Begin, setup: PrinterSetup) -> None:
    with begin() as work:
        work.printer_setups.save(setup)
        work.commit()


def pages(document: bytes) -> int:
    return len(pypdfium2.PdfDocument(document))


def test_a_printer_nobody_set_up_gets_both_sides_as_they_are_drawn(
    desk: CardDesk, siti: Membership, printer: KeepsDocuments
) -> None:
    desk.sent(siti)
    assert pages(printer.documents[0]) == 2


def test_a_single_sided_printer_gets_the_front_alone(
    desk: CardDesk, siti: Membership, printer: KeepsDocuments, begin: Begin
) -> None:
    set_up(begin, PrinterSetup("Loket 1", "test:satu", double_sided=False))
    desk.sent(siti)
    assert pages(printer.documents[0]) == 1


def test_a_card_is_moved_as_its_own_printer_needs_it_and_no_other_is(
    desk: CardDesk, siti: Membership, printer: KeepsDocuments, begin: Begin
) -> None:
    set_up(begin, PrinterSetup("Loket 1", "test:dua", Placement(right_mm=1.5)))
    desk.sent(siti)
    set_up(begin, PrinterSetup("Loket 1", "test:satu", Placement(right_mm=1.5, down_mm=-0.5)))
    desk.sent(desk.member(2, "RUDI HARTONO"))
    left = [_leftmost_text(document) for document in printer.documents]
    assert left[1] - left[0] == pytest.approx(1.5 * 72 / 25.4, abs=0.02)


def _leftmost_text(document: bytes) -> float:
    """Of the words that stand on every card, in points."""
    page = pypdfium2.PdfDocument(document)[0].get_textpage()
    return min(float(page.get_charbox(place)[0]) for place in range(5))
