"""What CUPS says of jobs and printers, in the words of the desk. Plain mappings, no connection."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from app.cards.print_job import PrinterReason
from app.ports import PrinterState, SpoolReport, SpoolState

CARD_MEDIA = "custom_cr80-landscape_85.6x53.98mm"
"""Sent with every job, else a driverless queue prints on Letter."""

_CARD_MM = (85.6, 53.98)
_NEAR_MM = 0.6

_REASONS = (
    # keywords of RFC 8011 and PWG 5100.9, which has none for a wrong ribbon or a full reject box;
    # the beginning decides: CUPS and printers add -error, -report or -warning as they like
    ("media-jam", PrinterReason.JAM),
    ("marker-supply-empty", PrinterReason.RIBBON_ENDED),
    ("marker-supply-missing", PrinterReason.RIBBON_ENDED),
    ("marker-print-ribbon-empty", PrinterReason.RIBBON_ENDED),
    ("marker-print-ribbon-missing", PrinterReason.RIBBON_ENDED),
    ("toner-empty", PrinterReason.RIBBON_ENDED),
    ("media-empty", PrinterReason.CARDS_EMPTY),
    ("media-needed", PrinterReason.CARDS_EMPTY),
    ("input-tray-missing", PrinterReason.CARDS_EMPTY),
    ("output-area-full", PrinterReason.OTHER),
    ("cover-open", PrinterReason.COVER_OPEN),
    ("door-open", PrinterReason.COVER_OPEN),
    ("interlock-open", PrinterReason.COVER_OPEN),
    ("cups-ipp-missing-job-history", PrinterReason.RESTARTED),
    ("offline", PrinterReason.OFFLINE),
    ("shutdown", PrinterReason.OFFLINE),
    ("timed-out", PrinterReason.OFFLINE),
    ("paused", PrinterReason.STOPPED),
    ("stopped", PrinterReason.STOPPED),
    # last: a printer goes on with these, and anything else is more urgent
    ("cleaner-life-over", PrinterReason.CLEANING_DUE),
    ("cleaner-life-almost-over", PrinterReason.CLEANING_DUE),
)

_GOES_ON = frozenset({PrinterReason.NONE, PrinterReason.CLEANING_DUE})

# RFC 8011, 5.3.7 and 5.4.11
_JOB_HELD, _JOB_PROCESSING, _JOB_STOPPED, _JOB_CANCELED, _JOB_ABORTED, _JOB_COMPLETED = 4, 5, 6, 7, 8, 9
_ENDED = (_JOB_CANCELED, _JOB_ABORTED, _JOB_COMPLETED)
_PRINTER_IDLE, _PRINTER_STOPPED = 3, 5


def reason_of(keywords: Iterable[str]) -> PrinterReason:
    """The first reason of our list that any keyword names; an unknown ``…-error`` is ``OTHER``."""
    told = list(keywords)
    for beginning, reason in _REASONS:
        if any(keyword.startswith(beginning) for keyword in told):
            return reason
    return PrinterReason.OTHER if any(keyword.endswith("-error") for keyword in told) else PrinterReason.NONE


def job_report(job: Mapping[str, Any], printer: Mapping[str, Any]) -> SpoolReport:
    """What the spooler says of a job, read together with what it says of the job's printer.

    ``job-printer-state-reasons`` are what the printer said during this job; the printer's own reasons
    may still be those of the job before.
    """
    state, printer_stopped = job["job-state"], printer.get("printer-state") == _PRINTER_STOPPED
    of_job = reason_of([*_keywords(job, "job-printer-state-reasons"), *_keywords(job, "job-state-reasons")])
    of_printer = reason_of(_keywords(printer, "printer-state-reasons"))
    if state in _ENDED:
        return _ended(state, of_job)
    if state == _JOB_HELD:
        return SpoolReport(SpoolState.NEEDS_ATTENTION, PrinterReason.HELD)
    if state == _JOB_STOPPED or printer_stopped:
        return SpoolReport(SpoolState.NEEDS_ATTENTION, _or(of_printer, PrinterReason.STOPPED))
    in_the_way = of_job if state == _JOB_PROCESSING else of_printer
    if in_the_way not in _GOES_ON:
        return SpoolReport(SpoolState.NEEDS_ATTENTION, in_the_way)
    return SpoolReport(SpoolState.WAITING)


def _ended(state: int, of_job: PrinterReason) -> SpoolReport:
    if state == _JOB_ABORTED:
        return SpoolReport(SpoolState.NEEDS_ATTENTION, _or(of_job, PrinterReason.FAILED))
    if state == _JOB_CANCELED:
        return SpoolReport(SpoolState.UNKNOWN, PrinterReason.STOPPED)
    # after a power loss a driverless printer no longer knows the job, and CUPS calls it completed
    if of_job is PrinterReason.RESTARTED:
        return SpoolReport(SpoolState.UNKNOWN, of_job)
    return SpoolReport(SpoolState.CLAIMED_DONE)


def printer_state(printer: Mapping[str, Any]) -> PrinterState:
    """Ready when the next card would go through: reasons an idle queue still shows are those of its last
    job, and only a new job finds out whether they were mended."""
    reason = reason_of(_keywords(printer, "printer-state-reasons"))
    state = printer.get("printer-state")
    if state == _PRINTER_STOPPED or not printer.get("printer-is-accepting-jobs", True):
        return PrinterState(False, _or(reason, PrinterReason.STOPPED), _ribbon(printer))
    if reason in _GOES_ON:
        return PrinterState(True, reason, _ribbon(printer))
    if state == _PRINTER_IDLE:
        return PrinterState(True, ribbon_percent=_ribbon(printer))
    return PrinterState(False, reason, _ribbon(printer))


def job_options(printer: Mapping[str, Any]) -> dict[str, str]:
    """Card-sized, unscaled, its files forgotten; only a queue that prints both sides gets the back."""
    options = {"media": card_media(_keywords(printer, "media-supported")), "print-scaling": "none"}
    if not str(printer.get("sides-default", "one-sided")).startswith("two-sided"):
        options["page-ranges"] = "1"  # else the back would be printed on a second blank
    return options


def card_media(supported: Iterable[str]) -> str:
    """The queue's own name for a landscape CR80 card, else for an upright one, else the custom size."""
    wide, high = _CARD_MM
    for size in ((wide, high), (high, wide)):
        for name in supported:
            if _is_near(name, size):
                return name
    return CARD_MEDIA


def _is_near(media: str, size: tuple[float, float]) -> bool:
    named = re.search(r"_(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|in)$", media)
    if named is None:
        return False
    unit = 25.4 if named[3] == "in" else 1.0
    return all(abs(float(named[side + 1]) * unit - size[side]) <= _NEAR_MM for side in (0, 1))


def _keywords(attributes: Mapping[str, Any], name: str) -> list[str]:
    """pycups gives one keyword as a text and several as a list."""
    value = attributes.get(name, [])
    return [value] if isinstance(value, str) else [str(keyword) for keyword in value]


def _or(reason: PrinterReason, otherwise: PrinterReason) -> PrinterReason:
    return otherwise if reason is PrinterReason.NONE else reason


def _ribbon(printer: Mapping[str, Any]) -> int | None:
    """``marker-levels`` are per cent; below zero means that the printer does not know."""
    levels = printer.get("marker-levels", [])
    level = levels[0] if isinstance(levels, list) and levels else levels
    return level if isinstance(level, int) and level >= 0 else None
