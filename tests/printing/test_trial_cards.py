"""Cards to try a printer: the lines stand where the officer is told they do, and nobody's name is on them."""

import pypdfium2
import pytest

from app.cards.calibration import AS_WANTED, corrected
from app.cards.card_face import CardFace
from app.cards.printer_setup import AS_DRAWN, Placement, PrinterSetup
from app.cards.try_printer import TrialKind
from printing.card import PdfCardRenderer
from printing.fonts import FontShelf
from printing.trial_cards import PdfTrialCards
from tests.app.cards.measuring import Ruler, measured_on

SETUP = PrinterSetup("Loket 1", "test:satu")


class _OneLayout:
    def __init__(self, renderer: PdfCardRenderer) -> None:
        self._renderer = renderer

    def of(self, _layout: str) -> PdfCardRenderer:
        return self._renderer


@pytest.fixture
def cards(renderer: PdfCardRenderer, fonts: FontShelf) -> PdfTrialCards:
    return PdfTrialCards(_OneLayout(renderer), fonts)


def test_the_lines_stand_where_the_officer_is_told(cards: PdfTrialCards) -> None:
    seen = measured_on(cards(TrialKind.CALIBRATION, SETUP))
    assert (seen.left, seen.right, seen.upper, seen.lower) == pytest.approx(
        (AS_WANTED.left, AS_WANTED.right, AS_WANTED.upper, AS_WANTED.lower), abs=0.1
    )


def test_a_printer_that_prints_beside_the_mark_is_set_right_by_one_card(cards: PdfTrialCards) -> None:
    skewed = Ruler(stretch_x=1.02, stretch_y=0.985, right_mm=1.3, down_mm=-0.8)
    first = skewed.measure(cards(TrialKind.CALIBRATION, SETUP))
    placement = corrected(AS_DRAWN, first)
    again = skewed.measure(cards(TrialKind.CALIBRATION, PrinterSetup("Loket 1", "test:satu", placement)))
    assert (again.left, again.right, again.upper, again.lower) == pytest.approx(
        (10, 75.6, 10, 43.98), abs=0.15
    )


def test_the_calibration_card_is_one_side_and_the_specimen_has_those_of_the_printer(
    cards: PdfTrialCards,
) -> None:
    single = PrinterSetup("Loket 1", "test:satu", double_sided=False)
    pages = [
        len(pypdfium2.PdfDocument(cards(kind, setup)))
        for kind, setup in (
            (TrialKind.CALIBRATION, SETUP),
            (TrialKind.SPECIMEN, SETUP),
            (TrialKind.SPECIMEN, single),
        )
    ]
    assert pages == [1, 2, 1]


@pytest.mark.parametrize("kind", TrialKind)
def test_a_card_to_try_a_printer_says_that_it_is_nobodys(cards: PdfTrialCards, kind: TrialKind) -> None:
    words = pypdfium2.PdfDocument(cards(kind, SETUP))[0].get_textpage().get_text_range().upper()
    assert "BUKAN KARTU PESERTA" in " ".join(words.split())


def test_a_specimen_is_moved_like_a_members_card(cards: PdfTrialCards, siti: CardFace) -> None:
    moved = PrinterSetup("Loket 1", "test:satu", Placement(right_mm=2))
    assert cards(TrialKind.SPECIMEN, moved) != cards(TrialKind.SPECIMEN, SETUP)
