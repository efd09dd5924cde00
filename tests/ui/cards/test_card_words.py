"""What a card and a printer read like."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.cards.print_job import CardJob, CardKind, CardState, PrinterReason, SpoiledReason
from app.ports import PrinterState
from ui.cards.card_words import kind_words, printer_words, reason_and_remedy, state_words
from ui.tone import Tone

pytestmark = pytest.mark.usefixtures("qapp")

CARD = CardJob(1, 1, CardKind.FIRST, "test:satu", "Loket 1", 1, datetime(2026, 11, 20, 9, tzinfo=UTC))


@pytest.mark.parametrize("state", CardState)
def test_every_state_has_its_word(state: CardState) -> None:
    assert state_words(replace(CARD, state=state))[0]


@pytest.mark.parametrize("reason", SpoiledReason)
def test_a_spoiled_card_says_why(reason: SpoiledReason) -> None:
    words, tone = state_words(replace(CARD, state=CardState.SPOILED, spoiled_reason=reason))
    assert words.startswith("Spoiled · ")
    assert tone is Tone.ERROR


def test_a_doubt_is_told_by_its_reason() -> None:
    doubted = replace(CARD, state=CardState.UNKNOWN, printer_reason=PrinterReason.JOB_LOST)
    assert state_words(doubted) == ("The print queue lost the card", Tone.WARN)


def test_a_good_card_no_longer_tells_of_the_jam_it_went_through() -> None:
    assert state_words(replace(CARD, state=CardState.GOOD, printer_reason=PrinterReason.JAM))[0] == "Good"


def test_an_owed_card_tells_why_nothing_was_sent() -> None:
    words, _tone = state_words(replace(CARD, printer_reason=PrinterReason.OFFLINE))
    assert words == "Waiting · Switched off or not connected"


@pytest.mark.parametrize("reason", PrinterReason)
def test_every_printer_reason_has_words_and_the_jam_its_remedy(reason: PrinterReason) -> None:
    what, remedy = reason_and_remedy(reason)
    assert what
    if reason is PrinterReason.JAM:
        assert remedy == "Open the cover, pull the card out"


@pytest.mark.parametrize(
    ("state", "words", "tone"),
    [
        (PrinterState(True), "Ready", Tone.OK),
        (PrinterState(True, ribbon_percent=31), "Ready · ribbon 31 %", Tone.OK),
        (PrinterState(False), "Not ready – look at its display", Tone.WARN),
        (PrinterState(False, PrinterReason.COVER_OPEN), "Cover open – close it", Tone.WARN),
    ],
)
def test_a_printer_says_how_it_is(state: PrinterState, words: str, tone: Tone) -> None:
    assert printer_words(state) == (words, tone)


def test_the_second_copy_says_so() -> None:
    assert kind_words(CardKind.FIRST, 1) == "First card"
    assert kind_words(CardKind.REPRINT, 2) == "Reprint · copy 2"
