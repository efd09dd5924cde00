"""What real queues were seen to say, told in the words of the desk. No spooler is needed for this."""

import builtins
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from app.cards.print_job import PrinterReason
from app.errors import NothingSent, Problem, YourEnvironment
from app.ports import PrinterState, SpoolReport, SpoolState
from printing.printers.cups import CupsCardPrinter
from printing.printers.cups_states import (
    CARD_MEDIA,
    card_media,
    job_options,
    job_report,
    printer_state,
    reason_of,
)

IDLE: Mapping[str, Any] = {"printer-state": 3, "printer-state-reasons": "none"}


@pytest.mark.parametrize("suffix", ["", "-error", "-warning", "-report"])
@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("media-jam", PrinterReason.JAM),
        ("marker-supply-empty", PrinterReason.RIBBON_ENDED),
        ("media-empty", PrinterReason.CARDS_EMPTY),
        ("input-tray-missing", PrinterReason.CARDS_EMPTY),
        ("cover-open", PrinterReason.COVER_OPEN),
        ("door-open", PrinterReason.COVER_OPEN),
        ("offline", PrinterReason.OFFLINE),
        ("paused", PrinterReason.STOPPED),
        ("marker-print-ribbon-empty", PrinterReason.RIBBON_ENDED),
        ("marker-print-ribbon-missing", PrinterReason.RIBBON_ENDED),
        ("marker-supply-missing", PrinterReason.RIBBON_ENDED),
        ("output-area-full", PrinterReason.OTHER),
        ("cleaner-life-over", PrinterReason.CLEANING_DUE),
    ],
)
def test_a_reason_counts_whatever_suffix_it_carries(word: str, suffix: str, reason: PrinterReason) -> None:
    assert reason_of([word + suffix]) is reason


@pytest.mark.parametrize("words", [[], ["none"], ["marker-supply-low-warning"], ["connecting-to-device"]])
def test_what_stops_nothing_is_no_reason(words: Sequence[str]) -> None:
    assert reason_of(words) is PrinterReason.NONE


def test_an_error_nobody_foresaw_is_still_a_reason() -> None:
    assert reason_of(["none", "fuser-over-temp-error"]) is PrinterReason.OTHER


def test_a_printer_that_wants_cleaning_goes_on_and_says_so() -> None:
    due = {"printer-state": 4, "printer-state-reasons": ["cleaner-life-almost-over-report"]}
    assert printer_state(due) == PrinterState(ready=True, reason=PrinterReason.CLEANING_DUE)
    assert job_report({"job-state": 5, "job-printer-state-reasons": due["printer-state-reasons"]}, due) == (
        SpoolReport(SpoolState.WAITING)
    )


def test_a_ribbon_that_is_running_low_stops_nothing() -> None:
    assert reason_of(["marker-print-ribbon-almost-empty"]) is PrinterReason.NONE


def test_a_queue_that_does_not_answer_holds_nobody_up_for_long() -> None:
    assert CupsCardPrinter().seconds <= 5


def test_the_jam_is_told_before_the_pause_it_caused() -> None:
    assert reason_of(["paused", "media-jam-error"]) is PrinterReason.JAM


@pytest.mark.parametrize(
    ("job", "printer", "state", "reason"),
    [
        ({"job-state": 3}, IDLE, SpoolState.WAITING, PrinterReason.NONE),
        ({"job-state": 5}, {"printer-state": 4}, SpoolState.WAITING, PrinterReason.NONE),
        # the queue still shows the jam of the job before; this job's printer has said nothing yet
        (
            {"job-state": 5, "job-state-reasons": "job-printing"},
            {"printer-state": 4, "printer-state-reasons": ["media-jam-error"]},
            SpoolState.WAITING,
            PrinterReason.NONE,
        ),
        (
            {"job-state": 3, "job-state-reasons": "none"},
            {"printer-state": 4, "printer-state-reasons": ["media-empty-error"]},
            SpoolState.NEEDS_ATTENTION,
            PrinterReason.CARDS_EMPTY,
        ),
        ({"job-state": 6}, IDLE, SpoolState.NEEDS_ATTENTION, PrinterReason.STOPPED),
        ({"job-state": 7}, IDLE, SpoolState.UNKNOWN, PrinterReason.STOPPED),
        ({"job-state": 8}, IDLE, SpoolState.NEEDS_ATTENTION, PrinterReason.FAILED),
        (
            {"job-state": 8, "job-printer-state-reasons": ["media-jam-error"]},
            IDLE,
            SpoolState.NEEDS_ATTENTION,
            PrinterReason.JAM,
        ),
        (
            {"job-state": 9, "job-state-reasons": "job-completed-successfully"},
            IDLE,
            SpoolState.CLAIMED_DONE,
            PrinterReason.NONE,
        ),
        (
            {"job-state": 9, "job-printer-state-reasons": ["cups-ipp-missing-job-history"]},
            IDLE,
            SpoolState.UNKNOWN,
            PrinterReason.RESTARTED,
        ),
        (
            {"job-state": 9, "job-state-reasons": ["cups-ipp-missing-job-history"]},
            IDLE,
            SpoolState.UNKNOWN,
            PrinterReason.RESTARTED,
        ),
    ],
)
def test_what_is_said_of_a_job(
    job: Mapping[str, Any], printer: Mapping[str, Any], state: SpoolState, reason: PrinterReason
) -> None:
    assert job_report(job, printer) == SpoolReport(state, reason)


def test_a_mended_queue_is_ready_although_it_still_shows_its_last_trouble() -> None:
    shown = {
        "printer-state": 3,
        "printer-state-reasons": ["media-jam-error"],
        "printer-is-accepting-jobs": True,
    }
    assert printer_state(shown) == PrinterState(ready=True)


@pytest.mark.parametrize(
    ("levels", "ribbon"), [([40, 90], 40), (12, 12), (-1, None), ([], None), (None, None)]
)
def test_the_ribbon_is_told_only_where_the_printer_tells_it(levels: object, ribbon: int | None) -> None:
    shown = IDLE if levels is None else {**IDLE, "marker-levels": levels}
    assert printer_state(shown).ribbon_percent == ribbon


@pytest.mark.parametrize(
    ("supported", "media"),
    [
        ((), CARD_MEDIA),
        (("iso_a4_210x297mm", "na_letter_8.5x11in"), CARD_MEDIA),
        (("iso_a4_210x297mm", "oe_cr80_3.37x2.125in"), "oe_cr80_3.37x2.125in"),
        (("iso_id-1_53.98x85.6mm",), "iso_id-1_53.98x85.6mm"),
        (("iso_id-1_53.98x85.6mm", "custom_card_86x54mm"), "custom_card_86x54mm"),
    ],
)
def test_the_queues_own_name_for_the_card_is_asked_for(supported: Sequence[str], media: str) -> None:
    assert card_media(supported) == media


def test_only_a_two_sided_queue_gets_the_back() -> None:
    assert "page-ranges" not in job_options({"sides-default": "two-sided-short-edge"})
    assert job_options({})["page-ranges"] == "1"


def test_without_pycups_no_queue_is_listed_and_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    found = builtins.__import__

    def without_cups(name: str, *rest: Any) -> Any:
        if name == "cups":
            raise ImportError(name)
        return found(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_cups)
    printer = CupsCardPrinter()
    assert printer.list() == ()
    with pytest.raises(NothingSent):
        printer.submit("cups:Kartu", b"", "a")
    assert printer.poll("cups:Kartu", "1").state is SpoolState.UNKNOWN
    with pytest.raises(YourEnvironment) as told:
        printer.cancel("cups:Kartu", "a")
    assert told.value.problem is Problem.SPOOL_NOT_CLEARED
    with pytest.raises(YourEnvironment):
        printer.status("cups:Kartu")
